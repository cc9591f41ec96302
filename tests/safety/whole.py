"""The whole of Safar in this process: the real store, both applications, no network."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from starlette.applications import Starlette

from bot.bootstrap import House, clock, open_house
from bot.channels.webchat.app import visitor_app
from bot.desk.app import desk_app
from bot.desk.enrol import enrol, sign_in_link
from bot.dialogue.values import Locale
from bot.service.receive import Library

VISITORS, DESK = "http://127.0.0.1:8090", "http://127.0.0.1:8091"
CRY = "he locked me in and beats me"


@dataclass
class Whole:
    """One installation; every browser is closed at its end."""

    house: House
    visitors: Starlette
    desk: Starlette
    clients: list[httpx.AsyncClient] = field(default_factory=list)

    def browser(self, app: Starlette, origin: str, **headers: str) -> httpx.AsyncClient:
        """Return a browser of its own."""
        own = {"origin": origin, "sec-fetch-site": "same-origin", "accept-language": "en"}
        client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app=app, raise_app_exceptions=False),
            base_url=origin,
            headers=own | headers,
        )
        self.clients.append(client)
        return client

    async def visitor(self) -> httpx.AsyncClient:
        """Return a visitor's browser that has chosen English."""
        client = self.browser(self.visitors, VISITORS)
        assert (await self.writes(client, "/start")).status_code == 202
        return client

    async def writes(self, client: httpx.AsyncClient, words: str) -> httpx.Response:
        """Let a visitor write, and see the turn through."""
        body = {"id": str(uuid.uuid4()), "text": words, "hint": "en"}
        answer = await client.post("/chat/messages", json=body)
        await self.house.reception.idle()
        return answer

    async def operator(self, name: str = "Aida") -> tuple[httpx.AsyncClient, str]:
        """Return the browser of an operator on duty, and the token of its forms."""
        made = await enrol(self.house.records, name, now=clock(), locale=Locale("en"))
        assert made is not None
        link = await sign_in_link(self.house.records, made.operator.id, DESK, now=clock())
        client = self.browser(self.desk, DESK)
        await client.post("/sign-in/link", data={"token": link.partition("#")[2]})
        page = (await client.get("/")).text
        token = page.partition('name="form-token" content="')[2].partition('"')[0]
        assert (await client.post("/duty", data={"csrf": token})).status_code == 303
        return client, token


@asynccontextmanager
async def whole(folder: Path, library: Library) -> AsyncIterator[Whole]:
    """Open an installation and close it."""
    house = await open_house(folder / "data", folder / "key", library=library)
    wording = library.wording
    made = Whole(
        house,
        visitor_app(house.shell, wording, public_url=VISITORS, demo=False),
        desk_app(house.tickets, house.records, wording, public_url=DESK),
    )
    try:
        yield made
    finally:
        await house.reception.idle()
        for client in made.clients:
            await client.aclose()
        house.file.close()
