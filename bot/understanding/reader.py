"""The door of `bot.understanding`."""

from __future__ import annotations

from bot.dialogue.book import Book
from bot.dialogue.reading import Reading, Sign
from bot.dialogue.values import Locale
from bot.understanding import danger, offers, topics, weights
from bot.understanding.concepts import BANK, Concepts
from bot.understanding.evidence import evidence, topical
from bot.understanding.language import recognise
from bot.understanding.patterns import Patterns
from bot.understanding.utterance import cut, hear

_LIKELIEST = 3
_TOO_SHORT = 3
"""Of fewer words nothing is guessed: a bare cry or a menu word is known by its phrase, or not."""
_EMPTY = frozenset({"age", "self", "he", "not", "if"})
"""Without a word that means more than these a text is noise, of which nothing was learned."""
_FULL = 6
"""Of fewer words little can be learned: they must be surer, and are no advert."""
_AGE_ONLY = 5
"""Of fewer words that name an age: "I am 16" gets the child's answer, not the emergency answer."""


class Reader:
    """Reads free text by the phrases of one Book and by what was learned; keeps no text."""

    def __init__(self, book: Book) -> None:
        self._patterns = Patterns(phrase for phrase in book.phrases if phrase.bank != BANK)
        self._concepts = Concepts(book.phrases)
        self._weights = weights.read()
        self._locales = book.locales
        self._cards = frozenset(book.cards)

    def read(self, text: str, prior: Locale | None = None) -> Reading:
        """Return what `text` means. Total on any string, and the same for the same arguments.

        `prior` is the language the visitor has so far; one short word never changes it.
        """
        utterance = hear(text)
        matches = self._patterns.find(utterance)
        locale = recognise(cut(text), utterance, matches, self._locales, prior)
        said, flagged = danger.weigh(matches, utterance), offers.flag(matches, utterance)
        if len(utterance.words) < (_AGE_ONLY if Sign.MINOR in said.signs else _TOO_SHORT):
            return Reading(locale, said, topics.rank(matches, self._cards), flagged)
        meanings = self._concepts.of(utterance)
        if not any(name not in _EMPTY for names in meanings for name in names):
            return Reading(locale, said, topics.rank(matches, self._cards), flagged)
        found, judges = evidence(utterance, meanings), self._weights.judges
        learned = {name: one.probability(found) for name, one in judges.items()}
        likely = self._weights.topics.best(
            topical(utterance, meanings), _LIKELIEST, over=topics.NOTHING_ASKED
        )
        return Reading(
            locale=locale,
            danger=danger.judge(
                said,
                learned,
                brief=len(utterance.words) < _FULL,
                topical=bool(topics.rank(matches, self._cards)),
            ),
            topics=topics.rank(matches, self._cards, likely),
            offer=offers.judge(flagged, learned["offer"])
            if len(utterance.words) >= _FULL
            else flagged,
        )
