from __future__ import annotations

import unicodedata

import pytest
import smsutil
from hypothesis import given
from hypothesis import strategies as st

from bot.l10n.gsm import PART, SINGLE, Coding, coding, normalise, segments, split, units

GSM_TEXT = st.text(st.sampled_from(sorted(smsutil.GSM_EXT_CHARSET + "aZ1 \n?é@Ç")), min_size=1)
ANY_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Mn", "Me", "Mc"]), min_size=1, max_size=400
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("ж" * 70, 1),
        ("ж" * 71, 2),
        ("ж" * 134, 2),
        ("ж" * 135, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("a" * 152 + "€" + "b" * 10, 2),
        ("ж" * 66 + "😀" + "ж" * 10, 2),
        ("", 1),
    ],
)
def test_segments_are_counted_as_networks_count_them(text: str, expected: int) -> None:
    """The known edges of both alphabets."""
    assert segments(text) == expected


@given(st.one_of(ANY_TEXT, GSM_TEXT, GSM_TEXT.map(lambda text: text * 40)))
def test_segments_agree_with_smsutil(text: str) -> None:
    """An independent counter is the oracle for coding and count."""
    oracle = smsutil.split(text)
    assert coding(text) is (Coding.GSM7 if oracle.encoding == "gsm0338" else Coding.UCS2)
    assert segments(text) == len(oracle.parts)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=500))
def test_parts_fit_and_join_again(text: str) -> None:
    """Nothing is lost, and no part is too long for one SMS."""
    parts = split(text)
    chosen = coding(text)
    room = SINGLE[chosen] if len(parts) == 1 else PART[chosen]
    assert "".join(parts) == text
    assert all(units(part, chosen) <= room for part in parts)


CLUSTER = st.tuples(st.sampled_from("жи 😀"), st.text("\u0306\u0301", max_size=4)).map("".join)


@given(st.lists(CLUSTER, max_size=150).map("".join))
def test_no_part_starts_with_a_combining_mark(text: str) -> None:
    """A letter and its marks stay in one part."""
    assert not any(unicodedata.combining(part[0]) for part in split(text)[1:])


def test_a_mark_follows_its_letter_into_the_next_part() -> None:
    """The letter at the edge moves over together with its accent."""
    text = "ж" * 66 + "и\u0301" + "ж" * 20
    assert split(text) == ("ж" * 66, "и\u0301" + "ж" * 20)


def test_parts_end_at_word_ends_where_that_costs_nothing() -> None:
    """Forty words of four letters break between words."""
    parts = split("abcd " * 40)
    assert len(parts) == 2
    assert all(part.endswith("abcd ") for part in parts)


def test_word_ends_never_cost_a_further_part() -> None:
    """A text that just fits two parts is cut inside a word rather than sent as three."""
    text = "a" * 100 + " " + "b" * 100 + " " + "c" * 104
    assert len(split(text)) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("o‘zbek gʻisht", "o'zbek g'isht"),
        ("\u2068112\u2069\u200b", "112"),
        ("«да» – нет…", '"да" - нет...'),
        ("a\u00a0b\u202fc", "a b c"),
        ("şahar", "sahar"),
        ("ш ş", "ш ş"),
        ("и\u0306", "й"),
        ("a\x00\r\nb", "a\nb"),
    ],
)
def test_normalise_takes_out_what_only_costs_room(text: str, expected: str) -> None:
    """Invisible and typographic characters go; letters of a Cyrillic text stay."""
    assert normalise(text) == expected


@given(st.text(max_size=200))
def test_normalise_is_settled_after_once(text: str) -> None:
    """Normalising twice changes nothing more."""
    assert normalise(normalise(text)) == normalise(text)
