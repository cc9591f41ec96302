"""Messages that content and core name: they exist in each locale and take only known facts."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import get_args

from bot import dialogue
from bot.content.draft import Draft
from bot.content.fields import Need
from bot.content.issues import Issue, Place, error
from bot.dialogue import directory, nodes, warning
from bot.dialogue.book import Assessment, Voice
from bot.dialogue.nodes import card_message
from bot.dialogue.services import Cost, Police

SERVICE_LINE = "service-line"
MISSING_LINE = "service-missing"
SERVICE_ARGS = frozenset(
    {
        *("name", "number", "police", "open", "opens", "checked", "cost"),
        *(f"spoken{place}" for place in range(1, directory.SPOKEN_LISTED + 1)),
        *(f"text{place}" for place in range(1, len(directory.TEXTS) + 1)),
    }
)
"""What `bot.dialogue.directory.line` gives to the line of a service."""
MISSING_ARGS = frozenset(f"need{place}" for place in range(1, directory.MISSING_LISTED + 1))
"""What `bot.dialogue.directory.missing` gives to its message."""
SERVICE_PARTS = ("open-", "police-", "service-confirmed", "service-unconfirmed")
MADE = (
    *(f"police-{kind.value.replace('_', '-')}" for kind in Police),
    *(f"open-{state}" for state in ("always", "now", "later", "unknown")),
    *(f"cost-{cost.value}" for cost in Cost if cost is not Cost.UNKNOWN),
    *(f"speaks-{name}" for name in directory.SPOKEN),
    *(f"texts-{name}" for name in directory.TEXTS),
    *(f"need-{need}" for need in get_args(Need)),
    *("listen", *(f"listen-{voice.value}" for voice in Voice)),
    *(f"weekday-{day}" for day in range(7)),
    *("day-today", "day-tomorrow", "day-unknown"),
    *("answer-yes", "answer-no", "answer-skip", "service-confirmed", "service-unconfirmed"),
    *(warning.INTRO, *(warning.message(flag) for flag in warning.FLAGS)),
)
"""Messages whose names the core puts together."""


def find(draft: Draft) -> Iterator[Issue]:
    """Yield named messages that a locale lacks, and arguments that the core never gives."""
    for name, place in named(draft):
        for locale in draft.locales:
            if draft.catalogue.pattern(name, locale) is None:
                message = f"{name} is not worded in {locale}"
                yield error(place, "unworded", message, "Word it, or correct the name.")
                continue
            for form in (name, f"{name}.short", f"{name}.line"):
                unknown = draft.catalogue.args(form, locale) - _known(name)
                for arg in sorted(unknown):
                    where = draft.catalogue.place(form, locale)
                    message = f"{form} in {locale} takes ${arg}, which is no fact"
                    yield error(where, "unknown-fact", message, "Use a fact of the core.")


def _known(name: str) -> frozenset[str]:
    if name == SERVICE_LINE or name.startswith(SERVICE_PARTS):
        return nodes.FACTS | SERVICE_ARGS
    if name == MISSING_LINE:
        return nodes.FACTS | MISSING_ARGS
    return nodes.FACTS


def named(draft: Draft) -> Iterator[tuple[str, Place]]:
    """Yield each message the visitor side needs, once, with a place that names it."""
    yield from dict((*_by_core(draft), *_by_content(draft))).items()


def _by_content(draft: Draft) -> Iterator[tuple[str, Place]]:
    book = draft.book
    for node in book.nodes.values():
        yield from ((name, draft.at("node", node.id)) for name in node.say)
        for choice in node.choices:
            yield choice.label, draft.at("choice", node.id, choice.id)
    for card in book.cards:
        yield f"{card_message(card)}.title", draft.at("card", card)
    for service in book.services:
        yield f"service-{service.id}", draft.at("service", service.id)
    for country in (*book.countries, *book.others):
        yield f"country-{country.lower()}", draft.at()
    for assessment in book.assessments.values():
        place = draft.at("assessment", assessment.id)
        yield from ((name, place) for name in _of_assessment(assessment))
        for item in assessment.items:
            place = draft.at("item", assessment.id, item.id)
            yield from ((name, place) for name in (item.ask, item.why, item.check) if name)


def _of_assessment(assessment: Assessment) -> Iterator[str]:
    yield assessment.intro
    yield f"assess-{assessment.id}-title"
    yield from (name for band in assessment.bands for name in (band.say, band.early) if name)
    if assessment.short:
        yield "assess-more"
    if any(item.check for item in assessment.items):
        yield f"assess-{assessment.id}-result"


def _by_core(draft: Draft) -> Iterator[tuple[str, Place]]:
    place = draft.at()
    yield from ((name, place) for name in (*MADE, *in_code()))


@lru_cache(maxsize=1)
def in_code() -> frozenset[str]:
    """Return the messages that the core names itself: `text("...")` and labels of choices."""
    root = Path(str(dialogue.__file__)).parent
    return frozenset(
        name for file in sorted(root.glob("*.py")) for name in _literals(file.read_text("utf-8"))
    )


def _literals(source: str) -> Iterator[str]:
    at = {"text": 0, "Text": 0, "Choice": 1}
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in at:
            position = at[call.func.id]
            named = call.args[position] if len(call.args) > position else None
            if isinstance(named, ast.Constant) and isinstance(named.value, str):
                yield named.value
