"""`safar operators`: accounts of the Desk. What is printed once cannot be shown again."""

from __future__ import annotations

from typing import Any

import click

from bot.entry.cli import installation
from bot.service.staff import Role


@click.group("operators")
def command() -> None:
    """Add, list, reset or disable the people who answer."""


@command.command()
@click.argument("name")
@click.option("--role", type=click.Choice([role.value for role in Role]), default="operator")
@click.option("--locale", type=click.Choice(["ru", "ky", "en"]), default="ru")
def add(name: str, role: str, locale: str) -> None:
    """Make an account for NAME and print its credentials once."""
    _print(installation.run("operators.add", name=name, role=role, locale=locale))


@command.command()
@click.argument("name")
def reset(name: str) -> None:
    """Replace everything NAME signs in with; open sessions end."""
    _print(installation.run("operators.reset", name=name))


@command.command()
@click.argument("name")
def disable(name: str) -> None:
    """End the account of NAME and all its sessions at once."""
    installation.run("operators.disable", name=name)
    click.echo(f"{name} is disabled; every session has ended.")


@command.command("list")
def roster() -> None:
    """List the accounts."""
    for one in installation.run("operators.list")["operators"]:
        duty = "on duty" if one["duty"] else ""
        click.echo(f"{one['name']}\t{one['role']}\t{one['state']}\t{duty}".rstrip())


def _print(made: dict[str, Any]) -> None:
    click.echo("Hand this over in person. It is shown once; `safar operators reset` makes anew.")
    click.echo(f"Name:      {made['name']}")
    click.echo(f"Password:  {made['password']}")
    click.echo(f"Code key:  {made['totp']}   (authenticator app, six digits every 30 seconds)")
    click.echo(f"           {made['uri']}")
    click.echo("Recovery codes, each good for once:")
    for code in made["recovery"]:
        click.echo(f"           {code}")
