from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

import httpx
import pytest
from starlette.applications import Starlette

from bot.desk.app import desk_app
from bot.desk.enrol import Enrolment, enrol, sign_in_link
from bot.dialogue.values import Locale
from bot.service.staff import Role
from bot.store.staff import SqliteStaff
from tests.desk.support import Clock, FakeShell, memory_records, wording

URL = "http://127.0.0.1:8081"


@dataclass
class Browser:
    """A browser with its own cookies that fills in forms as ours would."""

    client: httpx.AsyncClient
    token: str = ""

    async def get(self, path: str, **headers: str) -> httpx.Response:
        """Open a page."""
        return await self.client.get(path, headers=headers)

    async def post(self, path: str, **fields: str) -> httpx.Response:
        """Send a form with the token of this session."""
        headers = {"Origin": URL, "Sec-Fetch-Site": "same-origin"}
        return await self.client.post(path, data={"csrf": self.token} | fields, headers=headers)

    async def learn_token(self) -> None:
        """Read the form token off the first page."""
        page = await self.get("/")
        self.token = page.text.partition('name="form-token" content="')[2].partition('"')[0]


@dataclass
class House:
    """A Desk with everything around it."""

    app: Starlette
    shell: FakeShell
    records: SqliteStaff
    clock: Clock
    browsers: list[httpx.AsyncClient] = field(default_factory=list)

    def browser(self, source: str = "203.0.113.5", agent: str = "one") -> Browser:
        """Return a fresh browser at a source."""
        client = httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app, client=(source, 1), raise_app_exceptions=False),
            base_url=URL,
            headers={"User-Agent": agent},
        )
        self.browsers.append(client)
        return Browser(client)

    async def staff(self, name: str = "Aida", role: Role = Role.OPERATOR) -> Enrolment:
        """Make an account."""
        made = await enrol(self.records, name, now=self.clock(), role=role, locale=Locale("en"))
        assert made is not None
        return made

    async def signed_in(
        self, name: str = "Aida", role: Role = Role.OPERATOR, *, duty: bool = True
    ) -> tuple[Browser, Enrolment]:
        """Return a browser of a new operator, signed in and on duty."""
        made, browser = await self.staff(name, role), self.browser()
        await self.by_link(browser, made)
        if duty:
            assert (await browser.post("/duty")).status_code == 303
        return browser, made

    async def by_link(self, browser: Browser, made: Enrolment) -> httpx.Response:
        """Sign a browser in by a link."""
        link = await sign_in_link(self.records, made.operator.id, URL, now=self.clock())
        answer = await browser.post("/sign-in/link", token=link.partition("#")[2])
        await browser.learn_token()
        return answer


MakeHouse = Callable[..., Awaitable[House]]


@pytest.fixture
async def make_house() -> AsyncIterator[MakeHouse]:
    """Build Desks, and close their browsers."""
    houses: list[House] = []

    async def make(*, url: str = URL, demo: bool = False) -> House:
        shell, records, clock = FakeShell(), await memory_records(), Clock()
        app = desk_app(shell, records, wording(), public_url=url, demo=demo, clock=clock)
        houses.append(House(app, shell, records, clock))
        return houses[-1]

    yield make
    for house in houses:
        for client in house.browsers:
            await client.aclose()


@pytest.fixture
async def house(make_house: MakeHouse) -> House:
    """Return a Desk on loopback."""
    return await make_house()
