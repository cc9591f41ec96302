"""What the web chat needs of the shell, and nothing more."""

from __future__ import annotations

from typing import Protocol

from bot.dialogue.values import Locale
from bot.service.records import Address, ConversationId, Inbound, LogLine


class VisitorShell(Protocol):
    """The visitor's side of `bot.service`. Every verb may raise `StoreUnavailable`."""

    async def receive(self, inbound: Inbound) -> ConversationId:
        """Keep what arrived, durably, and return; the turn follows by itself.

        A second inbound with the same key changes nothing and returns the same conversation.
        """
        ...

    async def find(self, address: Address) -> ConversationId | None:
        """Return the open conversation of an address."""
        ...

    async def view(self, conversation: ConversationId, after: int) -> tuple[LogLine, ...]:
        """Return what the visitor may see after `after`, in order.

        `view(conversation, 0)` begins with the first line since the last wipe: when that
        line changes, the page starts anew.
        """
        ...

    async def delivered(self, conversation: ConversationId, seq: int) -> None:
        """Mark everything up to `seq` as arrived on the visitor's page."""
        ...

    async def wait(self, conversation: ConversationId, timeout: float) -> None:  # noqa: ASYNC109
        """Return when something may be new, at the latest after `timeout` seconds.

        Listening begins with the first step of the call: a line written after that wakes it.
        """
        ...

    async def leave(self, address: Address) -> None:
        """Cut the address off from its conversation (quick exit); an unknown one is no error."""
        ...

    async def locale(self, conversation: ConversationId) -> Locale | None:
        """Return the language the visitor chose, if any."""
        ...
