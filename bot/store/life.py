"""How long things stay, and how exact their times may be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.service.records import Delivery


@dataclass(frozen=True, slots=True)
class Life:
    """The times of retention; tests shorten them, nobody lengthens them in use."""

    idle: timedelta = timedelta(hours=24)
    """An open conversation without work, ticket or planned wipe closes after this."""
    closing: timedelta = timedelta(hours=1)
    """Between closing and the destruction of the key."""
    wipe: timedelta = timedelta(hours=47)
    """Telegram deletes for 48 hours; an id that can delete nothing is kept for nothing."""
    report: timedelta = timedelta(hours=48)
    """A gateway that said nothing more of an SMS by then will not: it counts as expired."""
    seen: timedelta = timedelta(days=4)
    """Event keys: Telegram repeats for a day, SMS gateways for two, a week-end of outage."""
    send_lease: timedelta = timedelta(minutes=5)
    """A sender that has not settled by then is gone; longer than any request lasts."""
    ring_lease: timedelta = timedelta(seconds=60)
    """Same for a ring of the on-call phone, where a missing one harms more than two."""


TRIES = 5
"""Failed turns after which an inbound is set aside (promise 7)."""

_RANK = {
    Delivery.HELD: 0,
    Delivery.QUEUED: 1,
    Delivery.SENDING: 2,
    Delivery.UNKNOWN: 3,
    Delivery.SENT: 4,
    Delivery.DELIVERED: 5,
    Delivery.FAILED: 5,
    Delivery.EXPIRED: 5,
    Delivery.SUPERSEDED: 5,
}


def forward(former: Delivery, latter: Delivery) -> bool:
    """Tell whether a delivery may go from one state to the other (promise 5)."""
    return _RANK[latter] > _RANK[former]


def settled(delivery: Delivery) -> bool:
    """Tell whether nothing can follow any more."""
    return _RANK[delivery] == _RANK[Delivery.DELIVERED]


def coarse(at: datetime) -> datetime:
    """Round down to the hour: what is kept after close matches no call record (S-37)."""
    return at.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def week_of(at: datetime) -> str:
    """Return the ISO week, the finest time of anonymous answers."""
    year, week, _ = at.astimezone(UTC).isocalendar()
    return f"{year}-W{week:02}"
