"""The figures for monitoring, on a loopback port of their own."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot import metrics

TYPE = "text/plain; version=0.0.4; charset=utf-8"


async def _page(_request: Request) -> Response:
    return Response(metrics.page(), media_type=TYPE)


def figures_app() -> Starlette:
    """Return the application: one page, no labels from people."""
    return Starlette(routes=[Route("/metrics", _page)])
