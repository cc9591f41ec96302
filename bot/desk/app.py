"""The Desk as one ASGI application, for a port and an origin of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from bot.desk import account, live, queue_page, sign_in, talk
from bot.desk.context import Desk, desk_of, locale_of, origin
from bot.desk.gate import HEADERS, Gate, act
from bot.desk.page import HERE, Pages
from bot.desk.port import DeskShell
from bot.l10n.wording import Wording
from bot.service.failures import StoreUnavailable
from bot.service.staff import StaffRecords

LOOK_AGAIN = "5"
"""Seconds after which the browser asks again by itself."""


def _now() -> datetime:
    return datetime.now(UTC)


def desk_app(
    shell: DeskShell,
    records: StaffRecords,
    wording: Wording,
    *,
    public_url: str,
    demo: bool = False,
    clock: Callable[[], datetime] = _now,
) -> Starlette:
    """Build the Desk. `public_url` is its own origin: the only Host and Origin it answers to.

    Set `app.state.closing` before the server stops, and open streams end within a
    second. Raises ValueError for a plain http address that is not this machine.
    """
    desk = Desk(
        shell,
        records,
        Pages(wording, demo=demo),
        origin(public_url),
        clock,
        demo=demo,
        stopping=asyncio.Event(),
    )
    app = Starlette(
        routes=_routes(),
        middleware=[Middleware(Gate, desk=desk)],
        exception_handlers={StoreUnavailable: _unavailable, 500: _failed},
    )
    app.state.desk, app.state.closing = desk, desk.stopping
    return app


async def _unavailable(request: Request, _error: Exception) -> Response:
    """Say in plain words that nothing can be read or sent, and that nothing was done."""
    headers = {"Retry-After": "2"}
    if request.headers.get("accept", "") == "application/json":
        return PlainTextResponse("", 503, headers)
    if request.method == "GET":
        headers["Refresh"] = LOOK_AGAIN
    page = desk_of(request).pages.render("away.html", locale_of(request), {})
    return HTMLResponse(page, 503, headers)


async def _failed(_request: Request, _error: Exception) -> Response:
    """Say nothing of the fault; this answer is made outside the gate."""
    return PlainTextResponse("", 500, HEADERS)


def _routes() -> list[Route | Mount]:
    one = "/tickets/{ticket}"
    return [
        Route("/sign-in", sign_in.sign_in, methods=["GET", "POST"]),
        Route("/sign-in/link", sign_in.sign_in_by_link, methods=["GET", "POST"]),
        act("/sign-out", sign_in.sign_out),
        Route("/", queue_page.show),
        Route("/events", live.queue_events),
        act("/next", queue_page.take_next),
        act("/duty", queue_page.on_duty),
        act("/duty/off", queue_page.off_duty),
        Route(one, talk.show),
        Route(one + "/events", live.talk_events),
        Route(one + "/facts", talk.facts),
        act(one + "/say", talk.say),
        act(one + "/note", talk.note),
        act(one + "/draft", talk.draft),
        act(one + "/release", talk.release),
        act(one + "/close", talk.close),
        Route("/account", account.show),
        act("/account/language", account.language),
        act("/account/password", account.password),
        act("/account/sessions", account.revoke),
        act("/alive", account.alive),
        Route("/audit", account.audit),
        Mount("/static", StaticFiles(directory=HERE / "static")),
    ]
