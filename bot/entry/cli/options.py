"""Options and input that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import click

from bot.bootstrap import open_library
from bot.content.issues import ContentError
from bot.dialogue.values import ChannelKind, Locale
from bot.service.receive import Library

channel = click.option(
    "--channel",
    type=click.Choice([kind.value for kind in ChannelKind]),
    default=ChannelKind.WEB.value,
    show_default=True,
    help="Whose screen to render for.",
)
locale = click.option("--locale", default=None, help="Begin in this language, as if chosen.")


class Instant(click.ParamType[datetime]):
    """An ISO 8601 moment; without an offset it is UTC."""

    name = "ISO"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Return an aware UTC datetime."""
        if isinstance(value, datetime):
            return value
        try:
            read = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no moment; write for example 2026-11-21T09:00", param, ctx)
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)


class HexSeed(click.ParamType[bytes]):
    """Hexadecimal digits, at least 2."""

    name = "HEX"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> bytes:
        """Return the bytes."""
        if isinstance(value, bytes):
            return value
        try:
            return bytes.fromhex(value) or self.fail("the seed is empty", param, ctx)
        except ValueError:
            self.fail(f"{value!r} is not hexadecimal; write for example 00ff", param, ctx)


def known(name: str | None, locales: tuple[Locale, ...]) -> Locale | None:
    """Return the locale by name. Raises a usage error that lists what there is."""
    if name is None or name in locales:
        return Locale(name) if name else None
    raise click.BadParameter(f"no locale {name!r}; there are {', '.join(locales)}")


def library() -> Library:
    """Return content and wording; what makes no Book is one clear error."""
    try:
        return open_library()
    except ContentError as error:
        raise click.ClickException(f"{error}\n`safar check` lists everything.") from None


def lines() -> Iterator[str]:
    """Yield the lines of standard input; bytes that are no UTF-8 become replacement marks."""
    for raw in sys.stdin.buffer:
        yield raw.decode("utf-8", "replace").rstrip("\r\n")
