"""The open tickets as all who look at the queue see them: read once for every change of it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

from bot.service.records import Ticket
from bot.service.wakes import Wakes

STALE = 2.0
"""Seconds after which they are read again without a wake: hints may be lost."""

Tickets = tuple[Ticket, ...]


class Board:
    """Shares one reading among everybody; hundreds of streams look several times a second.

    Only for looking: whoever takes or changes a ticket asks the store itself.
    """

    def __init__(self, read: Callable[[], Awaitable[Tickets]], wakes: Wakes) -> None:
        self._read = read
        self._wakes = wakes
        self._seen: Tickets = ()
        self._mark = -1
        self._until = 0.0
        self._reading = asyncio.Lock()

    async def tickets(self) -> Tickets:
        """Return all open tickets, none older than the last wake of the queue.

        While nothing changes it is the same tuple, so that `is` tells.
        """
        asked = self._wakes.queue_wakes
        if not self._fresh(asked):
            async with self._reading:
                if not self._fresh(asked):
                    await self._look()
        return self._seen

    def _fresh(self, asked: int) -> bool:
        return self._mark >= asked and time.monotonic() < self._until

    async def _look(self) -> None:
        mark = self._wakes.queue_wakes
        found = await self._read()
        if found != self._seen:
            self._seen = found
        self._mark, self._until = mark, time.monotonic() + STALE
