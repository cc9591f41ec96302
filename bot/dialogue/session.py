"""Where one visitor stands: frozen, versioned, small enough to seal in one piece."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.dialogue.effects import Reply, Urgency
from bot.dialogue.reading import Sign
from bot.dialogue.values import AssessmentId, CardId, Country, ItemId, Locale, NodeId, TicketId

SCHEMA = 1
"""Raise it with an upcaster in `bot.service.sessions` and a golden blob in the tests."""


class Age(StrEnum):
    """What the visitor said about being under 18; never guessed."""

    UNASKED = "unasked"
    MINOR = "minor"
    ADULT = "adult"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Progress:
    """An assessment under way: `at` is the index of the item being asked."""

    assessment: AssessmentId
    version: int
    at: int = 0
    answers: tuple[tuple[ItemId, str], ...] = field(default=(), repr=False)
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """An operator's words that wait for the visitor (hidden, or pull mode)."""

    id: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Handoff:
    """The open ticket of this visitor. `code` brings a hidden visitor back."""

    ticket: TicketId
    urgency: Urgency
    code: str = field(repr=False)
    joined: bool = False
    quiet: bool = False
    reply: Reply = Reply.HERE
    awake_until: datetime | None = None
    """In pull mode: until when the visitor, who just wrote, may be written to."""
    earlier: bool = False
    held: tuple[Held, ...] = ()
    asked: bool = False
    """After a long silence: whether it is safe was asked, and not answered yet."""
    locale: Locale | None = None
    """The language to come back in; hiding forgets every other trace of it."""


@dataclass(frozen=True, slots=True)
class Spell:
    """The danger being dealt with; its `key` makes older timers harmless."""

    key: str
    signs: tuple[Sign, ...]
    shown: int = 0
    """How often the emergency answer was shown."""


@dataclass(frozen=True, slots=True)
class Session:
    """Everything the core remembers of a visitor; no address, no name, no message text."""

    schema: int = SCHEMA
    version: int = 0
    """Grows by one each turn; a stale one loses the race and advances again."""
    since: int = 0
    """The version at which the visitor hid: buttons count from there, as a stranger's do."""
    book: str = ""
    locale: Locale | None = None
    node: NodeId | None = None
    trail: tuple[NodeId, ...] = ()
    then: NodeId | None = None
    """Where an interposed screen (language, privacy, age) goes on to."""
    told: bool = False
    private: bool | None = None
    country: Country | None = None
    age: Age = Age.UNASKED
    wish: str | None = None
    progress: Progress | None = None
    handoff: Handoff | None = None
    spell: Spell | None = None
    suggested: tuple[CardId, ...] = ()
    about: CardId | None = None
    """What the words that made us ask "are you safe?" were about."""
    misses: int = 0
    wipe_hours: int = 24
    """After how long without a word the screen is cleared; always before Telegram's 48 hours."""
    wipe_at: datetime | None = None
    hidden: bool = False
    stopped: bool = False
    unread: Handoff | None = None
    """A ticket that ended while its last words waited for the visitor."""
    own_script: bool = False
    """By SMS in the visitor's own letters, also where Latin ones would cost less."""


FRESH = Session()
