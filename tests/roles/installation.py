"""An installation on Redis for tests: real processes of `safar run`, started and killed at will."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests.conftest import ROOT
from tests.store.redis_server import RedisServer

READY = "Ctrl-C"
LINK = re.compile(r"(Visitor|Operator):\s+(\S+)")


@dataclass
class Process:
    """One process of a role: where it is reached, and its ways to end."""

    role: str
    links: dict[str, str]
    process: asyncio.subprocess.Process

    async def kill(self) -> None:
        """End it as `kill -9` does."""
        self.process.kill()
        await self.process.wait()

    async def stop(self) -> int:
        """End it as a supervisor does; return its exit code."""
        if self.process.returncode is None:
            self.process.send_signal(signal.SIGTERM)
        return await self.process.wait()


@dataclass
class Installation:
    """One folder of keys, one Redis, and whatever processes a test wants."""

    folder: Path
    server: RedisServer
    settings: dict[str, str] = field(default_factory=dict)
    living: list[Process] = field(default_factory=list)
    clients: list[httpx.AsyncClient] = field(default_factory=list)

    @property
    def log(self) -> Path:
        """Where every process writes its log."""
        return self.folder / "log"

    def environment(self, name: str, **more: str) -> dict[str, str]:
        """Return the environment of a process: its own data, the keys that all share.

        An empty value takes a setting out.
        """
        quiet = {one: value for one, value in os.environ.items() if not one.startswith("SAFAR_")}
        own = {
            "SAFAR_DATA": str(self.folder / name),
            "SAFAR_KEY_FILE": str(self.folder / "keys" / "key"),
            "SAFAR_REDIS_URL": self.server.url,
            "SAFAR_PORT": "0",
            "SAFAR_DESK_PORT": "0",
            "SAFAR_METRICS_PORT": "0",
            "SAFAR_PILOT": "yes",
        }
        wanted = {**own, **self.settings, **more}
        return {**quiet, **{one: value for one, value in wanted.items() if value}}

    async def start(self, role: str, name: str = "", **more: str) -> Process:
        """Start a process and wait until it says that it is there."""
        log = self.log.open("ab")
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", "run", "--role", role),
            cwd=ROOT,
            env=self.environment(name or role, **more),
            stdout=asyncio.subprocess.PIPE,
            stderr=log,
        )
        log.close()
        assert process.stdout is not None
        printed = ""
        while READY not in printed:
            line = await process.stdout.readline()
            assert line, self.log.read_text("utf-8")[-2000:]
            printed += line.decode()
        started = Process(role, dict(LINK.findall(printed)), process)
        self.living.append(started)
        return started

    async def safar(self, *arguments: str, name: str = "desk", **more: str) -> tuple[int, str, str]:
        """Run a command on it; return the exit code and what it printed on both ways."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bot", *arguments),
            cwd=ROOT,
            env=self.environment(name, **more),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        printed, complained = await process.communicate()
        return process.returncode or 0, printed.decode(), complained.decode()

    def browser(self, link: str) -> httpx.AsyncClient:
        """Return a browser at home on one origin."""
        origin = link.rstrip("/")
        headers = {"origin": origin, "sec-fetch-site": "same-origin", "accept-language": "en"}
        client = httpx.AsyncClient(base_url=origin, headers=headers, timeout=30)
        self.clients.append(client)
        return client

    async def end(self) -> None:
        """Close and stop whatever is still there."""
        for client in self.clients:
            await client.aclose()
        for one in self.living:
            await one.stop()
        self.server.stop()
