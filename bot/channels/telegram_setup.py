"""What is set at Telegram once: how the bot shows itself in each language, and its webhook."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.channels.telegram_client import Client
from bot.channels.telegram_wire import WANTED
from bot.dialogue.values import Locale

LARGEST_NAME = 64
LARGEST_SHORT = 120
LARGEST_DESCRIPTION = 512
LARGEST_COMMAND = 256
"""Limits of the platform, in characters."""
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
CONNECTIONS = 40
"""Chats that Telegram serves at a time by webhook."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How the bot shows itself in one language; `commands` are (command, description)."""

    locale: Locale
    name: str
    short: str
    description: str
    commands: tuple[tuple[str, str], ...] = ()

    def problems(self) -> tuple[str, ...]:
        """Return what Telegram would refuse, as words for `safar check`."""
        lengths = (
            ("name", self.name, LARGEST_NAME),
            ("short description", self.short, LARGEST_SHORT),
            ("description", self.description, LARGEST_DESCRIPTION),
            *((f"/{name}", words, LARGEST_COMMAND) for name, words in self.commands),
        )
        found = [name for name, words, most in lengths if not 1 <= len(words) <= most]
        return (*found, *(f"/{name}" for name, _ in self.commands if not COMMAND.fullmatch(name)))


async def dress(client: Client, profiles: Sequence[Profile]) -> None:
    """Set names, descriptions and the command menu; the first profile is for all others too.

    Groups get no commands: nothing is read there. Telegram knows no scripts: of one
    language's locales the first is shown. Raises a `SendError`.
    """
    languages = {code_of(profile.locale): profile for profile in reversed(profiles)}
    for profile in profiles:
        if languages[code_of(profile.locale)] is profile:
            await _dress(client, profile, code_of(profile.locale))
        if profile is profiles[0]:
            await _dress(client, profile, "")


def code_of(locale: Locale) -> str:
    """Return the two letters Telegram knows a language by."""
    return locale.partition("-")[0]


async def _dress(client: Client, profile: Profile, language: str) -> None:
    where = {"language_code": language} if language else {}
    commands = [{"command": name, "description": words} for name, words in profile.commands]
    scope = {"scope": {"type": "all_private_chats"}}
    await client.call("setMyName", {"name": profile.name, **where})
    await client.call("setMyShortDescription", {"short_description": profile.short, **where})
    await client.call("setMyDescription", {"description": profile.description, **where})
    await client.call("setMyCommands", {"commands": commands, **scope, **where})


@dataclass(frozen=True, slots=True)
class Hook:
    """What Telegram says of the webhook; never its address, which holds a secret."""

    set: bool
    ours: bool
    pending: int
    last_error: str = ""


def address(public_url: str, path_secret: str) -> str:
    """Return where Telegram is to call."""
    return f"{public_url}/telegram/{path_secret}"


async def set_hook(client: Client, url: str, header_secret: str) -> None:
    """Have updates sent to `url`. What people wrote meanwhile is never dropped."""
    await client.call(
        "setWebhook",
        {
            "url": url,
            "secret_token": header_secret,
            "allowed_updates": list(WANTED),
            "max_connections": CONNECTIONS,
            "drop_pending_updates": False,
        },
    )


async def delete_hook(client: Client) -> None:
    """Go back to polling; nothing that waits is dropped."""
    await client.call("deleteWebhook", {"drop_pending_updates": False})


async def show_hook(client: Client, url: str = "") -> Hook:
    """Return the state of the webhook; `ours` when it is `url`."""
    told = await client.call("getWebhookInfo", {})
    info = told if isinstance(told, dict) else {}
    found = str(info.get("url") or "")
    pending = info.get("pending_update_count")
    return Hook(
        set=bool(found),
        ours=bool(url) and found == url,
        pending=pending if isinstance(pending, int) else 0,
        last_error=str(info.get("last_error_message") or ""),
    )
