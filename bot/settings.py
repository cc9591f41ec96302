"""Settings from the environment, read once and frozen; every mistake is named in one error."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

TELEGRAM_API = "https://api.telegram.org"

SECRETS = (
    "SAFAR_REDIS_URL",
    "SAFAR_TELEGRAM_TOKEN",
    "SAFAR_TELEGRAM_PATH_SECRET",
    "SAFAR_TELEGRAM_HEADER_SECRET",
    "SAFAR_ON_CALL",
)
"""Each may also stand in the file that `NAME_FILE` points to. A Redis URL holds a password."""

PLAIN = (
    "SAFAR_DATA",
    "SAFAR_KEY_FILE",
    "SAFAR_PORT",
    "SAFAR_DESK_PORT",
    "SAFAR_METRICS_PORT",
    "SAFAR_PUBLIC_URL",
    "SAFAR_DESK_URL",
    "SAFAR_HOST",
    "SAFAR_TELEGRAM_API",
    "SAFAR_TELEGRAM_MODE",
    "SAFAR_TELEGRAM_CLIENT",
    "SAFAR_SMS_GATEWAYS",
    "SAFAR_PILOT",
)

ON_CALL = re.compile(
    r"https://\S+|http://(127\.0\.0\.1|localhost)(:\d+)?/\S*|sms:\+\d{7,15}|telegram:\d+"
)

REDIS_SCHEMES = ("redis://", "rediss://", "unix://", "sentinel://")

LARGEST_SECRET = 4096
"""A secret file that is longer is some other file."""

TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
URL_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
"""What Telegram accepts in its header, and what needs no escaping in a path."""


class SettingsError(Exception):
    """The environment cannot be used; `problems` are sentences that hold no value of a secret."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class ProcessRole(StrEnum):
    """What one process does: everything, or one part of an installation on Redis."""

    ALL = "all"
    WORKER = "worker"
    WEB = "web"
    DESK = "desk"


class Mode(StrEnum):
    """How updates come in from Telegram."""

    POLLING = "polling"
    WEBHOOK = "webhook"


class Client(StrEnum):
    """Which library speaks to Telegram; `auto` falls back from the first to the second."""

    AUTO = "auto"
    PTB = "ptb"
    HTTPX = "httpx"


@dataclass(frozen=True, slots=True)
class Telegram:
    """A complete Telegram channel. In webhook mode both secrets are set."""

    token: str = field(repr=False)
    api: str = TELEGRAM_API
    mode: Mode = Mode.POLLING
    client: Client = Client.AUTO
    path_secret: str = field(default="", repr=False)
    header_secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """All that can be set from outside. A channel that is None is off."""

    data: Path
    key_file: Path
    port: int = 8090
    desk_port: int = 8091
    metrics_port: int = 8092
    public_url: str = ""
    desk_url: str = ""
    host: str = "127.0.0.1"
    """Address to listen on; a container needs 0.0.0.0, and a proxy in front of it."""
    redis_url: str = field(default="", repr=False)
    telegram: Telegram | None = None
    sms_gateways: Path | None = None
    on_call: tuple[str, ...] = field(default=(), repr=False)
    """Where emergencies ring: `https://...`, `sms:+996...` or `telegram:<chat>`."""
    pilot: bool = False
    exposed: tuple[str, ...] = ()
    """Names of secrets that stand in plain variables: `doctor` warns of each."""


def read(environ: Mapping[str, str]) -> Settings:
    """Return the settings of an environment; a `SettingsError` names everything wrong at once."""
    reader = _Reader(environ)
    home = Path(environ.get("HOME") or Path.home())
    data = reader.path("SAFAR_DATA") or home / ".local/share/safar"
    settings = Settings(
        data=data,
        key_file=reader.key_file(home / ".config/safar/key", data),
        port=reader.port("SAFAR_PORT", 8090),
        desk_port=reader.port("SAFAR_DESK_PORT", 8091),
        metrics_port=reader.port("SAFAR_METRICS_PORT", 8092),
        public_url=reader.url("SAFAR_PUBLIC_URL").rstrip("/"),
        desk_url=reader.url("SAFAR_DESK_URL").rstrip("/"),
        host=reader.host("SAFAR_HOST", "127.0.0.1"),
        on_call=reader.on_call(),
        redis_url=reader.redis_url(),
        telegram=reader.telegram(),
        sms_gateways=reader.existing("SAFAR_SMS_GATEWAYS"),
        pilot=reader.yes_or_no("SAFAR_PILOT"),
        exposed=tuple(name for name in SECRETS if environ.get(name)),
    )
    reader.distinct(settings.port, settings.desk_port, settings.metrics_port)
    if reader.problems:
        raise SettingsError(tuple(reader.problems))
    return settings


class _Reader:
    """Reads values one by one and collects what is wrong with them."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self.environ = environ
        self.problems: list[str] = []

    def plain(self, name: str, otherwise: str = "") -> str:
        if name not in self.environ:
            return otherwise
        value = self.environ[name].strip()
        if not value:
            self.problems.append(f"{name} is empty: set it, or remove it.")
        return value or otherwise

    def secret(self, name: str) -> str:
        file = f"{name}_FILE"
        if file not in self.environ:
            return self.plain(name)
        if name in self.environ:
            self.problems.append(f"{name} and {file} are both set: keep only {file}.")
        path = self.plain(file)
        return self._content(file, Path(path)) if path else ""

    def _content(self, name: str, path: Path) -> str:
        try:
            with path.expanduser().open(encoding="utf-8") as file:
                value = file.read(LARGEST_SECRET + 1).strip()
        except (OSError, UnicodeDecodeError):
            self.problems.append(f"{name}: the file cannot be read.")
            return ""
        if not value or len(value) > LARGEST_SECRET:
            self.problems.append(f"{name}: the file is empty or too long for a secret.")
            return ""
        return value

    def path(self, name: str) -> Path | None:
        value = self.plain(name)
        return Path(value).expanduser().absolute() if value else None

    def existing(self, name: str) -> Path | None:
        path = self.path(name)
        if path and not path.is_file():
            self.problems.append(f"{name}: there is no such file.")
        return path

    def key_file(self, otherwise: Path, data: Path) -> Path:
        path = self.path("SAFAR_KEY_FILE") or otherwise
        if path.resolve().is_relative_to(data.resolve()):
            # A stolen copy of the data would bring its own key.
            self.problems.append("SAFAR_KEY_FILE must not be inside SAFAR_DATA.")
        return path

    def port(self, name: str, otherwise: int) -> int:
        value = self.plain(name, str(otherwise))
        if value.isdecimal() and int(value) <= 65535:  # noqa: PLR2004 - the last port
            return int(value)
        self.problems.append(f"{name} must be a port, 0 to 65535.")
        return otherwise

    def distinct(self, *ports: int) -> None:
        fixed = [port for port in ports if port]
        if len(set(fixed)) < len(fixed):
            self.problems.append(
                "SAFAR_PORT, SAFAR_DESK_PORT and SAFAR_METRICS_PORT must differ: "
                "visitors and staff never share one."
            )

    def url(self, name: str, otherwise: str = "") -> str:
        value = self.plain(name, otherwise)
        if value and not _acceptable(value):
            self.problems.append(f"{name} must begin with https:// (http:// only for loopback).")
        return value

    def host(self, name: str, otherwise: str) -> str:
        value = self.plain(name, otherwise)
        try:
            ip_address(value)
        except ValueError:
            self.problems.append(f"{name} must be an IP address, such as 127.0.0.1 or 0.0.0.0.")
        return value

    def on_call(self) -> tuple[str, ...]:
        places = tuple(self.secret("SAFAR_ON_CALL").split())
        if not all(ON_CALL.fullmatch(place) for place in places):
            self.problems.append(
                "SAFAR_ON_CALL must be https://..., sms:+<number> or telegram:<chat>."
            )
        return places

    def redis_url(self) -> str:
        value = self.secret("SAFAR_REDIS_URL")
        if value and not value.startswith(REDIS_SCHEMES):
            self.problems.append(
                f"SAFAR_REDIS_URL must begin with one of {', '.join(REDIS_SCHEMES)}."
            )
        return value

    def yes_or_no(self, name: str) -> bool:
        value = self.plain(name, "no")
        if value not in {"yes", "no"}:
            self.problems.append(f"{name} must be yes or no.")
        return value == "yes"

    def one_of(self, name: str, allowed: type[StrEnum]) -> str:
        names = [member.value for member in allowed]
        value = self.plain(name, names[0])
        if value not in names:
            self.problems.append(f"{name} must be one of: {', '.join(names)}.")
            return names[0]
        return value

    def telegram(self) -> Telegram | None:
        names = [name for name in (*SECRETS, *PLAIN) if name.startswith("SAFAR_TELEGRAM_")]
        given = [name for name in names if {name, f"{name}_FILE"} & set(self.environ)]
        if not given:
            return None
        channel = Telegram(
            token=self.secret("SAFAR_TELEGRAM_TOKEN"),
            api=self.url("SAFAR_TELEGRAM_API", TELEGRAM_API).rstrip("/"),
            mode=Mode(self.one_of("SAFAR_TELEGRAM_MODE", Mode)),
            client=Client(self.one_of("SAFAR_TELEGRAM_CLIENT", Client)),
            path_secret=self.secret("SAFAR_TELEGRAM_PATH_SECRET"),
            header_secret=self.secret("SAFAR_TELEGRAM_HEADER_SECRET"),
        )
        self._complete(channel)
        self._shaped(channel)
        return channel

    def _complete(self, channel: Telegram) -> None:
        needed = {"SAFAR_TELEGRAM_TOKEN": channel.token}
        if channel.mode is Mode.WEBHOOK:
            needed |= {
                "SAFAR_TELEGRAM_PATH_SECRET": channel.path_secret,
                "SAFAR_TELEGRAM_HEADER_SECRET": channel.header_secret,
                "SAFAR_PUBLIC_URL": self.environ.get("SAFAR_PUBLIC_URL", "").strip(),
            }
        missing = [name for name, value in needed.items() if not value]
        if missing:
            self.problems.append(f"Telegram is half set: {', '.join(missing)} missing.")

    def _shaped(self, channel: Telegram) -> None:
        if channel.token and not TOKEN.fullmatch(channel.token):
            self.problems.append("SAFAR_TELEGRAM_TOKEN is not a token as BotFather gives them.")
        for name, value in (
            ("SAFAR_TELEGRAM_PATH_SECRET", channel.path_secret),
            ("SAFAR_TELEGRAM_HEADER_SECRET", channel.header_secret),
        ):
            if value and not URL_SECRET.fullmatch(value):
                self.problems.append(f"{name} may hold only letters, digits, _ and - (1 to 256).")


def _acceptable(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    if not host or parts.query or parts.fragment or parts.username:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and _loopback(host))


def _loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
