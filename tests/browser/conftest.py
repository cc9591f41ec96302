from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
import uvicorn
from playwright.async_api import Browser, BrowserContext, Page, Playwright, async_playwright
from starlette.applications import Starlette

from bot.channels.webchat.app import visitor_app
from bot.l10n.wording import Wording
from tests.webchat.shell import MemoryShell

CHROMIUM = "/usr/bin/chromium"
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
CLOSING_SECONDS = 10
LOCALES = Path(__file__).parents[2] / "locales"
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass
class Site:
    """A served visitor's port over a shell in memory."""

    url: str
    shell: MemoryShell
    app: Starlette


@asynccontextmanager
async def served(make: Callable[[str], Starlette]) -> AsyncIterator[tuple[str, Starlette]]:
    """Serve the app that `make` builds for its own address, on a free loopback port."""
    listener = socket.create_server(("127.0.0.1", 0))
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    app = make(url)
    config = uvicorn.Config(
        app,
        http="httptools",
        access_log=False,
        server_header=False,
        log_config=None,
        timeout_graceful_shutdown=3,
    )
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve([listener]))
    try:
        yield url, app
    finally:
        if hasattr(app.state, "closing"):
            app.state.closing.set()
        server.should_exit = True
        await running


class Watch:
    """Fails the test for anything a page must never do: errors, dialogs, foreign requests."""

    def __init__(self, own: str) -> None:
        self.own = own
        self.wrong: list[str] = []
        self.expected: set[str] = set()
        """Parts of console messages that a test causes on purpose."""

    def look(self, page: Page) -> None:
        """Follow a page from now on."""
        page.on("pageerror", lambda error: self.wrong.append(f"error {error.name}"))
        page.on("console", lambda message: self._console(message.type, message.text))
        page.on("request", lambda request: self._request(request.url))
        page.on("dialog", self._dialog)

    async def _dialog(self, dialog: object) -> None:
        self.wrong.append("dialog")
        await dialog.dismiss()  # type: ignore[attr-defined]

    def _console(self, kind: str, text: str) -> None:
        if kind in {"error", "warning"} and not any(part in text for part in self.expected):
            self.wrong.append(f"console: {text[:200]}")

    def _request(self, url: str) -> None:
        if not url.startswith(self.own):
            self.wrong.append("a request to another place")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def playwright() -> AsyncIterator[Playwright]:
    async with async_playwright() as playwright:
        yield playwright


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def chromium(playwright: Playwright) -> AsyncIterator[Browser]:
    browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
    yield browser
    await browser.close()


@pytest_asyncio.fixture(loop_scope="session")
async def site() -> AsyncIterator[Site]:
    shell = MemoryShell()
    wording = Wording(LOCALES, strict=True)
    make = lambda url: visitor_app(shell, wording, public_url=url, demo=False)  # noqa: E731
    async with served(make) as (url, app):
        yield Site(url, shell, app)


@pytest.fixture
def watch(site: Site) -> Watch:
    return Watch(site.url)


Open = Callable[..., Awaitable[Page]]


async def shut(context: BrowserContext) -> None:
    """Close a browser of its own.

    Chromium 156 may never answer a close that meets a page on its way to the next one
    (three in forty here); once that page is sent elsewhere, it lets go.
    """
    try:
        async with asyncio.timeout(CLOSING_SECONDS):
            await context.close()
    except TimeoutError:
        for page in context.pages:
            await page.goto("about:blank")
        await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def visit(chromium: Browser, site: Site, watch: Watch) -> AsyncIterator[Open]:
    """Return a function that opens the first screen in a browser of its own."""
    contexts: list[BrowserContext] = []

    async def visit(**options: object) -> Page:
        given = {"locale": "en-GB", "viewport": {"width": 360, "height": 740}, **options}
        context = await chromium.new_context(**given)  # type: ignore[arg-type]
        contexts.append(context)
        page = await context.new_page()
        watch.look(page)
        await page.goto(site.url)
        return page

    yield visit
    for context in contexts:
        await shut(context)
    assert watch.wrong == []


async def begin(page: Page, locale: str = "en") -> None:
    """Press the button of a language and wait for the first answer."""
    await page.locator(f"button[value={locale}]").click()
    await page.locator(".line.bot").first.wait_for()
    await page.wait_for_load_state()  # the scripts have run


async def write(page: Page, words: str) -> None:
    """Write a message and send it with Enter."""
    await page.locator("#text").fill(words)
    await page.locator("#text").press("Enter")
