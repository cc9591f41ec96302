"""`safar say`: type lines as a visitor would; one JSON object a line comes back."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import click

from bot.dialogue.effects import Effect, Say
from bot.dialogue.values import ChannelKind
from bot.entry.cli import options
from bot.entry.rehearsal import Rehearsal
from bot.l10n import gsm
from bot.l10n.translit import spoken
from bot.service.plain import plain
from bot.service.records import Outgoing

DEFAULT_SEED = bytes(32)


@click.command("say")
@options.channel
@options.locale
@click.option("--desk", type=click.Choice(["open", "closed"]), default="open", show_default=True)
@click.option("--at", type=options.Instant(), default=None, help="The moment it is; now if unset.")
@click.option("--seed", type=options.HexSeed(), default=DEFAULT_SEED, help="Draws ids and codes.")
def command(channel: str, locale: str | None, desk: str, at: datetime | None, seed: bytes) -> None:
    """Play lines of standard input through the core. Touches no network and no stored data."""
    library = options.library()
    moment = at or datetime.now(UTC)
    rehearsal = Rehearsal(library, ChannelKind(channel), moment, seed, desk == "open")
    chosen = options.known(locale, library.book.locales)
    if chosen is not None:
        rehearsal.choose_language(chosen)
    for line in options.lines():
        effects = rehearsal.hear(line)
        click.echo(json.dumps(answer(rehearsal, line, effects), ensure_ascii=False))


def answer(rehearsal: Rehearsal, line: str, effects: tuple[Effect, ...]) -> dict[str, Any]:
    """Return the object of one line, as design.md fixes it."""
    said = rehearsal.spoken(effects)
    return {
        "in": line,
        "locale": rehearsal.session.locale or (said[0][0].locale if said else None),
        "node": rehearsal.session.node,
        "out": [_shown(rehearsal, one, outgoing) for one, outgoing in said],
        "effects": [type(effect).__name__ for effect in effects],
    }


def _shown(rehearsal: Rehearsal, said: Say, outgoing: Outgoing) -> dict[str, Any]:
    words = rehearsal.library.wording
    shown: dict[str, Any] = {
        "text": "\n\n".join(outgoing.outbound.blocks),
        "choices": [
            {"id": offered.id, "label": words.render(offered.label, said.locale)}
            for offered in said.choices
        ],
    }
    if rehearsal.channel is ChannelKind.SMS:
        own = rehearsal.session.own_script
        shown["text"] = spoken(plain(outgoing.outbound, separator="\n"), said.locale, own=own)
        shown["sms"] = _cost(shown["text"])
    return shown


def _cost(words: str) -> dict[str, Any]:
    return {"coding": gsm.coding(words).value, "segments": gsm.segments(words)}
