"""Claims: each has a source and a date, is looked at again in time, and has words to show it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.content.draft import Draft
from bot.content.issues import Issue, error, warning
from bot.dialogue.nodes import card_message

RUNG_DAYS = 90
"""A number that nobody rang for longer is doubtful (safety.md 9)."""
UNDATED = "undated"
_YEAR = re.compile(r"(19|20)\d\d")


def find(draft: Draft, today: date) -> Iterator[Issue]:
    """Yield what is past its review, undated, or long not rung."""
    for card in draft.book.cards.values():
        place = draft.at("card", card.id)
        if card.review_by < today:
            message = f"the card {card.id} was to be reviewed by {card.review_by}"
            yield error(place, "review-due", message, "Check it against its source.")
        if card.reviewed and card.reviewed > today:
            message = f"the card {card.id} was reviewed on a day to come"
            yield error(place, "review-date", message, "Correct the date.")
        if card.source_date == UNDATED:
            message = f"the card {card.id} has an undated source"
            yield warning(place, "undated", message, "Find a dated source.")
        if card.law:
            yield from _dated(draft, card.id)
    for service in draft.book.services:
        place = draft.at("service", service.id)
        if service.rung and today - service.rung > timedelta(days=RUNG_DAYS):
            message = f"{service.id} was last rung on {service.rung}"
            yield warning(place, "not-rung", message, "Ring it and note the day.")
        if service.source_date == UNDATED:
            message = f"{service.id} has an undated source"
            yield warning(place, "undated", message, "Find a dated source.")


def _dated(draft: Draft, card: str) -> Iterator[Issue]:
    """A claim about law says of when it is, in the text itself."""
    for locale in draft.locales:
        pattern = draft.catalogue.pattern(card_message(card), locale)
        if pattern and not _YEAR.search(" ".join(pattern.runs)):
            message = f"{card_message(card)} in {locale} is about law and names no year"
            yield warning(pattern.place, "law-undated", message, "Say of when it is.")
