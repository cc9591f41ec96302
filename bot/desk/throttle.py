"""Slowing guesses: each account and source waits for its own mistakes, nobody else's."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime, timedelta

FREE = 5
"""Wrong tries before the first wait."""
FIRST = timedelta(seconds=15)
LONGEST = timedelta(minutes=5)
FORGET = timedelta(minutes=30)
MOST = 10_000
"""Pairs remembered; the oldest goes first, so that a flood cannot fill the memory."""

Key = tuple[str, str]


class Throttle:
    """Counts wrong tries by (folded name, source). The owner at another source is never slowed."""

    def __init__(self) -> None:
        self._wrong: OrderedDict[Key, tuple[int, datetime]] = OrderedDict()

    def wait(self, key: Key, now: datetime) -> timedelta:
        """Return how long this pair still has to wait; zero when it may try."""
        count, last = self._wrong.get(key, (0, now))
        if count < FREE:
            return timedelta()
        pause = min(LONGEST, FIRST * (1 << min(count - FREE, 8)))
        return max(timedelta(), last + pause - now)

    def wrong(self, key: Key, now: datetime) -> None:
        """Count a wrong try, before it is known to be wrong: parallel guesses count too."""
        count, last = self._wrong.pop(key, (0, now))
        self._wrong[key] = (1 if now - last > FORGET else count + 1, now)
        while len(self._wrong) > MOST:
            self._wrong.popitem(last=False)

    def right(self, key: Key) -> None:
        """Forget the mistakes of who got in."""
        self._wrong.pop(key, None)
