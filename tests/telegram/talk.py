"""A whole Safar behind a fake Telegram: real store, real content, real HTTP."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from bot.bootstrap import House, open_house
from bot.channels.telegram_chat import TelegramChannel
from bot.channels.telegram_client import Client
from bot.channels.telegram_doors import open_poller
from bot.dialogue.values import ChannelKind
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.fake_chats import Shown


class Talk:
    """Moves one step at a time: fetch, turn, send."""

    def __init__(self, house: House, channel: TelegramChannel, telegram: FakeTelegram) -> None:
        self.house = house
        self.telegram = telegram
        self._poller, self._intake = open_poller(
            channel, house.reception.accept, lambda: datetime.now(UTC)
        )
        self._poller._wait = 0
        telegram.chats.now = datetime.now(UTC)

    async def settle(self) -> None:
        """Go on until nothing is left to fetch, to decide or to send."""
        while await self._poller.once() or await self._sent():
            pass
        await self._intake.channel.buttons.stop()

    async def _sent(self) -> int:
        await self.house.reception.idle()
        return await self.house.outbox.once()

    async def write(self, chat: int, words: str, language: str = "ru") -> list[str]:
        """Let a person write; return what then stands in the chat."""
        self.telegram.chats.write(chat, words, language)
        await self.settle()
        return self.telegram.chats.lines(chat)

    async def press(self, chat: int, label: str) -> list[str]:
        """Let a person press a button; return what then stands in the chat."""
        self.telegram.chats.press(chat, label)
        await self.settle()
        return self.telegram.chats.lines(chat)

    async def press_first(self, chat: int) -> list[str]:
        """Let a person press the first button of the newest screen."""
        return await self.press(chat, self.screen(chat).buttons[0][0])

    def screen(self, chat: int) -> Shown:
        """Return the newest message of the bot."""
        return next(shown for shown in reversed(self.telegram.chats.seen(chat)) if shown.bot)

    async def close(self) -> None:
        """Stop, and close the files."""
        await self._intake.stop()
        self.house.file.close()


async def open_talk(folder: Path, client: Client, telegram: FakeTelegram) -> Talk:
    """Return a Safar with data in `folder`."""
    channel = TelegramChannel(client)
    house = await open_house(
        folder / "data", folder / "keys" / "key", {ChannelKind.TELEGRAM: channel}
    )
    return Talk(house, channel, telegram)
