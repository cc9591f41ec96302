"""From a node to what is shown: facts, numbers to press, services, and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.dialogue import assessment, directory, listening, nodes
from bot.dialogue.book import Act, Book, Choice, Node, node_hash
from bot.dialogue.effects import Say, SetTimer, Slot
from bot.dialogue.events import TimerKind
from bot.dialogue.matching import BACK_KEY, keyed
from bot.dialogue.memo import PerBook
from bot.dialogue.session import Session
from bot.dialogue.turn import Scene, Turn
from bot.dialogue.values import Arg, CardId, ChoiceId, Form, Locale, NodeId, Offered, Text, text

BACK = Choice(ChoiceId("back"), "back-label", act=Act.BACK, key=BACK_KEY)
TAKE_BACK = timedelta(minutes=10)
"""How long a screen of danger stays where others may see it (safety.md 1.3)."""
LINES_IN_DANGER = 3
"""More numbers than this push the ways on off a small screen; the menu has the others."""
TRAIL = 12
"""How many steps back are remembered; more would only make the sealed session larger."""


_BY_HASH = PerBook(lambda book: {node_hash(name): node for name, node in book.nodes.items()})


def hashed(book: Book, name: str) -> Node | None:
    """Return the screen of the content that buttons name so."""
    return _BY_HASH.of(book).get(name)


def screen(scene: Scene, session: Session, node: NodeId | None) -> Node | None:
    """Return a screen of the content, or one made for a question; None if unknown."""
    if node is None:
        return None
    if node == nodes.SUGGEST:
        return _with_cards(scene.book.nodes[node], session.suggested)
    if node == nodes.SAFE_TOPIC:
        return _topic(scene, session)
    if node == nodes.PRIVACY:
        return _privacy(scene)
    found = scene.book.nodes.get(node)
    if found is not None:
        return listening.offered(scene, found)
    return assessment.screen(scene.book, session, node) or listening.screen(scene, node)


def _with_cards(base: Node, names: tuple[CardId, ...]) -> Node:
    cards = tuple(
        Choice(ChoiceId(f"card-{name}"), f"{nodes.card_message(name)}.title", goto=nodes.card(name))
        for name in names
    )
    return replace(base, choices=cards + base.choices)


def _topic(scene: Scene, session: Session) -> Node:
    """Its SMS words count from the card on: without one the plain screen stands in."""
    if session.about is None or session.about not in scene.book.cards:
        return scene.book.nodes[nodes.SAFE_YES]
    return _with_cards(scene.book.nodes[nodes.SAFE_TOPIC], (session.about,))


def _privacy(scene: Scene) -> Node:
    """Offer the languages that people have read, where nobody has read this one."""
    base = scene.book.nodes[nodes.PRIVACY]
    return replace(base, choices=base.choices + tuple(map(_in_locale, _better(scene))))


def _better(scene: Scene) -> tuple[Locale, ...]:
    signed = scene.book.signed or ()
    return () if scene.locale in signed else signed


def _in_locale(locale: Locale) -> Choice:
    name = locale.lower()
    return Choice(ChoiceId(f"read-{name}"), f"locale-{name}", act=Act.LANGUAGE, value=locale)


def _unsigned(scene: Scene, node: Node) -> tuple[Text, ...]:
    """Say that nobody has read these words; an SMS is spent on it only where there are others."""
    signed = scene.book.signed
    if node.id != nodes.PRIVACY or signed is None or scene.locale in signed:
        return ()
    if signed:
        return (text("words-unsigned-offer"),)
    return (text("words-unsigned"),) if scene.moment.channel.form is Form.LONG else ()


def choices(session: Session, node: Node) -> tuple[Choice, ...]:
    """Return the choices of a screen and, where there is a way, the way back."""
    return (*node.choices, BACK) if session.trail else node.choices


def facts(scene: Scene, session: Session) -> dict[str, Arg]:
    """Return every fact of `nodes.FACTS` for this visitor at this moment."""
    desk, now = scene.moment.desk, scene.moment.now
    waiting = None if session.hidden else session.handoff
    day, clock = directory.desk_time(desk.next_open, now, desk.offset_minutes)
    return {
        "place": (desk.place or 0) if waiting else 0,
        "wait": _minutes(desk.expected_wait),
        "day": day,
        "time": clock,
        "duty": "yes" if desk.on_duty else "no",
        "code": _grouped(waiting.code) if waiting else "none",
        **dict(directory.place_facts(scene.book, session.country, now)),
        **assessment.facts(scene.book, session),
    }


def _grouped(code: str) -> str:
    """Long codes are read and copied in fours."""
    return " ".join(code[at : at + 4] for at in range(0, len(code), 4)) if len(code) > 6 else code  # noqa: PLR2004


def _minutes(wait: timedelta | None) -> int:
    """Round up: an honest wait is never promised shorter than it is."""
    return -int(-wait.total_seconds() // 60) if wait else 0


def show(
    scene: Scene,
    turn: Turn,
    node: NodeId,
    *,
    slot: Slot = Slot.SCREEN,
    before: tuple[Text, ...] = (),
    urgent: bool = False,
    quiet: bool = False,
    protected: bool = False,
) -> Turn:
    """Say a screen without moving there."""
    found = screen(scene, turn.session, node) or scene.book.nodes[nodes.MENU]
    return turn.do(
        Say(
            blocks=before + _blocks(scene, turn.session, found, alone=not before),
            locale=scene.locale,
            choices=_offered(turn.session, found),
            node=found.id,
            form=scene.moment.channel.form,
            slot=slot,
            urgent=urgent,
            quiet=quiet,
            protected=protected,
            audio=found.audio,
        )
    )


def _blocks(scene: Scene, session: Session, node: Node, *, alone: bool) -> tuple[Text, ...]:
    known = tuple(sorted(facts(scene, session).items()))
    said = tuple(Text(message, known) for message in node.say) + _unsigned(scene, node)
    if scene.moment.channel.form is not Form.LONG:
        return _with_ways(node, said, known) if alone else said
    hushed = node.neutral and session.private is not True
    rows = directory.services(scene.book, session.country, node.services)
    lacking: Text | None = None
    if node.id.startswith(nodes.DANGER_PREFIX):
        rows = rows[:LINES_IN_DANGER]
    else:
        lacking = directory.missing(scene.book, session.country, node.services)
    listed = tuple(directory.line(row, scene.moment.now) for row in rows)
    rest = (lacking,) if lacking else ()
    return (text("danger-neutral"),) * hushed + said + listed + rest


def _with_ways(
    node: Node, said: tuple[Text, ...], known: tuple[tuple[str, Arg], ...]
) -> tuple[Text, ...]:
    """Where there are no buttons, a question says how far it is and how to get away."""
    if node.choices != assessment.ANSWERS:
        return said
    return (Text("question-place", known), *said, Text("question-ways"))


def _offered(session: Session, node: Node) -> tuple[Offered, ...]:
    return tuple(
        Offered(choice.id, key, Text(choice.label)) for key, choice in keyed(choices(session, node))
    )


def step(turn: Turn, node: NodeId) -> Turn:
    """Stand on a screen and remember the way back; standing there already adds no step."""
    session = turn.session
    if session.node in (None, node) or _passing(session.node):
        return turn.become(node=node)
    if node in session.trail:
        return turn.become(node=node, trail=session.trail[: session.trail.index(node)])
    return turn.become(node=node, trail=(*session.trail, session.node)[-TRAIL:])


_PASSING = frozenset(
    {
        nodes.START,
        nodes.PRIVACY,
        nodes.PRIVATE,
        nodes.AGE,
        nodes.WISH,
        nodes.MISSED,
        nodes.MISSED_AGAIN,
        nodes.ODD,
        nodes.ERROR,
        nodes.LANGUAGE,
    }
)
"""Screens that nobody means by "back"."""


def _passing(node: NodeId | None) -> bool:
    return node in _PASSING


def go(
    scene: Scene,
    turn: Turn,
    node: NodeId,
    *,
    before: tuple[Text, ...] = (),
    slot: Slot = Slot.SCREEN,
    quiet: bool = False,
) -> Turn:
    """Move to a screen and say it; an unknown one is the menu, and no answer is lost."""
    if screen(scene, turn.session, node) is None:
        node = nodes.MENU
    if node.startswith(nodes.DANGER_PREFIX):
        return go_in_danger(scene, turn, node, before=before)
    turn = step(turn, node)
    return show(scene, turn, node, before=before, slot=slot, quiet=quiet)


def go_in_danger(
    scene: Scene,
    turn: Turn,
    node: NodeId,
    *,
    before: tuple[Text, ...] = (),
    urgent: bool = False,
) -> Turn:
    """Say a screen of danger without a sound, in the one place that is taken back later."""
    turn = step(turn, node)
    spell, session = turn.session.spell, turn.session
    turn = show(
        scene,
        turn,
        node,
        before=before,
        slot=Slot.DANGER,
        urgent=urgent,
        quiet=True,
        protected=session.private is False,
    )
    if spell is None or session.private is True or not scene.moment.channel.takes_back:
        return turn
    return turn.do(SetTimer(TimerKind.TAKE_BACK, spell.key, scene.moment.now + TAKE_BACK))
