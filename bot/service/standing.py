"""Where tickets stand in the queue, as its pure rules need to know."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.dialogue.queue import Queued, order
from bot.dialogue.values import OperatorId
from bot.service.records import Ticket, TicketState


def queued(
    ticket: Ticket,
    *,
    unanswered: datetime | None = None,
    passed: Iterable[OperatorId] = (),
) -> Queued:
    """Return a ticket as the queue sees it; words wait unanswered only where somebody holds it."""
    taken = ticket.state is TicketState.TAKEN
    offered = ticket.state is TicketState.OFFERED
    return Queued(
        ticket=ticket.id,
        urgency=ticket.urgency,
        opened=ticket.opened,
        locale=ticket.locale,
        wish=ticket.wish,
        minor=ticket.minor,
        quiet=ticket.quiet,
        offered=ticket.operator if offered else None,
        taken=ticket.operator if taken else None,
        since=ticket.since,
        unanswered=unanswered if taken else None,
        passed=tuple(passed),
    )


def place(tickets: Iterable[Queued], ticket: Ticket | None, now: datetime) -> int | None:
    """Return the place of a ticket, or of one that would be opened now; None when it is taken."""
    if ticket is not None and ticket.state is TicketState.TAKEN:
        return None
    names = [one.ticket for one in order(list(tickets), now)]
    return names.index(ticket.id) + 1 if ticket and ticket.id in names else len(names) + 1
