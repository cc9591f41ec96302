from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.service.failures import StoreUnavailable
from bot.store import driver, file
from bot.store.driver import Database
from bot.store.file import NAME, DataError, SqliteFile, open_sqlite
from bot.vault import Vault


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data directory that is not there yet."""
    return tmp_path / "data"


@contextmanager
def opened(data: Path, vault: Vault, *, reserve_bytes: int = 0) -> Iterator[SqliteFile]:
    """Open and close a file."""
    one = open_sqlite(data, vault, reserve_bytes=reserve_bytes)
    try:
        yield one
    finally:
        one.close()


def make(db: Database) -> None:
    """Make a table to write to."""
    db.table("words").create({"id": int, "word": str}, pk="id")


def add(word: str) -> Callable[[Database], object]:
    """Return a job that adds a word."""
    return lambda db: db.table("words").insert({"word": word})


def words(db: Database) -> list[str]:
    """Return all words in order."""
    return [row["word"] for row in db.table("words").rows]


async def test_jobs_of_many_callers_are_kept(data: Path) -> None:
    """Also over a restart; a reader sees what a writer was told is kept."""
    vault = Vault.throwaway()
    with opened(data, vault) as one:
        await one.write(make)
        await asyncio.gather(*(one.write(add(f"{n}")) for n in range(300)))
        assert len(await one.read(words)) == 300
    with opened(data, vault) as again:
        assert len(again.read_now(words)) == 300


async def test_a_job_that_raises_undoes_itself_alone(data: Path) -> None:
    """Its neighbours under the same commit are kept, and the caller gets the error."""

    def fail(db: Database) -> None:
        db.table("words").insert({"word": "half"})
        raise ValueError

    with opened(data, Vault.throwaway()) as one:
        await one.write(make)
        hold = threading.Event()
        held = asyncio.ensure_future(one.write(lambda _: hold.wait(10)))
        await asyncio.sleep(0)
        group = [one.write(add("a")), one.write(fail), one.write(add("b"))]
        waiting = asyncio.gather(*group, return_exceptions=True)
        await asyncio.sleep(0)
        hold.set()
        results = await waiting
        await held
        assert isinstance(results[1], ValueError)
        assert await one.read(words) == ["a", "b"]


async def test_a_patient_job_goes_before_the_next_one(data: Path) -> None:
    """It shares the commit of whoever comes next; nobody overtakes it."""
    with opened(data, Vault.throwaway()) as one:
        await one.write(make)
        patient = asyncio.create_task(one.write(add("first"), patient=True))
        await asyncio.sleep(0)
        assert not patient.done()
        await one.write(add("second"))
        assert patient.done()
        assert await one.read(words) == ["first", "second"]


async def test_a_patient_job_alone_is_written_a_moment_later(data: Path) -> None:
    """It does not wait for ever for company."""
    with opened(data, Vault.throwaway()) as one:
        await one.write(make)
        await one.write(add("alone"), patient=True)
        assert await one.read(words) == ["alone"]


async def test_a_patient_job_is_written_at_the_end(data: Path) -> None:
    """A process that stops leaves none behind."""
    vault = Vault.throwaway()
    with opened(data, vault) as one:
        await one.write(make)
        patient = asyncio.create_task(one.write(add("last"), patient=True))
        await asyncio.sleep(0)
    await patient
    with opened(data, vault) as again:
        assert again.read_now(words) == ["last"]


async def test_an_error_of_the_database_is_the_jobs_own(data: Path) -> None:
    """sqlite-utils works with the errors of our driver."""
    with opened(data, Vault.throwaway()) as one:
        await one.write(make)
        with pytest.raises(driver.Error):
            await one.write(lambda db: db.execute("INSERT INTO nowhere VALUES (1)"))
        await one.write(lambda db: db.table("words").insert({"word": "x", "more": 1}, alter=True))
        await one.write(lambda db: db.table("words").insert({"id": 1, "word": "y"}, ignore=True))
        assert await one.read(words) == ["x"]


async def test_readers_cannot_write(data: Path) -> None:
    """Whatever a job of the Desk tries."""
    with opened(data, Vault.throwaway()) as one:
        await one.write(make)
        with pytest.raises(driver.Error):
            await one.read(add("x"))
        assert await one.read(words) == []


def test_the_file_is_ours_alone_and_encrypted(data: Path) -> None:
    """No header of SQLite, nobody else's permissions, another key opens nothing."""
    with opened(data, Vault.throwaway(), reserve_bytes=4096) as one:
        one.write_now(make)
        assert not (data / NAME).read_bytes().startswith(b"SQLite format 3")
        assert {path.stat().st_mode & 0o077 for path in (data, *data.iterdir())} == {0}
    with pytest.raises(DataError, match="another key"):
        open_sqlite(data, Vault.throwaway())


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("secure_delete", 1)]
)
async def test_the_writer_keeps_what_it_was_told_is_kept(
    data: Path, pragma: str, value: object
) -> None:
    """Durable on power loss, deleted bytes overwritten."""
    with opened(data, Vault.throwaway()) as one:
        read = await one.write(lambda db: db.conn.execute(f"PRAGMA {pragma}").fetchone()[0])
        assert read == value


OTHER = """
import sys
from pathlib import Path
from bot.store.file import DataError, open_sqlite
from bot.vault import Vault
try:
    open_sqlite(Path(sys.argv[1]), Vault.throwaway())
except DataError as error:
    print(error)
    sys.exit(1)
"""


def test_a_second_process_is_told_to_wait_outside(data: Path, root: Path) -> None:
    """One clear line; after the first one ended, however, the directory is free."""
    with opened(data, Vault.throwaway()):
        command = [sys.executable, "-c", OTHER, str(data)]
        second = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert (second.returncode, second.stderr) == (1, "")
    assert "Another safar is running" in second.stdout


def test_a_missing_database_is_never_replaced_silently(data: Path) -> None:
    """F-25: the message says what to do."""
    vault = Vault.throwaway()
    with opened(data, vault):
        pass
    (data / NAME).unlink()
    with pytest.raises(DataError, match=r"missing\. Restore a backup"):
        open_sqlite(data, vault)
    assert not (data / NAME).exists()


@pytest.mark.parametrize("at", [0, 4096, 10_000])
async def test_a_damaged_database_is_refused(data: Path, at: int) -> None:
    """F-25: whichever page was overwritten."""
    vault = Vault.throwaway()
    with opened(data, vault) as one:
        await one.write(make)
        for _ in range(20):
            await one.write(add("word " * 200))
    with (data / NAME).open("r+b") as damaged:
        damaged.seek(at)
        damaged.write(b"\x55" * 512)
    with pytest.raises(DataError, match="damaged"):
        open_sqlite(data, vault)


@pytest.mark.parametrize(
    ("version", "fine"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((3, 53, 4), True),
    ],
)
def test_an_sqlite_that_loses_data_is_refused(version: tuple[int, ...], *, fine: bool) -> None:
    """F-26: the WAL-reset bug."""
    if fine:
        driver.refuse_unfit(version)
        return
    with pytest.raises(driver.WrongDriverError, match="can lose"):
        driver.refuse_unfit(version)


def test_sqlite_utils_imported_first_is_refused(root: Path) -> None:
    """It would work with the standard library's SQLite and another module's errors."""
    late = "import sqlite_utils; from bot.store import driver; driver.refuse_unfit()"
    command = [sys.executable, "-c", late]
    result = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert "WrongDriverError" in result.stderr


async def test_a_database_locked_elsewhere_refuses_and_recovers(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """F-22: nothing is acknowledged while it lasts."""
    monkeypatch.setattr(file, "BUSY_SECONDS", 0.05)
    vault = Vault.throwaway()
    with opened(data, vault) as one:
        await one.write(make)
        other = driver.connect(str(data / NAME), vault.database_key, timeout=1)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable):
            await one.write(add("lost"))
        other.execute("ROLLBACK")
        other.close()
        await one.write(add("kept"))
        assert await one.read(words) == ["kept"]
