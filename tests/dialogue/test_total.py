from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogue import asking, handoff, nodes
from bot.dialogue.book import Node, node_hash
from bot.dialogue.effects import Alert, RelayToOperator, RelayToVisitor, Say, Urgency
from bot.dialogue.events import (
    Departure,
    Event,
    Oddity,
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
from bot.dialogue.matching import command, reply
from bot.dialogue.mishap import apologise
from bot.dialogue.reading import DangerLevel, OfferLevel, Sign
from bot.dialogue.session import FRESH
from bot.dialogue.turn import Scene, Turn
from bot.dialogue.values import (
    SMS,
    TELEGRAM,
    WEB,
    AssessmentId,
    ChoiceId,
    Moment,
    NodeId,
    TicketId,
)
from tests.dialogue.world import (
    BOOK,
    CLOSED,
    CONCERN,
    DANGER,
    EN,
    NOON,
    OPEN,
    WORDS,
    Visitor,
    newcomer,
    reading,
)

NODES = sorted(BOOK.nodes)
CHOICES = sorted({choice.id for node in BOOK.nodes.values() for choice in node.choices})
ODD_TEXTS = ("", " ", "\x00", "\ud800", "9" * 100_000, "\x1b[31m", "1 2", "٣", "İ", "ß" * 300)

readings = st.builds(
    reading,
    st.sampled_from(DangerLevel),
    st.sampled_from(Sign),
    topics=st.sampled_from([(), ("wages",), ("gone",)]),
    offer=st.sampled_from(OfferLevel),
    locale=st.sampled_from([None, EN]),
)
typed = st.one_of(
    st.sampled_from([*ODD_TEXTS, *"0123456789", *(w for words in WORDS.values() for w in words)]),
    st.text(),
)
visitors = st.one_of(
    st.builds(VisitorSaid, typed, readings),
    st.builds(
        VisitorChose,
        st.sampled_from(CHOICES).map(ChoiceId),
        st.sampled_from(NODES).map(node_hash),
        st.integers(0, 9),
    ),
    st.builds(VisitorSent, st.sampled_from(Oddity)),
)


@st.composite
def stories(draw: st.DrawFn) -> list[str | Event]:
    """Draw any order of events; words stand for events that need the present session."""
    inner = st.sampled_from(["joined", "said", "closed", "returned", "gone", "stale", *TimerKind])
    return draw(st.lists(st.one_of(visitors, visitors, inner), max_size=14))


def event_for(step: str | Event, visitor: Visitor) -> Event:
    """Return the event that a step stands for now."""
    if not isinstance(step, str):
        return step
    session = visitor.session
    ticket = session.handoff.ticket if session.handoff else TicketId("none")
    key = session.spell.key if session.spell else f"{ticket}:2"
    events: dict[str, Event] = {
        "joined": OperatorJoined(ticket),
        "said": OperatorSaid(ticket, "m", "hello"),
        "closed": OperatorLeft(ticket, Departure.CLOSED),
        "returned": OperatorLeft(ticket, Departure.RETURNED),
        "stale": OperatorSaid(TicketId("stale"), "m", "hello"),
        "gone": SendFailed(gone=True),
        **{kind: TimerFired(kind, key) for kind in TimerKind},
    }
    return events[step]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    story=stories(),
    channel=st.sampled_from([WEB, TELEGRAM, SMS]),
    desk=st.sampled_from([OPEN, CLOSED, replace(OPEN, wishes=("woman",))]),
)
def test_no_order_of_events_raises_goes_silent_or_withholds_help(
    story: list[str | Event], channel: object, desk: object
) -> None:
    """Whatever happens, in any order, the visitor is answered and danger comes first."""
    visitor = Visitor(channel=channel, desk=desk)  # type: ignore[arg-type]
    for step in story:
        talking = _with_person(visitor)
        event = event_for(step, visitor)
        before = visitor.session
        visitor.take(event)
        visitor.now += timedelta(seconds=30)
        assert visitor.session.version == before.version + 1
        if isinstance(event, VisitorSaid | VisitorChose | VisitorSent):
            assert _answered(visitor), step
        if isinstance(event, VisitorSaid) and not talking and _is_cry(event, before.node):
            assert _emergency(visitor), step


def _with_person(visitor: Visitor) -> bool:
    held = visitor.session.handoff
    return bool(held and held.joined and not held.quiet)


def _answered(visitor: Visitor) -> bool:
    """Words, a relay to the person who listens, or a silent way out that wiped everything."""
    spoken = any(
        isinstance(e, Alert | Say | RelayToOperator | RelayToVisitor) for e in visitor.effects
    )
    stopped = visitor.session.stopped and visitor.channel == SMS
    return spoken or stopped or "Wipe" in visitor.did()


def _is_cry(event: VisitorSaid, node: NodeId | None) -> bool:
    """Tell a cry from an exact choice or way out, which the visitor's own word comes before."""
    danger = event.reading.danger.level is DangerLevel.DANGER
    short = reply(event.text)
    taken = len(short) <= 2 or any(short in ws for ws in (*WORDS.values(), *BOOK.labels.values()))
    return danger and not taken and command(WORDS, event.text, short) is None and node != "x"


def _emergency(visitor: Visitor) -> bool:
    first = next((e for e in visitor.effects if isinstance(e, Say)), None)
    return first is not None and first.urgent and str(first.node).startswith("danger.")


@pytest.mark.parametrize("words", ODD_TEXTS)
@pytest.mark.parametrize("node", sorted(nodes.REQUIRED))
def test_odd_texts_are_answered_on_every_screen(words: str, node: NodeId) -> None:
    """Empty, huge, broken, or in other digits."""
    visitor = newcomer()
    visitor.session = replace(visitor.session, node=node)
    assert _answered(visitor.say(words))


def test_an_error_is_admitted_and_danger_answered_with_it() -> None:
    """Numbers only if that message held danger words."""
    moment = Moment(NOON, WEB, b"seed", OPEN)
    calm = apologise(BOOK, FRESH, moment, danger=False)
    assert [type(effect).__name__ for effect in calm.effects] == ["Say"]
    urgent = apologise(BOOK, replace(FRESH, locale=EN), moment, danger=True)
    assert urgent.session.node == nodes.WHERE
    assert [getattr(effect, "locale", "") for effect in urgent.effects] == [EN, EN]


def test_parts_that_need_a_ticket_or_progress_do_nothing_without() -> None:
    """Each part is total by itself, not only behind the door."""
    scene, turn = Scene(BOOK, Moment(NOON, WEB, b"seed", OPEN), EN), Turn(newcomer().session)
    assert handoff.raise_to(turn, Urgency.HIGH) == turn
    assert handoff.ring(scene, turn) == turn
    assert handoff.come_back(scene, turn).session.node == nodes.MENU
    assert asking.begin(scene, turn, NodeId("nowhere")).session.node == nodes.MENU
    assert asking.named(BOOK, "nothing") == nodes.MENU
    item = BOOK.assessments[AssessmentId("going")].items[0]
    assert asking._keep(turn, BOOK.assessments[AssessmentId("going")], item, "yes") == turn


def test_a_choice_without_act_or_way_is_the_menu() -> None:
    """`safar check` refuses it; a talk survives it."""
    bare = replace(BOOK.nodes[nodes.MENU].choices[0], goto=None)
    stuck = {**BOOK.nodes, NodeId("stuck"): Node(NodeId("stuck"), ("say-stuck",), (bare,))}
    visitor = newcomer()
    visitor.book = replace(BOOK, nodes=stuck)
    visitor.session = replace(visitor.session, node=NodeId("stuck"))
    assert visitor.say("1").said() == ("say-menu",)


def test_a_concern_during_a_talk_elsewhere_is_not_lost() -> None:
    """Reading a card while a person is there: the worry reaches them."""
    visitor = newcomer().say("x", CONCERN)
    assert visitor.did() == ("Say",)
    assert newcomer().say("x", DANGER).did()[1] == "OpenTicket"
