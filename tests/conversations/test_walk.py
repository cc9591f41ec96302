from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogue.effects import Effect
from bot.dialogue.events import Departure, Oddity, SendFailed, VisitorSent
from bot.dialogue.values import ChannelKind, Locale
from bot.entry.rehearsal import Rehearsal
from tests.conversations.script import act, names, read
from tests.conversations.sight import answered, faults_of_words
from tests.conversations.stage import library

STEPS = 40
EXAMPLES = 5
KNOWN = 0.7
"""How many have passed the first screens already; the others stay strangers for long."""
NOON = datetime(2026, 11, 23, 6, tzinfo=UTC)
ODD = ("", " ", "\x00", "٣", "😀", "0", "00", "1.", "1)", "/start", "/nothing", "a" * 5000)
MINUTES = (1, 5, 10, 700)

Step = Callable[[Rehearsal, Random], tuple[Effect, ...] | None]
"""Carries out something, or nothing (None) where it cannot be."""


@cache
def typed() -> tuple[str, ...]:
    """Return what is typed in the conversations, in all languages."""
    acts = (act(step) for name in names() for step in read(name).steps)
    return tuple(sorted({str(value) for what, value in acts if what == "say"}))


def say(talk: Rehearsal, chance: Random) -> tuple[Effect, ...]:
    return talk.hear(chance.choice(chance.choice((typed(), typed(), ODD, "0123456789"))))


def choose(talk: Rehearsal, chance: Random) -> tuple[Effect, ...] | None:
    """Type a digit of the last screen or press its button; SMS has only digits."""
    offered = talk.offered()
    if not offered:
        return None
    one = chance.choice(offered)
    if talk.channel is ChannelKind.SMS or chance.random() < 0.3:
        return talk.hear(one.key)
    return talk.press(one.id)


def send(talk: Rehearsal, chance: Random) -> tuple[Effect, ...]:
    return talk.take(VisitorSent(chance.choice(list(Oddity))))


def operate(talk: Rehearsal, chance: Random) -> tuple[Effect, ...] | None:
    if talk.session.handoff is None:
        return None
    match chance.choice(["joined", "joined", "words", "closed", "returned"]):
        case "joined":
            return talk.join()
        case "words":
            return talk.answer("...")
        case why:
            return talk.leave(Departure(why))


def wait(talk: Rehearsal, chance: Random) -> tuple[Effect, ...]:
    return talk.pass_time(timedelta(minutes=chance.choice(MINUTES)))


def change(talk: Rehearsal, chance: Random) -> tuple[Effect, ...] | None:
    """The desk opens or closes, or a message does not reach the visitor."""
    if chance.random() < 0.7:
        talk.desk_open = not talk.desk_open
        return None
    return talk.take(SendFailed(chance.random() < 0.5))


OF_VISITOR: tuple[Step, ...] = (say, choose, send)
STEP_OFTEN: dict[Step, int] = {say: 6, choose: 14, send: 1, operate: 3, wait: 2, change: 1}


@pytest.mark.parametrize("locale", [None, "en", "ru", "ky", "uz-Latn"])
@pytest.mark.parametrize("channel", list(ChannelKind))
@given(seed=st.integers(0, 2**64 - 1))
@settings(derandomize=True, max_examples=EXAMPLES, deadline=None)
def test_any_walk_through_the_content_is_answered_in_whole_sentences(
    channel: ChannelKind, locale: str | None, seed: int
) -> None:
    """Nothing raises, nobody is left without an answer, and no words are faulty."""
    chance = Random(seed)
    talk = Rehearsal(library(), channel, NOON, chance.randbytes(8))
    if locale is not None:
        talk.choose_language(Locale(locale))
    if chance.random() < KNOWN:
        for words in ("/start", "1", "1"):
            talk.hear(words)
    for step in chance.choices(list(STEP_OFTEN), list(STEP_OFTEN.values()), k=STEPS):
        before = talk.session
        effects = step(talk, chance)
        if effects is not None and step in OF_VISITOR:
            assert answered(before, talk.session, effects, channel), before.node
        spoken = talk.spoken(effects or ())
        assert [fault for pair in spoken for fault in faults_of_words(*pair)] == []
