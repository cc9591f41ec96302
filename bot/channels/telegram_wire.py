"""Telegram's wire, pure: bytes to `Inbound`, and words to what the Bot API takes.

Only what is needed is decoded; names, user names, pictures and files are never read.
Facts about the Bot API that could not be checked are listed in `docs/telegram.md`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import msgspec

from bot.dialogue.events import Oddity
from bot.dialogue.values import ChannelKind
from bot.service import wire
from bot.service.records import Address, Inbound, InboundKind

WANTED = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of update that are asked for; all others stay with Telegram."""

LARGEST_TEXT = 4096
"""Telegram counts UTF-16 units."""
LARGEST_ALERT = 200
LARGEST_DATA = 64
LARGEST_DELETE = 100
LARGEST_UPDATE = 1_000_000
"""Bytes of a webhook's body; a message of text is far smaller."""

PEEK = "peek"
"""Choices whose id begins so show their words in a pop-up, which leaves nothing in the chat."""

HINT = re.compile(r"[a-z]{2,3}(?=$|-)")
LETTERS = {"uz": "uz-Latn", "uz-cyrl": "uz-Cyrl"}
"""Languages that we write in two alphabets: Telegram's own Uzbek is the Latin one."""


ABSENT = msgspec.Raw()
"""Of what is no text only its presence is read."""


class Chat(msgspec.Struct):
    """Where something happened: only `private` chats are a visitor's."""

    id: int
    type: str = ""


class Sender(msgspec.Struct):
    """Of a person only the language, as a first hint."""

    id: int = 0
    language_code: str | None = None


class Message(msgspec.Struct):
    """A message, or one too old to be seen (then `date` is 0)."""

    message_id: int
    chat: Chat
    date: int = 0
    sender: Sender | None = msgspec.field(default=None, name="from")
    text: str | None = None
    caption: str | None = None
    contact: msgspec.Raw = ABSENT
    location: msgspec.Raw = ABSENT
    animation: msgspec.Raw = ABSENT
    audio: msgspec.Raw = ABSENT
    dice: msgspec.Raw = ABSENT
    document: msgspec.Raw = ABSENT
    game: msgspec.Raw = ABSENT
    paid_media: msgspec.Raw = ABSENT
    photo: msgspec.Raw = ABSENT
    poll: msgspec.Raw = ABSENT
    sticker: msgspec.Raw = ABSENT
    story: msgspec.Raw = ABSENT
    video: msgspec.Raw = ABSENT
    video_note: msgspec.Raw = ABSENT
    voice: msgspec.Raw = ABSENT


MEDIA = """animation audio dice document game paid_media photo poll sticker story video video_note
    voice""".split()


class Callback(msgspec.Struct):
    """A button was pressed. `id` must be answered, or the button goes on spinning."""

    id: str
    sender: Sender | None = msgspec.field(default=None, name="from")
    message: Message | None = None
    data: str | None = None


class Membership(msgspec.Struct):
    """The bot was added to a chat, or removed."""

    chat: Chat


class Update(msgspec.Struct):
    """One thing that Telegram tells."""

    update_id: int
    message: Message | None = None
    edited_message: Message | None = None
    callback_query: Callback | None = None
    my_chat_member: Membership | None = None


class _Batch(msgspec.Struct):
    ok: bool
    result: list[Update] = []


@dataclass(frozen=True, slots=True)
class Arrival:
    """What an update comes to: something to keep, a button to answer, a chat to leave."""

    update: int
    inbound: Inbound | None = None
    query: str = field(default="", repr=False)
    chat: int = field(default=0, repr=False)
    message: int = 0
    peek: bool = False
    """The button leads to a pop-up: its answer waits for the words."""
    stranger: bool = False
    """A group or channel: nothing there is read, and the bot leaves."""


_update = msgspec.json.Decoder(Update)
_batch = msgspec.json.Decoder(_Batch)


def parse(content: bytes | str, now: datetime) -> Arrival | None:
    """Return what the body of a webhook comes to; None when it is no update at all."""
    try:
        return arrival(_update.decode(content), now)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return _mended(_loose(content), now)


def parse_batch(content: bytes, now: datetime) -> tuple[Arrival, ...]:
    """Return what an answer to getUpdates comes to. Raises ValueError when it is none."""
    try:
        batch = _batch.decode(content)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return _mended_batch(_loose(content), now)
    if not batch.ok:
        raise ValueError("no updates")
    return tuple(arrival(update, now) for update in batch.result)


def arrival(update: Update, now: datetime) -> Arrival:
    """Return what one decoded update comes to."""
    if update.callback_query is not None:
        return _pressed(update.update_id, update.callback_query, now)
    edited = update.message is None
    message = update.message or update.edited_message
    if message is not None:
        return _written(update.update_id, message, now, edited=edited)
    member = update.my_chat_member
    if member is not None and member.chat.type != "private":
        return Arrival(update.update_id, chat=member.chat.id, stranger=True)
    return Arrival(update.update_id)


def _written(update: int, message: Message, now: datetime, *, edited: bool) -> Arrival:
    chat = message.chat
    if chat.type != "private":
        return Arrival(update, chat=chat.id, stranger=True)
    kind, body = _content(message, edited=edited)
    if not body:
        return Arrival(update, chat=chat.id, message=message.message_id)
    inbound = Inbound(
        key=f"tg:{update}:{message.date}",
        kind=kind,
        body=body,
        at=_time(message.date, now),
        address=Address(ChannelKind.TELEGRAM, str(chat.id)),
        platform_id=str(message.message_id),
    )
    return Arrival(update, inbound, chat=chat.id, message=message.message_id)


def _time(seconds: int, now: datetime) -> datetime:
    """Return when it was written; never later than now, whatever the wire says."""
    return datetime.fromtimestamp(seconds, UTC) if 0 < seconds < now.timestamp() else now


def _content(message: Message, *, edited: bool) -> tuple[InboundKind, str]:
    """Return kind and body; an empty body for what needs no answer (service messages).

    Words under a picture are words: they may be a cry for help.
    """
    if edited:
        return InboundKind.SENT, _odd(Oddity.EDIT)
    words = message.text or message.caption
    if words:
        return InboundKind.SAID, wire.said(words, _hint(message.sender))
    if message.contact != ABSENT:
        return InboundKind.SENT, _odd(Oddity.CONTACT)
    if message.location != ABSENT:
        return InboundKind.SENT, _odd(Oddity.LOCATION)
    if any(getattr(message, name) != ABSENT for name in MEDIA):
        return InboundKind.SENT, _odd(Oddity.MEDIA)
    return InboundKind.SENT, ""


def _odd(kind: Oddity) -> str:
    return json.dumps({"kind": kind})


def _hint(sender: Sender | None) -> str | None:
    code = (sender.language_code or "").lower().replace("_", "-") if sender else ""
    found = HINT.match(code)
    return LETTERS.get(code) or LETTERS.get(found.group(), found.group()) if found else None


def _pressed(update: int, callback: Callback, now: datetime) -> Arrival:
    message = callback.message
    if message is not None and message.chat.type not in {"private", ""}:
        return Arrival(update, query=callback.id, chat=message.chat.id, stranger=True)
    chat = message.chat.id if message else (callback.sender or Sender()).id
    # A button of another age, or a forged one, is an old button: harmless, and answered.
    body = wire.chosen(callback.data or "") or wire.chose("", "", 0)
    inbound = Inbound(
        key=f"tg:{update}:{message.date if message else 0}",
        kind=InboundKind.CHOSE,
        body=body,
        at=now,
        address=Address(ChannelKind.TELEGRAM, str(chat)),
    )
    peek = (callback.data or "").rpartition(":")[2].startswith(PEEK)
    return Arrival(update, inbound if chat else None, callback.id, chat, peek=peek)


def _loose(content: bytes | str) -> object:
    """Decode what the strict decoder refuses, above all halves of surrogate pairs."""
    try:
        text = content.decode("utf-8", "replace") if isinstance(content, bytes) else content
        return _whole(json.loads(text))
    except (ValueError, RecursionError):
        return None


def _whole(value: Any) -> object:
    if isinstance(value, str):
        return wire.clean(value)
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _whole(item) for key, item in value.items()}
    return value


def _mended(value: object, now: datetime) -> Arrival | None:
    """Return the arrival of a loosely decoded update, an empty one if its shape is unknown."""
    try:
        return arrival(_update.decode(json.dumps(value)), now)
    except msgspec.MsgspecError:
        number = value.get("update_id") if isinstance(value, dict) else None
        return Arrival(number) if isinstance(number, int) else None


def _mended_batch(value: object, now: datetime) -> tuple[Arrival, ...]:
    result = value.get("result") if isinstance(value, dict) and value.get("ok") is True else None
    if not isinstance(result, list):
        raise ValueError("no updates")  # noqa: TRY004 - the answer is wrong, not a type of ours
    found = (_mended(item, now) for item in result)
    return tuple(one for one in found if one is not None)


def pieces(text: str, limit: int = LARGEST_TEXT) -> Iterator[str]:
    """Yield a text in parts of at most `limit` UTF-16 units, cut where a reader would pause."""
    while _units(text) > limit:
        head = _head(text, limit)
        cut = max(head.rfind("\n\n"), head.rfind("\n"), head.rfind(" "))
        cut = cut if cut > 0 else len(head)
        yield text[:cut].rstrip()
        text = text[cut:].lstrip()
    if text:
        yield text


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)


def _head(text: str, limit: int) -> str:
    count = 0
    for index, letter in enumerate(text):
        count += 2 if letter > "\uffff" else 1
        if count > limit:
            return text[:index]
    return text
