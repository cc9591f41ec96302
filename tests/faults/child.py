"""The process under test: the whole house on a data directory, behind a platform on loopback.

    python -m tests.faults.child HOME PORT [WRONG...]

On stdin it takes one wish a line and answers one word on stdout: `idle`, `take`, `purge`, `over`,
`say TICKET WORDS`, `note TICKET WORDS`, `close TICKET`; SIGTERM stops it as it would stop
safar. WRONG words break it on purpose, so that the checks can be seen to fail.
"""

from __future__ import annotations

import asyncio
import os
import secrets
import sys
from datetime import timedelta
from pathlib import Path

from sqlcipher3 import _sqlite3

from bot import log
from bot.bootstrap import House, clock, open_house
from bot.dialogue.values import OperatorId, TicketId
from bot.entry import worker
from bot.service.receive import OUTBOX
from bot.service.staff import Act, Outcome, WrapUp
from bot.store.driver import Database
from bot.store.file import DataError
from bot.vault import VaultError
from tests.faults.damage import DAMAGES
from tests.faults.disk import Hooks, Shadow, fill, refuse_sync, watch
from tests.faults.wire import (
    ForgetfulChannel,
    HastyPoller,
    Line,
    NamelessPoller,
    Poller,
    WireChannel,
)

MODULE = str(_sqlite3.__file__)
OPERATOR = OperatorId("op-1")
LOOK = 0.02
KEPT: list[Hooks] = []
"""What C code calls must live as long as the process."""


def data_of(home: Path) -> Path:
    """Return the data directory of an installation under test."""
    return home / "data"


def key_of(home: Path) -> Path:
    """Return its key file."""
    return home / "keys" / "key"


class Desk:
    """Does what an operator would, on a word."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def obey(self, word: str) -> str:
        """Do it and say what came of it."""
        match word.split(maxsplit=2):
            case ["idle"]:
                await self._idle()
                return "done"
            case ["take"]:
                return await self._take()
            case ["close", ticket]:
                return await self._close(TicketId(ticket))
            case ["say" | "note" as how, ticket, words]:
                return await self._say(how, TicketId(ticket), words)
            case ["purge"]:
                return await self._purge()
            case ["over"]:
                return await self._over()
            case _:
                return "unknown"

    async def _idle(self) -> None:
        """Return when nothing waits in the inbox or the outbox."""
        while await self._house.file.read(waiting):
            await self._house.reception.idle()
            await self._house.wakes.wait(OUTBOX, LOOK)

    async def _take(self) -> str:
        now = clock()
        await self._house.tickets.on_duty(OPERATOR, now + timedelta(hours=1))
        ticket = await self._house.tickets.take_next(OPERATOR, now)
        if ticket is None:
            return "none"
        await self._house.records.record(now, OPERATOR, Act.TOOK, ticket.id)
        await self._house.tickets.say(ticket.id, OPERATOR, "hello", "I am here.")
        return ticket.id

    async def _say(self, how: str, ticket: TicketId, words: str) -> str:
        tell_them = self._house.tickets.say if how == "say" else self._house.tickets.note
        await tell_them(ticket, OPERATOR, secrets.token_hex(8), words)
        return "done"

    async def _close(self, ticket: TicketId) -> str:
        done = await self._house.tickets.close(ticket, OPERATOR, WrapUp(Outcome.INFORMED))
        await self._house.records.record(clock(), OPERATOR, Act.CLOSED, ticket)
        return str(done)

    async def _over(self) -> str:
        """Let what is over by the clock of this process go; return how many talks are left."""
        await self._house.store.purge(clock())
        return str(await self._house.file.read(lambda db: db.table("conversations").count))

    async def _purge(self) -> str:
        """Let a day of silence pass, then the hour, as if no timer were left to fire."""
        later = clock() + timedelta(hours=25)
        await self._house.file.write(lambda db: db.execute("DELETE FROM timers").rowcount)
        await self._house.store.purge(later)
        purged = await self._house.store.purge(later + timedelta(hours=2))
        await self._house.file.shredded()
        return str(purged.conversations)


def waiting(db: Database) -> int:
    """Return how much is still to be handled or sent."""
    (count,) = db.execute(
        "SELECT (SELECT count(*) FROM inbox WHERE tries < 5) + (SELECT count(*) FROM outbox)"
    ).fetchone()
    return int(count)


async def commands(desk: Desk) -> None:
    """Take words from stdin until it is closed."""
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        tell(await desk.obey(line.decode().strip()))


def tell(word: str) -> None:
    """Say a word that survives whatever happens next."""
    os.write(1, word.encode() + b"\n")


async def greet() -> None:
    """Say that signals are heard from now on."""
    tell("ready")


def break_on_purpose(home: Path, wrong: list[str]) -> None:
    """Break what the words name: the disk, the sealing, the log, the turn."""
    if "watch" in wrong:
        KEPT.append(watch(MODULE, Shadow(data_of(home), home / "synced")))
    for word in wrong:
        if word in DAMAGES:
            DAMAGES[word]()
        if word.startswith("eio:"):
            KEPT.append(refuse_sync(MODULE, int(word.removeprefix("eio:"))))
        if word.startswith("room:"):
            KEPT.append(fill(MODULE, data_of(home), int(word.removeprefix("room:"))))


async def run(home: Path, port: int, wrong: list[str]) -> None:
    """Open the house and work until a signal comes."""
    line = Line(port)
    wire = WireChannel(line)
    channel = ForgetfulChannel(wire) if "forgetful" in wrong else wire
    house = await open_house(data_of(home), key_of(home), {channel.kind: channel})
    if "weak" in wrong:
        house.file._database.conn.execute("PRAGMA synchronous = NORMAL")
    kinds = {"hasty": HastyPoller, "nameless": NamelessPoller}
    kind = next((kinds[word] for word in wrong if word in kinds), Poller)
    hearing = asyncio.create_task(commands(Desk(house)))
    try:
        await worker.until_stopped(
            worker.stop_signal(), house, [], [], [greet, kind(line, house.reception).run]
        )
    finally:
        hearing.cancel()
        line.close()
        house.file.close()


def main(home: Path, port: int, wrong: list[str]) -> int:
    """Live one life; return the exit code."""
    log.configure(level=10)
    log.hook()
    break_on_purpose(home, wrong)
    try:
        asyncio.run(run(home, port, wrong))
    except (DataError, VaultError) as error:
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]))
