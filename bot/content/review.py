"""A reviewer's sheet: every message of a locale beside the English, to be read and signed.

The sheet is a plain page for the screen or for paper; it loads nothing from anywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fluent.syntax.serializer import serialize_pattern

from bot.content.catalogue import VALUE, Catalogue, Entry
from bot.content.draft import Draft
from bot.content.page import template
from bot.content.signatures import GROUPS, Signature, State, messages, state
from bot.dialogue.values import Locale

TEMPLATE = Path(__file__).with_name("review.html")
SOURCE = Locale("en")
"""What a reader compares a translation with."""
FORMS = {VALUE: "long", "short": "SMS", "line": "one line", "title": "label"}


@dataclass(frozen=True, slots=True)
class Wording:
    """One form of a message: the words under review and the same in the source."""

    form: str
    words: str
    source: str


@dataclass(frozen=True, slots=True)
class Row:
    """A message on the sheet; `signed_as` names the groups whose signature covers it."""

    id: str
    wordings: tuple[Wording, ...]
    state: State
    signed_as: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The messages of one file."""

    file: str
    rows: tuple[Row, ...]


def write(draft: Draft, signatures: Iterable[Signature], folder: Path) -> tuple[Path, ...]:
    """Write a sheet for each locale of the Book into `folder` and return the files."""
    signed = tuple(signatures)
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for locale in draft.locales:
        file = folder / f"review-{locale}.html"
        file.write_text(sheet(draft, signed, locale), "utf-8")
        files.append(file)
    return tuple(files)


def sheet(draft: Draft, signatures: Iterable[Signature], locale: Locale) -> str:
    """Return the page of one locale."""
    every = tuple(parts(draft, tuple(signatures), locale))
    rows = [row for part in every for row in part.rows]
    counts = {kind: sum(row.state is kind for row in rows) for kind in State}
    language = draft.catalogue.words(f"locale-{locale.lower()}", locale) or locale
    page: str = template(TEMPLATE).render(
        locale=locale, language=language, parts=every, counts=counts, total=len(rows)
    )
    return page


def parts(draft: Draft, signatures: tuple[Signature, ...], locale: Locale) -> Iterator[Part]:
    """Yield the files of a locale in their order, each with its messages."""
    covers = _covers(draft)
    by_file: dict[str, list[Row]] = {}
    for entry in draft.catalogue.entries.get(locale, {}).values():
        groups = (*covers.get(entry.id, ()), entry.id)
        row = Row(
            id=entry.id,
            wordings=tuple(_wordings(draft.catalogue, entry)),
            state=_state(draft, signatures, groups, locale),
            signed_as=covers.get(entry.id, ()),
        )
        by_file.setdefault(Path(entry.place.file).name, []).append(row)
    for file, rows in sorted(by_file.items()):
        yield Part(file, tuple(rows))


def states(draft: Draft, signatures: Iterable[Signature], locale: Locale) -> Mapping[str, State]:
    """Return where each message of a locale stands: draft, signed, or edited since."""
    signed, covers = tuple(signatures), _covers(draft)
    return {
        name: _state(draft, signed, (*covers.get(name, ()), name), locale)
        for name in draft.catalogue.entries.get(locale, {})
    }


def _covers(draft: Draft) -> Mapping[str, tuple[str, ...]]:
    """Return for each message the groups that one signature covers together with it."""
    found: dict[str, tuple[str, ...]] = {}
    for group in GROUPS:
        for name in messages(draft.book, group):
            found[name] = (*found.get(name, ()), group)
    return found


def _state(
    draft: Draft, signatures: tuple[Signature, ...], texts: Iterable[str], locale: Locale
) -> State:
    """Return the best of what was signed: by itself, or as part of a group."""
    names = {row.text for row in signatures if row.locale == locale}
    found = {
        state(signatures, draft.book, draft.catalogue, text, locale)
        for text in texts
        if text in names
    }
    order = (State.SIGNED, State.REOPENED)
    return next((kind for kind in order if kind in found), State.DRAFT)


def _wordings(catalogue: Catalogue, entry: Entry) -> Iterator[Wording]:
    source = catalogue.entries.get(SOURCE, {}).get(entry.id)
    written, beside = _patterns(entry), _patterns(source) if source else {}
    for attribute in dict.fromkeys((*written, *beside)):
        form = FORMS.get(attribute, attribute)
        yield Wording(form, written.get(attribute, ""), beside.get(attribute, ""))


def _patterns(entry: Entry) -> dict[str, str]:
    """Return the words as they were written, placeables and all."""
    node: Any = entry.node
    found = {VALUE: node.value} if node.value else {}
    found |= {attribute.id.name: attribute.value for attribute in node.attributes}
    return {name: serialize_pattern(value).strip() for name, value in found.items()}
