"""The client that changes to the other one when python-telegram-bot cannot be used.

No update is lost or handled twice at the change: the offset belongs to the poller, and the
keys of what was kept do not depend on the client.
"""

from __future__ import annotations

import importlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TypeVar

from bot import metrics
from bot.channels.telegram_client import Broken, Client, Words
from bot.channels.telegram_httpx import HttpxClient
from bot.log import logger
from bot.service.failures import SendError

PATIENCE = 3
"""Failures in a row, neither of the network nor of Telegram, after which the client changes."""

T = TypeVar("T")
Build = Callable[[], Client]

_log = logger(__name__)


def build(choice: str, token: str, api: str) -> Client:
    """Return the client that `SAFAR_TELEGRAM_CLIENT` asks for: `auto`, `ptb` or `httpx`."""
    if choice == "httpx":
        return HttpxClient(token, api)
    if choice == "ptb":
        return _ptb(token, api)
    return AutoClient(lambda: _ptb(token, api), lambda: HttpxClient(token, api))


def _ptb(token: str, api: str) -> Client:
    """Import the library only here, so that its absence is no more than a reason to change."""
    found: Client = importlib.import_module("bot.channels.telegram").PtbClient(token, api)
    return found


class AutoClient:
    """See `bot.channels.telegram_client.Client`."""

    def __init__(self, first: Build, second: Build) -> None:
        self._second = second
        self._failures = 0
        self._former: Client | None = None
        self._changed = False
        try:
            self._client = first()
        except ImportError:
            self._client = second()
            self._note()

    @property
    def name(self) -> str:
        """Return the name of the client in use."""
        return self._client.name

    async def start(self) -> int:
        """Return the bot's own id."""
        return await self._through(lambda client: client.start())

    async def stop(self) -> None:
        """Close what is open."""
        await self._client.stop()
        if self._former is not None:
            await self._former.stop()

    async def updates(self, offset: int, wait: int) -> bytes:
        """Return the raw answer to getUpdates."""
        return await self._through(lambda client: client.updates(offset, wait))

    async def send(self, chat: int, words: Words) -> int:
        """Send a message; return its id."""
        return await self._through(lambda client: client.send(chat, words))

    async def edit(self, chat: int, message: int, words: Words) -> None:
        """Replace text and buttons."""
        await self._through(lambda client: client.edit(chat, message, words))

    async def delete(self, chat: int, messages: Sequence[int]) -> None:
        """Delete up to 100 messages."""
        await self._through(lambda client: client.delete(chat, messages))

    async def answer(self, query: str, alert: str = "") -> None:
        """Answer a button."""
        await self._through(lambda client: client.answer(query, alert))

    async def call(self, method: str, parameters: Mapping[str, object]) -> object:
        """Call any other method; return its result."""
        return await self._through(lambda client: client.call(method, parameters))

    async def _through(self, use: Callable[[Client], Awaitable[T]]) -> T:
        try:
            found = await use(self._client)
        except Broken:
            self._failed()
            raise
        except SendError:
            self._failures = 0
            raise
        except Exception as error:  # noqa: BLE001 - a library that fails in its own way
            _log.error("client_broke", kind=type(error).__name__)
            self._failed()
            raise Broken from None
        self._failures = 0
        return found

    def _failed(self) -> None:
        self._failures += 1
        if self._failures >= PATIENCE and not self._changed:
            # What the former client has begun may end; it is closed at the very end.
            self._former, self._client = self._client, self._second()
            self._note()

    def _note(self) -> None:
        self._changed = True
        metrics.switched(self._client.name)
        _log.error("client_changed", client=self._client.name)
