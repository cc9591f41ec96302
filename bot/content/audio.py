"""Recordings of cards, for people who read little: which there are, and whether they still fit.

A folder holds `<locale>/<card>.ogg` (Ogg Opus, which Telegram plays as a voice message) and a
manifest. It notes who speaks, and the hash of the words: an edited text drops its recording.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from bot.dialogue.book import Book, Recording, Voice
from bot.dialogue.values import CardId, Locale

MANIFEST = "manifest.json"
SUFFIX = ".ogg"
LARGEST = 1024 * 1024
"""Bytes: about six minutes; Telegram sends larger voice messages as plain files."""
Words = Callable[[CardId, Locale], str]
"""What a card says in a language; "" where nothing can be recorded."""


class AudioError(ValueError):
    """A recording or the manifest cannot be used; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One recording as the manifest has it; `name` is the hash of the sound itself."""

    card: CardId
    locale: Locale
    voice: Voice
    words: str
    name: str


class _Manifest(msgspec.Struct):
    version: int
    recordings: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A card that nobody can listen to in a language, and why: none, edited, gone or robot."""

    card: CardId
    locale: Locale
    why: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """The recordings of a folder. Their names say nothing about what is spoken."""

    folder: Path
    entries: tuple[Entry, ...] = ()
    _files: Mapping[str, Path] = field(default_factory=dict, repr=False)

    @classmethod
    def open(cls, folder: Path) -> Shelf:
        """Read the manifest; a folder without one is empty. Raises `AudioError`."""
        entries = read(folder)
        return cls(folder, entries, {one.name: place(folder, one) for one in entries})

    def file(self, name: str) -> Path | None:
        """Return the file of a recording, None if there is none of this name."""
        file = self._files.get(name)
        return file if file is not None and file.is_file() else None

    def fresh(self, book: Book, words: Words) -> tuple[Recording, ...]:
        """Return the recordings that say what the cards say now."""
        return tuple(
            Recording(one.card, one.locale, one.voice, one.name)
            for one in self.entries
            if one.card in book.cards
            and one.words == digest(words(one.card, one.locale))
            and self.file(one.name) is not None
        )


def place(folder: Path, entry: Entry) -> Path:
    """Return where the sound of an entry stands."""
    return folder / entry.locale / f"{entry.card}{SUFFIX}"


def digest(words: str) -> str:
    """Return the hash by which a recording knows its words."""
    return hashlib.blake2b(words.encode(), digest_size=16).hexdigest()


def gaps(shelf: Shelf, book: Book, words: Words, locales: Iterable[Locale]) -> Iterator[Gap]:
    """Yield what is to be recorded: cards without a voice first, then those a robot reads."""
    known = {(one.card, one.locale): one for one in shelf.entries}
    found = [
        Gap(card, locale, why)
        for locale in locales
        for card in book.cards
        if words(card, locale)
        and (why := _why(shelf, known.get((card, locale)), words(card, locale)))
    ]
    yield from sorted(found, key=lambda gap: (gap.why == Voice.ROBOT.value, gap.locale, gap.card))


def _why(shelf: Shelf, entry: Entry | None, words: str) -> str:
    if entry is None:
        return "none"
    if entry.words != digest(words):
        return "edited"
    if shelf.file(entry.name) is None:
        return "gone"
    return Voice.ROBOT.value if entry.voice is Voice.ROBOT else ""


def add(
    folder: Path, *, card: CardId, locale: Locale, voice: Voice, words: str, sound: bytes
) -> Entry:
    """Keep a recording in place of an older one. Raises `AudioError`, OSError."""
    if not (sound.startswith(b"OggS") and b"OpusHead" in sound[:128]):
        raise AudioError("this is no Ogg Opus file: convert it, `opusenc in.wav out.ogg`")
    if len(sound) > LARGEST:
        raise AudioError(f"{len(sound)} bytes are too many: at most {LARGEST} are played")
    name = hashlib.blake2b(sound, digest_size=16).hexdigest()
    entry = Entry(card, locale, voice, digest(words), name)
    file = place(folder, entry)
    file.parent.mkdir(parents=True, exist_ok=True)
    _replace(file, sound)
    kept = (one for one in read(folder) if (one.card, one.locale) != (card, locale))
    _write(folder, (*kept, entry))
    return entry


def read(folder: Path) -> tuple[Entry, ...]:
    """Return what the manifest of a folder lists. Raises `AudioError` for a damaged one."""
    try:
        return msgspec.json.decode((folder / MANIFEST).read_bytes(), type=_Manifest).recordings
    except FileNotFoundError:
        return ()
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        raise AudioError(f"{MANIFEST} of the recordings cannot be read: restore it") from None


def _write(folder: Path, entries: Iterable[Entry]) -> None:
    ordered = tuple(sorted(entries, key=lambda one: (one.locale, one.card)))
    text = msgspec.json.format(msgspec.json.encode(_Manifest(1, ordered)), indent=1)
    _replace(folder / MANIFEST, text + b"\n")


def _replace(file: Path, content: bytes) -> None:
    """A reader gets the old file or the new one, never half."""
    draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    draft.write_bytes(content)
    os.replace(draft, file)  # noqa: PTH105 -- as in bot.content.signatures
