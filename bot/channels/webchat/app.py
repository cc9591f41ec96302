"""The visitor's port: every route a visitor's browser can reach."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.channels.webchat.chat import NEUTRAL, Chat
from bot.channels.webchat.cookies import Cookie, address
from bot.channels.webchat.headers import Guarded
from bot.channels.webchat.pages import LOCALES, Pages
from bot.channels.webchat.port import VisitorShell
from bot.dialogue.values import Locale
from bot.l10n.wording import Wording
from bot.service.failures import StoreUnavailable

STATIC = Path(__file__).parent / "static"
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}
PROBE = address("0" * 43)


def visitor_app(
    shell: VisitorShell,
    wording: Wording,
    *,
    public_url: str,
    demo: bool,
    extra_routes: Sequence[BaseRoute] = (),
    locales: Sequence[Locale] = LOCALES,
    ready: Callable[[], Awaitable[bool]] | None = None,
) -> Starlette:
    """Return the ASGI app of the visitor's port.

    `public_url` is where browsers reach it (scheme, host and port); only pages of that
    origin may post. `extra_routes` are the webhooks of other channels, `locales` those of the
    Book in the order of the first screen. `ready` tells whether a store outside of this process
    takes part. Whoever stops the server sets `app.state.closing`
    (an `asyncio.Event`) first: that ends the open streams.
    """
    cookie = Cookie.at(public_url)
    pages = Pages(wording, demo=demo, locales=locales)
    closing = asyncio.Event()
    chat = Chat(shell, pages, cookie, public_url, closing)
    plain = _Plain(shell, pages, cookie, closing, ready)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        closing.set()

    app = Starlette(
        routes=[*chat.routes(), *plain.routes(), *extra_routes],
        middleware=[Middleware(Guarded, secure=cookie.secure)],
        exception_handlers={HTTPException: plain.unknown},
        lifespan=lifespan,
    )
    # A redirect would be built from the Host header, which the sender controls.
    app.router.redirect_slashes = False
    app.state.closing = closing
    return app


class _Plain:
    """What needs no conversation: the neutral page, our own files, the state of the process."""

    def __init__(
        self,
        shell: VisitorShell,
        pages: Pages,
        cookie: Cookie,
        closing: asyncio.Event,
        ready: Callable[[], Awaitable[bool]] | None,
    ) -> None:
        self._ready = ready or self._answers
        self._shell = shell
        self._pages = pages
        self._cookie = cookie
        self._closing = closing
        self._static = {
            file.name: file.read_bytes() for file in STATIC.iterdir() if file.suffix in TYPES
        }

    def routes(self) -> list[BaseRoute]:
        return [
            Route(NEUTRAL, self.phrases),
            Route("/static/{name}", self.file),
            Route("/healthz", self.healthz),
            Route("/readyz", self.readyz),
        ]

    async def phrases(self, request: Request) -> Response:
        """Show the phrasebook; it also ends this browser's visit, should leaving have failed."""
        wanted = self._pages.known(request.query_params.get("in"))
        response = HTMLResponse(self._pages.phrases(wanted or self._pages.accepted(request)))
        self._cookie.take(response)
        return response

    async def file(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in self._static:
            raise HTTPException(404)
        return Response(self._static[name], media_type=TYPES[Path(name).suffix])

    async def healthz(self, _request: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def readyz(self, _request: Request) -> Response:
        """Say whether to send visitors here: the store answers and nobody is stopping us."""
        if not await self._ready():
            return PlainTextResponse("store\n", 503)
        if self._closing.is_set():
            return PlainTextResponse("stopping\n", 503)
        return PlainTextResponse("ok\n")

    async def _answers(self) -> bool:
        try:
            await self._shell.find(PROBE)
        except StoreUnavailable:
            return False
        return True

    async def unknown(self, request: Request, error: Exception) -> Response:
        """Answer an unknown page or method in one neutral sentence."""
        if not isinstance(error, HTTPException):
            raise error
        page = self._pages.notice(self._pages.accepted(request), "web-not-found")
        return HTMLResponse(page, error.status_code, error.headers)
