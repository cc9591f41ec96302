"""Plausible facts for trying wordings out: each country, day and night, a person or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time

from bot.content.catalogue import Catalogue
from bot.dialogue.book import Book
from bot.dialogue.directory import place_facts
from bot.dialogue.values import Arg, Locale

STEADY: Mapping[str, Arg] = {
    "place": 3,
    "wait": 15,
    "day": "@day-tomorrow",
    "time": "09:00",
    "code": "123456",
    "count": 20,
    "index": 20,
    "minutes": 10,
}
HOURS = (time(6), time(20))
"""UTC: about noon, and night, where most of the visitors are."""


def moments(book: Book, today: date) -> Iterator[Mapping[str, Arg]]:
    """Yield the facts of each country, at noon and at night, with and without a person."""
    for country in book.countries:
        for hour in HOURS:
            now = datetime.combine(today, hour, UTC)
            here = dict(place_facts(book, country, now))
            for duty in ("yes", "no"):
                yield {**STEADY, **here, "duty": duty}


def say(catalogue: Catalogue, message: str, locale: Locale, facts: Mapping[str, Arg]) -> str:
    """Return the words with these facts; "" where the locale cannot say it."""
    plain = {name: fact for name, fact in facts.items() if not _names(fact)}
    named = {
        name: catalogue.words(str(fact)[1:], locale, plain) or ""
        for name, fact in facts.items()
        if _names(fact)
    }
    return catalogue.words(message, locale, {**plain, **named}) or ""


def _names(fact: Arg) -> bool:
    return isinstance(fact, str) and fact.startswith("@")
