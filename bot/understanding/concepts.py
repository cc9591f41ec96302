"""What single words mean, in every language alike: beating, a key, a film, a bus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from bot.dialogue.book import Phrase
from bot.understanding.patterns import TWO_SCRIPTS
from bot.understanding.utterance import Utterance
from bot.understanding.vocabulary import Vocabulary

BANK = "concept"


class Concepts:
    """The words of the bank `concept`; built once, then only read."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        # Typing errors are left to the evidence, which knows words by their parts.
        self._vocabulary = Vocabulary(forgiving=False)
        meanings: defaultdict[int, set[str]] = defaultdict(set)
        for phrase in phrases:
            if phrase.bank == BANK:
                twin = phrase.locale in TWO_SCRIPTS
                for number in self._vocabulary.add(phrase.text, twin=twin):
                    meanings[number].add(phrase.id)
        self._meanings = dict(meanings)

    def of(self, utterance: Utterance) -> list[tuple[str, ...]]:
        """Return the concepts of each word, sorted; most words have one or none."""
        known = self._meanings
        return [
            tuple(
                sorted({name for number in self._vocabulary.find(word) for name in known[number]})
            )
            for word in utterance.words
        ]
