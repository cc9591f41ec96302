"""One encrypted SQLite file, and the rules under which Safar opens it.

A job gets a `sqlite_utils.Database`. `write` jobs run one after another in a single
thread and share commits; `read` jobs run beside them on connections that cannot write.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from bot.store import driver
from bot.store.driver import Database
from bot.store.writer import Writer, stop_process
from bot.vault import MARKER, PRIVATE_FILE, PRIVATE_FOLDER, Vault, sync_folder

T = TypeVar("T")

NAME = "safar.db"
RESERVE_BYTES = 16 * 1024 * 1024
"""Kept so that on a full disk conversations can still be purged and closed."""
BUSY_SECONDS = 5.0
READERS = 2
CACHE_KIB = 4 * 1024
"""Pages that the writer keeps in memory; SQLite's own 2 MB hold the work of a few seconds."""
SHRED_PAUSE = 0.02
SHRED_TRIES = 50
"""Then it goes on in the background, and the next purge looks again."""


class DataError(Exception):
    """The data directory cannot be used; the message says what to do."""


class SqliteFile:
    """The open database. Only `open_sqlite` makes one."""

    def __init__(
        self,
        data: Path,
        key: bytes,
        lock: int,
        *,
        reserve_bytes: int = RESERVE_BYTES,
        fatal: Callable[[str], None] = stop_process,
    ) -> None:
        self.path = data / NAME
        self._key = key
        self._lock = lock
        self._reserve = data / "reserve"
        self._reserve_bytes = reserve_bytes
        self._database = _connect(self.path, key, reader=False)
        self._local = threading.local()
        self._opened: list[Database] = []
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="store-reader")
        self._writer = Writer(
            self._database,
            free_reserve=self._free_reserve,
            keep_reserve=self.keep_reserve,
            fatal=fatal,
        )

    async def write(
        self,
        job: Callable[[Database], T],
        *,
        name: str = "",
        essential: bool = False,
        patient: bool = False,
    ) -> T:
        """Run a short job that may write, and return its result once it is on disk.

        Its changes are undone when it raises, and the error is the caller's. Jobs must
        neither commit nor roll back. Raises `StoreUnavailable` when nothing was written.
        `essential` jobs (they delete or close) may use the reserve of a full disk. A `patient`
        one is written with the next, or a moment later.
        """
        return await self._writer.run(job, name=name, essential=essential, patient=patient)

    def write_now(self, job: Callable[[Database], T], *, essential: bool = False) -> T:
        """Do the same without an event loop, for commands."""
        return self._writer.run_now(job, essential=essential)

    async def read(self, job: Callable[[Database], T]) -> T:
        """Run a job that only reads, beside the writer, on one snapshot; keep it under a second."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._readers, self._read, job)

    def read_now(self, job: Callable[[Database], T]) -> T:
        """Do the same without an event loop, for commands."""
        return self._readers.submit(self._read, job).result()

    def shred(self) -> None:
        """Ask, from inside a write job, that what it deleted leaves the disk with its commit."""
        self._writer.shred()

    def if_undone(self, remedy: Callable[[], None]) -> None:
        """Remember, from inside a write job, what to set right in memory if its commit fails."""
        self._writer.if_undone(remedy)

    async def shredded(self) -> bool:
        """Wait until nothing deleted stands in the log of changes; False if a reader held it up."""
        await self.write(lambda _: self.shred(), essential=True)
        for _ in range(SHRED_TRIES):
            await self.write(lambda _: None)
            if not self._writer.shredding:
                return True
            await asyncio.sleep(SHRED_PAUSE)
        return False

    def keep_reserve(self) -> None:
        """Fill the reserve again when there is room; a full disk keeps it for another time."""
        if self._reserve.exists() or self._reserve_bytes == 0:
            return
        descriptor = os.open(self._reserve, os.O_CREAT | os.O_WRONLY, PRIVATE_FILE)
        try:
            os.posix_fallocate(descriptor, 0, self._reserve_bytes)
        except OSError:
            self._reserve.unlink()
        finally:
            os.close(descriptor)

    def close(self) -> None:
        """Finish all jobs, close every connection and let the directory go."""
        self._writer.close()
        self._readers.shutdown()
        for database in (*self._opened, self._database):
            database.close()
        os.close(self._lock)

    def _free_reserve(self) -> None:
        self._reserve.unlink(missing_ok=True)

    def _read(self, job: Callable[[Database], T]) -> T:
        database: Database | None = getattr(self._local, "database", None)
        if database is None:
            database = self._local.database = _connect(self.path, self._key, reader=True)
            self._opened.append(database)
        database.conn.execute("BEGIN")
        try:
            return job(database)
        finally:
            database.conn.execute("COMMIT")


def open_sqlite(
    data: Path,
    vault: Vault,
    *,
    reserve_bytes: int = RESERVE_BYTES,
    fatal: Callable[[str], None] = stop_process,
) -> SqliteFile:
    """Open, or make at the first run, the database of a data directory, and lock the directory.

    Raises `DataError` when another process has it, or the database is missing or damaged,
    and `driver.WrongDriverError` when this SQLite could lose data.
    """
    driver.refuse_unfit()
    data = data.expanduser()
    data.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    lock = _lock(data)
    try:
        _refuse_missing(data)
        _check(data / NAME, vault.database_key)
        file = SqliteFile(data, vault.database_key, lock, reserve_bytes=reserve_bytes, fatal=fatal)
    except BaseException:
        os.close(lock)
        raise
    _mark(data)
    file.keep_reserve()
    return file


@contextmanager
def prepared(data: Path) -> Iterator[Path]:
    """Lock a data directory without a database and yield where it goes; a restore uses it."""
    data = data.expanduser()
    data.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    lock = _lock(data)
    try:
        if (data / NAME).exists():
            raise DataError(f"{data} has a database; move it away first.")
        for rest in ("-wal", "-shm"):
            (data / (NAME + rest)).unlink(missing_ok=True)
        yield data / NAME
        _mark(data)
    finally:
        os.close(lock)


def _lock(data: Path) -> int:
    """Hold the directory until the process ends, however it ends."""
    descriptor = os.open(data / "lock", os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, PRIVATE_FILE)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(descriptor)
        raise DataError(f"Another safar is running on {data}; stop it first.") from error
    return descriptor


def _refuse_missing(data: Path) -> None:
    if (data / MARKER).exists() and not (data / NAME).exists():
        raise DataError(
            f"The database of {data} is missing. Restore a backup, or remove"
            f" {data / MARKER} to begin with nothing."
        )


def _check(path: Path, key: bytes) -> None:
    """Raise `DataError` for a damaged database, or one of another key."""
    if not path.exists():
        return
    try:
        connection = driver.connect(str(path), key, timeout=BUSY_SECONDS)
        try:
            verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        finally:
            connection.close()
    except driver.Error as error:
        raise DataError(_damaged(path)) from error
    if verdict != "ok":
        raise DataError(_damaged(path))


def _damaged(path: Path) -> str:
    return f"{path} is damaged or was made with another key; restore a backup."


def _mark(data: Path) -> None:
    """Say that a database belongs here, after its file and folder are durable."""
    if not (data / MARKER).exists():
        (data / MARKER).touch(mode=PRIVATE_FILE)
    sync_folder(data)


def _connect(path: Path, key: bytes, *, reader: bool) -> Database:
    connection = driver.connect(str(path), key, timeout=BUSY_SECONDS)
    # Only counts for a new file: freed pages can be given back to a disk that is full.
    connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    if reader:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
    else:
        connection.execute("PRAGMA secure_delete = ON")
        # Each page that is read again costs its decryption and the check of its digest.
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        path.chmod(PRIVATE_FILE)
    return Database(connection, execute_plugins=False)
