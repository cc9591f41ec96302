"""Recordings on Telegram, through each client: uploaded once, gone with their screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.telegram_chat import TelegramChannel
from bot.channels.telegram_client import Client
from bot.channels.telegram_voice import Voices
from bot.dialogue.values import ChannelKind
from bot.service.failures import NotSent, Unknown
from bot.service.records import Address, Button, Outbound, Receipt
from tests.telegram.fake_api import TOKEN, FakeTelegram
from tests.telegram.fake_chats import VOICE
from tests.telegram.fake_http import Manner

CHAT = 777000111
PERSON = Address(ChannelKind.TELEGRAM, str(CHAT))
BACK = Button("back", "0", "Артка", "1:0:ab:back")
SOUND = b"OggS a voice"
HEARD = Outbound(("Угуңуз",), (BACK,), audio="a1b2", quiet=True, protected=True)


@pytest.fixture
def channel(client: Client, telegram: FakeTelegram, tmp_path: Path) -> TelegramChannel:
    """Return the channel of a person who has written once; one recording is known."""
    telegram.chats.write(CHAT, "/start")
    file = tmp_path / "wages.ogg"
    file.write_bytes(SOUND)
    find = {"a1b2": file}.get
    return TelegramChannel(client, Voices(TOKEN, telegram.url, find))


def text(telegram: FakeTelegram) -> list[str]:
    return telegram.chats.lines(CHAT)[1:]


async def show(channel: TelegramChannel, outbound: Outbound, *places: str) -> Receipt:
    return await channel.send(PERSON, outbound, places)


async def test_a_recording_stands_above_its_screen_and_goes_with_it(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """The next screen takes the place of the words; the voice is deleted."""
    card = await show(channel, Outbound(("Карта",), (BACK,)))
    heard = await show(channel, HEARD, *card.platform_ids)

    voice, words = telegram.chats.seen(CHAT)[1:]
    assert (voice.text, words.text, words.buttons) == (VOICE, "Угуңуз", (("Артка", BACK.data),))
    assert (voice.quiet, voice.protected) == (True, True)
    assert list(telegram.chats.sounds.values()) == [SOUND]
    assert heard.platform_ids == (str(voice.id), str(words.id))

    after = await show(channel, Outbound(("Карта",), (BACK,)), *heard.platform_ids)
    assert text(telegram) == ["Карта"]
    assert after.platform_ids == (str(words.id),)


async def test_a_recording_is_uploaded_once(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """Then Telegram's own id is enough, until Telegram forgets it."""
    first = await show(channel, HEARD)
    second = await show(channel, HEARD, *first.platform_ids)
    assert text(telegram) == [VOICE, "Угуңуз"]
    assert [type(one["voice"]) for one in telegram.called("sendVoice")] == [bytes, str]

    telegram.chats.sounds.clear()
    await show(channel, HEARD, *second.platform_ids)
    assert text(telegram) == [VOICE, "Угуңуз"]
    assert [type(one["voice"]) for one in telegram.called("sendVoice")][2:] == [str, bytes]


async def test_without_a_recording_the_words_still_come(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """Nobody has the file, or the person takes no voice messages."""
    await show(channel, Outbound(("Угуңуз",), audio="gone"))
    telegram.chats.deaf.add(CHAT)
    await show(channel, HEARD)
    assert text(telegram) == ["Угуңуз", "Угуңуз"]


async def test_words_that_fail_take_the_recording_back(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """The whole is tried again later."""
    telegram.fail(method="sendMessage", status=500)
    with pytest.raises(NotSent):
        await show(channel, HEARD)
    assert text(telegram) == []


async def test_an_upload_without_an_answer_is_unknown(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """It may stand in the chat: only the shell decides to send again."""
    telegram.fail(method="sendVoice", manner=Manner.RESET)
    with pytest.raises(Unknown):
        await show(channel, HEARD)
    telegram.fail(method="sendVoice", status=429, retry_after=3, description="Too Many Requests")
    with pytest.raises(NotSent) as limited:
        await show(channel, HEARD)
    assert limited.value.retry_after == 3
    await telegram.stop()
    with pytest.raises(NotSent):
        await show(channel, HEARD)
