"""Hide, stop, delete: three ways to go, confirmed in one neutral line or none (safety.md 6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.dialogue import handoff, nodes
from bot.dialogue.effects import Forget, RaiseTicket, SetTimer, Slot, Wipe
from bot.dialogue.events import TimerKind
from bot.dialogue.screens import show
from bot.dialogue.session import Session
from bot.dialogue.turn import Scene, Turn
from bot.dialogue.values import ChannelKind, NodeId

AGAIN = timedelta(hours=1)


def hide(scene: Scene, turn: Turn, *, silent: bool = False) -> Turn:
    """Wipe both sides; an open ticket becomes quiet and waits for a word or the code."""
    turn = turn.do(Wipe())
    if not silent:
        turn = _confirm(scene, turn, nodes.HIDDEN)
    held = turn.session.handoff
    if held is None:
        return turn.forgotten().do(Forget())
    quiet = turn.forgotten().become(hidden=True, handoff=replace(held, quiet=True))
    return quiet.do(RaiseTicket(held.ticket, quiet=True))


def wipe_in_time(scene: Scene, turn: Turn) -> Turn:
    """Clear the screen by itself; a talk with a person goes on, everything else is forgotten."""
    held = turn.session.handoff
    if held is None or held.quiet:
        return hide(scene, turn, silent=True)
    return turn.become(wipe_at=None).do(Wipe())


def keep_time(scene: Scene, turn: Turn) -> Turn:
    """Set the hour of the wipe anew, at most once an hour: each timer is a row to write."""
    session, now = turn.session, scene.moment.now
    at = now + timedelta(hours=session.wipe_hours)
    if not scene.moment.channel.takes_back or session.hidden:
        return turn
    if session.wipe_at is not None and at - session.wipe_at < AGAIN:
        return turn
    return turn.become(wipe_at=at).do(SetTimer(TimerKind.WIPE, "screen", at))


def stop(scene: Scene, turn: Turn) -> Turn:
    """Send nothing more; only a new message of the visitor is answered (safety.md 1.6)."""
    turn = _confirm(scene, handoff.close(turn), nodes.STOPPED)
    return turn.become(stopped=True, node=None, trail=(), then=None, progress=None)


def delete(scene: Scene, turn: Turn) -> Turn:
    """Clear the phone at once and the server within 24 hours, and say so."""
    turn = _confirm(scene, handoff.close(turn).do(Wipe()), nodes.DELETED)
    return turn.forgotten().do(Forget())


def _confirm(scene: Scene, turn: Turn, node: NodeId) -> Turn:
    if scene.moment.channel.kind is ChannelKind.SMS:
        return turn
    bare = replace(turn, session=_without_way_back(turn.session))
    return replace(show(scene, bare, node, slot=Slot.NOTICE, quiet=True), session=turn.session)


def _without_way_back(session: Session) -> Session:
    return replace(session, trail=())
