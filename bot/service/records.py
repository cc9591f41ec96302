"""What passes between shell, channels and store: arrivals, answers, tickets, turns."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

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


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the platform said: the ids of the messages that now stand on the visitor's screen."""

    platform_ids: tuple[str, ...] = field(default=(), repr=False)


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
