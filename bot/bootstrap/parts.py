"""What one process of an installation is put together from, and what it is then."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from bot.service.clockwork import Clockwork
from bot.service.outbox import Outbox
from bot.service.ports import Store
from bot.service.receive import Library, Reception
from bot.service.share import Leader
from bot.service.shell import Shell
from bot.service.tickets import Tickets
from bot.service.wakes import Wakes
from bot.store.driver import Database
from bot.store.file import DataError
from bot.store.sqlite import SqliteFile, open_sqlite
from bot.store.staff import SqliteStaff
from bot.vault import Vault

MOVED = "moved-to-redis"
"""A file of this name in the data directory says that what is left there is not the truth."""

Job = Callable[[], Coroutine[None, None, None]]


def clock() -> datetime:
    """Return the moment it is."""
    return datetime.now(UTC)


class Engine(Store, Protocol):
    """What both engines can do beyond the port that turns need."""

    async def counts(self) -> dict[tuple[str, str, str], int]:
        """Return every counter by day, what and detail."""
        ...

    async def rotate_keys(self, now: datetime) -> None:
        """Rewrite every lookup with a new pepper and wrap every key anew."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Wing:
    """One process of an installation without the Desk."""

    library: Library
    vault: Vault
    store: Engine
    wakes: Wakes
    reception: Reception
    shell: Shell
    outbox: Outbox
    clockwork: Clockwork
    jobs: tuple[Job, ...]
    """What runs side by side until the process is told to stop."""
    close: Callable[[], Awaitable[None]]
    """Gives back what this process holds."""
    leader: Leader | None = None
    """Tells what this process does alone; None where there is no other."""
    ready: Callable[[], Awaitable[bool]] | None = None
    """Tells whether the store takes part; None where it is in this process."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """The Desk's own file: operators, their audit, what a backup holds."""

    file: SqliteFile
    vault: Vault
    records: SqliteStaff


@dataclass(frozen=True, slots=True, kw_only=True)
class House(Wing):
    """A process with the Desk in it; on an embedded store there is no other."""

    file: SqliteFile
    records: SqliteStaff
    tickets: Tickets

    @classmethod
    def of(cls, wing: Wing, accounts: Accounts, tickets: Tickets, jobs: tuple[Job, ...]) -> House:
        """Return a process with the Desk, and what the Desk does, added to it."""
        parts = {one.name: getattr(wing, one.name) for one in fields(wing)}
        parts["jobs"] = (*wing.jobs, *jobs)
        return cls(**parts, file=accounts.file, records=accounts.records, tickets=tickets)


async def open_accounts(data: Path, key_file: Path) -> Accounts:
    """Open the Desk's own file. Raises `VaultError` or `DataError`."""
    vault = Vault.open(key_file, data)
    file = open_sqlite(data, vault)
    records = SqliteStaff(file, vault.staff_key)
    await records.prepare()
    return Accounts(file=file, vault=vault, records=records)


def refuse_moved(data: Path) -> None:
    """Raise `DataError` where the conversations went to Redis: two truths would diverge."""
    if (data.expanduser() / MOVED).exists():
        raise DataError(
            f"The conversations of {data} were moved to Redis: set SAFAR_REDIS_URL, or bring"
            " them back with `safar move --to sqlite`."
        )


async def refuse_left_behind(accounts: Accounts) -> None:
    """Raise `DataError` where conversations would be left behind by a start on Redis."""
    data = accounts.file.path.parent
    if not (data / MOVED).exists() and await accounts.file.read(_conversations):
        raise DataError(
            f"{data} holds conversations, which a start on Redis would leave behind:"
            " run `safar move --to redis` first."
        )


def _conversations(db: Database) -> bool:
    return "conversations" in db.table_names() and db.table("conversations").count > 0


def tickets_of(
    accounts: Accounts, store: Store, wakes: Wakes, reception: Reception, library: Library
) -> Tickets:
    """Return the operators' side of a process with the Desk in it."""
    return Tickets(
        store,
        accounts.records,
        wakes,
        accept=reception.accept,
        work=reception.work,
        clock=clock,
        hours=library.book.desk,
    )
