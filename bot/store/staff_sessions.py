"""Who is signed in to the Desk, and who is on duty."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database

from bot.dialogue.values import OperatorId
from bot.service.staff import Operator, StaffSession
from bot.store.staff_rows import Jobs, Row, StaffFile, one_row, operator_or_none, stamp, time_of


class SqliteSessions(StaffFile):
    """Keeps sessions by digests of their cookies, and duty with its end."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._duty: dict[OperatorId, datetime] | None = None
        self._duty_changes = 0

    async def open_session(self, session: StaffSession) -> None:
        """Keep a session."""
        row = {
            "key": session.key,
            "operator": session.operator,
            "opened": stamp(session.opened),
            "seen": stamp(session.seen),
            "agent": session.agent,
        }
        await self._jobs.write(lambda db: db.table("staff_sessions").insert(row))

    async def session(self, key: str) -> tuple[StaffSession, Operator] | None:
        """Return a session with its operator; None when ended or the operator is disabled."""

        def job(db: Database) -> tuple[StaffSession, Operator] | None:
            row = one_row(db, "select * from staff_sessions where key = ?", key)
            if row is None:
                return None
            person = operator_or_none(
                one_row(db, "select * from staff where id = ?", row["operator"])
            )
            if person is None or person.disabled is not None:
                return None
            return _session(row), person

        return await self._jobs.read(job)

    async def sessions(self, operator: OperatorId) -> Sequence[StaffSession]:
        """Return the sessions of an operator, newest first."""
        sql = "select * from staff_sessions where operator = ? order by opened desc"
        return await self._jobs.read(lambda db: tuple(map(_session, db.query(sql, [operator]))))

    async def touch(self, key: str, now: datetime) -> None:
        """Note that the operator did something."""
        await self._do("update staff_sessions set seen = ? where key = ?", stamp(now), key)

    async def end_session(self, key: str) -> None:
        """End one session at once."""
        await self._do("delete from staff_sessions where key = ?", key)

    async def end_sessions(self, operator: OperatorId, *, but: str = "") -> int:
        """End all sessions of an operator except `but`; return how many."""

        def job(db: Database) -> int:
            where, args = "operator = ? and key != ?", [operator, but]
            ended = db.table("staff_sessions").count_where(where, args)
            db.table("staff_sessions").delete_where(where, args)
            return ended

        return await self._jobs.write(job)

    async def set_duty(self, operator: OperatorId, until: datetime | None) -> None:
        """Put an operator on duty until then, or off."""
        if until is None:
            await self._do("delete from staff_duty where operator = ?", operator)
        else:
            row = {"operator": operator, "until": stamp(until)}
            await self._jobs.write(lambda db: db.table("staff_duty").upsert(row, pk="operator"))
        self._duty_changed()

    async def duty(self, now: datetime) -> dict[OperatorId, datetime]:
        """Return who is on duty, and until when."""
        duty = self._duty if self._duty is not None else await self._read_duty()
        return {operator: until for operator, until in duty.items() if until > now}

    async def _read_duty(self) -> dict[OperatorId, datetime]:
        """Read it once: each turn of a visitor asks, and only this process can change it."""
        changes = self._duty_changes
        rows = await self._jobs.read(lambda db: list(db.query("select * from staff_duty")))
        found = {OperatorId(row["operator"]): time_of(row["until"]) for row in rows}
        if changes == self._duty_changes:
            self._duty = found
        return found

    def _duty_changed(self) -> None:
        self._duty, self._duty_changes = None, self._duty_changes + 1


def _session(row: Row) -> StaffSession:
    return StaffSession(
        row["key"],
        OperatorId(row["operator"]),
        time_of(row["opened"]),
        time_of(row["seen"]),
        row["agent"],
    )
