"""What is typed: a choice, a command, danger, a question, or words for the person who listens."""

from __future__ import annotations

from bot.dialogue import (
    acting,
    asking,
    assessment,
    gates,
    handoff,
    leaving,
    matching,
    nodes,
    silence,
    triage,
    warning,
)
from bot.dialogue.book import Act, Choice, Node
from bot.dialogue.effects import Count, Slot
from bot.dialogue.events import VisitorSaid
from bot.dialogue.reading import DangerLevel, OfferLevel, Reading, Sign
from bot.dialogue.screens import BACK, choices, go, screen, show
from bot.dialogue.session import Age
from bot.dialogue.turn import Scene, Turn
from bot.dialogue.values import ChannelKind, Locale

SUGGESTED = 3
"""More topics than this are a menu again."""
ANSWERS_TO_A_PERSON = frozenset({"help", "back", "person"})
"""Words that somebody may simply answer with; the others still work while a person listens."""
AT_WORK = frozenset({"RF21", "RF22", "RF23", "RF24", "RF25", "RF26"})
"""Signs of a job one has already: about those the cards say more than the check of an offer."""
ELSEWHERE = "XX"
"""The country that stands for every one we have no numbers of."""
LEAVING = frozenset({"exit", "hide", "delete", "stop"})
LEAVING_ACTS = frozenset({Act.HIDE, Act.DELETE, Act.STOP})
ALWAYS_OPEN = LEAVING_ACTS | {Act.COUNTRY, Act.DANGER, Act.POLICE, Act.SILENT, Act.TODAY}
"""What is done without asking whose hands the phone is in: numbers, and ways to get away."""
LISTENING = frozenset({nodes.WITH_PERSON, nodes.JOINED})
"""Screens on which everything typed is for the person, digits too: "1" may be an answer."""


def hear(scene: Scene, turn: Turn, event: VisitorSaid) -> Turn:
    """Decide about a free text. Choices and ways out come first, then danger, then the rest."""
    typed = matching.reply(event.text)
    guarded = None if _way_out(scene, turn, typed) else silence.guard(scene, turn, event)
    if guarded is not None:
        return guarded
    turn = _released(scene, silence.answered(turn), event, typed)
    looked = silence.look(scene, turn, event)
    if looked is not None:
        return looked
    turn = silence.roused(scene, _pressed_language(scene, turn, event), event)
    present = screen(scene, turn.session, turn.session.node)
    if turn.session.hidden and handoff_code(turn) == matching.digits(event.text):
        return handoff.come_back(scene, turn)
    chosen = _chosen(scene, turn, present, typed)
    if chosen is not None:
        return acting.choose(scene, turn, chosen)
    said = matching.command(scene.book.words, event.text, typed)
    if said is not None and not _louder(turn, said, event.reading):
        return command(scene, turn, said, event)
    return _worried(scene, turn, event.reading) or _free(scene, turn, present, typed, event.reading)


def _way_out(scene: Scene, turn: Turn, typed: str) -> bool:
    """Tell whether a digit of the last screen leads away or to numbers: nothing stands before it.

    The digits of the question after a long silence are its own, once it was asked.
    """
    if silence.asked(turn.session) and typed in (silence.YES, silence.LATER):
        return False
    present = screen(scene, turn.session, turn.session.node)
    chosen = _chosen(scene, turn, present, typed)
    return chosen is not None and chosen.act in ALWAYS_OPEN


def _released(scene: Scene, turn: Turn, event: VisitorSaid, typed: str) -> Turn:
    """A visitor who wrote gets what waited, but nobody on the way out does."""
    if silence.waits(turn.session) is not None:
        present = screen(scene, turn.session, turn.session.node)
        chosen = _chosen(scene, turn, present, typed)
        said = matching.command(scene.book.words, event.text, typed)
        if chosen.act in LEAVING_ACTS if chosen else said in LEAVING:
            return turn
    return handoff.release_held(scene, turn)


def _louder(turn: Turn, said: str, reading: Reading) -> bool:
    """Tell whether a word means more than the command: said to a person, or cried out."""
    if _listening(turn):
        return said in ANSWERS_TO_A_PERSON
    return said == "help" and reading.danger.level is DangerLevel.DANGER


def _pressed_language(scene: Scene, turn: Turn, event: VisitorSaid) -> Turn:
    """The first page of the web chat is the choice of language already."""
    pressed = scene.moment.channel.kind is ChannelKind.WEB and event.hint in scene.book.locales
    if not pressed or turn.session.locale is not None:
        return turn
    return turn.become(locale=event.hint).do(Count("locale", event.hint or ""))


def handoff_code(turn: Turn) -> str | None:
    """Return the code that brings this hidden visitor back."""
    return turn.session.handoff.code if turn.session.handoff else None


def _listening(turn: Turn) -> bool:
    held = turn.session.handoff
    return bool(held and held.joined and not held.quiet and turn.session.node in LISTENING)


def _chosen(scene: Scene, turn: Turn, present: Node | None, typed: str) -> Choice | None:
    if _listening(turn):
        return None
    if present is None:
        return _named_language(scene, turn, typed)
    if typed == matching.BACK_KEY:
        return BACK
    return matching.exact(scene.book, choices(turn.session, present), typed)


def _named_language(scene: Scene, turn: Turn, typed: str) -> Choice | None:
    """A stranger who writes "English" has chosen; a digit from a stranger means nothing yet."""
    if turn.session.locale is not None or typed.isdigit():
        return None
    return matching.exact(scene.book, scene.book.nodes[nodes.START].choices, typed)


def command(  # noqa: C901, PLR0912 -- one arm a word
    scene: Scene, turn: Turn, name: str, event: VisitorSaid
) -> Turn:
    """Carry out a word that works anywhere, in any state and language."""
    match name:
        case "exit":
            return leaving.hide(scene, turn, silent=True)
        case "hide":
            return leaving.hide(scene, turn)
        case "delete":
            return leaving.delete(scene, turn)
        case "stop":
            return leaving.stop(scene, turn)
        case "start":
            return start(scene, turn)
        case "back":
            return acting.back(scene, turn)
        case "language":
            return go(scene, turn, nodes.LANGUAGE)
        case "person":
            return gates.enter(scene, turn, gates.PERSON)
        case "help":
            return triage.concern(scene, turn, event.reading.danger.signs, event.reading.topics)
        case "complain":
            return go(scene, turn, nodes.COMPLAIN)
        case "letters":
            return letters(scene, turn)
        case "who":
            return go(scene, turn, nodes.WHO)
        case _:
            return gates.enter(scene, turn, nodes.MENU)


def letters(scene: Scene, turn: Turn) -> Turn:
    """Write SMS in the visitor's own letters from now on, or in what costs least again."""
    by_sms = scene.moment.channel.kind is ChannelKind.SMS
    return repeat(scene, turn.become(own_script=by_sms and not turn.session.own_script))


def start(scene: Scene, turn: Turn) -> Turn:
    """Begin: a stranger chooses a language; an open talk goes to its menu."""
    turn = turn.become(trail=(), then=None, node=None)
    return gates.enter(scene, turn, nodes.MENU)


def _worried(scene: Scene, turn: Turn, reading: Reading) -> Turn | None:
    """Act on danger, concern or words about being under 18, in this order."""
    signs = reading.danger.signs
    if reading.danger.level is not DangerLevel.NONE:
        turn = _in_language(scene, turn, reading.locale)
    if reading.danger.level is DangerLevel.DANGER:
        return triage.danger(scene, turn, signs)
    if reading.danger.level is DangerLevel.CONCERN:
        return None if _listening(turn) else triage.concern(scene, turn, signs, reading.topics)
    if Sign.MINOR in signs and turn.session.age is not Age.MINOR and not _listening(turn):
        return go(scene, handoff.relay(handoff.tell_minor(turn)), nodes.MINOR)
    return None


def _free(scene: Scene, turn: Turn, present: Node | None, typed: str, reading: Reading) -> Turn:
    """Everything else: words for the person, a label begun, a topic, or a useful answer."""
    if _listening(turn):
        return handoff.relay(turn)
    offered = choices(turn.session, present) if present else ()
    begun = matching.near(scene.book, offered, typed)
    if begun is not None:
        return acting.choose(scene, turn, begun)
    if turn.session.handoff is not None and not turn.session.hidden:
        return _while_waiting(scene, turn, _country(scene, offered, typed))
    if present is not None and _is_question(present):
        return asking.hint(scene, turn, present.id)
    understood = _understood(scene, turn, reading)
    if understood is not None:
        return understood
    named = _country(scene, offered, typed)
    if named is not None:
        return acting.choose(scene, turn, named)
    lost = present is None and turn.session.node is not None
    return start(scene, turn) if lost else missed(scene, turn, typed)


def _while_waiting(scene: Scene, turn: Turn, named: Choice | None) -> Turn:
    held = turn.session.handoff
    if held and held.joined:
        return handoff.relay(turn).become(node=nodes.WITH_PERSON)
    if named is not None:
        return acting.choose(scene, handoff.relay(turn), named)
    return handoff.leave_words(scene, turn)


def _country(scene: Scene, offered: tuple[Choice, ...], typed: str) -> Choice | None:
    """Return a country of the next list named early; on the last list any other word is "another".

    Whoever is asked where and writes something we do not list still gets numbers.
    """
    if not typed or typed.isdigit() or not any(c.act is Act.COUNTRY for c in offered):
        return None
    onward = (scene.book.nodes.get(c.goto) for c in offered if c.goto)
    further = [c for node in onward if node for c in node.choices if c.act is Act.COUNTRY]
    other = next((c for c in offered if c.act is Act.COUNTRY and c.value == ELSEWHERE), None)
    return matching.exact(scene.book, further, typed) or other


def _is_question(node: Node) -> bool:
    return node.choices == assessment.ANSWERS


def _understood(scene: Scene, turn: Turn, reading: Reading) -> Turn | None:
    """Suggest cards for what seems to be asked, in the language it was asked in."""
    turn = _in_language(scene, turn, reading.locale)
    flags = reading.offer.flags
    at_work = bool(flags) and AT_WORK.issuperset(flags)
    if reading.offer.level is not OfferLevel.NONE and not at_work:
        high = reading.offer.level is OfferLevel.HIGH
        node = nodes.OFFER_HIGH if high else nodes.OFFER_CAUTION
        return go(scene, turn, node, before=warning.explained(scene, turn, flags))
    topics = tuple(topic.id for topic in reading.topics if topic.id in scene.book.cards)
    if not topics:
        return None
    return go(scene, turn.become(suggested=topics[:SUGGESTED], misses=0), nodes.SUGGEST)


def _in_language(scene: Scene, turn: Turn, read: Locale | None) -> Turn:
    """A stranger's first clear sentence chooses the language; later ones never switch it."""
    if turn.session.locale is None and read in scene.book.locales:
        return turn.become(locale=read)
    return turn


def missed(scene: Scene, turn: Turn, typed: str) -> Turn:
    """Not understood: never a dead end; the second time a person is offered first."""
    if turn.session.locale is None:
        return start(scene, turn)
    misses = turn.session.misses + 1
    node = nodes.MISSED if misses == 1 or not typed else nodes.MISSED_AGAIN
    return go(scene, turn.become(misses=misses), node)


def repeat(scene: Scene, turn: Turn) -> Turn:
    """Show the present screen again, after a button that means nothing any more."""
    present = screen(scene, turn.session, turn.session.node)
    if present is None:
        return start(scene, turn)
    if _listening(turn):
        return show(scene, turn, nodes.WITH_PERSON, slot=Slot.NOTICE)
    return show(scene, turn, present.id)
