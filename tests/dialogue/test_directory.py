from __future__ import annotations

from dataclasses import replace

from bot.dialogue import directory
from bot.dialogue.nodes import MENU
from bot.dialogue.services import Cost
from bot.dialogue.values import Country
from tests.dialogue.world import BOOK, NOON, newcomer

KG = Country("KG")
NEEDS = ("emergency", "violence", "psychological", "shelter")


def test_a_line_says_what_its_source_says() -> None:
    """Cost, languages worth a word, and how to write to it; at most three languages."""
    languages = ("ko", "en", "kk", "uz", "ru")
    row = replace(
        BOOK.services[0],
        cost=Cost.FREE,
        languages=languages,
        languages_confirmed=True,
        texts=("whatsapp", "sms"),
    )
    args = dict(directory.line(row, NOON).args)
    assert args["cost"] == "@cost-free"
    assert [args[f"spoken{n}"] for n in (1, 2, 3)] == ["@speaks-ru", "@speaks-uz", "@speaks-kk"]
    assert [args[f"text{n}"] for n in (1, 2, 3, 4)] == ["@texts-sms", "@texts-whatsapp", "", ""]


def test_what_is_only_likely_is_not_promised() -> None:
    """Neither a language nor a price."""
    row = replace(BOOK.services[0], languages=("ru",))
    args = dict(directory.line(row, NOON).args)
    assert (args["cost"], args["spoken1"], args["text1"]) == ("", "", "")


def test_needs_without_a_number_are_named() -> None:
    """Not for an unknown country: there may well be one."""
    lacking = directory.missing(BOOK, KG, NEEDS)
    assert lacking is not None
    named = [value for _, value in lacking.args if value]
    assert named == ["@need-psychological", "@need-shelter"]
    assert directory.missing(BOOK, None, NEEDS) is None
    assert directory.missing(BOOK, KG, ("emergency",)) is None


def test_a_screen_of_numbers_ends_with_what_we_lack() -> None:
    """A screen of danger does not: it must stay short."""
    menu = replace(BOOK.nodes[MENU], services=NEEDS)
    visitor = newcomer()
    visitor.book = replace(BOOK, nodes={**BOOK.nodes, MENU: menu})
    visitor.session = replace(visitor.session, country=KG)
    assert visitor.say("menu").said()[-1] == "service-missing"
    assert visitor.say("menu").said().count("service-line") == 2
