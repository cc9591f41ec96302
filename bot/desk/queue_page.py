"""The first page: duty, the queue as it stands, *Take next*, and what the operator holds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.desk.context import Desk, desk_of, signed
from bot.desk.credentials import digest
from bot.dialogue.effects import Urgency
from bot.dialogue.queue import Queued, order
from bot.dialogue.values import OperatorId
from bot.service.records import Ticket, TicketState
from bot.service.staff import DUTY, Act

AN_HOUR = timedelta(hours=1)
MOST_AN_HOUR = 30
"""Different conversations one operator may open in an hour: enough to work, not to copy all."""
NOTICES = frozenset({"nothing", "enough", "off", "closed", "released", "lost"})


@dataclass(frozen=True, slots=True)
class Glance:
    """The queue as one operator sees it."""

    waiting: tuple[Ticket, ...]
    offered: Ticket | None
    mine: tuple[Ticket, ...]
    others: tuple[Ticket, ...]

    @property
    def emergencies(self) -> int:
        """Return how many emergencies wait."""
        return sum(one.urgency is Urgency.EMERGENCY for one in self.waiting)

    @property
    def mark(self) -> str:
        """Return what changes whenever this page would look different."""
        ring = () if self.offered is None else (self.offered,)
        shown = [
            (one.id, one.state, one.urgency, one.signs, one.quiet, one.minor)
            for one in (*self.waiting, *ring, *self.mine, *self.others)
        ]
        return digest(repr(shown))[:16]


async def glance(desk: Desk, operator: OperatorId) -> Glance:
    """Look at the queue: who waits in order, what rings here, what is held by whom."""
    tickets = {one.id: one for one in await desk.shell.tickets()}
    open_ones = [one for one in tickets.values() if one.state is not TicketState.CLOSED]
    taken = [one for one in open_ones if one.state is TicketState.TAKEN]
    waiting = order([_queued(one) for one in open_ones], desk.clock())
    return Glance(
        tuple(tickets[one.ticket] for one in waiting),
        next(
            (o for o in open_ones if o.state is TicketState.OFFERED and o.operator == operator),
            None,
        ),
        tuple(one for one in taken if one.operator == operator),
        tuple(one for one in taken if one.operator != operator),
    )


async def show(request: Request) -> Response:
    """Show the queue."""
    desk, who = desk_of(request), signed(request)
    now = desk.clock()
    notice = request.query_params.get("notice", "")
    context = {
        "who": who,
        "glance": await glance(desk, who.operator.id),
        "minutes": lambda at: _minutes(at, now),
        "notice": notice if notice in NOTICES else "",
        "duty": (await desk.records.duty(now)).get(who.operator.id),
        "now": now,
    }
    return HTMLResponse(desk.pages.render("queue.html", who.operator.locale, context))


async def take_next(request: Request, _form: FormData) -> Response:
    """Take the next ticket; there is no way to pick one."""
    desk, operator, now = desk_of(request), signed(request).operator, desk_of(request).clock()
    if operator.id not in await desk.records.duty(now):
        return to("off")
    if len(await desk.records.read_since(operator.id, now - AN_HOUR)) >= MOST_AN_HOUR:
        return to("enough")
    ticket = await desk.shell.take_next(operator.id, now)
    if ticket is None:
        return to("nothing")
    await desk.records.record(now, operator.id, Act.TOOK, ticket.id)
    return RedirectResponse(f"/tickets/{ticket.id}", 303)


async def on_duty(request: Request, _form: FormData) -> Response:
    """Go on duty, or stay on for another two hours."""
    desk, operator = desk_of(request), signed(request).operator
    now = desk.clock()
    await desk.records.set_duty(operator.id, now + DUTY)
    await desk.shell.on_duty(operator.id, now + DUTY)
    await desk.records.record(now, operator.id, Act.ON_DUTY)
    return RedirectResponse("/", 303)


async def off_duty(request: Request, _form: FormData) -> Response:
    """Go off duty; conversations that are held stay held."""
    desk, operator = desk_of(request), signed(request).operator
    await desk.records.set_duty(operator.id, None)
    await desk.shell.off_duty(operator.id)
    await desk.records.record(desk.clock(), operator.id, Act.OFF_DUTY)
    return RedirectResponse("/", 303)


def to(notice: str) -> Response:
    """Go back to the queue with one of `NOTICES`."""
    return RedirectResponse(f"/?notice={notice}", 303)


def _queued(ticket: Ticket) -> Queued:
    held = ticket.operator if ticket.state is TicketState.TAKEN else None
    return Queued(
        ticket.id,
        ticket.urgency,
        ticket.opened,
        ticket.locale,
        quiet=ticket.quiet,
        taken=held,
    )


def _minutes(since: datetime, now: datetime) -> int:
    return max(0, (now - since) // timedelta(minutes=1))
