"""Signatures: a named person answers for the words of a text in one locale, as they stand.

A signature holds the hash of these words; an edit reopens the text (safety.md 9).
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from fluent.syntax.serializer import FluentSerializer
from pydantic import BaseModel, ConfigDict, TypeAdapter
from ruamel.yaml import YAML

from bot.content.catalogue import Catalogue
from bot.content.fields import Filled
from bot.dialogue import nodes
from bot.dialogue.book import Book
from bot.dialogue.nodes import card_message
from bot.dialogue.values import Locale

FILE = "signatures.yaml"
"""Stands in `content/`, beside what it is about; no part of the Book."""
GROUPS = {
    "danger": ("danger",),
    "suicide": (nodes.SUICIDE,),
    "police": (nodes.POLICE,),
    "minors": (nodes.MINOR, nodes.CHILD, nodes.AGE),
    "consent": (nodes.PRIVACY, nodes.WHO, nodes.WISH, nodes.NOBODY_HERE),
    "wipe": (nodes.HIDDEN, nodes.STOPPED, nodes.DELETED, "mydata"),
}
"""What must be signed per locale before a real channel opens: screens, and those below them."""
BESIDE = {"danger": ("danger-neutral",)}
"""Messages of a group that no screen names."""


class State(StrEnum):
    """Nobody signed yet; signed as it stands; signed, but edited since."""

    DRAFT = "draft"
    SIGNED = "signed"
    REOPENED = "reopened"


class UnknownTextError(ValueError):
    """No group and no message has this name in this locale."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who answers for a text: `text` is a group of `GROUPS` or a message id (`card-<id>`)."""

    text: str
    locale: Locale
    name: str
    role: str
    date: date
    hash: str


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    text: Filled
    locale: Filled
    name: Filled
    role: Filled
    date: date
    hash: Filled


_ROWS = TypeAdapter(tuple[_Row, ...])


def messages(book: Book, text: str) -> tuple[str, ...]:
    """Return the ids of the messages that a signature on `text` covers."""
    if text not in GROUPS:
        return (text,)
    said = (
        message
        for node in book.nodes.values()
        if any(node.id == root or node.id.startswith(f"{root}.") for root in GROUPS[text])
        for message in node.say
    )
    return tuple(dict.fromkeys((*BESIDE.get(text, ()), *sorted(said))))


def fingerprint(book: Book, catalogue: Catalogue, text: str, locale: Locale) -> str:
    """Return the hash of the words, through the messages and terms they name.

    Raises `UnknownTextError` when the locale words nothing of it.
    """
    state = hashlib.blake2b(digest_size=16)
    names = tuple(_closure(catalogue, messages(book, text), locale))
    if not names:
        raise UnknownTextError(f"{text} is not worded in {locale}")
    for name in names:
        entry = catalogue.entries[locale][name]
        bare = type(entry.node)(entry.node.id, entry.node.value, entry.node.attributes)
        state.update(FluentSerializer().serialize_entry(bare).encode() + b"\0")
    return state.hexdigest()


def _closure(catalogue: Catalogue, names: Iterable[str], locale: Locale) -> Iterator[str]:
    entries = catalogue.entries.get(locale, {})
    waiting, seen = list(names), set[str]()
    while waiting:
        name = waiting.pop(0).partition(".")[0]
        if name in entries and name not in seen:
            seen.add(name)
            yield name
            patterns = entries[name].patterns.values()
            waiting.extend(sorted(ref for pattern in patterns for ref in pattern.refs))


def state(
    signatures: Iterable[Signature], book: Book, catalogue: Catalogue, text: str, locale: Locale
) -> State:
    """Return where a text stands in a locale."""
    hashes = {row.hash for row in signatures if (row.text, row.locale) == (text, locale)}
    if not hashes:
        return State.DRAFT
    try:
        current = fingerprint(book, catalogue, text, locale)
    except UnknownTextError:  # signed once, and its words are gone
        return State.REOPENED
    return State.SIGNED if current in hashes else State.REOPENED


def unsigned(
    signatures: Iterable[Signature], book: Book, catalogue: Catalogue
) -> tuple[tuple[str, Locale, State], ...]:
    """Return each group and law card that is not signed as it stands, with its locale."""
    rows = tuple(signatures)
    laws = (card_message(card.id) for card in book.cards.values() if card.law)
    asked = [(text, locale) for text in (*GROUPS, *laws) for locale in book.locales]
    found = ((t, locale, state(rows, book, catalogue, t, locale)) for t, locale in asked)
    return tuple(row for row in found if row[2] is not State.SIGNED)


def signed_locales(
    signatures: Iterable[Signature], book: Book, catalogue: Catalogue
) -> tuple[Locale, ...]:
    """Return the locales in which every group is signed as it stands."""
    rows = tuple(signatures)
    if not rows:
        return ()

    def whole(locale: Locale) -> bool:
        found = (state(rows, book, catalogue, text, locale) for text in GROUPS)
        return all(each is State.SIGNED for each in found)

    return tuple(locale for locale in book.locales if whole(locale))


def sign(
    signatures: Iterable[Signature],
    book: Book,
    catalogue: Catalogue,
    *,
    text: str,
    locale: Locale,
    name: str,
    role: str,
    day: date,
) -> tuple[Signature, ...]:
    """Return the signatures with one more; an older one of the same person on it goes.

    Raises `UnknownTextError` for a text without words, ValueError without name or role.
    """
    if not (name.strip() and role.strip()):
        raise ValueError("a signature needs a name and a role")
    current = fingerprint(book, catalogue, text, locale)
    row = Signature(text, locale, name.strip(), role.strip(), day, current)
    same = (row.text, row.locale, row.name)
    kept = (old for old in signatures if (old.text, old.locale, old.name) != same)
    return (*kept, row)


def read(file: Path) -> tuple[Signature, ...]:
    """Return the signatures of a file; none if it does not exist.

    Raises pydantic's ValidationError, or ruamel's YAMLError, for a damaged file.
    """
    if not file.exists():
        return ()
    rows = YAML(typ="safe").load(file.read_text("utf-8")) or []
    return tuple(
        Signature(row.text, Locale(row.locale), row.name, row.role, row.date, row.hash)
        for row in _ROWS.validate_python(rows)
    )


def write(file: Path, signatures: Iterable[Signature]) -> None:
    """Write all signatures; a reader sees the old file or the new one, never half."""
    yaml = YAML(typ="safe")
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    with draft.open("w", encoding="utf-8") as out:
        yaml.dump([asdict(row) for row in signatures], out)
        out.flush()
        os.fsync(out.fileno())
    draft.replace(file)
