"""Phrases as patterns over words, and where they stand in an utterance.

How a phrase is written in `content/understanding/*.yaml`:

    hit me           these words in this order, at most two others between each
    +sold my car     these words, and none between
    ~меня бь*        in any order, close together
    =sos             the whole clause, nothing else
    ==help           the whole message, nothing else
    kill*|murder*    alternatives; `word*` begins so, `*word` ends so
    {7-17}           a number from 7 to 17

Words mean the same in Cyrillic and in Latin letters, with typing errors or without.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.dialogue.book import Phrase
from bot.understanding.utterance import Utterance
from bot.understanding.vocabulary import Vocabulary

GAP = 2
"""Other words that may stand between two words of a phrase."""
FILLERS = "filler"
"""Bank of words (please, very) that do not count for `=` and `==`."""
TWO_SCRIPTS = frozenset({"uz-Latn"})
"""Phrases of these locales are written in Latin letters and known in Cyrillic ones too."""


class Mode(StrEnum):
    """How the words of a phrase must stand."""

    ORDER = ""
    NEXT = "+"
    ANY = "~"
    CLAUSE = "="
    MESSAGE = "=="


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found; `at` are the places of its words, in the order of the text."""

    phrase: Phrase
    at: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Pattern:
    phrase: Phrase
    mode: Mode
    elements: tuple[frozenset[int], ...]


Places = Mapping[int, list[int]]


class Patterns:
    """All phrases of a Book, indexed by their rarest word; built once, then only read."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._vocabulary = Vocabulary()
        self._fillers: set[int] = set()
        patterns = [self._compile(phrase) for phrase in phrases]
        self._by_word: defaultdict[int, list[_Pattern]] = defaultdict(list)
        uses: defaultdict[int, int] = defaultdict(int)
        for pattern in patterns:
            for number in {number for element in pattern.elements for number in element}:
                uses[number] += 1
        for pattern in filter(lambda each: all(each.elements), patterns):
            rarest = min(pattern.elements, key=lambda each: max(uses[number] for number in each))
            for number in rarest:
                self._by_word[number].append(pattern)

    def _compile(self, phrase: Phrase) -> _Pattern:
        text = phrase.text
        mode = next(mode for mode in reversed(Mode) if text.startswith(mode))
        words = text[len(mode) :].split()
        twin = phrase.locale in TWO_SCRIPTS
        elements = tuple(self._vocabulary.add(word, twin=twin) for word in words)
        elements = elements or (frozenset(),)
        if phrase.bank == FILLERS:
            self._fillers |= elements[0]
        return _Pattern(phrase, mode, elements)

    def find(self, utterance: Utterance) -> list[Match]:
        """Return the phrases of `utterance`, at most one match for each place it begins at."""
        meanings = [self._vocabulary.find(word) for word in utterance.words]
        places: defaultdict[int, list[int]] = defaultdict(list)
        for place, numbers in enumerate(meanings):
            for number in numbers:
                places[number].append(place)
        candidates = {
            id(pattern): pattern for number in places for pattern in self._by_word.get(number, ())
        }
        return [
            Match(pattern.phrase, at)
            for pattern in candidates.values()
            for at in self._places(pattern, utterance, meanings, places)
        ]

    def _places(
        self,
        pattern: _Pattern,
        utterance: Utterance,
        meanings: list[frozenset[int]],
        places: Places,
    ) -> list[tuple[int, ...]]:
        stands = [_stands(element, places) for element in pattern.elements]
        if not all(stands):
            return []
        match pattern.mode:
            case Mode.ORDER:
                return _in_order(stands, utterance)
            case Mode.NEXT:
                return _in_order(stands, utterance, gap=0)
            case Mode.ANY:
                return _in_any_order(stands, utterance)
            case Mode.CLAUSE | Mode.MESSAGE:
                found = _in_order(stands, utterance)
                return [at for at in found if self._fills(at, pattern.mode, utterance, meanings)]

    def _fills(
        self,
        at: tuple[int, ...],
        mode: Mode,
        utterance: Utterance,
        meanings: list[frozenset[int]],
    ) -> bool:
        """Tell whether nothing but fillers stands around the match."""
        whole = (0, len(utterance.words))
        first, end = (
            whole if mode is Mode.MESSAGE else utterance.clauses[utterance.words[at[0]].clause]
        )
        if at[-1] >= end:
            return False
        return all(place in at or meanings[place] & self._fillers for place in range(first, end))


def _stands(element: frozenset[int], places: Places) -> list[int]:
    return sorted({place for number in element for place in places.get(number, ())})


def _in_order(
    stands: list[list[int]], utterance: Utterance, gap: int = GAP
) -> list[tuple[int, ...]]:
    words = utterance.words
    paths: dict[int, tuple[int, ...]] = {place: (place,) for place in stands[0]}
    for element in stands[1:]:
        here = set(element)
        paths = {
            after: (*path, after)
            for place, path in reversed(paths.items())
            for after in range(place + 1, place + gap + 2)
            if after in here and words[after].sentence == words[place].sentence
        }
    return list(paths.values())


def _in_any_order(stands: list[list[int]], utterance: Utterance) -> list[tuple[int, ...]]:
    words = utterance.words
    reach = len(stands) - 1 + GAP
    rarest = min(range(len(stands)), key=lambda index: len(stands[index]))
    others = [set(element) for index, element in enumerate(stands) if index != rarest]
    found = []
    for place in stands[rarest]:
        around = sorted(range(place - reach, place + reach + 1), key=lambda at: abs(at - place))
        taken = {place}
        for element in others:
            free = (at for at in around if at in element and at not in taken)
            near = next((at for at in free if words[at].sentence == words[place].sentence), None)
            if near is None:
                break
            taken.add(near)
        else:
            found.append(tuple(sorted(taken)))
    return found
