from __future__ import annotations

import asyncio
import random
import signal
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.faults.powercut_lab import HERE
from tests.faults.redis_lab import RedisLab, cut
from tests.store.redis_server import SAFE, RedisServer

VISITORS, MESSAGES = 6, 10


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[RedisLab]:
    """Return a fresh installation on a Redis of its own."""
    server = RedisServer(tmp_path / "r").start()
    lab = RedisLab(tmp_path, server)
    yield lab
    await lab.end()
    if server.process is not None:
        server.process.send_signal(signal.SIGCONT)
    server.kill()


async def _all(lab: RedisLab, chance: random.Random, count: int = MESSAGES) -> None:
    await asyncio.gather(*(lab.write(visitor, count, chance) for visitor in range(VISITORS)))


async def _until(lab: RedisLab, count: int) -> None:
    """Wait until so many messages were acknowledged."""
    while True:
        if len(lab.acknowledged) >= count:
            return
        await asyncio.sleep(0.01)


async def test_two_workers_share_the_work(site: RedisLab) -> None:
    """Nothing is lost, doubled or out of order, and every answer goes out exactly once."""
    await site.start()
    await site.start()
    await _all(site, random.Random(1))
    assert await site.wrong(VISITORS, MESSAGES) == []
    assert set(site.sent.values()) == {1}


async def test_workers_and_redis_are_killed_again_and_again(site: RedisLab) -> None:
    """F-11, F-15: a worker every moment, Redis every other one, until everything is said."""
    chance = random.Random(7)
    await site.start()
    await site.start()
    writing = asyncio.create_task(_all(site, chance))
    for step in range(1, 5):
        await _until(site, step * 10)
        await site.kill(chance.choice(site.lives))
        if step % 2:
            site.server.kill()
            await asyncio.sleep(chance.random() / 5)
            site.server.start()
        await site.start()
    await writing
    assert await site.wrong(VISITORS, MESSAGES) == []


PLACES = [
    f"{when}-{what}:{count}"
    for when in ("before", "after")
    for what in ("accept-commit", "turn-commit", "settle")
    for count in (1, 7)
]


@pytest.mark.parametrize("place", PLACES)
async def test_a_kill_at_any_point_loses_and_doubles_nothing(site: RedisLab, place: str) -> None:
    """F-01 to F-07: another worker finishes what this one began."""
    life = await site.start(kill_at=place)
    writing = asyncio.create_task(_all(site, random.Random(19), 3))
    await site.died(life)
    await site.start()
    await writing
    assert await site.wrong(VISITORS, 3) == []


async def test_the_oracle_sees_words_that_were_acknowledged_too_early(site: RedisLab) -> None:
    """The control for the kill loop: a worker that answers before it has stored."""
    chance = random.Random(3)
    await site.start("hasty")
    site.server.kill()
    await _all(site, chance, 1)
    site.server.start()
    await site.kill(site.lives[0])
    assert "lost 0 0" in await site.wrong(VISITORS, 1)


async def test_a_worker_that_stood_still_is_fenced(site: RedisLab) -> None:
    """F-13: the other one takes over; when the first one wakes, its old work is refused."""
    chance = random.Random(5)
    first = await site.start()
    writing = asyncio.create_task(_all(site, chance))
    await _until(site, 10)
    first.signal(signal.SIGSTOP)
    site.lives.remove(first)
    await site.start()
    site.kills += 1  # the one that stood still may have had a send of each visitor in hand
    await _until(site, VISITORS * MESSAGES - 5)
    site.lives.append(first)
    first.signal(signal.SIGCONT)
    await writing
    assert await site.wrong(VISITORS, MESSAGES) == []


async def test_nothing_is_acknowledged_while_redis_is_away(site: RedisLab) -> None:
    """F-16: the platform repeats, and after the return everything is there."""
    chance = random.Random(9)
    await site.start()
    site.server.kill()
    writing = asyncio.create_task(_all(site, chance, 2))
    await asyncio.sleep(1.0)
    assert site.acknowledged == set()
    site.server.start()
    await writing
    assert await site.wrong(VISITORS, 2) == []


async def test_nobody_hangs_on_a_redis_that_stands_still(site: RedisLab) -> None:
    """F-17: it is given up after its time, and taken again when it answers."""
    chance = random.Random(11)
    await site.start()
    assert site.server.process is not None
    site.server.process.send_signal(signal.SIGSTOP)
    writing = asyncio.create_task(_all(site, chance, 2))
    await asyncio.sleep(1.5)
    assert site.acknowledged == set()
    site.server.process.send_signal(signal.SIGCONT)
    await writing
    assert await site.wrong(VISITORS, 2) == []


async def test_a_redis_that_refuses_counts_as_away(site: RedisLab) -> None:
    """F-18: full, or turned into a replica: nothing is acknowledged, and it comes back."""
    chance = random.Random(13)
    await site.start()
    await site.start()
    trouble = (("CONFIG", "SET", "maxmemory", "1"), ("REPLICAOF", "127.0.0.1", "1"))
    remedy = (("CONFIG", "SET", "maxmemory", "0"), ("REPLICAOF", "NO", "ONE"))
    writing = asyncio.create_task(_all(site, chance))
    for step, (bad, good) in enumerate(zip(trouble, remedy, strict=True), 1):
        await _until(site, step * 10)
        site.server.ask(*bad)
        await asyncio.sleep(0.1)
        before = len(site.acknowledged)
        await asyncio.sleep(0.3)
        assert len(site.acknowledged) == before
        site.server.ask(*good)
    await writing
    assert await site.wrong(VISITORS, MESSAGES) == []


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile the library that notes every sync."""
    target = tmp_path_factory.mktemp("shim") / "powercut.so"
    source = HERE / "powercut.c"
    subprocess.run(["cc", "-shared", "-fPIC", "-o", target, source, "-ldl"], check=True)
    return target


@pytest.mark.parametrize("wrong", ["", "weak"])
async def test_a_power_cut_loses_nothing_that_was_acknowledged(
    tmp_path: Path, shim: Path, wrong: str
) -> None:
    """F-19, and its control: the same with a Redis that does not sync loses words."""
    log = tmp_path / "synced"
    environment = {"LD_PRELOAD": str(shim), "POWERCUT_LOG": str(log)}
    server = RedisServer(tmp_path / "r", SAFE, environment).start()
    lab = RedisLab(tmp_path, server)
    await lab.start(*filter(None, [wrong]))
    await _all(lab, random.Random(17))
    server.kill()
    await lab.kill(lab.lives[0])
    lost = cut(log, server.folder)
    server.start()
    try:
        problems = await lab.wrong(VISITORS, MESSAGES)
    finally:
        await lab.end()
        server.kill()
    assert lost > 0 or not wrong
    assert any(one.startswith("lost") for one in problems) == (wrong == "weak")
