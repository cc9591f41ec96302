"""What the phrases and words of a Book say about a text, before anything is guessed."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dialogue.book import Book
from bot.dialogue.reading import Reading
from bot.understanding import danger, offers, topics
from bot.understanding.concepts import BANK, Concepts
from bot.understanding.evidence import Meanings, evidence
from bot.understanding.patterns import Match, Patterns
from bot.understanding.utterance import Utterance, hear


@dataclass(frozen=True, slots=True)
class Said:
    """A text as words, the phrases found in it, their meaning, and what each word means."""

    utterance: Utterance
    matches: list[Match]
    reading: Reading
    """Without a language."""
    meanings: Meanings

    def evidence(self) -> list[int]:
        """Return what the weights look at."""
        return evidence(self.utterance, self.meanings, self.reading)


class Sayings:
    """The phrase banks of one Book; built once, then only read."""

    def __init__(self, book: Book) -> None:
        self._patterns = Patterns(phrase for phrase in book.phrases if phrase.bank != BANK)
        self._concepts = Concepts(book.phrases)
        self._cards = frozenset(book.cards)

    def of(self, text: str) -> Said:
        """Return what is said in `text`, however long it is."""
        utterance = hear(text)
        matches = self._patterns.find(utterance)
        reading = Reading(
            danger=danger.weigh(matches, utterance),
            topics=topics.rank(matches, self._cards),
            offer=offers.flag(matches, utterance),
        )
        return Said(utterance, matches, reading, self._concepts.of(utterance))
