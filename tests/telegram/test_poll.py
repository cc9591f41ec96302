"""Polling: what was fetched is acknowledged only when it is kept, on every client."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

import pytest

from bot.channels.telegram_chat import TelegramChannel
from bot.channels.telegram_client import TOKEN_PAUSE, Client
from bot.channels.telegram_intake import Intake
from bot.channels.telegram_poll import LONGEST_PAUSE, Poller
from bot.service.failures import StoreUnavailable
from tests.telegram.door import Door
from tests.telegram.fake_api import TOKEN, FakeTelegram
from tests.telegram.fake_http import Manner

CHAT = 777000111
YES = {"inline_keyboard": [[{"text": "Ооба", "callback_data": "1:0:ab:yes"}]]}


class Rests:
    """Counts rests instead of resting; after `limit` of them polling ends."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.taken: list[float] = []

    async def __call__(self, seconds: float) -> None:
        """Take note."""
        self.taken.append(seconds)
        if len(self.taken) >= self.limit:
            raise asyncio.CancelledError


@pytest.fixture
def door() -> Door:
    """Return the shell's door."""
    return Door()


@pytest.fixture
def rests() -> Rests:
    """Return rests that take no time."""
    return Rests(limit=8)


@pytest.fixture
def poller(client: Client, door: Door, rests: Rests) -> Poller:
    """Return a poller that does not wait for news."""
    intake = Intake(TelegramChannel(client), door)
    return Poller(client, intake, clock=lambda: datetime.now(UTC), wait=0, rest=rests)


async def failing(poller: Poller) -> None:
    """Poll until it has rested often enough."""
    with pytest.raises(asyncio.CancelledError):
        await poller.run()


async def test_updates_are_kept_in_one_commit_and_then_confirmed(
    poller: Poller, door: Door, telegram: FakeTelegram
) -> None:
    """The next poll confirms, not this one."""
    for word in ("a", "b", "c"):
        telegram.chats.write(CHAT, word)

    await poller.once()
    before = telegram.confirmed
    await poller.once()

    assert door.words == ["a", "b", "c"]
    assert door.batches == [3]
    assert before == 0
    assert telegram.chats.updates == []


async def test_nothing_is_confirmed_that_could_not_be_kept(
    poller: Poller, door: Door, telegram: FakeTelegram, rests: Rests
) -> None:
    """While the store is out of reach Telegram keeps it for us (promise 1)."""
    telegram.chats.write(CHAT, "help")
    door.failures = [StoreUnavailable() for _ in range(rests.limit)]

    await failing(poller)
    assert telegram.confirmed == 0
    assert door.words == []
    await poller.once()

    assert door.words == ["help"]


async def test_a_process_that_ends_after_the_commit_handles_nothing_twice(
    client: Client, poller: Poller, door: Door, telegram: FakeTelegram
) -> None:
    """The same update comes again to the next process, under the same key (F-02)."""
    telegram.chats.write(CHAT, "help")
    await poller.once()

    again = Poller(
        client, Intake(TelegramChannel(client), door), clock=lambda: datetime.now(UTC), wait=0
    )
    await again.once()

    assert door.words == ["help"]
    assert door.repeated == 1


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 500},
        {"status": 502, "body": b"<html>"},
        {"status": 200, "body": b""},
        {"status": 200, "body": b'{"ok":true,"result":7}'},
        {"status": 429, "retry_after": 1},
        {"manner": Manner.RESET},
    ],
)
async def test_polling_goes_on_after_any_failure_and_rests_longer_each_time(
    poller: Poller, telegram: FakeTelegram, rests: Rests, fault: dict[str, object]
) -> None:
    """No busy loop, and never longer than a minute (F-29, F-31)."""
    telegram.chats.write(CHAT, "help")
    telegram.fail(method="getUpdates", times=rests.limit, **fault)

    await failing(poller)

    assert not poller.reachable
    assert len(telegram.called("getUpdates")) == rests.limit
    assert rests.taken[-1] > rests.taken[0]
    assert max(rests.taken) <= LONGEST_PAUSE
    assert telegram.confirmed == 0


async def test_a_revoked_token_makes_it_rest_a_minute(
    poller: Poller, telegram: FakeTelegram, rests: Rests
) -> None:
    """And when the token is right again, it goes on by itself (F-32)."""
    telegram.token = "123456:AAother"
    await failing(poller)
    telegram.token = TOKEN
    telegram.chats.write(CHAT, "help")

    assert await poller.once() == 1
    assert min(rests.taken) >= TOKEN_PAUSE


async def test_a_second_poller_leads_to_no_storm(
    poller: Poller, client: Client, telegram: FakeTelegram, rests: Rests
) -> None:
    """It rests, and takes over when the other one ends (F-14)."""
    await client.call("setWebhook", {"url": "https://example.org/x"})

    await failing(poller)

    assert len(telegram.called("getUpdates")) == rests.limit
    assert rests.taken[-1] > LONGEST_PAUSE / 4


async def test_a_poison_update_is_set_aside_and_the_others_are_kept(
    poller: Poller, door: Door, telegram: FakeTelegram
) -> None:
    """One that the shell cannot keep must not stop a whole bot (F-36)."""
    for word in ("a", "poison", "b"):
        telegram.chats.write(CHAT, word)
    door.poison = "poison"

    await poller.once()
    await poller.once()

    assert door.words == ["a", "b"]
    assert telegram.chats.updates == []


async def test_an_update_of_four_megabytes_does_not_stop_the_others(
    poller: Poller, door: Door, telegram: FakeTelegram
) -> None:
    """What comes before and after it is kept, and it is done with (F-36)."""
    for word in ("a", "x" * 4_000_000, "b"):
        telegram.chats.write(CHAT, word)

    await poller.once()
    await poller.once()

    assert (door.words[0], door.words[-1]) == ("a", "b")
    assert max(map(len, door.words)) <= 8000
    assert telegram.chats.updates == []


async def test_an_unreadable_update_is_passed_over(
    poller: Poller, door: Door, telegram: FakeTelegram
) -> None:
    """It would come for ever otherwise."""
    telegram.chats.tell(message={"message_id": "x"})
    telegram.chats.write(CHAT, "help")

    await poller.once()
    await poller.once()

    assert door.words == ["help"]
    assert telegram.chats.updates == []


async def test_every_button_is_answered_after_it_is_kept(
    client: Client, door: Door, telegram: FakeTelegram
) -> None:
    """Not before: a button that stops spinning says that it was heard."""
    telegram.chats.write(CHAT, "/start")
    telegram.chats.send(CHAT, "a", reply_markup=YES)
    query = telegram.chats.press(CHAT, "Ооба")["callback_query"]["id"]
    intake = Intake(TelegramChannel(client), door)
    poller = Poller(client, intake, clock=lambda: datetime.now(UTC), wait=0)
    door.failures = [StoreUnavailable()]

    with pytest.raises(StoreUnavailable):
        await poller.once()
    await intake.stop()
    before = dict(telegram.chats.answered)
    await poller.once()
    await intake.stop()

    assert before == {}
    assert query in telegram.chats.answered


async def test_groups_are_left_and_nothing_said_there_is_kept(
    client: Client, door: Door, telegram: FakeTelegram
) -> None:
    """Politely: without a word."""
    telegram.chats.join_group(-100)
    update = telegram.chats.write(-100, "секрет")
    update["message"]["chat"]["type"] = "supergroup"
    intake = Intake(TelegramChannel(client), door)

    await Poller(client, intake, clock=lambda: datetime.now(UTC), wait=0).once()
    await intake.stop()

    assert set(telegram.left) == {-100}
    assert door.kept == {}
    assert telegram.called("sendMessage") == []
