"""A worker process on Redis that takes messages from stdin and says what it promised.

    python -m tests.faults.redis_worker HOME URL [WRONG...]

    VISITOR N        on stdin: a message arrives; the platform repeats it until it is acknowledged
    ack VISITOR N    the message was accepted: from now on it must never be lost
    no VISITOR N     it could not be accepted
    sent VISITOR N   the answer went out to the visitor
    idle             nothing waits and nothing is to be sent

WRONG words break it on purpose: `hasty` acknowledges before it has accepted, `weak` lets Redis
write without syncing.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot.service.failures import Conflict, StoreUnavailable
from bot.service.records import ConversationId, Delivery, Inbound, InboundKind, Settled
from bot.store.redis import RedisStore, engine, link, open_redis
from bot.vault import Vault
from tests.faults.powercut_worker import address_of, answer, tell

LOOK = 0.02


class Worker:
    """Does what a process of Safar does, with turns that only repeat."""

    def __init__(self, store: RedisStore, wrong: set[str]) -> None:
        self._store = store
        self._wrong = wrong

    async def hear(self) -> None:
        """Accept what arrives until stdin ends."""
        reader = asyncio.StreamReader()
        loop = asyncio.get_running_loop()
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
        while line := await reader.readline():
            body = line.decode().strip()
            await self._accept(body)

    async def _accept(self, body: str) -> None:
        visitor, number = body.split()
        address = address_of(int(visitor))
        inbound = Inbound(body, InboundKind.SAID, body, _now(), address, platform_id=number)
        if "hasty" in self._wrong:
            tell("ack", body)
        try:
            await self._store.accept([inbound])
        except StoreUnavailable:
            tell("no", body)
        else:
            tell("ack", body)

    async def work(self) -> None:
        """Work off what waits, send what is due, for ever."""
        while True:
            try:
                busy = await self._turns() + await self._sends()
            except (Conflict, StoreUnavailable):
                busy = 1
            if not busy:
                tell("idle")
            await asyncio.sleep(LOOK)

    async def _turns(self) -> int:
        conversations = await self._store.backlog(100)
        for conversation in conversations:
            await self._work_off(conversation)
        return len(conversations)

    async def _work_off(self, conversation: ConversationId) -> None:
        while (loaded := await self._store.load(conversation)) is not None:
            await self._store.commit(answer(loaded))

    async def _sends(self) -> int:
        claimed = await self._store.claim_sends(_now(), 10)
        for one in claimed:
            tell("sent", *one.outbound.blocks[0].split())
            await self._store.settle(one, Settled(Delivery.SENT, (f"{one.id}",)))
        (left,) = await self._store.engine.run("read", [("KEYS", "o:*")])
        return len(claimed) + len(left)


def _now() -> datetime:
    return datetime.now(UTC)


async def run(home: Path, url: str, wrong: set[str]) -> None:
    """Live one life."""
    reread: Callable[[], Vault] = partial(Vault.open, home / "keys" / "key", home / "data")
    store = await open_redis(url, reread(), record=home / "keys" / "redis", reread=reread)
    if "weak" in wrong:
        await store.engine.link.call("CONFIG", "SET", "appendfsync", "no")
    worker = Worker(store, wrong)
    tell("ready")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(worker.work())
            await worker.hear()
            os._exit(0)
    finally:
        await store.aclose()


def main(home: str, url: str, *wrong: str) -> None:
    """Run with short lives, so that a test need not wait long for a take-over."""
    engine.LIVES, engine.BEAT = 1, 0.2
    link.REPLY_TIMEOUT = 1.0
    asyncio.run(run(Path(home), url, set(wrong)))


if __name__ == "__main__":
    main(*sys.argv[1:])
