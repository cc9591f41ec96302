"""Both engines, and short ways to write what a visitor and a turn do."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.service.ports import Store
from bot.store.memory import MemoryStore
from bot.store.sqlite import SqliteStore, open_sqlite
from bot.vault import Vault


@pytest.fixture(params=["memory", "sqlite"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """Return each engine of the port in turn."""
    if request.param == "memory":
        yield MemoryStore()
        return
    vault = Vault.throwaway()
    file = open_sqlite(tmp_path / "data", vault, reserve_bytes=0)
    yield SqliteStore(file, vault)
    file.close()
