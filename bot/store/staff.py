"""Operators, sessions and audit in tables of sqlite-utils: `bot.service.staff.StaffRecords`."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any, Protocol, TypeVar

from sqlite_utils import Database

from bot.dialogue.values import Locale, OperatorId
from bot.service.staff import (
    Act,
    AuditRow,
    Credentials,
    Operator,
    Role,
    StaffSession,
    first_bad,
    link,
)
from bot.vault import place, seal, unseal

T = TypeVar("T")
Row = dict[str, Any]

_TABLES: dict[str, tuple[dict[str, type], str | tuple[str, ...]]] = {
    "staff": (
        {
            "id": str,
            "name": str,
            "folded": str,
            "role": str,
            "locale": str,
            "added": str,
            "disabled": str,
            "password": str,
            "totp": bytes,
            "counter": int,
        },
        "id",
    ),
    "staff_recovery": ({"operator": str, "digest": str}, ("operator", "digest")),
    "staff_links": ({"digest": str, "operator": str, "until": str}, "digest"),
    "staff_sessions": (
        {"key": str, "operator": str, "opened": str, "seen": str, "agent": str},
        "key",
    ),
    "staff_duty": ({"operator": str, "until": str}, "operator"),
    "staff_audit": (
        {"seq": int, "at": str, "operator": str, "act": str, "subject": str, "digest": str},
        "seq",
    ),
    "staff_audit_head": ({"id": int, "count": int, "digest": str}, "id"),
}


class Jobs(Protocol):
    """The one thing asked of a database file: run a job with it, writes in a transaction."""

    def write(self, job: Callable[[Database], T]) -> Awaitable[T]:
        """Run `job` in the writer, all of it or nothing, durable when it returns."""
        ...

    def read(self, job: Callable[[Database], T]) -> Awaitable[T]:
        """Run `job` on a reading connection."""
        ...


def make_tables(db: Database) -> None:
    """Create what is missing; harmless when run again."""
    for name, (columns, key) in _TABLES.items():
        db.table(name).create(columns, pk=key, if_not_exists=True)
    db.table("staff").create_index(["folded"], unique=True, if_not_exists=True)
    db.table("staff_audit").create_index(["operator", "act", "at"], if_not_exists=True)


class SqliteStaff:
    """`StaffRecords` on a SQLite file; TOTP secrets are sealed, codes and cookies only digests."""

    def __init__(self, jobs: Jobs, key: bytes) -> None:
        """`key` seals the TOTP secrets: 32 bytes that last as long as the installation."""
        self._jobs = jobs
        self._key = key
        self._people: tuple[Operator, ...] | None = None
        self._people_changes = 0
        self._duty: dict[OperatorId, datetime] | None = None
        self._duty_changes = 0

    async def prepare(self) -> None:
        """Create the tables."""
        await self._jobs.write(make_tables)

    async def add(self, operator: Operator, credentials: Credentials) -> bool:
        """Keep a new operator; False when the folded name is taken."""
        row = {
            "id": operator.id,
            "name": operator.name,
            "folded": _fold(operator.name),
            "role": operator.role.value,
            "locale": operator.locale,
            "added": _stamp(operator.added),
            "disabled": None,
            **self._secrets(operator.id, credentials),
        }

        def job(db: Database) -> bool:
            if _one(db, "select 1 from staff where folded = ?", row["folded"]) is not None:
                return False
            db.table("staff").insert(row)
            _recovery(db, operator.id, credentials)
            return True

        added = await self._jobs.write(job)
        self._people_changed()
        return added

    async def operators(self) -> Sequence[Operator]:
        """Return all operators, also disabled ones, by name. Every turn asks for them."""
        if self._people is not None:
            return self._people
        changes = self._people_changes
        found = await self._jobs.read(
            lambda db: tuple(map(_operator, db.query("select * from staff order by folded")))
        )
        if changes == self._people_changes:
            self._people = found
        return found

    def _people_changed(self) -> None:
        self._people, self._people_changes = None, self._people_changes + 1

    async def operator(self, operator: OperatorId) -> Operator | None:
        """Return one operator."""
        return await self._jobs.read(
            lambda db: _maybe(_one(db, "select * from staff where id = ?", operator))
        )

    async def named(self, name: str) -> Operator | None:
        """Return the operator who signs in with this name."""
        return await self._jobs.read(
            lambda db: _maybe(_one(db, "select * from staff where folded = ?", _fold(name)))
        )

    async def credentials(self, operator: OperatorId) -> Credentials | None:
        """Return what proves this operator."""

        def job(db: Database) -> Credentials | None:
            row = _one(db, "select password, totp from staff where id = ?", operator)
            if row is None:
                return None
            totp = unseal(self._key, _place(operator), row["totp"]).decode()
            codes = db.query("select digest from staff_recovery where operator = ?", [operator])
            return Credentials(row["password"], totp, tuple(code["digest"] for code in codes))

        return await self._jobs.read(job)

    async def reset(self, operator: OperatorId, credentials: Credentials) -> bool:
        """Replace all credentials; every session and link of the operator ends."""
        secrets = self._secrets(operator, credentials)

        def job(db: Database) -> bool:
            if _one(db, "select 1 from staff where id = ?", operator) is None:
                return False
            db.table("staff").update(operator, secrets)
            _cut_off(db, operator)
            _recovery(db, operator, credentials)
            return True

        return await self._jobs.write(job)

    async def change_password(self, operator: OperatorId, password: str) -> None:
        """Replace the hash of the password alone."""
        await self._do("update staff set password = ? where id = ?", password, operator)

    async def disable(self, operator: OperatorId, now: datetime) -> bool:
        """End the account: sessions, links and duty are gone when this returns."""

        def job(db: Database) -> bool:
            if _one(db, "select 1 from staff where id = ?", operator) is None:
                return False
            db.table("staff").update(operator, {"disabled": _stamp(now)})
            _cut_off(db, operator)
            db.table("staff_duty").delete_where("operator = ?", [operator])
            return True

        done = await self._jobs.write(job)
        self._duty_changed()
        self._people_changed()
        return done

    async def speak(self, operator: OperatorId, locale: Locale) -> None:
        """Set the language the operator reads the Desk in."""
        await self._do("update staff set locale = ? where id = ?", locale, operator)
        self._people_changed()

    async def use_counter(self, operator: OperatorId, counter: int) -> bool:
        """Take a TOTP counter; False when it or a later one was taken before."""

        def job(db: Database) -> bool:
            row = _one(db, "select counter from staff where id = ?", operator)
            if row is None or row["counter"] >= counter:
                return False
            db.table("staff").update(operator, {"counter": counter})
            return True

        return await self._jobs.write(job)

    async def use_recovery(self, operator: OperatorId, digest: str) -> bool:
        """Take a recovery code; False when it is not one, or was taken before."""

        def job(db: Database) -> bool:
            where = "operator = ? and digest = ?"
            if db.table("staff_recovery").count_where(where, [operator, digest]) == 0:
                return False
            db.table("staff_recovery").delete_where(where, [operator, digest])
            return True

        return await self._jobs.write(job)

    async def add_link(self, digest: str, operator: OperatorId, until: datetime) -> None:
        """Keep a one-time sign-in link."""
        row = {"digest": digest, "operator": operator, "until": _stamp(until)}
        await self._jobs.write(lambda db: db.table("staff_links").insert(row))

    async def use_link(self, digest: str, now: datetime) -> OperatorId | None:
        """Take a link that is not over its time: of several tries one gets the operator."""

        def job(db: Database) -> OperatorId | None:
            db.table("staff_links").delete_where("until <= ?", [_stamp(now)])
            row = _one(db, "select operator from staff_links where digest = ?", digest)
            if row is None:
                return None
            db.table("staff_links").delete_where("digest = ?", [digest])
            return OperatorId(row["operator"])

        return await self._jobs.write(job)

    async def open_session(self, session: StaffSession) -> None:
        """Keep a session."""
        row = {
            "key": session.key,
            "operator": session.operator,
            "opened": _stamp(session.opened),
            "seen": _stamp(session.seen),
            "agent": session.agent,
        }
        await self._jobs.write(lambda db: db.table("staff_sessions").insert(row))

    async def session(self, key: str) -> tuple[StaffSession, Operator] | None:
        """Return a session with its operator; None when ended or the operator is disabled."""

        def job(db: Database) -> tuple[StaffSession, Operator] | None:
            row = _one(db, "select * from staff_sessions where key = ?", key)
            if row is None:
                return None
            person = _maybe(_one(db, "select * from staff where id = ?", row["operator"]))
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
        await self._do("update staff_sessions set seen = ? where key = ?", _stamp(now), key)

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
            row = {"operator": operator, "until": _stamp(until)}
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
        found = {OperatorId(row["operator"]): _time(row["until"]) for row in rows}
        if changes == self._duty_changes:
            self._duty = found
        return found

    def _duty_changed(self) -> None:
        self._duty, self._duty_changes = None, self._duty_changes + 1

    async def record(
        self, now: datetime, operator: OperatorId, act: Act, subject: str = ""
    ) -> AuditRow:
        """Append to the audit; `subject` is a ticket's or operator's id, never content."""
        at = now.replace(microsecond=0).isoformat()

        def job(db: Database) -> AuditRow:
            head = _one(db, "select count, digest from staff_audit_head where id = 1")
            seq, previous = (1, "") if head is None else (head["count"] + 1, head["digest"])
            row = AuditRow(seq, at, operator, act.value, subject, "")
            row = replace(row, digest=link(previous, row))
            db.table("staff_audit").insert(asdict(row))
            now_at = {"id": 1, "count": seq, "digest": row.digest}
            db.table("staff_audit_head").upsert(now_at, pk="id")
            return row

        return await self._jobs.write(job)

    async def audit(self, limit: int = 200) -> Sequence[AuditRow]:
        """Return the last rows, newest first."""
        sql = "select * from staff_audit order by seq desc limit ?"
        return await self._jobs.read(
            lambda db: tuple(AuditRow(**row) for row in db.query(sql, [limit]))
        )

    async def verify(self) -> int | None:
        """Return the seq of the first bad row of the audit, or None when it is whole."""

        def job(db: Database) -> int | None:
            head = _one(db, "select count, digest from staff_audit_head where id = 1")
            count, digest = (0, "") if head is None else (head["count"], head["digest"])
            rows = db.query("select * from staff_audit order by seq")
            return first_bad((AuditRow(**row) for row in rows), count, digest)

        return await self._jobs.read(job)

    async def read_since(self, operator: OperatorId, since: datetime) -> frozenset[str]:
        """Return the tickets this operator has read since then."""
        sql = (
            "select distinct subject from staff_audit"
            " where operator = ? and act = 'read' and at >= ?"
        )
        at = since.replace(microsecond=0).isoformat()
        return await self._jobs.read(
            lambda db: frozenset(row["subject"] for row in db.query(sql, [operator, at]))
        )

    def _secrets(self, operator: OperatorId, credentials: Credentials) -> Row:
        totp = seal(self._key, _place(operator), credentials.totp.encode())
        return {"password": credentials.password, "totp": totp, "counter": 0}

    async def _do(self, sql: str, *args: str) -> None:
        await self._jobs.write(lambda db: db.execute(sql, args))


def _place(operator: OperatorId) -> bytes:
    return place("staff", operator, "totp", 0)


def _one(db: Database, sql: str, *args: str) -> Row | None:
    return next(iter(db.query(sql, list(args))), None)


def _recovery(db: Database, operator: OperatorId, credentials: Credentials) -> None:
    db.table("staff_recovery").delete_where("operator = ?", [operator])
    rows = [{"operator": operator, "digest": digest} for digest in credentials.recovery]
    db.table("staff_recovery").insert_all(rows, pk=("operator", "digest"))


def _cut_off(db: Database, operator: OperatorId) -> None:
    for table in ("staff_sessions", "staff_links"):
        db.table(table).delete_where("operator = ?", [operator])


def _fold(name: str) -> str:
    return " ".join(name.split()).casefold()


def _stamp(at: datetime) -> str:
    """Return UTC text that sorts as time."""
    return at.isoformat(timespec="microseconds")


def _time(stamp: str) -> datetime:
    return datetime.fromisoformat(stamp)


def _maybe(row: Row | None) -> Operator | None:
    return None if row is None else _operator(row)


def _operator(row: Row) -> Operator:
    return Operator(
        OperatorId(row["id"]),
        row["name"],
        Role(row["role"]),
        Locale(row["locale"]),
        _time(row["added"]),
        _time(row["disabled"]) if row["disabled"] else None,
    )


def _session(row: Row) -> StaffSession:
    return StaffSession(
        row["key"],
        OperatorId(row["operator"]),
        _time(row["opened"]),
        _time(row["seen"]),
        row["agent"],
    )
