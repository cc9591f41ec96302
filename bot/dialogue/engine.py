"""The door of the core: one pure function decides everything about a visitor."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue import acting, handoff, hearing, leaving, nodes, replying, triage
from bot.dialogue.book import Book, node_hash
from bot.dialogue.effects import CloseTicket, Ending, Slot
from bot.dialogue.events import (
    Event,
    OperatorJoined,
    OperatorLeft,
    OperatorSaid,
    SendFailed,
    TimerFired,
    TimerKind,
    VisitorChose,
    VisitorSaid,
    VisitorSent,
)
from bot.dialogue.screens import choices, hashed, screen, show
from bot.dialogue.session import SCHEMA, Session
from bot.dialogue.turn import Scene, Turn
from bot.dialogue.values import Locale, Moment

__all__ = ["Turn", "advance"]


def advance(book: Book, session: Session, event: Event, moment: Moment) -> Turn:
    """Decide everything about a visitor.

    Total: no book that passed `safar check`, session, event or moment makes it raise, and
    no message of a visitor stays without an answer except a silent way out. The returned
    session has the version after `session`'s.
    """
    scene = Scene(book, moment, _locale(book, session, event))
    begun = Turn(replace(session, schema=SCHEMA, version=session.version + 1, book=book.hash))
    return _take(scene, begun, event)


def _locale(book: Book, session: Session, event: Event) -> Locale:
    """Chosen before read before hinted; the book's first language when nothing is known."""
    if session.locale in book.locales:
        return session.locale
    known = (event.reading.locale, event.hint) if isinstance(event, VisitorSaid) else ()
    return next((name for name in known if name in book.locales), book.locales[0])


def _take(scene: Scene, turn: Turn, event: Event) -> Turn:
    match event:
        case VisitorSaid():
            return hearing.hear(scene, _heard(scene, turn), event)
        case VisitorChose():
            return _chosen(scene, _awake(scene, turn), event)
        case VisitorSent():
            return show(scene, _awake(scene, turn), nodes.ODD, slot=Slot.NOTICE)
        case OperatorJoined() | OperatorSaid() | OperatorLeft():
            return replying.operator(scene, turn, event)
        case TimerFired():
            return _fired(scene, turn, event)
        case SendFailed():  # pragma: no branch -- mypy holds that this is all
            return _failed(turn, event)


def _heard(scene: Scene, turn: Turn) -> Turn:
    """A visitor who writes is answered, after STOP too."""
    return leaving.keep_time(scene, turn.become(stopped=False))


def _awake(scene: Scene, turn: Turn) -> Turn:
    """Pull mode sends what waited."""
    return handoff.release_held(scene, _heard(scene, turn))


def _chosen(scene: Scene, turn: Turn, event: VisitorChose) -> Turn:
    """A button of the present screen, or an older one, which is harmless."""
    session = turn.session
    present = screen(scene, session, session.node)
    if present is not None and node_hash(present.id) == event.node:
        found = next((c for c in choices(session, present) if c.id == event.choice), None)
        return acting.choose(scene, turn, found) if found else hearing.repeat(scene, turn)
    return _older(scene, turn, event)


def _older(scene: Scene, turn: Turn, event: VisitorChose) -> Turn:
    """Follow an old button only where it cannot undo anything; no answer is lost."""
    stood = hashed(scene.book, event.node)
    offered = (*(stood.choices if stood else ()), *acting.BY_NAME)
    found = next((choice for choice in offered if choice.id == event.choice), None)
    if found and (found.act is None or found.act in acting.ALWAYS_MEANT):
        return acting.choose(scene, turn, found)
    return hearing.repeat(scene, turn)


def _fired(scene: Scene, turn: Turn, event: TimerFired) -> Turn:
    match event.kind:
        case TimerKind.TAKE_BACK:
            return triage.take_back(scene, turn, event.key)
        case TimerKind.UNANSWERED:
            return triage.unanswered(scene, turn, event.key)
        case TimerKind.RING:
            return handoff.ring_again(turn, event.key)
        case TimerKind.NOBODY_CAME:
            return handoff.nobody_came(scene, turn, event.key)
        case TimerKind.MORNING:
            return replying.morning(scene, turn, event.key)
        case TimerKind.GIVE_UP:
            return handoff.give_up(turn, event.key)
        case TimerKind.WIPE:  # pragma: no branch -- as above
            return leaving.wipe_in_time(scene, turn)


def _failed(turn: Turn, event: SendFailed) -> Turn:
    """Nothing reaches this address any more: the operator must not wait for an answer."""
    held = turn.session.handoff
    if held is None or not event.gone:
        return turn
    return turn.become(handoff=None, spell=None).do(CloseTicket(held.ticket, Ending.UNREACHABLE))
