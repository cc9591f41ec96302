"""The door of `bot.understanding`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.book import Book
from bot.dialogue.reading import DangerLevel, Offer, Reading, Sign
from bot.dialogue.values import Locale
from bot.understanding import danger, offers, topics, weights
from bot.understanding.evidence import spelled
from bot.understanding.language import recognise
from bot.understanding.sayings import Said, Sayings
from bot.understanding.utterance import Length

_COMMAND = "/"
"""What a platform writes for its user tells nothing of the language: "/start"."""
_TOO_SHORT = 3
"""Of fewer words nothing is guessed: a bare cry or a menu word is known by its phrase, or not."""
_EMPTY = frozenset({"age", "grown", "self", "he", "not", "if"})
"""Without a word that means more than these a text is noise, of which nothing was learned."""
_AGE_ONLY = 5
"""Of fewer words that name an age: "I am 16" gets the child's answer, not the emergency answer."""


class Reader:
    """Reads free text by the phrases of one Book and by what was learned; keeps no text."""

    def __init__(self, book: Book) -> None:
        self._sayings = Sayings(book)
        self._weights = weights.read()
        self._flags = offers.weigh(book.phrases)
        self._locales = book.locales
        self._cards = frozenset(book.cards)

    def read(self, text: str, prior: Locale | None = None) -> Reading:
        """Return what `text` means. Total on any string, and the same for the same arguments.

        `prior` is the language the visitor has so far; one short word never changes it.
        """
        said = self._sayings.of(text)
        if text.lstrip().startswith(_COMMAND):
            return replace(self._guess(said), locale=prior)
        spoken = self._weights.languages.of(spelled(said.utterance))
        locale = recognise(said.utterance, spoken, self._locales, prior)
        return replace(self._guess(said), locale=locale)

    def _guess(self, said: Said) -> Reading:
        """Return what phrases say, with what the weights hear besides."""
        plain, count = said.reading, len(said.utterance.words)
        if count < (_AGE_ONLY if Sign.MINOR in plain.danger.signs else _TOO_SHORT):
            return plain
        if not any(name not in _EMPTY for names in said.meanings for name in names):
            return plain
        found, length = said.evidence(), said.utterance.length
        levels = self._weights.levels.of(found)
        judged = danger.judge(plain.danger, levels, length, topical=bool(plain.topics))
        if judged.level is not DangerLevel.NONE:
            judged = danger.name(judged, self._weights.signs.of(found), length)
        offer = plain.offer if length is Length.BRIEF else self._offer(plain.offer, found)
        ranked = topics.rank(said.matches, self._cards, self._weights.topics.of(found))
        return Reading(danger=judged, topics=ranked, offer=offer)

    def _offer(self, said: Offer, found: Sequence[int]) -> Offer:
        odds = self._weights.offers.of(found)
        if not offers.is_false(said, odds):
            return Offer()
        return offers.judge(said, odds, self._weights.flags.of(found), self._flags)
