"""Recordings for the page, under names that say nothing, for the browser's own player."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from bot.content.audio import SUFFIX, Shelf

PATH = "/sound/"
TYPE = "audio/ogg"


def address(name: str) -> str:
    """Return where a page finds a recording; "" for none."""
    return f"{PATH}{name}{SUFFIX}" if name else ""


def route(shelf: Shelf) -> Route:
    """Return the route of all recordings. Parts are served too: some players ask for them."""

    async def sound(request: Request) -> Response:
        file = shelf.file(request.path_params["name"])
        if file is None:
            raise HTTPException(404)
        return FileResponse(file, media_type=TYPE)

    return Route(f"{PATH}{{name:str}}{SUFFIX}", sound)
