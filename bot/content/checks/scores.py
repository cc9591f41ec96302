"""Assessments: bands without gaps, known indicators, cards that exist, safe order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.content.draft import Draft
from bot.content.issues import Issue, error, warning
from bot.dialogue.book import Assessment, AssessmentKind, Item

INDICATORS = 67
"""The adult labour list has as many."""
RESERVED = frozenset({"begin", "more", "result"})
"""Screens of an assessment that the core makes itself, named like questions."""


def find(draft: Draft) -> Iterator[Issue]:
    """Yield assessments that could not be scored, or that ask in a harmful order."""
    for assessment in draft.book.assessments.values():
        yield from _bands(draft, assessment)
        yield from _items(draft, assessment)
        yield from _short(draft, assessment)
    found = len(draft.book.indicators)
    if draft.book.assessments and found != INDICATORS:
        message = f"the list of indicators has {found} entries, not {INDICATORS}"
        yield error(draft.at("indicator"), "indicator-count", message, "Complete the list.")


def _bands(draft: Draft, assessment: Assessment) -> Iterator[Issue]:
    place = draft.at("assessment", assessment.id)
    floors = [band.floor for band in assessment.bands]
    if assessment.kind is not AssessmentKind.INDICATORS:
        if floors:
            message = f"{assessment.id} is not scored and has bands"
            yield error(place, "bands-unscored", message, "Remove the bands.")
        return
    if 0 not in floors:
        message = f"{assessment.id} has no band from 0 on"
        yield error(place, "bands-gap", message, "Add a band with floor 0.")
    for name, count in Counter(floors).items():
        if count > 1:
            message = f"{assessment.id} has {count} bands from {name} on"
            yield error(place, "bands-overlap", message, "Give each band its own floor.")
    if floors != sorted(floors):
        message = f"{assessment.id}: bands are not in order"
        yield error(place, "bands-order", message, "Order them by floor.")


def _short(draft: Draft, assessment: Assessment) -> Iterator[Issue]:
    """A short door holds the first questions, ends lightly, and never says safe."""
    place, short = draft.at("assessment", assessment.id), assessment.short
    first = assessment.items[: len(short)]
    if not short:
        return
    if tuple(item.id for item in first) != short or len(short) == len(assessment.items):
        message = f"{assessment.id}: the short door does not name the first questions, in order"
        yield error(
            place, "short-first", message, "Let its questions come first, and others after."
        )
    elif first[-1].hard:
        message = f"{assessment.id}: the short door ends with a hard question"
        yield error(place, "hard-last", message, "Let an easier question come last.")
    if not any(band.early for band in assessment.bands if band.floor == 0):
        message = f"{assessment.id}: the lowest band has no words for who finishes early"
        yield error(place, "no-early", message, "Say that more questions would tell more.")


def _answer(draft: Draft, assessment: Assessment, item: Item) -> Iterator[Issue]:
    """An answer that counts must come to something: a reason where it is scored, else a check."""
    scored = assessment.kind is AssessmentKind.INDICATORS
    if not (item.why if scored else item.check):
        wanted = "why" if scored else "check"
        message = f"{item.id} of {assessment.id} has no {wanted}"
        place = draft.at("item", assessment.id, item.id)
        yield error(place, f"no-{wanted}", message, f"Name a message as its {wanted}.")


def _items(draft: Draft, assessment: Assessment) -> Iterator[Issue]:
    ids = Counter(item.id for item in assessment.items)
    for item in assessment.items:
        place = draft.at("item", assessment.id, item.id)
        for indicator in item.indicators:
            if indicator not in draft.book.indicators:
                message = f"{item.id} speaks for {indicator}, which is not in the list"
                yield error(place, "unknown-indicator", message, "Name one of the list.")
        for card in item.opens:
            if card not in draft.book.cards:
                message = f"{item.id} opens the card {card}, which does not exist"
                yield error(place, "unknown-card", message, "Name a card.")
        yield from _answer(draft, assessment, item)
        if ids[item.id] > 1 or item.id in RESERVED:
            yield error(place, "duplicate-item", f"{item.id} stands twice", "Rename one.")
    if assessment.items[-1].hard:
        place = draft.at("item", assessment.id, assessment.items[-1].id)
        message = f"{assessment.id} ends with a hard question"
        yield error(place, "hard-last", message, "Let an easier question come last.")
    if assessment.kind is AssessmentKind.INDICATORS and not any(
        item.indicators for item in assessment.items
    ):
        place = draft.at("assessment", assessment.id)
        message = f"{assessment.id} is scored and no question has an indicator"
        yield warning(place, "no-indicators", message, "Name what each question speaks for.")
