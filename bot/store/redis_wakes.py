"""Hints between processes: `bot.service.wakes.Wakes` over publish and subscribe.

Only hints: what is lost here is found by the slow look that stands behind every wait.
"""

from __future__ import annotations

import asyncio
import secrets
from typing import Any

import hiredis

from bot import log
from bot.service.failures import StoreUnavailable
from bot.service.receive import OUTBOX, RINGS
from bot.service.wakes import Wakes
from bot.store.redis.link import Call, Link
from bot.store.redis.server import CONNECT_TIMEOUT, Server

CHANNEL = "safar.wakes"
AGAIN = 1.0
"""Seconds before a lost subscription is taken up again."""
TOGETHER = 0.02
"""Seconds between tellings at least."""
SEPARATOR = " "
OWN = frozenset({OUTBOX, RINGS})
"""Who wrote them down sends and rings; the others look by themselves every few seconds."""

_log = log.logger("safar.wakes")


class RedisWakes(Wakes):
    """Wakes who waits here and in every other process of the installation."""

    def __init__(self, server: Server) -> None:
        super().__init__()
        self._server = server
        self._own = secrets.token_hex(4)
        self._link = Link(server, _nothing)
        self._topics: set[str] = set()
        self._told = float("-inf")
        self._next: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None
        self._talking: set[asyncio.Task[object]] = set()
        self.heard = asyncio.Event()
        """Set while the subscription stands."""

    async def open(self) -> None:
        """Begin to listen; from then on until `aclose`, also over restarts of Redis."""
        self._task = asyncio.create_task(self._listen())
        await self.heard.wait()

    async def aclose(self) -> None:
        """Tell what is left to tell, and stop listening."""
        if self._topics:
            if self._next is not None:
                self._next.cancel()
            self._tell()
        await asyncio.gather(*self._talking)
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self._link.close()

    def wake(self, topic: str) -> None:
        """Wake everyone who waits for `topic` now, wherever."""
        super().wake(topic)
        if topic in OWN:
            return
        if not self._topics:
            loop = asyncio.get_running_loop()
            # At once after a silence; under load many go together, for each wakes every process.
            self._next = loop.call_at(max(loop.time(), self._told + TOGETHER), self._tell)
        self._topics.add(topic)

    def _tell(self) -> None:
        """Tell the others of all topics of this moment at once; nobody waits for the answer."""
        self._told = asyncio.get_running_loop().time()
        words = SEPARATOR.join((self._own, *sorted(self._topics)))
        self._topics.clear()
        task = asyncio.ensure_future(self._publish(words))
        self._talking.add(task)
        task.add_done_callback(self._talking.discard)

    async def _publish(self, words: str) -> object:
        try:
            return await self._link.call("PUBLISH", CHANNEL, words)
        except StoreUnavailable:
            return None

    async def _listen(self) -> None:
        while True:
            try:
                await self._subscribed()
            except (OSError, TimeoutError, StoreUnavailable):
                _log.warning("subscription_lost")
            self.heard.clear()
            await asyncio.sleep(AGAIN)

    async def _subscribed(self) -> None:
        ear = _Ear(self, self._server)
        async with asyncio.timeout(CONNECT_TIMEOUT):
            await self._server.connect(lambda: ear)
        try:
            await ear.over
        finally:
            ear.end()

    def hear(self, words: str) -> None:
        """Take in what another process told."""
        own, *topics = words.split(SEPARATOR)
        if own != self._own:
            for topic in topics:
                super().wake(topic)


class _Ear(asyncio.Protocol):
    """A connection that only listens."""

    def __init__(self, wakes: RedisWakes, server: Server) -> None:
        self._wakes = wakes
        self._server = server
        self._reader = hiredis.Reader()
        self._transport: asyncio.Transport | None = None
        self.over: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See `asyncio.Protocol`."""
        assert isinstance(transport, asyncio.Transport)  # noqa: S101 -- told by the loop
        self._transport = transport
        server = self._server
        if server.password:
            login = (server.name, server.password) if server.name else (server.password,)
            transport.write(_packed("AUTH", *login))
        transport.write(_packed("SUBSCRIBE", CHANNEL))

    def data_received(self, data: bytes) -> None:
        """See `asyncio.Protocol`."""
        self._reader.feed(data)
        while (reply := self._reader.gets()) is not False:
            if isinstance(reply, hiredis.ReplyError):
                self.end()
            elif isinstance(reply, list) and reply[0] == b"subscribe":
                self._wakes.heard.set()
            elif isinstance(reply, list) and reply[0] == b"message":
                self._wakes.hear(reply[2].decode())

    def connection_lost(self, exc: Exception | None) -> None:
        """See `asyncio.Protocol`."""
        del exc
        if not self.over.done():
            self.over.set_result(None)

    def end(self) -> None:
        """Close at once."""
        if self._transport is not None:
            self._transport.abort()


def _packed(*command: Any) -> bytes:
    packed: bytes = hiredis.pack_command(command)
    return packed


async def _nothing(call: Call) -> None:
    """Hints need no registration."""
    del call


__all__ = ["RedisWakes"]
