"""The hand-over: from "a person, please" to the end, with hiding and coming back between."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.dialogue.effects import Ending
from bot.service.failures import StoreUnavailable
from bot.service.records import Source, TicketState
from tests.service.stage import AISHA, DANGER, OPERATOR, OTHER, Stage, said

MINUTE = timedelta(minutes=1)


async def asks(stage: Stage) -> None:
    """Let a visitor ask for a person, through every gate."""
    for words in ("/start", "3", "1", "person", "2"):
        await stage.hears(words)


async def test_a_visitor_who_asks_waits_in_the_queue(stage: Stage) -> None:
    """One ticket, with nothing in it that derives from the address."""
    await stage.on_duty(OPERATOR)
    await asks(stage)

    (ticket,) = await stage.tickets.tickets()
    assert ticket.state is TicketState.WAITING
    assert len(ticket.designation.split()) == 2
    assert AISHA.value not in repr(ticket)


async def test_operator_and_visitor_speak_and_part(stage: Stage) -> None:
    """Take, say, hear, close: each side gets the other's words once."""
    await stage.on_duty(OPERATOR)
    await asks(stage)
    ticket = await stage.takes()
    joined = len(stage.shown())

    await stage.says(ticket, "Hello, I am here.")
    await stage.hears("I need help with my papers")
    assert await stage.closes(ticket)

    assert stage.shown()[joined] == "Hello, I am here."
    heard = [line.blocks[0] for line in await stage.tickets.log(ticket) if line.shown]
    assert "I need help with my papers" in heard
    closed = await stage.store.ticket(ticket.id)
    assert closed is not None
    assert (closed.state, closed.ending) == (TicketState.CLOSED, Ending.BY_OPERATOR)
    assert len(stage.shown()) == joined + 2


async def test_a_close_that_cannot_be_counted_is_a_close(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a full disk closing uses the reserve and a statistic does not: the visitor is told."""
    await stage.on_duty(OPERATOR)
    await asks(stage)
    ticket = await stage.takes()
    told = len(stage.shown())

    async def full(*_: object) -> None:
        raise StoreUnavailable

    monkeypatch.setattr(stage.store, "count", full)

    assert await stage.closes(ticket)
    assert len(stage.shown()) == told + 1


async def test_words_said_twice_by_a_double_click_arrive_once(stage: Stage) -> None:
    """The operator's page names each message; the same name is the same message."""
    await stage.on_duty(OPERATOR)
    await asks(stage)
    ticket = await stage.takes()

    await stage.says(ticket, "Hello", key="one")
    await stage.says(ticket, "Hello", key="one")

    assert stage.shown().count("Hello") == 1


async def test_of_several_operators_one_gets_the_ticket(stage: Stage) -> None:
    """The claim is one compare-and-set; the visitor is told once."""
    await stage.on_duty(OPERATOR, OTHER)
    await asks(stage)
    before = len(stage.shown())

    now = stage.clock()
    takers = (stage.tickets.take_next(one, now) for one in (OPERATOR, OTHER, OPERATOR, OTHER))
    taken = [ticket for ticket in await asyncio.gather(*takers) if ticket]
    await stage.settle()

    assert len(taken) == 1
    assert len(stage.shown()) == before + 1


async def test_who_does_not_hold_a_ticket_cannot_speak_close_or_release(stage: Stage) -> None:
    """Nothing of another operator reaches the visitor."""
    await stage.on_duty(OPERATOR, OTHER)
    await asks(stage)
    ticket = await stage.takes()
    before = stage.shown()

    await stage.tickets.say(ticket.id, OTHER, "m-x", "It is me")
    await stage.settle()

    assert not await stage.tickets.release(ticket.id, OTHER)
    assert stage.shown() == before


async def test_a_ticket_given_back_is_offered_to_somebody_else(stage: Stage) -> None:
    """Passed on with "I may know this person": never again the same operator."""
    await stage.on_duty(OPERATOR, OTHER)
    await asks(stage)
    ticket = await stage.takes()

    assert await stage.tickets.release(ticket.id, OPERATOR)
    await stage.settle()

    assert await stage.tickets.take_next(OPERATOR, stage.clock()) is None
    assert (await stage.takes(OTHER)).operator == OTHER


async def test_words_for_a_hidden_visitor_wait_until_the_code(stage: Stage) -> None:
    """Nothing reaches a hidden screen; the code brings visitor and words back, in order."""
    await stage.on_duty(OPERATOR)
    await asks(stage)
    ticket = await stage.takes()
    code = (await _handoff_code(stage)) or ""
    await stage.hears("hide")
    hidden = len(stage.shown())
    assert len(stage.now_shown()) <= 1

    await stage.says(ticket, "First")
    await stage.says(ticket, "Second")
    await stage.pass_time(20 * MINUTE)
    assert len(stage.shown()) == hidden

    await stage.hears(code)

    assert stage.shown()[-2:] == ["First", "Second"]
    opened = await stage.store.ticket(ticket.id)
    assert opened is not None
    assert not opened.quiet


async def test_a_wrong_code_brings_nothing_back(stage: Stage) -> None:
    """Whoever holds the phone now sees what a stranger sees."""
    await stage.on_duty(OPERATOR)
    await asks(stage)
    ticket = await stage.takes()
    await stage.hears("hide")
    await stage.says(ticket, "Secret")

    await stage.hears("000000")

    assert not any("Secret" in words for words in stage.shown())


async def test_hiding_wipes_what_both_sides_see(stage: Stage) -> None:
    """The screen keeps at most the neutral line that came after."""
    await stage.hears("/start")
    await stage.hears("1")
    await stage.hears("hide")

    assert len(stage.now_shown()) <= 1


async def test_nothing_is_sent_after_a_conversation_was_deleted(stage: Stage) -> None:
    """The operator's words for a visitor who deleted everything go nowhere."""
    await stage.on_duty(OPERATOR)
    await asks(stage)
    ticket = await stage.takes()
    await stage.hears("delete")
    gone = len(stage.shown())

    await stage.says(ticket, "Are you there?")
    for _ in range(10):
        await stage.pass_time(30 * MINUTE)

    assert len(stage.shown()) == gone
    assert await stage.tickets.tickets() == ()


async def test_words_before_the_ticket_are_not_shown_unasked(stage: Stage) -> None:
    """The operator reads from the ticket on, and the message that brought it."""
    await stage.on_duty(OPERATOR)
    await stage.hears("xyzzy before")
    await stage.hears(DANGER)
    ticket = await stage.takes()

    lines = await stage.tickets.log(ticket)

    said_ = [line.blocks[0] for line in lines if line.source is Source.VISITOR]
    assert said_ == [DANGER]


async def test_a_visitor_who_left_frees_the_operator(stage: Stage) -> None:
    """An operator who takes a ticket that the visitor just ended is let go."""
    await stage.on_duty(OPERATOR)
    await asks(stage)
    await stage.accept(said("9", at=stage.clock()))
    await stage.settle()

    assert await stage.tickets.take_next(OPERATOR, stage.clock()) is None


async def _handoff_code(stage: Stage) -> str | None:
    """Return the code on the visitor's screen."""
    digits = [word for text in stage.shown() for word in text.split() if word.isdigit()]
    return next((word for word in reversed(digits) if len(word) == 6), None)


async def test_a_hidden_visitor_nobody_took_is_forgotten_in_the_end(stage: Stage) -> None:
    """Who hid while waiting and never came back must not be kept for ever."""
    await stage.on_duty(OPERATOR)
    await asks(stage)
    await stage.hears("hide")
    assert await stage.tickets.take_next(OPERATOR, stage.clock()) is None

    for _ in range(60):
        await stage.pass_time(timedelta(hours=12))
        await stage.clockwork.purge()

    assert await stage.store.find(AISHA) is None
    assert await stage.tickets.tickets() == ()


async def test_a_complaint_reaches_the_person_outside_and_nobody_else(stage: Stage) -> None:
    """Operators neither take it nor count it; who takes complaints takes nothing else."""
    await stage.on_duty(OPERATOR)
    await asks(stage)
    ticket = await stage.takes()
    await stage.hears("complain")
    await stage.hears("1")
    await stage.hears("she asked me for money")
    assert (await stage.tickets.tickets())[0].id != ticket.id
    assert await stage.tickets.take_next(OPERATOR, stage.clock()) is None

    await stage.outsider(OTHER)
    taken = await stage.tickets.take_next(OTHER, stage.clock())
    assert taken is not None
    read = [line.blocks[0] for line in await stage.tickets.log(taken)]
    assert "she asked me for money" in read
