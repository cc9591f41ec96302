"""The smallest HTTP/1.1 server that can also misbehave: hang up, stay silent, answer rubbish."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import struct
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum


class Manner(StrEnum):
    """How a reply is given."""

    ANSWER = "answer"
    RESET = "reset"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request."""

    verb: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Reply:
    """One response, or what happens in its place."""

    status: int = 200
    body: bytes = b""
    manner: Manner = Manner.ANSWER
    headers: dict[str, str] = field(default_factory=dict)


class Server:
    """Serves `handle` on a free port of loopback."""

    def __init__(self, handle: Callable[[Asked], Awaitable[Reply]]) -> None:
        self._handle = handle
        self._server: asyncio.Server | None = None
        self._serving: dict[asyncio.StreamWriter, asyncio.Task[None] | None] = {}
        self.port = 0
        self.connections = 0

    async def start(self) -> None:
        """Listen; a second start listens on the same port again."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Stop listening and hang up on everybody."""
        if self._server is None:
            return
        self._server.close()
        serving = [task for task in self._serving.values() if task is not None]
        for writer in tuple(self._serving):
            writer.transport.abort()
        for task in serving:
            task.cancel()
        await asyncio.gather(*serving, return_exceptions=True)
        await self._server.wait_closed()
        self._server = None

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        self._serving[writer] = asyncio.current_task()
        ends = (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError)
        with contextlib.suppress(*ends):
            while await self._one(reader, writer):
                pass
        del self._serving[writer]
        writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        reply = await self._handle(await read_request(reader))
        if reply.manner is Manner.RESET:
            _reset(writer)
            return False
        if reply.manner is Manner.SILENCE:
            await reader.read()
            return False
        writer.write(encode(reply))
        await writer.drain()
        return True


async def read_request(reader: asyncio.StreamReader) -> Asked:
    """Return the next request of a connection."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    verb, path, _ = head[0].split(" ", 2)
    pairs = [line.split(":", 1) for line in head[1:] if ":" in line]
    headers = {name.lower(): value.strip() for name, value in pairs}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Asked(verb, path, headers, body)


def encode(reply: Reply) -> bytes:
    """Return a response as it goes over the wire."""
    headers = {
        "content-type": "application/json",
        "content-length": str(len(reply.body)),
        **reply.headers,
    }
    lines = [f"HTTP/1.1 {reply.status} X", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + reply.body


def _reset(writer: asyncio.StreamWriter) -> None:
    """End a connection by a reset instead of a farewell."""
    raw = writer.get_extra_info("socket")
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
