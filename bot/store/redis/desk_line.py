"""`bot.service.roster.DeskLine` through Redis: it holds figures and times, and names nobody."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from bot.service.records import ConversationId
from bot.service.roster import Roster
from bot.store.redis.engine import Engine

DESK = "desk"
"""The key of the roster, and the name of the lease that the one Desk has."""


class RedisDeskLine:
    """The line of one process."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def tell(self, roster: Roster, holds: timedelta) -> bool:
        """See `DeskLine.tell`."""
        wait = None if roster.wait is None else roster.wait.total_seconds()
        told = json.dumps({"until": [at.timestamp() for at in roster.until], "wait": wait})
        return bool(await self._engine.run("tell", told, int(holds / timedelta(milliseconds=1))))

    async def told(self) -> Roster | None:
        """See `DeskLine.told`."""
        raw = await self._engine.link.call("GET", DESK)
        if raw is None:
            return None
        told = json.loads(raw)
        until = tuple(datetime.fromtimestamp(at, UTC) for at in told["until"])
        return Roster(until, None if told["wait"] is None else timedelta(seconds=told["wait"]))

    async def heard(self, conversation: ConversationId, at: datetime) -> None:
        """See `DeskLine.heard`."""
        await self._engine.run("heard", conversation, repr(at.timestamp()))

    async def collect(self) -> Mapping[ConversationId, datetime]:
        """See `DeskLine.collect`."""
        flat = await self._engine.run("collect")
        return {
            ConversationId(name.decode()): datetime.fromtimestamp(float(at), UTC)
            for name, at in zip(flat[::2], flat[1::2], strict=True)
        }
