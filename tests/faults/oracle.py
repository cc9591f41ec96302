"""The conservation of messages: what must hold after any number of kills (A1 to A9).

`found` compares what the platform saw with what the store holds once everything has come
to rest, and returns each violation as "RULE chat: what". It decides nothing by time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.service.outbox import BATCH
from bot.service.records import Delivery
from tests.faults.platform import Sent, Update

GIVEN_UP = frozenset({Delivery.SUPERSEDED, Delivery.EXPIRED})
"""Lines that nobody has to be sent any more."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A line of the bot or of an operator, as the log keeps it."""

    words: str
    version: str
    delivery: Delivery


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store holds of one chat."""

    heard: tuple[str, ...]
    """The visitor's words in the order of the log."""
    spoken: tuple[Spoken, ...]
    turns: int
    """The version of the session: how many turns were taken."""
    tickets: int = 0


@dataclass(frozen=True, slots=True)
class Rest:
    """What the store holds in all, when nothing is under way any more."""

    chats: Mapping[str, Kept]
    waiting: int = 0
    """Inbound or outbound that is still to be dealt with."""
    audit: int | None = None
    """The first bad row of the audit."""
    integrity: Sequence[str] = ()
    """What SQLite found wrong with the file."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the platform saw, and how often the process was killed meanwhile."""

    confirmed: Sequence[Update]
    sent: Sequence[Sent]
    kills: int = 0
    asked: frozenset[str] = frozenset()
    """Chats that asked for a person, once each."""
    uneven: frozenset[str] = frozenset()
    """Chats whose turns are not only their own messages (an operator, a timer)."""

    def words(self, chat: str) -> list[str]:
        """Return what was confirmed of one chat, in order."""
        return [one.words for one in self.confirmed if one.chat == chat]

    def got(self, chat: str) -> list[Sent]:
        """Return what was sent to one chat, in order."""
        return [one for one in self.sent if one.chat == chat and not one.wipe]


def found(seen: Seen, rest: Rest) -> list[str]:
    """Return everything that is wrong."""
    chats = sorted({one.chat for one in seen.confirmed} | set(rest.chats))
    wrong = [fault for chat in chats for fault in _of_chat(seen, rest, chat)]
    return [*wrong, *_of_all(seen, rest)]


def lost(seen: Seen, rest: Rest) -> int:
    """Count confirmed messages that are not in the log."""
    return sum(_missing(seen, rest, chat).total() for chat in {o.chat for o in seen.confirmed})


def copies(seen: Seen, rest: Rest) -> int:
    """Count what people were sent more than once."""
    return sum(_extra(seen.got(chat), kept).total() for chat, kept in rest.chats.items())


def bound(seen: Seen, rest: Rest) -> int:
    """Return how many copies there may be: one for each send under way at each kill."""
    return seen.kills * min(BATCH, max(1, len(rest.chats)))


def _of_all(seen: Seen, rest: Rest) -> Iterator[str]:
    if rest.waiting:
        yield f"A2: {rest.waiting} still wait"
    if (extra := copies(seen, rest)) > bound(seen, rest):
        yield f"A4: {extra} copies, at most {bound(seen, rest)} are possible"
    if rest.audit is not None:
        yield f"A8: audit row {rest.audit}"
    if rest.integrity:
        yield f"A9: {len(rest.integrity)} damages"


def _of_chat(seen: Seen, rest: Rest, chat: str) -> Iterator[str]:
    kept = rest.chats.get(chat, Kept((), (), 0))
    words = seen.words(chat)
    if missing := _missing(seen, rest, chat):
        yield f"A1 {chat}: {missing.total()} confirmed and gone"
    if (Counter(kept.heard) - Counter(words)) or len(set(words)) != len(words):
        yield f"A3 {chat}: {len(kept.heard)} heard of {len(words)} written"
    if chat not in seen.uneven and kept.turns != len(words):
        yield f"A3 {chat}: {kept.turns} turns for {len(words)} messages"
    if not missing and list(kept.heard) != words:
        yield f"A5 {chat}: heard out of order"
    yield from _sends(seen, kept, chat)
    if kept.tickets != (chat in seen.asked):
        yield f"A7 {chat}: {kept.tickets} tickets"


def _missing(seen: Seen, rest: Rest, chat: str) -> Counter[str]:
    kept = rest.chats.get(chat, Kept((), (), 0))
    return Counter(seen.words(chat)) - Counter(kept.heard)


def _due(kept: Kept) -> list[tuple[str, str]]:
    return [(one.version, one.words) for one in kept.spoken if one.delivery not in GIVEN_UP]


def _extra(got: Sequence[Sent], kept: Kept) -> Counter[tuple[str, str]]:
    return Counter((one.version, one.words) for one in got) - Counter(_due(kept))


def _sends(seen: Seen, kept: Kept, chat: str) -> Iterator[str]:
    got = [(one.version, one.words) for one in seen.got(chat)]
    due = _due(kept)
    unsent = Counter(due) - Counter(got)
    if unsent:
        yield f"A4 {chat}: {unsent.total()} never sent"
    if kept.spoken and any(one.delivery is Delivery.QUEUED for one in kept.spoken):
        yield f"A4 {chat}: the log says that some wait"
    most = max(_extra(seen.got(chat), kept).values(), default=0)
    if most > seen.kills:
        yield f"A4 {chat}: {most} copies of one message"
    first = list(dict.fromkeys(got))
    wanted = [one for one in dict.fromkeys(due) if one in set(first)]
    if [one for one in first if one in set(wanted)] != wanted:
        yield f"A5 {chat}: sent out of order"
