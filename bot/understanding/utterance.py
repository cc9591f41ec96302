"""A text cut into words that know their clause and sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.dialogue.letters import fold, latinise

LIMIT = 4_000
"""Characters that are read; of a longer text the head and the tail, where cries stand."""
HEAD = 2_500
LONGEST_WORD = 40
"""Longer runs of letters are no words; they are skipped so that time grows with length only."""

_PLAIN, _LONG = 6, 60

_SENTENCES = re.compile(r"([.!?…;\n\r]+)")
_CLAUSES = re.compile(r"[,:()\"«»“”„—–]+| - ")
_OWN_O = re.compile("[oO](?:['`´ʹʼʽˈ‘’‚‛′＇](?=[a-zA-Z])(?!s\\b)|ʻ)")
"""Uzbek oʻ as it is typed: "o'lish" is to die, "olish" to take. The o of "who's" is none."""
_LATIN = re.compile("[a-z]")
_CYRILLIC = re.compile("[\u0400-\u052f]")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: `key` is its romanised twin, `latin` and `cyrillic` how it was typed."""

    key: str
    latin: bool
    cyrillic: bool
    clause: int
    sentence: int


class Length(StrEnum):
    """How much there is to go by: of a few words little can be guessed, much hides in a story."""

    BRIEF = "brief"
    PLAIN = "plain"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Utterance:
    """The words of a text, and which of its sentences ask something."""

    words: tuple[Word, ...]
    asking: frozenset[int]
    loud: bool
    """Two exclamation marks or more."""
    clauses: tuple[tuple[int, int], ...]
    """First word and end of each clause."""

    @property
    def length(self) -> Length:
        """By the number of words."""
        if len(self.words) < _PLAIN:
            return Length.BRIEF
        return Length.LONG if len(self.words) > _LONG else Length.PLAIN


def cut(text: str) -> str:
    """Return at most `LIMIT` characters of `text`: its head and its tail."""
    if len(text) <= LIMIT:
        return text
    return f"{text[:HEAD]}\n{text[-(LIMIT - HEAD - 1) :]}"


def _marked(piece: str) -> str:
    """Write Uzbek oʻ as it folds from Cyrillic ў: both are heard alike, and apart from o."""
    return _OWN_O.sub("u", piece)


def _words(piece: str, clause: int, sentence: int) -> list[Word]:
    words = []
    for plain in fold(_marked(piece)).split(" "):
        if not plain or len(plain) > LONGEST_WORD:
            continue
        key = latinise(plain)
        if key:
            latin, cyrillic = bool(_LATIN.search(plain)), bool(_CYRILLIC.search(plain))
            words.append(Word(key, latin, cyrillic, clause, sentence))
    return words


def hear(text: str) -> Utterance:
    """Cut `text` into words; total on any string, in time that grows with its length."""
    parts = _SENTENCES.split(cut(text))
    words: list[Word] = []
    asking: set[int] = set()
    clauses: list[tuple[int, int]] = []
    for sentence, start in enumerate(range(0, len(parts), 2)):
        for piece in _CLAUSES.split(parts[start]):
            found = _words(piece, len(clauses), sentence)
            if found:
                clauses.append((len(words), len(words) + len(found)))
                words += found
        if start + 1 < len(parts) and "?" in parts[start + 1]:
            asking.add(sentence)
    loud = text.count("!") > 1
    return Utterance(tuple(words), frozenset(asking), loud, tuple(clauses))
