from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from bot.content.compile import compile_book
from bot.content.issues import ContentError
from bot.content.load import load
from bot.dialogue import nodes
from bot.dialogue.book import Act, Node
from bot.dialogue.services import Hours, Police, Publish
from bot.dialogue.values import CardId, Locale
from tests.content.conftest import World

HEAVY = ("ruamel.yaml", "pydantic", "fluent.runtime", "bot.content.compile")
START = """
import sys
from pathlib import Path
from bot.content.load import load
print(load(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])).hash)
print(*(name for name in {heavy} if name in sys.modules))
"""


def start(world: World, cache: Path) -> tuple[str, str]:
    """Load in a process of its own; return the hash, and which heavy modules came along."""
    code = START.format(heavy=HEAVY)
    paths = [str(path) for path in (world.content, world.locales, cache)]
    done = subprocess.run(
        [sys.executable, "-c", code, *paths], check=True, capture_output=True, text=True
    )
    found, _, modules = done.stdout.partition("\n")
    return found, modules.strip()


def test_a_kept_book_is_read_without_yaml_and_schemas(world: World, tmp_path: Path) -> None:
    """The second start pays for decoding only."""
    world.write()
    cache = tmp_path / "cache"
    first, heavy = start(world, cache)
    second, light = start(world, cache)
    assert "ruamel.yaml" in heavy
    assert light == ""
    assert first == second


def test_a_kept_book_is_the_compiled_one(world: World, tmp_path: Path) -> None:
    """Nothing is lost or changes its type on the way."""
    hours = {"days": "0-4,6", "opens": "09:00", "closes": "18:00", "offset_minutes": 360}
    world.files["services/all.yaml"]["services"]["kg-117"].update(hours=hours, rung="2026-11-01")
    world.write()
    compiled = load(world.content, world.locales, tmp_path)
    assert load(world.content, world.locales, tmp_path) == compiled
    assert compiled == replace(compile_book(world.content, world.locales).book, signed=())
    row = next(row for row in compiled.services if row.id == "kg-117")
    assert row.hours == Hours((0, 1, 2, 3, 4, 6), time(9), time(18), 360)
    assert (row.police, row.publish) == (Police.NOT_POLICE, Publish.OK)


def test_an_edit_of_words_makes_a_new_book(world: World, tmp_path: Path) -> None:
    """Labels are part of the Book: an old compiled form must not be read."""
    world.write()
    before = load(world.content, world.locales, tmp_path)
    world.reword("menu-label", " Home")
    world.write()
    after = load(world.content, world.locales, tmp_path)
    assert "home" in after.labels["menu-label"]
    assert after.hash != before.hash


def test_a_damaged_kept_book_is_compiled_again(world: World, tmp_path: Path) -> None:
    """A full disk must not keep the bot from starting."""
    world.write()
    cache = tmp_path / "cache"
    compiled = load(world.content, world.locales, cache)
    (kept,) = cache.iterdir()
    kept.write_bytes(kept.read_bytes()[:100])
    assert load(world.content, world.locales, cache) == compiled
    assert [file.name for file in cache.iterdir()] == [kept.name]


@pytest.mark.parametrize("node", ["danger.harm", "menu"])
def test_a_book_without_a_needed_screen_is_refused(world: World, node: str) -> None:
    """The core goes there by itself."""
    world.nodes.pop(node)
    world.write()
    with pytest.raises(ContentError) as caught:
        load(world.content, world.locales)
    assert "missing-node" in {issue.code for issue in caught.value.issues}


def test_labels_and_words_come_folded_in_both_scripts(world: World) -> None:
    """Typed without special letters, or in Latin, a label still is one."""
    world.words["ky"]["menu-label"] = " Башкы Меню"
    world.files["words.yaml"]["yes"] = {"ru": ["Да!"], "ky": ["ооба"]}
    book = load(world.write().content, world.locales)
    assert {"башкы меню", "bashki meniu", "menu label"} <= set(book.labels["menu-label"])
    assert book.words["yes"] == ("да", "da", "оба", "oba")


def test_a_card_becomes_a_screen(world: World) -> None:
    """Its ways on, then a person; labels are those of the targets."""
    book = load(world.write().content, world.locales)
    screen = book.nodes[nodes.card(CardId("papers"))]
    assert isinstance(screen, Node)
    assert screen.say == ("card-papers",)
    assert [(choice.label, choice.goto, choice.act) for choice in screen.choices] == [
        ("card-contract.title", "card.contract", None),
        ("to-menu", "menu", None),
        ("person-label", None, Act.PERSON),
    ]
    onward = book.nodes[nodes.card(CardId("contract"))].choices[0]
    assert (onward.label, onward.goto) == ("assess-check-title", "assess.check")


def test_a_number_on_hold_is_in_no_book(world: World) -> None:
    """Only the check knows it."""
    book = load(world.write().content, world.locales)
    assert "kg-held" not in {row.id for row in book.services}


def test_phrases_keep_their_own_words_and_strength(world: World) -> None:
    """Folding them is the business of understanding."""
    phrases = load(world.write().content, world.locales).phrases
    found = {(row.bank, row.id, row.locale, row.text, row.strength) for row in phrases}
    assert ("danger", "threat", Locale("en"), "they threaten me", 1.0) in found
    assert ("danger", "threat", Locale("en"), "a knife", 0.5) in found


def test_yes_and_no_in_yaml_are_words(world: World) -> None:
    """YAML 1.2 has no booleans of that spelling."""
    world.raw["content/words.yaml"] = "yes:\n  en: [yes, on]\nno:\n  en: [no, off]\n"
    book = load(world.write().content, world.locales)
    assert book.words == {"yes": ("yes", "ies", "on"), "no": ("no", "of")}
