"""What follows from one Book alone, worked out once: a Book never changes while it is in use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from bot.dialogue.book import Book

T = TypeVar("T")


class PerBook(Generic[T]):
    """Remembers a value for the Book that was asked for last; another Book replaces it."""

    def __init__(self, build: Callable[[Book], T]) -> None:
        self._build = build
        self._kept: tuple[Book, T] | None = None

    def of(self, book: Book) -> T:
        """Return what `build` makes of this very Book."""
        kept = self._kept
        if kept is None or kept[0] is not book:
            # Kept in one step: another thread may ask for another Book meanwhile.
            self._kept = kept = (book, self._build(book))
        return kept[1]
