"""The contract of a Telegram client, run on each of them over real HTTP."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.channels.telegram_client import (
    CONFLICT,
    DELETE_REFUSED,
    EDIT_GONE,
    QUERY_OLD,
    TOKEN_PAUSE,
    Client,
    Limited,
    Words,
)
from bot.channels.telegram_httpx import proxy_for
from bot.channels.telegram_wire import WANTED, parse_batch
from bot.service.failures import Gone, NotSent, Refused, SendError, Unknown
from tests.telegram.conftest import BUILDS
from tests.telegram.fake_api import BOT, FakeTelegram
from tests.telegram.fake_http import Manner

CHAT = 777000111
LARGE = 4_000_000
WORDS = Words("Эмне болду?", (("Ооба", "1:0:ab:yes"), ("Жок", "1:0:ab:no")))


@pytest.fixture(autouse=True)
def _known(telegram: FakeTelegram) -> None:
    """Let the person have written once: bots cannot write first."""
    telegram.chats.write(CHAT, "/start")


async def test_it_knows_who_it_is(client: Client) -> None:
    """The bot's own id comes from Telegram."""
    assert await client.start() == BOT


async def test_a_message_stands_in_the_chat_as_it_was_given(
    client: Client, telegram: FakeTelegram
) -> None:
    """Text, buttons, silence and protection arrive."""
    message = await client.send(CHAT, Words("Жооп", WORDS.buttons, quiet=True, protected=True))

    shown = telegram.chats.messages[message]
    assert (shown.chat, shown.text, shown.buttons) == (CHAT, "Жооп", WORDS.buttons)
    assert shown.quiet
    assert shown.protected


async def test_an_ordinary_message_is_neither_silent_nor_protected(
    client: Client, telegram: FakeTelegram
) -> None:
    """Nothing is sent that was not asked for, and links show no preview."""
    message = await client.send(CHAT, Words("a"))

    shown = telegram.chats.messages[message]
    assert not shown.quiet
    assert not shown.protected
    assert telegram.called("sendMessage")[0]["link_preview_options"] == {"is_disabled": True}


async def test_an_edit_replaces_text_and_buttons(client: Client, telegram: FakeTelegram) -> None:
    """A screen without buttons takes the old ones away."""
    message = await client.send(CHAT, WORDS)

    await client.edit(CHAT, message, Words("Другое"))

    assert telegram.chats.messages[message].text == "Другое"
    assert telegram.chats.messages[message].buttons == ()


async def test_an_edit_that_changes_nothing_is_done(client: Client) -> None:
    """Edits are resent after a crash."""
    message = await client.send(CHAT, WORDS)

    await client.edit(CHAT, message, WORDS)


async def test_an_edit_of_what_is_gone_says_so(client: Client, telegram: FakeTelegram) -> None:
    """The visitor deleted it, or it is the visitor's own."""
    with pytest.raises(Refused) as gone:
        await client.edit(CHAT, 99999, WORDS)
    with pytest.raises(Refused) as foreign:
        await client.edit(CHAT, min(telegram.chats.messages), WORDS)

    assert gone.value.code == foreign.value.code == EDIT_GONE


async def test_messages_of_both_sides_are_deleted(client: Client, telegram: FakeTelegram) -> None:
    """In a private chat a bot may delete the visitor's messages too."""
    await client.send(CHAT, WORDS)

    await client.delete(CHAT, [*telegram.chats.messages, 99999])

    assert telegram.chats.seen(CHAT) == []


async def test_deleting_after_48_hours_is_refused(client: Client, telegram: FakeTelegram) -> None:
    """The platform's limit."""
    message = await client.send(CHAT, WORDS)
    telegram.pass_time(timedelta(hours=48))

    with pytest.raises(Refused) as refusal:
        await client.delete(CHAT, [message])

    assert refusal.value.code == DELETE_REFUSED


async def test_a_button_is_answered_with_or_without_words(
    client: Client, telegram: FakeTelegram
) -> None:
    """Words of a pop-up never enter the history."""
    await client.send(CHAT, WORDS)
    first = telegram.chats.press(CHAT, "Ооба")["callback_query"]["id"]
    second = telegram.chats.press(CHAT, "Жок")["callback_query"]["id"]

    await client.answer(first)
    await client.answer(second, "112")

    answered = telegram.chats.answered
    assert (answered[first].text, answered[first].alert) == ("", False)
    assert (answered[second].text, answered[second].alert) == ("112", True)
    assert "112" not in telegram.chats.lines(CHAT)


async def test_a_button_that_was_answered_is_too_old(
    client: Client, telegram: FakeTelegram
) -> None:
    """A second answer is refused, and the refusal named."""
    await client.send(CHAT, WORDS)
    query = telegram.chats.press(CHAT, "Ооба")["callback_query"]["id"]
    await client.answer(query)

    with pytest.raises(Refused) as refusal:
        await client.answer(query)

    assert refusal.value.code == QUERY_OLD


async def test_updates_come_raw_and_are_confirmed_by_the_next_offset(
    client: Client, telegram: FakeTelegram
) -> None:
    """What was not confirmed comes again."""
    now = telegram.chats.now
    (first,) = parse_batch(await client.updates(0, 0), now)
    (again,) = parse_batch(await client.updates(first.update, 0), now)

    assert first == again
    assert parse_batch(await client.updates(first.update + 1, 0), now) == ()
    assert telegram.confirmed == first.update + 1
    assert telegram.called("getUpdates")[0]["allowed_updates"] == list(WANTED)


async def test_a_long_poll_returns_as_soon_as_there_is_news(
    client: Client, telegram: FakeTelegram
) -> None:
    """A person does not wait for the end of a poll."""
    offset = telegram.chats.updates[-1]["update_id"] + 1
    waiting = asyncio.ensure_future(client.updates(offset, 20))
    await telegram.until(lambda: telegram.called("getUpdates"))

    telegram.chats.write(CHAT, "салам")

    assert len(parse_batch(await waiting, telegram.chats.now)) == 1


async def test_a_second_poller_is_told_apart(client: Client) -> None:
    """A webhook or another poller: 409."""
    await client.call("setWebhook", {"url": "https://example.org/telegram/x"})

    with pytest.raises(Refused) as refusal:
        await client.updates(0, 0)

    assert refusal.value.code == CONFLICT


async def test_any_other_method_can_be_called(client: Client, telegram: FakeTelegram) -> None:
    """Set-up needs a handful of them, once."""
    commands = [{"command": "start", "description": "Старт"}]

    await client.call("setMyCommands", {"commands": commands, "language_code": "ru"})
    info = await client.call("getWebhookInfo", {})

    assert telegram.settings["setMyCommands/ru/"]["commands"] == commands
    assert isinstance(info, dict)
    assert info["url"] == ""


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ({"status": 500}, NotSent),
        ({"status": 502, "description": "Bad Gateway"}, NotSent),
        ({"status": 502, "body": b"<html>Bad Gateway</html>"}, Unknown),
        ({"status": 504, "body": b""}, Unknown),
        ({"status": 200, "body": b""}, Unknown),
        ({"status": 200, "body": b"\xff{"}, Unknown),
        ({"status": 200, "body": b'{"ok":true}'}, Unknown),
        ({"status": 429, "description": "Too Many Requests", "retry_after": 3}, Limited),
        ({"status": 400, "description": "Bad Request: chat not found"}, Gone),
        ({"status": 400, "description": "Bad Request: anything"}, Refused),
        ({"status": 403, "description": "Forbidden: user is deactivated"}, Gone),
        ({"status": 401, "description": "Unauthorized"}, NotSent),
        ({"status": 404, "description": "Not Found"}, NotSent),
        ({"manner": Manner.RESET, "done": True}, Unknown),
        ({"manner": Manner.SILENCE, "done": True}, Unknown),
    ],
)
async def test_each_way_to_fail_is_told_apart(
    client: Client, telegram: FakeTelegram, fault: dict[str, object], kind: type[SendError]
) -> None:
    """What may be retried is what the client classified (F-29, F-30, F-32)."""
    telegram.fail(method="sendMessage", **fault)

    with pytest.raises(SendError) as caught:
        await client.send(CHAT, WORDS)

    assert isinstance(caught.value, kind)
    assert isinstance(caught.value, Limited) is (kind is Limited)


async def test_after_any_failure_the_next_message_arrives(
    client: Client, telegram: FakeTelegram
) -> None:
    """A broken connection is not used again."""
    for manner in (Manner.RESET, Manner.SILENCE):
        telegram.fail(method="sendMessage", manner=manner)
        with pytest.raises(Unknown):
            await client.send(CHAT, WORDS)

    assert await client.send(CHAT, WORDS) in telegram.chats.messages


@pytest.mark.parametrize("manner", [Manner.RESET, Manner.SILENCE])
async def test_what_can_be_repeated_is_never_in_doubt(
    client: Client, telegram: FakeTelegram, manner: Manner
) -> None:
    """Edits, deletions and answers to buttons may simply be tried again."""
    message = await client.send(CHAT, WORDS)
    query = telegram.chats.press(CHAT, "Ооба")["callback_query"]["id"]
    for method in ("editMessageText", "deleteMessages", "answerCallbackQuery"):
        telegram.fail(method=method, manner=manner)

    with pytest.raises(NotSent):
        await client.edit(CHAT, message, Words("b"))
    with pytest.raises(NotSent):
        await client.answer(query)
    with pytest.raises(NotSent):
        await client.delete(CHAT, [message])


@pytest.mark.parametrize(
    "body",
    [
        b'{"ok":true,"result":"' + b"x" * LARGE + b'"}',
        b'{"ok":true,"result":{"message_id":' + b"7" * LARGE + b"}}",
        b'{"ok":true,"result":' + b"[" * LARGE,
        b"x" * LARGE,
    ],
    ids=["text", "number", "brackets", "noise"],
)
async def test_an_answer_of_four_megabytes_is_an_answer_nobody_understood(
    client: Client, telegram: FakeTelegram, body: bytes
) -> None:
    """Whatever is in it: in doubt, and the next message arrives (F-36)."""
    telegram.fail(method="sendMessage", status=200, body=body)
    with pytest.raises(SendError) as caught:
        await client.send(CHAT, WORDS)

    assert "xxx" not in str(caught.value)
    assert await client.send(CHAT, WORDS) in telegram.chats.messages


async def test_a_call_that_hangs_holds_up_no_other(client: Client, telegram: FakeTelegram) -> None:
    """Each has its own patience (F-36)."""
    telegram.fail(method="sendMessage", manner=Manner.SILENCE, chat=CHAT)
    hanging = asyncio.create_task(client.send(CHAT, WORDS))
    await telegram.until(lambda: telegram.called("sendMessage"))
    telegram.chats.write(CHAT + 1, "/start")

    assert await client.send(CHAT + 1, WORDS) in telegram.chats.messages
    assert not hanging.done()
    with pytest.raises(Unknown):
        await hanging


async def test_how_long_to_wait_is_what_telegram_said(
    client: Client, telegram: FakeTelegram
) -> None:
    """Within bounds (F-27)."""
    telegram.fail(status=429, description="Too Many Requests", retry_after=30)
    with pytest.raises(Limited) as caught:
        await client.send(CHAT, WORDS)

    assert caught.value.retry_after == 30
    assert not caught.value.everyone


async def test_a_revoked_token_stops_everything_for_a_while(
    client: Client, telegram: FakeTelegram
) -> None:
    """Nothing is lost: a person must look."""
    telegram.token = "123456:AAother"

    with pytest.raises(NotSent) as caught:
        await client.send(CHAT, WORDS)

    assert caught.value.everyone
    assert caught.value.retry_after == TOKEN_PAUSE


async def test_telegram_out_of_reach_means_not_sent(client: Client, telegram: FakeTelegram) -> None:
    """No connection, no message; and it goes on when Telegram is back (F-31)."""
    await telegram.stop()

    # A kept connection may be found broken only by using it.
    with pytest.raises((NotSent, Unknown)):
        await client.send(CHAT, WORDS)
    with pytest.raises(NotSent):
        await client.send(CHAT, WORDS)
    await telegram.start()

    assert await client.send(CHAT, WORDS) in telegram.chats.messages


@pytest.mark.parametrize("build", sorted(BUILDS))
async def test_a_wrong_token_at_the_start_is_no_crash_and_told_without_the_token(
    telegram: FakeTelegram, build: str
) -> None:
    """The library's own error message holds the token."""
    client = BUILDS[build](telegram.url)
    telegram.token = "123456:AAother"

    with pytest.raises(NotSent) as caught:
        await client.start()
    await client.stop()

    chain: BaseException | None = caught.value
    while chain is not None:
        assert "AAfake" not in str(chain)
        chain = chain.__cause__ or chain.__context__


async def test_many_at_once_all_arrive(client: Client, telegram: FakeTelegram) -> None:
    """One visitor never waits for the answer to another."""
    sent = await asyncio.gather(*(client.send(CHAT, Words(str(n))) for n in range(80)))

    assert len(set(sent)) == 80
    assert sorted(telegram.chats.lines(CHAT)[1:]) == sorted(str(n) for n in range(80))
    assert telegram.connections <= 82


def test_the_fallback_reads_the_proxy_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Telegram cannot be reached directly."""
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    monkeypatch.setenv("no_proxy", "near.example")

    assert proxy_for("https://api.telegram.org") == "http://proxy.example:3128"
    assert proxy_for("https://near.example") is None
    assert proxy_for("http://127.0.0.1:8081") is None
