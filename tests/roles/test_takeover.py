from __future__ import annotations

import asyncio
import signal
from contextlib import suppress

import pytest

from bot.service.killpoint import VARIABLE
from tests.roles.installation import Installation, Process
from tests.roles.people import Visitor, sign_in
from tests.telegram.fake_api import TOKEN, FakeTelegram

PERSON = 777000111


async def _listening(site: Installation, web: Process) -> tuple[Visitor, asyncio.Task[None]]:
    visitor = Visitor(site.browser(web.links["Visitor"]))
    assert (await visitor.writes("/start")).status_code == 202
    return visitor, asyncio.create_task(visitor.listen())


async def _over(task: asyncio.Task[None]) -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


@pytest.mark.timeout(300)
async def test_a_killed_workers_turn_is_taken_over(site: Installation) -> None:
    """The visitor's words wait in nobody's hands until another worker has them."""
    await site.start("desk")
    web = await site.start("web")
    first = await site.start("worker", "first", **{VARIABLE: "turned:1"})
    visitor, listening = await _listening(site, web)
    assert await first.process.wait() == -signal.SIGKILL
    await site.start("worker", "second")
    await visitor.hears("I am a program")
    await visitor.writes("he locked me in and beats me")
    await visitor.hears("112")
    greetings = [line for line in visitor.heard if "I am a program" in line.get("text", "")]
    assert len(greetings) == 1
    await _over(listening)


@pytest.mark.timeout(300)
async def test_one_worker_polls_and_another_one_stands_by(site: Installation) -> None:
    """Telegram never sees two; when the one that polls is killed the other one begins."""
    telegram = FakeTelegram()
    await telegram.start()
    site.settings |= {
        "SAFAR_TELEGRAM_TOKEN": TOKEN,
        "SAFAR_TELEGRAM_API": telegram.url,
        "SAFAR_TELEGRAM_CLIENT": "httpx",
    }
    try:
        await site.start("desk")
        first = await site.start("worker", "first")
        await telegram.until(lambda: telegram.called("getUpdates"))
        await site.start("worker", "second")
        telegram.chats.write(PERSON, "/start", "en")
        telegram.arrived.set()
        await telegram.until(lambda: _answers(telegram) == 1)
        await first.kill()
        telegram.chats.write(PERSON, "he locked me in and beats me", "en")
        telegram.arrived.set()
        async with asyncio.timeout(60):
            await telegram.until(lambda: _answers(telegram) >= 2)
        assert '"poll_conflict"' not in site.log.read_text("utf-8")
    finally:
        await site.end()
        await telegram.stop()


def _answers(telegram: FakeTelegram) -> int:
    return sum(shown.bot for shown in telegram.chats.seen(PERSON))


@pytest.mark.timeout(300)
async def test_a_silent_desk_means_that_nobody_is_there(site: Installation) -> None:
    """Visitors are told at once, and again that somebody is there when it is back."""
    desk = await site.start("desk")
    web, _ = await site.start("web"), await site.start("worker")
    operator = await sign_in(site, desk)
    await operator.act("/duty")
    assert await _asks(site, web) == "asked"
    await desk.kill()
    async with asyncio.timeout(60):
        while site.server.ask("EXISTS", "desk") == b":1\r\n":  # noqa: ASYNC110 -- Redis forgets it
            await asyncio.sleep(0.1)
    assert await _asks(site, web) == "nobody"
    await site.start("desk")
    assert await _asks(site, web) == "asked"


async def _asks(site: Installation, web: Process) -> str:
    """Let somebody ask for a person; return what they are told."""
    visitor, listening = await _listening(site, web)
    for words in ("1", "person", "2"):
        assert (await visitor.writes(words)).status_code == 202
    found = await visitor.hears_one_of(
        {"asked": "We have asked one of our people", "nobody": "No person can answer now"}
    )
    await _over(listening)
    return found
