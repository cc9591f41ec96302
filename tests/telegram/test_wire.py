"""The wire: what an update comes to, and how a long text is cut."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram_wire import Arrival, parse, parse_batch, pieces
from bot.dialogue.values import ChannelKind
from bot.service.records import Address, InboundKind
from tests.telegram.fake_chats import Chats

NOW = datetime(2026, 1, 5, 10, 0, tzinfo=UTC)
CHAT = 777000111


@pytest.fixture
def chats() -> Chats:
    """Return chats that nobody serves."""
    return Chats()


def read(update: dict[str, Any]) -> Arrival:
    """Return what an update comes to; it must be one."""
    found = parse(json.dumps(update), NOW)
    assert found is not None
    return found


def body(arrival: Arrival) -> dict[str, Any]:
    """Return the body of what is to be kept."""
    assert arrival.inbound is not None
    found: dict[str, Any] = json.loads(arrival.inbound.body)
    return found


def test_words_are_kept_with_where_when_and_the_language_as_a_hint(chats: Chats) -> None:
    """All that a turn needs, and the id of the message for wiping."""
    update = chats.write(CHAT, "Жардам керек", language="ky-KG")

    arrival = read(update)

    inbound = arrival.inbound
    assert inbound is not None
    assert inbound.kind is InboundKind.SAID
    assert body(arrival) == {"text": "Жардам керек", "hint": "ky"}
    assert inbound.key == f"tg:{update['update_id']}:{update['message']['date']}"
    assert inbound.address == Address(ChannelKind.TELEGRAM, str(CHAT))
    assert inbound.at == chats.now
    assert inbound.platform_id == str(update["message"]["message_id"])


def test_no_name_of_a_person_is_kept(chats: Chats) -> None:
    """First name, last name, user name and titles are not even decoded."""
    chats.write(CHAT, "салам")
    message = chats.send(CHAT, "a", reply_markup={"inline_keyboard": [[BUTTON]]})

    for update in (*chats.updates, chats.press_data(chats.messages[message["message_id"]], "x")):
        assert "canary" not in repr_of(read(update)).lower()


BUTTON = {"text": "b", "callback_data": "1:3:ab12:yes"}


def repr_of(arrival: Arrival) -> str:
    """Return everything in an arrival, hidden fields too."""
    inbound = arrival.inbound
    return f"{arrival} {inbound.body if inbound else ''} {inbound.address if inbound else ''}"


def test_nothing_personal_shows_in_a_repr(chats: Chats) -> None:
    """An arrival that is printed by mistake gives nothing away."""
    shown = repr(read(chats.write(CHAT, "секрет")))

    assert "секрет" not in shown
    assert str(CHAT) not in shown


def test_a_button_is_kept_as_what_it_meant(chats: Chats) -> None:
    """Version, screen and choice stand in its data."""
    chats.write(CHAT, "/start")
    chats.send(CHAT, "a", reply_markup={"inline_keyboard": [[BUTTON]]})

    arrival = read(chats.press(CHAT, "b"))

    assert body(arrival) == {"choice": "yes", "node": "ab12", "version": 3}
    assert arrival.query
    assert arrival.inbound
    assert arrival.inbound.at == NOW
    assert not arrival.peek


@pytest.mark.parametrize("data", ["", "x", "2:1:ab:yes", "1:x:ab:yes", "1:²:ab:yes", ":::", None])
def test_a_button_of_another_age_is_an_old_button_and_is_answered(
    chats: Chats, data: str | None
) -> None:
    """Nothing that a stranger can press does harm."""
    chats.write(CHAT, "/start")
    update = chats.press_data(next(iter(chats.messages.values())), "x")
    update["callback_query"]["data"] = data

    arrival = read(update)

    assert body(arrival) == {"choice": "", "node": "", "version": 0}
    assert arrival.query


def test_a_button_under_a_message_that_can_no_longer_be_seen_is_kept(chats: Chats) -> None:
    """Its message has the date 0, or is missing."""
    chats.write(CHAT, "/start")
    update = chats.press_data(next(iter(chats.messages.values())), "1:0:ab:no")
    update["callback_query"]["message"] |= {"date": 0}
    without = json.loads(json.dumps(update))
    del without["callback_query"]["message"]

    for one in (update, without):
        assert body(read(one))["choice"] == "no"
        assert read(one).chat == CHAT


def test_a_button_that_leads_to_a_pop_up_is_known_by_its_choice(chats: Chats) -> None:
    """Its answer waits for the words."""
    chats.write(CHAT, "/start")

    assert read(chats.press_data(next(iter(chats.messages.values())), "1:0:ab:peek-line")).peek


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ({"contact": {"phone_number": "+996555001234", "first_name": "Canary"}}, "contact"),
        ({"location": {"latitude": 42.8, "longitude": 74.6}}, "location"),
        ({"venue": {}, "location": {"latitude": 42.8, "longitude": 74.6}}, "location"),
        ({"sticker": {"file_id": "canary"}}, "media"),
        ({"photo": [{"file_id": "canary"}]}, "media"),
        ({"voice": {"file_id": "canary"}}, "media"),
        ({"poll": {"question": "canary"}}, "media"),
        ({"dice": {"value": 3}}, "media"),
        ({"document": {"file_name": "canary.pdf"}}, "media"),
    ],
)
def test_what_is_no_text_is_kept_as_its_kind_only(
    chats: Chats, content: dict[str, Any], kind: str
) -> None:
    """No number, place, picture or file name stays."""
    arrival = read(chats.share(CHAT, **content))

    assert body(arrival) == {"kind": kind}
    assert arrival.inbound
    assert arrival.inbound.kind is InboundKind.SENT
    assert arrival.inbound.platform_id


def test_words_under_a_picture_are_words(chats: Chats) -> None:
    """They may be a cry for help."""
    arrival = read(chats.share(CHAT, photo=[{"file_id": "canary"}], caption="он меня бьёт"))

    assert body(arrival)["text"] == "он меня бьёт"


def test_an_edited_message_is_told_as_such(chats: Chats) -> None:
    """It has a key of its own, so that it is answered."""
    first = chats.write(CHAT, "a")

    edited = read(chats.correct(first["message"]["message_id"], "b"))
    written = read(first)

    assert body(edited) == {"kind": "edit"}
    assert edited.inbound
    assert written.inbound
    assert edited.inbound.key != written.inbound.key


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
def test_nothing_in_a_group_is_read_and_the_bot_leaves(chats: Chats, kind: str) -> None:
    """Words of several people never come in."""
    update = chats.write(-100, "секрет")
    update["message"]["chat"]["type"] = kind

    for one in (update, chats.join_group(-100)):
        assert read(one).stranger
        assert read(one).chat == -100
        assert read(one).inbound is None


def test_what_needs_no_answer_is_passed_over(chats: Chats) -> None:
    """Pinned messages, kinds of update that are unknown, being blocked."""
    pinned = chats.share(CHAT, pinned_message={"message_id": 1})
    blocked = chats.join_group(CHAT)
    blocked["my_chat_member"]["chat"]["type"] = "private"

    for update in (pinned, blocked, {"update_id": 9, "chat_boost": {}}):
        assert read(update).inbound is None
        assert not read(update).stranger


def test_a_broken_half_of_a_letter_spoils_neither_its_message_nor_the_batch(chats: Chats) -> None:
    """The strict decoder refuses it, and with it would refuse a hundred others."""
    chats.write(CHAT, "a \ud83d b \x00")
    chats.write(CHAT, "help")
    content = json.dumps({"ok": True, "result": chats.updates}).encode()

    first, second = parse_batch(content, NOW)

    assert body(first)["text"] == "a  b "
    assert body(second)["text"] == "help"


def test_an_update_of_an_unknown_shape_is_passed_over_by_its_number(chats: Chats) -> None:
    """It can never be handled, and must not come for ever."""
    chats.write(CHAT, "help")
    strange = {"update_id": 7, "message": {"message_id": "x", "chat": []}}
    content = json.dumps({"ok": True, "result": [strange, *chats.updates]}).encode()

    first, second = parse_batch(content, NOW)

    assert first == Arrival(7)
    assert body(second)["text"] == "help"


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'{"ok":false}', b'{"ok":true,"result":{}}', b"\xff", b"[" * 9999],
)
def test_an_answer_that_is_none_moves_nothing(content: bytes) -> None:
    """The offset stays, and the same is asked again."""
    with pytest.raises(ValueError, match="no updates"):
        parse_batch(content, NOW)
    assert parse(content, NOW) is None


@pytest.mark.parametrize("date", [-1, 0, 10**18, 4_000_000_000])
def test_a_time_that_cannot_be_is_now(chats: Chats, date: int) -> None:
    """Nothing is written in the future."""
    update = chats.write(CHAT, "a")
    update["message"]["date"] = date

    arrival = read(update)

    assert arrival.inbound
    assert arrival.inbound.at == NOW


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("ru", "ru"),
        ("ky-KG", "ky"),
        ("EN", "en"),
        ("tg", "tg"),
        ("uz", "uz-Latn"),
        ("uz-UZ", "uz-Latn"),
        ("uz_Cyrl", "uz-Cyrl"),
        ("", None),
        ("x" * 40, None),
    ],
)
def test_a_hint_is_a_language_as_we_write_it(chats: Chats, code: str, hint: str | None) -> None:
    """Whatever the wire says."""
    assert body(read(chats.write(CHAT, "a", language=code)))["hint"] == hint


@given(st.text(alphabet="аяё \n😀x", max_size=300), st.integers(2, 40))
def test_pieces_fit_and_lose_no_letter(text: str, limit: int) -> None:
    """Cut where a reader pauses; only spaces at the cut may go."""
    parts = list(pieces(text, limit))

    assert all(len(part.encode("utf-16-le")) // 2 <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_a_text_is_cut_between_paragraphs_first() -> None:
    """Then between lines, then between words."""
    assert list(pieces("one two\n\nthree\nfour", 12)) == ["one two", "three\nfour"]
    assert list(pieces("one two\nthree", 9)) == ["one two", "three"]
    assert list(pieces("one two", 5)) == ["one", "two"]
    assert list(pieces("onetwo", 3)) == ["one", "two"]
