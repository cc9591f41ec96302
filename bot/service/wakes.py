"""Hints that something may be new: a topic wakes everyone who waits for it.

Only a hint: whoever waits reads again after a while in any case.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict

QUEUE = "queue"
"""The topic of the operators' queue; other topics are conversation ids."""


class Wakes:
    """In one process. Several processes share hints through Redis instead."""

    def __init__(self) -> None:
        self._waiting: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self.queue_wakes = 0
        """How often the queue was woken: a reading from before the last one is old."""

    def wake(self, topic: str) -> None:
        """Wake everyone who waits for `topic` now."""
        self.queue_wakes += topic == QUEUE
        for event in self._waiting.get(topic, ()):
            event.set()

    async def wait(self, topic: str, timeout: float) -> bool:  # noqa: ASYNC109 -- a wait has an end
        """Return True when woken, False after `timeout` seconds without it."""
        event = asyncio.Event()
        self._waiting[topic].add(event)
        try:
            async with asyncio.timeout(timeout):
                return await event.wait()
        except TimeoutError:
            return False
        finally:
            self._leave(topic, event)

    def _leave(self, topic: str, event: asyncio.Event) -> None:
        waiting = self._waiting[topic]
        waiting.discard(event)
        if not waiting:
            del self._waiting[topic]
