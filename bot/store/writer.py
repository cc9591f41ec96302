"""The one thread that writes: jobs of many callers share a commit.

One that raises undoes itself alone; for that all of its group are undone and run again.
"""

from __future__ import annotations

import asyncio
import os
import queue
import sys
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.service.failures import StoreUnavailable
from bot.service.killpoint import killpoint
from bot.store import driver

T = TypeVar("T")
Job = Callable[[driver.Database], T]

GROUP = 128
"""Jobs after which a commit takes no more, so that nobody waits for a whole backlog."""
BUSY, NOMEM, IOERR, CORRUPT, FULL, NOTADB = 5, 7, 10, 11, 13, 26
FATAL = frozenset({IOERR, CORRUPT, NOTADB})
"""After a refused fsync the kernel has dropped the pages: only a restart tells the truth."""
EXIT_IO = 74
SHRED_RETRY = 0.05
"""Seconds until a checkpoint that a reader held up is tried again."""
PATIENCE = 0.05
"""Seconds that a job which can wait waits for another one to share its commit."""


@dataclass(slots=True)
class _Entry:
    """A job on its way: `essential` ones may use the reserve when the disk is full."""

    job: Job[Any]
    future: Future[Any] | asyncio.Future[Any]
    loop: asyncio.AbstractEventLoop | None
    essential: bool
    name: str
    result: Any = None
    error: BaseException | None = None


def stop_process(reason: str) -> None:
    """End the process at once: what was acknowledged is on disk, what was not comes again."""
    sys.stderr.write(f"safar: {reason}; stopping, a restart will check the database\n")
    sys.stderr.flush()
    os._exit(EXIT_IO)


class Writer:
    """Runs jobs in order on its own connection. A job that raises undoes itself alone."""

    def __init__(
        self,
        database: driver.Database,
        *,
        free_reserve: Callable[[], None],
        keep_reserve: Callable[[], None],
        fatal: Callable[[str], None] = stop_process,
    ) -> None:
        self._database = database
        self._execute = database.conn.execute
        self._free_reserve = free_reserve
        self._keep_reserve = keep_reserve
        self._fatal = fatal
        self._queue: queue.SimpleQueue[list[_Entry] | None] = queue.SimpleQueue()
        self._gathered: dict[asyncio.AbstractEventLoop, list[_Entry]] = {}
        self._patient: dict[asyncio.AbstractEventLoop, list[_Entry]] = {}
        self._shred = False
        self._remedies: list[Callable[[], None]] = []
        self._thread = threading.Thread(target=self._run, name="store-writer", daemon=True)
        self._thread.start()

    async def run(
        self, job: Job[T], *, name: str = "", essential: bool = False, patient: bool = False
    ) -> T:
        """Run a job and return its result once it is on disk.

        A `patient` one goes before the next job of this loop and shares its commit.
        Raises what the job raised, or `StoreUnavailable` when nothing could be written.
        """
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        entry = _Entry(job, future, loop, essential, name)
        if patient:
            self._wait_for_others(loop, entry)
        else:
            self._gather(loop, entry)
        return await future

    def _wait_for_others(self, loop: asyncio.AbstractEventLoop, entry: _Entry) -> None:
        """Keep a job for the next hand-over, which comes by itself if nobody asks for one."""
        waiting = self._patient.setdefault(loop, [])
        if not waiting:
            loop.call_later(PATIENCE, self._hand_over, loop)
        waiting.append(entry)

    def _gather(self, loop: asyncio.AbstractEventLoop, entry: _Entry) -> None:
        """Hand over together what one round of the event loop asks for: it shares a commit."""
        gathered = self._gathered.get(loop)
        if gathered is not None:
            gathered.append(entry)
            return
        self._gathered[loop] = [entry]
        loop.call_soon(self._hand_over, loop)

    def _hand_over(self, loop: asyncio.AbstractEventLoop) -> None:
        gathered = self._patient.pop(loop, []) + self._gathered.pop(loop, [])
        if gathered:  # else `close` or another hand-over was faster
            self._queue.put(gathered)

    def run_now(self, job: Job[T], *, essential: bool = False) -> T:
        """Do the same for a caller without an event loop."""
        future: Future[T] = Future()
        self._queue.put([_Entry(job, future, None, essential, "")])
        return future.result()

    def if_undone(self, remedy: Callable[[], None]) -> None:
        """Remember, from inside a job, what to set right in memory if its commit fails."""
        self._remedies.append(remedy)

    @property
    def shredding(self) -> bool:
        """True while deleted keys still stand in the log of changes."""
        return self._shred

    def shred(self) -> None:
        """Ask, from inside a job, that deleted keys leave the log of changes after this commit."""
        self._shred = True

    def close(self) -> None:
        """Finish what was asked for and stop."""
        for kept in (self._patient, self._gathered):
            while kept:
                self._queue.put(kept.popitem()[1])
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        while True:
            entries, last = self._take()
            if entries:
                self._commit_group(entries)
                _resolve(entries)
            if last:
                return

    def _take(self) -> tuple[list[_Entry], bool]:
        entries: list[_Entry] = []
        try:
            some = self._queue.get(timeout=SHRED_RETRY if self._shred else None)
            while some is not None:
                entries += some
                if len(entries) >= GROUP:
                    return entries, False
                some = self._queue.get_nowait()
        except queue.Empty:
            self._truncate()
            return entries, False
        return entries, True

    def _commit_group(self, entries: list[_Entry]) -> None:
        try:
            self._write(entries)
        except driver.Error as error:
            self._undo()
            self._judge(error)
            if driver.code_of(error) == FULL:
                self._write_when_full(entries)
            else:
                _refuse(entries, error)
        else:
            for entry in entries:
                killpoint(f"after-{entry.name}")
        self._truncate()

    def _write(self, entries: list[_Entry]) -> None:
        self._execute("BEGIN IMMEDIATE")
        if not self._run_plainly(entries):
            self._undo()
            self._execute("BEGIN IMMEDIATE")
            for entry in entries:
                self._run_one(entry)
        for entry in entries:
            killpoint(f"before-{entry.name}")
        self._execute("COMMIT")
        self._remedies.clear()

    def _run_plainly(self, entries: list[_Entry]) -> bool:
        """Run all jobs without savepoints, which cost as much as a tenth of the work.

        False as soon as one raises, which is rare: then all are undone and run again in one each.
        """
        try:
            for entry in entries:
                entry.result = entry.job(self._database)
        except Exception:  # noqa: BLE001 -- raised again by the second run, for the one who asked
            return False
        return True

    def _run_one(self, entry: _Entry) -> None:
        """Run a job in its savepoint; only errors of the disk reach the group."""
        self._execute("SAVEPOINT job")
        try:
            entry.result = entry.job(self._database)
        except driver.Error as error:
            if driver.code_of(error) in {BUSY, NOMEM, FULL, *FATAL}:
                raise
            entry.error = error
            self._execute("ROLLBACK TO job")
        except Exception as error:  # noqa: BLE001  (handed to the caller who asked)
            entry.error = error
            self._execute("ROLLBACK TO job")
        self._execute("RELEASE job")

    def _write_when_full(self, entries: list[_Entry]) -> None:
        """Make room by emptying the log of changes, which takes the reserve for a moment.

        If that is not enough, only what deletes or closes may use the reserve.
        """
        self._free_reserve()
        self._shred = True
        self._truncate()
        self._keep_reserve()
        essential = [entry for entry in entries if entry.essential]
        if not self._retry(entries) and essential:
            self._free_reserve()
            self._retry(essential)
            self._shred = True

    def _retry(self, entries: list[_Entry]) -> bool:
        try:
            for entry in entries:
                entry.error = None
            self._write(entries)
        except driver.Error as error:
            self._undo()
            self._judge(error)
            _refuse(entries, error)
            return False
        return True

    def _judge(self, error: BaseException) -> None:
        if driver.code_of(error) in FATAL:
            self._fatal("the disk refused to write or the database is damaged")

    def _undo(self) -> None:
        if self._database.conn.in_transaction:
            self._execute("ROLLBACK")
        for remedy in self._remedies:
            remedy()
        self._remedies.clear()

    def _truncate(self) -> None:
        """Empty the log of changes, which still holds deleted keys, until no reader holds it up."""
        if not self._shred:
            return
        patience = self._execute("PRAGMA busy_timeout").fetchone()[0]
        try:
            self._execute("PRAGMA busy_timeout = 0")  # messages do not wait for a slow reader
            busy = self._execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            self._shred = bool(busy)
        except driver.Error as error:
            self._judge(error)
        finally:
            self._execute(f"PRAGMA busy_timeout = {patience}")


def _refuse(entries: Iterable[_Entry], error: BaseException) -> None:
    for entry in entries:
        refusal = StoreUnavailable("Nothing was written.")
        refusal.__cause__ = error
        entry.error = refusal


def _resolve(entries: list[_Entry]) -> None:
    """Hand out results, with one wake-up for each event loop."""
    loops: dict[asyncio.AbstractEventLoop, list[_Entry]] = {}
    for entry in entries:
        if entry.loop is None:
            _finish(entry)
        else:
            loops.setdefault(entry.loop, []).append(entry)
    for loop, waiting in loops.items():
        if not loop.is_closed():
            loop.call_soon_threadsafe(_finish_all, waiting)


def _finish_all(entries: list[_Entry]) -> None:
    for entry in entries:
        _finish(entry)


def _finish(entry: _Entry) -> None:
    if entry.future.done():
        return
    if entry.error is not None:
        entry.future.set_exception(entry.error)
    else:
        entry.future.set_result(entry.result)
