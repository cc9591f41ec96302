"""What a page may send: from our own origin, small, in one of two shapes."""

from __future__ import annotations

import asyncio
import json
import re
import unicodedata
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from starlette.requests import Request

LARGEST_BODY = 1_000_000
"""Bytes read before giving up: a form with 100,000 Cyrillic letters still fits, so that its
words can be handed back."""
LONGEST_BODY_TIME = 30.0
"""Seconds for all of a body: a slow phone needs a few, one byte at a time holds us for ever."""
LONGEST_TEXT = 4096
"""Characters of one message, as on Telegram."""
FIELDS = 8
MESSAGE_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
CHOICE = re.compile(r"[\x21-\x7e]{1,64}")
HINT = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,8})?")
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"


class RequestError(Exception):
    """A request that changes nothing. `code` is ours, never the visitor's words.

    `draft` are the words as typed, to be handed back.
    """

    def __init__(self, status: int, code: str, draft: str = "") -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.draft = draft


@dataclass(frozen=True, slots=True)
class Posted:
    """One POST to /chat/messages. Exactly one of `text` and `choice`, or only `seen`."""

    id: str
    text: str | None = field(default=None, repr=False)
    choice: str | None = field(default=None, repr=False)
    hint: str | None = None
    seen: int = 0


def origins(public_url: str) -> frozenset[str]:
    """Return the origins our own pages have; on loopback by each of its names."""
    parts = urlsplit(public_url)
    own = f"{parts.scheme}://{parts.netloc}"
    port = f":{parts.port}" if parts.port else ""
    if parts.scheme != "http" or f"{own}/" not in {f"http://{n}{port}/" for n in LOOPBACK}:
        return frozenset({own})
    return frozenset(f"http://{name}{port}" for name in LOOPBACK)


def is_own(request: Request, own: frozenset[str]) -> bool:
    """Tell whether one of our pages sent this: a foreign or a missing sender is refused.

    Under `no-referrer` browsers send "Origin: null" with our own forms; then only the
    browser's own word `Sec-Fetch-Site: same-origin` counts, which no page can forge.
    """
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    if origin in own:
        return site in {None, "same-origin"}
    return site == "same-origin" and origin in {None, "null"}


async def read(request: Request, own: frozenset[str]) -> Posted:
    """Read a message. Raises `RequestError` with what was typed wherever that can be read."""
    if not is_own(request, own):
        raise RequestError(403, "origin")
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in {FORM, JSON}:
        raise RequestError(415, "shape")
    body = await _body(request)
    return _posted(_form(body) if kind == FORM else _json(body))


async def _body(request: Request) -> bytes:
    try:
        async with asyncio.timeout(LONGEST_BODY_TIME):
            return await _whole(request)
    except TimeoutError:
        raise RequestError(408, "slow") from None


async def _whole(request: Request) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            raise RequestError(413, "long")
    return bytes(body)


def _form(body: bytes) -> dict[str, object]:
    try:
        # ASCII: a form is percent-encoded; U+FFFD stands for bytes that are no UTF-8.
        pairs = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=FIELDS)
    except ValueError:
        raise RequestError(400, "shape") from None
    return dict(pairs)


def _json(body: bytes) -> dict[str, object]:
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        raise RequestError(400, "shape") from None
    if not isinstance(value, dict):
        raise RequestError(400, "shape")
    return value


def _posted(fields: dict[str, object]) -> Posted:
    draft = _string(fields, "text")
    seen = number(fields.get("seen"))
    message = (_string(fields, "id") or "").lower()
    if not MESSAGE_ID.fullmatch(message):
        raise RequestError(400, "shape", draft or "")
    choice = _string(fields, "choice")
    if choice:
        if not CHOICE.fullmatch(choice):
            raise RequestError(400, "shape", draft or "")
        return Posted(message, choice=choice, seen=seen)
    if draft is None and seen:
        return Posted(message, seen=seen)
    return Posted(message, text=_text(draft or ""), hint=_hint(fields), seen=seen)


def _text(draft: str) -> str:
    words = clean(draft)
    if len(words) > LONGEST_TEXT:
        raise RequestError(422, "long", words)
    if not words.strip():
        raise RequestError(422, "empty")
    return words


def clean(draft: str) -> str:
    """Return the words without what no channel can carry: control characters, half characters.

    A cry for help is never refused for a stray byte.
    """
    whole = draft.replace("\r\n", "\n").replace("\r", "\n").encode("utf-16", "surrogatepass")
    return "".join(
        sign
        for sign in whole.decode("utf-16", "replace")
        if sign in "\n\t" or unicodedata.category(sign) != "Cc"
    )


def _string(fields: dict[str, object], name: str) -> str | None:
    value = fields.get(name)
    if value is None or isinstance(value, str):
        return value
    raise RequestError(400, "shape")


def _hint(fields: dict[str, object]) -> str | None:
    hint = _string(fields, "hint")
    return hint if hint and HINT.fullmatch(hint) else None


def number(value: object) -> int:
    """Return the number of a line; nonsense is 0, which at worst shows lines again."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        return 0
    digits = str(value)
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 16 else 0  # noqa: PLR2004
