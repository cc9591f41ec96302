"""What all that is kept of the operators shares: the file it stands in and the form of a row."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any, Protocol, TypeVar

from sqlite_utils import Database

from bot.dialogue.values import Locale, OperatorId
from bot.service.staff import Operator, Role

T = TypeVar("T")
Row = dict[str, Any]


class Jobs(Protocol):
    """The one thing asked of a database file: run a job with it, writes in a transaction."""

    def write(self, job: Callable[[Database], T]) -> Awaitable[T]:
        """Run `job` in the writer, all of it or nothing, durable when it returns."""
        ...

    def read(self, job: Callable[[Database], T]) -> Awaitable[T]:
        """Run `job` on a reading connection."""
        ...


class StaffFile:
    """A database file that holds tables of the operators."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs

    async def _do(self, sql: str, *args: str) -> None:
        await self._jobs.write(lambda db: db.execute(sql, args))


def one_row(db: Database, sql: str, *args: str) -> Row | None:
    """Return the first row of a query, if there is one."""
    return next(iter(db.query(sql, list(args))), None)


def stamp(at: datetime) -> str:
    """Return UTC text that sorts as time."""
    return at.isoformat(timespec="microseconds")


def time_of(text: str) -> datetime:
    """Return the time that `stamp` wrote."""
    return datetime.fromisoformat(text)


def operator_or_none(row: Row | None) -> Operator | None:
    """Return the operator of a row that may be missing."""
    return None if row is None else operator_of(row)


def operator_of(row: Row) -> Operator:
    """Return the operator of a row of `staff`."""
    return Operator(
        OperatorId(row["id"]),
        row["name"],
        Role(row["role"]),
        Locale(row["locale"]),
        time_of(row["added"]),
        time_of(row["disabled"]) if row["disabled"] else None,
    )
