"""Measures the engine on Redis: CPU a message of one and two workers, connections, idle visitors.

Run: python tests/bench/redis_engine.py [messages a visitor] [idle visitors]. Redis syncs every
write. Prints CPU of Safar and of Redis apart, and ratios within this run.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from redis.asyncio import Redis  # noqa: E402

from bot.dialogue.values import ChannelKind, Locale, NodeId  # noqa: E402
from bot.service.records import Address, Commit, Delivery, Inbound, InboundKind, Settled  # noqa: E402
from bot.store.redis import RedisStore, open_redis  # noqa: E402
from bot.store.redis.link import Call, Link  # noqa: E402
from bot.store.redis.server import server_of  # noqa: E402
from bot.store.sqlite import SqliteStore, open_sqlite  # noqa: E402
from bot.vault import Vault  # noqa: E402
from tests.bench.store import ANSWER, NOW, VISITORS, WORDS, measure, visit  # noqa: E402
from tests.store.redis_server import RedisServer  # noqa: E402

COMMANDS = 20_000
AT_ONCE = 50


def row(name: str, safar: float, server: float, rate: float) -> None:
    """Print a line of the table."""
    print(f"{name:34} {safar:10.3f} {server:10.3f} {rate:10.0f}")  # noqa: T201


def server_cpu(server: RedisServer) -> float:
    """Return the seconds of CPU that Redis has used."""
    text = server.ask("INFO", "cpu").decode()
    wanted = ("used_cpu_sys:", "used_cpu_user:")
    return sum(float(line.split(":")[1]) for line in text.splitlines() if line.startswith(wanted))


async def engines(server: RedisServer, home: Path, messages: int) -> float:
    """Measure both engines with one worker; return the CPU a message on Redis, both sides."""
    vault = Vault.throwaway()
    file = open_sqlite(home / "sqlite", vault)
    figures = await measure(SqliteStore(file, vault), ChannelKind.TELEGRAM, messages)
    file.close()
    row("sqlite", figures.cpu, 0, figures.rate)
    server.ask("FLUSHALL")
    store = await open_redis(server.url, vault)
    before = server_cpu(server)
    figures = await measure(store, ChannelKind.TELEGRAM, messages)
    used = (server_cpu(server) - before) / (VISITORS * messages) * 1000
    await store.aclose()
    row("redis, one worker", figures.cpu, used, figures.rate)
    return figures.cpu + used


async def share(url: str, key: str, first: int, messages: int) -> None:
    """Be one of two workers, each with half of the visitors; print the CPU that it took."""
    vault = Vault.open(Path(key), Path(key).parent / "data")
    store = await open_redis(url, vault)
    sys.stdin.readline()
    cpu = time.process_time()
    half = range(first, first + VISITORS // 2)
    everyone = (visit(store, ChannelKind.TELEGRAM, visitor, messages) for visitor in half)
    sending = asyncio.create_task(send_all(store))
    await asyncio.gather(*everyone)
    sending.cancel()
    await sent(store)
    print(time.process_time() - cpu, flush=True)  # noqa: T201
    sys.stdin.readline()
    await store.aclose()


async def send_all(store: RedisStore) -> None:
    """Send whatever is due, of whichever worker, for ever."""
    while True:
        await sent(store)
        await asyncio.sleep(0)


def two(server: RedisServer, home: Path, messages: int) -> float:
    """Measure two workers; return the CPU a message, both sides."""
    server.ask("FLUSHALL")
    Vault.open(home / "key", home / "data")
    script = str(Path(__file__).resolve())
    workers = []
    for first in (0, VISITORS // 2):
        words = [script, "share", server.url, str(home / "key"), str(first), str(messages)]
        command = [sys.executable, *words]
        pipe = subprocess.PIPE
        workers.append(subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True))
        time.sleep(1)  # the first one makes the installation
    before, wall = server_cpu(server), time.perf_counter()
    used = 0.0
    for worker in workers:
        print(file=worker.stdin, flush=True)
    for worker in workers:
        assert worker.stdout is not None
        used += float(worker.stdout.readline())
    wall = time.perf_counter() - wall
    total = VISITORS * messages
    redis = (server_cpu(server) - before) / total * 1000
    for worker in workers:
        worker.communicate("\n")
    row("redis, two workers", used / total * 1000, redis, total / wall)
    return used / total * 1000 + redis


async def timed(name: str, one: Callable[[int], Awaitable[object]], server: RedisServer) -> float:
    """Measure `COMMANDS` calls of which `AT_ONCE` are under way; return CPU a call."""
    numbers = iter(range(COMMANDS))

    async def some() -> None:
        for number in numbers:
            await one(number)

    before, cpu, wall = server_cpu(server), time.process_time(), time.perf_counter()
    await asyncio.gather(*(some() for _ in range(AT_ONCE)))
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    redis = (server_cpu(server) - before) / COMMANDS * 1000
    row(name, cpu / COMMANDS * 1000, redis, COMMANDS / wall)
    return cpu


async def connections(server: RedisServer) -> None:
    """Measure our connection beside redis-py's, reading a value of the size of a session."""

    async def nothing(call: Call) -> None:
        del call

    server.ask("SET", "value", "x" * 400)
    link = Link(server_of(server.url), nothing)
    ours = await timed("GET, our connection", lambda _: link.call("GET", "value"), server)
    link.close()
    client = Redis.from_url(server.url, max_connections=AT_ONCE)
    theirs = await timed("GET, redis-py", lambda _: client.get("value"), server)
    await client.aclose()
    print(f"redis-py takes {theirs / ours:.1f} times the CPU of our connection")  # noqa: T201


async def idle(server: RedisServer, count: int) -> None:
    """Let visitors take one turn each and go quiet; print what they take."""
    server.ask("FLUSHALL")
    store = await open_redis(server.url, Vault.throwaway())
    empty = memory(server)
    for first in range(0, count, 500):
        await asyncio.gather(*(quiet(store, number) for number in range(first, first + 500)))
        await sent(store)
    used = memory(server) - empty
    await store.engine.link.call("BGREWRITEAOF")
    await rewritten(server)
    disk = sum(path.stat().st_size for path in (server.folder / "appendonlydir").iterdir())
    print(  # noqa: T201
        f"{count} idle visitors: memory {used / 1e6:.0f} MB ({used / count:.0f} bytes each),"
        f" disk {disk / 1e6:.0f} MB ({disk / count:.0f} bytes each)"
    )
    await store.aclose()


async def quiet(store: RedisStore, number: int) -> None:
    """Let one visitor say one thing and be answered."""
    address = Address(ChannelKind.TELEGRAM, f"7{number:09}")
    inbound = Inbound(f"{number}", InboundKind.SAID, WORDS, NOW, address, platform_id="1")
    (conversation,) = await store.accept([inbound])
    loaded = await store.load(conversation)
    assert loaded is not None
    after = replace(loaded.session, version=1, node=NodeId("menu"), locale=Locale("ky"))
    words = ("My employer keeps my passport.",)
    turn = Commit(conversation, loaded.inbox, NOW, 0, after, said=words, outgoing=(ANSWER,))
    await store.commit(turn)


async def sent(store: RedisStore) -> None:
    """Send what is due."""
    while claimed := await store.claim_sends(NOW, 500):
        done = Settled(Delivery.SENT, ("9",))
        await asyncio.gather(*(store.settle(one, done) for one in claimed))


async def rewritten(server: RedisServer) -> None:
    """Wait for the end of a rewrite."""
    while True:
        await asyncio.sleep(0.2)
        text = server.ask("INFO", "persistence").decode()
        if "in_progress:1" not in text and "scheduled:1" not in text:
            return


def memory(server: RedisServer) -> int:
    """Return the bytes that Redis has allocated."""
    text = server.ask("INFO", "memory").decode()
    (line,) = (line for line in text.splitlines() if line.startswith("used_memory:"))
    return int(line.split(":")[1])


def main(messages: int, visitors: int) -> None:
    """Measure everything in one run."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        server = RedisServer(home / "r").start()
        print(f"{'':34} {'Safar ms':>10} {'Redis ms':>10} {'a second':>10}")  # noqa: T201
        one = asyncio.run(engines(server, home, messages))
        both = two(server, home, messages)
        print(f"CPU a message: two workers take {both / one:.2f} times one")  # noqa: T201
        asyncio.run(connections(server))
        if visitors:
            asyncio.run(idle(server, visitors))
        server.stop()


if __name__ == "__main__":
    if sys.argv[1:2] == ["share"]:
        asyncio.run(share(sys.argv[2], sys.argv[3], int(sys.argv[4]), int(sys.argv[5])))
    else:
        main(*(int(word) for word in (sys.argv[1:] + ["40", "100000"][len(sys.argv) - 1 :])))
