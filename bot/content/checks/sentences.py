"""Plain language: short sentences, short words, few paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.content.catalogue import Pattern
from bot.content.draft import Draft
from bot.content.issues import Issue, error, warning
from bot.dialogue.nodes import card_message
from bot.dialogue.values import Locale

AVERAGE, LONGEST, PARAGRAPHS = 20, 30, 3


@dataclass(frozen=True, slots=True)
class Letters:
    """How long words may be in a language: on average in one message, and any one of them."""

    average: float
    longest: int


WORDS = {
    Locale("en"): Letters(6.5, 16),
    Locale("ru"): Letters(7.5, 18),
    Locale("ky"): Letters(8.5, 20),
    Locale("uz-Latn"): Letters(8.5, 24),
    Locale("uz-Cyrl"): Letters(8.2, 23),
    Locale("tg"): Letters(7.0, 19),
}
"""Turkic languages put into one word what others say in three, so each has its own measure."""
ANY = Letters(8.5, 24)
ENOUGH = 12
"""Fewer words have no honest average."""
_END = re.compile(r"[.!?…]+(?:\s|$)|\n\n")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def find(draft: Draft) -> Iterator[Issue]:
    """Yield wordings whose sentences or words are long, and cards of many paragraphs."""
    for locale in draft.locales:
        for entry in draft.catalogue.entries.get(locale, {}).values():
            for pattern in entry.patterns.values():
                yield from _sentences(pattern, entry.id, locale)
                yield from _words(pattern, entry.id, locale)
    for locale in draft.locales:
        for card in draft.book.cards:
            words = draft.catalogue.words(card_message(card), locale) or ""
            if words.count("\n\n") >= PARAGRAPHS:
                place = draft.catalogue.place(card_message(card), locale)
                message = f"{card_message(card)} in {locale} has more than {PARAGRAPHS} paragraphs"
                yield warning(place, "paragraphs", message, "Say one thing, shorter.")


def _sentences(pattern: Pattern, name: str, locale: Locale) -> Iterator[Issue]:
    counts = _lengths("".join(pattern.runs))
    average = sum(counts) / len(counts) if counts else 0
    if average > AVERAGE or max(counts, default=0) > LONGEST:
        message = f"{name} in {locale}: sentences of {max(counts)} words"
        yield error(pattern.place, "long-sentence", message, "Split them.")


def _words(pattern: Pattern, name: str, locale: Locale) -> Iterator[Issue]:
    words = _WORD.findall("".join(pattern.runs))
    limit = WORDS.get(locale, ANY)
    longest = max(words, key=len, default="")
    if len(longest) > limit.longest:
        message = f"{name} in {locale}: {longest} has {len(longest)} letters, {limit.longest} fit"
        yield error(pattern.place, "long-word", message, "Use a shorter word, or two.")
    average = sum(map(len, words)) / len(words) if words else 0
    if len(words) >= ENOUGH and average > limit.average:
        message = f"{name} in {locale}: words of {average:.1f} letters, {limit.average} is enough"
        yield error(pattern.place, "long-words", message, "Use plainer words.")


def _lengths(text: str) -> list[int]:
    counts = [len(_WORD.findall(sentence)) for sentence in _END.split(text)]
    return [count for count in counts if count]
