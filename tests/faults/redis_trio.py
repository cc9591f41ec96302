"""A master, a replica and a Sentinel on loopback, and what a fail-over loses."""

from __future__ import annotations

import asyncio
import signal
import socket
import subprocess
from contextlib import suppress
from pathlib import Path

from bot.dialogue.values import ChannelKind
from bot.service.failures import StoreUnavailable
from bot.service.records import Address, Inbound, InboundKind
from bot.store.redis import RedisStore, open_redis
from bot.vault import Vault
from tests.faults.powercut_worker import NOW
from tests.store.redis_server import SAFE

CHAT = Address(ChannelKind.TELEGRAM, "7770001")
LOOK = 0.05


class Trio:
    """Three processes; the first two keep their files below `home`."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self.ports = [_free() for _ in range(3)]
        self._processes: list[subprocess.Popen[bytes]] = []

    @property
    def url(self) -> str:
        """What Safar is told."""
        return f"sentinel://127.0.0.1:{self.ports[2]}/safar"

    async def start(self) -> None:
        """Start all three and wait until the replica follows."""
        master, replica, sentinel = self.ports
        self._run("master", "--port", str(master), *SAFE)
        follow = ("--replicaof", "127.0.0.1", str(master), "--repl-diskless-sync-delay", "0")
        self._run("replica", "--port", str(replica), *follow, *SAFE)
        await self._answers(1, b"master_link_status:up", "INFO", "replication")
        watch = self._home / "sentinel.conf"
        watch.write_text(
            f"port {sentinel}\nsentinel monitor safar 127.0.0.1 {master} 1\n"
            "sentinel down-after-milliseconds safar 300\n"
            "sentinel failover-timeout safar 2000\n"
        )
        self._run("sentinel", str(watch), "--sentinel")
        await self._answers(2, b"num-slaves\r\n$1\r\n1", "SENTINEL", "MASTER", "safar")

    async def _answers(self, which: int, wanted: bytes, *words: str) -> None:
        while True:
            if wanted in await self.ask(which, *words):
                return
            await asyncio.sleep(LOOK)

    def _run(self, name: str, *words: str) -> None:
        folder = self._home / name
        folder.mkdir()
        where = () if name == "sentinel" else ("--dir", str(folder))
        command = ["redis-server", *words, *where]
        quiet = subprocess.DEVNULL
        self._processes.append(subprocess.Popen(command, cwd=folder, stdout=quiet, stderr=quiet))

    async def ask(self, which: int, *words: str) -> bytes:
        """Return the raw beginning of a reply; b"" when nobody answers."""
        with suppress(OSError):
            reader, writer = await asyncio.open_connection("127.0.0.1", self.ports[which])
            parts = [f"${len(word.encode())}\r\n{word}\r\n" for word in words]
            writer.write(f"*{len(words)}\r\n{''.join(parts)}".encode())
            reply = await reader.read(1 << 16)
            writer.close()
            return reply
        return b""

    def signal(self, which: int, number: int) -> None:
        """Send a signal to the master (0), the replica (1) or the Sentinel (2)."""
        self._processes[which].send_signal(number)

    def end(self) -> None:
        """Leave no process behind."""
        for process in self._processes:
            process.send_signal(signal.SIGCONT)
            process.kill()
            process.wait()


def _free() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _said(number: int) -> Inbound:
    return Inbound(f"{number}", InboundKind.SAID, "{}", NOW, CHAT)


async def failover(trio: Trio, before: int, unseen: int) -> tuple[int, int]:
    """Lose the master after `before` words that the replica has and `unseen` that it has not.

    Return how many were acknowledged and how many of these are lost.
    """
    store = await open_redis(trio.url, Vault.throwaway())
    accepted = [number for number in range(before) if await _accepted(store, number)]
    assert await trio.ask(0, "WAIT", "1", "5000") == b":1\r\n"
    trio.signal(1, signal.SIGSTOP)
    await trio.ask(0, "CLIENT", "KILL", "TYPE", "replica")
    last = range(before, before + unseen)
    accepted += [number for number in last if await _accepted(store, number)]
    trio.signal(0, signal.SIGKILL)
    trio.signal(1, signal.SIGCONT)
    await _goes_on(store)
    again = [len(await store.accept([_said(number)])) for number in accepted]
    await store.aclose()
    return len(accepted), sum(again)


async def _accepted(store: RedisStore, number: int) -> bool:
    try:
        await store.accept([_said(number)])
    except StoreUnavailable:
        return False
    return True


async def _goes_on(store: RedisStore) -> None:
    """Wait until words are accepted again, by whoever is master now."""
    while True:
        if await _accepted(store, -1):
            return
        await asyncio.sleep(LOOK)
