"""One connection that many tasks share: their commands leave together, replies come in order.

Nothing is ever sent twice by itself: a command whose reply did not come may have been done.
Redis answers all that it read at once after one fsync, so sharing also shares commits.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

import hiredis

from bot.service.failures import StoreError, StoreUnavailable
from bot.store.redis.server import CONNECT_TIMEOUT, Server

REPLY_TIMEOUT = 2.0
"""Seconds until a silent Redis counts as gone; far longer than any fsync of a healthy disk."""
WATCH = 0.25
DOWN = 0.5
"""Seconds after a failure in which nothing is tried, so that work does not pile up."""
AWAY = frozenset(
    """OOM MISCONF READONLY LOADING MASTERDOWN BUSY NOREPLICAS NOAUTH WRONGPASS NOPERM
    CLUSTERDOWN TURNING""".split()
)
"""Refusals of the server as a whole: it did nothing."""
ELSEWHERE = frozenset({"READONLY", "MASTERDOWN", "LOADING"})
"""This may not be the master any more: connect anew."""

Command = tuple[Any, ...]  # bytes, str or int
Call = Callable[..., Awaitable[Any]]


class ScriptError(StoreError):
    """A script refused with a word of its own, or is not known; `word` says which."""

    def __init__(self, word: str, text: str = "") -> None:
        super().__init__(text or word)
        self.word = word


class _Wire(asyncio.Protocol):
    """Replies to the futures that wait for them, first come first served."""

    def __init__(self) -> None:
        self.waiting: deque[tuple[asyncio.Future[Any], float]] = deque()
        self.transport: asyncio.Transport | None = None
        self._reader = hiredis.Reader()
        self._loop = asyncio.get_running_loop()
        self._out: list[bytes] = []
        self._watch: asyncio.TimerHandle | None = None
        self.paused = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See `asyncio.Protocol`."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 -- told by the loop
        self.transport = transport

    def send(self, command: Command) -> asyncio.Future[Any]:
        """Queue a command for the next write."""
        if not self._out:
            self._loop.call_soon(self._flush)
        self._out.append(hiredis.pack_command(command))
        future: asyncio.Future[Any] = self._loop.create_future()
        self.waiting.append((future, self._loop.time()))
        if self._watch is None:
            self._watch = self._loop.call_later(WATCH, self._look)
        return future

    def _flush(self) -> None:
        if self.transport is not None:
            self.transport.write(b"".join(self._out))
        self._out.clear()

    def _look(self) -> None:
        """End the connection when the oldest command has waited too long."""
        self._watch = None
        if not self.waiting:
            return
        if self._loop.time() - self.waiting[0][1] > REPLY_TIMEOUT:
            self.end()
        else:
            self._watch = self._loop.call_later(WATCH, self._look)

    def data_received(self, data: bytes) -> None:
        """See `asyncio.Protocol`."""
        self._reader.feed(data)
        while (reply := self._reader.gets()) is not False:  # RESP2 has no booleans
            future, _ = self.waiting.popleft()
            if future.done():
                continue
            if isinstance(reply, hiredis.ReplyError):
                future.set_exception(_refusal(reply))
            else:
                future.set_result(reply)

    def connection_lost(self, exc: Exception | None) -> None:
        """See `asyncio.Protocol`."""
        self.transport = None
        if self._watch is not None:
            self._watch.cancel()
        for future, _ in self.waiting:
            if not future.done():
                future.set_exception(StoreUnavailable("The connection to Redis broke."))
        self.waiting.clear()
        del exc

    def end(self) -> None:
        """Close at once."""
        if self.transport is not None:
            self.transport.abort()
            self.connection_lost(None)


def _refusal(reply: hiredis.ReplyError) -> Exception:
    text = str(reply)
    word = text.split(" ", 1)[0]
    if word in AWAY or text.startswith("ERR max number of clients"):
        return Away(word)
    return ScriptError(word, text)


class Away(StoreUnavailable):
    """The server refused everything, for a reason of its own."""

    def __init__(self, word: str) -> None:
        super().__init__(f"Redis refused: {word}.")
        self.word = word


class Link:
    """Commands to one server, reconnecting when they are asked for."""

    def __init__(self, server: Server, greet: Callable[[Call], Awaitable[None]]) -> None:
        """`greet` speaks first on every new connection, before anybody else may."""
        self._server = server
        self._greet = greet
        self._wire: _Wire | None = None
        self._lock = asyncio.Lock()
        self._down_until = 0.0

    async def call(self, *command: bytes | str | int) -> Any:
        """Return the reply. Raises `StoreUnavailable`, or `ScriptError`."""
        wire = self._wire
        if wire is None or wire.transport is None:
            wire = await self._connected()
        return await self._reply(wire, command)

    async def _reply(self, wire: _Wire, command: Command) -> Any:
        try:
            return await wire.send(command)
        except Away as error:
            if error.word in ELSEWHERE:
                self._fail(wire)
            raise

    async def _connected(self) -> _Wire:
        async with self._lock:
            if self._wire is not None and self._wire.transport is not None:
                return self._wire
            if asyncio.get_running_loop().time() < self._down_until:
                raise StoreUnavailable("Redis is out of reach.")
            return await self._connect()

    async def _connect(self) -> _Wire:
        try:
            async with asyncio.timeout(CONNECT_TIMEOUT):
                wire: _Wire = (await self._server.connect(_Wire))[1]
        except (OSError, TimeoutError, StoreUnavailable) as error:
            self._fail(None)
            raise StoreUnavailable("Redis is out of reach.") from error
        try:
            await self._login(wire)
            await self._greet(lambda *command: self._reply(wire, command))
        except BaseException:
            self._fail(wire)
            raise
        self._wire = wire
        return wire

    async def _login(self, wire: _Wire) -> None:
        server = self._server
        if server.password:
            login = (server.name, server.password) if server.name else (server.password,)
            await wire.send(("AUTH", *login))
        if server.database:
            await wire.send(("SELECT", server.database))

    def _fail(self, wire: _Wire | None) -> None:
        self._down_until = asyncio.get_running_loop().time() + DOWN
        if wire is not None:
            wire.end()
        self._wire = None

    def close(self) -> None:
        """Close for good; whoever still waits is told that Redis is out of reach."""
        if self._wire is not None:
            self._wire.end()
