"""What strangers send to the two ports: odd, huge, forged, half (S-43 to S-45, S-51, S-54)."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, MutableMapping
from html import unescape
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount, Route

from bot.bootstrap import open_library
from bot.channels.webchat.requests import LONGEST_TEXT
from bot.dialogue.values import ChannelKind
from bot.entry import http
from bot.entry.cli import COMMANDS
from bot.service.receive import Library
from tests.safety.whole import CRY, DESK, VISITORS, Whole, whole

ODD = {
    "longest": "я" * LONGEST_TEXT,
    "nul": "a\x00b",
    "control": "a\x1b[31m\x07\x85b",
    "half-pair": "a\ud800b",
    "right-to-left": "\u202eabc\u202c \u2067سلام\u2069",
    "zalgo": "h" + "\u0301\u0316\u034f" * 300,
    "emoji": "👩‍👩‍👧‍👦🏴‍☠️🇰🇬" * 50,
    "joiners": "\u200b\u200d\ufeff\u2060" * 100,
    "only-space": "\u2003\u3000 \t",
    "one-letter": "ы",
    "backtracking": "a" * 3000 + "!",
    "brackets": "(" * 2000 + ")" * 2000,
    "spaces": " " * 3900 + "x",
    "repeated": "help " * 800,
}
HUGE = {
    "nested": b"[" * 10_000 + b"]" * 10_000,
    "nested-object": b'{"a":' * 10_000 + b"1" + b"}" * 10_000,
    "a-million": b'{"text": "' + b"a" * 1_000_000 + b'"}',
    "a-large-number": b'{"id": ' + b"9" * 5_000 + b"}",
    "not-json": b"\xff\xfe\x00",
    "a-list": b"[]",
}
FORGED = {
    "x-forwarded-for": "203.0.113.99",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    "x-forwarded-path": "/evil",
    "x-forwarded-prefix": "/evil",
    "forwarded": "for=203.0.113.99;host=evil.example;proto=https",
    "x-original-url": "/evil",
    "x-real-ip": "203.0.113.99",
}
SLOW = 300
CODE = (
    "'; drop table messages; --",
    "x' or '1'='1",
    '"; delete from tickets where "1"="1',
    "\r\nFLUSHALL\r\n".strip(),
    "return redis.call('flushall')",
    "%s %d %(words)s {0} {words} {0.__class__.__mro__}",
    "{{ 7 * 7 }} {% include 'chat.html' %}",
    "{ $place } { -brand } .short",
    "=cmd|' /C calc'!A0",
    "$(rm -rf /) `id`",
)


@pytest.fixture(scope="module")
def library() -> Library:
    """Return the real Book and wording."""
    return open_library()


@pytest.fixture
async def safar(tmp_path: Path, library: Library) -> AsyncIterator[Whole]:
    """Return the whole of it."""
    async with whole(tmp_path, library) as made:
        yield made


@pytest.mark.parametrize("name", ODD)
async def test_odd_words_get_one_answer_and_spoil_no_page(safar: Whole, name: str) -> None:
    """S-44: on both sides, with a person there too; who writes next is answered."""
    visitor = await safar.visitor()
    await safar.writes(visitor, CRY)
    operator, token = await safar.operator()
    where = (await operator.post("/next", data={"csrf": token})).headers["location"]
    body = json.dumps({"id": "7c1d2a3e-0000-4000-8000-000000000001", "text": ODD[name]})
    headers = {"content-type": "application/json"}
    answer = await visitor.post("/chat/messages", content=body, headers=headers)
    await safar.house.reception.idle()
    assert answer.status_code in {202, 422}
    assert (await visitor.get("/")).status_code == 200
    assert (await operator.get(where)).status_code == 200
    assert (await safar.writes(visitor, "still here")).status_code == 202
    assert "still here" in (await operator.get(where)).text


@pytest.mark.parametrize("name", HUGE)
async def test_bodies_made_to_hurt_are_refused(safar: Whole, name: str) -> None:
    """S-45: nested ten thousand deep, a million letters: a clear no, and nothing is kept."""
    visitor = await safar.visitor()
    before = (await visitor.get("/")).text.count('class="line')
    headers = {"content-type": "application/json"}
    answer = await visitor.post("/chat/messages", content=HUGE[name], headers=headers)
    assert 400 <= answer.status_code < 500
    assert (await visitor.get("/")).text.count('class="line') == before


async def test_no_file_is_taken(safar: Whole) -> None:
    """S-44: neither port reads a form with files, and nothing of one is kept."""
    visitor = await safar.visitor()
    files = {"file": ("CNRY.jpg", b"\xff\xd8CNRY", "image/jpeg")}
    assert (await visitor.post("/chat/messages", files=files)).status_code == 415
    operator, _ = await safar.operator()
    assert (await operator.post("/duty", files=files)).status_code == 415


async def test_the_web_writes_to_nobody(safar: Whole, library: Library) -> None:
    """S-43: a page is fetched by who wants it; there is no address to send to, and no cost."""
    visitor = await safar.visitor()
    await safar.writes(visitor, CRY)
    assert library.book.nodes
    assert await safar.house.store.claim_sends(safar.house.shell._clock(), 10) == ()
    assert ChannelKind.WEB not in safar.house.outbox._channels


async def test_forged_senders_change_no_link(safar: Whole) -> None:
    """S-51: pages, redirects and errors name no host that a header named."""
    visitor = safar.browser(safar.visitors, VISITORS, **FORGED, host="evil.example")
    form = {"id": "7c1d2a3e-0000-4000-8000-000000000002", "text": "/start"}
    answers = [
        await visitor.get("/"),
        await visitor.get("/phrases/"),
        await visitor.get("/nowhere"),
        await visitor.post("/chat/messages", data=form),
        await visitor.post("/chat/leave", data={}),
    ]
    for answer in answers:
        assert "evil" not in answer.text + str(answer.headers)
        assert answer.headers.get("location", "/").startswith("/")
        assert "secure" not in answer.headers.get("set-cookie", "").lower()


async def test_a_forged_host_or_sender_opens_no_desk(safar: Whole) -> None:
    """S-51: another host is not answered; guesses are slowed whatever sender they name."""
    other = safar.browser(safar.desk, DESK, host="evil.example")
    assert (await other.get("/sign-in")).status_code == 421
    client = safar.browser(safar.desk, DESK)
    guess = {"name": "Aida", "password": "wrong", "code": "000000"}
    statuses = []
    for number in range(7):
        forged = {name: value.replace("99", str(number)) for name, value in FORGED.items()}
        statuses.append((await client.post("/sign-in", data=guess, headers=forged)).status_code)
    assert statuses[-1] == 429


def test_the_server_believes_no_proxy_header() -> None:
    """S-51, S-54: who asks is who is connected; and neither port speaks WebSocket."""
    config = http.server(Starlette()).config
    assert config.proxy_headers is False
    assert config.ws == "none"
    assert config.server_header is False


async def test_the_visitors_port_has_no_websocket(safar: Whole) -> None:
    """S-54: nothing to subscribe to from another site; the streams ask for the cookie."""
    sent: list[MutableMapping[str, Any]] = []

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "websocket.connect"}

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    scope = {"type": "websocket", "path": "/chat/events", "headers": [], "query_string": b""}
    await safar.visitors(scope | {"subprotocols": []}, receive, send)
    assert [message["type"] for message in sent] == ["websocket.close"]


async def test_nothing_exports_yet(safar: Whole) -> None:
    """S-55: no route and no command makes a table for a spreadsheet.

    Whoever adds one writes the test of its cells, and takes this one away.
    """
    paths = [
        route.path
        for app in (safar.visitors, safar.desk)
        for route in app.routes
        if isinstance(route, Route | Mount)
    ]
    named = (*paths, *COMMANDS)
    assert not [name for name in named if re.search("export|csv|download|xls", name)]


async def test_connections_that_never_finish_their_request_hold_up_nobody(
    safar: Whole,
) -> None:
    """Three hundred half requests stand open; a visitor is answered all the same."""
    listening = http.bind(0)
    server = http.server(safar.visitors)
    serving = asyncio.create_task(http.serve([(server, listening)]))
    address, port = listening.getsockname()
    half = []
    for _ in range(SLOW):
        _, writer = await asyncio.open_connection(address, port)
        writer.write(b"POST /chat/messages HTTP/1.1\r\nhost: x\r\ncontent-le")
        half.append(writer)
    async with httpx.AsyncClient(timeout=30) as client:
        answer = await client.get(f"http://{address}:{port}/")
    assert answer.status_code == 200
    for writer in half:
        writer.close()
    server.should_exit = True
    await serving


@pytest.mark.parametrize("words", CODE)
async def test_words_that_look_like_code_are_only_words(safar: Whole, words: str) -> None:
    """S-56: what stands in the log is what was written, and nothing else changed."""
    visitor, other = await safar.visitor(), await safar.visitor()
    await safar.writes(other, CRY)
    before = (await other.get("/")).text.count('class="line')
    assert (await safar.writes(visitor, words)).status_code == 202
    page = await visitor.get("/")
    shown = re.findall(r'class="line visitor".*?<p>(.*?)</p>', page.text, re.DOTALL)
    assert unescape(shown[-1]) == words
    assert (await other.get("/")).text.count('class="line') == before
    assert len(await safar.house.store.tickets()) == 1
