"""`safar doctor`: is this installation fit for people in danger, and what is the remedy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import click

from bot import bootstrap
from bot.content import signatures
from bot.content.catalogue import read as catalogue
from bot.content.check import check
from bot.content.issues import Severity
from bot.dialogue.book import Book, Police
from bot.entry.cli import installation
from bot.settings import Settings
from bot.store import driver

RUNG_WITHIN = timedelta(days=90)
"""How long a test call counts (safety.md 9)."""


@click.command("doctor")
def command() -> int:
    """Look at settings, keys, content, signatures and numbers; exit 1 if a trial is all it is."""
    settings = installation.settings()
    found = [*_machine(settings), *_content()]
    for line in found:
        click.echo(line)
    if settings.pilot:
        click.echo("SAFAR_PILOT=yes: this is a trial; tell everybody who works with it.")
    if not found:
        click.echo("Nothing is missing.")
    return 1 if found else 0


def _machine(settings: Settings) -> Iterator[str]:
    for name in settings.exposed:
        yield f"{name} stands in a plain variable; put it into a file and set {name}_FILE."
    if settings.telegram is None and settings.sms_gateways is None:
        yield "Only the web chat is on; set SAFAR_TELEGRAM_TOKEN_FILE for Telegram."
    if not settings.public_url:
        yield "SAFAR_PUBLIC_URL is not set; visitors reach the web chat on this machine only."
    if not settings.key_file.expanduser().exists():
        yield f"{settings.key_file} does not exist yet; `safar keys new` makes it."
    try:
        driver.refuse_unfit()
    except driver.WrongDriverError as error:
        yield str(error)


def _content() -> Iterator[str]:
    book = bootstrap.open_library().book
    today = bootstrap.clock().date()
    issues = check(bootstrap.CONTENT, bootstrap.LOCALES, today)
    errors = sum(issue.severity is Severity.ERROR for issue in issues)
    if errors:
        yield f"The content has {errors} errors; `safar check` lists them."
    if not book.desk_confirmed:
        yield "The hours of the hot line are an example; state them in content/book.yaml."
    rows = signatures.read(bootstrap.CONTENT / "signatures.yaml")
    for text, locale, state in signatures.unsigned(rows, book, catalogue(bootstrap.LOCALES)):
        yield f"{text} in {locale} is {state.value}; a named person signs it with `safar sign`."
    yield from _numbers(book)


def _numbers(book: Book) -> Iterator[str]:
    """Each emergency number, and one line that is not police, rung within 90 days."""
    since = bootstrap.clock().date() - RUNG_WITHIN
    rung = [row for row in book.services if row.rung is not None and row.rung >= since]
    for row in book.services:
        if "emergency" in row.needs and row not in rung:
            yield f"{row.id} was not rung within 90 days; ring it and note the day as `rung`."
    if not any(row.police is Police.NOT_POLICE for row in rung):
        yield "No line that is not police was rung within 90 days."
