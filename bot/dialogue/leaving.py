"""Hide, stop, delete: three ways to go, confirmed in one neutral line or none (safety.md 6)."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue import handoff, nodes
from bot.dialogue.effects import Forget, RaiseTicket, Slot, Wipe
from bot.dialogue.screens import show
from bot.dialogue.session import FRESH, Session
from bot.dialogue.turn import Scene, Turn
from bot.dialogue.values import ChannelKind, NodeId


def hide(scene: Scene, turn: Turn, *, silent: bool = False) -> Turn:
    """Wipe both sides; an open ticket becomes quiet and waits for a word or the code."""
    turn = turn.do(Wipe())
    if not silent:
        turn = _confirm(scene, turn, nodes.HIDDEN)
    held = turn.session.handoff
    stranger = replace(FRESH, version=turn.session.version)
    if held is None:
        return replace(turn, session=stranger).do(Forget())
    quiet = replace(stranger, hidden=True, handoff=replace(held, quiet=True))
    return replace(turn, session=quiet).do(RaiseTicket(held.ticket, quiet=True))


def stop(scene: Scene, turn: Turn) -> Turn:
    """Send nothing more; only a new message of the visitor is answered (safety.md 1.6)."""
    turn = _confirm(scene, handoff.close(turn), nodes.STOPPED)
    return turn.become(stopped=True, node=None, trail=(), then=None, progress=None)


def delete(scene: Scene, turn: Turn) -> Turn:
    """Clear the phone at once and the server within 24 hours, and say so."""
    turn = _confirm(scene, handoff.close(turn).do(Wipe()), nodes.DELETED)
    return replace(turn, session=replace(FRESH, version=turn.session.version)).do(Forget())


def _confirm(scene: Scene, turn: Turn, node: NodeId) -> Turn:
    if scene.moment.channel.kind is ChannelKind.SMS:
        return turn
    bare = replace(turn, session=_without_way_back(turn.session))
    return replace(show(scene, bare, node, slot=Slot.NOTICE, quiet=True), session=turn.session)


def _without_way_back(session: Session) -> Session:
    return replace(session, trail=())
