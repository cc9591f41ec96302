"""The whole way on Telegram, with real content, store and HTTP: what the person sees."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.dialogue.values import OperatorId
from bot.service.records import TicketState
from bot.service.staff import Outcome, WrapUp
from tests.telegram.conftest import BUILDS
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.talk import Talk, open_talk

AIDA = 777000111
BEK = 777000222
OPERATOR = OperatorId("0123456789abcdef0123456789abcdef")
DANGER = "он меня бьёт и запер"
SUSPICIOUS = ("помощь", "полиц", "насил", "торгов", "горяч", "safar", "help", "police", "жардам")


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


async def to_menu(talk: Talk, chat: int = AIDA) -> None:
    """Go from the first word to the menu, by the first button of each screen."""
    await talk.write(chat, "/start")
    await talk.press_first(chat)
    await talk.press_first(chat)


async def test_from_the_first_word_to_the_menu_there_is_one_living_message(
    talk: Talk, telegram: FakeTelegram
) -> None:
    """The chat holds the first word and one screen, which changes; every button is answered."""
    await to_menu(talk)

    assert [shown.bot for shown in telegram.chats.seen(AIDA)] == [False, True]
    assert len(talk.screen(AIDA).buttons) > 3
    assert telegram.chats.pressed == {}
    assert len(telegram.called("sendMessage")) == 1


async def test_words_are_answered_below_them(talk: Talk, telegram: FakeTelegram) -> None:
    """The last message of the chat is the bot's."""
    await to_menu(talk)

    await talk.write(AIDA, "договор")

    assert telegram.chats.seen(AIDA)[-1].bot


async def test_danger_is_answered_first_and_silently(talk: Talk) -> None:
    """Before any other question, with a number, without a sound, a neutral line first (S-05)."""
    await talk.write(AIDA, DANGER)

    shown = talk.screen(AIDA)
    assert "112" in shown.text
    assert shown.quiet
    assert not [word for word in SUSPICIOUS if word in shown.text.split("\n")[0].lower()]
    assert len(await talk.house.tickets.tickets()) == 1


async def test_hiding_takes_both_sides_away_and_leaves_one_neutral_line(
    talk: Talk, telegram: FakeTelegram
) -> None:
    """Everything that was said in that chat, on both sides (S-01)."""
    await to_menu(talk)
    await talk.write(AIDA, DANGER)
    before = {shown.id for shown in telegram.chats.seen(AIDA)}

    await talk.write(AIDA, "спрятать")

    left = telegram.chats.seen(AIDA)
    assert not before & {shown.id for shown in left}
    assert len(left) <= 1
    assert not [word for word in SUSPICIOUS for shown in left if word in shown.text.lower()]
    assert all(shown.buttons == () for shown in left)


async def test_after_hiding_start_is_answered_as_to_a_stranger(talk: Talk) -> None:
    """Words, buttons and manner (S-07)."""
    await to_menu(talk)
    await talk.write(AIDA, DANGER)
    await talk.write(AIDA, "спрятать")

    await talk.write(AIDA, "/start")
    await talk.write(BEK, "/start")

    again, stranger = talk.screen(AIDA), talk.screen(BEK)
    assert (again.text, again.quiet) == (stranger.text, stranger.quiet)
    assert [label for label, _ in again.buttons] == [label for label, _ in stranger.buttons]


async def test_an_old_button_after_hiding_tells_nothing(talk: Talk, telegram: FakeTelegram) -> None:
    """A forwarded or cached keyboard brings nothing of the former talk back."""
    await to_menu(talk)
    old = talk.screen(AIDA)
    data = old.buttons[0][1]
    await talk.write(AIDA, DANGER)
    await talk.write(AIDA, "спрятать")

    update = telegram.chats.press_data(old, data)
    await talk.settle()

    assert update["callback_query"]["id"] in telegram.chats.answered
    assert "112" not in "".join(telegram.chats.lines(AIDA))


async def test_a_person_and_a_visitor_speak_and_part(talk: Talk, telegram: FakeTelegram) -> None:
    """The operator's words arrive, the visitor's reach the operator, and it ends."""
    tickets, now = talk.house.tickets, datetime.now(UTC)
    await tickets.on_duty(OPERATOR, now + timedelta(hours=2))
    await talk.write(AIDA, DANGER)
    ticket = await tickets.take_next(OPERATOR, now)
    assert ticket is not None
    await talk.settle()

    await tickets.say(ticket.id, OPERATOR, "m1", "Мен бул жердемин")
    await talk.settle()
    assert telegram.chats.lines(AIDA)[-1] == "Мен бул жердемин"
    await talk.write(AIDA, "рахмат")
    said = [line.blocks for line in await tickets.log(ticket) if line.shown]
    assert ("рахмат",) in said
    assert await tickets.close(ticket.id, OPERATOR, WrapUp(Outcome.INFORMED))
    await talk.settle()

    closed = await talk.house.store.ticket(ticket.id)
    assert closed is not None
    assert closed.state is TicketState.CLOSED
    assert telegram.chats.seen(AIDA)[-1].bot


async def test_who_waits_for_words_sees_that_an_operator_writes(
    talk: Talk, telegram: FakeTelegram
) -> None:
    """At most every few seconds, and never who hid."""
    tickets, now = talk.house.tickets, datetime.now(UTC)
    await tickets.on_duty(OPERATOR, now + timedelta(hours=2))
    await talk.write(AIDA, DANGER)
    taken = await tickets.take_next(OPERATOR, now)
    assert taken is not None
    await talk.settle()

    await tickets.typing(taken.id, OPERATOR)
    await tickets.typing(taken.id, OPERATOR)
    assert [one["action"] for one in telegram.called("sendChatAction")] == ["typing"]

    await talk.write(AIDA, "спрятать")
    talk.house.outbox.hints._clock = lambda: float("inf")
    await tickets.typing(taken.id, OPERATOR)
    assert len(telegram.called("sendChatAction")) == 1


@pytest.mark.parametrize(
    "content", [{"sticker": {}}, {"contact": {"phone_number": "1"}}, {"location": {}}, {"poll": {}}]
)
async def test_what_is_no_text_gets_an_answer(
    talk: Talk, telegram: FakeTelegram, content: dict[str, object]
) -> None:
    """Silence is the only forbidden answer."""
    await to_menu(talk)

    telegram.chats.share(AIDA, **content)
    await talk.settle()

    assert telegram.chats.seen(AIDA)[-1].bot


async def test_updates_that_come_again_change_nothing(talk: Talk, telegram: FakeTelegram) -> None:
    """Duplicated one to three times, also out of order (F-33, F-34)."""
    update = telegram.chats.write(AIDA, "/start")
    telegram.chats.updates = [update] * 3
    await talk.settle()
    first = telegram.chats.lines(AIDA)

    telegram.chats.updates = [update]
    talk._poller._offset = 0
    await talk.settle()

    assert telegram.chats.lines(AIDA) == first
    assert len(telegram.called("sendMessage")) == 1


async def test_one_blocked_person_stops_nobody_else(talk: Talk, telegram: FakeTelegram) -> None:
    """And nothing is tried again for the one who is gone (F-32)."""
    await talk.write(AIDA, "/start")
    telegram.chats.blocked.add(AIDA)

    await talk.write(AIDA, "договор")
    await talk.write(BEK, "/start")
    tried = len(telegram.calls)
    await talk.settle()

    assert talk.screen(BEK).text
    assert len([call for call in telegram.calls[tried:] if call.method != "getUpdates"]) == 0


async def test_nothing_personal_lies_in_the_files(talk: Talk, tmp_path: Path) -> None:
    """Neither while the talk is open nor after it was hidden (S-25, S-26)."""
    await to_menu(talk)
    await talk.write(AIDA, DANGER)
    planted = [str(AIDA).encode(), DANGER.encode(), b"canary", "запер".encode()]

    for words in ("ещё", "спрятать"):
        await talk.write(AIDA, words)
        contents = everything(tmp_path)
        assert contents
        assert [one for one in planted for content in contents if one in content] == []


def everything(folder: Path) -> list[bytes]:
    """Return the content of all files below a folder."""
    return [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
