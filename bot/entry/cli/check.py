"""`safar check`: every issue in content and locales, with file, line and remedy."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from bot import bootstrap
from bot.content import review as sheets
from bot.content import signatures
from bot.content.check import check
from bot.content.compile import compile_book
from bot.content.issues import Issue, Severity
from bot.entry.cli import options
from bot.l10n import uzbek


@click.command("check")
@click.option("--content", type=click.Path(path_type=Path), default=bootstrap.CONTENT)
@click.option("--locales", type=click.Path(path_type=Path), default=bootstrap.LOCALES)
@click.option("--at", type=options.Instant(), default=None, help="The day it is; today if unset.")
@click.option(
    "--review",
    type=click.Path(path_type=Path, file_okay=False),
    default=None,
    help="Write a reviewer's sheet for each language into this folder instead.",
)
def command(content: Path, locales: Path, at: datetime | None, review: Path | None) -> int:
    """List every issue; exit 1 if any of them is an error."""
    for folder in (content, locales):
        if not folder.is_dir():
            raise click.UsageError(f"{folder} is no folder; name the one that holds the files")
    if review is not None:
        return _sheets(content, locales, review)
    issues = [*check(content, locales, (at or bootstrap.clock()).date()), *_made_anew(locales)]
    for issue in issues:
        click.echo(str(issue))
    errors = sum(issue.severity is Severity.ERROR for issue in issues)
    click.echo(f"{errors} errors, {len(issues) - errors} warnings", err=True)
    return 1 if errors else 0


def _sheets(content: Path, locales: Path, folder: Path) -> int:
    """Write the sheets; content that makes no Book has issues to be mended first."""
    try:
        signed = signatures.read(content / signatures.FILE)
        files = sheets.write(compile_book(content, locales), signed, folder)
    except (OSError, ValueError) as error:
        raise click.ClickException(str(error)) from None
    for file in files:
        click.echo(str(file))
    return 0


def _made_anew(locales: Path) -> list[Issue]:
    """Find words that stand in one script of Uzbek only: the other is made, not written."""
    message = f"this is not what is made from {uzbek.LATIN}"
    remedy = f"Correct locales/{uzbek.LATIN} or the list of exceptions, then run make uzbek."
    return [
        Issue(file, line, Severity.ERROR, "not-made", message, remedy)
        for file, line in uzbek.differences(locales)
    ]
