"""Signing in: by name, password and second factor, or once by a link from the console."""

from __future__ import annotations

from math import ceil

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.desk.context import Desk, desk_of, locale_of, signed
from bot.desk.credentials import digest, new_token, plain, totp_counter
from bot.desk.gate import agent, drop_cookie, read_form, recognise, set_cookie
from bot.dialogue.values import OperatorId
from bot.service.staff import Act, Operator, StaffSession

LONGEST_NAME = 80
NOBODY = OperatorId("")
"""In the audit for a name that no account has; what was typed is not kept."""


async def sign_in(request: Request) -> Response:
    """Show the form, or judge what was typed into it."""
    if request.method != "POST":
        return _page(request, "sign_in.html")
    desk, form = desk_of(request), await read_form(request)
    name = str(form.get("name", ""))[:LONGEST_NAME]
    source = request.client.host if request.client else ""
    key, now = (" ".join(name.split()).casefold(), source), desk.clock()
    wait = desk.throttle.wait(key, now)
    if wait:
        seconds = ceil(wait.total_seconds())
        answer = _page(request, "sign_in.html", error="sign-in-wait", seconds=seconds, status=429)
        answer.headers["Retry-After"] = str(seconds)
        return answer
    desk.throttle.wrong(key, now)
    operator = await desk.records.named(name)
    proven = await _proven(desk, operator, str(form.get("password", "")), str(form.get("code", "")))
    if operator is None or not proven:
        await desk.records.record(now, operator.id if operator else NOBODY, Act.REFUSED)
        return _page(request, "sign_in.html", error="sign-in-wrong", status=403)
    desk.throttle.right(key)
    return await _welcome(request, operator)


async def sign_in_by_link(request: Request) -> Response:
    """Show a button, so that a preview of the link burns nothing; take the token by POST."""
    if request.method != "POST":
        return _page(request, "sign_in_link.html")
    desk, form = desk_of(request), await read_form(request)
    token = str(form.get("token", "")).strip().rpartition("#")[2]
    operator_id = await desk.records.use_link(digest(token), desk.clock())
    operator = await desk.records.operator(operator_id) if operator_id else None
    if operator is None or operator.disabled is not None:
        await desk.records.record(desk.clock(), operator_id or NOBODY, Act.REFUSED)
        return _page(request, "sign_in_link.html", error="link-used", status=403)
    return await _welcome(request, operator)


async def sign_out(request: Request, _form: object) -> Response:
    """End the session, the duty and the drafts."""
    desk, who = desk_of(request), signed(request)
    await desk.records.end_session(who.session.key)
    if not await desk.records.sessions(who.operator.id):
        await desk.records.set_duty(who.operator.id, None)
        await desk.shell.off_duty(who.operator.id)
        desk.drafts.drop_all(who.operator.id)
    await desk.records.record(desk.clock(), who.operator.id, Act.SIGNED_OUT)
    answer = RedirectResponse("/sign-in", 303)
    drop_cookie(request, answer)
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


async def _proven(desk: Desk, operator: Operator | None, password: str, code: str) -> bool:
    """Return whether both factors are right; takes a password's time whatever the name."""
    known = await desk.records.credentials(operator.id) if operator else None
    right = await desk.passwords.verify(known.password if known else None, password)
    if operator is None or known is None or operator.disabled is not None or not right:
        return False
    typed = plain(code)
    counter = totp_counter(known.totp, typed, desk.clock())
    if counter is not None:
        return await desk.records.use_counter(operator.id, counter)
    return await desk.records.use_recovery(operator.id, digest(typed))


async def _welcome(request: Request, operator: Operator) -> Response:
    """Start a new session; an older one of this browser ends."""
    desk = desk_of(request)
    before = await recognise(desk, request.headers)
    if before is not None:
        await desk.records.end_session(before.session.key)
    cookie, now = new_token(), desk.clock()
    await desk.records.open_session(
        StaffSession(digest(cookie), operator.id, now, now, agent(request.headers))
    )
    await desk.records.record(now, operator.id, Act.SIGNED_IN)
    answer = RedirectResponse("/", 303)
    set_cookie(request, answer, cookie)
    return answer


def _page(
    request: Request, name: str, *, error: str = "", seconds: int = 0, status: int = 200
) -> Response:
    pages = desk_of(request).pages
    context = {"error": error, "seconds": seconds, "path": request.url.path}
    return HTMLResponse(pages.render(name, locale_of(request), context), status)
