"""What a typed reply means on the screen where it was typed: a choice, a command, or neither."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.dialogue.book import Book, Choice
from bot.dialogue.letters import fold, latinise

BACK_KEY = "0"
"""The digit that goes back everywhere; 2 is no (design.md)."""
MIN_PREFIX = 3
"""Fewer letters than this begin too many labels to be taken for one."""
MAX_REPLY = 60
"""A longer text is never taken for a label: it says more than the label does."""
COMMANDS = (
    "exit",
    "hide",
    "delete",
    "stop",
    "start",
    "menu",
    "back",
    "language",
    "person",
    "help",
    "who",
    "complain",
    "letters",
)
"""Word lists that work anywhere, in any state and language; the first that fits wins."""

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_NOT_DIGITS = re.compile(r"[^0-9]+")
_SLASH = re.compile(r"^/([a-z]+)(@\w+)?$")


def reply(text: str) -> str:
    """Return the folded reply without the punctuation around it; empty if nothing is left."""
    return _EDGES.sub("", fold(text[: MAX_REPLY * 4]))


def digits(text: str) -> str:
    """Return a code as it was drawn, however it was grouped: "4821 3377" is 48213377."""
    return _NOT_DIGITS.sub("", fold(text[: MAX_REPLY * 4]))


def keyed(choices: Sequence[Choice]) -> tuple[tuple[str, Choice], ...]:
    """Pair each choice with the digit to type: its own, else counted from 1 past taken ones."""
    taken = {choice.key for choice in choices if choice.key} | {BACK_KEY}
    free = (str(number) for number in range(1, len(choices) + len(taken) + 1))
    counted = (digit for digit in free if digit not in taken)
    return tuple((choice.key or next(counted), choice) for choice in choices)


def exact(book: Book, choices: Sequence[Choice], typed: str) -> Choice | None:
    """Find the choice with this digit, this label in any language or script, or this word."""
    for key, choice in keyed(choices):
        if typed and typed in (key, *_wordings(book, choice)):
            return choice
    return None


def near(book: Book, choices: Sequence[Choice], typed: str) -> Choice | None:
    """Find the only choice with a label that begins with what was typed."""
    if not MIN_PREFIX <= len(typed) <= MAX_REPLY:
        return None
    found = [c for c in choices if any(w.startswith(typed) for w in _wordings(book, c))]
    return found[0] if len(found) == 1 else None


def _wordings(book: Book, choice: Choice) -> tuple[str, ...]:
    return book.labels.get(choice.label, ()) + book.words.get(choice.words or "", ())


def command(words: Mapping[str, tuple[str, ...]], text: str, typed: str) -> str | None:
    """Return the command that a whole reply stands for, or None."""
    slash = _SLASH.match(text.strip().casefold()[:MAX_REPLY])
    if slash and slash[1] in COMMANDS:
        return slash[1]
    forms = (typed, latinise(typed))
    return next((name for name in COMMANDS if any(f in words.get(name, ()) for f in forms)), None)
