"""`safar understand`: what a free text means, one JSON object a line."""

from __future__ import annotations

import json
from typing import Any

import click

from bot.dialogue.reading import Reading
from bot.entry.cli import options


@click.command("understand")
@options.locale
def command(locale: str | None) -> None:
    """Read each line of standard input. Touches no network and no stored data."""
    library = options.library()
    prior = options.known(locale, library.book.locales)
    for line in options.lines():
        read = library.reader.read(line, prior)
        click.echo(json.dumps(meaning(line, read), ensure_ascii=False))


def meaning(line: str, read: Reading) -> dict[str, Any]:
    """Return the object of one line, as design.md fixes it."""
    return {
        "text": line,
        "locale": read.locale,
        "danger": {"level": read.danger.level.value, "signs": [s.value for s in read.danger.signs]},
        "topics": [{"id": topic.id, "score": round(topic.score, 3)} for topic in read.topics],
        "offer": {"level": read.offer.level.value, "flags": list(read.offer.flags)},
    }
