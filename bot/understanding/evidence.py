"""What a text shows to the trained weights: its words, their parts, their order, their meaning.

Every piece of evidence is a number below `BUCKETS`, found by hashing: the weights need no list
of words, and a word with two typing errors still shares most of its parts with itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeVar
from zlib import crc32

from bot.dialogue.reading import NOTHING, Reading
from bot.understanding.utterance import Utterance

BUCKETS = 1 << 20
"""Evidence is a number below this; coarser weights look at its last bits only."""
VERSION = 2
"""Counts up when evidence changes: weights learned from other evidence would be noise."""

_SOUNDS = str.maketrans({"o": "u", "e": "i"})
"""Uzbek oʻ without its mark, Russian vowels as they are heard."""
_PARTS = (4, 5)
_GRAMS = (2, 3, 4)
_STEM = 4
_NEAR = 3
_NEAR_CONCEPTS = 4
_HEAD, _TAIL = 60, 30
"""Of a long text the words at both ends are looked at; what lies between is left."""

T = TypeVar("T")
Meanings = Sequence[tuple[str, ...]]


def evidence(utterance: Utterance, meanings: Meanings, said: Reading = NOTHING) -> list[int]:
    """Return all evidence of an utterance, sorted, each piece once; `said` is what phrases said."""
    words, meanings = _ends(utterance.words), _ends(meanings)
    found = {
        *_of_words([word.key for word in words]),
        *_of_words([word.key.translate(_SOUNDS) for word in words]),
        *_of_meanings(meanings),
        *_of_whole(utterance, meanings),
        *_of_phrases(said),
    }
    return sorted({_bucket(piece) for piece in found})


def spelled(utterance: Utterance) -> list[int]:
    """Return what tells languages apart: words and their letters, in either script alike.

    A piece that stands twice is there twice.
    """
    keys = [word.key for word in _ends(utterance.words) if not word.key.isdigit()]
    return [_bucket(piece) for key in keys for piece in _letters(key)]


def _letters(key: str) -> Iterator[str]:
    yield f"w{key}"
    whole = f"^{key}$"
    for length in _GRAMS:
        for start in range(len(whole) - length + 1):
            yield whole[start : start + length]


def _ends(items: Sequence[T]) -> Sequence[T]:
    return items if len(items) <= _HEAD + _TAIL else [*items[:_HEAD], *items[-_TAIL:]]


def _bucket(piece: str) -> int:
    return crc32(piece.encode()) & (BUCKETS - 1)


def _of_words(keys: Sequence[str]) -> Iterator[str]:
    for place, key in enumerate(keys):
        yield f"w{key}"
        whole = f"^{key}$"
        for length in _PARTS:
            for start in range(len(whole) - length + 1):
                yield f"p{whole[start : start + length]}"
        for other in keys[place + 1 : place + 2]:
            yield f"b{key} {other}"
        for other in keys[place + 1 : place + 1 + _NEAR]:
            yield f"n{key[:_STEM]}~{other[:_STEM]}"


def _of_meanings(meanings: Meanings) -> Iterator[str]:
    for place, names in enumerate(meanings):
        for name in names:
            yield f"c{name}"
            for others in meanings[place + 1 : place + 1 + _NEAR_CONCEPTS]:
                for other in others:
                    yield f"o{name}>{other}"
    for one, other in combinations(sorted({name for names in meanings for name in names}), 2):
        yield f"t{one}&{other}"


def _of_whole(utterance: Utterance, meanings: Meanings) -> Iterator[str]:
    count = len(utterance.words)
    yield f"length{min(12, count // 3)}"
    yield f"known{5 * sum(map(bool, meanings)) // max(1, len(meanings))}"
    if utterance.asking:
        yield "asking"
    if utterance.loud:
        yield "loud"


def _of_phrases(said: Reading) -> Iterator[str]:
    yield f"danger {said.danger.level}"
    yield f"offer {said.offer.level}"
    for sign in said.danger.signs:
        yield f"sign {sign}"
        yield f"danger {said.danger.level} {sign}"
    for flag in said.offer.flags:
        yield f"flag {flag}"
    for place, topic in enumerate(said.topics):
        yield f"topic {topic.id}"
        yield f"topic {place} {topic.id}"
