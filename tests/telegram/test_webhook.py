"""The webhook: who may call it, what it answers, and that nothing is answered before it is kept."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from bot.channels.telegram_chat import TelegramChannel
from bot.channels.telegram_httpx import HttpxClient
from bot.channels.telegram_intake import Intake
from bot.channels.telegram_webhook import TRIES, TelegramWebhook
from bot.channels.telegram_wire import LARGEST_UPDATE
from bot.service.failures import StoreUnavailable
from tests.telegram.door import Door
from tests.telegram.fake_api import TOKEN, FakeTelegram
from tests.telegram.fake_hook import Hooks

PATH = "path-secret"
HEADER = "header-secret"
CHAT = 777000111
YES = {"inline_keyboard": [[{"text": "Ооба", "callback_data": "1:0:ab:yes"}]]}


@pytest.fixture
def door() -> Door:
    """Return the shell's door."""
    return Door()


@pytest.fixture
async def hooks(telegram: FakeTelegram, door: Door) -> AsyncIterator[Hooks]:
    """Return a Telegram that calls our webhook."""
    client = HttpxClient(TOKEN, telegram.url)
    intake = Intake(TelegramChannel(client), door)
    endpoint = TelegramWebhook(
        intake, path_secret=PATH, header_secret=HEADER, clock=lambda: datetime.now(UTC)
    )
    app = Starlette(routes=[Route("/telegram/{secret}", endpoint)])
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://safar") as caller:
        yield Hooks(caller, f"/telegram/{PATH}", HEADER)
    await intake.stop()
    await client.stop()


async def test_an_update_is_kept_and_then_acknowledged(
    hooks: Hooks, door: Door, telegram: FakeTelegram
) -> None:
    """An empty 200."""
    await hooks.deliver([telegram.chats.write(CHAT, "help")])

    assert door.words == ["help"]
    assert [(one.status, one.body) for one in hooks.attempts] == [(200, None)]


async def test_while_the_store_is_out_of_reach_telegram_is_asked_to_come_again(
    hooks: Hooks, door: Door, telegram: FakeTelegram
) -> None:
    """503 with a time, until it is kept (F-22)."""
    door.failures = [StoreUnavailable(), StoreUnavailable()]

    await hooks.deliver([telegram.chats.write(CHAT, "help")])

    assert door.words == ["help"]
    assert [one.status for one in hooks.attempts] == [503, 503, 200]
    assert hooks.pauses == [5.0, 5.0]


async def test_a_button_is_answered_in_the_reply(hooks: Hooks, telegram: FakeTelegram) -> None:
    """The only call made that way: how it ends does not matter."""
    telegram.chats.write(CHAT, "/start")
    telegram.chats.send(CHAT, "a", reply_markup=YES)
    update = telegram.chats.press(CHAT, "Ооба")

    await hooks.deliver([update])

    query = update["callback_query"]["id"]
    assert hooks.attempts[0].body == {
        "method": "answerCallbackQuery",
        "callback_query_id": query,
    }
    assert telegram.calls == []


async def test_a_poison_update_does_not_block_its_chat(
    hooks: Hooks, door: Door, telegram: FakeTelegram
) -> None:
    """After five tries Telegram is told that it is done with, and the chat goes on (F-36)."""
    door.poison = "poison"
    updates = [telegram.chats.write(CHAT, word) for word in ("poison", "help")]

    await hooks.deliver(updates)

    assert [one.status for one in hooks.attempts] == [503] * (TRIES - 1) + [200, 200]
    assert door.words == ["help"]


async def test_an_update_nobody_can_read_is_done_with_at_once(hooks: Hooks, door: Door) -> None:
    """It will not get better by coming again."""
    for content in (b"{", b"[]", b"\xff", b"[" * 5000, b'{"update_id":"x"}'):
        response = await raw(hooks, content=content)
        assert response.status_code == 200
        assert response.content == b""
    assert door.kept == {}


Headers = list[tuple[bytes, bytes]]
TYPE = (b"content-type", b"application/json")
SECRET = (b"x-telegram-bot-api-secret-token", HEADER.encode())


async def raw(
    hooks: Hooks,
    path: str = PATH,
    *,
    content: str | bytes | AsyncIterator[bytes] = b"{}",
    method: str = "POST",
    headers: Headers | None = None,
) -> httpx.Response:
    """Make a request with the right secrets unless others are given."""
    given = [TYPE, SECRET] if headers is None else headers
    return await hooks.client.request(method, f"/telegram/{path}", headers=given, content=content)


@pytest.mark.parametrize(
    ("path", "secret"),
    [
        (PATH, None),
        (PATH, ""),
        (PATH, "wrong"),
        (PATH, HEADER[:-1]),
        (PATH, HEADER + "x"),
        (PATH, PATH),
        (PATH, "ключ"),
        ("wrong", HEADER),
        (PATH[:-1], HEADER),
        (HEADER, PATH),
        ("%D0%BA", HEADER),
    ],
)
async def test_nobody_without_both_secrets_changes_anything(
    hooks: Hooks, door: Door, telegram: FakeTelegram, path: str, secret: str | None
) -> None:
    """Missing, empty, truncated, exchanged: refused without an echo (S-46)."""
    content = json.dumps(telegram.chats.write(CHAT, "help"))
    headers = [TYPE]
    if secret is not None:
        headers.append((SECRET[0], secret.encode()))

    response = await raw(hooks, path, content=content, headers=headers)

    assert response.status_code == 403
    assert response.content == b""
    assert door.kept == {}


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({"method": "GET"}, 405),
        ({"method": "TRACE"}, 405),
        ({"method": "PUT"}, 405),
        ({"type": "text/plain"}, 415),
        ({"type": "application/x-www-form-urlencoded"}, 415),
        ({"type": "application/jsonx"}, 415),
        ({"type": None}, 415),
    ],
)
async def test_only_json_that_is_posted_is_read(
    hooks: Hooks, door: Door, telegram: FakeTelegram, request_: dict[str, str], status: int
) -> None:
    """Other methods and other contents are refused (S-47)."""
    type_ = request_.get("type", "application/json")
    headers = [SECRET, (TYPE[0], type_.encode())] if type_ else [SECRET]

    response = await raw(
        hooks,
        method=request_.get("method", "POST"),
        headers=headers,
        content=json.dumps(telegram.chats.write(CHAT, "help")),
    )

    assert response.status_code == status
    assert door.kept == {}


async def test_two_secrets_or_two_contents_are_refused(hooks: Hooks, door: Door) -> None:
    """Whoever stands in between may read the other one (S-47)."""
    for extra, status in ((SECRET, 403), ((TYPE[0], b"text/plain"), 415)):
        response = await raw(hooks, headers=[TYPE, SECRET, extra])
        assert response.status_code == status
    assert door.kept == {}


async def test_a_body_without_a_length_or_too_large_is_refused(hooks: Hooks, door: Door) -> None:
    """Nothing large is ever held in memory (F-36)."""

    async def parts() -> AsyncIterator[bytes]:
        yield b"{}"

    chunked = await raw(hooks, content=parts())
    large = await raw(hooks, content=b" " * (LARGEST_UPDATE + 1))

    assert (chunked.status_code, large.status_code) == (411, 413)
    assert door.kept == {}


async def test_the_same_body_twice_at_once_is_one_message(
    hooks: Hooks, door: Door, telegram: FakeTelegram
) -> None:
    """Both are acknowledged, one is kept (F-33, F-35, S-48)."""
    update = telegram.chats.write(CHAT, "help")

    first, second = await asyncio.gather(hooks.post(update), hooks.post(update))

    assert first.status_code == second.status_code == 200
    assert door.words == ["help"]
    assert door.repeated == 1


async def test_a_webhook_without_secrets_cannot_be_made(door: Door) -> None:
    """An empty secret would be right for everybody (S-46)."""
    intake = Intake(TelegramChannel(HttpxClient(TOKEN, "http://127.0.0.1:9")), door)
    for path, header in (("", HEADER), (PATH, "")):
        with pytest.raises(ValueError, match="both secrets"):
            TelegramWebhook(
                intake, path_secret=path, header_secret=header, clock=lambda: datetime.now(UTC)
            )
