"""The hand-over to a person: the visitor asks, waits, hides, comes back or ends it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.dialogue import nodes, silence
from bot.dialogue.effects import (
    COMPLAINT,
    CloseTicket,
    Count,
    Ending,
    Forget,
    OpenTicket,
    RaiseTicket,
    RelayToOperator,
    RelayToVisitor,
    Reply,
    RingOnCall,
    SetTimer,
    Slot,
    Urgency,
)
from bot.dialogue.events import TimerKind
from bot.dialogue.reading import Sign
from bot.dialogue.screens import go, show, step
from bot.dialogue.session import Age, Handoff
from bot.dialogue.turn import Scene, Turn
from bot.dialogue.values import ChannelKind, TicketId

PATIENCE = timedelta(minutes=5)
"""A ticket that nobody took for this long is told so (promise 6)."""
GIVE_UP = timedelta(days=14)
"""A ticket that nobody took for this long ends without a word, and what hid with it goes."""
RINGS = ((2, timedelta(minutes=2)), (3, timedelta(minutes=5)))
"""Second and third ring of the on-call phone (safety.md 7)."""
CODE_DIGITS = {ChannelKind.WEB: 16}
"""On the web the code alone brings everything back, from any browser: 53 bits, not to be guessed.
It looks like a card number. Elsewhere it works in the same chat only."""
SHORT_CODE = 6
RANK = {Urgency.LOW: 0, Urgency.NORMAL: 1, Urgency.HIGH: 2, Urgency.EMERGENCY: 3}


def request(scene: Scene, turn: Turn) -> Turn:
    """Bring a person: a new ticket, or the one that is open already."""
    handoff = turn.session.handoff
    if handoff is None:
        urgency = Urgency.HIGH if turn.session.age is Age.MINOR else Urgency.NORMAL
        return waiting(scene, open_ticket(scene, turn, urgency))
    if handoff.quiet and handoff.held and silence.stale(scene, handoff):
        return _ask_who_came_back(scene, turn, replace(handoff, quiet=False))
    if handoff.quiet:
        return come_back(scene, turn)
    return go(scene, turn, nodes.WITH_PERSON) if handoff.joined else waiting(scene, turn)


def waiting(scene: Scene, turn: Turn) -> Turn:
    """Say where the visitor stands in the queue, or at once that nobody is here."""
    return go(scene, turn, nodes.WAITING if scene.moment.desk.on_duty else nodes.NOBODY_HERE)


def complain(scene: Scene, turn: Turn, *, keep: bool) -> Turn:
    """Bring a complaint before a named person outside the desk (safety.md 7).

    The talk with the person complained about ends; with `keep` the other may read it.
    """
    wish = turn.session.wish
    turn = close(turn).become(wish=COMPLAINT)
    turn = open_ticket(scene, turn, Urgency.HIGH, earlier=keep).become(wish=wish)
    return go(scene, turn.do(Count("complaint")), nodes.COMPLAINED)


def open_ticket(
    scene: Scene,
    turn: Turn,
    urgency: Urgency,
    signs: tuple[Sign, ...] = (),
    *,
    earlier: bool = False,
) -> Turn:
    """Put the visitor in the queue; ids and codes come from the seed, so a re-run is the same."""
    moment, session = scene.moment, turn.session
    reply = Reply.PULL if moment.channel.kind is ChannelKind.SMS else Reply.HERE
    handoff = Handoff(
        TicketId(moment.draw("ticket")),
        urgency,
        moment.digits("code", CODE_DIGITS.get(moment.channel.kind, SHORT_CODE)),
        reply=reply,
        awake_until=moment.now + silence.AWAKE if reply is Reply.PULL else None,
        earlier=earlier,
        locale=scene.locale,
    )
    opened = OpenTicket(
        handoff.ticket,
        urgency,
        scene.locale,
        signs,
        earlier=earlier,
        reply=reply,
        wish=session.wish or "anyone",
        minor=session.age is Age.MINOR,
    )
    patience = SetTimer(TimerKind.NOBODY_CAME, handoff.ticket, moment.now + PATIENCE)
    waits = (patience,) if moment.desk.on_duty and session.wish != COMPLAINT else ()
    end = SetTimer(TimerKind.GIVE_UP, handoff.ticket, moment.now + GIVE_UP)
    return turn.become(handoff=handoff).do(opened, *waits, end, Count("ticket", urgency.value))


def raise_to(turn: Turn, urgency: Urgency, signs: tuple[Sign, ...] = ()) -> Turn:
    """Raise the open ticket; urgency never falls."""
    handoff = turn.session.handoff
    if handoff is None:
        return turn
    higher = max(urgency, handoff.urgency, key=RANK.__getitem__)
    raised = RaiseTicket(handoff.ticket, higher, signs, quiet=None)
    return turn.become(handoff=replace(handoff, urgency=higher)).do(raised)


def tell_minor(turn: Turn) -> Turn:
    """Under 18: the open ticket says so, for an operator who is trained for it (safety.md 3)."""
    turn = turn.become(age=Age.MINOR)
    held = turn.session.handoff
    if held is None:
        return turn
    return raise_to(turn, Urgency.HIGH).do(RaiseTicket(held.ticket, minor=True))


def ring(scene: Scene, turn: Turn) -> Turn:
    """Ring the on-call phone now, and again at 2 and 5 minutes unless somebody comes."""
    handoff = turn.session.handoff
    if handoff is None:
        return turn
    again = tuple(
        SetTimer(TimerKind.RING, f"{handoff.ticket}:{number}", scene.moment.now + after)
        for number, after in RINGS
    )
    return turn.do(RingOnCall(handoff.ticket, 1), *again)


def ring_again(turn: Turn, key: str) -> Turn:
    """A ring came due: only while that very ticket still waits."""
    handoff = turn.session.handoff
    ticket, _, number = key.rpartition(":")
    due = handoff is not None and handoff.ticket == ticket and not handoff.joined
    if not due or not number.isascii() or not number.isdigit():
        return turn
    return turn.do(RingOnCall(TicketId(ticket), int(number)))


def nobody_came(scene: Scene, turn: Turn, key: str) -> Turn:
    """Say so while the visitor still waits here and has not hidden.

    In danger nothing follows unasked, unless the phone is private (safety.md 1.3).
    """
    handoff = turn.session.handoff
    if handoff is None or handoff.ticket != key or handoff.joined:
        return turn
    watched = turn.session.spell is not None and turn.session.private is not True
    if watched or handoff.reply is Reply.PULL or keeps_still(scene, handoff):
        return turn
    return go(scene, turn, nodes.NOBODY_CAME, slot=Slot.NOTICE, quiet=True)


def keeps_still(scene: Scene, handoff: Handoff) -> bool:
    """Tell whether nothing may be sent unasked: hidden, or pull mode and not just written.

    By SMS also at night and after a long silence.
    """
    if handoff.quiet or handoff.reply is Reply.HERE:
        return handoff.quiet or silence.keeps(scene, handoff)
    return handoff.awake_until is None or scene.moment.now >= handoff.awake_until


def give_up(turn: Turn, key: str) -> Turn:
    """End a ticket that nobody took for weeks; a hidden visitor is forgotten with it."""
    handoff = turn.session.handoff
    if handoff is None or handoff.ticket != key or handoff.joined:
        return turn
    ended = close(turn)
    return ended.forgotten().do(Forget()) if turn.session.hidden else ended


def relay(turn: Turn) -> Turn:
    """Put the words of this event before the operator, if there is a ticket."""
    handoff = turn.session.handoff
    return turn.do(RelayToOperator(handoff.ticket)) if handoff else turn


def leave_words(scene: Scene, turn: Turn) -> Turn:
    """Keep free text for the person and say shortly that it is kept.

    Where the digits of the last screen are still to be answered, they keep their meaning:
    which country, "today?", how to hide. By SMS nothing else says what a digit does.
    """
    at, turn = str(turn.session.node), relay(turn)
    if at == nodes.COMPLAINED:
        return show(scene, turn, nodes.COMPLAINT_KEPT, slot=Slot.NOTICE)
    if at.startswith(nodes.DANGER_PREFIX):
        return show(scene, turn, nodes.RELAYED, slot=Slot.NOTICE, quiet=True)
    if not scene.moment.desk.on_duty:
        return go(scene, turn, nodes.KEPT_WORDS, slot=Slot.NOTICE)
    if silence.by_sms(scene):
        return show(scene, turn, nodes.RELAYED, slot=Slot.NOTICE)
    return go(scene, turn, nodes.RELAYED, slot=Slot.NOTICE)


def end(scene: Scene, turn: Turn) -> Turn:
    """The visitor wants no person: the ticket closes, whatever it was."""
    handoff = turn.session.handoff
    if handoff is None:
        return go(scene, turn, nodes.MENU)
    return go(scene, close(turn), nodes.NO_PERSON)


def close(turn: Turn) -> Turn:
    """Close the visitor's ticket in silence, if there is one."""
    handoff = turn.session.handoff
    if handoff is None:
        return turn
    false_alarm = handoff.urgency is Urgency.EMERGENCY and not handoff.joined
    why = Ending.FALSE_ALARM if false_alarm else Ending.BY_VISITOR
    return turn.become(handoff=None, spell=None).do(CloseTicket(handoff.ticket, why))


def come_back(scene: Scene, turn: Turn) -> Turn:
    """The visitor returned by word or code: the ticket wakes and held replies arrive."""
    handoff = turn.session.handoff
    if handoff is None:
        return go(scene, turn, nodes.MENU)
    awake = replace(handoff, quiet=False, held=())
    turn = turn.become(
        handoff=awake, hidden=False, locale=handoff.locale, told=True, node=nodes.WAITING
    )
    turn = turn.do(RaiseTicket(handoff.ticket, quiet=False))
    node = nodes.CAME_BACK if not handoff.joined else nodes.WITH_PERSON
    turn = go(replace(scene, locale=handoff.locale or scene.locale), turn, node)
    return turn.do(*(RelayToVisitor(handoff.ticket, held.id, held.text) for held in handoff.held))


def _ask_who_came_back(scene: Scene, turn: Turn, awake: Handoff) -> Turn:
    """The word alone, long after hiding, may be typed by whoever holds the phone now."""
    turn = turn.become(handoff=awake, hidden=False, locale=awake.locale, told=True)
    turn = step(turn, nodes.WITH_PERSON if awake.joined else nodes.WAITING)
    there = replace(scene, locale=awake.locale or scene.locale)
    return silence.ask(there, turn.do(RaiseTicket(awake.ticket, quiet=False)), awake)


def release_held(scene: Scene, turn: Turn) -> Turn:
    """The visitor wrote, so what waited is sent now, and replies for a while.

    After a long silence `silence.guard` asks first.
    """
    waiting = silence.waits(turn.session)
    if waiting is not None:
        stale = silence.stale(scene, waiting)
        return turn if stale else silence.release(scene, turn, waiting)
    handoff = turn.session.handoff
    if handoff is None or handoff.quiet:
        return turn
    if handoff.reply is Reply.HERE and not silence.by_sms(scene):
        return turn
    return turn.become(handoff=replace(handoff, awake_until=scene.moment.now + silence.AWAKE))
