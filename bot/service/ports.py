"""The ports of the shell: what the adapters in `bot.channels`, `bot.store`, `bot.desk` provide.

Errors (adapters classify, `bot.service.outbox` decides):

    SendError
     ├─ NotSent(retry_after)    certainly not sent: may be retried
     ├─ Unknown                 may or may not have been sent
     ├─ Refused                 this message will never be accepted
     └─ Gone                    this address will never be reached again
    StoreError
     ├─ StoreUnavailable        nothing was written: do not acknowledge
     └─ Conflict                the session moved on: load and advance again
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType, Protocol

from bot.dialogue.effects import (
    CloseTicket,
    Count,
    Ending,
    OpenTicket,
    RaiseTicket,
    RecordAnswers,
    Reply,
    RingOnCall,
    SetTimer,
    Slot,
    Urgency,
)
from bot.dialogue.reading import Sign
from bot.dialogue.session import Session
from bot.dialogue.values import ChannelKind, Form, Locale, OperatorId, TicketId

ConversationId = NewType("ConversationId", str)
"""Random, 128 bits as 32 hexadecimal digits; derived from nothing."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where to reach a visitor: sealed at rest, hidden in `repr`, never shown or logged."""

    channel: ChannelKind
    value: str = field(repr=False)


class InboundKind(StrEnum):
    """One kind per event of the core."""

    SAID = "said"
    CHOSE = "chose"
    SENT = "sent"
    CALLED = "called"
    """A stranger rang: as if they had written nothing yet."""
    OPERATOR_JOINED = "operator_joined"
    OPERATOR_SAID = "operator_said"
    OPERATOR_LEFT = "operator_left"
    TIMER = "timer"
    SEND_FAILED = "send_failed"


@dataclass(frozen=True, slots=True)
class Inbound:
    """One thing that arrived. From a channel it has an `address`, from inside a `conversation`.

    `key` is unique per channel and makes a second arrival harmless. `body` is the
    event's own fields as JSON text and is sealed with everything else personal.
    """

    key: str
    kind: InboundKind
    body: str = field(repr=False)
    at: datetime
    address: Address | None = None
    conversation: ConversationId | None = None
    platform_id: str | None = field(default=None, repr=False)
    """The platform's id of the visitor's own message, kept sealed for wiping."""


@dataclass(frozen=True, slots=True)
class Button:
    """A rendered choice: `key` to type, `data` (at most 64 bytes) for the button to send."""

    id: str
    key: str
    label: str
    data: str


@dataclass(frozen=True, slots=True)
class Outbound:
    """Final words, rendered once inside the turn; a retry sends the same."""

    blocks: tuple[str, ...] = field(repr=False)
    choices: tuple[Button, ...] = ()
    form: Form = Form.LONG
    slot: Slot = Slot.SCREEN
    quiet: bool = False
    protected: bool = False
    audio: str = ""
    """Name of a recording that stands beside the words; never played by itself."""
    alert: bool = False
    """Words for the platform's pop-up that never enter the history."""
    wipe: bool = False
    """Delete what can be deleted of this conversation on the visitor's screen."""
    own_script: bool = False
    """In the letters it is written in, also where others would cost less."""


class Source(StrEnum):
    """Who said a line of the log."""

    VISITOR = "visitor"
    BOT = "bot"
    OPERATOR = "operator"
    NOTICE = "notice"
    NOTE = "note"
    """An operator's internal note: never leaves the Desk."""


class Delivery(StrEnum):
    """States of an outgoing message; they move forward only (promise 5)."""

    HELD = "held"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    DELIVERED = "delivered"
    UNKNOWN = "unknown"
    FAILED = "failed"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"


class TicketState(StrEnum):
    """A ticket waits, is offered to one operator, is taken, or is closed."""

    WAITING = "waiting"
    OFFERED = "offered"
    TAKEN = "taken"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Ticket:
    """A row of the operators' queue; of who it is they see `designation` ("quiet poplar")."""

    id: TicketId
    conversation: ConversationId
    designation: str
    state: TicketState
    urgency: Urgency
    locale: Locale
    channel: ChannelKind
    opened: datetime
    signs: tuple[Sign, ...] = ()
    earlier: bool = False
    reply: Reply = Reply.HERE
    wish: str = "anyone"
    minor: bool = False
    quiet: bool = False
    operator: OperatorId | None = None
    since: datetime | None = None
    """When it was offered or taken."""
    first_seq: int = 0
    """The operator reads the log from here on, from 1 when `earlier`."""
    ending: Ending | None = None
    version: int = 0


class SendError(Exception):
    """A message was not, or perhaps not, delivered to the platform."""


class NotSent(SendError):
    """Certainly not sent; try again, not before `retry_after` seconds.

    `everyone` when the platform refused the bot as a whole, not this chat.
    """

    def __init__(self, retry_after: float = 0.0, *, everyone: bool = False) -> None:
        super().__init__("not sent")
        self.retry_after = retry_after
        self.everyone = everyone


class Unknown(SendError):
    """The request left and no answer came back.

    `platform_ids` are names by which a later report may still tell what became of it.
    """

    def __init__(self, platform_ids: tuple[str, ...] = ()) -> None:
        super().__init__("unknown")
        self.platform_ids = platform_ids


class Refused(SendError):
    """The platform will never accept this message; `code` is its own short code."""

    def __init__(self, code: str = "") -> None:
        super().__init__("refused")
        self.code = code


class Gone(SendError):
    """Blocked, deleted or deactivated: nothing will reach this address again."""


class StoreError(Exception):
    """The store did not do what was asked."""


class StoreUnavailable(StoreError):
    """Locked, full or out of reach: nothing was written, so acknowledge nothing."""


class Conflict(StoreError):
    """The session moved on since it was loaded; load it and advance again."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the platform said: the ids of the messages that now stand on the visitor's screen."""

    platform_ids: tuple[str, ...] = field(default=(), repr=False)


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


@dataclass(frozen=True, slots=True)
class LogLine:
    """One line of a conversation's log, the single record of what was said.

    `seq` counts from 1 in its conversation and is the event id of streams.
    `shown` is False for what the operator may not read (before the ticket, unless a yes).
    """

    seq: int
    source: Source
    blocks: tuple[str, ...] = field(repr=False)
    at: datetime
    delivery: Delivery = Delivery.SENT
    choices: tuple[Button, ...] = ()
    slot: Slot = Slot.NOTICE
    shown: bool = False
    id: str = ""
    """The writer's own id of an operator's or web visitor's message, for retries."""
    audio: str = ""
    """Name of a recording that the visitor may play."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a turn needs: the oldest unhandled inbound of a conversation, and its session."""

    conversation: ConversationId
    inbox: int
    inbound: Inbound
    session: Session
    channel: ChannelKind
    tickets: tuple[Ticket, ...] = ()
    """The open ticket of this conversation, if any."""
    more: bool = True
    """False when certainly nothing else of this conversation waited."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A rendered message of a turn, for the log and (except on the web) the outbox."""

    outbound: Outbound
    source: Source
    urgent: bool = False
    """Supersedes everything unsent of this visitor."""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Commit:
    """All that one turn changes; written in one transaction or not at all.

    `expected` is the session version the turn was computed from. `said` are the
    visitor's words of this event for the log, `shown` whether the operator reads them.
    """

    conversation: ConversationId
    inbox: int
    at: datetime
    expected: int
    session: Session
    said: tuple[str, ...] = field(default=(), repr=False)
    shown: bool = False
    outgoing: tuple[Outgoing, ...] = ()
    opened: tuple[OpenTicket, ...] = ()
    raised: tuple[RaiseTicket, ...] = ()
    closed: tuple[CloseTicket, ...] = ()
    timers: tuple[SetTimer, ...] = ()
    rings: tuple[RingOnCall, ...] = ()
    counts: tuple[Count, ...] = ()
    answers: tuple[RecordAnswers, ...] = ()
    designation: str = ""
    """For a ticket opened by this turn."""
    wipe: bool = False
    """The visitor's own view of the log starts anew after this turn."""
    forget: bool = False
    """The conversation closes with this turn and its key is destroyed at once."""


@dataclass(frozen=True, slots=True)
class Send:
    """An outbox row handed to one sender; `places` are platform ids of the same slot."""

    id: int
    conversation: ConversationId
    address: Address
    outbound: Outbound
    attempt: int
    doubtful: bool
    """An earlier attempt may have reached the visitor."""
    places: tuple[str, ...] = field(default=(), repr=False)
    last: bool = False
    """Nothing else of this visitor waited when it was taken."""


@dataclass(frozen=True, slots=True)
class Settled:
    """How a send ended: forward only. With `again` the row waits until then and stays first."""

    delivery: Delivery
    platform_ids: tuple[str, ...] = field(default=(), repr=False)
    again: datetime | None = None


@dataclass(frozen=True, slots=True)
class Ring:
    """A due ring of the on-call phone."""

    id: int
    ticket: TicketId
    round: int


@dataclass(frozen=True, slots=True)
class Purged:
    """Counts of what a purge removed."""

    conversations: int = 0
    inbox: int = 0
    outbox: int = 0


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
