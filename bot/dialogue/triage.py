"""Danger: which answer, at once, and what else must happen (safety.md 1)."""

from __future__ import annotations

from datetime import timedelta

from bot.dialogue import handoff, nodes
from bot.dialogue.effects import Alert, Count, SetTimer, Slot, Urgency
from bot.dialogue.events import TimerKind
from bot.dialogue.reading import Sign, Topic
from bot.dialogue.screens import facts, go, go_in_danger, show
from bot.dialogue.session import Age, Spell
from bot.dialogue.turn import Scene, Turn
from bot.dialogue.values import NodeId, text

PLACED = frozenset({nodes.HARM, nodes.CHILD})
"""Answers made of numbers: the country comes first when it is unknown (safety.md 1.2)."""
ANSWER_WITHIN = timedelta(seconds=60)
"""A danger message to a person with no reply for this long gets the answer (safety.md 1.5)."""
UNSAID_SIGNS = (Sign.CRY,)


def answer_for(signs: tuple[Sign, ...], age: Age) -> NodeId:
    """Return the answer for this kind of danger; its own for a child, suicide, somebody else."""
    if Sign.SUICIDE in signs:
        return nodes.SUICIDE
    if Sign.OTHER_PERSON in signs:
        return nodes.OTHER_PERSON
    if Sign.CHILD in signs or Sign.MINOR in signs or age is Age.MINOR:
        return nodes.CHILD
    return nodes.HARM


def danger(scene: Scene, turn: Turn, signs: tuple[Sign, ...]) -> Turn:
    """Answer at once, then bring the human; with a human there, watch that one answers."""
    if Sign.MINOR in signs:
        turn = handoff.tell_minor(turn)
    shown = turn.session.spell.shown if turn.session.spell else 0
    spell = Spell(scene.moment.draw("spell"), signs, shown)
    turn = turn.become(spell=spell).do(Count("danger"))
    held = turn.session.handoff
    if held and held.joined and not held.quiet:
        return _watch(scene, handoff.relay(handoff.raise_to(turn, Urgency.EMERGENCY, signs)))
    return _bring(scene, turn, signs, again=shown > 0)


def answer(scene: Scene, turn: Turn) -> Turn:
    """Show the emergency answer of this spell: before everything unsent, without a sound."""
    spell = turn.session.spell or Spell(scene.moment.draw("spell"), UNSAID_SIGNS)
    node = answer_for(spell.signs, turn.session.age)
    if discreet(scene, turn) and spell.shown == 0:
        node = nodes.DISCREET
    elif node in PLACED and turn.session.country is None:
        node = nodes.WHERE
    turn = turn.become(spell=Spell(spell.key, spell.signs, spell.shown + 1))
    return go_in_danger(scene, turn, node, urgent=True)


def discreet(scene: Scene, turn: Turn) -> bool:
    """Tell whether somebody else may read a screen that can show words without keeping them."""
    return scene.moment.channel.takes_back and turn.session.private is False


def peek(scene: Scene, turn: Turn) -> Turn:
    """Show the numbers in a pop-up; a second danger message gets them plainly."""
    if not scene.moment.channel.takes_back:
        return answer(scene, turn)
    words = text("danger-peek", **facts(scene, turn.session))
    return turn.do(Alert(words, scene.locale))


def _bring(scene: Scene, turn: Turn, signs: tuple[Sign, ...], *, again: bool) -> Turn:
    """Open or raise the ticket with this message and its signs only.

    Words about wanting to die ring the on-call phone on a yes, or when they come again.
    """
    calm = Sign.SUICIDE in signs and not again
    urgency = Urgency.HIGH if calm else Urgency.EMERGENCY
    brought = _ticket(scene, Turn(turn.session), urgency, signs)
    answered = answer(scene, Turn(brought.session, turn.effects))
    turn = handoff.relay(answered.do(*brought.effects))
    return turn if calm else handoff.ring(scene, turn)


def _ticket(scene: Scene, turn: Turn, urgency: Urgency, signs: tuple[Sign, ...]) -> Turn:
    """The answer goes first and may name what the ticket has drawn."""
    if turn.session.handoff is None:
        return handoff.open_ticket(scene, turn, urgency, signs)
    return handoff.raise_to(turn, urgency, signs)


def _watch(scene: Scene, turn: Turn) -> Turn:
    key = turn.session.spell.key if turn.session.spell else ""
    return turn.do(SetTimer(TimerKind.UNANSWERED, key, scene.moment.now + ANSWER_WITHIN))


def unanswered(scene: Scene, turn: Turn, key: str) -> Turn:
    """Nobody replied in time: the emergency answer, and the phone rings again."""
    if turn.session.spell is None or turn.session.spell.key != key:
        return turn
    return handoff.ring(scene, answer(scene, turn))


def take_back(scene: Scene, turn: Turn, key: str) -> Turn:
    """Replace the answer by a neutral line, unless the visitor said that the phone is private."""
    spell = turn.session.spell
    if spell is None or spell.key != key or turn.session.private is True:
        return turn
    if str(turn.session.node).startswith(nodes.DANGER_PREFIX):
        turn = turn.become(node=nodes.TAKEN_BACK)
    return show(scene, turn, nodes.TAKEN_BACK, slot=Slot.DANGER, quiet=True)


def concern(scene: Scene, turn: Turn, signs: tuple[Sign, ...], topics: tuple[Topic, ...]) -> Turn:
    """Ask one question; whoever is asked and says as much again gets the answer."""
    if turn.session.node == nodes.SAFE or Sign.SUICIDE in signs:
        return danger(scene, turn, signs or UNSAID_SIGNS)
    asked = Spell(scene.moment.draw("spell"), signs or UNSAID_SIGNS)
    about = next((topic.id for topic in topics if topic.id in scene.book.cards), None)
    return go(scene, handoff.relay(turn.become(spell=asked, about=about)), nodes.SAFE)


def safe(scene: Scene, turn: Turn, said: str) -> Turn:
    """Act on "Are you safe right now?": only a yes is a yes."""
    if said == "yes":
        node = nodes.SAFE_TOPIC if turn.session.about else nodes.SAFE_YES
        return go(scene, turn.become(spell=None), node)
    asked = turn.session.spell
    return danger(scene, turn, asked.signs if asked else UNSAID_SIGNS)


def today(scene: Scene, turn: Turn, said: str) -> Turn:
    """Act on the one question after words about wanting to die; yes rings the on-call person."""
    if said != "yes":
        return go(scene, turn, nodes.SUICIDE_LATER)
    turn = go(scene, turn, nodes.SUICIDE_NOW)
    if turn.session.handoff is None:
        turn = handoff.open_ticket(scene, turn, Urgency.EMERGENCY, (Sign.SUICIDE,))
    return handoff.ring(scene, handoff.raise_to(turn, Urgency.EMERGENCY, (Sign.SUICIDE,)))
