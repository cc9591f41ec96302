"""`safar stats sms`: what every card and a whole talk take and cost as SMS."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import click

from bot import bootstrap
from bot.channels.sms.choice import price
from bot.channels.sms.file import GatewayFileError, read
from bot.channels.sms.schema import SmsFile
from bot.content.catalogue import Catalogue
from bot.content.catalogue import read as catalogue
from bot.content.checks.facts import moments, say
from bot.dialogue.values import Arg, ChannelKind, Locale
from bot.entry.rehearsal import Rehearsal
from bot.l10n import gsm
from bot.l10n.translit import spoken
from bot.service.plain import plain
from bot.service.receive import Library

STORY = ("/start", "1", "4", "1", "2", "0", "1", "3", "2", "0", "help", "1", "6", "1", "EXIT")
"""Greeting, cards, questions, a cry for help, a person: typed in every language alike."""
HOME = "+996700000000"
"""A number whose price stands for the others."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The segments of a text in its own script, and as it is sent."""

    name: str
    locale: Locale
    native: int
    sent: int


@click.group("stats")
def command() -> None:
    """Figures without a person in them."""


@command.command("sms")
@click.option("--gateways", type=click.Path(path_type=Path, exists=True), help="For the cost.")
@click.option("--number", default=HOME, help="Whose prices to show.")
@click.option("--json", "as_json", is_flag=True, help="One object a line.")
def sms(gateways: Path | None, number: str, *, as_json: bool) -> None:
    """Show segments by card and language, of a whole talk, and what each gateway asks for it."""
    library = bootstrap.open_library()
    now = datetime.now(UTC)
    rows = [*cards(library, catalogue(bootstrap.LOCALES), now), *stories(library, now)]
    prices = _prices(gateways, number)
    for line in as_lines(rows, prices) if as_json else as_table(rows, prices):
        click.echo(line)


def cards(library: Library, words: Catalogue, now: datetime) -> Iterator[Taken]:
    """Yield what the short form of each card takes, at its longest."""
    facts = tuple(moments(library.book, now.date()))
    for card in library.book.cards:
        for locale in library.book.locales:
            texts = _texts(words, f"card-{card}.short", locale, facts)
            yield _taken(card, locale, texts)


def _texts(
    words: Catalogue, name: str, locale: Locale, facts: Sequence[Mapping[str, Arg]]
) -> list[str]:
    fixed = words.words(name, locale)
    return [fixed] if fixed is not None else [say(words, name, locale, one) for one in facts]


def _taken(name: str, locale: Locale, texts: Sequence[str]) -> Taken:
    longest = max(texts, key=len, default="")
    native = gsm.segments(gsm.normalise(longest))
    return Taken(name, locale, native, gsm.segments(spoken(longest, locale)))


def stories(library: Library, now: datetime) -> Iterator[Taken]:
    """Yield what one whole talk takes in each language."""
    for locale in library.book.locales:
        talk = Rehearsal(library, ChannelKind.SMS, now, bytes(32), desk_open=True)
        talk.choose_language(locale)
        native = sent = 0
        for line in STORY:
            for _, outgoing in talk.spoken(talk.hear(line)):
                text = plain(outgoing.outbound, separator="\n")
                native += gsm.segments(gsm.normalise(text))
                sent += gsm.segments(spoken(text, locale))
        yield Taken("(a whole talk)", locale, native, sent)


def _prices(gateways: Path | None, number: str) -> dict[str, float]:
    if gateways is None:
        return {}
    try:
        return _reaching(read(gateways), number)
    except GatewayFileError as error:
        raise click.ClickException(str(error)) from None


def _reaching(file: SmsFile, number: str) -> dict[str, float]:
    found = {one.name: price(one.prices, number) for one in file.gateways}
    return {name: cost for name, cost in found.items() if cost is not None}


def as_lines(rows: Sequence[Taken], prices: Mapping[str, float]) -> Iterator[str]:
    """Yield one JSON object a row."""
    for row in rows:
        cost = {name: round(row.sent * one, 4) for name, one in prices.items()}
        shown = {"card": row.name, "locale": row.locale, "native": row.native, "sent": row.sent}
        yield json.dumps(shown | ({"cost": cost} if cost else {}), ensure_ascii=False)


def as_table(rows: Sequence[Taken], prices: Mapping[str, float]) -> Iterator[str]:
    """Yield a table: a text, its language, segments in its own script and as sent, the cost."""
    width = max((len(row.name) for row in rows), default=0)
    head = "".join(f"{name:>12}" for name in prices)
    yield f"{'':{width}}  locale   own  sent{head}"
    for row in rows:
        cost = "".join(f"{row.sent * one:12.2f}" for one in prices.values())
        yield f"{row.name:{width}}  {row.locale:7}{row.native:5}{row.sent:6}{cost}"
