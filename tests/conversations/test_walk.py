from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.dialogue.effects import Effect
from bot.dialogue.events import Departure, Oddity, SendFailed, VisitorSent
from bot.dialogue.session import Session
from bot.dialogue.values import ChannelKind, Locale
from bot.entry.rehearsal import Rehearsal
from tests.conversations.script import act, names, read
from tests.conversations.sight import answered, faults_of_words
from tests.conversations.stage import library

STEPS = 14
EXAMPLES = 150
NOON = datetime(2026, 11, 23, 6, tzinfo=UTC)
ODD = ("", " ", "\x00", "٣", "😀", "0", "00", "1.", "1)", "/start", "/nothing", "a" * 5000)

heard = st.one_of(
    st.sampled_from([*"0123456789"]),
    st.deferred(lambda: st.sampled_from(_typed())),
    st.sampled_from(ODD),
)
steps = st.one_of(
    st.tuples(st.just("say"), heard),
    st.tuples(st.just("press"), st.integers(0, 8)),
    st.tuples(st.just("press"), st.integers(0, 8)),
    st.tuples(st.just("operator"), st.sampled_from(["joined", "closed", "returned", "words"])),
    st.tuples(st.just("wait"), st.sampled_from([1, 5, 10, 700])),
    st.tuples(st.just("send"), st.sampled_from(Oddity)),
    st.tuples(st.just("desk"), st.booleans()),
    st.tuples(st.just("fail"), st.booleans()),
)
VISITORS = frozenset({"say", "press", "send"})


def _typed() -> list[str]:
    """Return what is typed in the conversations, in all languages."""
    acts = (act(step) for name in names() for step in read(name).steps)
    return sorted({value for what, value in acts if what == "say"})


@given(
    channel=st.sampled_from(ChannelKind),
    locale=st.sampled_from([None, "en", "ru", "ky"]),
    seed=st.binary(min_size=1, max_size=4),
    walk=st.lists(steps, min_size=3, max_size=STEPS),
)
@settings(
    derandomize=True,
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_any_walk_through_the_content_is_answered_in_whole_sentences(
    channel: ChannelKind, locale: str | None, seed: bytes, walk: list[tuple[str, object]]
) -> None:
    """Nothing raises, nobody is left without an answer, and no words are faulty."""
    talk = Rehearsal(library(), channel, NOON, seed)
    if locale is not None:
        talk.choose_language(Locale(locale))
    for name, value in walk:
        before = talk.session
        effects = _take(talk, name, value)
        if name in VISITORS and effects is not None:
            assert answered(before, talk.session, effects, channel), (name, before.node)
        spoken = talk.spoken(effects or ())
        assert [fault for pair in spoken for fault in faults_of_words(*pair)] == []


def _take(talk: Rehearsal, name: str, value: object) -> tuple[Effect, ...] | None:
    """Carry out a step, or nothing where there is none to carry out."""
    match name, value:
        case "say", str(words):
            return talk.hear(words)
        case "press", int(place) if talk.channel is not ChannelKind.SMS:
            offered = talk.offered()
            return talk.press(offered[place % len(offered)]) if offered else None
        case "operator", str(what) if _has_ticket(talk.session):
            return _operator(talk, what)
        case "wait", int(minutes):
            return talk.pass_time(timedelta(minutes=minutes))
        case "send", Oddity() as kind:
            return talk.take(VisitorSent(kind))
        case "desk", bool(opened):
            talk.desk_open = opened
        case "fail", bool(gone):
            return talk.take(SendFailed(gone))
        case _:
            pass
    return None


def _has_ticket(session: Session) -> bool:
    return session.handoff is not None


def _operator(talk: Rehearsal, what: str) -> tuple[Effect, ...]:
    match what:
        case "joined":
            return talk.join()
        case "closed" | "returned":
            return talk.leave(Departure(what))
        case _:
            return talk.answer("...")
