"""The operators' queue: who is next, who is offered what, and what goes back. Pure.

Urgency comes first, then the time waited. Waiting lifts a ticket step by step so that
nobody waits for ever, but nothing is ever lifted to where the emergencies are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.dialogue.effects import COMPLAINT, Urgency
from bot.dialogue.values import Locale, Moment, OperatorId, TicketId

STEP = timedelta(minutes=10)
"""Waiting this long lifts a ticket by one urgency."""

_RANK = {Urgency.EMERGENCY: 0, Urgency.HIGH: 1, Urgency.NORMAL: 2, Urgency.LOW: 3}
_BELOW_EMERGENCY = 1
OUTSIDE = "outside"
"""The trait of a named person outside the desk, who takes complaints and nothing else."""
_ONE_OF = frozenset({"woman", "man"})
"""Wishes that are kept strictly; for the others an operator can pass on."""


@dataclass(frozen=True, slots=True)
class Queued:
    """What the queue needs to know of a ticket that is not closed.

    `offered` or `taken` name the operator, `since` when that began. `unanswered` is the
    time of the visitor's oldest words without a reply. `passed` are operators who gave
    it back ("I may know this person") or let it ring. `quiet`: the visitor hid.
    """

    ticket: TicketId
    urgency: Urgency
    opened: datetime
    locale: Locale
    wish: str = "anyone"
    minor: bool = False
    quiet: bool = False
    desk: str = ""
    offered: OperatorId | None = None
    taken: OperatorId | None = None
    since: datetime | None = None
    unanswered: datetime | None = None
    passed: tuple[OperatorId, ...] = ()


@dataclass(frozen=True, slots=True)
class OnDuty:
    """An operator who tapped "on duty": until when, languages ("()" is any), and `traits`.

    `traits` hold `woman` or `man` if the operator said so, and `minors` when trained for them.
    """

    operator: OperatorId
    until: datetime
    locales: tuple[Locale, ...] = ()
    traits: frozenset[str] = frozenset()
    desk: str = ""


@dataclass(frozen=True, slots=True)
class DeskRules:
    """How one desk works; desks are listed in the order tickets overflow through them."""

    name: str = ""
    ring: timedelta = timedelta(minutes=3)
    silence: timedelta = timedelta(minutes=10)
    patience: timedelta = timedelta(minutes=15)
    most: int = 4
    """Conversations one operator holds at once."""


SMALL = (DeskRules(),)
"""Profile `small`: one desk of one to three people."""


class Why(StrEnum):
    """Why a ticket returns to the queue."""

    RANG_OUT = "rang_out"
    OFF_DUTY = "off_duty"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True)
class Offer:
    """Ring this operator's Desk with this ticket."""

    ticket: TicketId
    operator: OperatorId


@dataclass(frozen=True, slots=True)
class Return:
    """Put an offered or taken ticket back."""

    ticket: TicketId
    operator: OperatorId
    why: Why


@dataclass(frozen=True, slots=True)
class Overflow:
    """Let the next desk see a ticket that waited too long at its own."""

    ticket: TicketId
    desk: str


def rank(ticket: Queued, now: datetime) -> int:
    """Return 0 for an emergency, else 1 to 3, lower with every `STEP` waited."""
    base = _RANK[ticket.urgency]
    if base == 0:
        return 0
    return max(_BELOW_EMERGENCY, base - max(0, (now - ticket.opened) // STEP))


def order(tickets: Sequence[Queued], now: datetime) -> tuple[Queued, ...]:
    """Return the tickets nobody has taken, next one first; hidden visitors come last."""
    waiting = (ticket for ticket in tickets if ticket.taken is None)
    return tuple(
        sorted(waiting, key=lambda ticket: (ticket.quiet, rank(ticket, now), ticket.opened))
    )


def assign(
    tickets: Sequence[Queued],
    operators: Sequence[OnDuty],
    desks: Sequence[DeskRules],
    moment: Moment,
) -> tuple[Offer | Return | Overflow, ...]:
    """Decide what changes now: first what goes back, then what moves on, then what rings.

    A ticket that returns now is offered at the next call, when the store has put it back.
    """
    now = moment.now
    present = {one.operator: one for one in operators if one.until > now}
    rules = {desk.name: desk for desk in desks}
    returns = [back for one in tickets if (back := _back(one, present, rules, now)) is not None]
    waiting = [one for one in order(tickets, now) if one.offered is None and not one.quiet]
    moves = [move for one in waiting if (move := _overflow(one, desks, now)) is not None]
    moved = {move.ticket for move in moves}
    stay = [one for one in waiting if one.ticket not in moved]
    return (*returns, *moves, *_offers(stay, tickets, present, rules))


def _back(
    ticket: Queued,
    present: dict[OperatorId, OnDuty],
    rules: dict[str, DeskRules],
    now: datetime,
) -> Return | None:
    desk = rules.get(ticket.desk, DeskRules())
    if ticket.offered is not None:
        if ticket.offered not in present:
            return Return(ticket.ticket, ticket.offered, Why.OFF_DUTY)
        if ticket.since is not None and now - ticket.since >= desk.ring:
            return Return(ticket.ticket, ticket.offered, Why.RANG_OUT)
    if (
        ticket.taken is not None
        and not ticket.quiet
        and ticket.unanswered is not None
        and now - max(ticket.unanswered, ticket.since or ticket.unanswered) >= desk.silence
    ):
        return Return(ticket.ticket, ticket.taken, Why.SILENCE)
    return None


def _overflow(ticket: Queued, desks: Sequence[DeskRules], now: datetime) -> Overflow | None:
    names = [desk.name for desk in desks]
    if ticket.desk not in names:
        return None
    at = names.index(ticket.desk)
    waited_through = sum((desk.patience for desk in desks[: at + 1]), timedelta())
    if at + 1 < len(names) and now - ticket.opened >= waited_through:
        return Overflow(ticket.ticket, names[at + 1])
    return None


def _offers(
    waiting: Sequence[Queued],
    tickets: Sequence[Queued],
    present: dict[OperatorId, OnDuty],
    rules: dict[str, DeskRules],
) -> list[Offer]:
    ringing = {ticket.offered for ticket in tickets if ticket.offered is not None}
    holding = {name: sum(one.taken == name for one in tickets) for name in present}
    free = [
        one
        for name, one in sorted(present.items())
        if name not in ringing and holding[name] < rules.get(one.desk, DeskRules()).most
    ]
    offers = []
    for ticket in waiting:
        fitting = [one for one in free if _fits(ticket, one)]
        if fitting:
            best = min(fitting, key=lambda one: (*_unease(ticket, one), holding[one.operator]))
            free.remove(best)
            offers.append(Offer(ticket.ticket, best.operator))
    return offers


def _fits(ticket: Queued, operator: OnDuty) -> bool:
    if operator.operator in ticket.passed or operator.desk != ticket.desk:
        return False
    if OUTSIDE in operator.traits or ticket.wish == COMPLAINT:
        return for_outside(ticket) == (OUTSIDE in operator.traits)
    return ticket.wish not in _ONE_OF or ticket.wish in operator.traits


def for_outside(ticket: Queued) -> bool:
    """Tell whether a ticket is for the person outside only; an emergency never waits for one."""
    return ticket.wish == COMPLAINT and ticket.urgency is not Urgency.EMERGENCY


def _unease(ticket: Queued, operator: OnDuty) -> tuple[bool, bool]:
    """Prefer someone trained for minors and someone who speaks the language; else anyone."""
    untrained = ticket.minor and "minors" not in operator.traits
    return untrained, bool(operator.locales) and ticket.locale not in operator.locales
