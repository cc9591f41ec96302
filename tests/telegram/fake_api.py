"""A Bot API server for tests: the methods Safar calls, their limits, and faults on demand."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl

from tests.telegram.fake_chats import Chats, Problem
from tests.telegram.fake_http import Asked, Manner, Reply, Server

TOKEN = "123456:AAfakefakefake"
BOT = 123456


@dataclass
class Fault:
    """What goes wrong, how often, and whether the method is carried out before it does."""

    method: str = "*"
    status: int = 500
    body: bytes | None = None
    description: str = "Internal Server Error"
    retry_after: int = 0
    manner: Manner = Manner.ANSWER
    done: bool = False
    chat: int | None = None
    times: int = 1

    def meets(self, method: str, parameters: dict[str, Any]) -> bool:
        """Return whether this call is the one to fail."""
        wanted = self.method in {"*", method} and self.times > 0
        return wanted and self.chat in {None, parameters.get("chat_id")}

    def reply(self) -> Reply:
        """Return the reply that tells of it."""
        if self.body is not None:
            return Reply(self.status, self.body, self.manner)
        return failure(self.status, self.description, self.retry_after, self.manner)


@dataclass
class Call:
    """One call as it came in."""

    method: str
    parameters: dict[str, Any] = field(default_factory=dict)


class FakeTelegram:
    """Telegram as a bot sees it. `chats` is what people see."""

    def __init__(self) -> None:
        self.chats = Chats()
        self.calls: list[Call] = []
        self.faults: list[Fault] = []
        self.settings: dict[str, Any] = {}
        self.left: list[int] = []
        self.webhook: dict[str, Any] = {}
        self.confirmed = 0
        self.arrived = asyncio.Event()
        self.token = TOKEN
        self._poll: asyncio.Future[None] | None = None
        self._server = Server(self._handle)

    @property
    def url(self) -> str:
        """Return the base address, as for `SAFAR_TELEGRAM_API`."""
        return f"http://127.0.0.1:{self._server.port}"

    @property
    def connections(self) -> int:
        """Return how many connections were opened so far."""
        return self._server.connections

    async def start(self) -> None:
        """Begin to serve, or go on at the same address."""
        await self._server.start()

    async def stop(self) -> None:
        """Be out of reach."""
        await self._server.stop()

    def fail(self, **fault: Any) -> Fault:
        """Plan a fault for one of the next calls."""
        planned = Fault(**fault)
        self.faults.append(planned)
        return planned

    def called(self, method: str) -> list[dict[str, Any]]:
        """Return the parameters of all calls of a method."""
        return [call.parameters for call in self.calls if call.method == method]

    async def until(self, happened: Callable[[], object]) -> None:
        """Wait until something is so, looking after each call."""
        while not happened():
            self.arrived.clear()
            await self.arrived.wait()

    def pass_time(self, span: timedelta) -> None:
        """Move the clock of the platform."""
        self.chats.now += span

    async def _handle(self, asked: Asked) -> Reply:
        _, bot, method = asked.path.split("?")[0].split("/", 2)
        parameters = decode(asked)
        self.calls.append(Call(method, parameters))
        self.arrived.set()
        if bot != f"bot{self.token}":
            return failure(401, "Unauthorized")
        fault = next((one for one in self.faults if one.meets(method, parameters)), None)
        if fault is None:
            return await self._done(method, parameters)
        fault.times -= 1
        if fault.done:
            await self._done(method, parameters)
        return fault.reply()

    async def _done(self, method: str, parameters: dict[str, Any]) -> Reply:
        known: dict[str, Callable[..., Any]] = {
            "sendMessage": self.chats.send,
            "sendVoice": self.chats.play,
            "editMessageText": self.chats.edit,
            "deleteMessages": self.chats.delete,
            "answerCallbackQuery": self.chats.answer,
            "getMe": lambda: {
                "id": BOT,
                "is_bot": True,
                "first_name": "Fake",
                "username": "fake_bot",
            },
            "leaveChat": self._leave,
            "sendChatAction": lambda **_: True,
            "setWebhook": self._set_webhook,
            "deleteWebhook": self._delete_webhook,
            "getWebhookInfo": lambda: {
                "url": self.webhook.get("url", ""),
                "pending_update_count": 0,
            },
        }
        try:
            if method == "getUpdates":
                return good(await self._updates(parameters))
            if method in known:
                return good(known[method](**parameters))
            if method.startswith(("setMy", "deleteMy")):
                key = method, parameters.get("language_code", ""), str(parameters.get("scope", ""))
                self.settings["/".join(key)] = parameters
                return good(result=True)
        except Problem as problem:
            return failure(problem.status, problem.description)
        return failure(404, "Not Found")

    def _leave(self, chat_id: int) -> bool:
        self.left.append(chat_id)
        return True

    def _set_webhook(self, **parameters: Any) -> bool:
        self.webhook = parameters
        return True

    def _delete_webhook(self, **_: Any) -> bool:
        self.webhook = {}
        return True

    async def _updates(self, asked: dict[str, Any]) -> list[dict[str, Any]]:
        """Confirm below the offset, then wait for news: a newer poll ends an older one."""
        if self.webhook.get("url"):
            raise Problem(409, "Conflict: can't use getUpdates method while webhook is active")
        offset = asked.get("offset", 0)
        self.confirmed = max(self.confirmed, offset)
        self.chats.updates = [one for one in self.chats.updates if one["update_id"] >= offset]
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(None)
        if not self.chats.updates and asked.get("timeout"):
            await self._news(asked["timeout"])
        return self.chats.updates[: asked.get("limit", 100)]

    async def _news(self, seconds: float) -> None:
        mine = self._poll = asyncio.get_running_loop().create_future()
        news = asyncio.ensure_future(self.chats.news.wait())
        done, _ = await asyncio.wait(
            {mine, news}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED
        )
        news.cancel()
        if mine in done:
            raise Problem(409, "Conflict: terminated by other getUpdates request")


def decode(asked: Asked) -> dict[str, Any]:
    """Return the parameters, from JSON or from a form whose values are JSON."""
    if not asked.body:
        return {}
    if asked.headers.get("content-type", "").startswith("application/json"):
        found: dict[str, Any] = json.loads(asked.body)
        return found
    if asked.headers.get("content-type", "").startswith("multipart/form-data"):
        return dict(_parts(asked))
    pairs = parse_qsl(asked.body.decode())
    return {name: value if name in TEXTS else json.loads(value) for name, value in pairs}


def _parts(asked: Asked) -> Iterator[tuple[str, Any]]:
    head = f"Content-Type: {asked.headers['content-type']}\r\n\r\n".encode()
    whole = message_from_bytes(head + asked.body, policy=HTTP)
    for part in whole.iter_parts():
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes):
            raise TypeError(name)
        yield str(name), content if part.get_filename() else json.loads(content)


TEXTS = frozenset(
    """text callback_query_id url secret_token language_code name description short_description
    action parse_mode voice""".split()
)
"""Parameters that a form carries as they are."""


def good(result: object) -> Reply:
    """Return an answer that went well."""
    return Reply(200, json.dumps({"ok": True, "result": result}, separators=(",", ":")).encode())


def failure(
    status: int, description: str, retry_after: int = 0, manner: Manner = Manner.ANSWER
) -> Reply:
    """Return an error in Telegram's own format."""
    told: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    if retry_after:
        told["parameters"] = {"retry_after": retry_after}
    return Reply(status, json.dumps(told).encode(), manner)
