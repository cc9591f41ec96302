"""`safar audit`: is the record of what operators read and did still whole."""

from __future__ import annotations

import click

from bot.entry.cli import installation


@click.group("audit")
def command() -> None:
    """Look after the audit."""


@command.command()
def verify() -> int:
    """Check the hash chain; exit 1 and name the first bad row if it is broken."""
    bad = installation.run("audit.verify")["bad"]
    if bad is None:
        click.echo("The audit is whole.")
        return 0
    click.echo(f"Row {bad} was changed, removed or put out of place.")
    return 1
