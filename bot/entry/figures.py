"""The figures for monitoring and the state of the process, on a loopback port of their own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot import metrics

TYPE = "text/plain; version=0.0.4; charset=utf-8"


Ready = Callable[[], Awaitable[bool]]


def figures_app(ready: Ready | None = None) -> Starlette:
    """Return the application: one page, no labels from people, and the state of the process.

    A worker and the Desk have no other port that answers without signing in.
    """

    async def page(_request: Request) -> Response:
        return Response(metrics.page(), media_type=TYPE)

    async def healthz(_request: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def readyz(_request: Request) -> Response:
        if ready is None or await ready():
            return PlainTextResponse("ok\n")
        return PlainTextResponse("store\n", 503)

    return Starlette(
        routes=[
            Route("/metrics", page),
            Route("/healthz", healthz),
            Route("/readyz", readyz),
        ]
    )
