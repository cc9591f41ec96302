"""The same shell on both engines that need no server; the Book is read once."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import log
from bot.bootstrap import open_library
from bot.service import receive
from bot.service.receive import Library
from bot.store.memory import MemoryStore
from bot.store.sqlite import SqliteStore, open_sqlite
from bot.store.staff import SqliteStaff
from bot.vault import Vault
from tests.jobs import MemoryJobs
from tests.service.stage import Clock, Stage


@pytest.fixture(scope="session")
def library() -> Library:
    """Return the real Book, wording and reader."""
    return open_library()


@pytest.fixture(autouse=True)
def logged(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """Return what is logged, in the form of a real run; no test waits for a store's pause."""
    monkeypatch.setattr(receive, "PAUSE", 0.0)
    stream = io.StringIO()
    log.configure(stream)
    return stream


@pytest.fixture(params=["memory", "sqlite"])
async def stage(
    request: pytest.FixtureRequest, tmp_path: Path, library: Library
) -> AsyncIterator[Stage]:
    """Return a shell on each engine in turn."""
    clock, vault = Clock(), Vault.throwaway()
    jobs = MemoryJobs()
    records = SqliteStaff(jobs, vault.staff_key)
    await records.prepare()
    if request.param == "memory":
        yield Stage(MemoryStore(), records, library, vault, clock)
    else:
        file = open_sqlite(tmp_path / "data", vault, reserve_bytes=0)
        yield Stage(SqliteStore(file, vault), records, library, vault, clock)
        file.close()
    jobs.db.close()
