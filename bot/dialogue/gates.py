"""What comes before what: language, the screen before anything personal, age, who may read.

A gate interposes its screen and remembers in `session.then` where the visitor was going.
Danger never passes a gate.
"""

from __future__ import annotations

from bot.dialogue import asking, handoff, nodes
from bot.dialogue.book import Book
from bot.dialogue.screens import go
from bot.dialogue.session import Age, Session
from bot.dialogue.turn import Scene, Turn
from bot.dialogue.values import NodeId

PERSON = nodes.WAITING
"""The place that stands for "a person", behind every gate."""


def enter(scene: Scene, turn: Turn, target: NodeId) -> Turn:
    """Go to `target`, or to the first gate before it."""
    gate = before(scene, turn.session, target)
    if gate is not None:
        return go(scene, turn.become(then=target), gate)
    return arrive(scene, turn.become(then=None), target)


def before(scene: Scene, session: Session, target: NodeId) -> NodeId | None:
    """Return the gate that still stands before `target`, or None."""
    if target.startswith(nodes.DANGER_PREFIX) or _urgent(session, target):
        return None
    if session.locale is None:
        return nodes.START
    starting = asking.begun(scene.book, target)
    if not session.told and _personal(scene.book, target):
        return nodes.PRIVACY
    if session.age is Age.UNASKED and (starting or target == PERSON):
        return nodes.AGE
    if starting and session.private is None:
        return nodes.PRIVATE
    if target == PERSON and session.wish is None and scene.moment.desk.wishes:
        return nodes.WISH
    return None


def _urgent(session: Session, target: NodeId) -> bool:
    """Help in danger waits for no screen, and a ticket that is open has passed them all."""
    return target == PERSON and (session.handoff is not None or session.spell is not None)


def _personal(book: Book, target: NodeId) -> bool:
    """The menu is the first door; cards are no secret of anybody."""
    node = book.nodes.get(target)
    door = node is not None and node.door
    return door or target in (nodes.MENU, PERSON) or asking.introduced(book, target)


def arrive(scene: Scene, turn: Turn, target: NodeId) -> Turn:
    """Do what the target stands for: a person, the first question, or just its screen."""
    if target == PERSON:
        return handoff.request(scene, turn)
    if asking.begun(scene.book, target):
        return asking.begin(scene, turn, target)
    return go(scene, turn, target)


def onward(scene: Scene, turn: Turn) -> Turn:
    """Go on to where a gate interrupted, else back to where one came from, else to the menu."""
    trail = turn.session.trail
    if turn.session.then is None and trail:
        return enter(scene, turn.become(node=None, trail=trail[:-1]), trail[-1])
    return enter(scene, turn, turn.session.then or nodes.MENU)
