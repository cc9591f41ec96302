"""What happened, in the past tense: the only things that move a session."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from bot.dialogue.reading import NOTHING, Reading
from bot.dialogue.values import ChoiceId, Locale, TicketId


@dataclass(frozen=True, slots=True)
class VisitorSaid:
    """Free text, exactly as typed.

    `hint` is the language the platform gave; on the web it is the one that was pressed.
    """

    text: str = field(repr=False)
    reading: Reading = NOTHING
    hint: Locale | None = None


@dataclass(frozen=True, slots=True)
class VisitorChose:
    """A button. `node` is the hash of the screen it stood on, `version` that session's."""

    choice: ChoiceId
    node: str
    version: int


class Oddity(StrEnum):
    """What is not text: each kind gets a kind answer and none is stored."""

    MEDIA = "media"
    CONTACT = "contact"
    LOCATION = "location"
    EDIT = "edit"


@dataclass(frozen=True, slots=True)
class VisitorSent:
    """Something that is not text arrived."""

    kind: Oddity


@dataclass(frozen=True, slots=True)
class OperatorJoined:
    """An operator took this visitor's ticket. `takeover` when another one had it."""

    ticket: TicketId
    takeover: bool = False


@dataclass(frozen=True, slots=True)
class OperatorSaid:
    """An operator's words; `id` is made by the operator's screen, so that a retry is the same."""

    ticket: TicketId
    id: str
    text: str = field(repr=False)


class Departure(StrEnum):
    """Why an operator left."""

    CLOSED = "closed"
    RETURNED = "returned"
    """Back to the queue: silence, or "I may know this person"."""


@dataclass(frozen=True, slots=True)
class OperatorLeft:
    """The operator closed the ticket, or it went back to the queue."""

    ticket: TicketId
    why: Departure


class TimerKind(StrEnum):
    """What a timer was set for."""

    TAKE_BACK = "take_back"
    """The emergency answer leaves the screen after ten minutes (safety.md 1.3)."""
    UNANSWERED = "unanswered"
    """A danger message to a person had no reply for 60 seconds (safety.md 1.5)."""
    RING = "ring"
    """Ring the on-call phone once more (safety.md 7: at 2 and 5 minutes)."""
    NOBODY_CAME = "nobody_came"
    """A ticket nobody takes is told so (promise 6)."""
    GIVE_UP = "give_up"
    """A ticket that nobody took for weeks ends, so that nothing is kept for ever."""
    MORNING = "morning"
    """Quiet hours are over: an operator's words that waited may go (SMS)."""
    WIPE = "wipe"
    """The time the visitor chose is over; always before Telegram's 48 hours."""


@dataclass(frozen=True, slots=True)
class TimerFired:
    """A timer came due. A `key` that the session no longer holds does nothing."""

    kind: TimerKind
    key: str


@dataclass(frozen=True, slots=True)
class SendFailed:
    """A message could not reach the visitor for good (blocked, gone, refused)."""

    gone: bool
    """True when nothing will ever reach this address again."""


VisitorEvent = VisitorSaid | VisitorChose | VisitorSent
OperatorEvent = OperatorJoined | OperatorSaid | OperatorLeft
Event = VisitorEvent | OperatorEvent | TimerFired | SendFailed
