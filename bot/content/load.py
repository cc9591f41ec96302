"""The Book of the running bot: decoded where it was compiled before, compiled otherwise.

The hot path must stay free of YAML readers and schemas: their imports take longer
than everything else at the start.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from bot.content.issues import ContentError, Place, Severity, error
from bot.dialogue import book as shape
from bot.dialogue import letters
from bot.dialogue.book import Book
from bot.dialogue.values import Locale

if TYPE_CHECKING:
    from bot.content.draft import Draft

HERE = Path(__file__).parent
CODE = (
    HERE / "compile.py",
    HERE / "shaping.py",
    HERE / "fields.py",
    HERE / "schema.py",
    HERE / "catalogue.py",
    HERE / "signatures.py",
    Path(str(shape.__file__)),
    Path(str(letters.__file__)),
)
"""A compiled Book depends on these too: an upgrade must not read the old one."""
_DECODER = msgspec.json.Decoder(Book)


def load(content: Path, locales: Path, cache: Path | None = None) -> Book:
    """Return the Book of these files; keep the compiled form in `cache` if given.

    Raises `ContentError` when the files make no Book that can be served: a file without
    its shape, a double id, broken Fluent, a screen of the core missing, a way to nowhere.
    """
    kept = cache / f"book-{digest(content, locales)}.json" if cache else None
    book = _kept(kept) if kept else None
    if book is None:
        book = _compiled(content, locales)
        if kept:
            _keep(kept, book)
    return book


def digest(content: Path, locales: Path) -> str:
    """Return the digest of every source file and of the code that compiles them."""
    state = hashlib.blake2b(digest_size=16)
    for name, file in _sources(content, locales):
        data = file.read_bytes()
        state.update(f"{name}\0{len(data)}\0".encode() + data)
    return state.hexdigest()


def _sources(content: Path, locales: Path) -> Iterator[tuple[str, Path]]:
    for root, pattern in ((content, "*.y*ml"), (locales, "*.ftl")):
        for file in sorted(root.rglob(pattern)):
            yield file.relative_to(root).as_posix(), file
    yield from ((file.name, file) for file in CODE)


def _kept(file: Path) -> Book | None:
    """Return the kept Book; a damaged one is as good as none."""
    try:
        return _DECODER.decode(file.read_bytes())
    except (FileNotFoundError, msgspec.DecodeError):
        return None


def _keep(file: Path, book: Book) -> None:
    """Write under another name first, so that nobody ever reads half a Book."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    draft.write_bytes(msgspec.json.encode(book))
    draft.replace(file)


def _compiled(content: Path, locales: Path) -> Book:
    # Imported here, so that a start with a kept Book never pays for them.
    from bot.content.checks import targets  # noqa: PLC0415
    from bot.content.compile import compile_book  # noqa: PLC0415

    draft = compile_book(content, locales)
    issues = [*draft.issues, *targets.find(draft)]
    if any(issue.severity is Severity.ERROR for issue in issues):
        raise ContentError(issue for issue in issues if issue.severity is Severity.ERROR)
    return replace(draft.book, signed=_signed(content, draft))


def _signed(content: Path, draft: Draft) -> tuple[Locale, ...]:
    """Return the languages somebody answers for; a damaged file must not pass for none."""
    from ruamel.yaml.error import YAMLError  # noqa: PLC0415

    from bot.content import signatures  # noqa: PLC0415

    try:
        rows = signatures.read(content / signatures.FILE)
    except (ValueError, YAMLError):
        place = Place(f"{content.name}/{signatures.FILE}")
        remedy = "Restore it, and sign with `safar sign` only."
        raise ContentError(
            [error(place, "signatures", "the signatures cannot be read", remedy)]
        ) from None
    return signatures.signed_locales(rows, draft.book, draft.catalogue)
