"""HTTP/1.1 to one host over kept connections: asyncio for the wire, httptools for the parsing.

This exists for speed alone: a call costs a small part of what it costs through httpx, which
stays the fallback. It knows no proxies and no redirects, and needs none.
"""

from __future__ import annotations

import asyncio
import ssl
from collections import deque
from typing import cast
from urllib.parse import urlsplit

import httptools
import httpx

MOST = 64
"""Connections at a time; more requests wait for their turn."""
CONNECT = 10.0
IDLE = 45.0
"""Seconds after which an unused connection is not trusted any more: who is in between
may have forgotten it."""
LARGEST = 64 * 1024 * 1024
"""Bytes of an answer; a hundred updates are far smaller."""


class NotConnectedError(Exception):
    """No connection: nothing was sent."""


class NoAnswerError(Exception):
    """The request left, and no whole answer came back."""


class Connections:
    """Kept connections to the host of `base`, an http or https address."""

    def __init__(self, base: str) -> None:
        parts = urlsplit(base)
        self._secure = parts.scheme == "https"
        self._host = parts.hostname or ""
        self._port = parts.port or (443 if self._secure else 80)
        self._origin = f"{parts.scheme}://{parts.netloc}"
        self._head = (
            f"\r\nHost: {parts.netloc}\r\nContent-Type: application/json\r\nContent-Length: "
        )
        self._idle: deque[_Connection] = deque()
        self._turn = asyncio.Semaphore(MOST)
        self._context: ssl.SSLContext | None = None

    async def post(self, url: str, content: bytes, patience: float) -> tuple[int, bytes]:
        """Return status and content. Raises `NotConnectedError` or `NoAnswerError`."""
        path = url.removeprefix(self._origin)
        head = f"POST {path} HTTP/1.1{self._head}{len(content)}\r\n\r\n"
        async with self._turn:
            connection = self._kept() or await self._opened()
            try:
                found = await connection.exchange(head.encode("latin-1") + content, patience)
            except BaseException:
                connection.close()
                raise
            if connection.open:
                self._idle.append(connection)
            return found

    async def close(self) -> None:
        """Close what is open."""
        while self._idle:
            self._idle.pop().close()
        await asyncio.sleep(0)

    def _kept(self) -> _Connection | None:
        """Return the connection used last: the others may then grow old and be dropped."""
        now = asyncio.get_running_loop().time()
        while self._idle and not self._idle[0].fresh(now):
            self._idle.popleft().close()
        while self._idle:
            connection = self._idle.pop()
            if connection.fresh(now):
                return connection
        return None

    async def _opened(self) -> _Connection:
        if self._secure and self._context is None:
            self._context = httpx.create_ssl_context()
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(CONNECT):
                _, connection = await loop.create_connection(
                    lambda: _Connection(loop), self._host, self._port, ssl=self._context
                )
        except OSError as error:
            raise NotConnectedError from error
        return connection


class _Connection(asyncio.Protocol):
    """One exchange at a time."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._transport: asyncio.Transport | None = None
        self._parser = httptools.HttpResponseParser(self)
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None
        self._parts: list[bytes] = []
        self._size = 0
        self._used = loop.time()
        self.open = True

    def fresh(self, now: float) -> bool:
        """Return whether the next request may go this way."""
        return self.open and now - self._used < IDLE

    async def exchange(self, request: bytes, patience: float) -> tuple[int, bytes]:
        """Send a request and return what comes back."""
        if self._transport is None or not self.open:
            raise NotConnectedError
        answer: asyncio.Future[tuple[int, bytes]] = self._loop.create_future()
        self._answer = answer
        late = self._loop.call_later(patience, self._fail)
        self._transport.write(request)
        try:
            return await answer
        finally:
            late.cancel()
            self._answer = None

    def close(self) -> None:
        """Close at once."""
        self.open = False
        if self._transport is not None:
            self._transport.abort()

    def _fail(self) -> None:
        self.open = False
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(NoAnswerError())

    # What asyncio tells

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way out."""
        # Other event loops have transports of their own, of no common class.
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Parse; anything unasked or unreadable ends the connection."""
        self._size += len(data)
        expected = self._answer is not None and self._size <= LARGEST
        try:
            if expected:
                self._parser.feed_data(data)
        except httptools.HttpParserError:
            expected = False
        if not expected:
            self._fail()
            self.close()

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - it says nothing more
        """Tell who waits."""
        self._fail()

    # What the parser tells

    def on_body(self, body: bytes) -> None:
        """Keep a part."""
        self._parts.append(body)

    def on_message_complete(self) -> None:
        """Hand over the answer and be ready for the next."""
        status, content = self._parser.get_status_code(), b"".join(self._parts)
        self.open = self.open and self._parser.should_keep_alive()
        self._parts.clear()
        self._size = 0
        self._used = self._loop.time()
        self._parser = httptools.HttpResponseParser(self)
        if self._answer is not None and not self._answer.done():
            self._answer.set_result((status, content))
