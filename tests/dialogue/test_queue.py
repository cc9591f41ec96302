from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.dialogue.effects import COMPLAINT, Urgency
from bot.dialogue.queue import (
    OUTSIDE,
    SMALL,
    DeskRules,
    Offer,
    OnDuty,
    Overflow,
    Queued,
    Return,
    Why,
    assign,
    order,
    rank,
)
from bot.dialogue.values import WEB, Locale, Moment, OperatorId, TicketId

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
MOMENT = Moment(NOW, WEB, b"seed")
KY, RU, EN = Locale("ky"), Locale("ru"), Locale("en")
ANN, BEK = OperatorId("ann"), OperatorId("bek")


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def queued(
    name: str, urgency: Urgency = Urgency.NORMAL, waited: float = 0, **more: object
) -> Queued:
    fields: dict[str, object] = {"locale": KY} | more
    return Queued(TicketId(name), urgency, NOW - minutes(waited), **fields)  # type: ignore[arg-type]


def duty(operator: OperatorId, **more: object) -> OnDuty:
    return OnDuty(operator, NOW + minutes(30), **more)  # type: ignore[arg-type]


def names(tickets: tuple[Queued, ...]) -> list[str]:
    return [ticket.ticket for ticket in tickets]


def test_urgency_goes_before_waiting() -> None:
    """A fresh emergency is before someone who has waited for hours."""
    tickets = (queued("old", Urgency.LOW, 600), queued("now", Urgency.EMERGENCY))
    assert names(order(tickets, NOW)) == ["now", "old"]


def test_among_equals_the_longest_waiting_is_first() -> None:
    """Same urgency: who came first is next."""
    tickets = (queued("later", waited=1), queued("earlier", waited=2))
    assert names(order(tickets, NOW)) == ["earlier", "later"]


def test_waiting_lifts_but_never_to_an_emergency() -> None:
    """A low ticket passes fresh high ones after its steps, and stays below any emergency."""
    low = queued("low", Urgency.LOW, 25)
    high = queued("high", Urgency.HIGH, 1)
    emergency = queued("emergency", Urgency.EMERGENCY)
    assert names(order((high, low, emergency), NOW)) == ["emergency", "low", "high"]
    assert rank(queued("ages", Urgency.LOW, 60 * 24 * 30), NOW) == 1


def test_a_clock_that_jumped_back_lifts_nothing() -> None:
    """A ticket from the future keeps its own rank."""
    assert rank(queued("future", Urgency.NORMAL, -60), NOW) == 2


def test_hidden_visitors_come_last_and_taken_ones_not_at_all() -> None:
    """Nobody may write to a hidden visitor, so the others go first."""
    tickets = (
        queued("hidden", Urgency.EMERGENCY, quiet=True),
        queued("taken", Urgency.EMERGENCY, taken=ANN),
        queued("waits", Urgency.LOW),
    )
    assert names(order(tickets, NOW)) == ["waits", "hidden"]


def test_each_free_operator_is_rung_with_one_ticket() -> None:
    """The most urgent tickets ring, one an operator, and the rest wait."""
    tickets = (queued("c", waited=1), queued("a", Urgency.EMERGENCY), queued("b", Urgency.HIGH))
    assert assign(tickets, (duty(ANN), duty(BEK)), SMALL, MOMENT) == (
        Offer(TicketId("a"), ANN),
        Offer(TicketId("b"), BEK),
    )


def test_nobody_on_duty_is_offered_nothing() -> None:
    """A duty that ran out is no duty."""
    gone = OnDuty(ANN, NOW)
    assert assign((queued("a", Urgency.EMERGENCY),), (gone,), SMALL, MOMENT) == ()


def test_an_operator_who_is_being_rung_or_full_is_left_alone() -> None:
    """One offer at a time, and no more conversations than one person can hold."""
    held = tuple(queued(f"held{n}", taken=BEK) for n in range(4))
    ringing = queued("rings", offered=ANN, since=NOW - minutes(1))
    assert assign((queued("a"), ringing, *held), (duty(ANN), duty(BEK)), SMALL, MOMENT) == ()


def test_the_operator_with_fewer_conversations_is_rung() -> None:
    """Load is shared."""
    tickets = (queued("held", taken=ANN), queued("a"))
    assert assign(tickets, (duty(ANN), duty(BEK)), SMALL, MOMENT) == (Offer(TicketId("a"), BEK),)


def test_the_operator_who_speaks_the_language_is_rung_else_anyone() -> None:
    """Language is a preference: better someone than nobody."""
    speakers = (duty(ANN, locales=(RU, EN)), duty(BEK, locales=(KY,)))
    assert assign((queued("a"),), speakers, SMALL, MOMENT) == (Offer(TicketId("a"), BEK),)
    assert assign((queued("a"),), speakers[:1], SMALL, MOMENT) == (Offer(TicketId("a"), ANN),)


def test_a_minor_goes_to_a_trained_operator_first() -> None:
    """Training counts before language."""
    trained = duty(BEK, locales=(RU,), traits=frozenset({"minors"}))
    tickets = (queued("a", minor=True),)
    assert assign(tickets, (duty(ANN), trained), SMALL, MOMENT) == (Offer(TicketId("a"), BEK),)


@pytest.mark.parametrize(("wish", "offered"), [("woman", ANN), ("man", None), ("anyone", ANN)])
def test_a_wish_for_a_woman_or_a_man_is_kept(wish: str, offered: OperatorId | None) -> None:
    """Nobody else is rung, even if nobody fits."""
    woman = duty(ANN, traits=frozenset({"woman"}))
    expected = () if offered is None else (Offer(TicketId("a"), offered),)
    assert assign((queued("a", wish=wish),), (woman,), SMALL, MOMENT) == expected


def test_who_passed_a_ticket_on_is_not_rung_with_it_again() -> None:
    """Passing on, as in "I may know this person", holds."""
    assert assign((queued("a", passed=(ANN,)),), (duty(ANN),), SMALL, MOMENT) == ()


def test_a_hidden_visitor_is_offered_to_nobody() -> None:
    """There is nothing an operator could do."""
    assert assign((queued("a", quiet=True),), (duty(ANN),), SMALL, MOMENT) == ()


def test_an_offer_rings_three_minutes_and_returns() -> None:
    """At three minutes, not before; it is not offered in the same breath."""
    early = queued("a", offered=ANN, since=NOW - minutes(2.9))
    late = queued("a", offered=ANN, since=NOW - minutes(3))
    assert assign((early,), (duty(ANN),), SMALL, MOMENT) == ()
    assert assign((late,), (duty(ANN),), SMALL, MOMENT) == (
        Return(TicketId("a"), ANN, Why.RANG_OUT),
    )


def test_an_offer_without_a_time_keeps_ringing() -> None:
    """A missing time never takes a ticket away."""
    assert assign((queued("a", offered=ANN),), (duty(ANN),), SMALL, MOMENT) == ()


def test_an_offer_to_someone_who_left_returns_at_once() -> None:
    """Off duty: no need to wait for the ring to end."""
    offered = queued("a", offered=ANN, since=NOW)
    assert assign((offered,), (), SMALL, MOMENT) == (Return(TicketId("a"), ANN, Why.OFF_DUTY),)


def test_silence_returns_a_taken_ticket() -> None:
    """Ten minutes without a reply to the visitor's words, counted from taking at the earliest."""
    silent = queued("a", taken=ANN, since=NOW - minutes(30), unanswered=NOW - minutes(10))
    assert assign((silent,), (duty(ANN),), SMALL, MOMENT) == (
        Return(TicketId("a"), ANN, Why.SILENCE),
    )
    fresh = queued("b", taken=ANN, since=NOW - minutes(1), unanswered=NOW - minutes(40))
    answered = queued("c", taken=ANN, since=NOW - minutes(60))
    hidden = queued("d", taken=ANN, unanswered=NOW - minutes(40), quiet=True)
    no_time = queued("e", taken=ANN, unanswered=NOW - minutes(9))
    assert assign((fresh, answered, hidden, no_time), (duty(ANN),), SMALL, MOMENT) == ()


def test_a_ticket_overflows_from_desk_to_desk_and_stops_at_the_last() -> None:
    """Each desk has its patience; the last one keeps what it has."""
    desks = (DeskRules("day"), DeskRules("far"))
    waits = queued("a", waited=14, desk="day")
    late = queued("b", waited=15, desk="day")
    last = queued("c", waited=600, desk="far")
    unknown = queued("d", waited=600, desk="closed")
    assert assign((waits, late, last, unknown), (), desks, MOMENT) == (
        Overflow(TicketId("b"), "far"),
    )


def test_an_overflowing_ticket_is_not_offered_at_its_old_desk() -> None:
    """It rings at the next desk at the next call."""
    desks = (DeskRules("day"), DeskRules("far"))
    late = queued("b", waited=15, desk="day")
    there = duty(ANN, desk="day")
    assert assign((late,), (there,), desks, MOMENT) == (Overflow(TicketId("b"), "far"),)


def test_a_complaint_is_for_the_person_outside_only() -> None:
    """Who takes complaints takes nothing else; an emergency never waits for one."""
    outside = duty(OperatorId("outside"), traits=frozenset({OUTSIDE}))
    desk = duty(OperatorId("desk"))
    complaint = queued("complaint", wish=COMPLAINT)
    urgent = queued("urgent", Urgency.EMERGENCY, wish=COMPLAINT)
    ordinary = queued("ordinary")
    assert assign([complaint], [desk], SMALL, MOMENT) == ()
    assert assign([complaint], [outside], SMALL, MOMENT) == (
        Offer(complaint.ticket, outside.operator),
    )
    assert assign([ordinary], [outside], SMALL, MOMENT) == ()
    assert assign([urgent], [desk], SMALL, MOMENT) == (Offer(urgent.ticket, desk.operator),)
