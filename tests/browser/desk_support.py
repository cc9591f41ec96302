"""A served Desk with a few tickets, and operators who sign in by link in browsers of their own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from playwright.async_api import Browser, BrowserContext, Page, expect

from bot.desk.app import desk_app
from bot.desk.enrol import enrol, sign_in_link
from bot.dialogue.effects import Urgency
from bot.dialogue.values import ChannelKind, Locale
from bot.service.records import Button, Delivery, Source
from bot.service.staff import Role
from bot.store.staff import SqliteStaff
from tests.browser.conftest import Watch, served, shut
from tests.desk.support import SIGNS, FakeShell, memory_records, said, ticket, wording

EXPECTED = {"status of 401", "status of 404", "ERR_INCOMPLETE_CHUNKED", "ERR_CONNECTION_REFUSED"}
"""Console lines a browser writes by itself when a session ends or the server stops."""


@dataclass
class Place:
    """A served Desk."""

    url: str
    shell: FakeShell
    records: SqliteStaff
    chromium: Browser
    watch: Watch
    contexts: list[BrowserContext] = field(default_factory=list)

    async def link(self, name: str = "Aida", locale: str = "en") -> str:
        """Make an operator, and a link to sign in once."""
        now = datetime.now(UTC)
        made = await enrol(self.records, name, now=now, role=Role.SUPERVISOR, locale=Locale(locale))
        assert made is not None
        return await sign_in_link(self.records, made.operator.id, self.url, now=now)

    async def page(self, **options: object) -> Page:
        """Open an empty page in a browser of its own."""
        given = {"locale": "en-GB", "viewport": {"width": 1280, "height": 800}, **options}
        context = await self.chromium.new_context(**given)  # type: ignore[arg-type]
        self.contexts.append(context)
        page = await context.new_page()
        self.watch.look(page)
        return page

    async def operator(self, name: str = "Aida", locale: str = "en", **options: object) -> Page:
        """Sign a new operator in by link, as a person would."""
        page = await self.page(**options)
        await page.goto(await self.link(name, locale))
        await page.locator("button.main").click()
        await expect(page.locator("#duty")).to_be_visible()
        return page

    async def on_duty(self, name: str = "Aida", locale: str = "en", **options: object) -> Page:
        """Sign in and go on duty."""
        page = await self.operator(name, locale, **options)
        await page.locator("#duty button.main").click()
        await expect(page.locator("#duty .state.on")).to_be_visible()
        await self.awake(page)
        return page

    async def awake(self, page: Page) -> None:
        """Wait until the scripts of a page have begun."""
        await expect(page.locator("html.script")).to_be_attached()

    async def take(self, page: Page) -> None:
        """Take the next visitor."""
        await page.locator("#take-next button").click()
        await expect(page.locator("#log")).to_be_visible()
        await self.awake(page)


@asynccontextmanager
async def desk_place(chromium: Browser) -> AsyncIterator[Place]:
    """Serve a Desk; at the end nothing may have gone wrong in any of its browsers."""
    shell, records = FakeShell(), await memory_records()

    async with served(
        lambda url: desk_app(shell, records, wording(), public_url=url, demo=True)
    ) as (url, _):
        watch = Watch(url)
        watch.expected |= EXPECTED
        place = Place(url, shell, records, chromium, watch)
        yield place
        for context in place.contexts:
            await shut(context)
    assert watch.wrong == []


def furnish(shell: FakeShell) -> None:
    """Put tickets of every look into the queue, the emergency with a talk of every kind."""
    now = datetime.now(UTC)
    minute = timedelta(minutes=1)
    shell.add(
        ticket(
            "poplar",
            urgency=Urgency.EMERGENCY,
            signs=SIGNS,
            opened=now - 2 * minute,
            channel=ChannelKind.TELEGRAM,
            minor=True,
        ),
        said(1, "Мени үйдө кулпулап коюшту, паспортумду алып алышты. Эмне кылайын?"),
        said(
            2,
            "Мен программамын. Азыр адам келет.",
            Source.BOT,
            choices=(Button("a", "1", "Жазбай турам", "d"), Button("b", "0", "Артка", "d")),
        ),
        said(3, "Адамга кезек: 1", Source.NOTICE),
        said(4, "Саламатсызбы. Мен ушул жердемин.", Source.OPERATOR, delivery=Delivery.DELIVERED),
        said(5, "Азыр үйдө эч ким жок"),
        said(6, "Called the partner; they can talk at 18:00.", Source.NOTE),
        said(7, "Түшүндүм, рахмат.", Source.OPERATOR, delivery=Delivery.UNKNOWN),
    )
    shell.add(ticket("river", urgency=Urgency.HIGH, opened=now - 12 * minute, locale=Locale("ru")))
    shell.add(ticket("lamp", opened=now - 40 * minute, channel=ChannelKind.SMS, quiet=True))
    shell.add(ticket("meadow", urgency=Urgency.LOW, opened=now - 5 * minute))
