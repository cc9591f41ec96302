"""The ports of the shell: what it asks of a channel and of a store. Adapters implement them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.dialogue.values import ChannelKind, Locale, OperatorId, TicketId
from bot.service.records import (
    Address,
    Commit,
    ConversationId,
    Delivery,
    Inbound,
    Loaded,
    LogLine,
    Outbound,
    Purged,
    Receipt,
    Ring,
    Send,
    Settled,
    Ticket,
)


class Channel(Protocol):
    """The visitor side. Adapters only encode and split; they decide nothing."""

    kind: ChannelKind

    async def send(
        self,
        address: Address,
        outbound: Outbound,
        places: Sequence[str],
        *,
        key: str = "",
        doubtful: bool = False,
    ) -> Receipt:
        """Deliver; `places` are platform ids this slot showed before (to edit) or wipes.

        `key` names the message, the same at every try; with `doubtful` an earlier try may have
        arrived. Raises a `SendError`.
        """
        ...


class Store(Protocol):
    """Intention verbs, each atomic and durable when it returns; the same on every engine.

    Any verb raises `StoreUnavailable` when nothing could be written.
    """

    async def accept(self, batch: Sequence[Inbound]) -> tuple[ConversationId, ...]:
        """Keep what arrived, each key once; return the conversations that now have work.

        An unknown address, or one whose conversation is closing, starts a conversation.
        """
        ...

    async def find(self, address: Address) -> ConversationId | None:
        """Return the open conversation of an address."""
        ...

    async def leave(self, address: Address) -> None:
        """Cut an address off from its conversation: the next word from it is a stranger's."""
        ...

    async def rejoin(self, code: str, address: Address) -> ConversationId | None:
        """Give the hidden conversation with this return code to an address; None if no such."""
        ...

    async def backlog(self, limit: int) -> tuple[ConversationId, ...]:
        """Return conversations with unhandled inbound, oldest first."""
        ...

    async def load(self, conversation: ConversationId) -> Loaded | None:
        """Return the oldest unhandled inbound with its session, or None."""
        ...

    async def commit(self, turn: Commit, *, claim: bool = False) -> tuple[Send, ...]:
        """Write a turn. Raises `Conflict` when the session is not at `expected` any more.

        With `claim` the turn's first message is marked as sending too and returned, unless
        something else of this visitor waits or is under way: the rest is for `claim_sends`.
        """
        ...

    async def set_aside(self, conversation: ConversationId, inbox: int) -> bool:
        """Count a failed try of an inbound; True when it was the fifth and it is set aside."""
        ...

    async def claim_sends(self, now: datetime, limit: int) -> tuple[Send, ...]:
        """Mark due outbox rows as sending, at most the first of each visitor, urgent first."""
        ...

    async def settle(self, send: Send, settled: Settled) -> bool:
        """Record how a send ended; a state never goes back. True when more of this visitor waits.

        The end of an edit may be written a little later, with what is written next: after a
        crash the same edit is made again, which changes nothing.
        """
        ...

    async def report(self, channel: ChannelKind, platform_id: str, delivery: Delivery) -> bool:
        """Record what a gateway says later of a message; False for an id that is not ours."""
        ...

    async def due(self, now: datetime) -> tuple[ConversationId, ...]:
        """Turn timers that are due into inbound; return their conversations."""
        ...

    async def claim_rings(self, now: datetime) -> tuple[Ring, ...]:
        """Take the rings that nobody has made yet."""
        ...

    async def settle_ring(self, ring: Ring, *, done: bool) -> None:
        """Record that a ring was made, or give it back."""
        ...

    async def tickets(self) -> tuple[Ticket, ...]:
        """Return all tickets that are not closed, oldest first."""
        ...

    async def ticket(self, ticket: TicketId) -> Ticket | None:
        """Return one ticket, also a closed one that is not yet purged."""
        ...

    async def offer(self, ticket: TicketId, operator: OperatorId, now: datetime) -> bool:
        """Offer a waiting ticket; False when it was not waiting any more."""
        ...

    async def claim_ticket(self, ticket: TicketId, operator: OperatorId, now: datetime) -> bool:
        """Take a waiting ticket, or one offered to this operator, and tell the visitor's inbox.

        One compare-and-set: of several operators exactly one gets True.
        """
        ...

    async def release(self, ticket: TicketId, operator: OperatorId | None, now: datetime) -> bool:
        """Put an offered or taken ticket back; from its holder, or from anyone when None."""
        ...

    async def close(self, ticket: TicketId, operator: OperatorId, now: datetime) -> bool:
        """Let the holder end a taken ticket: `OperatorLeft(closed)` enters the inbox."""
        ...

    async def messages(
        self, conversation: ConversationId, after: int = 0, limit: int = 500
    ) -> tuple[LogLine, ...]:
        """Return the whole log after `after` in order; the Desk filters by `shown` and source."""
        ...

    async def view(self, conversation: ConversationId, after: int = 0) -> tuple[LogLine, ...]:
        """Return what the visitor may see: since the last wipe, no notes, nothing held."""
        ...

    async def note(self, conversation: ConversationId, words: str, now: datetime) -> int:
        """Append an operator's internal note; return its seq."""
        ...

    async def delivered(self, conversation: ConversationId, seq: int) -> None:
        """Mark everything up to `seq` as seen by the visitor's page."""
        ...

    async def locale(self, conversation: ConversationId) -> Locale | None:
        """Return the language of a conversation's session, if it has chosen one."""
        ...

    async def count(self, now: datetime, what: str, detail: str) -> None:
        """Add one to a counter of the day, outside any turn."""
        ...

    async def tally(
        self, now: datetime, what: str, address: Address | None = None, add: int = 0
    ) -> int:
        """Add to a figure of the day, of an address or of all together, and return it.

        Caps that must hold after a restart. What is kept names no address and goes in two days.
        """
        ...

    async def purge(self, now: datetime) -> Purged:
        """Destroy the keys of what is over its time, and remove its rows."""
        ...
