"""Before a person's first word stands what nobody here may ask for, and it is true (S-22)."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.bootstrap import open_library
from bot.dialogue.book import Act
from bot.dialogue.values import text
from bot.service.receive import Library
from tests.safety.whole import CRY, whole

WARNING = {
    "en": ("money", "sex", "private meeting"),
    "ru": ("деньг", "секс", "встреч"),
    "ky": ("акча", "секс", "жолугуш"),
    "tg": ("пул", "ҷинс", "вохӯр"),
    "uz-Latn": ("pul", "seks", "uchrash"),
    "uz-Cyrl": ("пул", "секс", "учраш"),
}


@pytest.fixture(scope="module")
def library() -> Library:
    """Return the real Book and wording."""
    return open_library()


async def test_the_warning_comes_before_the_first_word_of_an_operator(
    tmp_path: Path, library: Library
) -> None:
    """On the visitor's page, and also for who was in danger and passed no door."""
    async with whole(tmp_path, library) as safar:
        visitor = await safar.visitor()
        await safar.writes(visitor, CRY)
        operator, token = await safar.operator()
        took = await operator.post("/next", data={"csrf": token})
        await safar.house.reception.idle()
        where = took.headers["location"]
        said = {"csrf": token, "id": "7c1d2a3e-0000-4000-8000-000000000001", "words": "I am here"}
        await operator.post(f"{where}/say", data=said)
        await safar.house.reception.idle()
        page = (await visitor.get("/")).text
    notice = library.wording.label("handoff-joined", library.book.locales[-1]).split("\n")[0]
    assert all(word in page[: page.index("I am here")] for word in WARNING["en"])
    assert page.index(notice) < page.index("I am here")


def test_the_warning_stands_in_every_language(library: Library) -> None:
    """All three things are named: money, sex, meeting in private."""
    for locale in library.book.locales:
        words = library.wording.render(text("handoff-joined"), locale).lower()
        assert all(part in words for part in WARNING[locale]), locale


def test_the_notice_promises_only_what_there_is(library: Library) -> None:
    """It says to end the talk and ask for another person: both can be pressed."""
    book = library.book
    joined = {choice.act for choice in book.nodes["handoff.joined"].choices}  # type: ignore[index]
    after = {choice.act for choice in book.nodes["handoff.no-person"].choices}  # type: ignore[index]
    menu = {choice.act for choice in book.nodes["menu"].choices}  # type: ignore[index]
    assert Act.LEAVE in joined
    assert Act.PERSON in after | menu
    left = {choice.goto for choice in book.nodes["handoff.left"].choices}  # type: ignore[index]
    assert "complain" in left
