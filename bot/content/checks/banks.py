"""Phrase banks and services: they speak for things that exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.content.draft import Draft
from bot.content.issues import Issue, error
from bot.dialogue.book import Phrase
from bot.dialogue.reading import Sign

_FLAG = re.compile(r"RF(0[1-9]|1\d|2[0-6])")


def find(draft: Draft) -> Iterator[Issue]:
    """Yield phrases that speak for an unknown sign, card, flag or locale, and odd services."""
    for (bank, name), phrase in {(p.bank, p.id): p for p in draft.book.phrases}.items():
        if not _known(draft, phrase):
            message = f"the bank {bank} speaks for {name}, which does not exist"
            yield error(draft.at("phrase", bank, name), "unknown-phrase", message, "Correct it.")
    strange = {p.locale for p in draft.book.phrases} - set(draft.locales)
    for locale in sorted(strange - {"any"}):
        phrase = next(p for p in draft.book.phrases if p.locale == locale)
        message = f"the bank {phrase.bank} has phrases in {locale}, which the Book has not"
        place = draft.at("phrase", phrase.bank, phrase.id)
        yield error(place, "phrase-locale", message, "Use a locale of the Book.")
    for service in draft.book.services:
        if service.country not in (*draft.book.countries, *draft.book.others):
            message = f"{service.id} is in {service.country}, which the Book has not"
            yield error(draft.at("service", service.id), "country", message, "Add the country.")


def _known(draft: Draft, phrase: Phrase) -> bool:
    if phrase.bank == "danger":
        return phrase.id in {sign.value for sign in Sign}
    if phrase.bank == "topic":
        return phrase.id in draft.book.cards
    return phrase.bank != "offer" or _FLAG.fullmatch(phrase.id) is not None
