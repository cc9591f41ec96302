"""What the Store in memory holds."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.dialogue.effects import Slot
from bot.dialogue.session import FRESH, Session
from bot.dialogue.values import ChannelKind
from bot.service.records import (
    Address,
    ConversationId,
    Delivery,
    Inbound,
    LogLine,
    Outbound,
    Source,
)
from bot.store.life import TRIES


@dataclass(slots=True)
class Waiting:
    """An inbound that is not handled yet."""

    id: int
    inbound: Inbound
    tries: int = 0


@dataclass(slots=True)
class Place:
    """A platform id on the visitor's screen; `mark` is the outbox or inbox row it came by."""

    platform_id: str
    at: datetime
    mark: int
    slot: str = ""
    current: bool = True
    seq: int | None = None
    conversation: ConversationId | None = None


@dataclass(slots=True)
class Reach:
    """An address with what stands on its screen."""

    address: Address
    places: list[Place] = field(default_factory=list)


@dataclass(slots=True)
class Talk:
    """A conversation with all that hangs on it."""

    id: ConversationId
    reach: Reach
    channel: ChannelKind
    active: datetime
    session: Session = FRESH
    log: list[LogLine] = field(default_factory=list)
    inbox: list[Waiting] = field(default_factory=list)
    view: int = 0
    closing: datetime | None = None

    def append(self, line: LogLine) -> int:
        """Add a line to the log and return its seq."""
        self.log.append(replace(line, seq=len(self.log) + 1))
        return len(self.log)


@dataclass(slots=True)
class Row:
    """A message on its way out; `taken` while a sender has it."""

    id: int
    conversation: ConversationId
    reach: Reach
    outbound: Outbound
    seq: int | None
    urgent: bool
    queued: datetime
    attempt: int = 0
    doubtful: bool = False
    stale: bool = False
    again: datetime | None = None
    taken: datetime | None = None


SPOKEN = frozenset({Source.BOT, Source.OPERATOR, Source.NOTICE})
"""Sources of lines that are sent to the visitor."""


def visible(line: LogLine) -> bool:
    """Tell whether a line of the log may reach the visitor's screen."""
    return line.source is not Source.NOTE and line.delivery is not Delivery.HELD


def waits_for(talk: Talk, code: str) -> bool:
    """Tell whether this hidden conversation has that return code."""
    held = talk.session.handoff
    return talk.closing is None and talk.session.hidden and held is not None and held.code == code


def first_unread(talk: Talk) -> Waiting | None:
    """Return the oldest inbound that is neither handled nor set aside."""
    return next((row for row in talk.inbox if row.tries < TRIES), None)


def shown(row: Row) -> list[Place]:
    """Return the places a send replaces (its slot), or wipes (everything before it)."""
    if row.outbound.wipe:
        return [place for place in row.reach.places if place.mark < row.id]
    if row.outbound.slot is Slot.NOTICE:
        return []
    return [p for p in row.reach.places if p.current and p.slot == row.outbound.slot]
