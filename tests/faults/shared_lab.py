"""Two workers and their Redis, over many lives of each, behind one platform."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

from bot.dialogue.values import ChannelKind
from bot.service.failures import StoreError
from bot.service.records import Address, Source
from bot.store.redis import RedisStore, open_redis, record_of
from bot.vault import Vault
from tests.faults.child import data_of, key_of
from tests.faults.lab import MANY, Child, Lab, spoken
from tests.faults.oracle import Kept, Rest
from tests.faults.platform import Platform
from tests.faults.shared_child import URL, WORD
from tests.store.redis_server import RedisServer

LOOK, LOOKS = 0.1, 600


class SharedLab(Lab):
    """One installation on Redis."""

    def __init__(self, home: Path, platform: Platform, nursery: Path, server: RedisServer) -> None:
        super().__init__(home, platform, nursery)
        self.server = server

    async def start(self, *wrong: str, kill_at: str = "") -> Child:
        """Begin the life of a worker."""
        words = (WORD, f"{URL}{self.server.url}", *wrong)
        return await super().start(*words, kill_at=kill_at)

    async def begin(self) -> None:
        """Make the keys and the installation, as the desk does once."""
        store = await self._store()
        await store.aclose()

    async def restart(self) -> None:
        """Kill Redis and start it on its files."""
        self.server.kill()
        await asyncio.to_thread(self.server.start)
        self.kills += 1

    async def rest(self) -> Rest:
        """Let everything come to rest in good lives, and return what Redis holds."""
        both = [await self.start() for _ in range(2)]
        for child in both:
            assert await child.heard() == "ready"
        await self.platform.confirmation()
        store = await self._store()
        try:
            for _ in range(LOOKS):
                if not await self._waiting(store):
                    break
                await asyncio.sleep(LOOK)
            for child in both:
                assert await child.stop() == 0
            chats = {one.chat for one in self.platform.updates}
            kept = {chat: await _of_chat(store, chat) for chat in sorted(chats)}
            found = {chat: one for chat, one in kept.items() if one is not None}
            return Rest(found, await self._waiting(store))
        finally:
            await store.aclose()

    async def _store(self) -> RedisStore:
        reread = partial(Vault.open, key_of(self.home), data_of(self.home))
        record = record_of(key_of(self.home))
        return await open_redis(
            self.server.url, reread(), record=record, works=False, reread=reread
        )

    @staticmethod
    async def _waiting(store: RedisStore) -> int:
        try:
            work, sends = await store.engine.run("read", [("ZCARD", "work"), ("KEYS", "o:*")])
        except StoreError:
            return 1
        return int(work) + len(sends)


async def _of_chat(store: RedisStore, chat: str) -> Kept | None:
    conversation = await store.find(Address(ChannelKind.TELEGRAM, chat))
    if conversation is None:
        return None
    talk = await store._mailboxes.peek(conversation)
    assert talk is not None
    log = await store.messages(conversation, 0, MANY)
    heard = tuple(line.blocks[0] for line in log if line.source is Source.VISITOR)
    said = tuple(spoken(line) for line in log if line.source is not Source.VISITOR)
    return Kept(heard, said, talk.version, len(talk.tickets))
