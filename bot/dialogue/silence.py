"""Long silence and night, by SMS: nothing comes unasked, and first the question whose hands it is.

Elsewhere a screen can be taken back; an SMS stays, and rings. Danger is never kept waiting here.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.dialogue import matching, nodes
from bot.dialogue.effects import RelayToOperator, RelayToVisitor, Slot
from bot.dialogue.events import VisitorSaid
from bot.dialogue.reading import DangerLevel
from bot.dialogue.screens import show
from bot.dialogue.session import Handoff, Session
from bot.dialogue.turn import Scene, Turn
from bot.dialogue.values import ChannelKind

AWAKE = timedelta(minutes=10)
"""How long after a message a visitor may be written to as in a talk."""
SILENCE = timedelta(hours=12)
"""After this long the phone may lie somewhere else."""
MORNING, EVENING = 8, 22
"""Outside of these hours, by the hot line's own clock, nothing rings unasked."""
LOOK = "?"
"""What a visitor types to see whether something waits."""
YES, LATER = "1", "2"


def by_sms(scene: Scene) -> bool:
    """Tell whether this visitor writes by SMS."""
    return scene.moment.channel.kind is ChannelKind.SMS


def night(scene: Scene) -> bool:
    """Tell whether these are quiet hours."""
    return not MORNING <= _local(scene).hour < EVENING


def morning(scene: Scene) -> datetime:
    """Return when the quiet hours end."""
    local = _local(scene)
    at = local.replace(hour=MORNING, minute=0, second=0, microsecond=0)
    at += timedelta(days=local.hour >= MORNING)
    return at - timedelta(minutes=scene.moment.desk.offset_minutes)


def _local(scene: Scene) -> datetime:
    return scene.moment.now + timedelta(minutes=scene.moment.desk.offset_minutes)


def keeps(scene: Scene, handoff: Handoff) -> bool:
    """Tell whether words wait although the visitor may be written to."""
    until = handoff.awake_until
    if not by_sms(scene) or until is None or scene.moment.now < until:
        return False
    return night(scene) or stale(scene, handoff)


def stale(scene: Scene, handoff: Handoff) -> bool:
    """Tell whether the visitor was silent for so long that somebody else may hold the phone."""
    until = handoff.awake_until
    return by_sms(scene) and until is not None and scene.moment.now >= until + SILENCE


def waits(session: Session) -> Handoff | None:
    """Return the ticket, open or ended, whose last words wait for the visitor."""
    held = session.handoff
    if held is not None and held.held:
        return None if held.quiet else held
    return session.unread


def release(scene: Scene, turn: Turn, found: Handoff) -> Turn:
    """Send what waited."""
    sent = tuple(RelayToVisitor(found.ticket, one.id, one.text) for one in found.held)
    awake = replace(found, held=(), asked=False, awake_until=scene.moment.now + AWAKE)
    if found is turn.session.unread:
        return turn.become(unread=None).do(*sent)
    return turn.become(handoff=awake).do(*sent)


def ask(scene: Scene, turn: Turn, found: Handoff) -> Turn:
    """Ask in one neutral line whether it is safe; where others read, only the number opens."""
    asked = replace(found, asked=True)
    field = "unread" if found is turn.session.unread else "handoff"
    node = nodes.SAFE_CODE if turn.session.private is False else nodes.SAFE_TO_TEXT
    return show(scene, turn.become(**{field: asked}), node, slot=Slot.NOTICE, quiet=True)


def guard(scene: Scene, turn: Turn, event: VisitorSaid) -> Turn | None:
    """Show nothing that waited to whoever writes after a long silence, before the answer.

    None where nothing waits, for danger, and for words that work anywhere.
    """
    found = waits(turn.session)
    if found is None or not stale(scene, found):
        return None
    typed = matching.reply(event.text)
    words = scene.book.words
    if event.reading.danger.level is not DangerLevel.NONE:
        return None
    proven = matching.digits(event.text) == found.code
    agreed = found.asked and turn.session.private is not False
    if proven or (agreed and typed in (YES, *words.get("yes", ()))):
        return release(scene, turn, found)
    if found.asked and typed in (LATER, *words.get("no", ())):
        return show(scene, turn, nodes.LATER, slot=Slot.NOTICE, quiet=True)
    if matching.command(words, event.text, typed) is not None:
        return None
    return ask(scene, _passed_on(turn, typed), found)


def asked(session: Session) -> bool:
    """Tell whether a digit may answer the question whose hands it is."""
    found = waits(session)
    return found is not None and found.asked


def answered(turn: Turn) -> Turn:
    """Something else was shown since: a digit belongs to that, not to the question any more."""
    found = waits(turn.session)
    if found is None or not found.asked:
        return turn
    field = "unread" if found is turn.session.unread else "handoff"
    return turn.become(**{field: replace(found, asked=False)})


def roused(scene: Scene, turn: Turn, event: VisitorSaid) -> Turn:
    """Whoever cries for help is written to at once, also after a long silence."""
    if not by_sms(scene) or event.reading.danger.level is DangerLevel.NONE:
        return turn
    awake = scene.moment.now + AWAKE
    held, unread = turn.session.handoff, turn.session.unread
    if held is not None:
        turn = turn.become(handoff=replace(held, awake_until=awake))
    return turn.become(unread=replace(unread, awake_until=awake)) if unread else turn


def _passed_on(turn: Turn, typed: str) -> Turn:
    """What was written with it is for the person all the same."""
    held = turn.session.handoff
    return turn.do(RelayToOperator(held.ticket)) if held and typed else turn


def look(scene: Scene, turn: Turn, event: VisitorSaid) -> Turn | None:
    """Answer a bare "?" by what waited, or by a line that nothing did; None for anything else."""
    if not by_sms(scene) or event.text.strip() != LOOK:
        return None
    if any(isinstance(effect, RelayToVisitor) for effect in turn.effects):
        return turn
    held = turn.session.handoff
    if held is None or held.quiet:
        return None
    return show(scene, turn, nodes.NOTHING_NEW, slot=Slot.NOTICE, quiet=True)
