"""The webhook: two secrets, JSON only, and 2xx only after the commit.

Telegram sends one update of a chat at a time and repeats it until it gets 2xx, for a day.
So what can never be handled is answered with 200 too, or that chat would stand still.
"""

from __future__ import annotations

import hmac
from collections import OrderedDict
from collections.abc import Callable
from datetime import datetime

import msgspec
from starlette.types import Receive, Scope, Send

from bot.channels.telegram_intake import Intake
from bot.channels.telegram_wire import LARGEST_UPDATE, Arrival, parse
from bot.log import logger
from bot.service.failures import StoreUnavailable
from bot.service.killpoint import killpoint

HEADER = b"x-telegram-bot-api-secret-token"
AGAIN = 5
"""Seconds after which Telegram may try again while the store is out of reach."""
TRIES = 5
REMEMBERED = 1000

_log = logger(__name__)
_encode = msgspec.json.Encoder().encode


class TelegramWebhook:
    """An ASGI endpoint for `POST /telegram/{secret}`."""

    def __init__(
        self,
        intake: Intake,
        *,
        path_secret: str,
        header_secret: str,
        clock: Callable[[], datetime],
    ) -> None:
        if not path_secret or not header_secret:
            raise ValueError("a webhook needs both secrets")
        self._intake = intake
        self._path_secret = path_secret.encode()
        self._header_secret = header_secret.encode()
        self._clock = clock
        self._failures: OrderedDict[int, int] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; nothing of it is ever echoed."""
        status, body = await self._answer(scope, receive)
        headers = [(b"content-length", str(len(body)).encode()), (b"cache-control", b"no-store")]
        if body:
            headers.append((b"content-type", b"application/json"))
        if status == 503:  # noqa: PLR2004 - try again
            headers.append((b"retry-after", str(AGAIN).encode()))
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})

    async def _answer(self, scope: Scope, receive: Receive) -> tuple[int, bytes]:
        refusal = self._refused(scope)
        if refusal:
            return refusal, b""
        content = await _body(receive)
        if content is None:
            return 413, b""
        arrival = parse(content, self._clock())
        if arrival is None:
            _log.warning("update_unreadable")
            return 200, b""
        return await self._taken(arrival)

    async def _taken(self, arrival: Arrival) -> tuple[int, bytes]:
        killpoint("fetched")
        try:
            await self._intake.take([arrival], answer=arrival.peek)
        except StoreUnavailable:
            return 503, b""
        except Exception as error:  # noqa: BLE001 - a poison update must not block its chat
            return self._failed(arrival.update, error), b""
        killpoint("accepted")
        self._failures.pop(arrival.update, None)
        if arrival.query and not arrival.peek:
            # The one call that may be made in the reply: nobody needs to know how it ended.
            told = {"method": "answerCallbackQuery", "callback_query_id": arrival.query}
            return 200, _encode(told)
        return 200, b""

    def _failed(self, update: int, error: Exception) -> int:
        """Count a failure; after the fifth Telegram is told that it is done with."""
        tries = self._failures.pop(update, 0) + 1
        _log.error("update_failed", kind=type(error).__name__, attempt=tries)
        if tries >= TRIES:
            return 200
        self._failures[update] = tries
        if len(self._failures) > REMEMBERED:
            self._failures.popitem(last=False)
        return 503

    def _refused(self, scope: Scope) -> int:
        """Return why a request is not even read, 0 if it is."""
        headers: list[tuple[bytes, bytes]] = list(scope["headers"])
        given = [value for name, value in headers if name == HEADER]
        path = str(scope["path"]).rpartition("/")[2].encode()
        # Both are compared, whatever the first comparison says.
        right_path = hmac.compare_digest(path, self._path_secret)
        right_header = hmac.compare_digest(given[0] if given else b"", self._header_secret)
        if not (right_path and right_header and len(given) == 1):
            return 403
        if scope["method"] != "POST":
            return 405
        return _unacceptable(headers)


def _unacceptable(headers: list[tuple[bytes, bytes]]) -> int:
    types = [value for name, value in headers if name == b"content-type"]
    lengths = [value for name, value in headers if name == b"content-length"]
    if len(types) != 1 or types[0].split(b";")[0].strip().lower() != b"application/json":
        return 415
    if len(lengths) != 1 or not lengths[0].isdigit():
        return 411
    return 413 if int(lengths[0][:12]) > LARGEST_UPDATE else 0


async def _body(receive: Receive) -> bytes | None:
    """Return the whole body, None for one that is too large or was broken off."""
    content = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None
        part: bytes = message.get("body", b"")
        content += part
        if len(content) > LARGEST_UPDATE:
            return None
        if not message.get("more_body"):
            return content
