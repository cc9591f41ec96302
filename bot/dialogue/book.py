"""The content as the core sees it: one immutable `Book`, compiled by `bot.content`.

Content names messages, never sentences; the words live in `locales/`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

from bot.dialogue.reading import Sign
from bot.dialogue.services import Hours, Service
from bot.dialogue.values import (
    AssessmentId,
    CardId,
    ChoiceId,
    Country,
    ItemId,
    Locale,
    NodeId,
)


class Act(StrEnum):
    """What a choice does when it does more than go to a node."""

    LANGUAGE = "language"
    """value: a locale."""
    AGREE = "agree"
    """The screen before anything personal was read; go on to where the visitor was going."""
    PRIVATE = "private"
    """value: yes, nobody else can read this phone | no, somebody might."""
    ASSESS = "assess"
    """value: an assessment id. Starts it (after its introduction screen)."""
    ANSWER = "answer"
    """value: yes | no | skip | an option. Only on screens that the core makes for items."""
    WHY = "why"
    PAUSE = "pause"
    RESUME = "resume"
    COUNTRY = "country"
    """value: ISO code or XX."""
    SAFE = "safe"
    """value: yes | no | unsaid. "Are you safe right now?" """
    TODAY = "today"
    """value: yes | no | unsaid. The one question after words about wanting to die."""
    PERSON = "person"
    AGE = "age"
    """value: minor | adult | unsaid."""
    WISH = "wish"
    """value: anyone | woman | man | not_from_my_town."""
    REPLY = "reply"
    """value: here | pull. May we answer here when nobody is on duty?"""
    URGENT = "urgent"
    EARLIER = "earlier"
    """The operator may read what was said before."""
    LEAVE = "leave"
    """No person: close the ticket."""
    POLICE = "police"
    """Show police-only numbers, which come only when asked for."""
    SILENT = "silent"
    """I cannot talk."""
    DANGER = "danger"
    """Show the emergency answer (again)."""
    PEEK = "peek"
    """Show numbers where they never enter the chat history."""
    WIPE_AFTER = "wipe_after"
    """value: hours, 1 to 46."""
    COMPLAIN = "complain"
    """value: keep, the person outside may read the talk | words, only what follows."""
    HIDE = "hide"
    RECORD = "record"
    """Count my answers without anything about me: the only way they are ever kept."""
    STOP = "stop"
    DELETE = "delete"
    BACK = "back"
    MENU = "menu"


@dataclass(frozen=True, slots=True)
class Choice:
    """One way on. `goto` or `act` is set, or both: act, then go on to there.

    `words` names a word list of the Book that also means this choice (yes, no, skip);
    `key` fixes the digit to type, else choices count from 1 ("0" is always back).
    """

    id: ChoiceId
    label: str
    goto: NodeId | None = None
    act: Act | None = None
    value: str = ""
    words: str | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """A screen: `say` are message ids, `services` needs of the directory to list below.

    `door` marks a first screen of something personal: the screen before anything
    personal comes first. `ends` marks a screen that needs no way on besides the menu.
    """

    id: NodeId
    say: tuple[str, ...]
    choices: tuple[Choice, ...] = ()
    services: tuple[str, ...] = ()
    door: bool = False
    neutral: bool = False
    """Opens with a neutral line until the visitor said that the phone is private."""
    audio: str = ""
    """Name of the recording that is played here, on a press only."""


@dataclass(frozen=True, slots=True)
class Card:
    """A piece of knowledge with its source; its screen is the node `card.<id>`."""

    id: CardId
    source: str
    source_date: str
    reviewed: date | None
    review_by: date
    audience: str = "any"
    country: Country | None = None
    law: bool = False
    """A claim about law: dated in the text, not served on a real channel without a lawyer."""


class AssessmentKind(StrEnum):
    """How answers become help (safety.md 4.3); only `indicators` is scored."""

    INDICATORS = "indicators"
    CHECKS = "checks"
    RIGHTS = "rights"


@dataclass(frozen=True, slots=True)
class Item:
    """A question. `on` is the answer that counts: usually yes, sometimes no.

    `danger` brings that answer at this question, whatever the score says (safety.md 4.1).
    `why` is read on "why?" only; a check that gives its reason itself has none.
    `opens` are cards a counting answer brings; `hard` offers go on / pause / a person.
    """

    id: ItemId
    ask: str
    why: str | None
    on: str = "yes"
    indicators: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    danger: tuple[Sign, ...] = ()
    opens: tuple[CardId, ...] = ()
    check: str | None = None
    """Message id of this flag's own check, for `checks` and `rights`."""
    hard: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """What is offered for a score: `floor` is the least number of dimensions present."""

    id: str
    floor: int
    say: str
    early: str | None = None
    """What is said instead to who finishes after the short door, or soon after it."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """A self-assessment; `intro` says how many questions, how long, and that all may be skipped.

    `short` is its short door: the items that come first, after which the visitor chooses to
    answer more or to finish. Empty: all are asked in one go.
    """

    id: AssessmentId
    version: int
    kind: AssessmentKind
    intro: str
    items: tuple[Item, ...]
    bands: tuple[Band, ...]
    source: str
    source_date: str
    short: tuple[ItemId, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """One sign of the adult labour list: its dimension D1..D6 and strength."""

    id: str
    dimension: str
    strength: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern for `bot.understanding`: `bank` danger, concern, topic, offer, safe, command...

    `id` is the sign, card or flag that it speaks for; `strength` from 0 to 1.
    """

    bank: str
    id: str
    locale: Locale
    text: str
    strength: float = 1.0


class Voice(StrEnum):
    """Who speaks in a recording; a robot is always said to be one."""

    HUMAN = "human"
    ROBOT = "robot"


@dataclass(frozen=True, slots=True)
class Recording:
    """A card read out in one language; `name` finds the sound and says nothing about it."""

    card: CardId
    locale: Locale
    voice: Voice
    name: str


@dataclass(frozen=True, slots=True)
class Book:
    """All of the content. `hash` names this very content; sessions remember it."""

    hash: str
    locales: tuple[Locale, ...]
    countries: tuple[Country, ...]
    nodes: Mapping[NodeId, Node]
    cards: Mapping[CardId, Card]
    assessments: Mapping[AssessmentId, Assessment]
    indicators: Mapping[str, Indicator]
    services: tuple[Service, ...]
    words: Mapping[str, tuple[str, ...]]
    """Word lists in folded form, all locales together: yes, no, skip, menu, back, person..."""
    labels: Mapping[str, tuple[str, ...]]
    """Message id of a label -> its folded wordings in all locales."""
    phrases: tuple[Phrase, ...] = field(default=(), repr=False)
    desk: Hours | None = None
    """When a person usually answers; None: say that we do not know."""
    desk_confirmed: bool = False
    """False: the hours are an example, good for trials only."""
    others: tuple[Country, ...] = ()
    """Countries behind "another country", on a screen of their own."""
    recordings: tuple[Recording, ...] = ()
    """What can be listened to in this installation."""
    signed: tuple[Locale, ...] | None = None
    """Languages in which people have answered for the words; None: nobody looked."""


@lru_cache(maxsize=4096)
def node_hash(node: NodeId) -> str:
    """Return the eight hexadecimal digits by which a button names its screen."""
    return hashlib.blake2b(node.encode(), digest_size=4).hexdigest()
