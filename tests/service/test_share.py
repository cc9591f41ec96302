from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from bot.service.failures import StoreUnavailable
from bot.service.receive import Library
from bot.service.records import ConversationId, Loaded
from bot.service.share import HANDS, Counter, Worker, alone, while_leading
from bot.service.wakes import WORK, Wakes
from bot.store.memory import MemoryStore
from bot.vault import Vault
from tests.service.stage import START


class Held(MemoryStore):
    """A store whose conversations are loaded when a test lets them, and who leads as it says."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[ConversationId] = []
        self.loading: list[ConversationId] = []
        self.go = asyncio.Event()
        self.leader = True
        self.away = False

    async def backlog(self, limit: int) -> tuple[ConversationId, ...]:
        """Return what waits."""
        return tuple(self.waiting[:limit])

    async def load(self, conversation: ConversationId) -> Loaded | None:
        """Hold it until told."""
        self.loading.append(conversation)
        await self.go.wait()
        if conversation in self.waiting:
            self.waiting.remove(conversation)
        return None

    async def leads(self, name: str) -> bool:
        """Answer as the test says."""
        del name
        if self.away:
            raise StoreUnavailable
        return self.leader


def _names(count: int, first: int = 0) -> Sequence[ConversationId]:
    return [ConversationId(f"{n:032x}") for n in range(first, first + count)]


def _worker(store: Held, library: Library, wakes: Wakes) -> Worker:
    return Worker(store, library, wakes, seed=Vault.throwaway().seed, clock=lambda: START)


async def test_a_worker_leaves_what_it_has_no_hand_for_to_others(library: Library) -> None:
    """It says so at once, and looks again when half of its hands are free."""
    store, wakes = Held(), Wakes()
    worker = _worker(store, library, wakes)
    others = asyncio.create_task(wakes.wait(WORK, 60))
    await asyncio.sleep(0)
    for conversation in _names(HANDS + 1):
        worker.work(conversation)
    assert await others
    await asyncio.sleep(0)
    assert store.loading == _names(HANDS)
    again = asyncio.create_task(wakes.wait(WORK, 60))
    await asyncio.sleep(0)
    store.go.set()
    assert await again
    await worker.idle()


async def test_a_worker_takes_what_waits_once(library: Library) -> None:
    """What it has in hand stands in the backlog too, and is not taken twice."""
    store, wakes = Held(), Wakes()
    store.waiting = [*_names(HANDS + 3)]
    worker = _worker(store, library, wakes)
    sharing = asyncio.create_task(worker.share())
    for _ in range(5):
        await asyncio.sleep(0)
    wakes.wake(WORK)
    for _ in range(5):
        await asyncio.sleep(0)
    assert store.loading == _names(HANDS)
    store.go.set()
    while store.waiting:
        wakes.wake(WORK)
        await asyncio.sleep(0)
    assert sorted(store.loading) == list(_names(HANDS + 3))
    sharing.cancel()


async def test_a_worker_that_ends_takes_nothing_more(library: Library) -> None:
    """What it had in hand is finished; what comes meanwhile is for the others."""
    store, wakes = Held(), Wakes()
    worker = _worker(store, library, wakes)
    first, second = _names(2)
    worker.work(first)
    await asyncio.sleep(0)
    ending = asyncio.create_task(worker.idle())
    await asyncio.sleep(0)
    others = asyncio.create_task(wakes.wait(WORK, 60))
    await asyncio.sleep(0)
    worker.work(second)
    assert await others
    assert worker.free() == 0
    store.go.set()
    await ending
    assert store.loading == [first]


async def test_who_only_accepts_wakes_the_workers(library: Library) -> None:
    """And never begins a turn."""
    store, wakes = Held(), Wakes()
    counter = Counter(store, library, wakes, seed=Vault.throwaway().seed, clock=lambda: START)
    woken = asyncio.create_task(wakes.wait(WORK, 60))
    await asyncio.sleep(0)
    counter.work(_names(1)[0])
    assert await woken
    await counter.idle()
    assert store.loading == []


async def test_only_the_leader_does_what_one_process_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It ends with the lease, begins again with it, and a store out of reach is no lease."""
    monkeypatch.setattr("bot.service.share.TERM", 0.0)
    store, running = Held(), asyncio.Event()
    stopped = asyncio.Event()

    async def job() -> None:
        running.set()
        try:
            await asyncio.Event().wait()
        finally:
            stopped.set()

    leading = asyncio.create_task(while_leading(store, "polling", job))
    await running.wait()
    store.away = True
    await stopped.wait()
    running.clear()
    for _ in range(5):
        await asyncio.sleep(0)
    assert not running.is_set()
    store.away = False
    await running.wait()
    leading.cancel()
    await asyncio.gather(leading, return_exceptions=True)
    store.leader, done = False, 0

    async def short() -> None:
        nonlocal done
        done += 1

    await alone(store, "clock", short)()
    assert done == 0
    store.leader = True
    await alone(store, "clock", short)()
    assert done == 1
