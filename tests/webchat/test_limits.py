"""What one visitor may hold of the server: a few streams, and no request for ever."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette

from bot.channels.webchat.cookies import address
from bot.channels.webchat.stream import BEAT, PAUSED, RETRY, Stream
from bot.channels.webchat.tabs import MOST, Tabs
from bot.service.records import ConversationId, Inbound, InboundKind, Source
from tests.webchat.conftest import browser
from tests.webchat.shell import AT, MemoryShell
from tests.webchat.test_messages import new_id, start

pytestmark = pytest.mark.timeout(20)
TOKEN, OTHER = "t" * 43, "o" * 43
JSON = {"content-type": "application/json"}


async def talk(shell: MemoryShell, token: str) -> ConversationId:
    body = json.dumps({"text": "/start", "hint": "en"})
    return await shell.receive(Inbound(token, InboundKind.SAID, body, AT, address=address(token)))


async def opened(
    shell: MemoryShell, tabs: Tabs, token: str = TOKEN, count: int = 1
) -> list[AsyncIterator[bytes]]:
    """Open streams until each waits for news."""
    conversation = await talk(shell, token)
    made = []
    for _ in range(count):
        stream = Stream(shell, address(token), conversation, asyncio.Event(), tabs, 1, 1)
        frames = stream.frames()
        assert [await anext(frames), await anext(frames)] == [RETRY, BEAT]
        made.append(frames)
    return made


async def test_one_stream_more_ends_the_oldest(shell: MemoryShell) -> None:
    """It is told to rest, not to come back at once: tabs would push each other out for ever."""
    tabs = Tabs()
    streams = await opened(shell, tabs, count=MOST + 1)
    assert len(tabs) == MOST
    assert [frame async for frame in streams[0]] == [PAUSED]
    assert len(tabs) == MOST


async def test_the_streams_of_others_stay(shell: MemoryShell) -> None:
    """Many tabs of one visitor close none of another's."""
    tabs = Tabs()
    (kept,) = await opened(shell, tabs, OTHER)
    await opened(shell, tabs, count=3 * MOST)
    shell.say(shell.places[OTHER], Source.OPERATOR, "good day")
    assert b"good day" in await anext(kept)


async def test_closed_streams_are_forgotten() -> None:
    """Nothing is left in memory of whoever has gone."""
    tabs = Tabs()
    for number in range(1000):
        with tabs.one(ConversationId(f"{number:032x}")):
            assert len(tabs) == 1
    assert len(tabs) == 0


async def test_a_body_that_does_not_end_is_given_up(
    app: Starlette, shell: MemoryShell, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page is told to try again; nothing is kept of half a message."""
    monkeypatch.setattr("bot.channels.webchat.requests.LONGEST_BODY_TIME", 0.05)

    async def dripping() -> AsyncIterator[bytes]:
        yield b'{"id":'
        await asyncio.Event().wait()

    async with browser(app) as client:
        answer = await client.post("/chat/messages", content=dripping(), headers=JSON)
    assert answer.status_code == 408
    assert not shell.inbound


async def test_a_slow_body_is_taken(client: httpx.AsyncClient, shell: MemoryShell) -> None:
    """A bad connection is no attack: what comes in pieces is one message."""
    await start(client)
    whole = json.dumps({"id": new_id(), "text": "in pieces"}).encode()

    async def pieces() -> AsyncIterator[bytes]:
        for byte in whole:
            yield bytes([byte])
            await asyncio.sleep(0)

    answer = await client.post("/chat/messages", content=pieces(), headers=JSON)
    assert answer.status_code == 202
    assert shell.bodies()[-1]["text"] == "in pieces"
