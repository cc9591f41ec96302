"""A database in memory for what is kept of the operators."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.store.driver import Database

T = TypeVar("T")


class MemoryJobs:
    """Runs jobs one after another on a database in memory."""

    def __init__(self) -> None:
        self.db = Database(memory=True)

    def write(self, job: Callable[[Database], T]) -> Awaitable[T]:
        """Run a writing job, all or nothing."""

        async def run() -> T:
            with self.db.atomic():
                return job(self.db)

        return run()

    def read(self, job: Callable[[Database], T]) -> Awaitable[T]:
        """Run a reading job."""

        async def run() -> T:
            return job(self.db)

        return run()
