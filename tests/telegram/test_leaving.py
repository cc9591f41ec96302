from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine

from bot.bootstrap import open_library, profiles
from tests.telegram.conftest import BUILDS
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.talk import Talk, open_talk

AIDA = 777000111
DANGER = "he beats me and locked me in"
TRIGGERS = (
    *("помощ", "полиц", "насил", "торгов", "горяч", "спас", "жардам", "зордук", "тез жардам"),
    *("help", "police", "violence", "traffick", "hotline", "rescue", "safe", "yordam", "ёрдам"),
)


@pytest.fixture(params=["httpx", "ptb"])
async def talk(
    request: pytest.FixtureRequest, tmp_path: Path, telegram: FakeTelegram
) -> AsyncIterator[Talk]:
    """Return a Safar on each client."""
    client = BUILDS[request.param](telegram.url)
    opened = await open_talk(tmp_path, client, telegram)
    yield opened
    await opened.close()
    await client.stop()


async def in_english(talk: Talk, *labels: str) -> None:
    """Begin in English and press these buttons."""
    await talk.write(AIDA, "/start")
    for label in ("English", "I understand. Go on", *labels):
        await talk.press(AIDA, label)


async def later(talk: Talk, time: timedelta) -> None:
    """Let what is due by then happen."""
    now = datetime.now(UTC) + time
    with time_machine.travel(now):
        talk.telegram.chats.now = now
        for conversation in await talk.house.store.due(now):
            talk.house.reception.work(conversation)
        await talk.settle()
        await talk.house.store.purge(now)
        await talk.settle()


def sent(talk: Talk) -> int:
    """Return how many messages were sent or changed so far."""
    return len(talk.telegram.called("sendMessage")) + len(talk.telegram.called("editMessageText"))


async def test_the_chat_clears_itself_before_telegram_forbids_it(talk: Talk) -> None:
    """Nothing that can be deleted stands there for 48 hours (S-02)."""
    await in_english(talk)

    await later(talk, timedelta(hours=47, minutes=50))

    assert talk.telegram.chats.seen(AIDA) == []


async def test_on_a_watched_phone_numbers_stand_only_in_a_pop_up(talk: Talk) -> None:
    """And in no message; what stands there is silent and cannot be forwarded (S-04, S-05)."""
    await in_english(talk, "Check my situation", "Start", "No", "Yes, someone could read it")
    former = sent(talk)

    await talk.write(AIDA, DANGER)
    shown = talk.screen(AIDA)
    update = talk.telegram.chats.press(AIDA, shown.buttons[0][0])
    await talk.settle()

    answered = talk.telegram.chats.answered[update["callback_query"]["id"]]
    assert answered.alert
    assert "112" in answered.text
    assert (shown.quiet, shown.protected) == (True, True)
    assert not [word for word in TRIGGERS if word in shown.text[:60].lower()]
    calls = (*talk.telegram.called("sendMessage"), *talk.telegram.called("editMessageText"))
    assert len(calls) > former
    assert "112" not in "".join(map(str, calls))


def test_how_the_bot_shows_itself_gives_nobody_away() -> None:
    """Name, descriptions and menu, in every language (S-06)."""
    for profile in profiles(open_library(cache=None)):
        words = (profile.name, profile.short, profile.description, *dict(profile.commands).values())
        assert not [word for word in TRIGGERS if word in " ".join(words).lower()]
        assert profile.problems() == ()


async def test_the_menu_of_who_hid_is_the_menu_of_everybody(talk: Talk) -> None:
    """A menu of their own would tell that something was hidden (S-07)."""
    await in_english(talk)
    await talk.write(AIDA, "hide")

    assert talk.telegram.called("setMyCommands") == []


@pytest.mark.parametrize("word", ["hide", "delete"])
async def test_nothing_follows_after_leaving(talk: Talk, word: str) -> None:
    """Three days later, through every timer and purge (S-12)."""
    await in_english(talk)
    await talk.write(AIDA, DANGER)
    await talk.write(AIDA, word)
    former = sent(talk)

    for hours in (1, 24, 48, 72):
        await later(talk, timedelta(hours=hours))

    assert sent(talk) == former
