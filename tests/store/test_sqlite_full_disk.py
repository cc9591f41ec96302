from __future__ import annotations

import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.dialogue.values import ChannelKind
from bot.service.failures import StoreUnavailable
from bot.service.records import Address
from bot.store.sqlite import SqliteFile, SqliteStore, open_sqlite
from bot.vault import Vault
from tests.store.scene import NOW, OP1, TICKET, drain, said, take_turn, turn, waiting, with_ticket

SIZE = 2 * 1024 * 1024
RESERVE = 512 * 1024


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a file system of two megabytes; mounting it needs root."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(disk)]
    subprocess.run(mount, check=True)
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.fixture
def full(small_disk: Path) -> Iterator[tuple[SqliteFile, SqliteStore]]:
    """Return a store on it, with a reserve."""
    vault = Vault.throwaway()
    file = open_sqlite(small_disk / "data", vault, reserve_bytes=RESERVE)
    yield file, SqliteStore(file, vault)
    file.close()


def someone(number: int) -> Address:
    """Return one of many visitors."""
    return Address(ChannelKind.SMS, f"+996555{number:06}")


async def fill(store: SqliteStore, first: int = 1000) -> int:
    """Accept words until nothing fits any more; return how many were acknowledged."""
    kept = 0
    while True:
        number = first + kept
        try:
            await store.accept([said("x" * 3000, someone(number), key=f"fill-{number}")])
        except StoreUnavailable:
            return kept
        kept += 1


async def test_nothing_that_was_acknowledged_is_lost_when_the_disk_is_full(
    full: tuple[SqliteFile, SqliteStore],
) -> None:
    """F-23: what does not fit is refused, so that its platform sends it again."""
    _, store = full
    kept = await fill(store)
    assert kept > 10
    # A refusal writes the log of the database back, which may make room for a few more.
    again = await fill(store, 5000)
    assert again < kept
    assert len(await store.backlog(1000)) == kept + again


async def test_closing_and_forgetting_still_work_on_a_full_disk(
    full: tuple[SqliteFile, SqliteStore],
) -> None:
    """They use the reserve, and afterwards there is room again."""
    file, store = full
    conversation = await with_ticket(store)
    await store.claim_ticket(TICKET, OP1, NOW)
    await drain(store, conversation)
    loaded = await waiting(store, said("delete"))
    assert await fill(store) > 10
    assert (file.path.parent / "reserve").exists()
    assert await store.close(TICKET, OP1, NOW)
    await store.commit(turn(loaded, forget=True))
    assert await store.load(conversation) is None


async def test_purge_works_on_a_full_disk_and_fills_the_reserve_again(
    full: tuple[SqliteFile, SqliteStore],
) -> None:
    """A shrunken database gives its pages to new words."""
    file, store = full
    over = [await take_turn(store, said("x", someone(n)), said=("x" * 3000,)) for n in range(30)]
    assert await fill(store) > 10
    later = NOW + timedelta(days=1)
    await store.purge(later)
    purged = await store.purge(later + timedelta(hours=1))
    assert purged.conversations == len(over)
    assert (file.path.parent / "reserve").exists()
    await store.accept([said("x" * 3000)])
