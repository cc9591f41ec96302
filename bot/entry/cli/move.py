"""`safar move`: carry an installation between SQLite and Redis while nothing of it runs."""

from __future__ import annotations

import asyncio

import click

from bot.bootstrap import relocate
from bot.entry.cli import installation
from bot.service.failures import StoreError
from bot.settings import SettingsError
from bot.store.file import DataError
from bot.store.moving import Moved, MoveError
from bot.vault import VaultError

EVERY = 1000
"""Visitors after which it is said how far it is."""
WAYS = {"redis": relocate.to_redis, "sqlite": relocate.to_sqlite}
NEXT = {
    "redis": "Start the desk with SAFAR_REDIS_URL set, then the others.",
    "sqlite": "Unset SAFAR_REDIS_URL and start; then flush the Redis that was used.",
}


@click.command("move")
@click.option("--to", "to", type=click.Choice(sorted(WAYS)), required=True, help="Which engine.")
def command(to: str) -> None:
    """Move all conversations; cut short, it goes on when it is run again."""
    settings = installation.settings()
    try:
        moved = asyncio.run(WAYS[to](settings, _told))
    except (MoveError, SettingsError, StoreError, DataError, VaultError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(_summed(moved))
    click.echo(NEXT[to])


def _told(count: int) -> None:
    if count % EVERY == 0:
        click.echo(f"{count} visitors", err=True)


def _summed(moved: Moved) -> str:
    """Return what both sides have in common."""
    return (
        f"Moved, and the same on both sides: {moved.visitors} visitors,"
        f" {moved.conversations} conversations, {moved.lines} lines, {moved.letters} letters,"
        f" {moved.sends} sends, {moved.tickets} tickets, digest {moved.digest[:16]}."
    )
