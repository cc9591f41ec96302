"""What is said after an internal error: short, without blame, never silence (safety.md 1.7)."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue import nodes
from bot.dialogue.book import Book
from bot.dialogue.effects import Slot
from bot.dialogue.screens import go, show
from bot.dialogue.session import Session
from bot.dialogue.turn import Scene, Turn
from bot.dialogue.values import Moment


def apologise(book: Book, session: Session, moment: Moment, *, danger: bool) -> Turn:
    """Ask to write again; the emergency answer too if that message held danger words."""
    known = session.locale if session.locale in book.locales else None
    scene = Scene(book, moment, known or book.locales[0])
    turn = Turn(replace(session, version=session.version + 1, book=book.hash))
    turn = show(scene, turn, nodes.ERROR, slot=Slot.NOTICE)
    if not danger:
        return turn
    return go(scene, turn, nodes.WHERE)
