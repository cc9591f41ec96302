"""What a real channel waits for: signatures, numbers that were rung, an on-call phone.

The rule is safety.md 9. `SAFAR_PILOT=yes` lifts it for trials, and every start says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bot import bootstrap
from bot.content.serving import without
from bot.dialogue.book import Book
from bot.dialogue.nodes import card_message
from bot.dialogue.services import Police, Service
from bot.service.receive import Library
from bot.settings import Settings
from bot.understanding import Reader

RUNG_WITHIN = timedelta(days=90)
"""How long a test call counts."""
SIGNATURES = bootstrap.CONTENT / "signatures.yaml"


class NotReadyError(Exception):
    """A real channel may not open yet; the message lists what is missing."""


def real(settings: Settings) -> bool:
    """Tell whether anybody outside this machine can write: by Telegram, SMS, or a public page."""
    others = settings.telegram is not None or settings.sms_gateways is not None
    return others or bool(settings.public_url)


def refuse_unready(settings: Settings, book: Book, today: date) -> None:
    """Raise `NotReadyError` for a real channel that is not ready and no pilot."""
    asked = real(settings) and not settings.pilot
    missing = tuple(lacking(settings, book, today)) if asked else ()
    if missing:
        listed = "\n".join(f"  - {line}" for line in missing)
        raise NotReadyError(
            f"A real channel opens only when people have answered for it:\n{listed}\n"
            "For a trial with people who know that it is one, set SAFAR_PILOT=yes."
        )


def lacking(settings: Settings, book: Book, today: date) -> Iterator[str]:
    """Yield everything that is missing before a real channel may open, with its remedy."""
    # Imported where a real channel is held against it: YAML and schemas are slow to load.
    from bot.content import signatures  # noqa: PLC0415
    from bot.content.catalogue import read as catalogue  # noqa: PLC0415

    rows = signatures.read(SIGNATURES)
    words = catalogue(bootstrap.LOCALES)
    for text, locale, state in signatures.unsigned(rows, book, words):
        if text in signatures.GROUPS:
            yield f"{text} in {locale} is {state.value}: a named person signs it, `safar sign`."
    yield from numbers(book, today)
    if not book.desk_confirmed:
        yield "The hours of the hot line are an example: state them in content/book.yaml."
    if not settings.on_call:
        yield "No on-call phone is set: SAFAR_ON_CALL names it."


def fit_to_serve(library: Library, settings: Settings) -> Library:
    """Return the library without unsigned law cards, for a real channel that is no pilot."""
    if settings.pilot or not real(settings):
        return library
    from bot.content import signatures  # noqa: PLC0415
    from bot.content.catalogue import read as catalogue  # noqa: PLC0415

    rows, words = signatures.read(SIGNATURES), catalogue(bootstrap.LOCALES)
    drafts = {text for text, _, _ in signatures.unsigned(rows, library.book, words)}
    held = {name for name in library.book.cards if card_message(name) in drafts}
    book = without(library.book, held)
    return Library(book, library.wording, Reader(book))


def numbers(book: Book, today: date) -> Iterator[str]:
    """Yield emergency numbers nobody rang, and the want of one line that is not police."""
    for row in book.services:
        if "emergency" in row.needs and not _rung(row, today):
            yield f"{row.id} was not rung within 90 days: ring it, note the day as `rung`."
    if not any(row.police is Police.NOT_POLICE and _rung(row, today) for row in book.services):
        yield "No line that is not police was rung within 90 days."


def _rung(row: Service, today: date) -> bool:
    return row.rung is not None and row.rung >= today - RUNG_WITHIN
