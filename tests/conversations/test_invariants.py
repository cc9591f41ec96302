from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from bot.dialogue import nodes, triage
from bot.dialogue.book import Book, node_hash
from bot.dialogue.effects import Say
from bot.dialogue.reading import Sign
from bot.dialogue.screens import show
from bot.dialogue.session import FRESH, Age, Session, Spell
from bot.dialogue.turn import Scene, Turn
from bot.dialogue.values import (
    SMS,
    WEB,
    Capabilities,
    ChannelKind,
    Country,
    DeskFacts,
    Locale,
    Moment,
    NodeId,
)
from bot.l10n import gsm
from bot.l10n.translit import spoken
from bot.service import wire
from bot.service.desk_hours import next_opening
from bot.service.perform import say
from tests.conversations.script import act, names, read
from tests.conversations.sight import BUTTON_BYTES, answered, faults_of_words
from tests.conversations.stage import library, play, shown

VISITORS = frozenset({"say", "press", "send", "stumble", "code"})
MONDAY = datetime(2026, 11, 23, tzinfo=UTC)
LONGEST = 10**9
"""A session version that no talk reaches."""


@pytest.mark.parametrize("name", names())
def test_nothing_shown_in_a_conversation_is_faulty(name: str) -> None:
    """No hole, no empty lines, no verdict, no loud first line, no emergency in two segments."""
    found = [
        fault
        for beat in play(read(name))
        for spoken in beat.spoken
        for fault in faults_of_words(*spoken)
    ]
    assert found == []


@pytest.mark.parametrize("name", names())
def test_no_message_of_a_visitor_stays_without_an_answer(name: str) -> None:
    """Except for a silent way out, and while a person listens."""
    script = read(name)
    channel = ChannelKind(script.channel)
    left_alone = [
        act(beat.step)
        for beat in play(script)
        if act(beat.step)[0] in VISITORS
        and not answered(beat.before, beat.after, beat.effects, channel)
    ]
    assert left_alone == []


def dangers() -> Iterator[tuple[Say, Session]]:
    """Yield every answer to danger as SMS: anywhere, at any hour of a week, desk open or not."""
    book = library().book
    here = [NodeId(name) for name in book.nodes if name.startswith(nodes.DANGER_PREFIX)]
    hours = [MONDAY + timedelta(hours=ahead) for ahead in range(1, 7 * 24, 17)]
    places: list[Country | None] = [None, *book.countries, *book.others]
    for node, locale, country, now in product(here, book.locales, places, hours):
        session = replace(FRESH, locale=locale, country=country, node=node)
        for desk in (DeskFacts(on_duty=1, open_now=True), DeskFacts(next_open=_next(now))):
            scene = Scene(book, Moment(now, SMS, b"0", desk), locale)
            (said,) = show(scene, Turn(session), node).effects
            assert isinstance(said, Say)
            yield said, session


def screens() -> Iterator[Say]:
    """Yield every screen of the content in every language, long and short, anywhere."""
    book = library().book
    here = [*book.nodes, *(nodes.intro(a) for a in book.assessments)]
    here += [nodes.item(a.id, item.id) for a in book.assessments.values() for item in a.items]
    here += [nodes.more(a.id) for a in book.assessments.values() if a.short]
    for node, locale, channel in product(here, book.locales, (WEB, SMS)):
        for country in _places(book, node):
            yield _screen(book, node, locale, country, channel)


def _places(book: Book, node: NodeId) -> list[Country | None]:
    """Only screens with numbers differ from country to country."""
    found = book.nodes.get(node)
    numbered = node.startswith(nodes.DANGER_PREFIX) or (found is not None and found.services)
    return [None, *book.countries, *book.others] if numbered else [None]


def _screen(
    book: Book, node: NodeId, locale: Locale, country: Country | None, channel: Capabilities
) -> Say:
    desk = DeskFacts(expected_wait=timedelta(minutes=7), next_open=None)
    scene = Scene(book, Moment(MONDAY, channel, b"0", desk), locale)
    session = replace(FRESH, locale=locale, country=country, node=node)
    (said,) = show(scene, Turn(session), node).effects
    assert isinstance(said, Say)
    return said


def test_every_screen_and_card_is_said_in_whole_sentences() -> None:
    """In every language, for a long screen and for SMS, wherever the visitor is."""
    words = library().wording
    found = {fault for said in screens() for fault in faults_of_words(said, say(said, 1, words))}
    assert found == set()


def _next(now: datetime) -> datetime | None:
    return next_opening(library().book.desk, now)


def test_an_answer_to_danger_is_one_segment_whatever_is_true() -> None:
    """In any country, by day and night; without a word that nobody filled in."""
    words = library().wording
    found = {fault for said, _ in dangers() for fault in faults_of_words(said, say(said, 1, words))}
    assert found == set()


@pytest.mark.parametrize("locale", ["en", "ru", "ky", "uz-Latn", "uz-Cyrl"])
@pytest.mark.parametrize(
    ("signs", "age"),
    [
        ((Sign.CONFINEMENT,), Age.UNASKED),
        ((Sign.VIOLENCE,), Age.ADULT),
        ((Sign.SUICIDE,), Age.UNASKED),
        ((Sign.MINOR, Sign.VIOLENCE), Age.MINOR),
        ((Sign.OTHER_PERSON,), Age.UNASKED),
        ((Sign.CRY,), Age.UNSAID),
    ],
)
def test_the_first_answer_of_every_kind_is_one_segment(
    locale: str, signs: tuple[Sign, ...], age: Age
) -> None:
    """As the core chooses it, from every country."""
    book, words = library().book, library().wording
    for country in (None, *book.countries, *book.others):
        session = replace(FRESH, locale=Locale(locale), country=country, age=age)
        turn = Turn(replace(session, spell=Spell("key", signs)))
        scene = Scene(book, Moment(MONDAY, SMS, b"0", DeskFacts()), Locale(locale))
        said = next(e for e in triage.answer(scene, turn).effects if isinstance(e, Say))
        assert gsm.segments(spoken(shown(said, say(said, 1, words)), said.locale)) == 1


def test_every_button_fits_into_sixty_four_bytes() -> None:
    """Whatever the screen, the choice and the age of the talk."""
    book = library().book
    ids = {str(choice.id) for node in book.nodes.values() for choice in node.choices}
    ids |= {f"card-{card}" for card in book.cards} | {"record", "resume", "unsaid"}
    carried = [wire.data(LONGEST, node_hash(nodes.MENU), choice) for choice in ids]
    assert max(len(data.encode()) for data in carried) <= BUTTON_BYTES
