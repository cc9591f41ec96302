"""What an operator's acts mean for the visitor: they come, say something, and leave."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue import nodes, silence
from bot.dialogue.effects import CloseTicket, Ending, Forget, RelayToVisitor, Reply, SetTimer, Slot
from bot.dialogue.events import (
    Departure,
    OperatorEvent,
    OperatorJoined,
    OperatorLeft,
    OperatorSaid,
    TimerKind,
)
from bot.dialogue.handoff import keeps_still
from bot.dialogue.screens import go, show
from bot.dialogue.session import Handoff, Held
from bot.dialogue.turn import Scene, Turn

HELD = 20
"""Unsent replies that wait for the visitor; the oldest go first."""


def operator(scene: Scene, turn: Turn, event: OperatorEvent) -> Turn:
    """Carry an operator's act to the visitor; one for another ticket changes nothing."""
    handoff = turn.session.handoff
    if handoff is None or handoff.ticket != event.ticket:
        return _stale(turn, event)
    match event:
        case OperatorJoined():
            return _joined(scene, turn, handoff)
        case OperatorSaid():
            return _said(scene, turn, handoff, event)
        case OperatorLeft():  # pragma: no branch -- mypy holds that this is all
            return _left(scene, turn, handoff, event.why)


def _stale(turn: Turn, event: OperatorEvent) -> Turn:
    """An operator who took a ticket that ended meanwhile is let go."""
    if isinstance(event, OperatorLeft):
        return turn
    return turn.do(CloseTicket(event.ticket, Ending.BY_VISITOR))


def _joined(scene: Scene, turn: Turn, handoff: Handoff) -> Turn:
    turn = turn.become(handoff=replace(handoff, joined=True))
    if keeps_still(scene, handoff):
        return turn
    turn = show(scene, turn, nodes.JOINED, slot=Slot.NOTICE)
    return turn.become(node=nodes.WITH_PERSON)


def _said(scene: Scene, turn: Turn, handoff: Handoff, event: OperatorSaid) -> Turn:
    if keeps_still(scene, handoff):
        held = (*handoff.held, Held(event.id, event.text))[-HELD:]
        return _kept(scene, turn, replace(handoff, held=held))
    return turn.become(spell=None).do(RelayToVisitor(handoff.ticket, event.id, event.text))


def _kept(scene: Scene, turn: Turn, handoff: Handoff) -> Turn:
    """The visitor may be written to, but not now: in the morning, or after one question."""
    turn = turn.become(handoff=handoff)
    if handoff.quiet or handoff.reply is Reply.PULL:
        return turn
    if silence.night(scene):
        return turn.do(SetTimer(TimerKind.MORNING, handoff.ticket, silence.morning(scene)))
    return turn if handoff.asked else silence.ask(scene, turn, handoff)


def _left(scene: Scene, turn: Turn, handoff: Handoff, why: Departure) -> Turn:
    if why is Departure.RETURNED:
        turn = turn.become(handoff=replace(handoff, joined=False))
        return turn if keeps_still(scene, handoff) else go(scene, turn, nodes.RETURNED)
    turn = turn.become(handoff=None, spell=None).do(CloseTicket(handoff.ticket, Ending.BY_OPERATOR))
    if handoff.held and not handoff.quiet:
        # The last words of the person must not go with the ticket.
        return turn.become(unread=handoff)
    if not handoff.quiet:
        return turn if keeps_still(scene, handoff) else go(scene, turn, nodes.LEFT)
    return turn.forgotten().do(Forget())


def morning(scene: Scene, turn: Turn, key: str) -> Turn:
    """Quiet hours are over: send what waited, or ask first whether it is safe."""
    handoff = turn.session.handoff
    if handoff is None or handoff.ticket != key or not handoff.held:
        return turn
    if handoff.quiet or handoff.reply is Reply.PULL:
        return turn
    if not silence.stale(scene, handoff):
        return silence.release(scene, turn, handoff)
    return turn if handoff.asked else silence.ask(scene, turn, handoff)
