from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.dialogue.effects import Count
from bot.store.backup import Copied, backup, restore
from bot.store.file import DataError
from bot.store.sqlite import SqliteFile, SqliteStore, open_sqlite
from bot.vault import Vault
from tests.store.scene import AISHA, NOW, said, take_turn, with_ticket


def start(home: Path, data: Path) -> tuple[Vault, SqliteFile, SqliteStore]:
    """Open a data directory with the keys of `home`."""
    vault = Vault.open(home / "keys" / "key", data)
    file = open_sqlite(data, vault, reserve_bytes=0)
    return vault, file, SqliteStore(file, vault)


async def test_the_restore_drill(tmp_path: Path) -> None:
    """A backup of a running safar, restored on a clean directory, serves at once."""
    data, saved = tmp_path / "data", tmp_path / "backup"
    vault, file, store = start(tmp_path, data)
    await file.write(lambda db: db.table("staff").insert({"id": "op-1", "name": "A"}, pk="id"))
    await take_turn(store, said(), counts=(Count("start"), Count("start")))
    await with_ticket(store)
    assert backup(data, vault, saved).rows >= 3
    await store.rotate_keys(NOW + timedelta(days=1))
    file.close()
    assert saved.stat().st_mode & 0o077 == 0

    elsewhere = tmp_path / "elsewhere"
    assert restore(saved, elsewhere, vault).tables > 3
    _, file, store = start(tmp_path, elsewhere)
    assert await file.read(lambda db: list(db.table("staff").rows)) == [{"id": "op-1", "name": "A"}]
    assert await store.counts() == {("2026-11-21", "start", ""): 2}
    assert await store.find(AISHA) is None
    assert await store.tickets() == ()
    assert len(await store.accept([said()])) == 1
    file.close()


def test_a_backup_overwrites_nothing(tmp_path: Path) -> None:
    """Neither the target nor a database; a half-written one is never left."""
    data, saved = tmp_path / "data", tmp_path / "backup"
    vault, file, _ = start(tmp_path, data)
    backup(data, vault, saved)
    with pytest.raises(DataError, match="exists"):
        backup(data, vault, saved)
    file.close()
    with pytest.raises(DataError, match="has a database"):
        restore(saved, data, vault)
    with pytest.raises(DataError, match="no database"):
        backup(tmp_path / "nothing", vault, tmp_path / "other")
    assert [path.name for path in tmp_path.glob("*.draft*")] == []


def test_a_running_safar_is_not_restored_over(tmp_path: Path) -> None:
    """The lock of the directory holds for a restore as well."""
    vault, file, _ = start(tmp_path, tmp_path / "data")
    with pytest.raises(DataError, match="running"):
        restore(tmp_path / "backup", tmp_path / "data", vault)
    file.close()


def test_only_the_same_key_file_restores(tmp_path: Path) -> None:
    """And nothing is left of the attempt; a damaged backup is refused too."""
    vault, file, _ = start(tmp_path, tmp_path / "data")
    saved = tmp_path / "backup"
    assert backup(tmp_path / "data", vault, saved) != Copied(0, 0)
    file.close()
    with pytest.raises(DataError, match="another key file"):
        restore(saved, tmp_path / "new", Vault.throwaway())
    with saved.open("r+b") as damaged:
        damaged.seek(5000)
        damaged.write(b"\x00" * 600)
    with pytest.raises(DataError, match="damaged"):
        restore(saved, tmp_path / "new", vault)
    with pytest.raises(DataError, match="no backup"):
        restore(tmp_path / "none", tmp_path / "new", vault)
    assert {path.name for path in (tmp_path / "new").iterdir()} == {"lock"}
