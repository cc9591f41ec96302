"""Folding of letters is total, steady and joins what people type to what is meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.letters import fold, latinise

ANY = st.text(st.characters(), max_size=200)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("  ДА!!! ", "да"),
        ("Жаңы өмүр үчүн", "жаны омур учун"),
        ("ёлка, мой", "елка мои"),
        ("can't", "cant"),
        ("can’t", "cant"),
        ("Oʻzbek gʻisht", "ozbek gisht"),
        ("Toşkent", "toshkent"),
        ("қарз ҳуҷҷат ӯ ӣ ўғил", "карз хучат у и угил"),
        ("heeelp", "help"),
        ("112", "112"),
        ("1 000", "1 000"),
        ("snake_case", "snake case"),
        ("İstanbul", "istanbul"),
    ],
)
def test_fold_leaves_plain_letters(typed: str, meant: str) -> None:
    """Marks, case and punctuation go; digits are never joined."""
    assert fold(typed) == meant


@pytest.mark.parametrize(
    "spellings",
    [
        ("жардам", "jardam", "zhardam"),
        ("хочу", "hochu", "xochu", "khochu", "ho4u"),
        ("помощь", "pomosch", "pomoshch", "pomosh"),
        ("меня бьют", "menya byut", "menia biut"),
        ("кыздар", "kyzdar", "kizdar", "qızdar"),
        ("шесть", "6est", "shest"),
        ("отец", "otets", "otec"),
    ],
)
def test_spellings_of_one_word_meet(spellings: tuple[str, ...]) -> None:
    """Cyrillic and the usual Latin spellings have the same twin."""
    assert len({latinise(fold(word)) for word in spellings}) == 1


def test_numbers_keep_their_digits() -> None:
    """A 4 or 6 inside a number is a number."""
    assert latinise(fold("16 лет, 46")) == "16 let 46"


@pytest.mark.parametrize("odd", ["", "\ud800", "\x00\x07\x9f", "\ufdd0", "\u200d", "…", "\u0301"])
def test_what_holds_no_letter_folds_to_nothing(odd: str) -> None:
    """Lone surrogates, controls and marks alone are nothing, not an error."""
    assert fold(odd) == ""
    assert latinise(fold(odd)) == ""


def test_a_very_long_text_folds() -> None:
    """A hundred thousand characters are no trouble."""
    assert fold("аб" * 50_000) == "аб" * 50_000
    assert fold("а" * 100_000) == "а"


@given(ANY)
def test_fold_is_total_and_steady(text: str) -> None:
    """Any string folds, and a folded one does not change any more."""
    folded = fold(text)
    assert fold(folded) == folded


@given(ANY)
def test_latinise_is_total(text: str) -> None:
    """Any string has a twin, also one that was never folded; no word is lost."""
    assert isinstance(latinise(text), str)
    assert latinise(fold(text)).isascii() or not text.isascii()
