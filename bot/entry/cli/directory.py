"""`safar directory`: what a caller would be shown, what to ring, and what came of a call."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import get_args

import click

from bot import bootstrap
from bot.content import directory as chores
from bot.content.directory import Call, Result, UnknownServiceError
from bot.content.fields import Need
from bot.dialogue import directory
from bot.dialogue.book import Book
from bot.dialogue.services import Service
from bot.dialogue.values import ELSEWHERE, Country, Form, Locale, text
from bot.entry.cli import options
from bot.service.receive import Library

NEEDS: tuple[str, ...] = get_args(Need)
AT = click.option("--at", type=options.Instant(), default=None, help="The moment it is; now.")


@click.group("directory", invoke_without_command=True)
@click.option("--country", "code", default=None, help="Where the caller is; all if unset.")
@click.option("--need", type=click.Choice(NEEDS), default=None, help="What for; all if unset.")
@click.option("--locale", default="en", show_default=True, help="The language of the answer.")
@AT
@click.pass_context
def command(
    ctx: click.Context, code: str | None, need: str | None, locale: str, at: datetime | None
) -> int:
    """List what a caller there would be shown."""
    if ctx.invoked_subcommand is not None:
        return 0
    library = options.library()
    chosen = options.known(locale, library.book.locales) or Locale(locale)
    countries = _countries(library.book, code)
    for country in countries:
        for line in _shown(library, country, need, chosen, at or bootstrap.clock()):
            click.echo(line)
    return 0


def _countries(book: Book, code: str | None) -> tuple[Country, ...]:
    every = tuple(country for country in book.countries if country != ELSEWHERE)
    known = (*every, *book.others, ELSEWHERE)
    if code is None:
        return known
    if code.upper() not in known:
        raise click.BadParameter(f"no country {code!r}; there are {', '.join(known)}")
    return (Country(code.upper()),)


def _shown(
    library: Library, country: Country, need: str | None, locale: Locale, now: datetime
) -> Iterator[str]:
    rows = directory.services(library.book, country, (need,) if need else NEEDS)
    for row in rows:
        block = directory.line(row, now)
        words = library.wording.render(block, locale, Form.LONG).splitlines()
        yield f"{country}\t{row.id}\t" + " | ".join(line.strip() for line in words)
    if not rows:
        name = library.wording.render(text(f"country-{country.lower()}"), locale, Form.LONG)
        yield f"{country}\t-\t{name}: no number for this is known"


@command.command("stale")
@AT
def stale(at: datetime | None) -> int:
    """List what to ring: never rung or over 90 days ago; exit 1 if there is any."""
    due = chores.stale(options.library().book.services, (at or bootstrap.clock()).date())
    for row in due:
        click.echo(_due(row))
    return 1 if due else 0


def _due(row: Service) -> str:
    rung = row.rung.isoformat() if row.rung else "never rung"
    return f"{rung}\t{row.country}\t{row.number}\t{row.id}\t{', '.join(row.needs)}"


@command.command("rang")
@click.argument("service")
@click.option("--result", type=click.Choice([r.value for r in Result]), required=True)
@click.option("--at", type=options.Instant(), default=None, help="The day of the call; today.")
@click.option("--note", default="", help="A remark for colleagues; no names.")
@click.option("--content", type=click.Path(path_type=Path), default=bootstrap.CONTENT)
def rang(service: str, result: str, at: datetime | None, note: str, content: Path) -> int:
    """Record a call to SERVICE; a wrong or closed number is shown to nobody any more."""
    call = Call((at or bootstrap.clock()).date(), Result(result), note)
    try:
        file = chores.record(content, service, call)
    except (UnknownServiceError, OSError) as error:
        raise click.ClickException(str(error)) from None
    held = "; it is on hold now" if call.result in chores.HELD else ""
    click.echo(f"{service}: {result} on {call.day} stands in {file.name}{held}.")
    return 0
