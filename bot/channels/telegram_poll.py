"""Polling with our own offset: Telegram forgets an update only after we have kept it."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

from bot.channels.telegram_client import CONFLICT, Client
from bot.channels.telegram_intake import Intake
from bot.channels.telegram_wire import Arrival, parse_batch
from bot.log import logger
from bot.service.failures import NotSent, Refused, SendError, StoreError
from bot.service.killpoint import killpoint

WAIT = 50
"""Seconds that a poll waits for news."""
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 60.0
TRIES = 5
"""An update that cannot be kept is set aside after so many tries."""

_log = logger(__name__)


class Poller:
    """Fetches updates for ever. One process polls: a second one would take turns with it."""

    def __init__(
        self,
        client: Client,
        intake: Intake,
        *,
        clock: Callable[[], datetime],
        wait: int = WAIT,
        rest: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._client = client
        self._intake = intake
        self._clock = clock
        self._wait = wait
        self._rest = rest
        self._offset = 0
        self._failures = 0
        self.reachable = False
        """Whether the last poll went well, for `/readyz`."""

    async def run(self) -> None:
        """Poll until cancelled. Nothing that happens ends it."""
        while True:
            try:
                await self.once()
            except SendError as error:
                await self._pause(error)
            except (StoreError, ValueError) as error:
                # Nothing was kept, or nothing could be read: the offset has not moved.
                await self._pause(error)
            else:
                self._failures = 0
                self.reachable = True

    async def once(self) -> int:
        """Fetch, keep, and only then move the offset; return how many updates came."""
        content = await self._client.updates(self._offset, self._wait)
        arrivals = parse_batch(content, self._clock())
        killpoint("fetched")
        await self._keep(arrivals)
        killpoint("accepted")
        self._offset = max((self._offset, *(one.update + 1 for one in arrivals)))
        return len(arrivals)

    async def _keep(self, arrivals: Sequence[Arrival]) -> None:
        """Keep all in one commit; if one of them cannot be kept, the others are kept alone."""
        try:
            await self._intake.take(arrivals)
        except StoreError:
            raise
        except Exception as error:  # noqa: BLE001 - one poison update must not stop the others
            _log.error("batch_failed", kind=type(error).__name__, count=len(arrivals))
            for one in arrivals:
                await self._keep_alone(one)

    async def _keep_alone(self, arrival: Arrival) -> None:
        for attempt in range(1, TRIES + 1):
            try:
                await self._intake.take([arrival])
            except StoreError:
                raise
            except Exception as error:  # noqa: BLE001 - set aside after the last try
                _log.error("update_failed", kind=type(error).__name__, attempt=attempt)
            else:
                return

    async def _pause(self, error: Exception) -> None:
        """Rest, longer after each failure, with some chance so that many do not come at once."""
        self.reachable = False
        self._failures += 1
        longest = min(FIRST_PAUSE * 2 ** min(self._failures, 10), LONGEST_PAUSE)
        pause = random.uniform(longest / 2, longest)  # noqa: S311 - no secret
        if isinstance(error, NotSent):
            pause = max(pause, error.retry_after)
        conflict = isinstance(error, Refused) and error.code == CONFLICT
        _log.warning(
            "poll_conflict" if conflict else "poll_failed",
            kind=type(error).__name__,
            attempt=self._failures,
            seconds=round(pause, 1),
        )
        await self._rest(pause)
