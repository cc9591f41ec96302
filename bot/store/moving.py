"""Moving an installation between engines: visitor by visitor, resumable, compared at the end.

Both sides are at rest meanwhile. A visitor is carried over as plain values and sealed anew
on the other side, in one transaction each, under keys that are drawn there. What a former
run carried over is recognised and left as it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field, replace
from typing import Protocol

import msgspec

from bot.dialogue.effects import RecordAnswers
from bot.service.killpoint import killpoint
from bot.service.records import Address, ConversationId, Inbound, LogLine, Outbound, Ticket

_encode = msgspec.msgpack.Encoder().encode


class MoveError(Exception):
    """Nothing was given up: the source is as it was. The message says what to do."""


@dataclass(frozen=True, slots=True)
class MovedLetter:
    """A letter of a mailbox; `order` counts within its visitor."""

    order: int
    inbound: Inbound
    tries: int = 0


@dataclass(frozen=True, slots=True)
class MovedTalk:
    """A conversation with all that hangs on it."""

    id: ConversationId
    channel: str
    session: bytes = field(repr=False)
    version: int
    view: int
    active: int
    closing: int | None
    code: bool
    """The visitor can come back to it by a code, which stands in the session."""
    log: tuple[LogLine, ...] = ()
    letters: tuple[MovedLetter, ...] = ()
    timers: tuple[tuple[str, str, float], ...] = ()
    tickets: tuple[Ticket, ...] = ()


@dataclass(frozen=True, slots=True)
class MovedSend:
    """Something still to be sent. Whoever had it in hand is gone: it is doubtful then."""

    order: int
    conversation: ConversationId
    lost: bool
    """Its conversation is gone; only a wipe or a last word is left of it."""
    outbound: Outbound
    seq: int | None
    urgent: bool
    queued: float
    attempt: int
    doubtful: bool
    stale: bool
    again: float
    own: bool


@dataclass(frozen=True, slots=True)
class MovedPlace:
    """A platform id on the visitor's screen."""

    order: int
    platform_id: str = field(repr=False)
    slot: str
    current: bool
    conversation: ConversationId | None
    seq: int | None
    at: float


@dataclass(frozen=True, slots=True)
class Visitor:
    """An address with its conversations, what is to be sent to it and what stands there."""

    mark: str
    """Names this visitor in the source; a second run knows it by that."""
    address: Address
    found: bool
    """The next word from this address belongs here."""
    talks: tuple[MovedTalk, ...] = ()
    sends: tuple[MovedSend, ...] = ()
    places: tuple[MovedPlace, ...] = ()

    def orders(self) -> dict[int, int]:
        """Return the rank of every order that is used, from 1."""
        used = {letter.order for talk in self.talks for letter in talk.letters}
        used |= {send.order for send in self.sends} | {place.order for place in self.places}
        return {order: rank for rank, order in enumerate(sorted(used), 1)}

    def ranked(self, first: int = 1) -> Visitor:
        """Return the same with orders that count on from `first`."""
        rank = {order: n + first - 1 for order, n in self.orders().items()}
        return replace(
            self,
            talks=tuple(_ranked(talk, rank) for talk in self.talks),
            sends=tuple(replace(send, order=rank[send.order]) for send in self.sends),
            places=tuple(replace(place, order=rank[place.order]) for place in self.places),
        )


def _ranked(talk: MovedTalk, rank: dict[int, int]) -> MovedTalk:
    letters = tuple(replace(letter, order=rank[letter.order]) for letter in talk.letters)
    return replace(talk, letters=letters)


@dataclass(frozen=True, slots=True)
class Common:
    """What belongs to no visitor: what arrived, what must ring, what was counted."""

    seen: tuple[tuple[bytes, int], ...] = field(default=(), repr=False)
    rings: tuple[tuple[str, int], ...] = ()
    counts: tuple[tuple[str, str, str, int], ...] = ()
    answers: tuple[tuple[str, RecordAnswers], ...] = ()


class End(Protocol):
    """One side of a move."""

    def visitors(self) -> AsyncIterator[Visitor]:
        """Yield every visitor."""
        ...

    async def common(self) -> Common:
        """Return what belongs to no visitor."""
        ...

    async def has(self, mark: str) -> bool:
        """Tell whether a visitor of the source was carried over before."""
        ...

    async def put(self, visitor: Visitor) -> None:
        """Take a visitor in, with the mark, in one transaction; twice is once."""
        ...

    async def put_common(self, common: Common) -> None:
        """Take in, or replace, what belongs to no visitor."""
        ...

    async def done(self) -> None:
        """Forget the marks: what is here is the truth from now on."""
        ...


@dataclass(frozen=True, slots=True)
class Moved:
    """What was compared on both sides, and found the same."""

    visitors: int
    conversations: int
    lines: int
    letters: int
    sends: int
    tickets: int
    digest: str


async def move(source: End, target: End, told: Callable[[int], None] = lambda _: None) -> Moved:
    """Carry everything over and compare. Raises `MoveError` when the two sides differ.

    `told` hears how many visitors were carried over so far.
    """
    count = 0
    async for visitor in source.visitors():
        if not await target.has(visitor.mark):
            await target.put(visitor)
            killpoint("in-move")
        count += 1
        told(count)
    await target.put_common(await source.common())
    before, after = await tally(source), await tally(target)
    if before != after:
        raise MoveError(
            "The two sides differ after the move; the source is untouched. Empty the target"
            " and move again, with no process of Safar running."
        )
    await target.done()
    return after


async def tally(end: End) -> Moved:
    """Count and digest one side; the digest does not depend on any order or key."""
    total, counts = 0, [0] * 6
    async for visitor in end.visitors():
        total ^= _digest(replace(visitor.ranked(), mark=""))
        for n, number in enumerate(_sizes(visitor)):
            counts[n] += number
    total ^= _digest(await end.common())
    visitors, conversations, lines, letters, sends, tickets = counts
    return Moved(visitors, conversations, lines, letters, sends, tickets, f"{total:064x}")


def _sizes(visitor: Visitor) -> tuple[int, int, int, int, int, int]:
    talks = visitor.talks
    return (
        1,
        len(talks),
        sum(len(talk.log) for talk in talks),
        sum(len(talk.letters) for talk in talks),
        len(visitor.sends),
        sum(len(talk.tickets) for talk in talks),
    )


def _digest(value: object) -> int:
    return int.from_bytes(hashlib.sha256(_encode(value)).digest(), "big")
