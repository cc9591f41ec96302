from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue import nodes
from bot.dialogue.reading import Offer, OfferLevel, Reading, Topic
from bot.dialogue.session import FRESH
from bot.dialogue.values import SMS, TELEGRAM, WEB, Capabilities, CardId, NodeId
from tests.dialogue.world import BOOK, EN, KY, RU, Visitor, newcomer, reading


def test_a_stranger_chooses_a_language_then_reads_who_can_see_what() -> None:
    """Language, then the screen before anything personal, then the menu."""
    visitor = Visitor().say("/start")
    assert visitor.said() == ("say-start",)
    assert visitor.press("ru").said() == ("say-privacy",)
    assert visitor.session.locale == RU
    assert visitor.say("1").said() == ("say-menu",)


def test_the_first_clear_sentence_chooses_the_language_and_is_answered() -> None:
    """Nobody who asks a question is sent through a menu first."""
    visitor = Visitor().say("айлык берчү эмес", reading(topics=("wages",), locale=KY))
    assert visitor.session.locale == KY
    assert visitor.said() == ("say-suggest",)
    assert visitor.press("card-wages").said() == ("card-wages",)


def test_the_language_pressed_on_the_first_page_is_chosen() -> None:
    """Nobody is asked twice; later presses of an older page change nothing."""
    visitor = Visitor().say("/start", hint=RU)
    assert visitor.said() == ("say-privacy",)
    assert visitor.session.locale == RU
    visitor.say("/start", hint=EN)
    assert visitor.session.locale == RU


def test_a_stranger_who_writes_the_name_of_a_language_has_chosen_it() -> None:
    """A digit from a stranger means nothing yet."""
    assert Visitor().say("ru").session.locale == RU
    assert Visitor().say("1").said() == ("say-start",)


def test_a_hint_of_the_platform_only_chooses_the_words_of_the_question() -> None:
    """The language is offered, not taken."""
    visitor = Visitor(channel=TELEGRAM).say("/start", hint=RU)
    assert visitor.session.locale is None
    assert getattr(visitor.effects[-1], "locale", None) == RU


def test_an_unknown_first_word_brings_the_language_choice() -> None:
    """What is not understood from a stranger is a beginning."""
    assert Visitor().say("xyzzy").said() == ("say-start",)


def test_an_unknown_language_asks_again() -> None:
    """A choice that names no language of the Book is no dead end."""
    visitor = newcomer().say("language")
    assert visitor.press("xx").said() == ("say-language",)
    assert visitor.press("en").said() == ("say-menu",)


@pytest.mark.parametrize(("typed", "node"), [("2", "privacy"), ("secret", "privacy")])
def test_a_door_opens_only_after_the_screen_before_it(typed: str, node: str) -> None:
    """And then goes on to where the visitor was going."""
    visitor = Visitor(replace(FRESH, locale=EN, node=nodes.MENU)).say(typed)
    assert visitor.session.node == node
    assert visitor.press("agree").said() == ("say-secret",)


def test_cards_need_no_gate() -> None:
    """Knowledge is nobody's secret."""
    visitor = Visitor(replace(FRESH, locale=EN, node=nodes.MENU)).say("1")
    assert visitor.said() == ("card-wages",)


@pytest.mark.parametrize("typed", ["1", "1.", "wages", "WAGES!", "my wages", "my w"])
def test_a_choice_is_typed_by_number_label_or_beginning(typed: str) -> None:
    """Digits, labels in any case, and enough first letters."""
    assert newcomer().say(typed).said() == ("card-wages",)


def test_two_choices_at_once_are_not_guessed() -> None:
    """The answer is useful instead."""
    assert newcomer().say("1 2").said() == ("say-missed",)


def test_a_second_miss_offers_the_person_first_and_a_choice_ends_the_count() -> None:
    """Two failures are enough."""
    visitor = newcomer().say("qwrt")
    assert visitor.say("qwrt").said() == ("say-missed-again",)
    visitor.press("menu").say("qwrt")
    assert visitor.said() == ("say-missed",)


def test_an_empty_message_is_answered() -> None:
    """Stickers arrive as nothing on some phones."""
    assert newcomer().say("").say("  ").said() == ("say-missed",)


@pytest.mark.parametrize(
    ("level", "node"),
    [(OfferLevel.HIGH, "offer.high"), (OfferLevel.CAUTION, "offer.caution")],
)
def test_an_offer_brings_its_check(level: OfferLevel, node: str) -> None:
    """A described job offer is answered with what to check."""
    assert newcomer().say("работа в Таиланде", reading(offer=level)).session.node == node


def offered(*flags: str) -> Reading:
    return Reading(offer=Offer(OfferLevel.HIGH, flags))


def test_each_sign_of_an_offer_is_quoted_with_what_to_ask() -> None:
    """The heavy ones first, and no more than can be read; a relative is never a warning."""
    visitor = newcomer().say("x", offered("RF01", "RF08", "RF13"))
    assert visitor.said() == ("flags-intro", "flag-rf13", "flag-rf01", "say-offer.high")
    many = newcomer().say("x", offered("RF01", "RF05", "RF11", "RF13", "RF14", "RF19"))
    assert many.said()[1:-1] == ("flag-rf05", "flag-rf13", "flag-rf14", "flag-rf19")


def test_an_offer_without_a_sign_is_answered_plainly() -> None:
    """No sign is no safety."""
    assert newcomer().say("x", offered()).said() == ("say-offer.high",)


def test_by_sms_the_two_heaviest_signs_are_quoted() -> None:
    """Each more costs; about clients nothing is said, even where the phone is private."""
    private = replace(newcomer().session, private=True)
    said = Visitor(private, channel=SMS).say("x", offered("RF01", "RF05", "RF11", "RF13")).said()
    assert said == ("flags-intro", "flag-rf05", "flag-rf13", "say-offer.high")
    said = Visitor(private, channel=SMS).say("x", offered("RF01", "RF25")).said()
    assert said == ("flags-intro", "flag-rf01", "say-offer.high")


def test_clients_are_quoted_on_a_private_phone_only() -> None:
    """Somebody else may read what is on the screen."""
    found = offered("RF13", "RF25")
    assert "flag-rf25" not in newcomer().say("x", found).said()
    private = Visitor(replace(newcomer().session, private=True)).say("x", found)
    assert "flag-rf25" in private.said()


def test_signs_of_a_job_one_has_are_no_offer() -> None:
    """Unpaid wages are answered by the card, not by the check of an offer."""
    unpaid = Reading(topics=(Topic(CardId("wages"), 0.9),), offer=Offer(OfferLevel.HIGH, ("RF23",)))
    assert newcomer().say("не платят", unpaid).said() == ("say-suggest",)


def test_a_button_of_an_older_question_still_hides() -> None:
    """Screens that are made for an assessment are known by their hash too."""
    visitor = newcomer().say("1")
    assert visitor.press("hide", NodeId("assess.going.result")).did() == ("Wipe", "Say", "Forget")


def test_telling_the_language_leads_back_to_where_one_was() -> None:
    """Not to the menu."""
    visitor = newcomer().say("1").say("language").press("ru")
    assert visitor.said() == ("card-wages",)


def test_zero_goes_back_and_never_into_a_passing_screen() -> None:
    """Back leads to where one was, never to a question already answered."""
    visitor = newcomer().say("1")
    assert visitor.say("0").said() == ("say-menu",)
    assert visitor.say("0").said() == ("say-menu",)
    visitor.say("xyzzy").say("who are you").say("back")
    assert visitor.session.node == nodes.MENU


def test_going_somewhere_again_shortens_the_way_back() -> None:
    """A circle does not grow the trail."""
    visitor = newcomer().say("1").say("menu")
    assert visitor.session.trail == ()


@pytest.mark.parametrize(
    ("typed", "node"),
    [
        ("who are you", "who"),
        ("/menu", "menu"),
        ("меню", "menu"),
        ("language", "language"),
        ("back", "menu"),
        ("/start", "menu"),
        ("/start@some_bot", "menu"),
        ("help", "danger.safe"),
    ],
)
def test_words_that_work_anywhere(typed: str, node: str) -> None:
    """In any language and state, with or without a slash."""
    assert newcomer().say("1").say(typed).session.node == node


def test_a_button_of_an_older_screen_is_harmless() -> None:
    """Ways are followed, acts that could undo something are not."""
    visitor = newcomer().say("1")
    assert visitor.press("secret", nodes.MENU).said() == ("say-secret",)
    assert visitor.press("adult", nodes.AGE).said() == ("say-secret",)
    assert visitor.press("nothing").said() == ("say-secret",)
    assert visitor.press("x", NodeId("gone")).said() == ("say-secret",)


def test_an_unknown_screen_of_an_older_book_returns_to_the_menu() -> None:
    """Nothing is lost by an upgrade."""
    visitor = Visitor(replace(FRESH, locale=EN, told=True, node=NodeId("gone")))
    assert visitor.press("1", NodeId("gone")).said() == ("say-menu",)
    visitor.session = replace(visitor.session, trail=(NodeId("lost"),))
    assert visitor.say("0").said() == ("say-menu",)


def test_words_that_nobody_has_read_say_so_once_before_anything_personal() -> None:
    """Without another language to offer, an SMS is not spent on it."""
    unread = replace(BOOK, signed=())
    assert Visitor(book=unread).say("ru").said() == ("say-privacy", "words-unsigned")
    assert Visitor(book=unread, channel=SMS).say("ru").said() == ("say-privacy",)
    assert Visitor(book=BOOK).say("ru").said() == ("say-privacy",)


@pytest.mark.parametrize("channel", [WEB, SMS])
def test_a_language_that_was_read_is_offered_and_taken(channel: Capabilities) -> None:
    """The same screen comes again in it, without the warning."""
    visitor = Visitor(book=replace(BOOK, signed=(KY,)), channel=channel).say("ru")
    assert visitor.said() == ("say-privacy", "words-unsigned-offer")
    assert visitor.press("read-ky").said() == ("say-privacy",)
    assert visitor.session.locale == KY
    assert visitor.say("1").said() == ("say-menu",)


def test_by_sms_a_word_brings_own_letters_and_takes_them_away() -> None:
    """The screen comes again, so that the visitor sees what the word does."""
    visitor = newcomer()
    visitor.channel = SMS
    assert visitor.say("alphabet").said() == ("say-menu",)
    assert visitor.session.own_script
    assert not visitor.say("alphabet").session.own_script


def test_elsewhere_letters_are_what_they_are() -> None:
    """Only an SMS costs more in some letters than in others."""
    assert not newcomer().say("alphabet").session.own_script
