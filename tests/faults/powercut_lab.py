"""Starts the worker, ends it in the ways under test, and asks the store what is left."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.service.killpoint import VARIABLE
from bot.service.records import Delivery, Source, TicketState
from bot.store.file import NAME
from bot.store.sqlite import SqliteStore, open_sqlite
from bot.vault import Vault
from tests.faults.powercut_worker import MESSAGES, VISITORS, address_of, ticket_of

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).resolve().parent


@dataclass
class Lab:
    """One installation under test, with all that its processes promised."""

    home: Path
    acknowledged: set[tuple[int, int]] = field(default_factory=set)
    sent: Counter[tuple[int, int]] = field(default_factory=Counter)
    kills: int = 0

    def command(self, *options: str) -> list[str]:
        """Return how to start the worker."""
        return [sys.executable, "-m", "tests.faults.powercut_worker", str(self.home), *options]

    def run(self, *options: str, **environment: str) -> int:
        """Run the worker until it ends, and remember what it promised."""
        result = subprocess.run(
            self.command(*options),
            cwd=ROOT,
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        self.heard(result.stdout)
        self.kills += result.returncode != 0
        return result.returncode

    def run_until(self, acknowledged: int, *options: str, **environment: str) -> None:
        """Kill the worker with SIGKILL after so many acknowledgements."""
        with subprocess.Popen(
            self.command(*options),
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            lines: list[str] = []
            while len(self.acks(lines)) < acknowledged and (line := process.stdout.readline()):
                lines.append(line)
            process.kill()
            lines.extend(process.stdout)
        self.heard("".join(lines))
        self.kills += 1

    @staticmethod
    def acks(lines: list[str]) -> list[str]:
        """Return the lines that acknowledge."""
        return [line for line in lines if line.startswith("ack")]

    def heard(self, output: str) -> None:
        """Take note of promises."""
        for verb, visitor, number in re.findall(r"^(ack|sent) (\d+) (\d+)$", output, re.MULTILINE):
            pair = (int(visitor), int(number))
            if verb == "ack":
                self.acknowledged.add(pair)
            else:
                self.sent[pair] += 1

    def killed_at(self, place: str, *options: str) -> None:
        """Run into a named place, once."""
        assert self.run(*options, **{VARIABLE: place}) == -9

    def kept(self) -> set[tuple[int, int]]:
        """Return what a restarted store knows of, handled or waiting."""
        return asyncio.run(self._kept())

    async def _kept(self) -> set[tuple[int, int]]:
        found: set[tuple[int, int]] = set()
        with self.opened() as store:
            for visitor in range(VISITORS):
                conversation = await store.find(address_of(visitor))
                if conversation is None:
                    continue
                words = [line.blocks[0] for line in await store.messages(conversation)]
                waiting = await store.load(conversation)
                words += [waiting.inbound.body] if waiting else []
                found |= {_pair(word) for word in words if re.fullmatch(r"\d+ \d+", word)}
        return found

    def check(self) -> None:
        """Assert what was promised, after a run that came to its end (A1 to A5, A7, A9)."""
        assert self.acknowledged == EVERYTHING
        asyncio.run(self._check_log())
        assert set(self.sent) == EVERYTHING
        assert max(self.sent.values()) <= 1 + self.kills
        assert sum(copies - 1 for copies in self.sent.values()) <= self.kills * VISITORS

    async def _check_log(self) -> None:
        with self.opened() as store:
            assert await store.backlog(10) == ()
            assert await store.tickets() == ()
            for visitor in range(VISITORS):
                conversation = await store.find(address_of(visitor))
                assert conversation is not None
                lines = await store.messages(conversation)
                own = [line.blocks[0] for line in lines if line.source is Source.VISITOR]
                assert own == [f"{visitor} {number}" for number in range(MESSAGES)]
                assert {line.delivery for line in lines} == {Delivery.SENT}
                ticket = await store.ticket(ticket_of(visitor))
                assert ticket is not None
                assert ticket.state is TicketState.CLOSED

    def rows(self, table: str) -> int:
        """Count the rows of a table."""
        vault = Vault.open(self.home / "keys" / "key", self.home / "data")
        file = open_sqlite(self.home / "data", vault, reserve_bytes=0)
        try:
            return file.read_now(lambda db: db.table(table).count)
        finally:
            file.close()

    @contextmanager
    def opened(self) -> Iterator[SqliteStore]:
        """Open the store as the next process would; a damaged database is refused here."""
        vault = Vault.open(self.home / "keys" / "key", self.home / "data")
        file = open_sqlite(self.home / "data", vault, reserve_bytes=0)
        try:
            yield SqliteStore(file, vault)
        finally:
            file.close()


EVERYTHING = {(visitor, number) for visitor in range(VISITORS) for number in range(MESSAGES)}


def _pair(word: str) -> tuple[int, int]:
    visitor, number = word.split()
    return int(visitor), int(number)


def cut(log: Path, data: Path) -> int:
    """Cut every file of a data directory back to its last sync; return the bytes lost."""
    sizes: dict[str, int] = {}
    for line in log.read_text().splitlines():
        size, name = line.split(" ", 1)
        sizes[name] = int(size)
    lost = 0
    for path in (data / NAME, data / f"{NAME}-wal"):
        durable = sizes.get(str(path.resolve()), 0)
        lost += path.stat().st_size - durable
        os.truncate(path, durable)
    (data / f"{NAME}-shm").unlink(missing_ok=True)
    return lost
