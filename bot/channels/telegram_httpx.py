"""Telegram through httpx alone: the fallback when python-telegram-bot cannot be used.

One transport holds one connection: httpx looks at each connection of a pool for each request,
which at fifty of them costs more than everything else. Transports are used without a client,
so that nobody logs the address, which holds the token.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx
import msgspec

from bot.channels.telegram_client import FAULT_PAUSE, Words, failed, harmless, unsettled
from bot.channels.telegram_wire import WANTED
from bot.service.failures import NotSent, SendError, Unknown

MOST = 40
"""Connections at a time, one of them for getUpdates; more requests wait for their turn."""
CONNECT = 10.0
PATIENCE = 30.0
"""Seconds until an answer that does not come counts as unknown."""
SLACK = 10.0
"""Seconds a long poll may last beyond what was asked for."""
ONE = httpx.Limits(max_connections=1, max_keepalive_connections=1, keepalive_expiry=50.0)
HEADERS = {"content-type": "application/json"}

BEFORE = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
"""Errors after which certainly nothing was sent."""


class _Sent(msgspec.Struct):
    message_id: int


class _Message(msgspec.Struct):
    result: _Sent


class _Any(msgspec.Struct):
    result: object


class _Good(msgspec.Struct):
    ok: bool


_message = msgspec.json.Decoder(_Message)
_any = msgspec.json.Decoder(_Any)
_good = msgspec.json.Decoder(_Good)
_encoder = msgspec.json.Encoder()


class HttpxClient:
    """See `bot.channels.telegram_client.Client`."""

    name = "httpx"

    def __init__(self, token: str, api: str, patience: float = PATIENCE) -> None:
        self._base = f"{api}/bot{token}/"
        self._patience = patience
        self._idle: list[httpx.AsyncHTTPTransport] = []
        self._turn = asyncio.Semaphore(MOST)
        self._context: ssl.SSLContext | None = None
        self._proxy = proxy_for(api)

    async def start(self) -> int:
        """Return the bot's own id."""
        me = await self.call("getMe", {})
        if not isinstance(me, dict) or not isinstance(me.get("id"), int):
            raise Unknown
        return int(me["id"])

    async def stop(self) -> None:
        """Close what is open."""
        idle, self._idle = self._idle, []
        for transport in idle:
            await transport.aclose()

    async def updates(self, offset: int, wait: int) -> bytes:
        """Return the raw answer to getUpdates."""
        asked = {"offset": offset, "timeout": wait, "limit": 100, "allowed_updates": WANTED}
        return await self._post("getUpdates", asked, read=wait + SLACK)

    async def send(self, chat: int, words: Words) -> int:
        """Send a message; return its id."""
        answer = await self._post("sendMessage", {"chat_id": chat, **_sent(words)})
        try:
            return _message.decode(answer).result.message_id
        except msgspec.MsgspecError:
            raise Unknown from None

    async def edit(self, chat: int, message: int, words: Words) -> None:
        """Replace text and buttons."""
        asked = {"chat_id": chat, "message_id": message, **_shown(words)}
        await self._post("editMessageText", asked)

    async def delete(self, chat: int, messages: Sequence[int]) -> None:
        """Delete up to 100 messages."""
        await self._post("deleteMessages", {"chat_id": chat, "message_ids": list(messages)})

    async def answer(self, query: str, alert: str = "") -> None:
        """Answer a button."""
        words = {"text": alert, "show_alert": True} if alert else {}
        await self._post("answerCallbackQuery", {"callback_query_id": query, **words})

    async def call(self, method: str, parameters: Mapping[str, object]) -> object:
        """Call any other method; return its result."""
        try:
            return _any.decode(await self._post(method, parameters)).result
        except msgspec.MsgspecError:
            raise Unknown from None

    async def _post(
        self, method: str, parameters: Mapping[str, object], read: float | None = None
    ) -> bytes:
        """Return the content of a good answer. Raises a `SendError` for any other."""
        status, content = await self._exchange(
            method, _encoder.encode(parameters), read or self._patience
        )
        if status == httpx.codes.OK and content.startswith(b'{"ok":true'):
            return content
        error = _error(method, status, content)
        if error is None or harmless(method, error):
            return content
        raise error

    async def _exchange(self, method: str, content: bytes, read: float) -> tuple[int, bytes]:
        async with self._turn:
            transport = self._idle.pop() if self._idle else self._opened()
            try:
                response = await transport.handle_async_request(
                    self._request(method, content, read)
                )
                found = response.status_code, await response.aread()
            except BEFORE:
                await transport.aclose()
                raise NotSent(FAULT_PAUSE) from None
            except (httpx.HTTPError, OSError):
                # Their own words hold the address, and with it the token.
                await transport.aclose()
                raise unsettled(method, FAULT_PAUSE) from None
            except BaseException:
                await transport.aclose()
                raise
            self._idle.append(transport)
            return found

    def _request(self, method: str, content: bytes, read: float) -> httpx.Request:
        times = {"connect": CONNECT, "write": self._patience, "pool": CONNECT, "read": read}
        return httpx.Request(
            "POST",
            self._base + method,
            headers=HEADERS,
            content=content,
            extensions={"timeout": times},
        )

    def _opened(self) -> httpx.AsyncHTTPTransport:
        if self._context is None:
            self._context = httpx.create_ssl_context()
        return httpx.AsyncHTTPTransport(verify=self._context, limits=ONE, proxy=self._proxy)


def proxy_for(api: str) -> str | None:
    """Return the proxy that the environment names for an address, if it needs one."""
    parts = urlsplit(api)
    if parts.scheme != "https" or proxy_bypass(parts.hostname or ""):
        return None
    found = getproxies()
    return found.get("https") or found.get("all")


def _error(method: str, status: int, content: bytes) -> SendError | None:
    """Return the error of an answer, None for a good one that is laid out in another way."""
    if status == httpx.codes.OK:
        try:
            return None if _good.decode(content).ok else failed(method, status, content)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            pass
    return failed(method, status, content)


def _shown(words: Words) -> dict[str, object]:
    rows = [[{"text": label, "callback_data": data}] for label, data in words.buttons]
    preview = {"link_preview_options": {"is_disabled": True}}
    return {"text": words.text, "reply_markup": {"inline_keyboard": rows}, **preview}


def _sent(words: Words) -> dict[str, object]:
    manner = {"disable_notification": words.quiet, "protect_content": words.protected}
    return _shown(words) | {name: True for name, wanted in manner.items() if wanted}
