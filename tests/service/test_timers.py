"""What happens by itself, by a clock that is moved by hand."""

from __future__ import annotations

from datetime import timedelta

from tests.service.stage import AISHA, BAKYT, DANGER, OPERATOR, Stage
from tests.service.test_operators import asks

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


async def test_danger_rings_at_once_and_again_at_two_and_five_minutes(stage: Stage) -> None:
    """Three rings, numbered, while nobody comes."""
    await stage.hears(DANGER)
    await stage.ring()
    assert stage.phone.rings == [1]

    await stage.pass_time(119 * SECOND)
    assert stage.phone.rings == [1]
    await stage.pass_time(SECOND)
    assert stage.phone.rings == [1, 2]
    await stage.pass_time(3 * MINUTE)
    await stage.pass_time(60 * MINUTE)

    assert stage.phone.rings == [1, 2, 3]


async def test_the_phone_rests_when_somebody_has_come(stage: Stage) -> None:
    """A ticket that is taken rings no more."""
    await stage.on_duty(OPERATOR)
    await stage.hears(DANGER)
    await stage.ring()
    await stage.takes()

    await stage.pass_time(2 * MINUTE)
    await stage.pass_time(3 * MINUTE)

    assert stage.phone.rings == [1]


async def test_a_ticket_nobody_takes_is_told_so(stage: Stage) -> None:
    """Once, after five minutes (promise 6)."""
    await stage.on_duty(OPERATOR)
    await asks(stage)
    waiting = len(stage.shown())

    await stage.pass_time(299 * SECOND)
    assert len(stage.shown()) == waiting
    await stage.pass_time(SECOND)
    await stage.pass_time(60 * MINUTE)

    assert len(stage.shown()) == waiting + 1


async def test_danger_to_a_silent_person_brings_the_answer_after_a_minute(stage: Stage) -> None:
    """Sixty seconds without a reply: the emergency answer, and the phone rings (safety.md 1.5)."""
    await stage.on_duty(OPERATOR)
    await asks(stage)
    await stage.takes()
    await stage.hears(DANGER)
    heard = len(stage.shown())

    await stage.pass_time(59 * SECOND)
    assert len(stage.shown()) == heard
    await stage.pass_time(SECOND)

    assert "112" in stage.shown()[-1]
    assert stage.phone.rings[-1:] == [1]


async def test_a_person_who_answers_in_time_is_the_answer(stage: Stage) -> None:
    """The operator replied: nothing else follows."""
    await stage.on_duty(OPERATOR)
    await asks(stage)
    ticket = await stage.takes()
    await stage.hears(DANGER)
    await stage.says(ticket, "I am here. Are you alone?")
    heard = len(stage.shown())

    await stage.pass_time(2 * MINUTE)

    assert len(stage.shown()) == heard
    assert stage.phone.rings == []


async def test_the_emergency_answer_leaves_the_screen_after_ten_minutes(stage: Stage) -> None:
    """What others may see is taken back, unless the phone is private (safety.md 1.3)."""
    await stage.hears(DANGER)
    assert any("112" in text for text in stage.now_shown())

    await stage.pass_time(10 * MINUTE)

    assert not any("112" in text for text in stage.now_shown())


async def test_a_timer_of_one_visitor_touches_no_other(stage: Stage) -> None:
    """Each conversation has its own times."""
    await stage.hears(DANGER)
    await stage.pass_time(5 * MINUTE)
    await stage.hears(DANGER, BAKYT)
    await stage.pass_time(5 * MINUTE)

    assert not any("112" in text for text in stage.now_shown(AISHA))
    assert any("112" in text for text in stage.now_shown(BAKYT))


async def test_a_clock_set_back_or_ahead_sends_nothing_twice(stage: Stage) -> None:
    """Two hours back, forth, and two days ahead: each timer fires once (F-42)."""
    await stage.hears(DANGER)
    await stage.ring()
    for step in (
        -120 * MINUTE,
        121 * MINUTE,
        48 * 60 * MINUTE,
        -48 * 60 * MINUTE,
        48 * 60 * MINUTE,
    ):
        await stage.pass_time(step)

    assert stage.phone.rings == [1, 2, 3]
    assert len(stage.shown()) == len(set(stage.shown()))


async def test_a_clock_ahead_closes_no_conversation_that_has_a_ticket(stage: Stage) -> None:
    """Two days ahead at once: whoever waits for a person still waits (F-42)."""
    await asks(stage)
    conversation = await stage.conversation()
    stage.clock.now += timedelta(days=2)

    await stage.clockwork.purge()

    assert await stage.conversation() == conversation
    assert len(await stage.tickets.tickets()) == 1
