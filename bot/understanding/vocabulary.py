"""The words of all phrases, found in spite of typing errors and in either script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

from rapidfuzz.distance import OSA

from bot.dialogue.letters import fold, latinise
from bot.understanding.utterance import Word

T = TypeVar("T")

_SHORTEST = 5
"""Shorter words are matched as they are: one letter more or less makes another word."""
"""Of this length a Latin word is corrected to a Latin word only: "robot" is no slip."""
_LONG = 8
"""From here on two errors are forgiven."""
_SOUNDS = str.maketrans({"o": "a", "e": "i"})
"""Unstressed vowels are written as they are heard: "памагите"."""
_RANGE = re.compile(r"\{(?P<first>\d{1,3})-(?P<last>\d{1,3})\}(?P<rest>\w*\*?)")
_AGES = 100
_APOSTROPHES = re.compile("[`´ʹʻʼʽˈ‘’‚‛′＇]")
_TWINS = (("o'", "u"), ("yo", "e"), ("ye", "e"))


def _slips(key: str) -> Iterator[str]:
    """Yield `key` as it sounds, and with each one letter left out."""
    heard = key.translate(_SOUNDS)
    yield heard
    for index in range(len(heard)):
        yield heard[:index] + heard[index + 1 :]


def _near(key: str, other: str) -> bool:
    errors = 2 if min(len(key), len(other)) >= _LONG else 1
    heard, meant = key.translate(_SOUNDS), other.translate(_SOUNDS)
    return OSA.distance(heard, meant, score_cutoff=errors) <= errors


def _add(to: dict[str, tuple[T, ...]], key: str, one: T) -> None:
    """Add `one` to what stands under `key`, once."""
    known = to.get(key, ())
    if one not in known:
        to[key] = (*known, one)


class Vocabulary:
    """Numbers for words: `word*` begins so, `*word` ends so, `{7-17}` is one of these numbers."""

    def __init__(self, *, forgiving: bool = True) -> None:
        """Without forgiveness a word with a typing error is unknown, and less is kept."""
        self._forgiving = forgiving
        self._numbers: dict[tuple[str, bool, bool], int] = {}
        self._latin: set[int] = set()
        # Tuples, as there are tens of thousands: nearly all hold one, and a set takes 200 bytes.
        self._exact: dict[str, tuple[int, ...]] = {}
        self._stems: dict[str, tuple[int, ...]] = {}
        self._slips: dict[str, tuple[tuple[str, bool], ...]] = {}
        self._parts: dict[tuple[str, bool], tuple[int, ...]] = {}
        self._stem_lengths: tuple[int, ...] = ()
        self._endings: dict[str, int] = {}
        self._ending_lengths: tuple[int, ...] = ()

    def add(self, written: str, *, twin: bool = False) -> frozenset[int]:
        """Return the numbers of one element of a phrase: alternatives parted by `|`.

        A `twin` is known as its Cyrillic spelling too, for a language of two scripts.
        """
        return frozenset(
            number for part in written.split("|") for number in self._made(part, twin=twin)
        )

    def _made(self, part: str, *, twin: bool) -> tuple[int, ...]:
        """Phrases repeat each other's words many times over; each is worked out once."""
        if (part, twin) not in self._parts:
            found = (*self._add(part), *(self._twin(part) if twin else ()))
            self._parts[part, twin] = found
        return self._parts[part, twin]

    def _twin(self, part: str) -> Iterator[int]:
        """Yield the word as it folds from Cyrillic: "o'" is ў there, "yo" is ё, "ye" is е."""
        heard = _APOSTROPHES.sub("'", part.lower())
        for latin, cyrillic in _TWINS:
            heard = heard.replace(latin, cyrillic)
        for key in {latinise(fold(heard)), latinise(fold(part))}:
            if not key or " " in key or "{" in part or key.isdigit():
                continue
            if part.startswith("*"):
                yield self._ending(key)
            else:
                yield self._number(key, latin=False, stem=part.endswith("*"))

    def _add(self, part: str) -> Iterator[int]:
        ages = _RANGE.fullmatch(part)
        if ages:
            for age in range(int(ages["first"]), min(int(ages["last"]), _AGES) + 1):
                yield from self._add(f"{age}{ages['rest']}")
            return
        plain = fold(part)
        stem = part.endswith("*")
        key = latinise(plain)
        if part.startswith("*") and key:
            yield self._ending(key)
        elif key and " " not in key:
            yield self._number(key, latin=plain.isascii() and not plain.isdigit(), stem=stem)

    def _ending(self, key: str) -> int:
        number = self._numbers.setdefault((f"*{key}", False, False), len(self._numbers))
        self._endings[key] = number
        self._ending_lengths = tuple(sorted({*self._ending_lengths, len(key)}))
        return number

    def _number(self, key: str, *, latin: bool, stem: bool) -> int:
        number = self._numbers.setdefault((key, latin, stem), len(self._numbers))
        if latin:
            self._latin.add(number)
        _add(self._stems if stem else self._exact, key, number)
        if self._forgiving and len(key) >= _SHORTEST:
            word = (key, stem)
            for slip in _slips(key):
                _add(self._slips, slip, word)
        if stem:
            self._stem_lengths = tuple(sorted({*self._stem_lengths, len(key)}))
        return number

    def find(self, word: Word) -> frozenset[int]:
        """Return the numbers that `word` may stand for, by error only when by nothing else."""
        found = self._known(word.key)
        if not found and self._forgiving:
            found = self._mistyped(word.key)
            if word.latin and len(word.key) <= _SHORTEST:
                found &= self._latin
        found = found | set(self._ended(word.key))
        if word.cyrillic and not word.latin:
            return frozenset(found - self._latin)
        if word.latin and len(word.key) == 1:
            return frozenset(found & self._latin)
        return frozenset(found)

    def _ended(self, key: str) -> Iterator[int]:
        for length in self._ending_lengths:
            if length < len(key) and key[-length:] in self._endings:
                yield self._endings[key[-length:]]

    def _known(self, key: str) -> set[int]:
        found = set(self._exact.get(key, ()))
        for length in self._stem_lengths:
            if length > len(key):
                break
            found.update(self._stems.get(key[:length], ()))
        return found

    def _mistyped(self, key: str) -> set[int]:
        if len(key) < _SHORTEST or key.isdigit():
            return set()
        found: set[int] = set()
        for meant in self._candidates(key, stem=False):
            if _near(key, meant):
                found.update(self._exact[meant])
        for length in self._stem_lengths:
            if _SHORTEST < length <= len(key):
                for meant in self._candidates(key[:length], stem=True):
                    if _near(key[:length], meant):
                        found.update(self._stems[meant])
        return found

    def _candidates(self, key: str, *, stem: bool) -> set[str]:
        return {
            meant
            for slip in _slips(key)
            for meant, is_stem in self._slips.get(slip, ())
            if is_stem == stem and meant[0].translate(_SOUNDS) == key[0].translate(_SOUNDS)
        }
