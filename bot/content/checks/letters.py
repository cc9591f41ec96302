"""Characters that must not stand in any text: invisible ones, and Latin ones among Cyrillic."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from bot.content.draft import Draft
from bot.content.issues import Issue, Place, error
from bot.dialogue.values import Locale

LOOK_ALIKES = frozenset("aceopxyijsABCEHIJKMOPSTXY")
"""Latin letters that look like a Cyrillic one of our languages."""
CYRILLIC = frozenset({"ru", "ky", "tg", "kk", "uz-Cyrl"})
_NAME = re.compile(r"([A-Za-z]{2,})[^\W\d_a-zA-Z]+")
_PUNCTUATION = ".,;:!?()\"'«»"
_WORD = re.compile(r"[^\W\d_]+")


def invisible(text: str) -> frozenset[str]:
    """Return the characters in it that nobody sees: marks of direction, joiners, controls."""
    return frozenset(
        character
        for character in text
        if unicodedata.category(character) in {"Cf", "Cc", "Co", "Cn", "Cs"} and character != "\n"
    ) | frozenset(character for character in text if character == "\ufffd")


def mixed(word: str) -> bool:
    """Tell whether a word is of two scripts and may hide a letter that only looks right.

    A Latin name or abbreviation with a Cyrillic ending is none: "WhatsAppта", "SMSти".
    """
    latin = {letter for letter in word if letter.isascii()}
    if not latin or latin == set(word):
        return False
    name = _NAME.fullmatch(word)
    return not (name and (name[1].isupper() or set(name[1]) - LOOK_ALIKES))


def find(draft: Draft) -> Iterator[Issue]:
    """Yield forbidden characters of every wording and every phrase."""
    for locale, entries in draft.catalogue.entries.items():
        for entry in entries.values():
            for pattern in entry.patterns.values():
                text = " ".join(pattern.runs)
                yield from _issues(text, pattern.place, f"{entry.id} in {locale}")
                yield from _strays(text, pattern.place, entry.id, locale)
    for phrase in draft.book.phrases:
        place = draft.at("phrase", phrase.bank, phrase.id)
        if invisible(phrase.text):
            yield _hidden(place, f"{phrase.bank} {phrase.id}", invisible(phrase.text))


def _issues(text: str, place: Place, name: str) -> Iterator[Issue]:
    if hidden := invisible(text):
        yield _hidden(place, name, hidden)
    for word in _WORD.findall(text):
        if mixed(word):
            message = f"{name}: {word!a} mixes letters that look alike"
            yield error(place, "look-alike", message, "Type the word in one script.")


def _hidden(place: Place, name: str, hidden: frozenset[str]) -> Issue:
    points = ", ".join(f"U+{ord(character):04X}" for character in sorted(hidden))
    return error(place, "code-point", f"{name} has {points}", "Remove it.")


def _strays(text: str, place: Place, name: str, locale: Locale) -> Iterator[Issue]:
    """Find one-letter words such as the Latin "c" that stands for a Cyrillic one."""
    if locale not in CYRILLIC:
        return
    words = [word.strip(_PUNCTUATION) for word in text.split()]
    for before, word, after in zip(["", *words], words, [*words[1:], ""], strict=False):
        if len(word) == 1 and word in LOOK_ALIKES and not (before + after).isascii():
            message = f"{name} in {locale}: {word!a} is a Latin letter"
            yield error(place, "look-alike", message, "Type it in Cyrillic.")
