"""The gate before every page: host, origin, session, form token, and the headers of answers."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import FormData, Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.desk.context import Desk, Signed, desk_of, signed
from bot.desk.credentials import digest

SAFE = frozenset({"GET", "HEAD"})
OPEN = ("/sign-in", "/sign-in/link")
"""All that answers without a session, with `/static/`, which holds nothing secret."""
MOST_BYTES = 64 * 1024
TOUCH = timedelta(seconds=20)
"""The time of the last act is written down at most this often."""
BY_ITSELF = ("/events", "/facts")
"""What the page asks on its own: no act of a person, so it keeps no session alive."""
FORM = "application/x-www-form-urlencoded"

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # Not `no-referrer`: that would turn the Origin of our own forms into "null".
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
}

Action = Callable[[Request, FormData], Awaitable[Response]]


class Gate:
    """ASGI middleware: nothing behind it is reached without a live session."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self._app = app
        self._desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})
            return
        answer = self._refusal(scope) or await self._stranger(scope)
        await (answer or self._app)(scope, receive, self._dressed(send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers, origin = Headers(scope=scope), self._desk.origin
        if headers.get("host", "") not in origin.hosts:
            return PlainTextResponse("", 421)
        if scope["method"] in SAFE:
            return None
        if headers.get("origin", "") not in origin.origins:
            return PlainTextResponse("", 403)
        if headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return PlainTextResponse("", 403)
        if headers.get("content-type", "").split(";")[0] != FORM:
            return PlainTextResponse("", 415)
        size = headers.get("content-length", "")
        if not size.isdecimal() or len(size) > len(str(MOST_BYTES)) or int(size) > MOST_BYTES:
            return PlainTextResponse("", 413)
        return None

    async def _stranger(self, scope: Scope) -> Response | None:
        path: str = scope["path"]
        if path in OPEN or path.startswith("/static/"):
            return None
        who = await recognise(self._desk, Headers(scope=scope))
        if who is None:
            navigates = Headers(scope=scope).get("sec-fetch-mode", "navigate") == "navigate"
            if scope["method"] == "GET" and navigates and not path.endswith(BY_ITSELF):
                return RedirectResponse("/sign-in", 303)
            return PlainTextResponse("", 401)
        now = self._desk.clock()
        if not path.endswith(BY_ITSELF) and now - who.session.seen >= TOUCH:
            await self._desk.records.touch(who.session.key, now)
        scope["desk.signed"] = who
        return None

    def _dressed(self, send: Send) -> Send:
        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                if self._desk.origin.secure:
                    headers["Strict-Transport-Security"] = "max-age=63072000"
            await send(message)

        return dressed


async def recognise(desk: Desk, headers: Headers) -> Signed | None:
    """Return who holds the cookie, if the session lives and is used by the same browser."""
    cookie = _cookie(headers.get("cookie", ""), desk.origin.cookie)
    if not cookie:
        return None
    found = await desk.records.session(digest(cookie))
    if found is None:
        return None
    session, operator = found
    if not session.live(desk.clock(), desk.idle) or session.agent != agent(headers):
        await desk.records.end_session(session.key)
        return None
    return Signed(operator, session, cookie)


def agent(headers: Headers) -> str:
    """Return a digest of the browser's description."""
    return digest(headers.get("user-agent", ""))


def act(path: str, action: Action) -> Route:
    """Return the route of a form: POST only, and only with this session's token."""

    async def endpoint(request: Request) -> Response:
        form = await read_form(request)
        given = str(form.get("csrf", ""))
        if not compare_digest(given.encode(), signed(request).form_token.encode()):
            return PlainTextResponse("", 403)
        return await action(request, form)

    return Route(path, endpoint, methods=["POST"])


async def read_form(request: Request) -> FormData:
    """Read a small form."""
    return await request.form(max_files=0, max_fields=32)


def set_cookie(request: Request, response: Response, value: str) -> None:
    """Give the browser its session; a session cookie, gone with the browser."""
    origin = desk_of(request).origin
    response.set_cookie(
        origin.cookie, value, path="/", secure=origin.secure, httponly=True, samesite="strict"
    )


def drop_cookie(request: Request, response: Response) -> None:
    """Take the session away from the browser."""
    origin = desk_of(request).origin
    response.delete_cookie(
        origin.cookie, path="/", secure=origin.secure, httponly=True, samesite="strict"
    )


def _cookie(header: str, name: str) -> str:
    try:
        morsel = SimpleCookie(header).get(name)
    except CookieError:
        return ""
    return "" if morsel is None else morsel.value
