"""What happens by itself: timers come due, the on-call phone rings, what is over goes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from datetime import datetime

from bot import log, metrics
from bot.service.failures import StoreUnavailable
from bot.service.oncall import Ringer
from bot.service.ports import Store
from bot.service.receive import RINGS, Reception
from bot.service.records import Ring
from bot.service.share import Leader, alone
from bot.service.wakes import Wakes

TICK = 1.0
"""Seconds between looks at the timers; the shortest one is a minute."""
RING_TICK = 5.0
FAILED = 0.5
"""Seconds after a failure at least, so that a store out of reach is not asked without end."""
ASSIGN_TICK = 2.0
PURGE_EVERY = 60.0
CLOCK = "clock"
"""The lease of the one process that looks at timers and purges."""

_log = log.logger("safar.clockwork")


async def every(seconds: float, job: Callable[[], Awaitable[object]], name: str) -> None:
    """Do `job` for ever, also after a failure: a clock that stopped would be noticed by nobody."""
    while True:
        pause = seconds
        try:
            await job()
        except StoreUnavailable:
            pause = max(seconds, FAILED)
            _log.warning("store_unavailable", kind=name)
        except Exception as error:  # noqa: BLE001 -- see above
            pause = max(seconds, FAILED)
            _log.exception("job_failed", kind=name, exc_info=error)
        await asyncio.sleep(pause)


class Clockwork:
    """Timers, rings and retention of one process."""

    def __init__(
        self,
        store: Store,
        reception: Reception,
        ringer: Ringer | None,
        wakes: Wakes,
        *,
        clock: Callable[[], datetime],
        assign: Callable[[], Awaitable[None]],
    ) -> None:
        self._assign = assign
        self._store = store
        self._reception = reception
        self._ringer = ringer
        self._wakes = wakes
        self._clock = clock

    async def timers(self) -> None:
        """Hand every timer that is due to its conversation."""
        for conversation in await self._store.due(self._clock()):
            self._reception.work(conversation)

    async def rings(self) -> None:
        """Ring for what was asked; a ring that failed is made again at the next look."""
        for ring in await self._store.claim_rings(self._clock()):
            done = self._ringer is None or await self._rang(self._ringer, ring)
            await self._store.settle_ring(ring, done=done)
        await self._wakes.wait(RINGS, RING_TICK)

    async def _rang(self, ringer: Ringer, ring: Ring) -> bool:
        """Whatever went wrong, the phone must ring again."""
        try:
            await ringer.ring(ring)
        except Exception as error:  # noqa: BLE001 -- any failure at all
            _log.exception("ring_failed", round=ring.round, exc_info=error)
            return False
        metrics.ring()
        return True

    async def purge(self) -> None:
        """Destroy what is over its time."""
        purged = await self._store.purge(self._clock())
        if purged.conversations:
            _log.info("purged", conversations=purged.conversations)

    def jobs(self) -> tuple[Callable[[], Coroutine[None, None, None]], ...]:
        """Return what runs side by side until it is cancelled, where one process does all."""
        return (
            lambda: every(TICK, self.timers, "timers"),
            self.ringing,
            self.assigning,
            lambda: every(PURGE_EVERY, self.purge, "purge"),
        )

    async def ringing(self) -> None:
        """Ring for ever. Each ring is taken by one process, so that all of them may."""
        await every(0.0, self.rings, "rings")

    async def assigning(self) -> None:
        """Offer tickets for ever; where the operators are."""
        await every(ASSIGN_TICK, self._assign, "assign")

    async def one_of_many(self, leader: Leader) -> None:
        """Look at timers and purge for ever, while this process leads in that."""
        async with asyncio.TaskGroup() as group:
            for seconds, job in ((TICK, self.timers), (PURGE_EVERY, self.purge)):
                group.create_task(every(seconds, alone(leader, CLOCK, job), CLOCK))
