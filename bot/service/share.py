"""How several processes share the work: who accepts tells, who has a free hand looks and takes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, Protocol

from bot import log
from bot.service.failures import StoreUnavailable
from bot.service.hints import Show
from bot.service.receive import Reception
from bot.service.records import ConversationId
from bot.service.wakes import TYPING, WORK, Wakes

HANDS = 32
"""Conversations that one worker has in hand: enough to share each write, few enough to leave some
for the others."""
LOOK = 0.5
"""Seconds between looks when nobody tells; a dead worker's share is found by these."""
TERM = 1.0
"""Seconds between looks at a lease."""

_log = log.logger("safar.share")


class Counter(Reception):
    """A process that only accepts: turns are for workers."""

    def work(self, conversation: ConversationId) -> None:
        """Tell the workers."""
        del conversation
        self._wakes.wake(WORK)


class Worker(Reception):
    """One of several workers: takes what it accepted while it has a free hand, then what waits."""

    _resting = False
    """This process ends: what is in hand is finished, and the rest is left to others."""
    _left = False
    """Something was left for whoever has a free hand, so this one looks when it has one."""

    def free(self) -> int:
        """Return how many hands are free."""
        return 0 if self._resting else max(0, HANDS - len(self._busy))

    def work(self, conversation: ConversationId) -> None:
        """Take a conversation in hand, or leave it to whoever has a free hand."""
        if conversation in self._busy or self.free():
            super().work(conversation)
            return
        self._left = True
        self._wakes.wake(WORK)

    def _done(self, conversation: ConversationId) -> None:
        super()._done(conversation)
        if self._left and len(self._busy) <= HANDS // 2:
            self._left = False
            self._wakes.wake(WORK)

    async def idle(self) -> None:
        """Take nothing more, and return when nothing is in hand: so a process ends."""
        self._resting = True
        await super().idle()

    async def share(self) -> None:
        """Take what waits, for ever."""
        while True:
            try:
                await self._look()
            except StoreUnavailable:
                _log.warning("store_unavailable", kind="backlog")
                await asyncio.sleep(LOOK)
            await self._wakes.wait(WORK, LOOK)

    async def _look(self) -> None:
        if not self.free():
            return
        # Those in hand stand in the backlog too, until they are worked off.
        waiting = await self._store.backlog(2 * HANDS)
        for conversation in waiting:
            if conversation not in self._busy:
                self.work(conversation)


def show_typing(wakes: Wakes, show: Show) -> None:
    """Show what another process says an operator writes; only who sent last knows where."""
    showing: set[asyncio.Task[None]] = set()

    async def shown(conversation: str) -> None:
        await show(ConversationId(conversation))

    def begin(conversation: str) -> None:
        task = asyncio.create_task(shown(conversation))
        showing.add(task)
        task.add_done_callback(showing.discard)

    wakes.answer(TYPING, begin)


async def say_typing(wakes: Wakes, conversation: ConversationId) -> None:
    """Tell every process that an operator writes there."""
    wakes.wake(TYPING + conversation)


class Leader(Protocol):
    """Knows who does what only one process may do."""

    async def leads(self, name: str) -> bool:
        """Tell whether it is this process, which takes it on when nobody alive does it."""
        ...


async def leads(leader: Leader, name: str) -> bool:
    """Tell whether this process leads; a store out of reach cannot say yes."""
    try:
        return await leader.leads(name)
    except StoreUnavailable:
        return False


def alone(
    leader: Leader, name: str, job: Callable[[], Awaitable[object]]
) -> Callable[[], Awaitable[object]]:
    """Return a short job that does nothing where another process leads."""

    async def guarded() -> object:
        return await job() if await leads(leader, name) else None

    return guarded


async def while_leading(
    leader: Leader, name: str, job: Callable[[], Coroutine[Any, Any, None]]
) -> None:
    """Run an endless job while this process leads, for ever. Its failure is the caller's."""
    while True:
        if await leads(leader, name):
            await _term(leader, name, job)
        await asyncio.sleep(TERM)


async def _term(leader: Leader, name: str, job: Callable[[], Coroutine[Any, Any, None]]) -> None:
    running = asyncio.create_task(job())
    try:
        while await leads(leader, name):
            await asyncio.wait({running}, timeout=TERM)
            if running.done():
                await running
                return
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
