"""The change from one client to the other: when, and that nothing is lost or doubled by it."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.channels.telegram_auto import PATIENCE, AutoClient, build
from bot.channels.telegram_chat import TelegramChannel
from bot.channels.telegram_client import Broken, Client, Words
from bot.channels.telegram_httpx import HttpxClient
from bot.channels.telegram_intake import Intake
from bot.channels.telegram_poll import Poller
from bot.service.failures import NotSent, SendError
from tests.telegram.door import Door
from tests.telegram.fake_api import BOT, TOKEN, FakeTelegram

CHAT = 777000111


class Fragile(HttpxClient):
    """A client that fails in its own way as often as it is told."""

    name = "fragile"

    def __init__(self, url: str) -> None:
        super().__init__(TOKEN, url)
        self.failures = 0

    async def updates(self, offset: int, wait: int) -> bytes:
        """Fail, or fetch."""
        content = await super().updates(offset, wait)
        if self.failures:
            self.failures -= 1
            raise KeyError("result")
        return content


@pytest.fixture
def fragile(telegram: FakeTelegram) -> Fragile:
    """Return the client that fails."""
    return Fragile(telegram.url)


@pytest.fixture
async def auto(telegram: FakeTelegram, fragile: Fragile) -> AsyncIterator[AutoClient]:
    """Return the client that changes."""
    client = AutoClient(lambda: fragile, lambda: HttpxClient(TOKEN, telegram.url))
    yield client
    await client.stop()


async def test_without_the_library_it_is_the_other_client_from_the_start(
    telegram: FakeTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An ImportError is no reason not to start."""
    monkeypatch.delitem(sys.modules, "bot.channels.telegram", raising=False)
    monkeypatch.setitem(sys.modules, "telegram", None)

    client = build("auto", TOKEN, telegram.url)

    assert client.name == "httpx"
    assert await client.start() == BOT
    await client.stop()


@pytest.mark.parametrize(("choice", "name"), [("auto", "ptb"), ("ptb", "ptb"), ("httpx", "httpx")])
async def test_the_setting_chooses(telegram: FakeTelegram, choice: str, name: str) -> None:
    """And each of them works."""
    client = build(choice, TOKEN, telegram.url)

    assert client.name == name
    assert await client.start() == BOT
    await client.stop()


async def test_three_failures_of_the_client_itself_change_it_for_good(
    auto: AutoClient, fragile: Fragile
) -> None:
    """Two do not, and three with a success between do not."""
    for failures in (PATIENCE - 1, PATIENCE - 1):
        fragile.failures = failures
        for _ in range(failures):
            with pytest.raises(Broken):
                await auto.updates(0, 0)
        await auto.updates(0, 0)
    assert auto.name == "fragile"
    fragile.failures = PATIENCE
    for _ in range(PATIENCE):
        with pytest.raises(Broken):
            await auto.updates(0, 0)

    await auto.updates(0, 0)

    assert auto.name == "httpx"


async def test_errors_of_network_and_telegram_never_change_it(
    auto: AutoClient, telegram: FakeTelegram
) -> None:
    """The other client would meet the same."""
    telegram.fail(status=500, times=PATIENCE)
    telegram.fail(status=400, times=PATIENCE)
    for _ in range(2 * PATIENCE):
        with pytest.raises(SendError):
            await auto.send(CHAT, Words("a"))
    await telegram.stop()
    for _ in range(PATIENCE):
        with pytest.raises(NotSent):
            await auto.answer("q")

    assert auto.name == "fragile"


async def test_no_update_is_lost_or_kept_twice_at_the_change(
    auto: AutoClient, fragile: Fragile, telegram: FakeTelegram
) -> None:
    """The offset is the poller's, and moves only with what was kept."""
    door = Door()
    intake = Intake(TelegramChannel(auto), door)
    poller = Poller(auto, intake, clock=lambda: datetime.now(UTC), wait=0)
    telegram.chats.write(CHAT, "a")
    await poller.once()
    fragile.failures = PATIENCE
    for number in range(PATIENCE):
        telegram.chats.write(CHAT, f"b{number}")
        with pytest.raises(Broken):
            await poller.once()

    await poller.once()
    telegram.chats.write(CHAT, "c")
    await poller.once()

    assert auto.name == "httpx"
    assert door.words == ["a", "b0", "b1", "b2", "c"]
    assert door.repeated == 0


async def test_the_whole_port_goes_through(auto: AutoClient, telegram: FakeTelegram) -> None:
    """Each method reaches the client in use."""
    telegram.chats.write(CHAT, "/start")
    message = await auto.send(CHAT, Words("a", (("b", "1:0:ab:yes"),)))
    query = telegram.chats.press(CHAT, "b")["callback_query"]["id"]
    await auto.answer(query, "x")
    await auto.edit(CHAT, message, Words("c"))

    assert telegram.chats.lines(CHAT)[-1] == "c"
    await auto.delete(CHAT, [message])
    assert await auto.call("deleteWebhook", {}) is True
    assert telegram.chats.lines(CHAT) == ["/start"]


def test_both_clients_keep_to_the_port(telegram: FakeTelegram) -> None:
    """The type checker agrees."""
    clients: list[Client] = [build("ptb", TOKEN, telegram.url), build("httpx", TOKEN, telegram.url)]

    assert [client.name for client in clients] == ["ptb", "httpx"]
