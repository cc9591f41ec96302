from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from bot.dialogue.values import ChannelKind
from bot.service.records import Address, ConversationId
from bot.store import driver, file, inbox, talks, turns
from bot.store.backup import backup
from bot.store.file import NAME
from bot.store.sqlite import SqliteFile, SqliteStore, open_sqlite
from bot.vault import UnreadableError, Vault, place, unseal
from tests.safety.scanner import scan, scan_tree
from tests.store.canaries import CANARIES, CODE, DAY, PHONE, close_all, talk
from tests.store.scene import (
    NOW,
    said,
    turn,
    waiting,
)


@dataclass
class Installation:
    """A data directory with its keys apart."""

    home: Path
    vault: Vault
    file: SqliteFile
    store: SqliteStore

    @property
    def data(self) -> Path:
        """Where the database stands."""
        return self.home / "data"

    def rows(self) -> bytes:
        """Return every stored value as whoever holds the database key reads it."""
        return self.file.read_now(_all_values)


@contextmanager
def installation(home: Path) -> Iterator[Installation]:
    """Open an installation, with key files."""
    vault = Vault.open(home / "keys" / "key", home / "data")
    file = open_sqlite(home / "data", vault, reserve_bytes=0)
    try:
        yield Installation(home, vault, file, SqliteStore(file, vault))
    finally:
        file.close()


def _all_values(db: driver.Database) -> bytes:
    names = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    rows = [row for name in names for row in db.execute(f'SELECT * FROM "{name}"')]  # noqa: S608
    return b"\n".join(
        value if isinstance(value, bytes) else str(value).encode() for row in rows for value in row
    )


async def test_while_open_nothing_personal_stands_in_any_file(tmp_path: Path) -> None:
    """S-26: neither in the files, nor in the values that the database key opens."""
    with installation(tmp_path) as place_:
        await talk(place_.store)
        assert scan_tree(tmp_path, CANARIES) == set()
        assert scan(place_.rows(), (*CANARIES, CODE)) == set()


async def test_after_close_nothing_stands_in_any_file(tmp_path: Path) -> None:
    """S-25, S-37: log of changes and main file are clean, and no time finer than an hour stays."""
    with installation(tmp_path) as place_:
        began = await talk(place_.store)
        await close_all(place_.store, began)
        assert scan_tree(tmp_path, CANARIES) == set()
        rows = place_.rows()
        assert scan(rows, (*CANARIES, CODE)) == set()
        assert str(int(NOW.timestamp())).encode() not in rows
        left = {"counts", "answers", "marks", "seen", "_sqlite_migrations"}
        assert set(place_.file.read_now(_filled)) <= left


def _filled(db: driver.Database) -> list[str]:
    return [name for name in db.table_names() if db[name].count]


def _no_key(path: str, key: bytes, *, timeout: float) -> driver.Connection:
    del key
    connection: driver.Connection = dbapi2.connect(
        path, isolation_level=None, timeout=timeout, check_same_thread=False
    )
    return connection


def _as_is(key: bytes, where: bytes, words: bytes) -> bytes:
    del key, where
    return words


async def test_without_sealing_the_scanner_finds_every_canary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The positive control: otherwise the checks above would be void."""
    monkeypatch.setattr(driver, "connect", _no_key)
    for module in (talks, turns, inbox):
        for name in ("seal", "unseal"):
            if hasattr(module, name):
                monkeypatch.setattr(module, name, _as_is)
    with installation(tmp_path) as place_:
        await talk(place_.store)
        found = scan_tree(tmp_path / "data", CANARIES)
        raw = {hit.canary for hit in found if hit.form == "utf-8"}
        assert raw == set(CANARIES)
        assert {hit.canary for hit in scan(place_.rows(), CANARIES)} == set(CANARIES)


def opened(copy: Path, vault: Vault) -> list[ConversationId]:
    """Return the conversations of a stolen copy that today's keys still open."""
    connection = driver.connect(str(copy), vault.database_key, timeout=1)
    try:
        rows = connection.execute(
            "SELECT c.n, c.id, c.key, m.seq, m.source, m.sealed FROM conversations c"
            " JOIN messages m ON m.n = c.n WHERE m.seq = 1"
        ).fetchall()
    finally:
        connection.close()
    able = []
    for n, id_, wrapped, seq, source, sealed in rows:
        try:
            key = vault.unwrap(wrapped, place("conversations", id_, "key", n))
            unseal(key, place("messages", id_, source, seq), sealed)
        except UnreadableError:
            continue
        able.append(ConversationId(id_))
    return able


def copy_disk(data: Path, target: Path) -> Path:
    """Copy the data directory as a thief or a snapshot would."""
    shutil.copytree(data, target)
    return target / NAME


async def test_a_stolen_disk_with_todays_keys_opens_only_open_talks(tmp_path: Path) -> None:
    """S-27: all of them while open, none after close."""
    with installation(tmp_path) as place_:
        began = await talk(place_.store)
        before = copy_disk(place_.data, tmp_path / "before")
        assert sorted(opened(before, place_.vault)) == sorted(began)
        await close_all(place_.store, began)
        after = copy_disk(place_.data, tmp_path / "after")
        assert opened(after, place_.vault) == []


async def test_yesterdays_copy_does_not_open_what_was_closed_since(tmp_path: Path) -> None:
    """S-32: the epochs under which its keys were wrapped are destroyed."""
    with installation(tmp_path) as place_:
        began = await talk(place_.store)
        yesterday = copy_disk(place_.data, tmp_path / "yesterday")
        await close_all(place_.store, began)
        await place_.store.rotate_keys(NOW + 2 * DAY)
        assert opened(yesterday, Vault.open(tmp_path / "keys" / "key", place_.data)) == []


async def test_deleted_keys_leave_the_log_of_changes(tmp_path: Path) -> None:
    """The log is empty right after a key was deleted, although it held a copy before."""
    with installation(tmp_path) as place_:
        await talk(place_.store)
        log = place_.data / (NAME + "-wal")
        assert log.stat().st_size > 0
        loaded = await waiting(place_.store, said("delete", Address(ChannelKind.SMS, PHONE)))
        while loaded.inbound.body != "delete":
            await place_.store.commit(turn(loaded))
            again = await place_.store.load(loaded.conversation)
            assert again is not None
            loaded = again
        await place_.store.commit(turn(loaded, forget=True))
        assert log.stat().st_size == 0


async def test_a_reader_only_delays_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The checkpoint is tried again until nobody holds it up."""
    monkeypatch.setattr(file, "SHRED_TRIES", 2)
    with installation(tmp_path) as place_:
        began = await talk(place_.store)
        other = driver.connect(str(place_.data / NAME), place_.vault.database_key, timeout=1)
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM messages").fetchone()
        await close_all(place_.store, began)
        log = place_.data / (NAME + "-wal")
        held = log.stat().st_size
        other.execute("COMMIT")
        other.close()
        await place_.file.shredded()
        assert held > 0
        assert log.stat().st_size == 0


async def test_a_backup_holds_nothing_of_any_conversation(tmp_path: Path) -> None:
    """S-25, S-32: neither words nor wrapped keys, open or closed."""
    with installation(tmp_path) as place_:
        await talk(place_.store)
        backup(place_.data, place_.vault, tmp_path / "backup")
        assert scan_tree(tmp_path, CANARIES) == set()
        connection = driver.connect(str(tmp_path / "backup"), place_.vault.backup_key, timeout=1)
        try:
            counts = {
                name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # noqa: S608
                for name in ("conversations", "messages", "addresses", "inbox", "seen", "places")
            }
        finally:
            connection.close()
        assert set(counts.values()) == {0}
