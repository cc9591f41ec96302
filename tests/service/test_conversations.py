"""What a visitor writes comes in once, in order, and is answered in order."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.service import receive
from bot.service.failures import Conflict, StoreUnavailable
from bot.service.records import ConversationId, Loaded, Source
from tests.service.stage import AISHA, BAKYT, Stage, said


async def heard(stage: Stage) -> list[str]:
    """Return what the log keeps of Aisha's words, in order."""
    lines = await stage.store.messages(await stage.conversation())
    return [line.blocks[0] for line in lines if line.source is Source.VISITOR]


async def versions(stage: Stage) -> list[str]:
    """Return the session versions that the buttons on Aisha's screen came with, in order."""
    sent = stage.channel.arrived(AISHA)
    return [out.choices[0].data.split(":")[1] for out in sent if out.choices]


async def test_a_visitor_is_answered(stage: Stage) -> None:
    """The first screen arrives, with choices."""
    await stage.hears("/start")

    (screen,) = stage.channel.screen(AISHA)
    assert screen.choices


async def test_one_visitor_is_handled_and_answered_in_order(stage: Stage) -> None:
    """Ten messages in one batch are ten turns, one after another."""
    words = [f"xyzzy {number}" for number in range(10)]

    await stage.accept(*(said(one) for one in words))
    await stage.settle()

    assert await heard(stage) == words
    assert await versions(stage) == [str(number) for number in range(1, 11)]


async def test_a_second_arrival_of_a_message_changes_nothing(stage: Stage) -> None:
    """The same key again, alone and within one batch."""
    once = said("xyzzy", key="update-1")

    await stage.accept(once, once)
    await stage.settle()
    await stage.accept(once)
    await stage.settle()

    assert await heard(stage) == ["xyzzy"]
    assert len(stage.shown()) == 1


async def test_the_same_words_twice_are_two_messages(stage: Stage) -> None:
    """A frightened person repeats; only keys tell a repetition of the platform."""
    await stage.accept(said("xyzzy"), said("xyzzy"))
    await stage.settle()

    assert await heard(stage) == ["xyzzy", "xyzzy"]


async def test_many_visitors_get_their_own_answers(stage: Stage) -> None:
    """What one visitor writes shows nowhere at another's."""
    addresses = [replace(AISHA, value=f"777100{number:04}") for number in range(30)]

    await stage.accept(*(said(f"xyzzy {one.value}", one) for one in addresses for _ in range(3)))
    await stage.settle()

    for address in addresses:
        conversation = await stage.conversation(address)
        lines = await stage.store.messages(conversation)
        own = [line.blocks[0] for line in lines if line.source is Source.VISITOR]
        assert own == [f"xyzzy {address.value}"] * 3
        assert len(stage.shown(address)) == 3


async def test_a_restart_takes_up_what_was_accepted(stage: Stage) -> None:
    """Kept and not worked off by the process before, answered by the next one."""
    await stage.store.accept([said("xyzzy 1"), said("xyzzy 2"), said("xyzzy", BAKYT)])

    await stage.reception.resume()
    await stage.settle()

    assert await heard(stage) == ["xyzzy 1", "xyzzy 2"]
    assert len(stage.shown(BAKYT)) == 1


async def test_a_restart_takes_up_a_backlog_of_any_length(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed in the middle of thousands: nobody waits until they write again."""
    monkeypatch.setattr(receive, "BACKLOG", 3)
    addresses = [replace(AISHA, value=f"777100{number:04}") for number in range(10)]
    await stage.store.accept([said("xyzzy", address) for address in addresses])

    await stage.reception.resume()
    await stage.settle()

    assert [len(stage.shown(address)) for address in addresses] == [1] * 10


async def test_a_backlog_that_cannot_be_worked_off_does_not_hold_up_the_start(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Damaged records stay in it for ever; the process starts all the same."""
    monkeypatch.setattr(receive, "BACKLOG", 2)

    async def damaged(_: ConversationId) -> Loaded | None:
        raise ZeroDivisionError

    await stage.store.accept([said("xyzzy"), said("xyzzy", BAKYT)])
    monkeypatch.setattr(stage.store, "load", damaged)

    await stage.reception.resume()

    assert len(await stage.store.backlog(10)) == 2


async def test_a_lost_race_advances_again(stage: Stage) -> None:
    """Two workers load the same message: one commits, the other finds nothing left to do."""
    await stage.store.accept([said("xyzzy 1"), said("xyzzy 2")])
    conversation = await stage.conversation()

    await asyncio.gather(*(stage.reception._work_off(conversation) for _ in range(4)))
    await stage.settle()

    assert await heard(stage) == ["xyzzy 1", "xyzzy 2"]
    assert await versions(stage) == ["1", "2"]


async def test_a_turn_of_a_stale_session_is_refused(stage: Stage) -> None:
    """The control of the race: the store itself says no to the second commit."""
    await stage.store.accept([said("xyzzy 1")])
    loaded = await stage.store.load(await stage.conversation())
    assert loaded is not None
    first, _ = await stage.reception._turn(loaded)
    second, _ = await stage.reception._turn(loaded)

    await stage.store.commit(first)

    with pytest.raises(Conflict):
        await stage.store.commit(second)


async def test_a_run_again_draws_the_same(stage: Stage) -> None:
    """Ids and codes of a turn depend on the event alone, so that a replay is the same."""
    await stage.store.accept([said("he locked me in and beats me")])
    loaded = await stage.store.load(await stage.conversation())
    assert isinstance(loaded, Loaded)

    first, _ = await stage.reception._turn(loaded)
    again, _ = await stage.reception._turn(loaded)

    assert first == again
    assert first.opened


async def test_a_store_out_of_reach_is_tried_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is lost, and nobody is told of it."""
    load, failures = stage.store.load, [StoreUnavailable(), StoreUnavailable()]

    async def sometimes(conversation: ConversationId) -> Loaded | None:
        if failures:
            raise failures.pop()
        return await load(conversation)

    monkeypatch.setattr(stage.store, "load", sometimes)
    await stage.hears("xyzzy")

    assert not failures
    assert len(stage.shown()) == 1
