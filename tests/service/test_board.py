"""Looking at the queue is cheap, and what is seen is never older than the last wake of it."""

from __future__ import annotations

import asyncio

import pytest

from bot.service import board
from bot.service.board import Board
from bot.service.records import Ticket
from bot.service.wakes import QUEUE, Wakes
from tests.desk.support import ticket


class Shelf:
    """A reading that is counted, and can be held up."""

    def __init__(self) -> None:
        self.tickets: tuple[Ticket, ...] = (ticket("poplar"),)
        self.readings = 0
        self.open = asyncio.Event()
        self.open.set()

    async def __call__(self) -> tuple[Ticket, ...]:
        """Read what is there now; return it once the shelf is open."""
        self.readings += 1
        found = self.tickets
        await self.open.wait()
        return found


async def test_everybody_shares_one_reading() -> None:
    """Two hundred streams that look at once read once, and again nothing."""
    shelf = Shelf()
    seen = Board(shelf, Wakes())
    looks = await asyncio.gather(*(seen.tickets() for _ in range(200)))
    assert shelf.readings == 1
    assert all(look is looks[0] for look in looks)


async def test_after_a_wake_of_the_queue_it_is_read_again() -> None:
    """A change that was announced is seen by the next look; other topics change nothing."""
    shelf, wakes = Shelf(), Wakes()
    seen = Board(shelf, wakes)
    await seen.tickets()
    shelf.tickets = ()
    wakes.wake("some conversation")
    assert await seen.tickets()
    wakes.wake(QUEUE)
    assert await seen.tickets() == ()


async def test_a_reading_from_before_a_wake_satisfies_nobody_who_asked_after_it() -> None:
    """What was read before the change is not handed to who looks because of the change."""
    shelf, wakes = Shelf(), Wakes()
    seen = Board(shelf, wakes)
    shelf.open.clear()
    early = asyncio.create_task(seen.tickets())
    await asyncio.sleep(0)
    shelf.tickets = ()
    wakes.wake(QUEUE)
    late = asyncio.create_task(seen.tickets())
    await asyncio.sleep(0)
    shelf.open.set()
    await early
    assert await late == ()


async def test_an_unchanged_queue_is_the_same_object() -> None:
    """So that a stream sees at a glance that nothing is new."""
    shelf, wakes = Shelf(), Wakes()
    seen = Board(shelf, wakes)
    before = await seen.tickets()
    wakes.wake(QUEUE)
    shelf.tickets = (ticket("poplar"),)
    assert await seen.tickets() is before
    assert shelf.readings == 2


async def test_without_a_wake_it_is_read_again_after_a_while(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Hints of other processes may be lost."""
    monkeypatch.setattr(board, "STALE", 0.0)
    shelf = Shelf()
    seen = Board(shelf, Wakes())
    await seen.tickets()
    shelf.tickets = ()
    assert await seen.tickets() == ()
