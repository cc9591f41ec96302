"""Operators taking, giving back and closing: each one compare-and-set with its own inbound."""

from __future__ import annotations

from datetime import datetime

from bot.dialogue.effects import Ending
from bot.dialogue.values import OperatorId, TicketId
from bot.service.killpoint import killpoint
from bot.service.records import Inbound, Ticket, TicketState
from bot.store import inbox, queueing, ticketing
from bot.store.driver import Connection
from bot.store.talks import Means, Talk


def offer(
    conn: Connection, means: Means, ticket: TicketId, operator: OperatorId, now: datetime
) -> bool:
    """Offer a waiting ticket."""
    found = ticketing.find(conn, means, ticket)
    if found is None:
        return False
    return _put(conn, means, found[0], queueing.offered(found[1], operator, now))


def claim(
    conn: Connection, means: Means, ticket: TicketId, operator: OperatorId, now: datetime
) -> bool:
    """Take a ticket and tell the visitor's inbox."""
    found = ticketing.find(conn, means, ticket)
    after = queueing.taken(found[1], operator, now) if found else None
    if found is None or after is None:
        return False
    killpoint("in-claim")
    return _put(conn, means, found[0], after, queueing.joined(after, now))


def release(
    conn: Connection, means: Means, ticket: TicketId, operator: OperatorId | None, now: datetime
) -> bool:
    """Put a ticket back; the visitor hears of it only if the operator had come."""
    found = ticketing.find(conn, means, ticket)
    after = queueing.returned(found[1], operator, now) if found else None
    if found is None or after is None:
        return False
    came = found[1].state is TicketState.TAKEN
    news = queueing.left(after, "returned", now) if came else None
    return _put(conn, means, found[0], after, news)


def close(
    conn: Connection, means: Means, ticket: TicketId, operator: OperatorId, now: datetime
) -> bool:
    """End a taken ticket and tell the visitor's inbox."""
    found = ticketing.find(conn, means, ticket)
    if found is None or not queueing.closable(found[1], operator):
        return False
    after = queueing.ended(found[1], Ending.BY_OPERATOR)
    killpoint("in-close")
    return _put(conn, means, found[0], after, queueing.left(after, "closed", now))


def _put(
    conn: Connection,
    means: Means,
    talk: Talk | None,
    after: Ticket | None,
    news: Inbound | None = None,
) -> bool:
    if talk is None or after is None:
        return False
    ticketing.put(conn, talk.n, talk.key, after)
    if news is not None:
        inbox.accept_one(conn, means, news)
    return True
