"""Uzbek in two scripts: what is heard alike, and what must be told apart."""

from __future__ import annotations

import pytest

from bot.dialogue.reading import DangerLevel, Sign
from bot.dialogue.values import Locale
from bot.understanding import Reader
from bot.understanding.utterance import hear


@pytest.mark.parametrize(
    "text",
    [
        "meni qamab qo'yishdi",
        "meni qamab qoʻyishdi",
        "meni qamab qo`yishdi",
        "meni qamab qoyishdi",
        "мени қамаб қўйишди",
        "мени камаб куйишди",
        "MENI QAMAB QO'YISHDI",
    ],
)
def test_every_spelling_of_a_cry_is_heard(reader: Reader, text: str) -> None:
    """Both scripts, any apostrophe or none, a keyboard without Uzbek letters."""
    danger = reader.read(text).danger
    assert (danger.level, danger.signs) == (DangerLevel.DANGER, (Sign.CONFINEMENT,))


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("o'lishni xohlayman", DangerLevel.DANGER),
        ("ўлишни хоҳлайман", DangerLevel.DANGER),
        ("улишни хохлайман", DangerLevel.DANGER),
        ("patent olishni xohlayman", DangerLevel.NONE),
        ("патент олишни хоҳлайман", DangerLevel.NONE),
        ("viza olmoqchiman", DangerLevel.NONE),
        ("chegaradan o'tsam bo'ladimi", DangerLevel.NONE),
    ],
)
def test_to_die_is_not_to_take(reader: Reader, text: str, level: DangerLevel) -> None:
    """One mark parts "o'lish" from "olish"; hearing them alike would alarm at every visa."""
    assert reader.read(text).danger.level is level


def test_the_mark_of_other_languages_is_left_alone() -> None:
    """English joins words with an apostrophe too."""
    assert [word.key for word in hear("who's there, don't").words] == ["whos", "there", "dont"]


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("menga ish kerak edi, pulim yo'q", "uz-Latn"),
        ("менга иш керак эди, пулим йўқ", "uz-Cyrl"),
        ("менга иш керак эди, пулим йук", "uz-Cyrl"),
    ],
)
def test_the_script_decides_between_the_two_locales(reader: Reader, text: str, locale: str) -> None:
    """Words of either list speak for the script they are typed in."""
    assert reader.read(text).locale == Locale(locale)


@pytest.mark.parametrize("text", ["meni hech kim urmaydi", "bizni majburlashmaydi", "qamashmadi"])
def test_a_denial_in_the_ending_takes_the_danger_back(reader: Reader, text: str) -> None:
    """In Uzbek "not" is two letters inside the word."""
    assert reader.read(text).danger.level is DangerLevel.NONE
