"""How many streams one visitor has open: a few tabs, the oldest ends for one more."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from bot.service.records import ConversationId

MOST = 4
"""Browsers open six connections to a host: two must stay free for what is sent."""


class Tabs:
    """The open streams by conversation, in memory."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._open: dict[ConversationId, list[asyncio.Event]] = {}

    def __len__(self) -> int:
        return sum(map(len, self._open.values()))

    @contextmanager
    def one(self, conversation: ConversationId) -> Iterator[asyncio.Event]:
        """Count a stream while the block runs; the event says that newer ones took its place."""
        mine = self._open.setdefault(conversation, [])
        over = asyncio.Event()
        mine.append(over)
        if len(mine) > self._most:
            mine[0].set()
            del mine[0]
        try:
            yield over
        finally:
            if over in mine:
                mine.remove(over)
            if not mine:
                self._open.pop(conversation, None)
