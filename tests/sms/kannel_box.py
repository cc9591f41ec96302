"""A real Kannel on loopback: bearerbox, smsbox, and a handset behind its `fake` SMSC."""

from __future__ import annotations

import asyncio
import contextlib
import re
import shutil
import signal
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest

from tests.sms.support import NUMBER, SECRET

SHORT_CODE = "4040"
READY = {"bearerbox": b"Start-up done", "smsbox": b"Connected to bearerbox"}
SENT = re.compile(
    rb"^4040 \+\d+ (?:udh (?P<udh>\S+) )?(?P<kind>text|data|ucs-2) (?P<body>.*)", re.DOTALL
)
PATIENCE = 20.0

CONFIG = """
group = core
admin-port = {admin}
admin-password = {word}
admin-interface = 127.0.0.1
admin-allow-ip = 127.0.0.1
smsbox-port = {box}
smsbox-interface = 127.0.0.1
box-allow-ip = 127.0.0.1
log-file = {folder}/bearerbox.log
log-level = 2
store-type = file
store-location = {folder}/store
dlr-storage = internal
sms-resend-freq = 1

{network}
group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = {send}
sendsms-interface = 127.0.0.1
http-request-retry = 1000000
http-queue-delay = 1
log-file = {folder}/smsbox.log
log-level = 2

group = sendsms-user
username = safar
password = kannel-password
max-messages = 10
concatenation = true
user-allow-ip = 127.0.0.1

group = sms-service
keyword = default
catch-all = true
post-url = "http://127.0.0.1:{safar}/sms/kannel/{secret}?id=%I"
accept-x-kannel-headers = true
send-sender = true
max-messages = 0
concatenation = true
"""

FAKE = """group = smsc
smsc = fake
smsc-id = fake
port = {smsc}
connect-allow-ip = 127.0.0.1
"""
SMPP = """group = smsc
smsc = smpp
smsc-id = smpp
host = 127.0.0.1
port = {smsc}
transceiver-mode = true
smsc-username = safar
smsc-password = word
system-type = "VMA"
reconnect-delay = 1
"""


def free_port() -> int:
    """Return a port that nobody uses just now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@dataclass
class Kannel:
    """Both boxes, each of which can be killed and started again."""

    folder: Path
    safar: int
    """Where our own side listens."""
    smpp: int = 0
    """Where an SMSC listens that speaks SMPP; without one, phones connect to `ports["smsc"]`."""
    ports: dict[str, int] = field(default_factory=dict)
    boxes: dict[str, asyncio.subprocess.Process] = field(default_factory=dict)
    readers: dict[str, asyncio.Task[None]] = field(default_factory=dict)
    lines: list[bytes] = field(default_factory=list)

    async def start(self) -> None:
        """Write the configuration and start both boxes."""
        if shutil.which("bearerbox", path=PATH) is None:
            pytest.fail("Kannel is missing: `make setup` as root, or install the package kannel")
        self.ports = {name: free_port() for name in ("admin", "box", "smsc", "send")}
        self.ports["smsc"] = self.smpp or self.ports["smsc"]
        text = CONFIG.format(
            network=(SMPP if self.smpp else FAKE).format(**self.ports),
            **self.ports,
            safar=self.safar,
            folder=self.folder,
            secret=f"kannel-{SECRET}",
            word="x",
        )
        self.config.write_text(text)
        await self.run("bearerbox")
        await self.run("smsbox")

    @property
    def config(self) -> Path:
        """Where the configuration stands."""
        return self.folder / "kannel.conf"

    @property
    def url(self) -> str:
        """Where messages are handed in."""
        return f"http://127.0.0.1:{self.ports['send']}/cgi-bin/sendsms"

    async def run(self, name: str) -> None:
        """Start a box and return when it serves."""
        box = await asyncio.create_subprocess_exec(
            shutil.which(name, path=PATH) or name,
            # What it prints is at a level of its own, by default with every word.
            *("-v", "1"),
            str(self.config),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            cwd=self.folder,
        )
        self.boxes[name] = box
        assert box.stderr is not None
        await asyncio.wait_for(self._until(box.stderr, READY[name]), PATIENCE)
        self.readers[name] = asyncio.create_task(self._drain(box.stderr))

    async def _until(self, stream: asyncio.StreamReader, mark: bytes) -> None:
        while line := await stream.readline():
            self.lines.append(line)
            if mark in line:
                return
        pytest.fail(f"Kannel did not start: {b''.join(self.lines[-5:])!r}")

    async def _drain(self, stream: asyncio.StreamReader) -> None:
        while line := await stream.readline():
            self.lines.append(line)

    def logged(self) -> bytes:
        """Return what both boxes wrote into their logs."""
        return b"".join(path.read_bytes() for path in self.folder.glob("*.log"))

    async def kill(self, name: str) -> None:
        """End a box the way a power cut does."""
        self.boxes[name].send_signal(signal.SIGKILL)
        await self.boxes[name].wait()
        await self.readers[name]

    async def stop(self) -> None:
        """End what still runs."""
        for name, box in self.boxes.items():
            if box.returncode is None:
                await self.kill(name)


PATH = "/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin"


class Handset:
    """A phone: says and hears SMS, joins the parts of long ones."""

    def __init__(self, port: int, number: str = NUMBER) -> None:
        self._port = port
        self._number = number.removeprefix("+")
        self._parts: dict[bytes, dict[int, bytes]] = {}
        self.segments = 0
        self._pending = b""

    async def connect(self) -> None:
        """Reach the SMSC; it comes up a moment after bearerbox."""
        async with asyncio.timeout(PATIENCE):
            while True:
                try:
                    opened = await asyncio.open_connection("127.0.0.1", self._port)
                except ConnectionError:
                    await asyncio.sleep(0.05)
                    continue
                self._reader, self._writer = opened
                return

    async def say(self, words: str) -> None:
        """Send an SMS."""
        wide = "".join(f"%{byte:02X}" for byte in words.encode("utf-16-be"))
        kind, body = ("text", words) if words.isascii() else ("ucs2", wide)
        self._writer.write(f"{self._number} {SHORT_CODE} {kind} {body}\n".encode())
        await self._writer.drain()

    async def hear(self) -> str:
        """Return the next SMS that arrives, whole."""
        async with asyncio.timeout(PATIENCE):
            while True:
                found = SENT.match(await self._line())
                assert found is not None
                self.segments += 1
                whole = self._joined(found)
                if whole is not None:
                    return whole

    async def _line(self) -> bytes:
        """Return one message; the driver writes line ends of the text as they are."""
        line = self._pending or await self._reader.readline()
        self._pending = b""
        while True:
            try:
                more = await asyncio.wait_for(self._reader.readline(), 0.2)
            except TimeoutError:
                return line.removesuffix(b"\n")
            if not more or SENT.match(more):
                self._pending = more
                return line.removesuffix(b"\n")
            line += more

    def _joined(self, found: re.Match[bytes]) -> str | None:
        body = found["body"]
        if found["kind"] == b"text":
            return body.decode()
        plain = unquote_to_bytes(body.replace(b"+", b" "))
        if found["udh"] is None:
            return plain.decode("utf-16-be")
        udh = unquote_to_bytes(found["udh"])
        parts = self._parts.setdefault(udh[3:4], {})
        parts[udh[5]] = plain
        if len(parts) < udh[4]:
            return None
        del self._parts[udh[3:4]]
        whole = b"".join(parts[index + 1] for index in range(udh[4]))
        wide = b"\0" in whole or b"\x04" in whole
        return whole.decode("utf-16-be" if wide else "utf-8")

    async def close(self) -> None:
        """Switch off."""
        self._writer.close()
        with contextlib.suppress(ConnectionError):
            await self._writer.wait_closed()


@contextlib.asynccontextmanager
async def kannel(folder: Path, safar: int, smpp: int = 0) -> AsyncIterator[Kannel]:
    """Run Kannel for our side at a port."""
    built = Kannel(folder, safar, smpp)
    try:
        await built.start()
        yield built
    finally:
        await built.stop()
