"""A row of the directory: who answers a number, at what cost, and what to know before calling."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.dialogue.values import Country, ServiceId


class Police(StrEnum):
    """What a caller must know before calling."""

    POLICE = "police"
    MAY_COME = "may_come"
    """Rescue and ambulance; police may come."""
    NOT_POLICE = "not_police"
    MAY_REPORT = "may_report"
    """May report the caller's status."""


class Publish(StrEnum):
    """The advice of the directory: `hold` never reaches a Book."""

    OK = "ok"
    TEST_FIRST = "test_first"


class Cost(StrEnum):
    """What a call costs, as far as the source says."""

    FREE = "free"
    PAID = "paid"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Hours:
    """Open on `days` (0 is Monday) from `opens` to `closes`, at a fixed offset from UTC."""

    days: tuple[int, ...]
    opens: time
    closes: time
    offset_minutes: int

    def covers(self, now: datetime) -> bool:
        """Tell whether the aware moment `now` falls into these hours."""
        local = now + timedelta(minutes=self.offset_minutes) - (now.utcoffset() or timedelta())
        return local.weekday() in self.days and self.opens <= local.time() < self.closes


@dataclass(frozen=True, slots=True)
class Service:
    """A row of the directory; its name is the message `service-<id>`.

    `hours` None and `always` False means that nobody confirmed the hours.
    """

    id: ServiceId
    country: Country
    number: str
    needs: tuple[str, ...]
    police: Police
    publish: Publish
    source: str
    source_date: str
    always: bool = False
    hours: Hours | None = None
    languages: tuple[str, ...] = ()
    abroad: bool = False
    """Can be dialled from outside the country; short codes cannot."""
    rung: date | None = None
    cost: Cost = Cost.UNKNOWN
    languages_confirmed: bool = False
    """The source names the languages; otherwise they are only likely, and not promised."""
    texts: tuple[str, ...] = ()
    """How it can be written to: sms, whatsapp, telegram, web."""
