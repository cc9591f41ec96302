"""Every engine, and short ways to write what a visitor and a turn do."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.service.ports import Store
from bot.store.memory import MemoryStore
from bot.store.redis import open_redis
from bot.store.sqlite import SqliteStore, open_sqlite
from bot.vault import Vault
from tests.store.redis_server import RedisServer


@pytest.fixture(scope="session")
def redis_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    """Return a real Redis, safe settings, for all tests of a run."""
    server = RedisServer(tmp_path_factory.mktemp("redis")).start()
    yield server
    server.stop()


@pytest.fixture(params=["memory", "sqlite", "redis"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """Return each engine of the port in turn."""
    if request.param == "memory":
        yield MemoryStore()
        return
    vault = Vault.throwaway()
    if request.param == "redis":
        server: RedisServer = request.getfixturevalue("redis_server")
        server.ask("FLUSHALL")
        redis = await open_redis(server.url, vault)
        yield redis
        await redis.aclose()
        return
    file = open_sqlite(tmp_path / "data", vault, reserve_bytes=0)
    yield SqliteStore(file, vault)
    file.close()
