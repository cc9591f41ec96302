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
from bot.dialogue import nodes
from bot.dialogue.effects import Effect
from bot.dialogue.events import Departure
from bot.dialogue.values import Arg, ChannelKind, Locale
from bot.entry.rehearsal import Rehearsal
from bot.l10n import gsm
from bot.l10n.translit import spoken
from bot.service.plain import plain
from bot.service.receive import Library

TALK = "(a whole talk)"
SAMPLE = "sms-sample"
"""How a person might begin; what operators write is theirs, this stands for it."""
BEFORE = ("1", "3", "1", "0", "0", "4", "1", "2", "2", "2", "2", "help", "2", "1", "1")
"""Privacy, rights, a card, two questions, a cry for help, the country, a person: in digits."""
AFTER = ("1", "hide")
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
@click.option("--talk", is_flag=True, help="Only a whole talk, message by message, and its sum.")
@click.option("--json", "as_json", is_flag=True, help="One object a line.")
def sms(gateways: Path | None, number: str, *, talk: bool, as_json: bool) -> None:
    """Show segments by card and language, of a whole talk, and what each gateway asks for it."""
    library = bootstrap.open_library()
    now = datetime.now(UTC)
    rows = [*steps(library, now)] if talk else [*cards(library, catalogue(bootstrap.LOCALES), now)]
    rows += stories(library, now)
    prices = _prices(gateways, number)
    for line in as_lines(rows, prices) if as_json else as_table(rows, prices):
        click.echo(line)


def cards(library: Library, words: Catalogue, now: datetime) -> Iterator[Taken]:
    """Yield what the short form of each card takes, at its longest."""
    facts = tuple(moments(library.book, now.date()))
    for card in library.book.cards:
        for locale in library.book.locales:
            texts = _texts(words, f"card-{card}.short", locale, facts)
            yield _taken(card, locale, max(texts, key=len, default=""))


def _texts(
    words: Catalogue, name: str, locale: Locale, facts: Sequence[Mapping[str, Arg]]
) -> list[str]:
    fixed = words.words(name, locale)
    return [fixed] if fixed is not None else [say(words, name, locale, one) for one in facts]


def _taken(name: str, locale: Locale, text: str) -> Taken:
    native = gsm.segments(gsm.normalise(text))
    return Taken(name, locale, native, gsm.segments(spoken(text, locale)))


def stories(library: Library, now: datetime) -> Iterator[Taken]:
    """Yield what one whole talk takes in each language."""
    for locale in library.book.locales:
        taken = [_taken("", locale, text) for _, text in story(library, locale, now)]
        native, sent = sum(one.native for one in taken), sum(one.sent for one in taken)
        yield Taken(TALK, locale, native, sent)


def steps(library: Library, now: datetime) -> Iterator[Taken]:
    """Yield what each message of a whole talk takes in each language."""
    for locale in library.book.locales:
        for name, text in story(library, locale, now):
            yield _taken(name, locale, text)


def story(library: Library, locale: Locale, now: datetime) -> Iterator[tuple[str, str]]:
    """Yield each message of a whole talk, with its screen: from the greeting to the close."""
    talk = Rehearsal(library, ChannelKind.SMS, now, bytes(32), desk_open=True)
    for line in ("/start", _digit(library, locale), *BEFORE):
        yield from _said(talk, talk.hear(line))
    yield from _said(talk, talk.join())
    for words in talk.relayed(talk.answer(library.wording.label(SAMPLE, locale))):
        yield "(a person)", words
    for line in AFTER:
        yield from _said(talk, talk.hear(line))
    yield from _said(talk, talk.leave(Departure.CLOSED))


def _digit(library: Library, locale: Locale) -> str:
    """Return what chooses this language on the first screen."""
    offered = [choice.value for choice in library.book.nodes[nodes.START].choices]
    return str(offered.index(locale) + 1)


def _said(talk: Rehearsal, effects: tuple[Effect, ...]) -> Iterator[tuple[str, str]]:
    for said, outgoing in talk.spoken(effects):
        yield str(said.node), plain(outgoing.outbound, separator="\n")


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
