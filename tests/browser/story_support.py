"""The real process of `safar run --demo`, and two people in two browsers."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pyotp
from playwright.async_api import Browser, Page, expect

ROOT = Path(__file__).parents[2]
READY = "Ctrl-C"
CODE = re.compile(r"\d{4} \d{4} \d{4} \d{4}")


@dataclass(frozen=True)
class Running:
    """A demonstration that runs: where visitors write and where the operator signs in."""

    visitors: str
    operator: str
    process: asyncio.subprocess.Process


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of an installation of its own in `folder`."""
    quiet = {name: value for name, value in os.environ.items() if not name.startswith("SAFAR_")}
    own = {"SAFAR_DATA": folder / "data", "SAFAR_KEY_FILE": folder / "key", "TMPDIR": folder}
    return {**quiet, **{name: str(path) for name, path in own.items()}}


@asynccontextmanager
async def running(folder: Path, *options: str) -> AsyncIterator[Running]:
    """Start the process on free ports; stop it as a person would."""
    log = (folder / "log").open("wb")
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "run", "--port", "0", "--desk-port", "0", *options),
        cwd=ROOT,
        env=environment(folder),
        stdout=asyncio.subprocess.PIPE,
        stderr=log,
    )
    try:
        yield await _links(process)
    finally:
        process.send_signal(signal.SIGTERM)
        ended = await process.wait()
        log.close()
        assert ended == 0


async def _links(process: asyncio.subprocess.Process) -> Running:
    assert process.stdout is not None
    printed = ""
    while READY not in printed:
        line = await process.stdout.readline()
        assert line, "the process ended before it was ready"
        printed += line.decode()
    links = dict(re.findall(r"(Visitor|Operator):\s+(\S+)", printed))
    return Running(links["Visitor"], links["Operator"], process)


class VisitorPage:
    """A visitor's browser, in the words of a visitor."""

    def __init__(self, page: Page, home: str) -> None:
        self.page = page
        self.home = home

    async def arrive(self, language: str) -> None:
        """Open the page and choose a language on it."""
        await self.page.goto(self.home)
        await self.page.get_by_role("button", name=language).first.click()

    async def choose(self, label: str) -> None:
        """Press a choice."""
        await self.page.get_by_role("button", name=label).last.click()

    async def write(self, words: str) -> None:
        """Type words and press Send, which works before the script has loaded too."""
        await self.page.get_by_role("textbox").fill(words)
        await self.page.locator("#composer button").click()

    async def reads(self, words: str) -> None:
        """Wait until these words stand in the conversation."""
        await expect(self.page.get_by_role("log").get_by_text(words).last).to_be_visible()

    async def code(self) -> str:
        """Return the number that brings this talk back."""
        shown = self.page.get_by_role("log").get_by_text(CODE).last
        found = CODE.search(await shown.inner_text())
        assert found is not None
        return found[0]


class OperatorPage:
    """An operator's browser, in the words of an operator."""

    def __init__(self, page: Page, link: str) -> None:
        self.page = page
        self.link = link

    async def arrive(self) -> None:
        """Sign in by the link, choose English and go on duty."""
        await self.page.goto(self.link)
        await self.page.locator("main form button").first.click()
        await self.page.wait_for_url("**/")
        await self.page.goto(self.page.url + "account")
        await self.page.locator("#locale").select_option("en")
        await self.page.locator("form[action='/account/language'] button").click()
        await self.page.locator("header a[href='/']").first.click()
        await self.page.get_by_role("button", name="Go on duty").click()

    async def sign_in(self, name: str, password: str, totp: str) -> None:
        """Sign in as every day: name, password and the six digits."""
        await self.page.goto(self.link)
        await self.page.locator("input[name=name]").fill(name)
        await self.page.locator("input[name=password]").fill(password)
        await self.page.locator("input[name=code]").fill(pyotp.TOTP(totp).now())
        await self.page.locator("main form button").first.click()
        await self.page.get_by_role("button", name="Go on duty").click()

    async def take(self) -> None:
        """Take the next visitor."""
        await self.page.get_by_role("button", name="Take next").click()
        await self.page.wait_for_url("**/tickets/**")

    async def reads(self, words: str) -> None:
        """Wait until these words stand in the conversation."""
        await expect(self.page.get_by_role("log").get_by_text(words).last).to_be_visible()

    async def log(self) -> str:
        """Return everything that stands in the conversation."""
        return await self.page.get_by_role("log").inner_text()

    async def write(self, words: str) -> None:
        """Answer."""
        await self.page.locator("#words").fill(words)
        await self.page.locator("#send").click()

    async def close(self) -> None:
        """Wrap up and close."""
        await self.page.locator("#wrap-up summary").click()
        await self.page.locator("input[name=outcome]").first.check()
        await self.page.locator("#wrap-up button.main").click()


def demonstration(folder: Path) -> AbstractAsyncContextManager[Running]:
    """Start what `make run` starts."""
    return running(folder, "--demo")


async def add_operator(folder: Path, name: str) -> tuple[str, str]:
    """Make an account beside the running process; return password and code key."""
    command = (sys.executable, "-m", "bot", "operators", "add", name, "--locale", "en")
    made = await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, env=environment(folder), stdout=asyncio.subprocess.PIPE
    )
    printed = (await made.communicate())[0].decode()
    found = dict(re.findall(r"(Password|Code key):\s+(\S+)", printed))
    return found["Password"], found["Code key"]


async def page(browser: Browser, width: int = 360, height: int = 740) -> Page:
    """Open a browser of its own: no cookies shared with anybody."""
    context = await browser.new_context(viewport={"width": width, "height": height})
    return await context.new_page()
