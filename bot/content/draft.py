"""What compiling yields: the Book, and what the checks need to know besides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.content.catalogue import Catalogue
from bot.content.issues import Issue, Place
from bot.dialogue.book import Book
from bot.dialogue.values import Locale


@dataclass(frozen=True)
class Draft:
    """A compiled Book with the way back to the files.

    `held` are the numbers that must not be published; `places` name the line of a
    thing: `("node", id)`, `("choice", node, id)`, `("card", id)`, `("service", id)`...
    """

    book: Book
    catalogue: Catalogue
    held: Mapping[str, str]
    places: Mapping[tuple[str, ...], Place]
    issues: tuple[Issue, ...]

    def at(self, *key: str) -> Place:
        """Return the line of a thing, of what it belongs to, or the Book's own file."""
        while key and key not in self.places:
            key = key[:-1]
        return self.places.get(key, Place("content/book.yaml"))

    @property
    def locales(self) -> tuple[Locale, ...]:
        """The locales the Book promises."""
        return self.book.locales
