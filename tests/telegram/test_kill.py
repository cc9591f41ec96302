"""A process that is killed at each place between a word and its answer.

F-01, F-02, F-03, F-04, F-05, F-06 and F-07.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from bot.service.killpoint import VARIABLE
from tests.conftest import ROOT
from tests.telegram.fake_api import FakeTelegram

PEOPLE = (777000111, 777000222, 777000333)
BEFORE_SENDING = ("fetched", "kept", "accepted", "turned")
"""Until here nothing has left, so nothing can be doubled."""
IN_DOUBT = ("sending", "sent")
"""Here a message may have left: one duplicate a person at most."""


async def started(
    folder: Path, telegram: FakeTelegram, client: str, kill_at: str = ""
) -> asyncio.subprocess.Process:
    """Start a process that polls."""
    environment = {**os.environ, VARIABLE: kill_at} if kill_at else dict(os.environ)
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.telegram.process",
        str(folder),
        telegram.url,
        client,
        cwd=ROOT,
        env=environment,
        stdin=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )


def answers(telegram: FakeTelegram, chat: int) -> int:
    """Return how many messages of the bot a person sees."""
    return sum(shown.bot for shown in telegram.chats.seen(chat))


@pytest.mark.parametrize("client", ["httpx", "ptb"])
@pytest.mark.parametrize("place", [*BEFORE_SENDING, *IN_DOUBT])
async def test_whatever_the_moment_of_death_everybody_is_answered(
    tmp_path: Path, telegram: FakeTelegram, client: str, place: str
) -> None:
    """No word is lost; none is answered twice unless its answer was on the way."""
    for person in PEOPLE:
        telegram.chats.write(person, "/start")
    first = await started(tmp_path, telegram, client, f"{place}:1")
    assert await first.wait() == -signal.SIGKILL

    second = await started(tmp_path, telegram, client)
    try:
        await telegram.until(
            lambda: (
                not telegram.chats.updates and all(answers(telegram, person) for person in PEOPLE)
            )
        )
    finally:
        second.terminate()
        await second.communicate()

    most = 1 if place in BEFORE_SENDING else 2
    assert all(1 <= answers(telegram, person) <= most for person in PEOPLE)


@pytest.mark.parametrize("client", ["httpx", "ptb"])
async def test_an_orderly_stop_under_load_answers_everybody_once(
    tmp_path: Path, telegram: FakeTelegram, client: str
) -> None:
    """F-12: SIGTERM while answers go out; the next process ends it, and nothing comes twice."""
    crowd = [777100000 + number for number in range(40)]
    for person in crowd:
        telegram.chats.write(person, "/start")
    first = await started(tmp_path, telegram, client)
    await telegram.until(lambda: sum(answers(telegram, person) for person in crowd) >= 5)
    first.terminate()
    await first.communicate()
    assert first.returncode == 0

    second = await started(tmp_path, telegram, client)
    try:
        await telegram.until(lambda: all(answers(telegram, person) for person in crowd))
    finally:
        second.terminate()
        await second.communicate()

    assert [answers(telegram, person) for person in crowd] == [1] * len(crowd)


async def test_what_a_process_writes_while_it_dies_and_lives_holds_nothing_personal(
    tmp_path: Path, telegram: FakeTelegram
) -> None:
    """Its whole log, with failures of Telegram in it (S-33, S-34)."""
    telegram.fail(status=500, times=2)
    telegram.fail(method="sendMessage", status=200, body=b"<rubbish>")
    telegram.chats.write(PEOPLE[0], "меня зовут Канарейка")
    process = await started(tmp_path, telegram, "ptb")
    try:
        await telegram.until(lambda: answers(telegram, PEOPLE[0]))
    finally:
        process.terminate()
        _, told = await process.communicate()

    assert b"poll_failed" in told
    words = "меня зовут Канарейка"
    for planted in (words, words.encode("unicode_escape").decode(), "AAfake", str(PEOPLE[0])):
        assert planted.encode() not in told
