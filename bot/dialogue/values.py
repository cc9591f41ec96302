"""The small frozen values that everything else is made of."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

Locale = NewType("Locale", str)
"""A folder of `locales/`: `en`, `ru`, `ky`, later `uz-Latn`, `uz-Cyrl`, `tg`."""
Country = NewType("Country", str)
"""ISO 3166-1 alpha-2, or `XX` for "another country"."""
NodeId = NewType("NodeId", str)
ChoiceId = NewType("ChoiceId", str)
CardId = NewType("CardId", str)
ServiceId = NewType("ServiceId", str)
AssessmentId = NewType("AssessmentId", str)
ItemId = NewType("ItemId", str)
TicketId = NewType("TicketId", str)
OperatorId = NewType("OperatorId", str)

ELSEWHERE = Country("XX")


class ChannelKind(StrEnum):
    """Where a visitor writes from."""

    WEB = "web"
    TELEGRAM = "telegram"
    SMS = "sms"


class Form(StrEnum):
    """How much room an answer has: a screen, one SMS segment or two, one line of an alert."""

    LONG = "long"
    SHORT = "short"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What the channel of this visitor can do; never who the visitor is."""

    kind: ChannelKind
    form: Form
    buttons: bool
    takes_back: bool
    """Sent messages can be deleted or replaced on the visitor's own screen."""


WEB = Capabilities(ChannelKind.WEB, Form.LONG, buttons=True, takes_back=False)
TELEGRAM = Capabilities(ChannelKind.TELEGRAM, Form.LONG, buttons=True, takes_back=True)
SMS = Capabilities(ChannelKind.SMS, Form.SHORT, buttons=False, takes_back=False)
CAPABILITIES = {capability.kind: capability for capability in (WEB, TELEGRAM, SMS)}


@dataclass(frozen=True, slots=True)
class DeskFacts:
    """What is true of the hot line at this moment.

    `place` counts from 1: a waiting ticket's, or the one a new ticket would have;
    `expected_wait` is None when there is no honest figure.
    """

    on_duty: int = 0
    open_now: bool = False
    place: int | None = None
    expected_wait: timedelta | None = None
    next_open: datetime | None = None
    wishes: tuple[str, ...] = ()
    """What a visitor may choose besides "anyone": woman, man, not_from_my_town."""
    offset_minutes: int = 360
    """The hot line's own clock, ahead of UTC; Osh and Bishkek keep +06:00 all year."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Everything outside the visitor that a turn may depend on.

    `now` is aware and UTC. `seed` is an HMAC of installation key and event key,
    so that a turn which runs again draws the same ids and codes.
    """

    now: datetime
    channel: Capabilities
    seed: bytes = field(repr=False)
    desk: DeskFacts = DeskFacts()

    def draw(self, purpose: str) -> str:
        """Return 32 hexadecimal digits that depend only on the seed and `purpose`."""
        return hashlib.blake2b(purpose.encode(), key=self.seed[:64], digest_size=16).hexdigest()

    def digits(self, purpose: str, count: int) -> str:
        """Return `count` decimal digits drawn like `draw`; the first one is never 0."""
        number = int(self.draw(purpose), 16) % (9 * 10 ** (count - 1))
        return str(number + 10 ** (count - 1))


Arg = str | int | datetime | timedelta | None
"""What may fill a placeable. A string that starts with `@` names another message."""


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence by the id of its Fluent message; the words live in `locales/`."""

    id: str
    args: tuple[tuple[str, Arg], ...] = ()


def text(message: str, **args: Arg) -> Text:
    """Build a `Text`, its arguments in a fixed order."""
    return Text(message, tuple(sorted(args.items())))


@dataclass(frozen=True, slots=True)
class Offered:
    """One choice as it is shown: `key` is what to type, `id` what a button sends."""

    id: ChoiceId
    key: str
    label: Text
