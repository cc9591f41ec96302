from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.dialogue import nodes
from bot.dialogue.book import Act
from bot.dialogue.effects import RaiseTicket, RelayToVisitor, Say, SetTimer
from bot.dialogue.events import Departure, OperatorJoined, OperatorLeft, OperatorSaid, TimerFired
from bot.dialogue.events import TimerKind as Kind
from bot.dialogue.session import FRESH
from bot.dialogue.values import SMS, TELEGRAM, TicketId
from tests.dialogue.world import BOOK, DANGER, EN, Visitor, choice, newcomer


def ticket(visitor: Visitor) -> TicketId:
    """Return the open ticket."""
    assert visitor.session.handoff is not None
    return visitor.session.handoff.ticket


def hidden() -> Visitor:
    """Return someone who hid from an open ticket."""
    return newcomer().press("person").press("adult").say("hide")


def stranger(visitor: Visitor) -> bool:
    """Tell whether nothing of the past is left but the version."""
    return replace(
        visitor.session, version=0, since=0, book="", handoff=None, hidden=False
    ) == replace(FRESH, book="")


def test_hide_wipes_confirms_in_one_neutral_line_and_forgets() -> None:
    """Without a ticket nothing at all stays."""
    visitor = newcomer().say("hide")
    assert visitor.did() == ("Wipe", "Say", "Forget")
    say = visitor.only(Say)
    assert (say.quiet, say.choices[-1].key, len(say.blocks)) == (True, "2", 1)
    assert stranger(visitor)


@pytest.mark.parametrize("typed", ["exit", "Выход", "/exit"])
def test_exit_leaves_in_silence(typed: str) -> None:
    """Not one word comes back."""
    assert newcomer().say(typed).did() == ("Wipe", "Forget")


def test_on_sms_nothing_confirms() -> None:
    """The seized phone stays quiet."""
    visitor = newcomer()
    visitor.channel = SMS
    assert visitor.say("hide").did() == ("Wipe", "Forget")
    assert newcomer_sms().say("delete").did() == ("Wipe", "Forget")


def newcomer_sms() -> Visitor:
    """Return someone who writes SMS."""
    visitor = newcomer()
    visitor.channel = SMS
    return visitor


def test_hide_makes_an_open_ticket_quiet() -> None:
    """The operator sees "do not write"; replies wait."""
    visitor = hidden()
    raised = visitor.only(RaiseTicket)
    assert raised.quiet is True
    held = ticket(visitor)
    assert visitor.take(OperatorJoined(held)).did() == ()
    assert visitor.take(OperatorSaid(held, "1", "вы здесь?")).did() == ()
    assert stranger(visitor)


def test_after_hiding_start_is_that_of_a_stranger() -> None:
    """Byte for byte: the same screen, no trace of the language."""
    assert hidden().say("/start").effects == Visitor().say("/start").effects


def test_the_code_brings_everything_back() -> None:
    """In the language of before, with the replies that waited."""
    visitor = hidden()
    held = ticket(visitor)
    visitor.take(OperatorJoined(held)).take(OperatorSaid(held, "1", "вы здесь?"))
    code = visitor.session.handoff.code if visitor.session.handoff else ""
    visitor.say(code)
    assert visitor.only(RelayToVisitor) == RelayToVisitor(held, "1", "вы здесь?")
    assert visitor.session.locale == EN
    assert not visitor.session.hidden
    assert visitor.said() == ("say-handoff.with-person",)


def test_asking_for_the_person_comes_back_too() -> None:
    """The word is enough for who forgot the code."""
    visitor = hidden().say("/start").press("ru").press("agree").say("person").press("adult")
    assert visitor.said() == ("say-handoff.came-back",)


def test_another_code_is_a_strangers_word() -> None:
    """Nothing tells that there was a talk."""
    assert hidden().say("111111").effects == Visitor().say("111111").effects


def test_danger_after_hiding_is_answered_and_the_held_words_stay_held() -> None:
    """Someone else may hold the phone, and may be in danger."""
    visitor = hidden()
    held = ticket(visitor)
    visitor.take(OperatorSaid(held, "1", "вы здесь?"))
    visitor.say("помогите", DANGER)
    assert visitor.said() == ("say-danger.where",)
    assert "RelayToVisitor" not in visitor.did()


def test_a_hidden_talk_that_the_operator_closes_is_forgotten() -> None:
    """In silence."""
    visitor = hidden()
    held = ticket(visitor)
    visitor.take(OperatorLeft(held, Departure.RETURNED))
    assert visitor.take(OperatorLeft(held, Departure.CLOSED)).did() == ("CloseTicket", "Forget")
    assert stranger(visitor)


def test_stop_closes_and_the_next_word_is_answered() -> None:
    """Somebody else may have typed it."""
    visitor = newcomer().press("person").press("adult").say("stop")
    assert visitor.did() == ("CloseTicket", "Say")
    assert visitor.session.stopped
    assert visitor.say("помогите", DANGER).said() == ("say-danger.where",)
    assert not visitor.session.stopped
    visitor = newcomer().say("who are you").press("stop")
    assert visitor.press("x").said() == ("say-menu",)


def test_delete_clears_and_says_so() -> None:
    """At once on the phone; the ticket ends with it."""
    visitor = newcomer().press("person").press("adult").say("delete")
    assert visitor.did() == ("CloseTicket", "Wipe", "Say", "Forget")
    assert stranger(visitor)
    assert newcomer().say("who are you").press("delete").did() == ("Wipe", "Say", "Forget")


def test_the_hour_the_visitor_chose_wipes_in_silence() -> None:
    """A timer hides as EXIT does."""
    assert newcomer().take(TimerFired(Kind.WIPE, "x")).did() == ("Wipe", "Forget")


def test_a_button_hides() -> None:
    """From the menu as by the word."""
    assert newcomer().press("hide").did() == ("Wipe", "Say", "Forget")
    assert newcomer().press("hide", nodes.HARM).did() == ("Wipe", "Say", "Forget")


def on_telegram() -> Visitor:
    """Return someone whose chat can be cleared from here."""
    visitor = newcomer()
    visitor.channel = TELEGRAM
    return visitor


def test_the_screen_clears_itself_and_the_hour_is_set_at_most_once_an_hour() -> None:
    """On by default, a day after the last word."""
    visitor = on_telegram().say("1")
    assert visitor.only(SetTimer).at - visitor.now == timedelta(hours=24)
    assert "SetTimer" not in visitor.say("menu").did()
    visitor.now += timedelta(hours=1)
    assert "SetTimer" in visitor.say("menu").did()


@pytest.mark.parametrize(("hours", "after"), [("6", 6), ("90", 46), ("soon", 46)])
def test_the_visitor_chooses_the_hour_below_the_limit_of_the_platform(
    hours: str, after: int
) -> None:
    """Telegram deletes nothing that is older than 48 hours."""
    visitor = on_telegram()
    wiped = replace(BOOK.nodes[nodes.WIPE_WHEN], choices=(choice("x", Act.WIPE_AFTER, hours),))
    visitor.book = replace(BOOK, nodes={**BOOK.nodes, nodes.WIPE_WHEN: wiped})
    visitor.session = replace(visitor.session, node=nodes.WIPE_WHEN)
    visitor.press("x")
    assert visitor.said() == ("say-wipe.set",)
    timers = [effect for effect in visitor.effects if isinstance(effect, SetTimer)]
    assert timers[-1].at - visitor.now == timedelta(hours=after)


def test_clearing_the_screen_does_not_end_a_talk_with_a_person() -> None:
    """The ticket stays as it was; only the screen is empty."""
    visitor = on_telegram().press("person").press("adult").take(TimerFired(Kind.WIPE, "screen"))
    assert visitor.did() == ("Wipe",)
    assert visitor.session.handoff is not None
