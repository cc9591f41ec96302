"""`safar sign`: a named person answers for a text in one locale, as it stands now."""

from __future__ import annotations

import click

from bot import bootstrap
from bot.content import signatures
from bot.content.catalogue import read as catalogue
from bot.content.issues import ContentError
from bot.dialogue.values import Locale
from bot.entry.cli import options

FILE = bootstrap.CONTENT / "signatures.yaml"


@click.command("sign")
@click.argument("text", required=False)
@click.option("--locale", help="The language that was read.")
@click.option("--name", help="Who read it and answers for it.")
@click.option("--role", help="For example: lawyer, native reader, head of the hot line.")
def command(text: str | None, locale: str | None, name: str | None, role: str | None) -> int:
    """Record a signature on TEXT (danger, suicide, police, minors, consent, wipe, or a message).

    An edit reopens it. Without TEXT: list what is not signed as it stands; exit 1 if anything.
    """
    try:
        return _sign(text, locale, name, role) if text else _list()
    except (ContentError, signatures.UnknownTextError, ValueError) as error:
        raise click.ClickException(str(error)) from None


def _sign(text: str, locale: str | None, name: str | None, role: str | None) -> int:
    book = bootstrap.open_library().book
    if not (locale and name and role):
        raise click.UsageError("say who read it: --locale ky --name 'N. N.' --role lawyer")
    chosen = options.known(locale, book.locales) or Locale(locale)
    day = bootstrap.clock().date()
    words = catalogue(bootstrap.LOCALES)
    signed = signatures.sign(
        signatures.read(FILE),
        book,
        words,
        text=text,
        locale=chosen,
        name=name,
        role=role,
        day=day,
    )
    signatures.write(FILE, signed)
    click.echo(f"{text} in {chosen} is signed as it stands.")
    return 0


def _list() -> int:
    book = bootstrap.open_library().book
    words = catalogue(bootstrap.LOCALES)
    missing = signatures.unsigned(signatures.read(FILE), book, words)
    for text, locale, state in missing:
        click.echo(f"{text}\t{locale}\t{state.value}")
    return 1 if missing else 0
