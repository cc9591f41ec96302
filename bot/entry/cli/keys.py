"""`safar keys`: make the keys of an installation, or move everything to new ones."""

from __future__ import annotations

import click

from bot.entry.cli import installation
from bot.vault import Vault, VaultError


@click.group("keys")
def command() -> None:
    """Make or rotate keys."""


@command.command()
def new() -> None:
    """Make the key file of this installation; an existing one is never touched."""
    settings = installation.settings()
    if settings.key_file.expanduser().exists():
        raise click.ClickException(f"{settings.key_file} exists; `safar keys rotate` renews keys")
    try:
        Vault.open(settings.key_file, settings.data)
    except VaultError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Made {settings.key_file}. Keep a copy offline: without it nothing can be read.")


@command.command()
def rotate() -> None:
    """Begin a new epoch and a new pepper; a running installation goes on meanwhile."""
    installation.run("keys.rotate")
    click.echo("Every key is wrapped anew; older copies of the database open nothing any more.")
