"""What gateways say later: forward only, foreign ids counted.

The store moves states forward, and ends after two days what nobody spoke of; here the parts of
one message become one state. A report that comes before its message is settled is tried again,
once; one that never comes resends nothing.
"""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot import log
from bot.channels.sms.port import Report
from bot.dialogue.values import ChannelKind
from bot.service.failures import StoreUnavailable
from bot.service.ports import Store
from bot.service.records import Delivery

EARLY = 5.0
"""Seconds until a report of an unknown id is tried again: its message may not be settled yet."""
REMEMBERED = 20_000
MOST_EARLY = 500

_log = log.logger(__name__)


@dataclass(slots=True)
class _Message:
    """The parts of one message that were not delivered yet."""

    ids: tuple[str, ...]
    open: set[str]


class Reports:
    """Hands reports to the store. `settle` waits before the second try; tests give their own."""

    def __init__(
        self, settle: Callable[[], Awaitable[None]] = lambda: asyncio.sleep(EARLY)
    ) -> None:
        self._settle = settle
        self._store: Store | None = None
        self._parts: OrderedDict[str, _Message] = OrderedDict()
        self._early: set[asyncio.Task[None]] = set()
        self.counts: Counter[str] = Counter()

    def serve(self, store: Store) -> None:
        """Say where states are kept."""
        self._store = store

    def sent(self, ids: tuple[str, ...]) -> None:
        """Note the ids of one message, in the form the store keeps them."""
        if len(ids) > 1:
            message = _Message(ids, set(ids))
            for one in ids:
                self._parts[one] = message
            while len(self._parts) > REMEMBERED:
                self._parts.popitem(last=False)

    async def take(self, gateway: str, report: Report) -> None:
        """Take a report. Raises `StoreUnavailable` when it could not be kept."""
        if not report.id:
            self.counts["unknown"] += 1
            return
        name = f"{gateway}:{report.id}"
        delivery = self._whole(name, report.delivery)
        if delivery is None or await self._kept(name, delivery):
            return
        if len(self._early) < MOST_EARLY:
            task = asyncio.get_running_loop().create_task(self._again(name, delivery))
            self._early.add(task)
            task.add_done_callback(self._early.discard)
        else:
            self.counts["unknown"] += 1

    def _whole(self, name: str, delivery: Delivery) -> Delivery | None:
        """A message is delivered when all its parts are, and failed when one is."""
        message = self._parts.get(name)
        if message is None or delivery is not Delivery.DELIVERED:
            return delivery
        message.open.discard(name)
        return None if message.open else delivery

    async def _kept(self, name: str, delivery: Delivery) -> bool:
        if self._store is None:
            raise StoreUnavailable
        known = await self._store.report(ChannelKind.SMS, name, delivery)
        self.counts["known"] += known
        return known

    async def _again(self, name: str, delivery: Delivery) -> None:
        await self._settle()
        try:
            known = await self._kept(name, delivery)
        except StoreUnavailable:
            known = False
        self.counts["unknown"] += not known

    async def idle(self) -> None:
        """Return when no report waits for its second try."""
        while self._early:
            await asyncio.gather(*self._early, return_exceptions=True)

    def stop(self) -> None:
        """Give up second tries: their gateways are not asked again, the states stay as they are."""
        for task in self._early:
            task.cancel()
