"""Phrases and sets as data, read for the tests and for the figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.dialogue.book import Book, Phrase
from bot.dialogue.values import CardId, Locale
from bot.l10n.uzbek import Exceptions, cyrillic

ROOT = Path(__file__).parents[2]
SETS = Path(__file__).parent / "sets"
LOCALES = (
    Locale("ky"),
    Locale("ru"),
    Locale("en"),
    Locale("uz-Latn"),
    Locale("uz-Cyrl"),
    Locale("tg"),
)
MADE_FROM = {Locale("uz-Cyrl"): Locale("uz-Latn")}
"""Sets of these locales are another's, written in their own script, and what is added to them."""
EXCEPTIONS = Exceptions.read(ROOT / "locales" / "uz-Cyrl" / "exceptions.txt")


def load(path: Path) -> Any:
    """Return the plain data of a YAML 1.2 file."""
    return YAML(typ="safe", pure=True).load(path.read_text("utf-8"))


def texts(name: str, locale: Locale) -> Any:
    """Return a set in one locale: from `name.yaml`, or from `name.<language>.yaml` beside it."""
    source = MADE_FROM.get(locale, locale)
    own = SETS / f"{name}.{source}.yaml"
    found = load(own) if own.exists() else _of(load(SETS / f"{name}.yaml"), source)
    if source == locale:
        return found
    added = SETS / f"{name}.{locale}.yaml"
    return _joined(_cyrillic(found), load(added) if added.exists() else None)


def _of(data: Any, locale: Locale) -> Any:
    """Return one locale of a file: it stands outside, or inside each card."""
    if locale in data:
        return data[locale]
    return {card: by_locale[locale] for card, by_locale in data.items()}


def _cyrillic(data: Any) -> Any:
    if isinstance(data, str):
        return cyrillic(data, EXCEPTIONS)
    if isinstance(data, list):
        return [_cyrillic(each) for each in data]
    if isinstance(data, dict):
        # Names of flags, levels and cards are no text.
        fixed = {"flags", "level"}
        return {key: each if key in fixed else _cyrillic(each) for key, each in data.items()}
    return data


def _joined(data: Any, added: Any) -> Any:
    if added is None:
        return data
    if isinstance(data, list):
        return [*data, *added]
    return {key: [*each, *added.get(key, [])] for key, each in data.items()}


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
