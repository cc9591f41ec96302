"""When the hot line opens next, by the hours that its content states."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.dialogue.services import Hours

WEEK = 8
"""Days to look ahead: the same weekday a week from now is the last that can be next."""


def next_opening(hours: Hours | None, now: datetime) -> datetime | None:
    """Return the next opening after the aware moment `now`; None when no hours are stated."""
    if hours is None:
        return None
    shift = timedelta(minutes=hours.offset_minutes)
    today = (now + shift).replace(hour=0, minute=0, second=0, microsecond=0)
    starts = (
        today + timedelta(days=ahead, hours=hours.opens.hour, minutes=hours.opens.minute) - shift
        for ahead in range(WEEK)
    )
    return next((at for at in starts if at > now and _open_day(hours, at + shift)), None)


def _open_day(hours: Hours, local: datetime) -> bool:
    return local.weekday() in hours.days
