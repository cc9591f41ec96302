"""The fake Telegram itself: it is as strict as the platform, or the other tests prove nothing."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import httpx
import pytest

from tests.telegram.fake_api import TOKEN, FakeTelegram
from tests.telegram.fake_http import Manner

CHAT = 777000111


def markup(label: str, data: str) -> dict[str, Any]:
    """Return a keyboard of one button."""
    return {"inline_keyboard": [[{"text": label, "callback_data": data}]]}


class Bot:
    """Calls methods without any client of ours."""

    def __init__(self, http: httpx.AsyncClient, url: str) -> None:
        self.http = http
        self.url = url

    async def __call__(self, method: str, **parameters: Any) -> tuple[int, Any]:
        """Return status and result, or description."""
        response = await self.http.post(f"{self.url}/bot{TOKEN}/{method}", json=parameters)
        told = response.json()
        return response.status_code, told.get("result", told.get("description"))


@pytest.fixture
async def bot(telegram: FakeTelegram) -> AsyncIterator[Bot]:
    """Return a bot that a person has written to."""
    telegram.chats.write(CHAT, "/start")
    async with httpx.AsyncClient(trust_env=False) as http:
        yield Bot(http, telegram.url)


async def test_it_refuses_a_wrong_token_and_an_unknown_method(bot: Bot) -> None:
    """401 and 404, as the platform."""
    wrong = await bot.http.post(f"{bot.url}/bot1:x/getMe")

    assert wrong.status_code == 401
    assert (await bot("nothing"))[0] == 404


async def test_a_bot_cannot_write_first(bot: Bot) -> None:
    """Only to who has written."""
    assert await bot("sendMessage", chat_id=5, text="a") == (400, "Bad Request: chat not found")


@pytest.mark.parametrize(
    ("parameters", "description"),
    [
        ({"text": " "}, "text is empty"),
        ({"text": "a" * 4097}, "too long"),
        ({"text": "😀" * 2049}, "too long"),
        ({"text": "<b", "parse_mode": "HTML"}, "can't parse entities"),
        (
            {
                "text": "a",
                "reply_markup": {"inline_keyboard": [[{"text": "", "callback_data": "x"}]]},
            },
            "empty",
        ),
        (
            {
                "text": "a",
                "reply_markup": {"inline_keyboard": [[{"text": "b", "callback_data": "я" * 33}]]},
            },
            "BUTTON_DATA_INVALID",
        ),
    ],
)
async def test_it_has_the_limits_of_the_platform(
    bot: Bot, parameters: dict[str, Any], description: str
) -> None:
    """4096 UTF-16 units, 64 bytes, whole entities."""
    status, told = await bot("sendMessage", chat_id=CHAT, **parameters)

    assert status == 400
    assert description in told


async def test_the_largest_text_and_data_pass(bot: Bot) -> None:
    """The limits are not stricter than the platform's either."""
    keyboard = markup("b", "я" * 32)

    status, _ = await bot("sendMessage", chat_id=CHAT, text="😀" * 2048, reply_markup=keyboard)

    assert status == 200


async def test_deleting_knows_48_hours_and_passes_over_what_is_not_there(
    bot: Bot, telegram: FakeTelegram
) -> None:
    """Both sides, up to a hundred, young enough."""
    ids = list(telegram.chats.messages)
    assert (await bot("deleteMessages", chat_id=CHAT, message_ids=[]))[0] == 400
    assert (await bot("deleteMessages", chat_id=CHAT, message_ids=[1] * 101))[0] == 400
    telegram.pass_time(timedelta(hours=48) - timedelta(seconds=1))
    assert await bot("deleteMessages", chat_id=CHAT, message_ids=[*ids, 9]) == (200, True)
    telegram.chats.write(CHAT, "a")
    telegram.pass_time(timedelta(hours=48))

    status, told = await bot(
        "deleteMessages", chat_id=CHAT, message_ids=list(telegram.chats.messages)
    )

    assert (status, "can't be deleted" in told) == (400, True)


async def test_an_edit_of_nothing_of_another_or_to_the_same_is_refused(
    bot: Bot, telegram: FakeTelegram
) -> None:
    """Each in its own words."""
    _, sent = await bot("sendMessage", chat_id=CHAT, text="a")
    own = sent["message_id"]
    words = {}
    for name, message, text in (("none", 9, "b"), ("theirs", own - 1, "b"), ("same", own, "a")):
        words[name] = (await bot("editMessageText", chat_id=CHAT, message_id=message, text=text))[1]

    assert "not found" in words["none"]
    assert "can't be edited" in words["theirs"]
    assert "not modified" in words["same"]
    assert telegram.chats.lines(CHAT) == ["/start", "a"]


async def test_updates_stay_until_a_higher_offset(bot: Bot, telegram: FakeTelegram) -> None:
    """And the limit of one answer holds."""
    for number in range(3):
        telegram.chats.write(CHAT, str(number))
    _, first = await bot("getUpdates", limit=2)
    _, again = await bot("getUpdates", offset=first[0]["update_id"])
    _, rest = await bot("getUpdates", offset=first[1]["update_id"] + 1)

    assert len(first) == 2
    assert len(again) == 4
    assert [one["message"]["text"] for one in rest] == ["1", "2"]


async def test_a_blocked_bot_and_a_deleted_person_are_told_apart(
    bot: Bot, telegram: FakeTelegram
) -> None:
    """403 both."""
    telegram.chats.blocked.add(CHAT)
    blocked = await bot("sendMessage", chat_id=CHAT, text="a")
    telegram.chats.deactivated.add(CHAT)
    deleted = await bot("sendMessage", chat_id=CHAT, text="a")

    assert (blocked[0], deleted[0]) == (403, 403)
    assert blocked[1] != deleted[1]


async def test_a_fault_happens_as_often_as_planned_and_where(
    bot: Bot, telegram: FakeTelegram
) -> None:
    """With or without the method being carried out."""
    telegram.fail(method="sendMessage", status=429, retry_after=7, chat=CHAT)
    telegram.fail(method="sendMessage", manner=Manner.RESET, done=True)

    limited = await bot.http.post(
        f"{bot.url}/bot{TOKEN}/sendMessage", json={"chat_id": CHAT, "text": "a"}
    )
    with pytest.raises(httpx.HTTPError):
        await bot("sendMessage", chat_id=CHAT, text="b")
    await bot("sendMessage", chat_id=CHAT, text="c")

    assert limited.json()["parameters"] == {"retry_after": 7}
    assert telegram.chats.lines(CHAT) == ["/start", "b", "c"]


async def test_parameters_may_come_as_a_form(bot: Bot, telegram: FakeTelegram) -> None:
    """As python-telegram-bot's own request sends them: nested values as JSON, text as it is."""
    keyboard = json.dumps(markup("b", "x"))
    form = {"chat_id": str(CHAT), "text": "112", "reply_markup": keyboard}

    await bot.http.post(f"{bot.url}/bot{TOKEN}/sendMessage", data=form)

    shown = telegram.chats.seen(CHAT)[-1]
    assert (shown.text, shown.buttons) == ("112", (("b", "x"),))


async def test_a_button_is_answered_once_and_with_200_letters_at_most(
    bot: Bot, telegram: FakeTelegram
) -> None:
    """Then it is too old."""
    await bot("sendMessage", chat_id=CHAT, text="a", reply_markup=markup("b", "x"))
    query = telegram.chats.press(CHAT, "b")["callback_query"]["id"]

    assert (await bot("answerCallbackQuery", callback_query_id=query))[0] == 200
    assert (await bot("answerCallbackQuery", callback_query_id=query))[0] == 400
    query = telegram.chats.press(CHAT, "b")["callback_query"]["id"]
    assert (await bot("answerCallbackQuery", callback_query_id=query, text="x" * 201))[0] == 400
