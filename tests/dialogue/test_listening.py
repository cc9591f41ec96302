from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue import nodes
from bot.dialogue.book import Recording, Voice
from bot.dialogue.effects import Say
from bot.dialogue.values import SMS, TELEGRAM, CardId, Locale
from tests.dialogue.world import BOOK, EN, KY, Visitor, newcomer

WAGES = CardId("wages")
CARD = nodes.card(WAGES)


def listener(locale: Locale = EN, voice: Voice = Voice.ROBOT) -> Visitor:
    """Return someone whose Book has a recording in English."""
    visitor = newcomer()
    visitor.book = replace(BOOK, recordings=(Recording(WAGES, EN, voice, "a1b2"),))
    visitor.session = replace(visitor.session, locale=locale)
    return visitor.press("wages")


def ways(visitor: Visitor) -> list[str]:
    return [one.id for one in visitor.only(Say).choices]


@pytest.mark.parametrize("voice", Voice)
def test_a_card_is_played_on_a_screen_of_its_own_after_a_press(voice: Voice) -> None:
    """The card itself carries no sound; who speaks is said."""
    visitor = listener(voice=voice)
    assert visitor.only(Say).audio == ""
    visitor.press("listen")
    assert visitor.only(Say).audio == "a1b2"
    assert visitor.said() == ("card-wages.title", "listen", f"listen-{voice.value}")
    assert ways(visitor) == ["read", "person", "back"]


@pytest.mark.parametrize("way", ["read", "back"])
def test_from_the_sound_one_goes_back_to_the_words(way: str) -> None:
    """The recording goes with its screen."""
    visitor = listener().press("listen").press(way)
    assert (visitor.session.node, visitor.only(Say).audio) == (CARD, "")


def test_what_cannot_be_played_is_not_offered() -> None:
    """Not in another language, not by SMS, not where nobody recorded it."""
    assert "listen" not in ways(listener(KY))
    assert "listen" not in ways(newcomer().press("wages"))
    visitor = listener()
    visitor.channel = SMS
    assert "listen" not in ways(visitor.say("menu").press("wages"))
    visitor.channel = TELEGRAM
    assert "listen" in ways(visitor.say("menu").press("wages"))


def test_a_recording_that_is_gone_leads_to_the_menu() -> None:
    """A Book without it may be loaded between two presses."""
    visitor = listener().press("listen")
    visitor.book = BOOK
    assert visitor.say("0").said() == ("say-menu",)
    visitor.session = replace(visitor.session, trail=(nodes.listen(WAGES),))
    assert visitor.say("0").said() == ("say-menu",)
