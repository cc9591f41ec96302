"""Server-sent events: the log as it grows, resumed by the number of the last line seen."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.channels.webchat import sound
from bot.channels.webchat.port import VisitorShell
from bot.channels.webchat.tabs import Tabs
from bot.dialogue.values import Locale
from bot.service.failures import StoreUnavailable
from bot.service.records import Address, Button, ConversationId, LogLine, Source

HEARTBEAT = 15.0
"""Seconds: proxies and phone networks cut what is silent for longer than 20 to 60."""
RETRY = b"retry: 2000\n\n"
BEAT = b": \n\n"
RESET = b"event: reset\ndata: {}\n\n"
"""What the page shows is not this visitor's any more: it empties itself and asks anew."""
PAUSED = b"event: paused\ndata: {}\n\n"
"""Newer tabs took this one's place: it comes back when it is looked at, not by itself."""


def choices_of(buttons: Sequence[Button]) -> list[dict[str, str]]:
    """Return the choices as the page gets them: `id` is what it sends back."""
    return [{"id": one.data, "key": one.key, "label": one.label} for one in buttons]


def own_id(line: LogLine) -> str:
    """Return the id the page gave to a visitor's message, so that it is shown once."""
    return line.id.rpartition(":")[2] if line.source is Source.VISITOR else ""


def frame(line: LogLine) -> bytes:
    """Return one event. `own` goes beyond the public shape and only serves our page."""
    event: dict[str, object] = {
        "id": line.seq,
        "from": line.source.value,
        "text": "\n\n".join(line.blocks),
        "choices": choices_of(line.choices),
    }
    if line.audio:
        event["sound"] = sound.address(line.audio)
    if own_id(line):
        event["own"] = own_id(line)
    # ASCII with escapes: no line separator of any kind can split an event.
    return f"id: {line.seq}\ndata: {json.dumps(event)}\n\n".encode()


@asynccontextmanager
async def listening(
    shell: VisitorShell, conversation: ConversationId, seconds: float
) -> AsyncIterator[asyncio.Task[None]]:
    """Listen while the block reads: a line written after the reading wakes all the same."""

    async def listen() -> None:
        await shell.wait(conversation, seconds)

    task = asyncio.create_task(listen())
    await asyncio.sleep(0)
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@dataclass
class Stream:
    """One tab's stream. `first` is the first line on the page, 0 when it shows none."""

    shell: VisitorShell
    address: Address | None
    conversation: ConversationId | None
    closing: asyncio.Event
    tabs: Tabs = field(default_factory=Tabs)
    after: int = 0
    first: int = 0
    locale: Locale | None = None

    async def frames(self) -> AsyncIterator[bytes]:
        """Yield events until the server stops or the page must start anew."""
        yield RETRY
        if self.conversation is None or self.address is None:
            yield RESET
            return
        if self.after:
            await self.shell.delivered(self.conversation, self.after)
        with self.tabs.one(self.conversation) as over:
            stops = [asyncio.create_task(event.wait()) for event in (self.closing, over)]
            try:
                async for chunk in self._follow(self.conversation, self.address, stops):
                    yield chunk
                if over.is_set():
                    yield PAUSED
            except StoreUnavailable:
                return  # The browser comes back by itself and says where it was.
            finally:
                for stop in stops:
                    stop.cancel()

    async def _follow(
        self, conversation: ConversationId, where: Address, stops: Sequence[asyncio.Task[bool]]
    ) -> AsyncIterator[bytes]:
        ended = False
        while not ended:
            async with listening(self.shell, conversation, HEARTBEAT) as news:
                chunk = await self._news(conversation, where)
                yield chunk
                if chunk.endswith(RESET):
                    return
                if not any(stop.done() for stop in stops):
                    await asyncio.wait((news, *stops), return_when=asyncio.FIRST_COMPLETED)
                ended = any(stop.done() for stop in stops)

    async def _news(self, conversation: ConversationId, where: Address) -> bytes:
        lines = await self.shell.view(conversation, 0)
        if self._wiped(lines) or await self.shell.find(where) != conversation:
            return RESET
        fresh = [line for line in lines if line.seq > self.after]
        if not fresh:
            return BEAT
        self.after = fresh[-1].seq
        over = await self._speaks_otherwise(conversation)
        return b"".join(map(frame, fresh)) + (RESET if over else b"")

    def _wiped(self, lines: Sequence[LogLine]) -> bool:
        """Tell whether the page shows lines that are not in the log any more."""
        begins = lines[0].seq if lines else 0
        wiped = self.first not in (0, begins)
        self.first = begins
        return wiped

    async def _speaks_otherwise(self, conversation: ConversationId) -> bool:
        """Tell whether the visitor changed the language, and with it the page's own words."""
        if self.locale is None:
            return False
        return await self.shell.locale(conversation) not in {None, self.locale}
