from __future__ import annotations

from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.values import Locale
from bot.l10n.gsm import normalise, segments
from bot.l10n.translit import spoken, to_latin
from bot.l10n.uzbek import (
    CYRILLIC,
    EXCEPTIONS,
    LATIN,
    Exceptions,
    convert,
    cyrillic,
    differences,
    write,
)
from bot.l10n.wording import Wording

LOCALES = Path(__file__).parents[2] / "locales"
LISTED = Exceptions.read(LOCALES / CYRILLIC / EXCEPTIONS)
PAIRS = [
    tuple(line.split(" ", 1))
    for line in (Path(__file__).parent / "uzbek.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
TYPED = st.text(st.sampled_from("aeoiuyjhxqkgtsцlmnrwcAEOYSHC'ʻ’` -.қўъэ{}1"), max_size=60)


def test_the_corpus_is_large_enough() -> None:
    """A handful of words would prove no rule."""
    assert len(PAIRS) >= 150
    assert len(set(PAIRS)) == len(PAIRS)


@pytest.mark.parametrize(("latin", "written"), PAIRS)
def test_a_word_is_written_as_in_the_dictionary(latin: str, written: str) -> None:
    """By rule, or by the list of exceptions."""
    assert cyrillic(latin, LISTED) == written


@given(TYPED | st.text(max_size=60))
def test_any_text_can_be_written_and_a_second_time_changes_nothing(text: str) -> None:
    """Total, and idempotent: what is Cyrillic stays."""
    once = cyrillic(text, LISTED)
    assert cyrillic(once, LISTED) == once


@given(st.text(st.sampled_from("абвгдеёжзийклмнопрстуўфхҳцчшъьэюяқғ АБВЎҚҒҲ.,!-'"), max_size=80))
def test_cyrillic_is_left_alone(text: str) -> None:
    """Nothing but Latin words is touched."""
    assert cyrillic(text, LISTED) == text


def test_names_and_placeables_of_a_message_stay() -> None:
    """Only words are written anew: no id, argument, variant or literal."""
    source = (
        "### status: draft\n\n"
        "need = { $count ->\n    [one] Bitta { $name }\n"
        '   *[other] { $count } ta { -term } { "English" }\n}\n'
        "    .short = Ha, { need.short }\n-term = So'z\n"
    )
    made = convert(source, LISTED)
    assert _placeables(made) == _placeables(source)
    for kept in ("need =", "[one]", "*[other]", "$count", "$name", "-term =", '"English"'):
        assert kept in made
    for word in ("Битта", "та", "Ҳа,", "Сўз", "status: draft"):
        assert word in made


class _Found(Visitor):
    def __init__(self) -> None:
        self.names: list[str] = []

    def visit_Identifier(self, node: ast.Identifier) -> None:  # noqa: N802 -- the visitor's name
        self.names.append(node.name)

    def visit_StringLiteral(self, node: ast.StringLiteral) -> None:  # noqa: N802
        self.names.append(node.value)


def _placeables(source: str) -> list[str]:
    found = _Found()
    found.visit(FluentParser().parse(source))
    return found.names


def test_the_cyrillic_files_are_what_is_made_from_the_latin_ones() -> None:
    """Nobody corrects a word in one script only: run `make uzbek`."""
    assert list(differences(LOCALES)) == []


def test_a_difference_names_file_and_line(tmp_path: Path) -> None:
    """A word changed by hand, a file too many and one too few are all seen."""
    for name in (LATIN, CYRILLIC):
        (tmp_path / name).mkdir()
    (tmp_path / CYRILLIC / EXCEPTIONS).write_text("iyul июль\n", "utf-8")
    (tmp_path / LATIN / "a.ftl").write_text("a = Salom\nb = Ha, iyul\n", "utf-8")
    write(tmp_path)
    assert list(differences(tmp_path)) == []
    made = tmp_path / CYRILLIC / "a.ftl"
    text = made.read_text("utf-8")
    assert "июль" in text
    made.write_text(text.replace("Ҳа", "Хa"), "utf-8")
    line = text.splitlines().index("b = Ҳа, июль") + 1
    assert list(differences(tmp_path)) == [("locales/uz-Cyrl/a.ftl", line)]
    made.rename(made.with_name("b.ftl"))
    assert [file for file, _ in differences(tmp_path)] == [
        "locales/uz-Cyrl/a.ftl",
        "locales/uz-Cyrl/b.ftl",
    ]
    write(tmp_path)
    assert list(differences(tmp_path)) == []


def test_an_sms_in_cyrillic_goes_out_in_as_few_segments_as_the_latin_one() -> None:
    """The check measures the Latin wording for both scripts: this is why it may."""
    wording = Wording(LOCALES)
    dearer = []
    for name in sorted(wording.ids(Locale(LATIN))):
        latin = wording.plain(f"{name}.short", Locale(LATIN))
        written = wording.plain(f"{name}.short", Locale(CYRILLIC))
        if segments(spoken(written, Locale(CYRILLIC))) > segments(normalise(latin)):
            dearer.append((name, to_latin(written, Locale(CYRILLIC))))
    assert dearer == []
