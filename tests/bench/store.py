"""Measures what the store and the vault cost a message, durable and sealed, with 50 visitors.

Run: python tests/bench/store.py [messages a visitor]. Prints milliseconds of CPU a message
(writer thread included), messages a second, and how long the event loop was held.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from bot.dialogue.values import ChannelKind, NodeId
from bot.service.ports import Store
from bot.service.records import (
    Address,
    Button,
    Commit,
    Delivery,
    Inbound,
    InboundKind,
    Outbound,
    Outgoing,
    Settled,
    Source,
)
from bot.store.memory import MemoryStore
from bot.store.sqlite import SqliteStore, open_sqlite
from bot.vault import Vault

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
VISITORS = 50
WORDS = '{"text": "My employer keeps my passport and does not pay me. What can I do?"}'
ANSWER = Outgoing(
    Outbound(
        ("Nobody may keep your passport. " * 10,),
        tuple(Button(f"c{n}", f"{n}", f"Choice {n}", f"1:{n}:a1b2c3d4:c{n}") for n in range(1, 6)),
    ),
    Source.BOT,
)


@dataclass
class Figures:
    """What one run measured."""

    cpu: float
    rate: float
    held: float


async def visit(store: Store, channel: ChannelKind, visitor: int, messages: int) -> None:
    """Send messages one after another, each through accept, load and commit."""
    address = Address(channel, f"+996555{visitor:06}")
    for number in range(messages):
        key = f"{visitor}-{number}"
        inbound = Inbound(key, InboundKind.SAID, WORDS, NOW, address, platform_id=key)
        (conversation,) = await store.accept([inbound])
        loaded = await store.load(conversation)
        assert loaded is not None
        after = replace(loaded.session, version=number + 1, node=NodeId("menu"), told=True)
        turn = Commit(
            conversation=conversation,
            inbox=loaded.inbox,
            at=NOW,
            expected=number,
            session=after,
            said=("My employer keeps my passport and does not pay me. What can I do?",),
            outgoing=(ANSWER,),
        )
        await store.commit(turn)


async def post(store: Store, due: int) -> None:
    """Send and settle as one sender does, until everything has gone."""
    while due:
        claimed = await store.claim_sends(NOW, 50)
        due -= len(claimed)
        await asyncio.sleep(0)  # an engine in memory never waits by itself
        await asyncio.gather(
            *(store.settle(one, Settled(Delivery.SENT, (f"{one.id}",))) for one in claimed)
        )


async def watch(held: list[float]) -> None:
    """Note how late the event loop wakes us."""
    while True:
        before = time.perf_counter()
        await asyncio.sleep(0.001)
        held.append(time.perf_counter() - before - 0.001)


async def measure(store: Store, channel: ChannelKind, messages: int) -> Figures:
    """Run all visitors at once."""
    held: list[float] = []
    watcher = asyncio.create_task(watch(held))
    cpu, wall = time.process_time(), time.perf_counter()
    due = 0 if channel is ChannelKind.WEB else VISITORS * messages
    everyone = (visit(store, channel, visitor, messages) for visitor in range(VISITORS))
    await asyncio.gather(post(store, due), *everyone)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    watcher.cancel()
    total = VISITORS * messages
    return Figures(cpu / total * 1000, total / wall, _p99(held))


def _p99(held: list[float]) -> float:
    """Return the 99th percentile in milliseconds; 0 when nothing ever waited."""
    return sorted(held)[len(held) * 99 // 100] * 1000 if held else 0.0


async def main(messages: int) -> None:
    """Measure both engines on each channel."""
    print(  # noqa: T201
        f"{'engine':8} {'channel':9} {'ms CPU/message':>15} {'messages/s':>11} {'held p99 ms':>12}"
    )
    for channel in (ChannelKind.TELEGRAM, ChannelKind.SMS, ChannelKind.WEB):
        for engine in ("sqlite", "memory"):
            with tempfile.TemporaryDirectory() as home:
                vault = Vault.throwaway()
                file = open_sqlite(Path(home), vault)
                store: Store = SqliteStore(file, vault) if engine == "sqlite" else MemoryStore()
                figures = await measure(store, channel, messages)
                file.close()
            print(  # noqa: T201
                f"{engine:8} {channel:9} {figures.cpu:15.3f} {figures.rate:11.0f}"
                f" {figures.held:12.1f}"
            )


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 40))
