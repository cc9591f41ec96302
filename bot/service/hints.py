"""The sign that an operator writes, for a visitor who waits for words and may see it."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from typing import Protocol, runtime_checkable

from bot.dialogue.values import ChannelKind
from bot.service.ports import Channel
from bot.service.records import Address, ConversationId

REMEMBERED = 1000
"""Conversations whose address is known without asking the store; of others nothing is shown."""
EVERY = 4.0
"""Seconds between two signs: Telegram shows one for five."""


@runtime_checkable
class Typing(Protocol):
    """A channel that can show it."""

    async def typing(self, address: Address) -> None:
        """Show for some seconds that somebody writes; never raises a `SendError`."""
        ...


class TypingHints:
    """Knows where to show it by what was sent last. In memory only: it is a courtesy."""

    def __init__(
        self,
        channels: Mapping[ChannelKind, Channel],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._channels = channels
        self._clock = clock
        self._known: OrderedDict[ConversationId, tuple[Address, float]] = OrderedDict()

    def reached(self, conversation: ConversationId, address: Address) -> None:
        """Remember where a message arrived."""
        shown = self._known.pop(conversation, (address, float("-inf")))[1]
        self._known[conversation] = address, shown
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)

    def forget(self, conversation: ConversationId) -> None:
        """Forget whoever cleared their screen: nothing may show there any more."""
        self._known.pop(conversation, None)

    async def show(self, conversation: ConversationId) -> None:
        """Show it, at most every few seconds."""
        known = self._known.get(conversation)
        now = self._clock()
        if known is None or now - known[1] < EVERY:
            return
        channel = self._channels.get(known[0].channel)
        if isinstance(channel, Typing):
            self._known[conversation] = known[0], now
            await channel.typing(known[0])


Show = Callable[[ConversationId], Awaitable[None]]
"""`TypingHints.show`, as the operators' side sees it."""
