"""`safar backup`: copy what must outlive the machine; conversations never."""

from __future__ import annotations

from pathlib import Path

import click

from bot.entry.cli import installation


@click.command("backup")
@click.argument("target", type=click.Path(path_type=Path))
def command(target: Path) -> None:
    """Write an encrypted backup to TARGET: accounts, audit, counts. Keep the key file apart."""
    if target.exists():
        raise click.ClickException(f"{target} exists; choose another name")
    rows = installation.run("backup", target=str(target.absolute()))["rows"]
    click.echo(f"Wrote {target} with {rows} rows. It opens only with this installation's key.")
