"""What processes without the Desk know of it: who is there until when, and how long it takes.

The Desk tells it every other second, and each telling holds for a short while only. Where
nothing holds any more nobody is on duty: visitors are told so, and not that somebody comes.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot import log
from bot.dialogue.services import Hours
from bot.dialogue.values import DeskFacts
from bot.service.board import Board
from bot.service.clockwork import every
from bot.service.desk_hours import next_opening
from bot.service.failures import StoreUnavailable
from bot.service.ports import Store
from bot.service.records import ConversationId, Ticket
from bot.service.standing import place, queued
from bot.service.wakes import QUEUE, Wakes

HOLDS = timedelta(seconds=10)
"""How long a telling holds; the Desk tells five times as often."""
LOOK = 1.0
"""Seconds that a reading is used; a wake of the queue ends it at once."""
AGAIN = 2.0
GAP = 0.1
"""Seconds between tellings at most, and at least."""
RETELL = 1.0
TELL_TRIES = 60

_log = log.logger("safar.roster")


@dataclass(frozen=True, slots=True)
class Roster:
    """The Desk at one moment; it names nobody."""

    until: tuple[datetime, ...] = ()
    """When the duty of each operator who is there ends."""
    wait: timedelta | None = None
    """How long real visitors waited of late, when enough did."""


class DeskLine(Protocol):
    """Carries the roster one way and visitors' impatience the other. All raise `StoreUnavailable`.

    There is one Desk; a second one is told so.
    """

    async def tell(self, roster: Roster, holds: timedelta) -> bool:
        """Put the roster where every process reads it; False when another Desk has the line."""
        ...

    async def told(self) -> Roster | None:
        """Return what the Desk told last, while it holds."""
        ...

    async def heard(self, conversation: ConversationId, at: datetime) -> None:
        """Leave word for the Desk that a visitor's words wait since then."""
        ...

    async def collect(self) -> Mapping[ConversationId, datetime]:
        """Take, as the Desk, every word that was left."""
        ...


class DistantDesk:
    """The Desk as a worker of another process sees it: what `Reception` asks of it."""

    def __init__(
        self,
        line: DeskLine,
        store: Store,
        wakes: Wakes,
        *,
        clock: Callable[[], datetime],
        hours: Hours | None,
    ) -> None:
        self._line = line
        self._wakes = wakes
        self._clock = clock
        self._hours = hours
        self._board = Board(store.tickets, wakes)
        self._roster: Roster | None = None
        self._mark = -1
        self._until = 0.0
        self._telling: set[asyncio.Task[None]] = set()

    async def facts(self, ticket: Ticket | None) -> DeskFacts:
        """Return what is true of the hot line now, for this visitor."""
        now = self._clock()
        roster = await self._told() or Roster()
        present = sum(until > now for until in roster.until)
        return DeskFacts(
            on_duty=present,
            open_now=present > 0,
            place=place(map(queued, await self._board.tickets()), ticket, now),
            expected_wait=roster.wait if present else None,
            next_open=next_opening(self._hours, now),
        )

    async def _told(self) -> Roster | None:
        mark = self._wakes.queue_wakes
        if self._mark < mark or time.monotonic() >= self._until:
            self._roster = await self._line.told()
            self._mark, self._until = mark, time.monotonic() + LOOK
        return self._roster

    def heard(self, conversation: ConversationId, at: datetime) -> None:
        """Tell the Desk that words wait; the turn does not wait for that."""
        task = asyncio.create_task(self._tell(conversation, at))
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)

    async def _tell(self, conversation: ConversationId, at: datetime) -> None:
        for _ in range(TELL_TRIES):
            try:
                await self._line.heard(conversation, at)
            except StoreUnavailable:
                await asyncio.sleep(RETELL)
            else:
                return
        _log.warning("desk_not_told", conversation=conversation)


class Announcer:
    """The Desk's end of the line: tells who is there, and takes what was left for it."""

    def __init__(
        self,
        line: DeskLine,
        wakes: Wakes,
        roster: Callable[[], Awaitable[Roster]],
        heard: Callable[[ConversationId, datetime], None],
    ) -> None:
        self._line = line
        self._wakes = wakes
        self._roster = roster
        self._heard = heard
        self._told: Roster | None = None

    async def run(self) -> None:
        """Tell for ever: at once when something about the queue changes, else every so often."""
        await every(GAP, self._round, "roster")

    async def _round(self) -> None:
        await self.once()
        await self._wakes.wait(QUEUE, AGAIN)

    async def once(self) -> None:
        """Tell and take."""
        roster = await self._roster()
        if not await self._line.tell(roster, HOLDS):
            _log.error("second_desk")
            return
        if roster != self._told:
            # Others read anew by a wake of the queue; the one before this telling came too early.
            self._told = roster
            self._wakes.wake(QUEUE)
        for conversation, at in (await self._line.collect()).items():
            self._heard(conversation, at)

    async def leave(self) -> None:
        """Say at an orderly end that nobody is there any more."""
        try:
            await self._line.tell(Roster(), HOLDS)
        except StoreUnavailable:
            _log.warning("store_unavailable", kind="roster")
        self._wakes.wake(QUEUE)
