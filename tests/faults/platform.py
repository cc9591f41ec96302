"""A messaging platform that outlives the process under test and records all it was asked.

It keeps what people write until a higher offset is asked for, as Telegram does, and takes
what is sent to them. One JSON object a line over loopback, one answer a line.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
from dataclasses import dataclass, field
from typing import Any, Self

SENT_ID = "99112233{:06d}"
CHAT = "7770{:06d}"
"""Chats have the ids of people's accounts: the scanner looks for them."""


@dataclass(frozen=True, slots=True)
class Update:
    """One thing that a person wrote."""

    id: int
    chat: str
    words: str


@dataclass(frozen=True, slots=True)
class Sent:
    """One message that was taken for a person; `version` is the turn its buttons name."""

    chat: str
    words: str
    version: str
    wipe: bool


@dataclass
class Platform:
    """What people wrote and what they were sent. `async with` serves it on loopback."""

    updates: list[Update] = field(default_factory=list)
    sent: list[Sent] = field(default_factory=list)
    offset: int = 1
    hold: int = 0
    """So many sends are taken and never answered."""
    held: asyncio.Event = field(default_factory=asyncio.Event)
    refused: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the process under test said that it could not keep something."""
    _news: asyncio.Condition = field(default_factory=asyncio.Condition)
    _server: asyncio.Server | None = None
    _talking: set[asyncio.Task[None]] = field(default_factory=set)

    async def __aenter__(self) -> Self:
        """Begin to serve."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop serving and end every connection."""
        assert self._server is not None
        self._server.close()
        for task in self._talking:
            task.cancel()
        await asyncio.gather(*self._talking, return_exceptions=True)

    @property
    def port(self) -> int:
        """Return where it listens."""
        assert self._server is not None
        return int(self._server.sockets[0].getsockname()[1])

    @property
    def confirmed(self) -> list[Update]:
        """Return what the process under test said it has."""
        return [update for update in self.updates if update.id < self.offset]

    async def write(self, chat: str, *words: str) -> None:
        """Let a person write."""
        for one in words:
            self.updates.append(Update(len(self.updates) + 1, chat, one))
        async with self._news:
            self._news.notify_all()

    async def confirmation(self) -> None:
        """Return when everything written was confirmed."""
        async with self._news:
            await self._news.wait_for(lambda: self.offset > len(self.updates))

    async def traffic(self) -> None:
        """Return when something was asked of the platform."""
        async with self._news:
            await self._news.wait()

    def of(self, chat: str) -> list[Sent]:
        """Return what one person was sent, without wipes."""
        return [one for one in self.sent if one.chat == chat and not one.wipe]

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._talking.add(task)
        with contextlib.suppress(ConnectionError, asyncio.CancelledError):
            while line := await reader.readline():
                answer = await self._answer(json.loads(line))
                writer.write(json.dumps(answer).encode() + b"\n")
                await writer.drain()
        writer.close()
        self._talking.discard(task)

    async def _answer(self, asked: dict[str, Any]) -> dict[str, Any]:
        if "refused" in asked:
            self.refused.set()
            return {}
        if "offset" in asked:
            return {"updates": await self._fetch(asked["offset"], asked["limit"])}
        self.sent.append(Sent(asked["chat"], asked["words"], asked["version"], asked["wipe"]))
        async with self._news:
            self._news.notify_all()
        if self.hold:
            self.hold -= 1
            self.held.set()
            await asyncio.Event().wait()
        return {"id": SENT_ID.format(len(self.sent))}

    async def _fetch(self, offset: int, limit: int) -> list[dict[str, Any]]:
        """Forget what is below the offset, and wait for what is not."""
        async with self._news:
            self.offset = max(self.offset, offset)
            self._news.notify_all()
            if limit:
                await self._news.wait_for(lambda: len(self.updates) >= self.offset)
            first = self.offset - 1
        new = self.updates[first : first + limit]
        return [{"id": one.id, "chat": one.chat, "words": one.words} for one in new]
