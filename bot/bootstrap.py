"""The composition root: the only file that knows every adapter."""

from __future__ import annotations

from pathlib import Path

import bot
from bot.content.load import load
from bot.l10n.wording import Wording
from bot.service.receive import Library
from bot.understanding import Reader

ROOT = Path(bot.__file__).resolve().parent.parent
CONTENT = ROOT / "content"
LOCALES = ROOT / "locales"
CACHE = ROOT / "var" / "cache"


def open_library(
    content: Path = CONTENT, locales: Path = LOCALES, cache: Path | None = CACHE
) -> Library:
    """Load content and wording. Raises `ContentError` when they make no Book."""
    book = load(content, locales, cache if _writable(cache) else None)
    return Library(book, Wording(locales), Reader(book))


def _writable(cache: Path | None) -> bool:
    """A compiled Book is only a saving: where it cannot be kept, it is compiled each time."""
    if cache is None:
        return False
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return True
