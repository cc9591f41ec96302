"""What every page of the Desk works with, and who asks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

from bot.desk.credentials import Passwords, form_token
from bot.desk.drafts import Drafts
from bot.desk.page import Pages
from bot.desk.port import DeskShell
from bot.desk.throttle import Throttle
from bot.dialogue.values import Locale
from bot.service.staff import ABSOLUTE, IDLE, Operator, StaffRecords, StaffSession

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the Desk is reached: the hosts and origins it answers to, and its cookie."""

    origins: frozenset[str]
    hosts: frozenset[str]
    secure: bool

    @property
    def cookie(self) -> str:
        """Return the cookie's name; browsers refuse the `__Host-` prefix over plain http."""
        return "__Host-desk" if self.secure else "desk"


def origin(public_url: str) -> Origin:
    """Read the public URL of the Desk. Raises ValueError for plain http off this machine."""
    parts = urlsplit(public_url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("the address of the Desk must be an http or https URL")
    port = f":{parts.port}" if parts.port else ""
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    if parts.scheme == "https":
        return Origin(frozenset({f"https://{host}{port}"}), frozenset({host + port}), secure=True)
    if host not in LOOPBACK:
        raise ValueError("the Desk is served over plain http on this machine only")
    hosts = frozenset(name + port for name in LOOPBACK)
    return Origin(frozenset(f"http://{name}" for name in hosts), hosts, secure=False)


@dataclass(frozen=True, slots=True)
class Signed:
    """An operator with a live session; `cookie` is the secret in their browser."""

    operator: Operator
    session: StaffSession
    cookie: str = field(repr=False)

    @property
    def form_token(self) -> str:
        """Return the token every form of this session carries."""
        return form_token(self.cookie)


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts of the running Desk."""

    shell: DeskShell
    records: StaffRecords
    pages: Pages
    origin: Origin
    clock: Callable[[], datetime]
    demo: bool
    stopping: asyncio.Event
    passwords: Passwords = field(default_factory=Passwords)
    throttle: Throttle = field(default_factory=Throttle)
    drafts: Drafts = field(default_factory=Drafts)

    @property
    def idle(self) -> timedelta:
        """Return how long a session may be unattended; a demo is never locked early."""
        return ABSOLUTE if self.demo else IDLE


def desk_of(connection: HTTPConnection) -> Desk:
    """Return the Desk that serves this request."""
    desk: Desk = connection.app.state.desk
    return desk


def signed(connection: HTTPConnection) -> Signed:
    """Return who asks; only behind the gate."""
    who: Signed = connection.scope["desk.signed"]
    return who


def locale_of(connection: HTTPConnection) -> Locale:
    """Return the language of the operator, or of the browser before signing in."""
    who: Signed | None = connection.scope.get("desk.signed")
    if who is not None:
        return who.operator.locale
    pages = desk_of(connection).pages
    return pages.choose(
        connection.query_params.get("lang", ""), connection.headers.get("accept-language", "")
    )
