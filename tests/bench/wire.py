"""A small HTTP/1.1 client to measure with: one connection each, and hardly any work."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

LENGTH = re.compile(rb"(?i)content-length: *(\d+)")
COOKIE = re.compile(rb"(?i)set-cookie: *([^;\r]+)")
LOCATION = re.compile(rb"(?i)location: *([^\r]+)")

Hear = Callable[[bytes], None]


class Answer:
    """Status, head and body of one answer."""

    def __init__(self, head: bytes, body: bytes) -> None:
        self.status = int(head[9:12])
        self.head = head
        self.body = body

    def cookie(self) -> str:
        """Return the first cookie given. Raises AssertionError if none was."""
        found = COOKIE.search(self.head)
        assert found is not None
        return found[1].decode()

    def location(self) -> str:
        """Return where it leads. Raises AssertionError if nowhere."""
        found = LOCATION.search(self.head)
        assert found is not None
        return found[1].decode()


class Line:
    """One keep-alive connection; opened anew when the server closed it."""

    def __init__(self, url: str, headers: Mapping[str, str]) -> None:
        self._parts = urlsplit(url)
        self.headers = dict(headers)
        self._open: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._busy = asyncio.Lock()

    async def ask(self, method: str, path: str, kind: str = "", body: str = "") -> Answer:
        """Send one request and read its whole answer."""
        async with self._busy:
            for _ in range(2):
                try:
                    return await self._ask(method, path, kind, body)
                except (ConnectionError, asyncio.IncompleteReadError):
                    self.close()
            raise ConnectionError("the server closed a new connection")

    async def _ask(self, method: str, path: str, kind: str, body: str) -> Answer:
        if self._open is None:
            port = self._parts.port
            self._open = await asyncio.open_connection(self._parts.hostname, port)
        reader, writer = self._open
        writer.write(self._request(method, path, kind, body.encode()))
        head = await reader.readuntil(b"\r\n\r\n")
        size = LENGTH.search(head)
        return Answer(head, await reader.readexactly(int(size[1])) if size else b"")

    def _request(self, method: str, path: str, kind: str, body: bytes) -> bytes:
        fields = {"host": self._parts.netloc, **self.headers}
        if body:
            fields |= {"content-type": kind, "content-length": str(len(body))}
        head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        return f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + body

    async def follow(self, path: str, hear: Hear) -> None:
        """Read a stream to its end; `hear` gets each line of it."""
        reader, writer = await asyncio.open_connection(self._parts.hostname, self._parts.port)
        try:
            writer.write(self._request("GET", path, "", b""))
            head = await reader.readuntil(b"\r\n\r\n")
            assert b" 200 " in head[:16], head[:16]
            while line := await reader.readline():
                hear(line)
        finally:
            writer.close()

    def close(self) -> None:
        """Close the connection, if there is one."""
        if self._open is not None:
            self._open[1].close()
            self._open = None
