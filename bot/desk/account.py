"""The operator's own page: language, password, open sessions; for supervisors the audit."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.desk.context import desk_of, signed
from bot.desk.credentials import LONGEST, SHORTEST
from bot.desk.page import LOCALES
from bot.desk.talk import missing
from bot.dialogue.values import Locale
from bot.service.staff import Act

NOTICES = frozenset({"changed", "wrong", "short", "ended"})


async def show(request: Request) -> Response:
    """Show the account."""
    desk, who = desk_of(request), signed(request)
    notice = request.query_params.get("notice", "")
    context = {
        "who": who,
        "sessions": await desk.records.sessions(who.operator.id),
        "notice": notice if notice in NOTICES else "",
        "shortest": SHORTEST,
        "longest": LONGEST,
    }
    return HTMLResponse(desk.pages.render("account.html", who.operator.locale, context))


async def language(request: Request, form: FormData) -> Response:
    """Change the language of the Desk."""
    desk, who, wanted = desk_of(request), signed(request), str(form.get("locale", ""))
    if wanted in LOCALES:
        await desk.records.speak(who.operator.id, Locale(wanted))
    return RedirectResponse("/account", 303)


async def password(request: Request, form: FormData) -> Response:
    """Change the password; every other session ends."""
    desk, who = desk_of(request), signed(request)
    new = str(form.get("new", ""))
    if not SHORTEST <= len(new) <= LONGEST:
        return _to("short")
    known = await desk.records.credentials(who.operator.id)
    key, now = (f"password of {who.operator.id}", ""), desk.clock()
    if known is None or desk.throttle.wait(key, now):
        return _to("wrong")
    desk.throttle.wrong(key, now)
    if not await desk.passwords.verify(known.password, str(form.get("old", ""))):
        await desk.records.record(now, who.operator.id, Act.REFUSED)
        return _to("wrong")
    desk.throttle.right(key)
    await desk.records.change_password(who.operator.id, await desk.passwords.hash(new))
    await desk.records.end_sessions(who.operator.id, but=who.session.key)
    await desk.records.record(now, who.operator.id, Act.CHANGED)
    return _to("changed")


async def revoke(request: Request, form: FormData) -> Response:
    """End one session by its handle, or all others."""
    desk, who = desk_of(request), signed(request)
    handle = str(form.get("session", ""))
    for session in await desk.records.sessions(who.operator.id):
        if session.key != who.session.key and handle in {session.handle, "others"}:
            await desk.records.end_session(session.key)
    await desk.records.record(desk.clock(), who.operator.id, Act.REVOKED)
    return _to("ended")


async def alive(_request: Request, _form: FormData) -> Response:
    """Say that a person is at the screen, reading; the gate has noted it."""
    return Response(status_code=204)


async def audit(request: Request) -> Response:
    """Show supervisors who did what to which ticket, and whether the chain is whole."""
    desk, who = desk_of(request), signed(request)
    if not who.operator.supervisor:
        return missing(request)
    await desk.records.record(desk.clock(), who.operator.id, Act.READ_AUDIT)
    context = {
        "who": who,
        "rows": await desk.records.audit(),
        "bad": await desk.records.verify(),
        "names": {one.id: one.name for one in await desk.records.operators()},
    }
    return HTMLResponse(desk.pages.render("audit.html", who.operator.locale, context))


def _to(notice: str) -> Response:
    return RedirectResponse(f"/account?notice={notice}", 303)
