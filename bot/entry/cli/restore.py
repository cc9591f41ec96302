"""`safar restore`: make a data directory from a backup."""

from __future__ import annotations

from pathlib import Path

import click

from bot.bootstrap import bring_back
from bot.entry.cli import installation
from bot.store.file import DataError
from bot.vault import VaultError


@click.command("restore")
@click.argument("source", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def command(source: Path) -> None:
    """Restore SOURCE into an empty data directory; whoever was writing writes again."""
    try:
        rows = bring_back(source, installation.settings())
    except (DataError, VaultError) as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Restored {rows} rows. Operators sign in as before; open talks are not in it.")
