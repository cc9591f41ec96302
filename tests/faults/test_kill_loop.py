"""A real process under load, killed again and again at moments drawn by chance (F-11)."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass, field

import pytest

from tests.faults.child import data_of
from tests.faults.lab import Child, Lab
from tests.faults.oracle import Rest, bound, copies, found, lost
from tests.faults.platform import CHAT
from tests.safety.scanner import scan

SECONDS = 45.0
"""In the normal run; `--rounds 20` makes it a quarter of an hour."""
VISITORS = 200
"""So many that nobody of them writes more than is answered in a minute."""
LONGEST = 2.5
DANGER = "he locked me in and beats me"
PLACES = (
    "fetched before-accept-commit after-accept-commit kept accepted turned before-turn-commit"
    " after-turn-commit sending sent before-settle after-settle"
).split()


@dataclass
class Load:
    """What people write, drawn from a seed; each message differs from all others."""

    site: Lab
    draw: random.Random
    written: int = 0
    done: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self, rate: float) -> None:
        """Write until told to end; nobody waits for an answer."""
        while not self.done.is_set():
            await self.one()
            pause = self.draw.expovariate(rate)
            try:
                async with asyncio.timeout(pause):
                    await self.done.wait()
            except TimeoutError:
                continue

    async def one(self) -> None:
        """Let somebody write; now and then somebody is in danger, once."""
        chat = CHAT.format(self.draw.randrange(VISITORS))
        self.written += 1
        words = f"xyzzy {self.written}"
        if chat not in self.site.asked and self.draw.random() < 0.01:
            words = DANGER
            self.site.asked.add(chat)
            self.site.uneven.add(chat)
        await self.site.platform.write(chat, words)


async def one_life(site: Lab, draw: random.Random) -> None:
    """Begin a life and end it: by a moment drawn by chance, or at a named place."""
    if draw.random() < 0.3:
        child = await site.start(kill_at=f"{draw.choice(PLACES)}:{draw.randrange(1, 20)}")
    else:
        child = await site.start()
    if draw.random() < 0.5 and await child.heard() == "ready":
        await child.ask("take")
    await _until(child, draw.uniform(0.0, LONGEST))
    await child.kill()
    site.kills += 1


async def _until(child: Child, seconds: float) -> None:
    """Return after that long, or when it has died by itself."""
    try:
        async with asyncio.timeout(seconds):
            await child.ended()
    except TimeoutError:
        return


@pytest.mark.timeout(3600)
async def test_kills_at_any_moment_under_load(site: Lab, rounds: int) -> None:
    """A1 to A10 hold, and copies stay within one for each visitor and kill."""
    seed = random.SystemRandom().randrange(10**6)
    draw = random.Random(seed)
    load = Load(site, random.Random(seed + 1))
    writing = asyncio.create_task(load.run(rate=60.0))
    end = time.monotonic() + SECONDS * rounds
    while time.monotonic() < end:
        await one_life(site, draw)
    load.done.set()
    await writing
    rest = await site.rest()
    _print(site, rest, seed)

    wrong = found(site.seen(), rest)

    assert not wrong, (seed, wrong)
    assert scan(site.log.read_bytes(), [CHAT.format(1), "xyzzy 1", DANGER]) == set(), seed
    assert len(site.platform.confirmed) == load.written
    assert site.kills > 5
    assert data_of(site.home).exists()


def _print(site: Lab, rest: Rest, seed: int) -> None:
    """Print the table: it is what the loop is run for."""
    row = (
        ("seed", seed),
        ("kills", site.kills),
        ("messages", len(site.platform.confirmed)),
        ("answers", len(site.platform.sent)),
        ("lost", lost(site.seen(), rest)),
        ("copies", copies(site.seen(), rest)),
        ("bound", bound(site.seen(), rest)),
    )
    print("\n" + "".join(f"{name:>10}" for name, _ in row))  # noqa: T201
    print("".join(f"{value:>10}" for _, value in row))  # noqa: T201
