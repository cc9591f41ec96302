"""`safar chat`: talk to it in the terminal; colours and choices for a person, plain in a pipe."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Iterator
from datetime import UTC, datetime

import click

from bot.dialogue.effects import Effect
from bot.dialogue.values import ChannelKind
from bot.entry.cli import options
from bot.entry.rehearsal import Rehearsal
from bot.service.plain import plain
from bot.service.records import Outgoing

START = "/start"


@click.command("chat")
@options.channel
@options.locale
def command(channel: str, locale: str | None) -> None:
    """Talk to the bot. Nothing is stored; nobody is on duty here. End with Ctrl-D."""
    library = options.library()
    kind = ChannelKind(channel)
    talk = Rehearsal(library, kind, datetime.now(UTC), secrets.token_bytes(32), desk_open=False)
    chosen = options.known(locale, library.book.locales)
    if chosen is not None:
        talk.choose_language(chosen)
    _show(talk, talk.hear(START))
    for line in _typed():
        talk.at = datetime.now(UTC)
        _show(talk, talk.hear(line))


def _typed() -> Iterator[str]:
    """A person gets a prompt and line editing, a pipe just its lines."""
    if not sys.stdin.isatty():
        yield from options.lines()
        return
    while True:
        try:
            yield input("› ")
        except EOFError:
            click.echo()
            return


def _show(talk: Rehearsal, effects: tuple[Effect, ...]) -> None:
    for _, outgoing in talk.spoken(effects):
        _coloured(outgoing) if sys.stdout.isatty() else click.echo(f"{plain(outgoing.outbound)}\n")


def _coloured(outgoing: Outgoing) -> None:
    for block in outgoing.outbound.blocks:
        click.echo(f"{block}\n")
    for button in outgoing.outbound.choices:
        click.echo(f"  {click.style(button.key, fg='cyan', bold=True)} {button.label}")
    click.echo()
