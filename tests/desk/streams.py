"""Reads a stream of the Desk event by event, straight from the application."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, MutableMapping
from contextlib import asynccontextmanager
from typing import Any

from tests.desk.conftest import URL, Browser, House

PATIENCE = 5
"""Seconds after which a test gives up; nothing is measured by it."""


class Stream:
    """What one open stream has told."""

    def __init__(self) -> None:
        self.status = 0
        self.parts: asyncio.Queue[str | None] = asyncio.Queue()

    async def next(self, *names: str) -> tuple[str, Any, str]:
        """Return the next event of one of these names: name, data, id."""
        while True:
            part = await asyncio.wait_for(self.parts.get(), PATIENCE)
            assert part is not None, "the stream ended"
            fields = dict(line.split(": ", 1) for line in part.splitlines() if ": " in line)
            if fields.get("event") in names:
                return fields["event"], json.loads(fields["data"]), fields.get("id", "")

    async def ended(self) -> None:
        """Wait until the stream is over."""
        while await asyncio.wait_for(self.parts.get(), PATIENCE) is not None:
            pass


@asynccontextmanager
async def follow(
    house: House, browser: Browser, path: str, **headers: str
) -> AsyncIterator[Stream]:
    """Open a stream with the browser's cookie."""
    path, _, query = path.partition("?")
    stream, gone = Stream(), asyncio.Event()
    cookies = "; ".join(f"{name}={value}" for name, value in browser.client.cookies.items())
    given = {"host": URL.partition("//")[2], "cookie": cookies, "user-agent": "one"} | headers
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [
            (name.replace("_", "-").encode(), value.encode()) for name, value in given.items()
        ],
        "client": ("203.0.113.5", 1),
        "server": ("127.0.0.1", 8081),
    }

    async def receive() -> MutableMapping[str, Any]:
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            stream.status = message["status"]
        elif message.get("body"):
            stream.parts.put_nowait(message["body"].decode())
        if message["type"] == "http.response.body" and not message.get("more_body"):
            stream.parts.put_nowait(None)

    task = asyncio.create_task(house.app(scope, receive, send))
    try:
        yield stream
    finally:
        gone.set()
        await asyncio.wait_for(task, PATIENCE)
