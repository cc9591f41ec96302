"""The accounts of the operators: who they are, and what proves it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database

from bot.dialogue.values import Locale, OperatorId
from bot.service.staff import Credentials, Operator
from bot.store.staff_rows import Jobs, Row, one_row, operator_of, operator_or_none, stamp
from bot.store.staff_sessions import SqliteSessions
from bot.vault import place, seal, unseal


class SqliteAccounts(SqliteSessions):
    """Keeps operators; with an account end its sessions, links and duty."""

    def __init__(self, jobs: Jobs, key: bytes) -> None:
        """`key` seals the TOTP secrets: 32 bytes that last as long as the installation."""
        super().__init__(jobs)
        self._key = key
        self._people: tuple[Operator, ...] | None = None
        self._people_changes = 0

    async def add(self, operator: Operator, credentials: Credentials) -> bool:
        """Keep a new operator; False when the folded name is taken."""
        row = {
            "id": operator.id,
            "name": operator.name,
            "folded": _fold(operator.name),
            "role": operator.role.value,
            "locale": operator.locale,
            "added": stamp(operator.added),
            "disabled": None,
            **self._secrets(operator.id, credentials),
        }

        def job(db: Database) -> bool:
            if one_row(db, "select 1 from staff where folded = ?", row["folded"]) is not None:
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
            lambda db: tuple(map(operator_of, db.query("select * from staff order by folded")))
        )
        if changes == self._people_changes:
            self._people = found
        return found

    def _people_changed(self) -> None:
        self._people, self._people_changes = None, self._people_changes + 1

    async def operator(self, operator: OperatorId) -> Operator | None:
        """Return one operator."""
        return await self._jobs.read(
            lambda db: operator_or_none(one_row(db, "select * from staff where id = ?", operator))
        )

    async def named(self, name: str) -> Operator | None:
        """Return the operator who signs in with this name."""
        return await self._jobs.read(
            lambda db: operator_or_none(
                one_row(db, "select * from staff where folded = ?", _fold(name))
            )
        )

    async def credentials(self, operator: OperatorId) -> Credentials | None:
        """Return what proves this operator."""

        def job(db: Database) -> Credentials | None:
            row = one_row(db, "select password, totp from staff where id = ?", operator)
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
            if one_row(db, "select 1 from staff where id = ?", operator) is None:
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
            if one_row(db, "select 1 from staff where id = ?", operator) is None:
                return False
            db.table("staff").update(operator, {"disabled": stamp(now)})
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
            row = one_row(db, "select counter from staff where id = ?", operator)
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
        row = {"digest": digest, "operator": operator, "until": stamp(until)}
        await self._jobs.write(lambda db: db.table("staff_links").insert(row))

    async def use_link(self, digest: str, now: datetime) -> OperatorId | None:
        """Take a link that is not over its time: of several tries one gets the operator."""

        def job(db: Database) -> OperatorId | None:
            db.table("staff_links").delete_where("until <= ?", [stamp(now)])
            row = one_row(db, "select operator from staff_links where digest = ?", digest)
            if row is None:
                return None
            db.table("staff_links").delete_where("digest = ?", [digest])
            return OperatorId(row["operator"])

        return await self._jobs.write(job)

    def _secrets(self, operator: OperatorId, credentials: Credentials) -> Row:
        totp = seal(self._key, _place(operator), credentials.totp.encode())
        return {"password": credentials.password, "totp": totp, "counter": 0}


def _place(operator: OperatorId) -> bytes:
    return place("staff", operator, "totp", 0)


def _recovery(db: Database, operator: OperatorId, credentials: Credentials) -> None:
    db.table("staff_recovery").delete_where("operator = ?", [operator])
    rows = [{"operator": operator, "digest": digest} for digest in credentials.recovery]
    db.table("staff_recovery").insert_all(rows, pk=("operator", "digest"))


def _cut_off(db: Database, operator: OperatorId) -> None:
    for table in ("staff_sessions", "staff_links"):
        db.table(table).delete_where("operator = ?", [operator])


def _fold(name: str) -> str:
    return " ".join(name.split()).casefold()
