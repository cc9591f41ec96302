"""Phrases and sets as data, read for the tests and for the figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.dialogue.book import Book, Phrase
from bot.dialogue.values import CardId, Locale

ROOT = Path(__file__).parents[2]
SETS = Path(__file__).parent / "sets"
LOCALES = (Locale("ky"), Locale("ru"), Locale("en"))


def load(path: Path) -> Any:
    """Return the plain data of a YAML 1.2 file."""
    return YAML(typ="safe", pure=True).load(path.read_text("utf-8"))


def phrases() -> Iterator[Phrase]:
    """Yield every phrase of `content/understanding`."""
    for path in sorted((ROOT / "content" / "understanding").glob("*.yaml")):
        bank = load(path)
        for name, by_locale in bank["phrases"].items():
            for locale, entries in by_locale.items():
                for entry in entries:
                    said = entry if isinstance(entry, dict) else {"text": entry}
                    strength = float(said.get("strength", 1.0))
                    yield Phrase(bank["bank"], name, Locale(locale), str(said["text"]), strength)


def book(*more: Phrase, cards: tuple[str, ...] = ()) -> Book:
    """Return a Book of phrases only; `cards` are names without content."""
    return Book(
        hash="test",
        locales=LOCALES,
        countries=(),
        nodes={},
        cards=dict.fromkeys(map(CardId, cards)),  # type: ignore[arg-type]
        assessments={},
        indicators={},
        services=(),
        words={},
        labels={},
        phrases=(*phrases(), *more),
    )
