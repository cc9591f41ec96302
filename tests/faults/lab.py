"""Starts the process under test, ends it in the ways under test, and asks what is left."""

from __future__ import annotations

import asyncio
import json
import os
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from functools import partial
from pathlib import Path

from bot.dialogue.values import ChannelKind
from bot.service import wire
from bot.service.records import Address, LogLine, Source
from bot.store import inbox, lines, talks
from bot.store.driver import Connection, Database
from bot.store.sqlite import SqliteFile, SqliteStore, open_sqlite
from bot.store.staff import SqliteStaff
from bot.store.talks import Means
from bot.vault import Vault
from tests.faults.child import data_of, key_of, waiting
from tests.faults.oracle import Kept, Rest, Seen, Spoken, found
from tests.faults.platform import Platform

MANY = 1_000_000


class Child:
    """One life of the process."""

    def __init__(
        self, pid: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.pid, self._reader, self._writer = pid, reader, writer
        self._code: int | None = None

    async def ask(self, word: str) -> str:
        """Say a word and return the answer; "" when it died instead."""
        self._writer.write(word.encode() + b"\n")
        return await self.heard()

    async def heard(self) -> str:
        """Return its next word; "" when it died."""
        if self._code is not None:
            return ""
        line = (await self._reader.readline()).decode().strip()
        if line.startswith("exit "):
            self._code = int(line.removeprefix("exit "))
            self._writer.close()
            return ""
        return line

    async def ended(self) -> int:
        """Wait until it is dead; return its exit code, minus the signal that killed it."""
        while self._code is None:
            await self.heard()
        return self._code

    def signal(self, number: int) -> None:
        """Send a signal if it lives."""
        if self._code is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    async def kill(self) -> None:
        """Kill it, whatever it is doing."""
        self.signal(signal.SIGKILL)
        await self.ended()

    async def stop(self) -> int:
        """Ask it to stop, as a supervisor does; return its exit code."""
        self.signal(signal.SIGTERM)
        return await self.ended()


class Lab:
    """One installation with its platform, over many lives of the process."""

    def __init__(self, home: Path, platform: Platform, nursery: Path) -> None:
        self.home, self.platform, self._nursery = home, platform, nursery
        self.kills = 0
        self.asked: set[str] = set()
        self.uneven: set[str] = set()
        self._living: list[Child] = []

    @property
    def data(self) -> Path:
        """Where the database stands."""
        return data_of(self.home)

    @property
    def log(self) -> Path:
        """Where every life writes its log."""
        return self.home / "log"

    async def start(self, *wrong: str, kill_at: str = "") -> Child:
        """Begin a life, to be killed at a named place if one is given."""
        reader, writer = await asyncio.open_unix_connection(str(self._nursery))
        wish = {"home": str(self.home), "port": self.platform.port, "log": str(self.log)}
        wish |= {"wrong": wrong, "kill_at": kill_at}
        writer.write(json.dumps(wish).encode() + b"\n")
        child = Child(int(await reader.readline()), reader, writer)
        self._living.append(child)
        return child

    async def killed_at(self, place: str, *wrong: str, words: Sequence[str] = ()) -> None:
        """Run into a named place; the words are asked of it until it dies there."""
        child = await self.start(*wrong, kill_at=place)
        if words:
            assert await child.heard() == "ready"
        for word in words:
            await child.ask(word)
        code = await child.ended()
        assert code == -signal.SIGKILL, f"ended with {code}, not at {place}"
        self.kills += 1

    async def rest(self) -> Rest:
        """Let everything come to rest in a good life, and return what the store holds."""
        child = await self.start()
        assert await child.heard() == "ready"
        await self.platform.confirmation()
        assert await child.ask("idle") == "done"
        assert await child.stop() == 0
        return await self.kept()

    async def check(self) -> Rest:
        """Assert that nothing is wrong once everything came to rest."""
        rest = await self.rest()
        wrong = found(self.seen(), rest)
        assert not wrong, wrong
        return rest

    def seen(self) -> Seen:
        """Return what the platform saw."""
        platform = self.platform
        return Seen(
            platform.confirmed,
            platform.sent,
            self.kills,
            asked=frozenset(self.asked),
            uneven=frozenset(self.uneven),
        )

    async def kept(self) -> Rest:
        """Return what the store holds, read as the next process would."""
        async with self.opened() as (file, store, staff):
            means = store._means
            chats = {}
            for chat in sorted({one.chat for one in self.platform.updates}):
                kept = await file.read(partial(_of_chat, means, chat))
                if kept is not None:
                    chats[chat] = kept
            waits = await file.read(waiting)
            bad = await file.read(lambda db: damages(db.conn))
            return Rest(chats, waits, await staff.verify(), bad)

    async def rows(self, table: str) -> int:
        """Count the rows of a table."""
        async with self.opened() as (file, _, _):
            return int(await file.read(lambda db: db.table(table).count))

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[tuple[SqliteFile, SqliteStore, SqliteStaff]]:
        """Open the store; a damaged database is refused here."""
        vault = Vault.open(key_of(self.home), self.data)
        file = open_sqlite(self.data, vault, reserve_bytes=0)
        try:
            staff = SqliteStaff(file, vault.staff_key)
            await staff.prepare()
            yield file, SqliteStore(file, vault), staff
        finally:
            file.close()

    async def end(self) -> None:
        """Leave no process behind."""
        for child in self._living:
            await child.kill()


def _of_chat(means: Means, chat: str, db: Database) -> Kept | None:
    """Return what is kept of a chat, handled or not; None when nobody finds it."""
    conn = db.conn
    talk = talks.by_address(conn, means, Address(ChannelKind.TELEGRAM, chat))
    if talk is None:
        return None
    log = lines.messages(conn, means, talk.id, 0, MANY)
    rows = conn.execute("SELECT id, kind, sealed FROM inbox WHERE n = ? ORDER BY id", (talk.n,))
    unhandled = [wire.text(inbox.opened(talk, *row)) for row in rows.fetchall()]
    heard = [line.blocks[0] for line in log if line.source is Source.VISITOR]
    told = [spoken(line) for line in log if line.source is not Source.VISITOR]
    (tickets,) = conn.execute("SELECT count(*) FROM tickets WHERE n = ?", (talk.n,)).fetchone()
    return Kept((*heard, *filter(None, unhandled)), tuple(told), talk.version, tickets)


def spoken(line: LogLine) -> Spoken:
    """Return a line of the log as the oracle compares it."""
    version = line.choices[0].data.split(":")[1] if line.choices else ""
    return Spoken("\n".join(line.blocks), version, line.delivery)


def damages(conn: Connection) -> list[str]:
    """Return what SQLite finds wrong with the file."""
    checks = ("PRAGMA integrity_check", "PRAGMA foreign_key_check")
    rows = [str(row[0]) for check in checks for row in conn.execute(check).fetchall()]
    return [row for row in rows if row != "ok"]
