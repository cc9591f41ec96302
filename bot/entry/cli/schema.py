"""`safar schema`: make the JSON Schema of every kind of content file, for editors."""

from __future__ import annotations

from pathlib import Path

import click

from bot import bootstrap
from bot.content import editors


@click.command("schema")
@click.option(
    "--content",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=bootstrap.CONTENT,
)
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a file is not up to date.")
def command(content: Path, *, check: bool) -> int:
    """Write content/schema/*.json, by which an editor completes fields and marks mistakes."""
    if not check:
        for file in editors.write(content):
            click.echo(str(file))
        return 0
    stale = editors.stale(content)
    for name in stale:
        click.echo(f"{name} is not up to date: run `safar schema`")
    return 1 if stale else 0
