"""Numbers to call stand in the directory only, and those on hold nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.content.draft import Draft
from bot.content.issues import Issue, error
from bot.dialogue.values import ELSEWHERE

_RUN = re.compile(r"\+?\d{1,4}(?:[ -]\d{2,4}){1,4}|\+?\d{3,}")
"""Digits in one piece, or in groups as numbers to call are written."""
_YEAR = re.compile(r"(19|20)\d\d([ -]+(19|20)\d\d)?")
_LAW = re.compile(r"(?i)(articles?|law|art\.|стат\w+|ст\.|мыйзам\w*|закон\w*|№|no\.?)[ \u00a0]*$")
SHORTEST = 3
AMOUNTS = frozenset({"100", "200", "300", "500", "1000", "4096"})
"""Sums, shares and the longest message: no numbers to call."""


def find(draft: Draft) -> Iterator[Issue]:
    """Yield digits in wordings that look like a number to call."""
    held = {_digits(number): name for name, number in draft.held.items()}
    for locale, entries in draft.catalogue.entries.items():
        for entry in entries.values():
            for pattern in entry.patterns.values():
                for run in _runs(" \n".join(pattern.runs)):
                    name = f"{entry.id} in {locale}"
                    if _digits(run) in held:
                        message = f"{name} shows {held[_digits(run)]}, which is on hold"
                        yield error(pattern.place, "held-number", message, "Take it out.")
                    elif not (entry.id.startswith("-") and _digits(run) in _everywhere(draft)):
                        message = f"{name} has the digits {run}"
                        remedy = "Numbers stand in content/services; name them by a fact."
                        yield error(pattern.place, "digits", message, remedy)


def _runs(text: str) -> Iterator[str]:
    for found in _RUN.finditer(text):
        if len(_digits(found[0])) < SHORTEST:
            continue
        lawful = _LAW.search(text[: found.start()])
        if not (_YEAR.fullmatch(found[0]) or found[0] in AMOUNTS or lawful):
            yield found[0]


def _digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def _everywhere(draft: Draft) -> frozenset[str]:
    """Return the numbers of "another country": a term may carry them, so each stands once."""
    rows = (row for row in draft.book.services if row.country == ELSEWHERE)
    return frozenset(_digits(row.number) for row in rows)
