"""Plain language: short sentences, few paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.content.draft import Draft
from bot.content.issues import Issue, warning
from bot.dialogue.nodes import card_message

AVERAGE, LONGEST, PARAGRAPHS = 20, 30, 3
_END = re.compile(r"[.!?…]+(?:\s|$)|\n\n")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def find(draft: Draft) -> Iterator[Issue]:
    """Yield wordings whose sentences are long, and cards of many paragraphs."""
    for locale in draft.locales:
        for entry in draft.catalogue.entries.get(locale, {}).values():
            for pattern in entry.patterns.values():
                counts = _lengths("".join(pattern.runs))
                average = sum(counts) / len(counts) if counts else 0
                if average > AVERAGE or max(counts, default=0) > LONGEST:
                    message = f"{entry.id} in {locale}: sentences of {max(counts)} words"
                    yield warning(pattern.place, "long-sentence", message, "Split them.")
    for locale in draft.locales:
        for card in draft.book.cards:
            words = draft.catalogue.words(card_message(card), locale) or ""
            if words.count("\n\n") >= PARAGRAPHS:
                place = draft.catalogue.place(card_message(card), locale)
                message = f"{card_message(card)} in {locale} has more than {PARAGRAPHS} paragraphs"
                yield warning(place, "paragraphs", message, "Say one thing, shorter.")


def _lengths(text: str) -> list[int]:
    counts = [len(_WORD.findall(sentence)) for sentence in _END.split(text)]
    return [count for count in counts if count]
