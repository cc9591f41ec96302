"""The door of `bot.understanding`."""

from __future__ import annotations

from bot.dialogue.book import Book
from bot.dialogue.reading import Reading
from bot.dialogue.values import Locale
from bot.understanding.danger import weigh
from bot.understanding.language import recognise
from bot.understanding.offers import flag
from bot.understanding.patterns import Patterns
from bot.understanding.topics import rank
from bot.understanding.utterance import cut, hear


class Reader:
    """Reads free text by the phrases of one Book. Holds indexes only, and no text read."""

    def __init__(self, book: Book) -> None:
        self._patterns = Patterns(book.phrases)
        self._locales = book.locales
        self._cards = frozenset(book.cards)

    def read(self, text: str, prior: Locale | None = None) -> Reading:
        """Return what `text` means. Total on any string, and the same for the same arguments.

        `prior` is the language the visitor has so far; one short word never changes it.
        """
        utterance = hear(text)
        matches = self._patterns.find(utterance)
        return Reading(
            locale=recognise(cut(text), utterance, matches, self._locales, prior),
            danger=weigh(matches, utterance),
            topics=rank(matches, self._cards),
            offer=flag(matches, utterance),
        )
