"""One conversation: read it, answer, note, pass it on, close it."""

from __future__ import annotations

from uuid import UUID, uuid4

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from bot.desk.context import Desk, Signed, desk_of, signed
from bot.desk.credentials import digest
from bot.desk.queue_page import AN_HOUR, MOST_AN_HOUR, to
from bot.dialogue.effects import COMPLAINT
from bot.dialogue.values import TicketId
from bot.service.records import LogLine, Ticket, TicketState
from bot.service.staff import Act, Outcome, WrapUp

LONGEST = 2000
"""Characters of one reply; longer ones are cut by channels in ugly places."""
_DANGER = {"yes": True, "no": False}


async def find(desk: Desk, who: Signed, ticket: str) -> Ticket | None:
    """Return a taken ticket this person may read; complaints are no supervisor's to read."""
    for one in await desk.shell.tickets():
        if one.id == ticket and one.state is TicketState.TAKEN:
            over = who.operator.supervisor and one.wish != COMPLAINT
            return one if over or holds(who, one) else None
    return None


def holds(who: Signed, ticket: Ticket) -> bool:
    """Return whether this operator has the ticket."""
    return ticket.state is TicketState.TAKEN and ticket.operator == who.operator.id


async def show(request: Request) -> Response:
    """Show the conversation. Each time is one row of the audit."""
    desk, who = desk_of(request), signed(request)
    ticket = await find(desk, who, request.path_params["ticket"])
    if ticket is None:
        return missing(request)
    if not await may_read(desk, who, ticket):
        return to("enough")
    await desk.records.record(desk.clock(), who.operator.id, Act.READ, ticket.id)
    locale = who.operator.locale
    context = {
        "who": who,
        "ticket": ticket,
        "mine": holds(who, ticket),
        "lines": [line(desk, who, one) for one in await desk.shell.log(ticket)],
        "draft": desk.drafts.get(who.operator.id, ticket.id),
        "canned": desk.pages.canned(ticket.locale, locale),
        "outcomes": list(Outcome),
        "facts": facts_mark(ticket),
        "message_id": str(uuid4()),
        "note_id": str(uuid4()),
        "longest": LONGEST,
    }
    return HTMLResponse(desk.pages.render("talk.html", locale, context))


async def facts(request: Request) -> Response:
    """Show what is known of the ticket, without a word of the conversation."""
    desk, who = desk_of(request), signed(request)
    ticket = await find(desk, who, request.path_params["ticket"])
    if ticket is None:
        return missing(request)
    context = {"ticket": ticket, "mine": holds(who, ticket), "who": who}
    return HTMLResponse(desk.pages.render("facts.html", who.operator.locale, context))


async def say(request: Request, form: FormData) -> Response:
    """Say something to the visitor, once for each message id."""
    return await _write(request, form, Act.SAID)


async def note(request: Request, form: FormData) -> Response:
    """Keep an internal note."""
    return await _write(request, form, Act.NOTED)


async def draft(request: Request, form: FormData) -> Response:
    """Keep what is being typed, in memory."""
    desk, who = desk_of(request), signed(request)
    ticket = await _mine(desk, who, request)
    if ticket is None:
        return missing(request)
    words = str(form.get("words", ""))[: 2 * LONGEST]
    desk.drafts.keep(who.operator.id, ticket.id, words)
    if words.strip():
        await desk.shell.typing(ticket.id, who.operator.id)
    return Response(status_code=204)


async def release(request: Request, _form: FormData) -> Response:
    """Pass the visitor on: "I may know this person", or any other reason; none is asked."""
    desk, who = desk_of(request), signed(request)
    ticket = await _mine(desk, who, request)
    if ticket is None:
        return missing(request)
    if not await desk.shell.release(ticket.id, who.operator.id):
        return to("lost")
    desk.drafts.keep(who.operator.id, ticket.id, "")
    await desk.records.record(desk.clock(), who.operator.id, Act.RELEASED, ticket.id)
    return to("released")


async def close(request: Request, form: FormData) -> Response:
    """Close with a wrap-up of choices."""
    desk, who = desk_of(request), signed(request)
    ticket = await _mine(desk, who, request)
    if ticket is None:
        return missing(request)
    try:
        outcome = Outcome(str(form.get("outcome", "")))
    except ValueError:
        return RedirectResponse(f"/tickets/{ticket.id}#wrap-up", 303)
    wrap_up = WrapUp(outcome, _DANGER.get(str(form.get("danger", ""))))
    if not await desk.shell.close(ticket.id, who.operator.id, wrap_up):
        return to("lost")
    desk.drafts.keep(who.operator.id, ticket.id, "")
    await desk.records.record(desk.clock(), who.operator.id, Act.CLOSED, ticket.id)
    return to("closed")


def facts_mark(ticket: Ticket) -> str:
    """Return what changes whenever the facts of a ticket do, for page and stream to compare."""
    known = (ticket.urgency, ticket.signs, ticket.earlier, ticket.reply, ticket.minor)
    return digest(repr((*known, ticket.quiet, ticket.operator)))[:16]


def line(desk: Desk, who: Signed, one: LogLine) -> dict[str, object]:
    """Return a line of the log as page and stream show it."""
    locale = who.operator.locale
    return {
        "id": one.seq,
        "from": one.source.value,
        "who": desk.pages.say(locale, f"from-{one.source.value}"),
        "blocks": list(one.blocks),
        "choices": [f"{choice.key} {choice.label}" for choice in one.choices],
        "at": one.at.isoformat(timespec="seconds"),
        "clock": one.at.strftime("%H:%M UTC"),
        "delivery": one.delivery.value,
        "state": desk.pages.say(locale, f"delivery-{one.delivery.value}"),
        "message": one.id,
    }


def missing(request: Request) -> Response:
    """Answer alike for what does not exist and for what is somebody else's."""
    desk, who = desk_of(request), signed(request)
    page = desk.pages.render("missing.html", who.operator.locale, {"who": who})
    return HTMLResponse(page, 404)


async def may_read(desk: Desk, who: Signed, ticket: Ticket) -> bool:
    """Return whether one more conversation this hour is within reason."""
    read = await desk.records.read_since(who.operator.id, desk.clock() - AN_HOUR)
    return ticket.id in read or len(read) < MOST_AN_HOUR


async def _mine(desk: Desk, who: Signed, request: Request) -> Ticket | None:
    ticket = await find(desk, who, request.path_params["ticket"])
    return ticket if ticket is not None and holds(who, ticket) else None


async def _write(request: Request, form: FormData, act: Act) -> Response:
    desk, who = desk_of(request), signed(request)
    ticket = await _mine(desk, who, request)
    if ticket is None:
        return missing(request)
    words = str(form.get("words", "")).replace("\r\n", "\n").strip()
    message = _uuid(str(form.get("id", "")))
    if message is None or not words or len(words) > LONGEST:
        return _answer(request, ticket.id, 422)
    if act is Act.SAID and ticket.quiet:
        desk.drafts.keep(who.operator.id, ticket.id, words)
        return _answer(request, ticket.id, 409)
    verb = desk.shell.say if act is Act.SAID else desk.shell.note
    await verb(ticket.id, who.operator.id, message, words)
    if act is Act.SAID:
        desk.drafts.keep(who.operator.id, ticket.id, "")
    await desk.records.record(desk.clock(), who.operator.id, act, ticket.id)
    return _answer(request, ticket.id, 202)


def _answer(request: Request, ticket: TicketId, status: int) -> Response:
    if request.headers.get("accept", "") == "application/json":
        return JSONResponse({}, status)
    return RedirectResponse(f"/tickets/{ticket}#end", 303)


def _uuid(given: str) -> str | None:
    try:
        return str(UUID(given))
    except ValueError:
        return None
