"""A turn in the making: what a decision may look at, and what it has decided so far."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bot.dialogue.book import Book
from bot.dialogue.effects import Effect
from bot.dialogue.session import FRESH, Session
from bot.dialogue.values import Locale, Moment


@dataclass(frozen=True, slots=True)
class Scene:
    """The arguments of `advance` that stay the same through one turn.

    `locale` is the language to answer in while the visitor has not chosen one.
    """

    book: Book
    moment: Moment
    locale: Locale


@dataclass(frozen=True, slots=True)
class Turn:
    """What one event led to: the next session, and what to do, in order."""

    session: Session
    effects: tuple[Effect, ...] = ()

    def do(self, *effects: Effect) -> Turn:
        """Add effects at the end."""
        return replace(self, effects=self.effects + effects)

    def become(self, **changes: Any) -> Turn:
        """Change fields of the session."""
        return replace(self, session=replace(self.session, **changes))

    def forgotten(self) -> Turn:
        """Go on as somebody never seen, but for the version of the race."""
        version = self.session.version
        return replace(self, session=replace(FRESH, version=version, since=version))
