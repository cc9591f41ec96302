"""The door of the core."""

from __future__ import annotations

from dataclasses import dataclass

from bot.dialogue.book import Book
from bot.dialogue.effects import Effect
from bot.dialogue.events import Event
from bot.dialogue.session import Session
from bot.dialogue.values import Moment


@dataclass(frozen=True, slots=True)
class Turn:
    """What one event led to: the next session, and what to do, in order."""

    session: Session
    effects: tuple[Effect, ...]


def advance(book: Book, session: Session, event: Event, moment: Moment) -> Turn:
    """Decide everything about a visitor. Total: no input raises or goes silent."""
    raise NotImplementedError
