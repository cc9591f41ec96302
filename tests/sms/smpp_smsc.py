"""A small SMSC that speaks SMPP 3.4, with one phone in its network: Kannel binds to it."""

from __future__ import annotations

import asyncio
import itertools
import struct
from dataclasses import dataclass

from tests.sms.kannel_box import PATIENCE, SHORT_CODE
from tests.sms.support import NUMBER

RESPONSE = 0x80000000
BINDS = {0x01, 0x02, 0x09}
SUBMIT, DELIVER, UNBIND, ENQUIRE = 0x04, 0x05, 0x06, 0x15
REPORT, HEADER = 0x04, 0x40
WIDE = 8
THROTTLED = 0x58
GSM = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\x1bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
ESCAPED = dict(zip(b"\x14\x28\x29\x2f\x3c\x3d\x3e\x40\x65", "^{}\\[~]|€", strict=True))


@dataclass(frozen=True)
class Submitted:
    """One `submit_sm`."""

    to: str
    flags: int
    validity: str
    reported: bool
    coding: int
    content: bytes


def submitted(body: bytes) -> Submitted:
    """Take a `submit_sm` apart."""
    _, rest = _text(body)
    _, rest = _text(rest[2:])
    to, rest = _text(rest[2:])
    flags, rest = rest[0], rest[3:]
    _, rest = _text(rest)
    validity, rest = _text(rest)
    reported, _, coding, _, length = rest[:5]
    return Submitted(to, flags, validity, bool(reported & 1), coding, rest[5 : 5 + length])


def _text(body: bytes) -> tuple[str, bytes]:
    found, _, rest = body.partition(b"\0")
    return found.decode(), rest


def decoded(content: bytes, coding: int) -> str:
    """Return the words of a part."""
    if coding == WIDE:
        return content.decode("utf-16-be")
    words, escaped = "", False
    for septet in content:
        words += ESCAPED.get(septet, "?") if escaped else GSM[septet]
        escaped = GSM[septet] == "\x1b" and not escaped
    return words.replace("\x1b", "")


class Smsc:
    """The same as `Handset`, behind SMPP."""

    def __init__(self, number: str = NUMBER) -> None:
        self._number = number.removeprefix("+")
        self._server: asyncio.Server | None = None
        self._bound = asyncio.Event()
        self._heard: asyncio.Queue[str] = asyncio.Queue()
        self._parts: dict[int, dict[int, str]] = {}
        self._ids = itertools.count(1001)
        self._numbers = itertools.count(1)
        self._writer: asyncio.StreamWriter | None = None
        self.refusals: list[int] = []
        """Statuses to answer the next messages with."""
        self.segments = 0
        self.submits: list[Submitted] = []
        self.acknowledged: asyncio.Queue[int] = asyncio.Queue()

    async def start(self) -> int:
        """Listen; return the port."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return int(self._server.sockets[0].getsockname()[1])

    async def connect(self) -> None:
        """Return when Kannel is bound."""
        await asyncio.wait_for(self._bound.wait(), PATIENCE)

    async def say(self, words: str) -> None:
        """Send an SMS from the phone to the short code."""
        coding, content = (
            (0, words.encode()) if words.isascii() else (WIDE, words.encode("utf-16-be"))
        )
        await self._deliver(0, coding, content)

    async def hear(self) -> str:
        """Return the next SMS that arrives at the phone, whole."""
        return await asyncio.wait_for(self._heard.get(), PATIENCE)

    async def close(self) -> None:
        """Go away."""
        assert self._server is not None
        self._server.close()
        if self._writer is not None:
            self._writer.transport.abort()
        await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readexactly(16)
                length, command, status, number = struct.unpack(">IIII", head)
                await self._take(
                    writer, command, status, number, await reader.readexactly(length - 16)
                )
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def _take(
        self, writer: asyncio.StreamWriter, command: int, status: int, number: int, body: bytes
    ) -> None:
        if command in BINDS:
            self._writer = writer
            self._write(writer, command | RESPONSE, number, b"smsc\0")
            self._bound.set()
        elif command == SUBMIT:
            await self._submit(writer, number, submitted(body))
        elif command in {ENQUIRE, UNBIND}:
            self._write(writer, command | RESPONSE, number)
        elif command == DELIVER | RESPONSE:
            self.acknowledged.put_nowait(status)

    async def _submit(self, writer: asyncio.StreamWriter, number: int, sms: Submitted) -> None:
        if self.refusals:
            self._write(writer, SUBMIT | RESPONSE, number, status=self.refusals.pop(0))
            return
        self.submits.append(sms)
        self.segments += 1
        name = str(next(self._ids))
        self._write(writer, SUBMIT | RESPONSE, number, name.encode() + b"\0")
        self._join(sms)
        if sms.reported:
            stamp = "2611210900"
            said = f"id:{name} sub:001 dlvrd:001 submit date:{stamp} done date:{stamp} stat:DELIVRD"
            await self._deliver(REPORT, 0, f"{said} err:000 text:".encode())

    def _join(self, sms: Submitted) -> None:
        if not sms.flags & HEADER:
            self._heard.put_nowait(decoded(sms.content, sms.coding))
            return
        _, _, _, reference, total, index = sms.content[:6]
        parts = self._parts.setdefault(reference, {})
        parts[index] = decoded(sms.content[6:], sms.coding)
        if len(parts) == total:
            del self._parts[reference]
            self._heard.put_nowait("".join(parts[one] for one in sorted(parts)))

    async def _deliver(self, flags: int, coding: int, content: bytes) -> None:
        assert self._writer is not None
        addresses = b"\1\1" + self._number.encode() + b"\0\0\1" + SHORT_CODE.encode() + b"\0"
        middle = bytes([flags, 0, 0]) + b"\0\0" + bytes([0, 0, coding, 0, len(content)])
        self._write(
            self._writer, DELIVER, next(self._numbers), b"\0" + addresses + middle + content
        )
        await self._writer.drain()

    def _write(
        self,
        writer: asyncio.StreamWriter,
        command: int,
        number: int,
        body: bytes = b"",
        status: int = 0,
    ) -> None:
        writer.write(struct.pack(">IIII", 16 + len(body), command, status, number) + body)
