"""A real redis-server for tests, on a socket in a folder of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

SAFE = ("--appendonly", "yes", "--appendfsync", "always", "--save", "")
PATIENCE = 20.0
STEP = 0.01


@dataclass
class RedisServer:
    """Started and ended at will; its files stay in `folder`."""

    folder: Path
    arguments: tuple[str, ...] = SAFE
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def path(self) -> str:
        """The socket."""
        return str(self.folder / "r.sock")

    @property
    def url(self) -> str:
        """What Safar is told."""
        return f"unix://{self.path}"

    def start(self) -> RedisServer:
        """Start it and wait until it has read its files."""
        self.folder.mkdir(parents=True, exist_ok=True)
        command = ["redis-server", "--port", "0", "--unixsocket", self.path]
        command += ["--dir", str(self.folder), "--daemonize", "no", "--loglevel", "warning"]
        log = (self.folder / "server.log").open("ab")
        self.process = subprocess.Popen(
            [*command, *self.arguments],
            stdout=log,
            stderr=log,
            env={**os.environ, **self.environment},
        )
        log.close()
        self.wait()
        return self

    def wait(self) -> None:
        """Wait until it answers PING with PONG, loading done."""
        end = time.monotonic() + PATIENCE
        while not self.ask("PING").startswith(b"+PONG"):
            if time.monotonic() > end:
                raise TimeoutError
            time.sleep(STEP)

    def ask(self, *words: str) -> bytes:
        """Return the raw beginning of a reply; b"" when nobody answers."""
        try:
            with socket.socket(socket.AF_UNIX) as link:
                link.settimeout(5)
                link.connect(self.path)
                link.sendall(_packed(words))
                return link.recv(1 << 20)
        except OSError:
            return b""

    def kill(self) -> None:
        """End it as `kill -9` does."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None

    def stop(self) -> None:
        """End it in good order."""
        if self.process is not None:
            self.process.terminate()
            self.process.wait()
            self.process = None


def _packed(words: tuple[str, ...]) -> bytes:
    parts = [f"*{len(words)}\r\n".encode()]
    for word in words:
        raw = word.encode()
        parts.append(b"$%d\r\n%s\r\n" % (len(raw), raw))
    return b"".join(parts)
