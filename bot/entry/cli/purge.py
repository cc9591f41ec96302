"""`safar purge`: destroy what is over its time, now instead of within the minute."""

from __future__ import annotations

import click

from bot.entry.cli import installation


@click.command("purge")
def command() -> None:
    """Purge, and say how much went."""
    gone = installation.run("purge")
    click.echo(f"{gone['conversations']} conversations, {gone['inbox']} arrivals, ", nl=False)
    click.echo(f"{gone['outbox']} sends are gone.")
