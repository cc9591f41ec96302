"""A platform, several workers and a Redis, and what must hold whatever is killed."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import sys
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bot.service.killpoint import VARIABLE
from bot.service.records import Source
from bot.store.redis import RedisStore, open_redis
from bot.vault import Vault
from tests.faults.powercut_lab import ROOT
from tests.faults.powercut_worker import address_of
from tests.store.redis_server import RedisServer

REPEAT = 0.7
"""Seconds after which the platform repeats what was not acknowledged."""


@dataclass
class Life:
    """One life of a worker."""

    process: asyncio.subprocess.Process
    idle: asyncio.Event = field(default_factory=asyncio.Event)
    ready: asyncio.Event = field(default_factory=asyncio.Event)

    def signal(self, number: int) -> None:
        """Send a signal if it lives."""
        with suppress(ProcessLookupError):
            self.process.send_signal(number)

    @property
    def alive(self) -> bool:
        """True until it has ended."""
        return self.process.returncode is None


class RedisLab:
    """One installation over many lives of its workers and of its Redis."""

    def __init__(self, home: Path, server: RedisServer) -> None:
        self.home, self.server = home, server
        self.acknowledged: set[str] = set()
        self.sent: Counter[str] = Counter()
        self.kills = 0
        self.lives: list[Life] = []
        self._acks: dict[str, asyncio.Event] = {}
        self._readers: set[asyncio.Task[None]] = set()

    async def start(self, *wrong: str, kill_at: str = "") -> Life:
        """Begin the life of a worker, to be killed at a named place if one is given."""
        place = {VARIABLE: kill_at} if kill_at else {}
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.faults.redis_worker",
            str(self.home),
            self.server.url,
            *wrong,
            cwd=ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env={**os.environ, **place},
        )
        life = Life(process)
        self.lives.append(life)
        reader = asyncio.create_task(self._hear(life))
        self._readers.add(reader)
        reader.add_done_callback(self._readers.discard)
        await life.ready.wait()
        return life

    async def _hear(self, life: Life) -> None:
        assert life.process.stdout is not None
        while line := await life.process.stdout.readline():
            match line.decode().split():
                case ["ack", visitor, number]:
                    self.acknowledged.add(f"{visitor} {number}")
                    self._acks.setdefault(f"{visitor} {number}", asyncio.Event()).set()
                case ["sent", visitor, number]:
                    self.sent[f"{visitor} {number}"] += 1
                    life.idle.clear()
                case ["ready"]:
                    life.ready.set()
                case ["idle"]:
                    life.idle.set()
                case _:
                    pass
        life.ready.set()

    async def kill(self, life: Life) -> None:
        """Kill a worker, whatever it is doing."""
        life.signal(signal.SIGKILL)
        await self.died(life)

    async def died(self, life: Life) -> None:
        """Wait until a worker is dead."""
        await life.process.wait()
        self.lives.remove(life)
        self.kills += 1

    async def write(self, visitor: int, count: int, chance: random.Random) -> None:
        """Send a visitor's messages in order, each until it is acknowledged by any worker."""
        for number in range(count):
            body = f"{visitor} {number}"
            event = self._acks.setdefault(body, asyncio.Event())
            while not event.is_set():
                await self._deliver(body, chance)
                with suppress(TimeoutError):
                    async with asyncio.timeout(REPEAT):
                        await event.wait()

    async def _deliver(self, body: str, chance: random.Random) -> None:
        living = [life for life in self.lives if life.alive and life.ready.is_set()]
        if not living:
            return
        stdin = chance.choice(living).process.stdin
        assert stdin is not None
        with suppress(ConnectionError):
            stdin.write(f"{body}\n".encode())
            await stdin.drain()

    async def rest(self) -> None:
        """Let one good life finish everything; nobody else lives."""
        for life in list(self.lives):
            life.signal(signal.SIGCONT)
            life.signal(signal.SIGKILL)
            await life.process.wait()
            self.lives.remove(life)
        life = await self.start()
        while True:
            life.idle.clear()
            await life.idle.wait()
            if not await self._left():
                break
        await self.end()

    async def _left(self) -> bool:
        """Tell whether anything waits, also what a dead worker still seems to hold."""
        async with self.opened() as store:
            call = store.engine.link.call
            return bool(await call("EXISTS", "work") or await call("KEYS", "o:*"))

    def opened(self) -> Opened:
        """Open the store as the next process would."""
        return Opened(self)

    async def logs(self, visitors: int) -> dict[int, list[str]]:
        """Return what each visitor said, as the log holds it."""
        found = {}
        async with self.opened() as store:
            for visitor in range(visitors):
                conversation = await store.find(address_of(visitor))
                lines = await store.messages(conversation) if conversation else ()
                own = [line.blocks[0] for line in lines if line.source is Source.VISITOR]
                found[visitor] = own
        return found

    async def wrong(self, visitors: int, count: int) -> list[str]:
        """Return what does not hold: lost, twice, out of order, unanswered, too many copies."""
        await self.rest()
        problems = []
        for visitor, own in (await self.logs(visitors)).items():
            promised = [f"{visitor} {n}" for n in range(count)]
            promised = [body for body in promised if body in self.acknowledged]
            problems += [f"lost {body}" for body in promised if body not in own]
            problems += [f"twice {body}" for body, n in Counter(own).items() if n > 1]
            if own != sorted(own, key=lambda body: int(body.split()[1])):
                problems.append(f"order of {visitor}")
            problems += [f"unanswered {body}" for body in own if body not in self.sent]
        copies = sum(n - 1 for n in self.sent.values())
        if copies > self.kills * visitors:
            problems.append(f"{copies} copies too many")
        return problems

    async def end(self) -> None:
        """Leave no process behind."""
        for life in self.lives:
            life.signal(signal.SIGCONT)
            life.signal(signal.SIGKILL)
            await life.process.wait()
        self.lives.clear()
        await asyncio.gather(*self._readers, return_exceptions=True)


class Opened:
    """The store of an installation for the length of a `with`."""

    def __init__(self, lab: RedisLab) -> None:
        self._lab = lab

    async def __aenter__(self) -> RedisStore:
        home = self._lab.home
        read = partial(Vault.open, home / "keys" / "key", home / "data")
        self._store = await open_redis(self._lab.server.url, read(), reread=read, works=False)
        return self._store

    async def __aexit__(self, *_: object) -> None:
        await self._store.aclose()


def cut(log: Path, folder: Path) -> int:
    """Cut what Redis appends to back to its last sync; return the bytes lost."""
    sizes = {}
    for line in log.read_text().splitlines():
        size, name = line.split(" ", 1)
        sizes[name] = int(size)
    lost = 0
    for path in folder.glob("appendonlydir/*.incr.aof"):
        durable = sizes.get(str(path.resolve()), 0)
        lost += path.stat().st_size - durable
        os.truncate(path, durable)
    return lost
