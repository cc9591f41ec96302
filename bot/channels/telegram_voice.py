"""Voice messages: a recording is uploaded once, and sent by Telegram's own id from then on.

Only this needs a form with a file in it, so it has a request of its own for whichever client.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

import httpx
import msgspec

from bot.channels.telegram_client import Client, failed, unsettled
from bot.channels.telegram_httpx import BEFORE, CONNECT, proxy_for
from bot.service.failures import NotSent, Refused, Unknown

METHOD = "sendVoice"
FILE = "voice.ogg"
"""What a phone may show as the name of the file."""
PATIENCE = 60.0
REMEMBERED = 2000

Find = Callable[[str], Path | None]


class _Voice(msgspec.Struct):
    file_id: str


class _Sent(msgspec.Struct):
    message_id: int
    voice: _Voice


class _Answer(msgspec.Struct):
    result: _Sent


_answer = msgspec.json.Decoder(_Answer)


class Voices:
    """Sends recordings that `find` knows by name. Raises a `SendError`."""

    def __init__(self, token: str, api: str, find: Find) -> None:
        self._url = f"{api}/bot{token}/{METHOD}"
        self._proxy = proxy_for(api)
        self._find = find
        self._known: OrderedDict[str, str] = OrderedDict()

    async def send(
        self, client: Client, chat: int, name: str, *, quiet: bool, protected: bool
    ) -> int | None:
        """Send a recording; return its message, None if nobody has it or Telegram refuses it."""
        manner = {"disable_notification": quiet, "protect_content": protected}
        asked: dict[str, object] = {"chat_id": chat}
        asked |= {key: True for key, wanted in manner.items() if wanted}
        try:
            if name in self._known:
                return await self._again(client, {**asked, "voice": self._known[name]})
        except Refused:
            del self._known[name]  # Telegram has forgotten the file: upload it anew.
        try:
            return await self._upload(asked, name)
        except Refused:
            # Some people let nobody send them voice messages; the words still come.
            return None

    async def _again(self, client: Client, asked: dict[str, object]) -> int:
        result = await client.call(METHOD, asked)
        message = result.get("message_id") if isinstance(result, dict) else None
        if not isinstance(message, int):
            raise Unknown
        return message

    async def _upload(self, asked: dict[str, object], name: str) -> int | None:
        file = self._find(name)
        if file is None:
            return None
        sound = await asyncio.to_thread(file.read_bytes)
        status, content = await self._post(asked, sound)
        if status != httpx.codes.OK:
            raise failed(METHOD, status, content)
        try:
            sent = _answer.decode(content).result
        except msgspec.MsgspecError:
            raise Unknown from None
        self._known[name] = sent.voice.file_id
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return sent.message_id

    async def _post(self, asked: dict[str, object], sound: bytes) -> tuple[int, bytes]:
        times = {"connect": CONNECT, "write": PATIENCE, "pool": CONNECT, "read": PATIENCE}
        request = httpx.Request(
            "POST",
            self._url,
            data={key: str(value).lower() for key, value in asked.items()},
            files={"voice": (FILE, sound, "audio/ogg")},
            extensions={"timeout": times},
        )
        # A transport without a client, for the address holds the token and clients log it.
        transport = httpx.AsyncHTTPTransport(proxy=self._proxy)
        try:
            response = await transport.handle_async_request(request)
            return response.status_code, await response.aread()
        except BEFORE:
            raise NotSent from None
        except (httpx.HTTPError, OSError):
            raise unsettled(METHOD) from None
        finally:
            await transport.aclose()
