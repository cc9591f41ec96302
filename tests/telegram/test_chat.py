"""The channel: what a person sees after each send, on every client."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.channels.telegram_chat import NOTHING, TelegramChannel
from bot.channels.telegram_client import QUERY_OLD, Client
from bot.dialogue.effects import Slot
from bot.dialogue.values import ChannelKind
from bot.service.failures import Gone, NotSent, Refused
from bot.service.records import Address, Button, Outbound, Receipt
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.fake_http import Manner

CHAT = 777000111
PERSON = Address(ChannelKind.TELEGRAM, str(CHAT))
YES = Button("yes", "1", "Ооба", "1:0:ab:yes")
PEEK = Button("peek", "2", "Номер", "1:0:ab:peek")


@pytest.fixture
def channel(client: Client, telegram: FakeTelegram) -> TelegramChannel:
    """Return the channel of a person who has written once."""
    telegram.chats.write(CHAT, "/start")
    return TelegramChannel(client)


def screen(*blocks: str, slot: Slot = Slot.SCREEN) -> Outbound:
    """Return a screen with one button."""
    return Outbound(blocks, (YES,), slot=slot)


def text(telegram: FakeTelegram) -> list[str]:
    """Return the chat without the first word of the person."""
    return telegram.chats.lines(CHAT)[1:]


async def show(channel: TelegramChannel, outbound: Outbound, *places: str) -> Receipt:
    """Send to the one person."""
    return await channel.send(PERSON, outbound, places)


async def test_a_screen_is_one_message_with_its_buttons(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """Blocks are paragraphs."""
    receipt = await show(channel, screen("Бир", "Эки"))

    (shown,) = telegram.chats.seen(CHAT)[1:]
    assert shown.text == "Бир\n\nЭки"
    assert shown.buttons == (("Ооба", "1:0:ab:yes"),)
    assert receipt.platform_ids == (str(shown.id),)


async def test_the_next_screen_replaces_it_in_place(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """One living message: the chat does not grow."""
    first = await show(channel, screen("a"))
    second = await show(channel, screen("b"), *first.platform_ids)

    assert second == first
    assert text(telegram) == ["b"]


async def test_words_of_the_visitor_bring_the_screen_below_them(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """An answer above one's own words would not be seen."""
    first = await show(channel, screen("a"))
    update = telegram.chats.write(CHAT, "салам")
    channel.noticed(CHAT, update["message"]["message_id"])

    await show(channel, screen("b"), *first.platform_ids)

    assert text(telegram) == ["салам", "b"]


async def test_a_pressed_button_changes_the_screen_it_stands_on(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """Whoever scrolls up and presses looks there."""
    first = await show(channel, screen("a"))
    update = telegram.chats.write(CHAT, "салам")
    channel.noticed(CHAT, update["message"]["message_id"])
    channel.looking(CHAT)

    await show(channel, screen("b"), *first.platform_ids)

    assert text(telegram) == ["b", "салам"]


async def test_a_notice_stands_for_itself(channel: TelegramChannel, telegram: FakeTelegram) -> None:
    """It replaces nothing, whatever stood before."""
    first = await show(channel, screen("a"))

    await show(channel, screen("b", slot=Slot.NOTICE), *first.platform_ids)

    assert text(telegram) == ["a", "b"]


async def test_a_screen_that_the_visitor_deleted_comes_anew(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """Silence is the only forbidden answer."""
    first = await show(channel, screen("a"))
    del telegram.chats.messages[int(first.platform_ids[0])]

    await show(channel, screen("b"), *first.platform_ids)

    assert text(telegram) == ["b"]


async def test_a_long_screen_becomes_several_messages_and_one_again(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """The buttons stand under the last one, and none is left behind."""
    long = await show(channel, screen("а" * 4000, "б" * 4000))
    assert [len(shown.buttons) for shown in telegram.chats.seen(CHAT)[1:]] == [0, 1]

    await show(channel, screen("c"), *long.platform_ids)

    assert text(telegram) == ["c"]


async def test_a_repeated_screen_changes_nothing(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """After a crash the same edit is made again."""
    first = await show(channel, screen("a"))

    assert await show(channel, screen("a"), *first.platform_ids) == first
    assert text(telegram) == ["a"]


async def test_a_failed_tidying_up_does_not_undo_the_answer(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """The answer stands, so it must not be sent again."""
    first = await show(channel, screen("a"))
    update = telegram.chats.write(CHAT, "салам")
    channel.noticed(CHAT, update["message"]["message_id"])
    telegram.fail(method="deleteMessages")

    await show(channel, screen("b"), *first.platform_ids)

    assert text(telegram) == ["a", "салам", "b"]


async def test_silence_and_protection_reach_the_message(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """Discreet mode."""
    await show(channel, Outbound(("a",), quiet=True, protected=True))

    assert telegram.chats.seen(CHAT)[-1].quiet
    assert telegram.chats.seen(CHAT)[-1].protected


async def test_a_button_too_long_for_telegram_costs_only_itself(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """Its digit can still be typed."""
    wide = Button("x", "2", "Х", "1:0:ab:" + "x" * 60)

    await show(channel, Outbound(("a",), (YES, wide)))

    assert [label for label, _ in telegram.chats.seen(CHAT)[-1].buttons] == ["Ооба"]


async def test_a_wipe_takes_both_sides_away(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """More than a hundred ids too (S-01)."""
    for number in range(70):
        telegram.chats.write(CHAT, str(number))
        await show(channel, screen(str(number)))
    places = [str(message) for message in telegram.chats.messages]

    await show(channel, Outbound((), wipe=True), *places)

    assert telegram.chats.seen(CHAT) == []
    assert [len(call["message_ids"]) for call in telegram.called("deleteMessages")] == [100, 41]


async def test_what_is_too_old_to_be_deleted_loses_its_words(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """What can be deleted is; ours is emptied; the person's own old words stay (S-03)."""
    await show(channel, Outbound(("112",), (YES,), slot=Slot.NOTICE))
    telegram.pass_time(timedelta(hours=48))
    await show(channel, screen("b"))
    telegram.chats.write(CHAT, "салам")

    await show(channel, Outbound((), wipe=True), *map(str, telegram.chats.messages))

    assert telegram.chats.lines(CHAT) == ["/start", NOTHING]
    assert telegram.chats.seen(CHAT)[-1].buttons == ()


async def test_a_wipe_can_be_repeated(channel: TelegramChannel, telegram: FakeTelegram) -> None:
    """A connection that broke in the middle leaves it to be done again."""
    first = await show(channel, screen("a"))
    telegram.fail(method="deleteMessages", manner=Manner.RESET, done=True)
    with pytest.raises(NotSent):
        await show(channel, Outbound((), wipe=True), *first.platform_ids)

    await show(channel, Outbound((), wipe=True), *first.platform_ids)

    assert text(telegram) == []


async def test_an_alert_never_enters_the_chat(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """Numbers only in a pop-up, at most 200 characters (S-04)."""
    await show(channel, Outbound(("a",), (PEEK,)))
    query = telegram.chats.press(CHAT, "Номер")["callback_query"]["id"]
    channel.buttons.pressed(CHAT, query, peek=True)

    await show(channel, Outbound(("112 " * 80,), alert=True))

    assert telegram.chats.answered[query].alert
    assert telegram.chats.answered[query].text.startswith("112")
    assert text(telegram) == ["a"]


async def test_an_alert_without_a_waiting_button_is_refused(channel: TelegramChannel) -> None:
    """It must not become a message."""
    with pytest.raises(Refused) as refusal:
        await show(channel, Outbound(("112",), alert=True))

    assert refusal.value.code == QUERY_OLD


async def test_a_button_is_answered_at_once(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """It stops spinning, whatever the turn does."""
    await show(channel, screen("a"))
    query = telegram.chats.press(CHAT, "Ооба")["callback_query"]["id"]

    channel.buttons.pressed(CHAT, query)
    await channel.buttons.stop()

    assert telegram.chats.answered[query].text == ""


async def test_no_button_is_left_spinning_at_the_end(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """Also one that waits for a pop-up."""
    await show(channel, Outbound(("a",), (PEEK,)))
    query = telegram.chats.press(CHAT, "Номер")["callback_query"]["id"]
    channel.buttons.pressed(CHAT, query, peek=True)

    await channel.buttons.stop()

    assert query in telegram.chats.answered


async def test_a_person_who_blocked_the_bot_is_gone(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """Nothing is tried again (F-32)."""
    telegram.chats.blocked.add(CHAT)

    with pytest.raises(Gone):
        await show(channel, screen("a"))


async def test_one_chat_that_is_too_fast_waits_alone(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """Others go on (F-27)."""
    telegram.fail(status=429, retry_after=30, chat=CHAT)
    with pytest.raises(NotSent) as caught:
        await show(channel, screen("a"))

    assert caught.value.retry_after == 30
    assert not caught.value.everyone


async def test_several_chats_that_are_too_fast_mean_the_bot_as_a_whole(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """Then everything but danger slows down (F-28)."""
    telegram.fail(status=429, retry_after=3, times=3)
    people = [Address(ChannelKind.TELEGRAM, str(CHAT + number)) for number in range(3)]
    results = await asyncio.gather(
        *(channel.send(person, screen("a"), ()) for person in people), return_exceptions=True
    )

    assert [error.everyone for error in results if isinstance(error, NotSent)] == [
        False,
        False,
        True,
    ]


async def test_typing_shows_and_never_fails(
    channel: TelegramChannel, telegram: FakeTelegram
) -> None:
    """While a person of the hot line writes."""
    await channel.typing(PERSON)
    telegram.fail(method="sendChatAction", status=429, retry_after=3)
    await channel.typing(PERSON)

    assert telegram.called("sendChatAction")[0] == {"chat_id": CHAT, "action": "typing"}
