from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.dialogue import nodes
from bot.dialogue.effects import (
    COMPLAINT,
    CloseTicket,
    Ending,
    OpenTicket,
    RaiseTicket,
    RelayToVisitor,
    Reply,
    RingOnCall,
    Say,
    Urgency,
)
from bot.dialogue.events import (
    Departure,
    Oddity,
    OperatorJoined,
    OperatorLeft,
    OperatorSaid,
    SendFailed,
    TimerFired,
    TimerKind,
    VisitorSent,
)
from bot.dialogue.reading import DangerLevel, Sign
from bot.dialogue.session import FRESH, Age
from bot.dialogue.values import SMS, TELEGRAM, TicketId
from tests.dialogue.world import CLOSED, CONCERN, DANGER, OPEN, Visitor, newcomer, reading

OTHER = TicketId("another ticket")


def ticket(visitor: Visitor) -> TicketId:
    """Return the open ticket."""
    assert visitor.session.handoff is not None
    return visitor.session.handoff.ticket


def waiting() -> Visitor:
    """Return someone in the queue."""
    return newcomer().press("person").press("adult")


def joined() -> Visitor:
    """Return someone with a person."""
    visitor = waiting()
    return visitor.take(OperatorJoined(ticket(visitor)))


def nobody() -> Visitor:
    """Return someone who asked when nobody was on duty."""
    visitor = newcomer()
    visitor.desk = CLOSED
    return visitor.say("person").press("unsaid")


def test_a_person_comes_after_the_question_about_age() -> None:
    """Then the visitor hears the place, the wait, and what nobody may ask."""
    visitor = newcomer().press("person")
    assert visitor.said() == ("say-handoff.age",)
    assert visitor.press("adult").said() == ("say-handoff.waiting",)
    facts = dict(next(e for e in visitor.effects if isinstance(e, Say)).blocks[0].args)
    assert (facts["place"], facts["wait"]) == (2, 3)
    assert len(str(facts["code"])) == len("0000 0000 0000 0000")
    visitor = newcomer()
    visitor.channel = TELEGRAM
    visitor.press("person").press("adult")
    assert len(dict(visitor.only(Say).blocks[0].args)["code"] or "") == len("000000")  # type: ignore[arg-type]


def test_the_same_event_draws_the_same_ticket_and_code() -> None:
    """A turn that runs again opens the same ticket."""
    assert waiting().session == waiting().session


def test_a_stranger_hears_who_reads_before_the_person_comes() -> None:
    """The screen before anything personal stands before the queue."""
    visitor = Visitor(replace(FRESH, locale=newcomer().session.locale)).say("person")
    assert visitor.said() == ("say-privacy",)
    assert visitor.press("agree").said() == ("say-handoff.age",)


def test_under_18_never_keeps_the_person_away() -> None:
    """What follows is said, and the ticket is open already."""
    visitor = newcomer().press("person").press("minor")
    assert visitor.said() == ("say-minor", "say-handoff.waiting")
    opened = visitor.only(OpenTicket)
    assert (opened.minor, opened.urgency) == (True, Urgency.HIGH)


def test_a_wish_is_asked_only_where_there_is_a_choice() -> None:
    """And goes with the ticket."""
    visitor = newcomer()
    visitor.desk = replace(OPEN, wishes=("woman",))
    visitor.press("person").press("adult")
    assert visitor.said() == ("say-handoff.wish",)
    opened = visitor.press("woman").only(OpenTicket)
    assert opened.wish == "woman"


def test_words_while_waiting_are_kept_for_the_person() -> None:
    """And their keeping is confirmed, never promised to be read by nobody."""
    visitor = waiting().say("я в городе, мне не платят")
    assert visitor.did() == ("RelayToOperator", "Say")
    assert visitor.said() == ("say-handoff.relayed",)


def test_reading_on_while_waiting_keeps_the_ticket() -> None:
    """Digits lead through the menu, words still go to the person."""
    visitor = waiting().press("read")
    assert visitor.say("1").said() == ("card-wages",)
    assert visitor.say("а ещё вот что").did() == ("RelayToOperator", "Say")


def test_nobody_on_duty_is_said_at_once_and_the_ticket_kept() -> None:
    """Words are left, and the visitor says where we may answer."""
    visitor = nobody()
    assert visitor.said() == ("say-handoff.nobody-here",)
    assert visitor.say("помогите с паспортом").said() == ("say-handoff.kept",)
    visitor.session = replace(visitor.session, node=nodes.NOBODY_HERE)
    raised = visitor.press("pull").only(RaiseTicket)
    assert raised.reply is Reply.PULL


def test_pull_mode_holds_everything_until_the_visitor_writes() -> None:
    """The bot never writes first."""
    visitor = nobody().press("pull")
    held = ticket(visitor)
    assert visitor.take(OperatorJoined(held)).did() == ()
    assert visitor.take(OperatorSaid(held, "1", "Здравствуйте")).did() == ()
    assert visitor.say("есть кто?").did()[0] == "RelayToVisitor"
    assert visitor.take(OperatorSaid(held, "2", "Да")).did() == ("RelayToVisitor",)
    visitor.now += timedelta(minutes=10)
    assert visitor.take(OperatorSaid(held, "3", "Вы здесь?")).did() == ()


def test_pull_mode_stays_silent_when_the_operator_leaves() -> None:
    """Closing or going back writes nothing either."""
    visitor = nobody().press("pull")
    held = ticket(visitor)
    visitor.take(OperatorJoined(held))
    assert visitor.take(OperatorLeft(held, Departure.RETURNED)).did() == ()
    assert visitor.take(OperatorLeft(held, Departure.CLOSED)).did() == ("CloseTicket",)


def test_asking_again_when_nobody_is_there_says_so_again() -> None:
    """One ticket a visitor, and the honest answer each time."""
    visitor = nobody().press("pull").say("person")
    assert visitor.said() == ("say-handoff.nobody-here",)


def test_the_person_is_announced_with_the_warning() -> None:
    """Before the first operator's word."""
    visitor = joined()
    assert visitor.said() == ("say-handoff.joined",)
    assert visitor.session.node == nodes.WITH_PERSON


def test_everything_typed_to_a_person_is_theirs() -> None:
    """Digits and worried words too; nothing of the bot comes between."""
    visitor = joined()
    assert visitor.say("1").did() == ("RelayToOperator",)
    assert visitor.say("мне страшно", CONCERN).did() == ("RelayToOperator",)
    assert visitor.say("help").did() == ("RelayToOperator",)
    assert visitor.say("мне 16", reading(DangerLevel.NONE, Sign.MINOR)).did() == (
        "RelayToOperator",
    )


def test_the_operators_words_reach_the_visitor() -> None:
    """Once, with the operator's own message id."""
    visitor = joined()
    sent = visitor.take(OperatorSaid(ticket(visitor), "m1", "Добрый день")).only(RelayToVisitor)
    assert sent == RelayToVisitor(ticket(visitor), "m1", "Добрый день")


def test_the_menu_stays_open_during_a_talk_and_words_return_to_it() -> None:
    """Reading a card is no goodbye."""
    visitor = joined().say("menu")
    assert visitor.say("1").said() == ("card-wages",)
    assert visitor.say("спасибо, прочитала").did() == ("RelayToOperator",)
    assert visitor.session.node == nodes.WITH_PERSON
    assert visitor.say("person").did() == ("RelayToOperator",)
    assert visitor.say("menu").press("person").said() == ("say-handoff.with-person",)


def test_an_old_button_during_a_talk_reminds_who_is_there() -> None:
    """It changes nothing."""
    assert joined().press("adult", nodes.AGE).said() == ("say-handoff.with-person",)


def test_the_visitor_ends_the_talk() -> None:
    """The operator hears that it was the visitor."""
    visitor = joined().press("leave")
    assert visitor.only(CloseTicket).why is Ending.BY_VISITOR


def test_the_operator_closes() -> None:
    """And the visitor is told, with a way on."""
    visitor = joined()
    visitor.take(OperatorLeft(ticket(visitor), Departure.CLOSED))
    assert visitor.said() == ("say-handoff.left",)
    assert visitor.session.handoff is None


def test_a_ticket_given_back_waits_again() -> None:
    """The visitor is told and keeps the place."""
    visitor = joined()
    visitor.take(OperatorLeft(ticket(visitor), Departure.RETURNED))
    assert visitor.said() == ("say-handoff.returned",)
    assert visitor.session.handoff is not None
    assert not visitor.session.handoff.joined


def test_an_operator_of_another_ticket_changes_nothing() -> None:
    """Late claims are let go."""
    visitor = waiting()
    assert visitor.take(OperatorLeft(OTHER, Departure.CLOSED)).did() == ()
    assert visitor.take(OperatorSaid(OTHER, "1", "x")).only(CloseTicket) == CloseTicket(
        OTHER, Ending.BY_VISITOR
    )
    assert newcomer().take(OperatorJoined(OTHER)).did() == ("CloseTicket",)


def test_the_phone_rings_again_only_while_nobody_came() -> None:
    """At 2 and 5 minutes."""
    visitor = newcomer().say("x", DANGER)
    held = ticket(visitor)
    ring = visitor.take(TimerFired(TimerKind.RING, f"{held}:2")).only(RingOnCall)
    assert ring == RingOnCall(held, 2)
    assert visitor.take(TimerFired(TimerKind.RING, f"{held}:x")).did() == ()
    assert visitor.take(TimerFired(TimerKind.RING, f"{OTHER}:3")).did() == ()
    visitor.take(OperatorJoined(held))
    assert visitor.take(TimerFired(TimerKind.RING, f"{held}:3")).did() == ()


def test_a_ticket_nobody_takes_is_told_so() -> None:
    """Once, without a sound, and not to someone who hid."""
    visitor = waiting()
    held = ticket(visitor)
    assert visitor.take(TimerFired(TimerKind.NOBODY_CAME, held)).said() == (
        "say-handoff.nobody-came",
    )
    assert visitor.take(TimerFired(TimerKind.NOBODY_CAME, OTHER)).did() == ()
    visitor.take(OperatorJoined(held))
    assert visitor.take(TimerFired(TimerKind.NOBODY_CAME, held)).did() == ()
    silent = nobody().press("pull")
    assert silent.take(TimerFired(TimerKind.NOBODY_CAME, ticket(silent))).did() == ()


def test_the_buttons_of_a_notice_work() -> None:
    """Urgent, stop waiting: they are about the ticket that is open."""
    visitor = waiting().say("слова для человека").say("menu")
    assert "RaiseTicket" in visitor.press("urgent", nodes.WAITING).did()
    assert visitor.press("leave", nodes.WAITING).did() == ("CloseTicket", "Say")


def test_in_danger_nothing_follows_unasked_on_a_shared_phone() -> None:
    """The notice that nobody came stays away."""
    visitor = newcomer().say("x", DANGER)
    assert visitor.take(TimerFired(TimerKind.NOBODY_CAME, ticket(visitor))).did() == ()


def test_a_ticket_nobody_took_for_weeks_ends_in_silence() -> None:
    """And who hid with it is forgotten; one that an operator holds stays."""
    visitor = waiting()
    held = ticket(visitor)
    assert visitor.take(TimerFired(TimerKind.GIVE_UP, OTHER)).did() == ()
    assert visitor.take(TimerFired(TimerKind.GIVE_UP, held)).did() == ("CloseTicket",)
    hidden = waiting().say("hide")
    given_up = TimerFired(TimerKind.GIVE_UP, ticket(hidden))
    assert hidden.take(given_up).did() == ("CloseTicket", "Forget")
    assert joined().take(TimerFired(TimerKind.GIVE_UP, ticket(joined()))).did() == ()


def test_urgent_and_earlier_are_the_visitors_to_say() -> None:
    """Urgency rises; earlier words are shown after this yes only."""
    visitor = waiting().press("urgent")
    assert visitor.said() == ("say-handoff.raised",)
    visitor.session = replace(visitor.session, node=nodes.WAITING)
    raised = visitor.press("earlier").only(RaiseTicket)
    assert raised.earlier is True


@pytest.mark.parametrize("name", ["earlier", "reply"])
def test_choices_about_a_ticket_that_is_gone_bring_a_person(name: str) -> None:
    """An old screen is no dead end."""
    visitor = newcomer().say("who are you")
    assert visitor.press(name).said() == ("say-handoff.age",)


def test_leaving_without_a_ticket_is_the_menu() -> None:
    """Nothing to close, nothing said about it."""
    assert newcomer().say("who are you").press("leave").said() == ("say-menu",)


def test_a_blocked_chat_ends_the_ticket() -> None:
    """The operator must not wait for an answer; a passing failure changes nothing."""
    visitor = joined()
    held = ticket(visitor)
    assert visitor.take(SendFailed(gone=False)).did() == ()
    assert visitor.take(SendFailed(gone=True)).only(CloseTicket) == CloseTicket(
        held, Ending.UNREACHABLE
    )
    assert visitor.take(SendFailed(gone=True)).did() == ()


def test_what_is_not_text_gets_a_kind_answer() -> None:
    """Pictures are not read and not kept."""
    assert newcomer().take(VisitorSent(Oddity.MEDIA)).said() == ("say-odd",)


def test_asking_for_the_person_again_shows_the_place() -> None:
    """One ticket a visitor."""
    visitor = waiting()
    held = ticket(visitor)
    assert visitor.say("person").said() == ("say-handoff.waiting",)
    assert ticket(visitor) == held


def test_an_unanswered_minor_does_not_lose_age() -> None:
    """Under 18 stays known to the operator."""
    assert newcomer().press("person").press("minor").session.age is Age.MINOR


def test_a_button_for_the_menu_during_the_wait_keeps_the_ticket() -> None:
    """The way back to reading."""
    visitor = waiting().say("who are you").press("menu")
    assert visitor.said() == ("say-menu",)
    assert ticket(visitor)


def test_by_sms_nothing_follows_unless_the_visitor_wrote() -> None:
    """The operator's words wait for the next message; nobody-came is never sent."""
    visitor = newcomer()
    visitor.channel = SMS
    visitor.say("person").say("2")
    held = ticket(visitor)
    assert visitor.take(TimerFired(TimerKind.NOBODY_CAME, held)).did() == ()
    visitor.now += timedelta(minutes=11)
    visitor.take(OperatorJoined(held))
    assert visitor.take(OperatorSaid(held, "m1", "Где вы?")).did() == ()
    assert visitor.say("?").only(RelayToVisitor).text == "Где вы?"


@pytest.mark.parametrize(("name", "earlier"), [("keep", True), ("words", False)])
def test_a_complaint_goes_past_the_desk(name: str, earlier: bool) -> None:  # noqa: FBT001
    """The talk with the operator ends; the talk is shown only after a yes."""
    visitor = joined()
    former = ticket(visitor)
    visitor.say("complain")
    assert visitor.said() == ("say-complain",)
    visitor.press(name)
    assert visitor.only(CloseTicket).ticket == former
    opened = visitor.only(OpenTicket)
    assert (opened.wish, opened.earlier, opened.urgency) == (COMPLAINT, earlier, Urgency.HIGH)
    assert visitor.session.wish is None
    assert "RelayToOperator" in visitor.say("she asked me for money").did()
    assert visitor.said() == ("say-complained.kept",)
    assert visitor.session.node == nodes.COMPLAINED
