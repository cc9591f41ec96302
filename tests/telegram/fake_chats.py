"""The chats of the fake Telegram: what people write, press and see, and the platform's limits."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

DELETABLE = timedelta(hours=48)
LARGEST_TEXT = 4096
LARGEST_DATA = 64
LARGEST_ALERT = 200
LARGEST_DELETE = 100
VOICE = "(voice)"
"""How a voice message stands in a chat."""


class Problem(Exception):
    """The platform refuses."""

    def __init__(self, status: int, description: str) -> None:
        super().__init__(description)
        self.status = status
        self.description = description


@dataclass
class Shown:
    """One message as it stands on the screen."""

    id: int
    chat: int
    bot: bool
    text: str
    date: datetime
    buttons: tuple[tuple[str, str], ...] = ()
    quiet: bool = False
    protected: bool = False


@dataclass
class Answered:
    """How a pressed button was answered."""

    text: str
    alert: bool


class Chats:
    """All chats. The time stands still until it is moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
        self.messages: dict[int, Shown] = {}
        self.known: set[int] = set()
        self.blocked: set[int] = set()
        self.deactivated: set[int] = set()
        self.deaf: set[int] = set()
        self.sounds: dict[str, bytes] = {}
        self.pressed: dict[str, int] = {}
        self.answered: dict[str, Answered] = {}
        self.updates: list[dict[str, Any]] = []
        self.news = asyncio.Event()
        self._last_message = 100
        self._last_update = 500

    # What people do

    def write(self, chat: int, text: str, language: str = "ru") -> dict[str, Any]:
        """Let a person write."""
        shown = self._put(chat, text, bot=False)
        return self.tell(message=self._described(shown, language) | {"text": text})

    def share(self, chat: int, **content: Any) -> dict[str, Any]:
        """Let a person send something that is not text."""
        shown = self._put(chat, f"<{'/'.join(content)}>", bot=False)
        return self.tell(message=self._described(shown) | content)

    def correct(self, message: int, text: str) -> dict[str, Any]:
        """Let a person edit what they wrote."""
        self.messages[message].text = text
        described = self._described(self.messages[message]) | {"text": text}
        return self.tell(edited_message=described)

    def press(self, chat: int, label: str) -> dict[str, Any]:
        """Let a person press the newest button with this label."""
        shown, data = next(
            (shown, data)
            for shown in reversed(self.seen(chat))
            for name, data in shown.buttons
            if name == label
        )
        return self.press_data(shown, data)

    def press_data(self, shown: Shown, data: str) -> dict[str, Any]:
        """Let a person press a button, also one that stands no more."""
        query = f"q{self._last_update + 1}"
        self.pressed[query] = shown.chat
        message = self._described(shown) | {"from": BOT_USER}
        return self.tell(
            callback_query={
                "id": query,
                "from": person(shown.chat),
                "message": message,
                "chat_instance": "1",
                "data": data,
            }
        )

    def join_group(self, chat: int) -> dict[str, Any]:
        """Let somebody add the bot to a group."""
        return self.tell(
            my_chat_member={
                "chat": {"id": chat, "type": "group", "title": "Group"},
                "from": person(1),
                "date": int(self.now.timestamp()),
            }
        )

    def tell(self, **content: Any) -> dict[str, Any]:
        """Queue an update, and wake who waits for it."""
        self._last_update += 1
        update = {"update_id": self._last_update, **content}
        self.updates.append(update)
        news, self.news = self.news, asyncio.Event()
        news.set()
        return update

    # What people see

    def seen(self, chat: int) -> list[Shown]:
        """Return the chat as its person sees it, oldest first."""
        return [
            self.messages[key] for key in sorted(self.messages) if self.messages[key].chat == chat
        ]

    def lines(self, chat: int) -> list[str]:
        """Return the texts of a chat."""
        return [shown.text for shown in self.seen(chat)]

    # What the bot does

    def send(
        self,
        chat_id: int,
        text: str,
        *,
        reply_markup: dict[str, Any] | None = None,
        disable_notification: bool = False,
        protect_content: bool = False,
        parse_mode: str = "",
        **_: Any,
    ) -> dict[str, Any]:
        """Carry out sendMessage."""
        self._reachable(chat_id)
        check_text(text, parse_mode)
        shown = self._put(chat_id, text, bot=True)
        shown.buttons = buttons(reply_markup)
        shown.quiet, shown.protected = disable_notification, protect_content
        return self._described(shown) | {"from": BOT_USER, "text": text}

    def play(
        self,
        chat_id: int,
        voice: bytes | str,
        *,
        disable_notification: bool = False,
        protect_content: bool = False,
        **_: Any,
    ) -> dict[str, Any]:
        """Carry out sendVoice: with a file, or with the id of one sent before."""
        self._reachable(chat_id)
        if chat_id in self.deaf:
            raise Problem(400, "Bad Request: VOICE_MESSAGES_FORBIDDEN")
        if isinstance(voice, bytes):
            self.sounds[f"file-{len(self.sounds) + 1}"] = voice
            voice = next(reversed(self.sounds))
        if voice not in self.sounds:
            raise Problem(400, "Bad Request: wrong file identifier/HTTP URL specified")
        shown = self._put(chat_id, VOICE, bot=True)
        shown.quiet, shown.protected = disable_notification, protect_content
        sound = {"file_id": voice, "file_unique_id": voice, "duration": 1}
        return self._described(shown) | {"from": BOT_USER, "voice": sound}

    def edit(
        self,
        chat_id: int,
        message_id: int,
        text: str,
        reply_markup: dict[str, Any] | None = None,
        parse_mode: str = "",
        **_: Any,
    ) -> dict[str, Any]:
        """Carry out editMessageText."""
        self._reachable(chat_id)
        check_text(text, parse_mode)
        shown = self.messages.get(message_id)
        if shown is None or shown.chat != chat_id:
            raise Problem(400, "Bad Request: message to edit not found")
        if not shown.bot:
            raise Problem(400, "Bad Request: message can't be edited")
        if shown.text == VOICE:
            raise Problem(400, "Bad Request: there is no text in the message to edit")
        fresh = buttons(reply_markup)
        if (shown.text, shown.buttons) == (text, fresh):
            raise Problem(
                400,
                "Bad Request: message is not modified: specified new message content and reply "
                "markup are exactly the same as a current content and reply markup of the message",
            )
        shown.text, shown.buttons = text, fresh
        return self._described(shown) | {"from": BOT_USER, "text": text}

    def delete(self, chat_id: int, message_ids: list[int]) -> bool:
        """Carry out deleteMessages: unknown ones are passed over, too old ones refused."""
        self._reachable(chat_id)
        if not 1 <= len(message_ids) <= LARGEST_DELETE:
            raise Problem(400, "Bad Request: message identifiers are not specified")
        found = [self.messages[key] for key in message_ids if key in self.messages]
        if any(self.now - shown.date >= DELETABLE for shown in found):
            raise Problem(400, "Bad Request: message can't be deleted for everyone")
        for shown in found:
            if shown.chat == chat_id:
                del self.messages[shown.id]
        return True

    def answer(
        self, callback_query_id: str, *, text: str = "", show_alert: bool = False, **_: Any
    ) -> bool:
        """Carry out answerCallbackQuery: once, and soon."""
        if self.pressed.pop(callback_query_id, None) is None:
            raise Problem(
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
            )
        if units(text) > LARGEST_ALERT:
            raise Problem(400, "Bad Request: MESSAGE_TOO_LONG")
        self.answered[callback_query_id] = Answered(text, show_alert)
        return True

    def _reachable(self, chat: int) -> None:
        if chat not in self.known:
            raise Problem(400, "Bad Request: chat not found")
        if chat in self.deactivated:
            raise Problem(403, "Forbidden: user is deactivated")
        if chat in self.blocked:
            raise Problem(403, "Forbidden: bot was blocked by the user")

    def _put(self, chat: int, text: str, *, bot: bool) -> Shown:
        self._last_message += 1
        shown = Shown(self._last_message, chat, bot, text, self.now)
        self.messages[shown.id] = shown
        self.known.add(chat)
        return shown

    def _described(self, shown: Shown, language: str = "ru") -> dict[str, Any]:
        return {
            "message_id": shown.id,
            "date": int(shown.date.timestamp()),
            "chat": {
                "id": shown.chat,
                "type": "private",
                "first_name": "Canary",
                "username": "canary",
            },
            "from": person(shown.chat, language),
        }


BOT_USER = {"id": 123456, "is_bot": True, "first_name": "Fake", "username": "fake_bot"}


def person(number: int, language: str = "ru") -> dict[str, Any]:
    """Describe a person, with all that must not be kept."""
    return {
        "id": number,
        "is_bot": False,
        "first_name": "Canary",
        "last_name": "Bird",
        "username": "canary",
        "language_code": language,
    }


def buttons(markup: dict[str, Any] | None) -> tuple[tuple[str, str], ...]:
    """Return the buttons of a keyboard. Refuses what the platform refuses."""
    rows = (markup or {}).get("inline_keyboard", [])
    found = tuple((one["text"], one["callback_data"]) for row in rows for one in row)
    for label, data in found:
        if not label:
            raise Problem(400, "Bad Request: can't parse inline keyboard button: Text is empty")
        if not 1 <= len(data.encode()) <= LARGEST_DATA:
            raise Problem(400, "Bad Request: BUTTON_DATA_INVALID")
    return found


def check_text(text: str, parse_mode: str) -> None:
    """Refuse a text as the platform does."""
    if not text.strip():
        raise Problem(400, "Bad Request: message text is empty")
    if units(text) > LARGEST_TEXT:
        raise Problem(400, "Bad Request: message is too long")
    if parse_mode and text.count("<") != text.count(">"):
        raise Problem(400, "Bad Request: can't parse entities: unexpected end of tag")


def units(text: str) -> int:
    """Return the length as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2
