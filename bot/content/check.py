"""`safar check`: everything wrong with content and wording, in one list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bot.content.checks import (
    banks,
    choices,
    claims,
    danger,
    entries,
    letters,
    messages,
    numbers,
    paths,
    quiet,
    scores,
    sentences,
    sms,
    targets,
)
from bot.content.compile import compile_book
from bot.content.draft import Draft
from bot.content.issues import Issue

STANDING = (
    targets,
    entries,
    messages,
    paths,
    choices,
    scores,
    letters,
    numbers,
    quiet,
    danger,
    banks,
    sentences,
)
"""Checks of the files alone."""
DATED = (claims, sms)
"""Checks that depend on the day: reviews fall due, lines open and close."""


def check(content: Path, locales: Path, today: date) -> list[Issue]:
    """Return every issue, in the order of files and lines, each once."""
    draft = compile_book(content, locales)
    issues = dict.fromkeys((*draft.issues, *_found(draft, today)))
    return sorted(issues, key=lambda issue: (issue.file, issue.line, issue.code, issue.message))


def _found(draft: Draft, today: date) -> Iterator[Issue]:
    for family in STANDING:
        yield from family.find(draft)
    for dated in DATED:
        yield from dated.find(draft, today)
