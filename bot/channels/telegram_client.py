"""What both Telegram clients do, and what the Bot API's errors mean.

SendError
 ├─ NotSent      not connected, 429, 5xx that says so, 401 and 404 (the token is refused)
 ├─ Unknown      no answer, or one that nobody can read
 ├─ Refused      400; its `code` is a word of `CODES`
 └─ Gone         403, or no such chat
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import msgspec

from bot.service.failures import Gone, NotSent, Refused, SendError, Unknown

TOKEN_PAUSE = 60.0
"""Seconds of silence after the token was refused: somebody must look, nothing is lost."""
FAULT_PAUSE = 1.0
"""Seconds after Telegram said that it could not do it."""
LONGEST_PAUSE = 3600.0

NOT_MODIFIED = "not_modified"
EDIT_GONE = "edit_gone"
DELETE_GONE = "delete_gone"
DELETE_REFUSED = "delete_refused"
QUERY_OLD = "query_old"
CONFLICT = "conflict"

CODES = (
    ("message is not modified", NOT_MODIFIED),
    ("message to edit not found", EDIT_GONE),
    ("message can't be edited", EDIT_GONE),
    ("message_id_invalid", EDIT_GONE),
    ("message to delete not found", DELETE_GONE),
    ("message can't be deleted", DELETE_REFUSED),
    ("message identifier is not specified", DELETE_GONE),
    ("query is too old", QUERY_OLD),
    ("query_id_invalid", QUERY_OLD),
    ("query id is invalid", QUERY_OLD),
    ("message text is empty", "text_empty"),
    ("message is too long", "text_long"),
    ("message_too_long", "text_long"),
    ("button_data_invalid", "button"),
    ("can't parse", "entities"),
)
"""Parts of Telegram's sentences; only our word for them ever goes into a log."""
LOST = (
    "chat not found",
    "user is deactivated",
    "peer_id_invalid",
    "bot was blocked",
    "bot was kicked",
)

REPEATABLE = frozenset({"editMessageText", "deleteMessages", "answerCallbackQuery"})
"""Methods whose repetition changes nothing: what is unknown may simply be tried again."""


@dataclass(frozen=True, slots=True)
class Words:
    """One message as it will stand: text, rows of (label, data), and how it arrives."""

    text: str = field(repr=False)
    buttons: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    quiet: bool = False
    protected: bool = False


class Limited(NotSent):
    """Telegram wants fewer requests (429): this chat waits."""


class Broken(Unknown):
    """The client itself failed: neither the network nor Telegram."""


class Client(Protocol):
    """The few methods of the Bot API that Safar uses. Each raises a `SendError`.

    `edit` of what already says so, and `answer` and `delete` done before, are successes.
    """

    @property
    def name(self) -> str:
        """Return a word for logs and figures: `ptb` or `httpx`."""
        ...

    async def start(self) -> int:
        """Open connections; return the bot's own id (getMe)."""
        ...

    async def stop(self) -> None:
        """Close connections."""
        ...

    async def updates(self, offset: int, wait: int) -> bytes:
        """Return the raw answer to getUpdates after at most `wait` seconds."""
        ...

    async def send(self, chat: int, words: Words) -> int:
        """Send a message; return its id."""
        ...

    async def edit(self, chat: int, message: int, words: Words) -> None:
        """Replace text and buttons. Raises `Refused(EDIT_GONE)` when it cannot be."""
        ...

    async def delete(self, chat: int, messages: Sequence[int]) -> None:
        """Delete up to 100 messages. Raises `Refused(DELETE_REFUSED)` for too old ones."""
        ...

    async def answer(self, query: str, alert: str = "") -> None:
        """Answer a button, with words in a pop-up or without."""
        ...

    async def call(self, method: str, parameters: Mapping[str, object]) -> object:
        """Call any other method; return its result."""
        ...


class _Details(msgspec.Struct):
    retry_after: float = 0.0


class _Failure(msgspec.Struct):
    ok: bool
    description: str = ""
    parameters: _Details = msgspec.field(default_factory=_Details)


_failure = msgspec.json.Decoder(_Failure)


def failed(method: str, status: int, content: bytes) -> SendError:
    """Return what an answer other than a good one means."""
    try:
        failure = _failure.decode(content)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        # A page of some machine in between: it may have let the request through.
        return unsettled(method, FAULT_PAUSE)
    if failure.ok:
        return unsettled(method, FAULT_PAUSE)
    return meaning(status, failure.description, failure.parameters.retry_after)


def meaning(status: int, description: str, retry_after: float = 0.0) -> SendError:
    """Return what Telegram's own error means; `description` is read and never passed on."""
    words = description.lower()
    if status == 429:  # noqa: PLR2004 - too many requests
        return Limited(min(max(retry_after, FAULT_PAUSE), LONGEST_PAUSE))
    if status in {401, 404}:
        return NotSent(TOKEN_PAUSE, everyone=True)
    if status == 409:  # noqa: PLR2004 - another poller, or a webhook
        return Refused(CONFLICT)
    if status == 403 or any(part in words for part in LOST):  # noqa: PLR2004 - forbidden
        return Gone()
    if status >= 500:  # noqa: PLR2004 - said in its own format, so it was not done
        return NotSent(FAULT_PAUSE)
    return Refused(next((code for part, code in CODES if part in words), f"http_{status}"))


def unsettled(method: str, pause: float = 0.0) -> SendError:
    """Return what it means that no readable answer came."""
    return NotSent(pause) if method in REPEATABLE else Unknown()


HARMLESS = {"editMessageText": NOT_MODIFIED, "deleteMessages": DELETE_GONE}
"""Refusals which say that it is already as it should be."""


def harmless(method: str, error: SendError) -> bool:
    """Return whether a refusal means that nothing is left to do."""
    return isinstance(error, Refused) and error.code == HARMLESS.get(method)
