"""Two workers on Redis, killed again and again, and their Redis with them (F-11, F-15)."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.faults.lab import Child
from tests.faults.oracle import bound, copies, found, lost
from tests.faults.platform import CHAT, Platform
from tests.faults.shared_lab import SharedLab
from tests.faults.test_kill_loop import DANGER, LONGEST, PLACES, Load
from tests.safety.scanner import scan
from tests.store.redis_server import RedisServer

SECONDS = 25.0
"""In the normal run; `--rounds 20` makes it eight minutes."""


@pytest.fixture
async def shared(tmp_path: Path, nursery: Path) -> AsyncIterator[SharedLab]:
    """Return a fresh installation on a Redis of its own."""
    server = RedisServer(tmp_path / "redis").start()
    async with Platform() as platform:
        lab = SharedLab(tmp_path, platform, nursery, server)
        await lab.begin()
        yield lab
        await lab.end()
    server.stop()


async def lives(lab: SharedLab, draw: random.Random, end: float) -> None:
    """Be one of two workers, life after life."""
    while time.monotonic() < end:
        place = f"{draw.choice(PLACES)}:{draw.randrange(1, 20)}"
        child = await lab.start(kill_at=place if draw.random() < 0.4 else "")
        await _until(child, draw.uniform(0.0, 2 * LONGEST))
        await child.kill()
        lab.kills += 1


async def restarts(lab: SharedLab, draw: random.Random, end: float) -> None:
    """Kill Redis every few seconds."""
    while time.monotonic() < end:
        await asyncio.sleep(draw.uniform(2.0, 6.0))
        await lab.restart()


async def _until(child: Child, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await child.ended()
    except TimeoutError:
        return


@pytest.mark.timeout(3600)
async def test_kills_of_two_workers_and_of_redis_under_load(shared: SharedLab, rounds: int) -> None:
    """Nothing acknowledged is lost, nobody is answered out of order, copies stay in bounds."""
    seed = random.SystemRandom().randrange(10**6)
    load = Load(shared, random.Random(seed))
    writing = asyncio.create_task(load.run(rate=40.0))
    end = time.monotonic() + SECONDS * rounds
    draws = [random.Random(seed + n) for n in (1, 2, 3)]
    await asyncio.gather(
        lives(shared, draws[0], end),
        lives(shared, draws[1], end),
        restarts(shared, draws[2], end),
    )
    load.done.set()
    await writing
    rest = await shared.rest()
    seen = shared.seen()
    print(  # noqa: T201 -- it is what the loop is run for
        f"\nseed {seed}: {shared.kills} kills, {load.written} messages, lost {lost(seen, rest)},"
        f" copies {copies(seen, rest)} of {bound(seen, rest)}"
    )

    wrong = found(seen, rest)

    assert not wrong, (seed, wrong)
    assert scan(shared.log.read_bytes(), [CHAT.format(1), "xyzzy 1", DANGER]) == set(), seed
    assert len(shared.platform.confirmed) == load.written
    assert shared.kills > 5
