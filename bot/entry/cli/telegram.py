"""`safar telegram`: what is set at Telegram once, the webhook and how the bot shows itself."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import click

from bot.bootstrap import open_library, profiles
from bot.channels.telegram_client import Client
from bot.channels.telegram_doors import open_channel
from bot.channels.telegram_setup import address, delete_hook, dress, set_hook, show_hook
from bot.entry.cli import installation
from bot.service.failures import SendError
from bot.settings import Settings, Telegram

T = TypeVar("T")


@click.group("telegram")
def command() -> None:
    """Set Telegram up."""


@command.group()
def webhook() -> None:
    """Let Telegram call us, instead of asking it."""


@webhook.command("set")
def hook() -> None:
    """Have updates sent to SAFAR_PUBLIC_URL."""
    settings, telegram = _set_up()
    _call(telegram, lambda client: set_hook(client, _url(settings), telegram.header_secret))
    click.echo("Telegram calls this installation now.")


@webhook.command()
def delete() -> None:
    """Go back to polling; nothing that waits is dropped."""
    _, telegram = _set_up()
    _call(telegram, delete_hook)
    click.echo("The webhook is gone; what waits is fetched by polling.")


@webhook.command()
def show() -> None:
    """Say what Telegram has; never the address, which holds a secret."""
    settings, telegram = _set_up()
    url = _url(settings) if telegram.path_secret else ""
    found = _call(telegram, lambda client: show_hook(client, url))
    state = "not set" if not found.set else "ours" if found.ours else "another one"
    click.echo(f"Webhook: {state}. Waiting: {found.pending}. {found.last_error}".rstrip())


@command.command("dress")
def dressed() -> None:
    """Set name, descriptions and commands in every language."""
    _, telegram = _set_up()
    shown = profiles(open_library())
    _call(telegram, lambda client: dress(client, shown))
    click.echo("The bot shows itself in every language.")


def _set_up() -> tuple[Settings, Telegram]:
    settings = installation.settings()
    if settings.telegram is None:
        raise click.ClickException("Telegram is off; set SAFAR_TELEGRAM_TOKEN_FILE.")
    return settings, settings.telegram


def _url(settings: Settings) -> str:
    if settings.telegram is None or not (settings.public_url and settings.telegram.path_secret):
        raise click.ClickException("A webhook needs SAFAR_PUBLIC_URL and both webhook secrets.")
    return address(settings.public_url, settings.telegram.path_secret)


def _call(telegram: Telegram, act: Callable[[Client], Awaitable[T]]) -> T:
    async def called() -> T:
        client = open_channel(telegram).client
        try:
            await client.start()
            return await act(client)
        finally:
            await client.stop()

    try:
        return asyncio.run(called())
    except SendError as error:
        raise click.ClickException(f"Telegram did not do it: {error}.") from None
