"""Recordings put together with the content: what may be listened to, and what it must say."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from bot import log
from bot.content.audio import AudioError, Shelf
from bot.dialogue.nodes import card_message
from bot.dialogue.values import CardId, Locale
from bot.l10n.wording import Wording
from bot.service.receive import Library

FOLDER = "audio"
"""In the data directory: recordings are no secret, and too large for the repository."""


def folder(data: Path) -> Path:
    """Return where the recordings of an installation stand."""
    return data / FOLDER


def words(wording: Wording, card: CardId, locale: Locale) -> str:
    """Return what a recording of a card says; "" where it would differ from visitor to visitor."""
    return wording.plain(card_message(card), locale)


def open_shelf(data: Path) -> Shelf:
    """Return the recordings; a damaged manifest costs the sound and nothing else."""
    try:
        return Shelf.open(folder(data))
    except AudioError:
        log.logger("safar.run").warning("recordings_unreadable")
        return Shelf(folder(data))


def audible(library: Library, shelf: Shelf) -> Library:
    """Return the library with the recordings that fit its words."""
    fresh = shelf.fresh(library.book, partial(words, library.wording))
    return replace(library, book=replace(library.book, recordings=fresh))
