"""`safar stats sms`: segments of every card in every language, and what gateways ask for them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from ruamel.yaml import YAML

from bot.bootstrap import open_library
from bot.entry.cli.stats import command
from tests.sms.support import gateway


@pytest.fixture
def prices(tmp_path: Path) -> Path:
    """Return a gateway file with two prices for Kyrgyzstan and one that reaches nobody there."""
    path = tmp_path / "gateways.yaml"
    one, two, three = gateway(prices={"KG": 2}), gateway("two", prices={"*": 9}), gateway("three")
    with path.open("w", encoding="utf-8") as target:
        YAML().dump({"version": 1, "gateways": [one, two, three | {"prices": {"UZ": 1}}]}, target)
    return path


def rows(*arguments: str) -> list[dict[str, object]]:
    """Return the rows that are printed."""
    result = CliRunner().invoke(command, ["sms", "--json", *arguments], catch_exceptions=False)
    assert result.exit_code == 0
    return [json.loads(line) for line in result.output.splitlines()]


def test_every_card_is_there_in_every_language() -> None:
    """And a whole talk."""
    book = open_library().book

    found = {(row["card"], row["locale"]) for row in rows()}

    wanted = {(card, locale) for card in (*book.cards, "(a whole talk)") for locale in book.locales}
    assert found == wanted


def test_latin_letters_never_cost_more_and_no_card_takes_more_than_two() -> None:
    """One segment, at most one card in five with two."""
    cards = [row for row in rows() if row["card"] != "(a whole talk)"]

    assert all(1 <= int(str(row["sent"])) <= int(str(row["native"])) for row in cards)
    assert all(int(str(row["sent"])) <= 2 for row in cards)
    # Written for 160 Latin letters, the Cyrillic of Uzbek alone would take a third segment.
    assert all(int(str(row["native"])) <= 2 for row in cards if row["locale"] != "uz-Cyrl")
    for locale in {row["locale"] for row in cards}:
        sent = [row["sent"] for row in cards if row["locale"] == locale]
        assert sent.count(2) * 5 <= len(sent)


def test_a_whole_talk_costs_half_of_its_plain_cyrillic() -> None:
    """Written in Latin letters no message takes two SMS, and together they take half or less."""
    messages = rows("--talk")
    sums = [row for row in messages if row["card"] == "(a whole talk)"]
    steps = [row for row in messages if row["card"] != "(a whole talk)"]
    cyrillic = {"ky", "ru", "tg", "uz-Cyrl"}

    assert {row["sent"] for row in steps} == {1}
    assert {row["locale"] for row in sums} >= cyrillic
    for row in sums:
        if row["locale"] in cyrillic:
            assert int(str(row["sent"])) * 2 <= int(str(row["native"]))


def test_a_talk_is_whole() -> None:
    """From the greeting over a card, questions, danger and a person to the close."""
    screens = [row["card"] for row in rows("--talk") if row["locale"] == "ru"]

    assert screens[:2] == ["start", "privacy"]
    assert {"rights", "card.wages", "danger.harm", "handoff.joined", "(a person)"} <= {*screens}
    assert sum(str(screen).startswith("assess.my-situation.") for screen in screens) >= 2


def test_the_table_in_the_documentation_is_what_is_printed() -> None:
    """Whoever rewords a screen measures again."""
    sums = [row for row in rows("--talk") if row["card"] == "(a whole talk)"]
    pages = (Path(__file__).parents[2] / "docs" / "sms.md").read_text("utf-8")

    for row in sums:
        assert f"| {row['locale']} | {row['native']} | {row['sent']} |" in pages


def test_what_is_to_be_known_first_fits_one_sms() -> None:
    """Who sees what, in every language (S-11)."""
    found = [row for row in rows("--talk") if row["card"] == "privacy"]

    assert {row["locale"] for row in found} == {*open_library().book.locales}
    assert {row["sent"] for row in found} == {1}


def test_the_cost_is_that_of_each_gateway_that_reaches_the_number(prices: Path) -> None:
    """Per segment."""
    for row in rows("--gateways", str(prices)):
        sent = int(str(row["sent"]))
        assert row["cost"] == {"one": sent * 2, "two": sent * 9}


def test_a_table_has_a_column_for_each_gateway(prices: Path) -> None:
    """For people."""
    result = CliRunner().invoke(command, ["sms", "--gateways", str(prices)])

    assert result.output.splitlines()[0].split() == ["locale", "own", "sent", "one", "two"]


def test_a_file_that_cannot_be_used_is_told_in_its_own_words(tmp_path: Path) -> None:
    """No traceback."""
    path = tmp_path / "gateways.yaml"
    path.write_text("version: 1\ngateways: []\n")

    result = CliRunner().invoke(command, ["sms", "--gateways", str(path)])

    assert result.exit_code == 1
    assert "at least one gateway" in result.output
