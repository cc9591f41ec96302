"""Services for a place and a need, and the facts about them that a screen may name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.dialogue.book import Book
from bot.dialogue.memo import PerBook
from bot.dialogue.services import Cost, Police, Publish, Service
from bot.dialogue.values import ELSEWHERE, Arg, Country, Text, text

LINE_NEEDS = ("violence", "trafficking", "migrants")
"""Which line that is not police stands for "somebody to talk to", best first."""

SPOKEN = ("ky", "ru", "uz", "tg", "kk", "en")
"""Languages worth a word to those who write to us, in this order."""
SPOKEN_LISTED = 3
TEXTS = ("sms", "whatsapp", "telegram", "web")
MISSING_LISTED = 14
"""More needs than there are; the message has as many places."""


def services(book: Book, country: Country | None, needs: tuple[str, ...]) -> tuple[Service, ...]:
    """Return the services of a country for any of `needs`: confirmed first, then as needed.

    An unknown country has those of "another country": never a guess.
    """
    asked = (country or ELSEWHERE, needs)
    known = _KNOWN.of(book)
    if asked not in known:
        known[asked] = _found(book, *asked)
    return known[asked]


_KNOWN = PerBook[dict[tuple[Country, tuple[str, ...]], tuple[Service, ...]]](lambda _: {})
"""What was asked for before; a Book asks for a few dozen pairs of country and needs."""


def _found(book: Book, here: Country, needs: tuple[str, ...]) -> tuple[Service, ...]:
    found = [row for row in book.services if row.country == here and _serves(row, needs)]
    return tuple(sorted(found, key=lambda row: (row.publish is not Publish.OK, _rank(row, needs))))


def _serves(row: Service, needs: tuple[str, ...]) -> bool:
    return any(need in row.needs for need in needs) and _asked(row, needs)


def _asked(row: Service, needs: tuple[str, ...]) -> bool:
    """Police-only numbers come when asked for (safety.md 1.1)."""
    return row.police is not Police.POLICE or "police" in needs


def _rank(row: Service, needs: tuple[str, ...]) -> int:
    return min(needs.index(need) for need in row.needs if need in needs)


def opening(row: Service, now: datetime) -> str:
    """Return `always`, `now`, `later` or `unknown`."""
    if row.always:
        return "always"
    if row.hours is None:
        return "unknown"
    return "now" if row.hours.covers(now) else "later"


def line(row: Service, now: datetime) -> Text:
    """Return the block that shows a service with everything a caller must know first."""
    return text(
        "service-line",
        name=f"@service-{row.id}",
        number=row.number,
        police=f"@police-{row.police.value.replace('_', '-')}",
        open=f"@open-{opening(row, now)}",
        opens=row.hours.opens.strftime("%H:%M") if row.hours else "",
        checked="@service-confirmed" if row.rung else "@service-unconfirmed",
        cost="" if row.cost is Cost.UNKNOWN else f"@cost-{row.cost.value}",
        **_listed("spoken", [f"@speaks-{name}" for name in _spoken(row)], SPOKEN_LISTED),
        **_listed("text", [f"@texts-{name}" for name in TEXTS if name in row.texts], len(TEXTS)),
    )


def _spoken(row: Service) -> list[str]:
    """A language that is only likely is not promised."""
    known = row.languages if row.languages_confirmed else ()
    return [name for name in SPOKEN if name in known][:SPOKEN_LISTED]


def _listed(name: str, values: list[str], places: int) -> dict[str, str]:
    """Spread values over numbered places; what is left is empty."""
    filled = [*values, *[""] * places][:places]
    return {f"{name}{number}": value for number, value in enumerate(filled, 1)}


def missing(book: Book, country: Country | None, needs: tuple[str, ...]) -> Text | None:
    """Return the block that names the needs we have no number for; None if there is none.

    Where the country is unknown nothing is said: there may well be a number.
    """
    if country is None:
        return None
    lacking = [need for need in needs if not services(book, country, (need,))]
    names = [f"@need-{need}" for need in lacking]
    return text("service-missing", **_listed("need", names, MISSING_LISTED)) if names else None


def place_facts(book: Book, country: Country | None, now: datetime) -> Iterator[tuple[str, Arg]]:
    """Yield the facts about a place: numbers as they are dialled there, or `none`."""
    yield "country", f"@country-{(country or ELSEWHERE).lower()}"
    rescue = services(book, country, ("emergency",))
    yield from _named("rescue", rescue[:1])
    yield from _named("police", services(book, country, ("police",))[:1])
    rows = services(book, country, LINE_NEEDS)
    lines = tuple(row for row in rows if row.police is Police.NOT_POLICE)
    yield from _named("line", lines[:1])
    yield "line-open", _yes_no(opening(lines[0], now)) if lines else "unknown"
    yield "line-opens", _opens(lines[0]) if lines else ""
    yield from _named("child", services(book, country, ("children",))[:1])


def _named(fact: str, rows: tuple[Service, ...]) -> Iterator[tuple[str, Arg]]:
    yield fact, rows[0].number if rows else "none"
    if fact in ("rescue", "line"):
        yield f"{fact}-name", f"@service-{rows[0].id}" if rows else ""


def _opens(row: Service) -> str:
    return row.hours.opens.strftime("%H:%M") if row.hours else ""


def _yes_no(opened: str) -> str:
    return {"always": "yes", "now": "yes", "later": "no"}.get(opened, "unknown")


def desk_time(at: datetime | None, now: datetime, offset_minutes: int) -> tuple[str, str]:
    """Return the day as a message reference and the time of day, both in the hot line's clock."""
    if at is None:
        return "@day-unknown", ""
    shift = timedelta(minutes=offset_minutes)
    local, today = at + shift, (now + shift).date()
    days = {today: "@day-today", today + timedelta(days=1): "@day-tomorrow"}
    return days.get(local.date(), f"@weekday-{local.weekday()}"), local.strftime("%H:%M")
