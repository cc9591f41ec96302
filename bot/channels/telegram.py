"""Telegram through python-telegram-bot: its methods and errors, over a faster request of our own.

Only `Bot` is used. The library's own updater acknowledges before anything is stored, so updates
are fetched raw and decoded by `telegram_wire`, as with the other client.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Mapping, Sequence
from datetime import timedelta
from typing import Any, TypeVar

import httpx
import msgspec
from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.channels.telegram_client import (
    FAULT_PAUSE,
    Broken,
    Words,
    failed,
    harmless,
    meaning,
    unsettled,
)
from bot.channels.telegram_http import Connections, NoAnswerError, NotConnectedError
from bot.channels.telegram_wire import WANTED
from bot.service.failures import NotSent, SendError

# The library's switch to its newer form of `RetryAfter`; the older one warns on each use.
os.environ.setdefault("PTB_TIMEDELTA", "true")

PATIENCE = 30.0
"""Seconds until an answer that does not come counts as unknown."""
SLACK = 10.0
"""Seconds a long poll may last beyond what was asked for."""
NO_PREVIEW = {"is_disabled": True}
IDENTIFIES = ("message_id", "date", "chat")
BEFORE = (NotConnectedError, httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
"""Causes after which certainly nothing was sent; the last three are of the library's request."""

EDITING = "/editMessageText"
GOOD = b'{"ok":true,'
DONE = b'{"ok":true,"result":true}'
"""An edit needs to be known as done: the library would make objects of the whole message."""

T = TypeVar("T")


class FastRequest(BaseRequest):
    """What `Bot` sends with. Its errors never quote an address, which holds the token."""

    def __init__(self, api: str, patience: float = PATIENCE) -> None:
        self._connections = Connections(api)
        self._patience = patience

    @property
    def read_timeout(self) -> float:
        """Return the seconds that an answer may take."""
        return self._patience

    async def initialize(self) -> None:
        """Connections open by themselves."""

    async def shutdown(self) -> None:
        """Close all connections."""
        await self._connections.close()

    async def do_request(  # noqa: PLR0917 - the library's signature
        self,
        url: str,
        method: str,  # noqa: ARG002 - files are never fetched, so it is always POST
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        connect_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: object = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Return status and content of an answer."""
        patience = read_timeout if isinstance(read_timeout, int | float) else self._patience
        content = _encoder.encode(request_data.parameters if request_data else {})
        try:
            status, answer = await self._connections.post(url, content, patience)
        except NotConnectedError as error:
            raise NetworkError("not connected") from error
        except NoAnswerError as error:
            raise TimedOut("no answer") from error
        if url.endswith(EDITING) and answer.startswith(GOOD):
            return status, DONE
        return status, answer

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return the decoded answer, without logging a bad one as the library does.

        Of a message only what identifies it is left: the library would make an object of each
        button and person in it, which costs more than everything else.
        """
        try:
            answer = _answer.decode(payload)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            raise UnreadableError("unreadable") from None
        result = answer.get("result")
        if isinstance(result, dict) and "message_id" in result:
            answer["result"] = {name: result[name] for name in IDENTIFIES if name in result}
        return answer


class UnreadableError(TelegramError):
    """The answer is not in Telegram's format."""


_encoder = msgspec.json.Encoder()
_answer = msgspec.json.Decoder(dict[str, Any])


class PtbClient:
    """See `bot.channels.telegram_client.Client`."""

    name = "ptb"

    def __init__(
        self, token: str, api: str, patience: float = PATIENCE, request: BaseRequest | None = None
    ) -> None:
        self._request = request or FastRequest(api, patience)
        self._base = f"{api}/bot{token}"
        self._bot = Bot(
            token, f"{api}/bot", request=self._request, get_updates_request=self._request
        )

    async def start(self) -> int:
        """Return the bot's own id."""
        await _tried("getMe", self._bot.initialize())
        return self._bot.id

    async def stop(self) -> None:
        """Close what is open."""
        await self._bot.shutdown()
        await self._request.shutdown()

    async def updates(self, offset: int, wait: int) -> bytes:
        """Return the raw answer to getUpdates: no object of the library is made of it."""
        asked = {"offset": offset, "timeout": wait, "limit": 100, "allowed_updates": list(WANTED)}
        call = self._request.do_request(
            f"{self._base}/getUpdates", "POST", _data(asked), read_timeout=wait + SLACK
        )
        status, content = await _tried("getUpdates", call)
        if status != httpx.codes.OK:
            raise failed("getUpdates", status, content)
        return content

    async def send(self, chat: int, words: Words) -> int:
        """Send a message; return its id."""
        sending = self._bot.send_message(
            chat,
            words.text,
            disable_notification=words.quiet or None,
            protect_content=words.protected or None,
            api_kwargs=_look(words),
        )
        return (await _tried("sendMessage", sending)).message_id

    async def edit(self, chat: int, message: int, words: Words) -> None:
        """Replace text and buttons."""
        editing = self._bot.edit_message_text(words.text, chat, message, api_kwargs=_look(words))
        await _settled("editMessageText", editing)

    async def delete(self, chat: int, messages: Sequence[int]) -> None:
        """Delete up to 100 messages."""
        await _settled("deleteMessages", self._bot.delete_messages(chat, list(messages)))

    async def answer(self, query: str, alert: str = "") -> None:
        """Answer a button."""
        answering = self._bot.answer_callback_query(
            query, text=alert or None, show_alert=True if alert else None
        )
        await _tried("answerCallbackQuery", answering)

    async def call(self, method: str, parameters: Mapping[str, object]) -> object:
        """Call any other method; return its result."""
        url = f"{self._base}/{method}"
        result: object = await _tried(method, self._request.post(url, _data(parameters)))
        return result


def _data(parameters: Mapping[str, object]) -> RequestData:
    return RequestData([RequestParameter.from_input(*pair) for pair in parameters.items()])


def _look(words: Words) -> dict[str, Any]:
    """Return buttons and manner as plain values, which the library passes on as they are."""
    rows = [[{"text": label, "callback_data": data}] for label, data in words.buttons]
    return {"reply_markup": {"inline_keyboard": rows}, "link_preview_options": NO_PREVIEW}


async def _tried(method: str, call: Awaitable[T]) -> T:
    """Return what a call returns. Raises a `SendError` for any error of the library."""
    try:
        return await call
    except TelegramError as error:
        # Not even as a context: some of its messages hold the token.
        found = _meaning(method, error)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        # The library stumbles over an answer it does not expect.
        found = Broken()
    raise found


async def _settled(method: str, call: Awaitable[object]) -> None:
    try:
        await _tried(method, call)
    except SendError as error:
        if not harmless(method, error):
            raise


def _meaning(method: str, error: TelegramError) -> SendError:
    match error:
        case RetryAfter():
            pause = error.retry_after
            seconds = pause.total_seconds() if isinstance(pause, timedelta) else pause
            return meaning(429, "", seconds)
        case Forbidden():
            return meaning(403, error.message)
        case InvalidToken():
            return meaning(401, error.message)
        case Conflict():
            return meaning(409, error.message)
        case BadRequest() | ChatMigrated():
            return meaning(400, error.message)
        case NetworkError() if isinstance(error.__cause__, BEFORE):
            return NotSent(FAULT_PAUSE)
        case NetworkError() if error.__cause__ is None:
            return meaning(500, error.message)
        case _:
            return unsettled(method, FAULT_PAUSE)
