"""Backups: what must outlive the machine, and nothing of any conversation.

A backup is one encrypted file under a key derived from the installation key. It holds
accounts, audit, counts and anonymous answers. Conversations stay out, with their keys,
lookups and ids, so that no old backup opens a closed one: who was writing writes again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.store import driver
from bot.store.driver import Connection
from bot.store.file import BUSY_SECONDS, NAME, DataError, prepared
from bot.vault import PRIVATE_FILE, Vault, sync_folder

LEFT_OUT = frozenset(
    {
        "addresses",
        "conversations",
        "inbox",
        "messages",
        "outbox",
        "places",
        "rings",
        "seen",
        "tallies",
        "tickets",
        "timers",
    }
)
"""Tables that hang on a conversation, an address or an event."""
PEPPER = "DELETE FROM marks WHERE name = 'pepper'"


@dataclass(frozen=True, slots=True)
class Copied:
    """How much a backup or a restore copied."""

    tables: int
    rows: int


def backup(data: Path, vault: Vault, target: Path) -> Copied:
    """Write a backup of a data directory, also while safar is running on it.

    Raises `DataError` when there is nothing to back up or `target` exists.
    """
    path = data.expanduser() / NAME
    if not path.exists():
        raise DataError(f"There is no database in {data}.")
    if target.exists():
        raise DataError(f"{target} exists already; a backup overwrites nothing.")
    with closing(driver.connect(str(path), vault.database_key, timeout=BUSY_SECONDS)) as source:
        source.execute("PRAGMA query_only = ON")
        return _write(source, target, vault.backup_key)


def restore(source: Path, data: Path, vault: Vault) -> Copied:
    """Make the database of an empty data directory from a backup.

    Raises `DataError` when one is there, or the backup is damaged or of another key file.
    """
    with prepared(data) as path:
        try:
            with closing(_open_backup(source, vault)) as backed_up:
                return _write(backed_up, path, vault.database_key)
        except driver.Error as error:
            raise DataError(f"{source} is damaged, or of another key file.") from error


def _open_backup(source: Path, vault: Vault) -> Connection:
    if not source.exists():
        raise DataError(f"There is no backup {source}.")
    connection = driver.connect(str(source), vault.backup_key, timeout=BUSY_SECONDS)
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA quick_check(1)").fetchone()
    return connection


def _write(source: Connection, target: Path, key: bytes) -> Copied:
    """Copy into a draft that becomes the target only when it is whole and on disk."""
    with _draft(target) as draft, closing(_open_draft(draft, key)) as copy:
        return _copy(source, copy)


def _open_draft(draft: Path, key: bytes) -> Connection:
    connection = driver.connect(str(draft), key, timeout=BUSY_SECONDS)
    connection.execute("PRAGMA journal_mode = MEMORY")
    return connection


@contextmanager
def _draft(target: Path) -> Iterator[Path]:
    draft = target.with_name(target.name + ".draft")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE)
    try:
        yield draft
        os.fsync(descriptor)
        draft.replace(target)
        sync_folder(target.parent)
    finally:
        os.close(descriptor)
        draft.unlink(missing_ok=True)


def _copy(source: Connection, copy: Connection) -> Copied:
    """Copy every table's shape, and the rows of those that may leave."""
    source.execute("BEGIN")
    copy.execute("BEGIN")
    tables = rows = 0
    for kind, name, sql in source.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
        " AND name NOT LIKE 'sqlite_%' ORDER BY type <> 'table'"
    ).fetchall():
        copy.execute(sql)
        if kind == "table" and name not in LEFT_OUT:
            tables += 1
            rows += _copy_rows(source, copy, name)
    copy.execute(PEPPER)
    copy.execute("COMMIT")
    source.execute("COMMIT")
    return Copied(tables, rows)


def _copy_rows(source: Connection, copy: Connection, table: str) -> int:
    cursor = source.execute(f'SELECT * FROM "{table}"')  # noqa: S608
    marks = ", ".join("?" for _ in cursor.description)
    before = copy.total_changes
    copy.executemany(f'INSERT INTO "{table}" VALUES ({marks})', cursor)  # noqa: S608
    return copy.total_changes - before
