from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette

from bot.channels.webchat.cookies import address
from bot.channels.webchat.stream import BEAT, RESET, RETRY, Stream
from bot.dialogue.values import Locale
from bot.service.records import ConversationId, Inbound, InboundKind, Source
from tests.webchat.shell import AT, MemoryShell
from tests.webchat.test_messages import start

pytestmark = pytest.mark.timeout(20)

TOKEN = "t" * 43


def events(raw: str) -> list[dict[str, object]]:
    frames = [frame.split("\n") for frame in raw.split("\n\n")]
    return [
        json.loads(line.removeprefix("data: "))
        for frame in frames
        if not any(line.startswith("event:") for line in frame)
        for line in frame
        if line.startswith("data: ")
    ]


@pytest.fixture(autouse=True)
def no_heartbeat(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a real wake moves a stream here, never the slow reading behind it."""
    monkeypatch.setattr("bot.channels.webchat.stream.HEARTBEAT", 3600.0)


@pytest.fixture
async def conversation(shell: MemoryShell) -> ConversationId:
    body = json.dumps({"text": "/start", "hint": "en"})
    return await shell.receive(Inbound("k", InboundKind.SAID, body, AT, address=address(TOKEN)))


def follow(
    shell: MemoryShell, conversation: ConversationId, **fields: int | Locale
) -> AsyncIterator[bytes]:
    stream = Stream(
        shell,
        address(TOKEN),
        conversation,
        asyncio.Event(),
        **fields,  # type: ignore[arg-type]
    )
    return stream.frames()


async def test_events_have_the_shape_of_the_design(
    client: httpx.AsyncClient, app: Starlette
) -> None:
    """Each line is one event under its number, with the choices as they are sent back."""
    await start(client)
    app.state.closing.set()
    answer = await client.get("/chat/events")
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert "id: 1\n" in answer.text
    (event,) = events(answer.text)
    assert event["id"] == 1
    assert event["from"] == "bot"
    assert event["text"] == "Heard: /start\n\nWhat is it about?"
    choices = event["choices"]
    assert isinstance(choices, list)
    assert choices[0]["id"] == "1:0:ab12:work"
    assert choices[0]["label"] == "Work abroad"


async def test_a_stream_resumes_after_the_last_event(
    client: httpx.AsyncClient, app: Starlette, shell: MemoryShell
) -> None:
    """Last-Event-ID wins over the address, and tells that all before has arrived."""
    await start(client)
    for words in ("two", "three", "four"):
        shell.say(shell.only(), Source.OPERATOR, words)
    app.state.closing.set()
    answer = await client.get("/chat/events?after=1", headers={"last-event-id": "3"})
    assert [event["text"] for event in events(answer.text)] == ["four"]
    assert shell.talks[shell.only()].seen == 3
    answer = await client.get("/chat/events?after=2")
    assert [event["id"] for event in events(answer.text)] == [3, 4]


async def test_a_line_wakes_the_stream(shell: MemoryShell, conversation: ConversationId) -> None:
    """What an operator says appears without another request."""
    frames = follow(shell, conversation, after=1, first=1)
    assert await anext(frames) == RETRY
    assert await anext(frames) == BEAT
    shell.say(conversation, Source.OPERATOR, "good day")
    (event,) = events((await anext(frames)).decode())
    assert event["from"] == "operator"


async def test_a_line_between_reading_and_waiting_is_not_missed(
    shell: MemoryShell, conversation: ConversationId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stream listens before it reads."""
    view = shell.view
    said: list[int] = []

    async def late(which: ConversationId, after: int) -> object:
        lines = await view(which, after)
        if not said:
            said.append(shell.say(conversation, Source.OPERATOR, "in between"))
        return lines

    monkeypatch.setattr(shell, "view", late)
    frames = follow(shell, conversation, after=1, first=1)
    assert [await anext(frames), await anext(frames)] == [RETRY, BEAT]
    (event,) = events((await anext(frames)).decode())
    assert event["text"] == "in between"


async def test_a_wipe_empties_the_page(shell: MemoryShell, conversation: ConversationId) -> None:
    """The page is told to start anew, not left with lines that are erased."""
    frames = follow(shell, conversation, after=1, first=1)
    assert [await anext(frames), await anext(frames)] == [RETRY, BEAT]
    shell.wipe(conversation)
    assert await anext(frames) == RESET
    assert [frame async for frame in frames] == []
    again = follow(shell, conversation, after=1, first=1)
    assert [await anext(again), await anext(again)] == [RETRY, RESET]


async def test_leaving_in_one_tab_empties_the_other(
    shell: MemoryShell, conversation: ConversationId
) -> None:
    """Quick exit holds for every tab of the browser."""
    frames = follow(shell, conversation, after=1, first=1)
    assert [await anext(frames), await anext(frames)] == [RETRY, BEAT]
    await shell.leave(address(TOKEN))
    assert await anext(frames) == RESET


async def test_another_language_renews_the_page(
    shell: MemoryShell, conversation: ConversationId
) -> None:
    """The page's own words follow the language that the visitor chose."""
    frames = follow(shell, conversation, after=1, first=1, locale=Locale("en"))
    assert [await anext(frames), await anext(frames)] == [RETRY, BEAT]
    shell.talks[conversation].locale = Locale("ky")
    shell.say(conversation, Source.BOT, "Саламатсызбы")
    assert (await anext(frames)).endswith(RESET)


async def test_a_stream_of_nobody_says_so(client: httpx.AsyncClient) -> None:
    """Without a conversation the page starts anew instead of asking for ever."""
    answer = await client.get("/chat/events")
    assert answer.status_code == 200
    assert answer.content == RETRY + RESET


async def test_the_stream_ends_when_the_server_stops(
    shell: MemoryShell, conversation: ConversationId
) -> None:
    """An open stream never holds up the stop of the process."""
    closing = asyncio.Event()
    stream = Stream(shell, address(TOKEN), conversation, closing, after=1, first=1)
    frames = stream.frames()
    assert [await anext(frames), await anext(frames)] == [RETRY, BEAT]
    closing.set()
    assert [frame async for frame in frames] == []


async def test_a_store_out_of_reach_ends_the_stream_quietly(
    shell: MemoryShell, conversation: ConversationId
) -> None:
    """The browser comes back by itself with the number of the last line."""
    frames = follow(shell, conversation, after=1, first=1)
    assert [await anext(frames), await anext(frames)] == [RETRY, BEAT]
    shell.broken = True
    shell.talks[conversation].news.set()
    assert [frame async for frame in frames] == []


async def test_words_cannot_break_out_of_an_event(
    shell: MemoryShell, conversation: ConversationId
) -> None:
    """Line ends of every kind stay inside the JSON of one event."""
    words = "a\n\ndata: x\r\nid: 99\u2028\u2029\x85"
    shell.say(conversation, Source.OPERATOR, words)
    frames = follow(shell, conversation, after=1, first=1)
    await anext(frames)
    raw = await anext(frames)
    assert raw.count(b"\n") == 3
    assert events(raw.decode())[0]["text"] == words
