"""Hints that something may be new: a topic wakes everyone who waits for it.

Only a hint: whoever waits reads again after a while in any case.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable

QUEUE = "queue"
"""The topic of the operators' queue; other topics are conversation ids."""
WORK = "work"
"""The topic of workers with a free hand."""
TYPING = "typing:"
"""Begins the topic that an operator writes in a conversation."""


class Wakes:
    """In one process. Several processes share hints through Redis instead."""

    def __init__(self) -> None:
        self._waiting: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self._answers: dict[str, Callable[[str], object]] = {}
        self.queue_wakes = 0
        """How often the queue was woken: a reading from before the last one is old."""

    def wake(self, topic: str) -> None:
        """Wake everyone who waits for `topic` now."""
        self.queue_wakes += topic == QUEUE
        for prefix, call in self._answers.items():
            if topic.startswith(prefix):
                call(topic.removeprefix(prefix))
        for event in self._waiting.get(topic, ()):
            event.set()

    def answer(self, prefix: str, call: Callable[[str], object]) -> None:
        """Call with the rest of every topic that begins with `prefix`."""
        self._answers[prefix] = call

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
