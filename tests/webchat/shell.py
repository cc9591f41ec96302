"""A small real shell in memory: keeps a log, answers at once, wakes who waits."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.dialogue.values import Locale
from bot.service.failures import StoreUnavailable
from bot.service.records import (
    Address,
    Button,
    ConversationId,
    Inbound,
    InboundKind,
    LogLine,
    Source,
)

AT = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
CHOICES = (
    Button("work", "1", "Work abroad", "1:0:ab12:work"),
    Button("papers", "2", "My papers", "1:0:ab12:papers"),
    Button("person", "3", "Write to a person", "1:0:ab12:person"),
)
LANGUAGES = {"/ky": "ky", "/ru": "ru", "/en": "en"}


@dataclass
class Talk:
    """One conversation of the fake."""

    lines: list[LogLine] = field(default_factory=list)
    locale: Locale | None = None
    seen: int = 0
    wiped: int = 0
    news: asyncio.Event = field(default_factory=asyncio.Event)


class MemoryShell:
    """A `VisitorShell` whose turns happen inside `receive` (later when `lazy`)."""

    def __init__(self) -> None:
        self.talks: dict[ConversationId, Talk] = defaultdict(Talk)
        self.places: dict[str, ConversationId] = {}
        self.inbound: dict[str, tuple[Inbound, ConversationId]] = {}
        self.broken = False
        self.lazy = False

    async def receive(self, inbound: Inbound) -> ConversationId:
        """Keep it once, and answer."""
        self._check()
        if inbound.key in self.inbound:
            return self.inbound[inbound.key][1]
        assert inbound.address is not None
        number = f"{len(self.talks) + 1:032x}"
        where = inbound.address.value
        conversation = self.places.setdefault(where, ConversationId(number))
        self.inbound[inbound.key] = (inbound, conversation)
        self.talks[conversation]
        if self.lazy:
            asyncio.get_running_loop().call_soon(self._turn, conversation, inbound)
        else:
            self._turn(conversation, inbound)
        return conversation

    async def find(self, address: Address) -> ConversationId | None:
        """Return the conversation of an address."""
        self._check()
        return self.places.get(address.value)

    async def view(self, conversation: ConversationId, after: int) -> tuple[LogLine, ...]:
        """Return the lines after `after` since the last wipe."""
        self._check()
        talk = self.talks[conversation]
        return tuple(line for line in talk.lines if line.seq > max(after, talk.wiped))

    async def delivered(self, conversation: ConversationId, seq: int) -> None:
        """Remember what the page said it has."""
        self.talks[conversation].seen = max(seq, self.talks[conversation].seen)

    async def wait(self, conversation: ConversationId, timeout: float) -> None:  # noqa: ASYNC109
        """Return when a line was added."""
        news = self.talks[conversation].news
        news.clear()
        try:
            await asyncio.wait_for(news.wait(), timeout)
        except TimeoutError:
            return

    async def leave(self, address: Address) -> None:
        """Forget the address."""
        self._check()
        conversation = self.places.pop(address.value, None)
        if conversation:
            self.talks[conversation].news.set()

    async def locale(self, conversation: ConversationId) -> Locale | None:
        """Return the language chosen."""
        return self.talks[conversation].locale

    def say(
        self, conversation: ConversationId, source: Source, *blocks: str, choices: bool = False
    ) -> int:
        """Put a line into the log, as the shell would after a turn; return its number."""
        return self._add(conversation, source, blocks, CHOICES if choices else ())

    def wipe(self, conversation: ConversationId) -> None:
        """Let the visitor's view begin after what is there."""
        talk = self.talks[conversation]
        talk.wiped = len(talk.lines)
        talk.news.set()

    def only(self) -> ConversationId:
        """Return the one conversation there is."""
        (conversation,) = self.talks
        return conversation

    def bodies(self) -> list[dict[str, object]]:
        """Return what arrived."""
        return [json.loads(inbound.body) for inbound, _ in self.inbound.values()]

    def _turn(self, conversation: ConversationId, inbound: Inbound) -> None:
        body = json.loads(inbound.body)
        talk = self.talks[conversation]
        said = body.get("text", "")
        if body.get("hint"):
            talk.locale = Locale(body["hint"])
        if said in LANGUAGES:
            talk.locale = Locale(LANGUAGES[said])
        if inbound.kind is InboundKind.CHOSE:
            said = next((one.label for one in CHOICES if one.id == body["choice"]), "?")
        if said != "/start":
            self._add(conversation, Source.VISITOR, (said,), (), inbound.key)
        self._add(conversation, Source.BOT, (f"Heard: {said}", "What is it about?"), CHOICES)

    def _add(
        self,
        conversation: ConversationId,
        source: Source,
        blocks: tuple[str, ...],
        choices: tuple[Button, ...],
        own: str = "",
    ) -> int:
        talk = self.talks[conversation]
        seq = len(talk.lines) + 1
        talk.lines.append(LogLine(seq, source, blocks, AT, choices=choices, id=own))
        talk.news.set()
        return seq

    def _check(self) -> None:
        if self.broken:
            raise StoreUnavailable
