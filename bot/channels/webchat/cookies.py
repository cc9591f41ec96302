"""The cookie that is all a visitor's identity: 256 random bits for one browser session."""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from bot.dialogue.values import ChannelKind
from bot.service.records import Address

TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
NAME = "view"
"""Says nothing to who looks through the browser."""


def draw() -> str:
    """Return a new token."""
    return secrets.token_urlsafe(32)


def address(token: str) -> Address:
    """Return where the visitor of a token is reached."""
    return Address(ChannelKind.WEB, token)


def event_key(token: str, message: str) -> str:
    """Return the key of an inbound: the page's own id, kept apart from other visitors' ids."""
    prefix = hashlib.sha256(b"webchat event key\0" + token.encode()).hexdigest()[:32]
    return f"{prefix}:{message}"


@dataclass(frozen=True, slots=True)
class Cookie:
    """How the cookie is named and set: bound to the host over https, plain on loopback http."""

    secure: bool

    @classmethod
    def at(cls, public_url: str) -> Cookie:
        """Return the cookie for a site."""
        return cls(secure=urlsplit(public_url).scheme == "https")

    @property
    def name(self) -> str:
        """Return the name; browsers refuse `__Host-` without https."""
        return f"__Host-{NAME}" if self.secure else NAME

    def token(self, request: Request) -> str | None:
        """Return the visitor's token, None for anything that we did not make."""
        value = request.cookies.get(self.name, "")
        return value if TOKEN.fullmatch(value) else None

    def give(self, response: Response, token: str) -> None:
        """Set it until the browser closes."""
        response.set_cookie(
            self.name, token, path="/", secure=self.secure, httponly=True, samesite="strict"
        )

    def take(self, response: Response) -> None:
        """Remove it."""
        response.delete_cookie(
            self.name, path="/", secure=self.secure, httponly=True, samesite="strict"
        )
