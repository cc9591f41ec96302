"""Quiet hours, the question after a long silence, and "?" by SMS (safety.md 1.6, 7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.dialogue import nodes
from bot.dialogue.effects import RelayToOperator, RelayToVisitor, Reply, SetTimer
from bot.dialogue.events import (
    Departure,
    Oddity,
    OperatorJoined,
    OperatorLeft,
    OperatorSaid,
    TimerFired,
    TimerKind,
    VisitorSent,
)
from bot.dialogue.values import SMS, TicketId
from tests.dialogue.world import DANGER, NOON, Visitor, newcomer

EVENING = NOON + timedelta(hours=11)
"""23:00 in Osh; the small Book's NOON is 12:00 there."""


def waiting(reply: Reply = Reply.PULL, *, private: bool | None = None) -> Visitor:
    """Return someone who asked for a person by SMS at noon."""
    visitor = newcomer()
    visitor.channel = SMS
    visitor.say("person").say("2")
    held = visitor.session.handoff
    assert held is not None
    visitor.session = replace(visitor.session, private=private, handoff=replace(held, reply=reply))
    return visitor


def ticket(visitor: Visitor) -> TicketId:
    """Return the open ticket."""
    assert visitor.session.handoff is not None
    return visitor.session.handoff.ticket


def answered(visitor: Visitor, after: timedelta) -> Visitor:
    """Let an operator answer after some time."""
    visitor.now += after
    visitor.take(OperatorJoined(ticket(visitor)))
    return visitor.take(OperatorSaid(ticket(visitor), "m1", "Where are you?"))


def words(visitor: Visitor) -> list[str]:
    """Return an operator's words that went out in the last turn."""
    return [one.text for one in visitor.effects if isinstance(one, RelayToVisitor)]


def test_a_question_mark_brings_what_waits_and_nothing_else() -> None:
    """In pull mode an answer waits for it; the visitor pays for one SMS, not for two."""
    visitor = answered(waiting(), timedelta(minutes=11))
    assert visitor.did() == ()
    assert visitor.say("?").did() == ("RelayToVisitor",)
    assert visitor.say("?").said() == ("say-handoff.nothing-new",)


def test_without_a_person_a_question_mark_is_a_word_like_any_other() -> None:
    """As it is for somebody who hid, and on other channels."""
    visitor = newcomer()
    assert visitor.say("?").said() == ("say-missed",)
    visitor.channel = SMS
    assert visitor.say("?").said() == ("say-missed",)
    hidden = waiting().say("hide")
    assert hidden.session.hidden
    assert "say-handoff.nothing-new" not in hidden.say("?").said()


def test_the_last_words_of_a_person_outlive_the_ticket() -> None:
    """They were held when it was closed; the next message brings them."""
    visitor = answered(waiting(), timedelta(minutes=11))
    visitor.take(OperatorLeft(ticket(visitor), Departure.CLOSED))
    assert visitor.did() == ("CloseTicket",)
    assert words(visitor.say("?")) == ["Where are you?"]
    assert visitor.session.unread is None
    assert words(visitor.say("?")) == []


def test_in_a_talk_nothing_waits_at_night() -> None:
    """Whoever has just written is awake."""
    visitor = waiting(Reply.HERE)
    visitor.now = EVENING
    visitor.say("are you there")
    assert words(answered(visitor, timedelta(minutes=1))) == ["Where are you?"]


def test_at_night_an_answer_waits_for_the_morning() -> None:
    """The visitor said "here": it goes at eight, by the hot line's clock."""
    visitor = waiting(Reply.HERE)
    visitor.now = EVENING - timedelta(hours=2)
    visitor.say("are you there")
    answered(visitor, timedelta(hours=2))
    timer = visitor.only(SetTimer)
    assert words(visitor) == []
    assert (timer.kind, timer.at) == (TimerKind.MORNING, NOON + timedelta(hours=20))
    visitor.now = timer.at
    assert words(visitor.take(TimerFired(timer.kind, timer.key))) == ["Where are you?"]
    assert visitor.take(TimerFired(timer.kind, timer.key)).did() == ()


def test_before_dawn_the_morning_is_the_same_day() -> None:
    """Not the next one."""
    visitor = waiting(Reply.HERE)
    visitor.now = NOON + timedelta(hours=14)
    visitor.say("are you there")
    answered(visitor, timedelta(hours=1))
    assert visitor.only(SetTimer).at == NOON + timedelta(hours=20)


def test_a_morning_after_a_change_of_mind_sends_nothing() -> None:
    """Pull mode was chosen meanwhile, the visitor hid, or the ticket is another."""
    for change in ({"reply": Reply.PULL}, {"quiet": True}, {"ticket": TicketId("other")}):
        visitor = waiting(Reply.HERE)
        visitor.now = EVENING - timedelta(hours=2)
        visitor.say("are you there")
        timer = answered(visitor, timedelta(hours=2)).only(SetTimer)
        held = visitor.session.handoff
        assert held is not None
        visitor.session = replace(visitor.session, handoff=replace(held, **change))
        visitor.now = timer.at
        assert visitor.take(TimerFired(timer.kind, timer.key)).did() == ()


def test_after_a_long_silence_it_is_asked_once_whether_it_is_safe() -> None:
    """Before a word of a person goes to a phone that may be in other hands."""
    visitor = waiting(Reply.HERE)
    answered(visitor, timedelta(hours=24))
    assert visitor.said() == ("say-handoff.safe-to-text",)
    assert words(visitor) == []
    visitor.take(OperatorSaid(ticket(visitor), "m2", "Are you well?"))
    assert visitor.did() == ()
    assert words(visitor.say("1")) == ["Where are you?", "Are you well?"]
    assert words(visitor.take(OperatorSaid(ticket(visitor), "m3", "Good."))) == ["Good."]


def test_a_night_and_a_long_silence_ask_in_the_morning() -> None:
    """Once, and never at night."""
    visitor = waiting(Reply.HERE)
    visitor.now = NOON + timedelta(hours=12)
    timer = answered(visitor, timedelta(hours=1)).only(SetTimer)
    assert visitor.said() == ()
    visitor.now = timer.at
    assert visitor.take(TimerFired(timer.kind, timer.key)).said() == ("say-handoff.safe-to-text",)
    assert visitor.take(TimerFired(timer.kind, timer.key)).did() == ()


def test_whoever_writes_after_a_long_silence_is_asked_first() -> None:
    """Pull mode too; what they wrote reaches the person all the same."""
    visitor = answered(waiting(), timedelta(hours=24))
    assert visitor.say("hello").said() == ("say-handoff.safe-to-text",)
    assert visitor.only(RelayToOperator).ticket == ticket(visitor)
    assert visitor.say("2").said() == ("say-handoff.later",)
    assert visitor.say("?").did() == ("Say",)
    assert words(visitor.say("yes")) == ["Where are you?"]


def test_where_others_read_only_the_number_opens() -> None:
    """The number was given when the person was asked for."""
    visitor = answered(waiting(private=False), timedelta(hours=24))
    code = visitor.session.handoff.code if visitor.session.handoff else ""
    assert visitor.say("?").said() == ("say-handoff.safe-code",)
    assert visitor.say("1").said() == ("say-handoff.safe-code",)
    assert words(visitor.say(code)) == ["Where are you?"]


def test_a_ticket_that_ended_is_guarded_too() -> None:
    """Its last words are asked about, and come after the answer."""
    visitor = answered(waiting(), timedelta(hours=13))
    visitor.take(OperatorLeft(ticket(visitor), Departure.CLOSED))
    assert visitor.say("hello").said() == ("say-handoff.safe-to-text",)
    assert words(visitor.say("1")) == ["Where are you?"]


def test_after_a_silence_danger_and_ways_out_wait_for_no_question() -> None:
    """A cry for help is answered at once, and leaving stays silent (safety.md 1.6)."""
    visitor = answered(waiting(), timedelta(hours=24))
    visitor.say("he beats me", DANGER)
    assert visitor.only(SetTimer).kind is TimerKind.UNANSWERED
    assert words(visitor) == []
    visitor.take(OperatorSaid(ticket(visitor), "m2", "I am here."))
    assert words(visitor) == ["I am here."]
    assert visitor.say("exit").did() == ("Wipe", "RaiseTicket")
    silent = answered(waiting(), timedelta(hours=24))
    assert silent.say("exit").did() == ("Wipe", "RaiseTicket")


def test_nobody_on_the_way_out_is_written_to() -> None:
    """By word or digit: the phone stays silent, and what waited waits on for the return."""
    for way in ("hide", "5"):
        visitor = waiting()
        visitor.session = replace(visitor.session, node=nodes.WITH_PERSON, trail=())
        visitor = answered(visitor, timedelta(minutes=11))
        visitor.session = replace(visitor.session, node=nodes.HARM)
        assert visitor.say(way).did() == ("Wipe", "RaiseTicket")
        held = visitor.session.handoff
        assert held is not None
        assert [one.text for one in held.held] == ["Where are you?"]


def test_only_a_cry_for_help_in_a_ticket_ends_a_silence_by_itself() -> None:
    """Without a person there is nothing to keep awake."""
    visitor = newcomer()
    visitor.channel = SMS
    visitor.session = replace(visitor.session, country=None)
    assert visitor.say("he beats me", DANGER).session.handoff is not None


def test_a_picture_after_a_silence_brings_nothing_that_waited() -> None:
    """It proves nothing."""
    visitor = answered(waiting(), timedelta(hours=24))
    assert words(visitor.take(VisitorSent(Oddity.MEDIA))) == []
    assert visitor.session.handoff is not None
    assert visitor.session.handoff.held


def test_after_a_long_silence_a_cry_keeps_its_digits() -> None:
    """The digit of "where are you?" brings numbers, also with last words of a person waiting."""
    visitor = answered(waiting(), timedelta(hours=13))
    visitor.take(OperatorLeft(ticket(visitor), Departure.CLOSED))
    assert visitor.say("?").said() == ("say-handoff.safe-to-text",)
    visitor.say("they beat me", DANGER)
    assert visitor.session.node == nodes.WHERE
    visitor.say("1")
    assert visitor.session.node == nodes.HARM
    assert words(visitor) == ["Where are you?"]


def test_another_screen_takes_the_digits_of_the_question() -> None:
    """Whoever reads "who are you?" in between is asked again before anything is shown."""
    visitor = answered(waiting(), timedelta(hours=13))
    assert visitor.say("?").said() == ("say-handoff.safe-to-text",)
    visitor.say("menu")
    assert words(visitor.say("1")) == []
    assert visitor.said() == ("say-handoff.safe-to-text",)
    assert words(visitor.say("1")) == ["Where are you?"]


def test_a_way_out_needs_no_answer_first() -> None:
    """The digit of hide, on the last screen, hides after any silence."""
    visitor = answered(waiting(), timedelta(hours=13))
    visitor.session = replace(visitor.session, node=nodes.HARM)
    visitor.say("5")
    assert visitor.session.hidden
    assert words(visitor) == []


@pytest.mark.parametrize("joined", [True, False])
def test_long_after_hiding_the_word_alone_shows_nothing(joined: bool) -> None:  # noqa: FBT001
    """Whoever holds the phone now may have typed it; the code still opens at once."""
    visitor = waiting().say("hide")
    visitor.now += timedelta(hours=13)
    if joined:
        visitor.take(OperatorJoined(ticket(visitor)))
    visitor.take(OperatorSaid(ticket(visitor), "m1", "Where are you?"))
    assert words(visitor.say("person")) == []
    assert visitor.said() == ("say-handoff.safe-to-text",)
    assert words(visitor.say("1")) == ["Where are you?"]
