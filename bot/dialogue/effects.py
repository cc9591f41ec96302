"""What to do about it, in the imperative: the shell carries these out (`bot.service.perform`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.dialogue.events import TimerKind
from bot.dialogue.reading import Sign
from bot.dialogue.values import (
    AssessmentId,
    Form,
    ItemId,
    Locale,
    NodeId,
    Offered,
    Text,
    TicketId,
)


class Slot(StrEnum):
    """Which living message this is, for channels that edit in place (Telegram)."""

    SCREEN = "screen"
    """The one screen that later screens replace."""
    NOTICE = "notice"
    """Stands for itself."""
    DANGER = "danger"
    """The emergency answer; a later `Say` in this slot replaces it."""


class Urgency(StrEnum):
    """Priority of a ticket, highest first in `dialogue.queue`."""

    EMERGENCY = "emergency"
    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


COMPLAINT = "complaint"
"""The wish of a ticket that only a named person outside the desk takes."""


class Reply(StrEnum):
    """May we write when an operator answers later (safety.md 7)."""

    HERE = "here"
    PULL = "pull"
    """Only when the visitor writes first."""


@dataclass(frozen=True, slots=True)
class Say:
    """Show `blocks` and `choices`. `urgent` goes before everything unsent of this visitor.

    `quiet` sends without a sound; `protected` keeps it from being forwarded.
    """

    blocks: tuple[Text, ...]
    locale: Locale
    choices: tuple[Offered, ...] = ()
    node: NodeId | None = None
    """The screen, by which its buttons will name themselves."""
    form: Form = Form.LONG
    slot: Slot = Slot.SCREEN
    urgent: bool = False
    quiet: bool = False
    protected: bool = False
    audio: str = ""
    """Name of a recording to offer with it; it never begins by itself."""


@dataclass(frozen=True, slots=True)
class Alert:
    """Show words that never enter the chat history (Telegram's alert, at most 200 characters)."""

    block: Text
    locale: Locale


@dataclass(frozen=True, slots=True)
class Wipe:
    """Take everything of this conversation off the visitor's own screen, both sides."""


@dataclass(frozen=True, slots=True)
class Forget:
    """Erase the conversation on the server: at once on screen, within 24 hours everywhere."""


@dataclass(frozen=True, slots=True)
class OpenTicket:
    """Put the visitor in the operators' queue."""

    ticket: TicketId
    urgency: Urgency
    locale: Locale
    signs: tuple[Sign, ...] = ()
    earlier: bool = False
    """The operator may read what was said before (safety.md 1.5: only after a yes)."""
    reply: Reply = Reply.HERE
    wish: str = "anyone"
    """anyone | woman | man | not_from_my_town"""
    minor: bool = False


@dataclass(frozen=True, slots=True)
class RaiseTicket:
    """Change an open ticket: urgency never falls; None leaves a field as it is."""

    ticket: TicketId
    urgency: Urgency | None = None
    signs: tuple[Sign, ...] = ()
    earlier: bool | None = None
    reply: Reply | None = None
    quiet: bool | None = None
    """True: the visitor hid, "do not write"."""
    minor: bool | None = None


@dataclass(frozen=True, slots=True)
class RelayToOperator:
    """Put the visitor's words of this very event before the operator."""

    ticket: TicketId


@dataclass(frozen=True, slots=True)
class RelayToVisitor:
    """Send an operator's words to the visitor."""

    ticket: TicketId
    id: str
    text: str = field(repr=False)


class Ending(StrEnum):
    """Why a ticket ended."""

    BY_OPERATOR = "by_operator"
    BY_VISITOR = "by_visitor"
    FALSE_ALARM = "false_alarm"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class CloseTicket:
    """Take the ticket out of the queue and off the operator's hands."""

    ticket: TicketId
    why: Ending


@dataclass(frozen=True, slots=True)
class RingOnCall:
    """Ring the on-call phone, without content. `round` is 1, 2 or 3."""

    ticket: TicketId
    round: int


@dataclass(frozen=True, slots=True)
class SetTimer:
    """Come back with `TimerFired(kind, key)` at `at` (aware, UTC)."""

    kind: TimerKind
    key: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Count:
    """Add one to a counter of the day; both names come from content, never from a person."""

    what: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class RecordAnswers:
    """Keep anonymous answers of a finished assessment for statistics, without the conversation."""

    assessment: AssessmentId
    version: int
    answers: tuple[tuple[ItemId, str], ...]


Effect = (
    Say
    | Alert
    | Wipe
    | Forget
    | OpenTicket
    | RaiseTicket
    | RelayToOperator
    | RelayToVisitor
    | CloseTicket
    | RingOnCall
    | SetTimer
    | Count
    | RecordAnswers
)
