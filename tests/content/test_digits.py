"""The digits that SMS words of a card name lead where the words say."""

from __future__ import annotations

import re

import pytest

from bot.bootstrap import CONTENT, LOCALES
from bot.content.catalogue import read
from bot.content.load import load
from bot.dialogue import nodes
from bot.dialogue.book import Act, Choice
from bot.dialogue.matching import keyed
from bot.dialogue.nodes import card_message
from bot.dialogue.values import Locale, NodeId

BOOK = load(CONTENT, LOCALES)
WORDS = read(LOCALES)
PERSON = {"en": "person", "ru": "человек", "ky": "адам", "uz-Latn": "odam", "tg": "одам"}
NUMBERS = {"en": "numbers", "ru": "номера", "ky": "номерлер", "uz-Latn": "raqamlar", "tg": "рақам"}
SERVICES = NodeId("services")


def _named(locale: str, word: str) -> dict[str, str]:
    """Return the digit before a word in the SMS form of each card that has it."""
    pattern = re.compile(rf"(\d) {word}\b")
    shorts = {
        str(name): WORDS.words(f"{card_message(name)}.short", Locale(locale)) or ""
        for name in BOOK.cards
    }
    return {name: found[1] for name, short in shorts.items() if (found := pattern.search(short))}


def _leads(choice: Choice, word: str) -> bool:
    return choice.act is Act.PERSON if word in PERSON.values() else choice.goto == SERVICES


@pytest.mark.parametrize("words", [PERSON, NUMBERS], ids=["person", "numbers"])
@pytest.mark.parametrize("locale", sorted(PERSON))
def test_a_digit_in_an_sms_of_a_card_is_that_of_its_choice(
    locale: str, words: dict[str, str]
) -> None:
    """A way added to a card moves the ones below it."""
    named = _named(locale, words[locale])
    assert named
    wrong = {
        name: digit
        for name, digit in named.items()
        for key, choice in keyed(BOOK.nodes[NodeId(f"{nodes.CARD_PREFIX}{name}")].choices)
        if _leads(choice, words[locale]) and key != digit
    }
    assert wrong == {}
