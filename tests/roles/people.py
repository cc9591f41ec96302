"""A visitor and an operator, each with a browser that does without pictures."""

from __future__ import annotations

import asyncio
import json
import re
import uuid
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.roles.installation import Installation, Process

PATIENCE = 60.0
STEP = 0.1
TOKEN = re.compile(r'name="form-token" content="([^"]+)"')


@dataclass
class Visitor:
    """Writes, and hears by the stream of the page."""

    client: httpx.AsyncClient
    heard: list[dict[str, Any]] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def writes(self, words: str) -> httpx.Response:
        """Send words."""
        body = {"id": str(uuid.uuid4()), "text": words, "hint": "en"}
        return await self.client.post("/chat/messages", json=body)

    async def listen(self) -> None:
        """Follow the stream from the last line heard, as a browser does, until cancelled."""
        while True:
            after = str(self.heard[-1]["id"]) if self.heard else "0"
            try:
                await self._follow({"last-event-id": after})
            except httpx.TransportError:
                await asyncio.sleep(STEP)

    async def _follow(self, headers: dict[str, str]) -> None:
        stream = self.client.stream("GET", "/chat/events", headers=headers, timeout=None)
        async with stream as events:
            async for line in events.aiter_lines():
                if line.startswith("data: {"):
                    self.heard.append(json.loads(line.removeprefix("data: ")))
                    self.news.set()

    async def hears_more_than(self, lines: int) -> None:
        """Wait for another line."""
        async with asyncio.timeout(PATIENCE):
            while len(self.heard) <= lines:
                self.news.clear()
                await self.news.wait()

    async def hears(self, words: str, source: str = "bot") -> None:
        """Wait for a line with these words."""
        await self.hears_one_of({"it": words}, source)

    async def hears_one_of(self, wanted: dict[str, str], source: str = "bot") -> str:
        """Wait for a line with some of these words; return the name of which."""
        async with asyncio.timeout(PATIENCE):
            while True:
                for line in self.heard:
                    for name, words in wanted.items():
                        if line.get("from") == source and words in line["text"]:
                            return name
                self.news.clear()
                await self.news.wait()


@dataclass
class Operator:
    """Signed in at the Desk."""

    client: httpx.AsyncClient
    token: str = ""

    async def act(self, path: str, **fields: str) -> httpx.Response:
        """Press a button."""
        return await self.client.post(path, data={"csrf": self.token, **fields})

    async def takes(self) -> str:
        """Press *Take next* until somebody waits; return the page of the ticket."""
        async with asyncio.timeout(PATIENCE):
            while True:
                where = (await self.act("/next")).headers["location"]
                if where.startswith("/tickets/"):
                    return str(where)
                await asyncio.sleep(STEP)

    async def reads(self, page: str, words: str) -> str:
        """Look at a page until the words are there."""
        async with asyncio.timeout(PATIENCE):
            while True:
                shown = (await self.client.get(page)).text
                if words in shown:
                    return shown
                await asyncio.sleep(STEP)

    async def says(self, page: str, words: str) -> int:
        """Say something to the visitor."""
        answer = await self.act(f"{page}/say", id=str(uuid.uuid4()), words=words)
        return answer.status_code


async def sign_in(site: Installation, desk: Process, name: str = "Aida") -> Operator:
    """Make an account by the command line and sign in with it."""
    code, printed, wrong = await site.safar("operators", "add", name, "--locale", "en")
    assert code == 0, wrong
    shown = dict(re.findall(r"(Name|Password):\s+(\S+)", printed))
    recovery = printed.rsplit("once:", 1)[1].split()[0]
    operator = Operator(site.browser(desk.links["Operator"]))
    form = {"name": name, "password": shown["Password"], "code": recovery}
    answer = await operator.client.post("/sign-in", data=form)
    assert answer.status_code == 303, answer.text
    found = TOKEN.search((await operator.client.get("/")).text)
    assert found is not None
    operator.token = found.group(1)
    return operator
