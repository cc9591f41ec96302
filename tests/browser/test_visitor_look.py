from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from bot.service.records import Source
from tests.browser.conftest import AXE_TAGS, Open, Site, Watch, begin, write

pytestmark = pytest.mark.asyncio(loop_scope="session")

WIDTHS = (360, 768, 1280)
LONG = (
    "First a longer thought, so that there is something to scroll: " + "keep your passport. " * 8,
    "Second: who asks you for money before the work begins is not an employer.",
    "https://example.org/a-very-long-address-without-any-place-to-break-it-anywhere-at-all-0000",
)


async def axe(page: Page) -> None:
    """Fail with the ids of rules and the elements they name."""
    result: Any = await Axe().run(page, options={"runOnly": AXE_TAGS})
    found = [
        (rule["id"], [node["target"] for node in rule["nodes"]])
        for rule in result.response["violations"]
    ]
    assert found == []


async def fits(page: Page) -> None:
    """Nothing runs over the side of the screen, and what can be pressed is large enough."""
    wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0
    small = await page.evaluate(
        """() => [...document.querySelectorAll("button, summary, textarea, nav a")]
          .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 44)
          .map((one) => one.outerHTML.slice(0, 60))"""
    )
    assert small == []


async def fill(page: Page, site: Site) -> None:
    """A conversation with every kind of line."""
    await write(page, "Hello, I have a question about work in another country")
    await expect(page.locator(".line.bot")).to_have_count(2)
    conversation = site.shell.only()
    site.shell.say(conversation, Source.NOTICE, "A person has joined.")
    site.shell.say(conversation, Source.OPERATOR, *LONG)
    await page.locator(".line.operator").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
async def test_every_page_is_readable_and_pressable(
    visit: Open, site: Site, tmp_path: Path, width: int, scheme: str
) -> None:
    """First screen, conversation and phrasebook: axe finds nothing, nothing runs over."""
    page = await visit(viewport={"width": width, "height": 740}, color_scheme=scheme)
    pictures = tmp_path / f"{width}-{scheme}"
    pictures.mkdir()

    async def look(name: str) -> None:
        await page.screenshot(path=pictures / f"{name}.png")
        await axe(page)
        await fits(page)

    await look("first")
    await begin(page)
    await look("begun")
    await fill(page, site)
    await look("talk")
    await page.locator("summary").click()
    await page.keyboard.press("Shift")
    await look("about")
    await page.locator("#exit").click()
    await page.wait_for_url("**/phrases")
    await look("phrases")


@pytest.mark.parametrize("size", [(320, 256), (320, 640), (740, 330)])
async def test_large_zoom_and_small_screens_keep_everything_reachable(
    visit: Open, site: Site, size: tuple[int, int]
) -> None:
    """At 400 percent, on the smallest phone and lying on its side nothing is cut off."""
    page = await visit(viewport={"width": size[0], "height": size[1]})
    await begin(page)
    await fill(page, site)
    await fits(page)
    await page.locator("#text").scroll_into_view_if_needed()
    await page.locator("#text").fill("still here")
    await expect(page.locator("#exit")).to_be_in_viewport()
    await page.locator("#composer button").click()
    await expect(page.locator(".line.bot")).to_have_count(3)


async def test_the_page_without_javascript_is_clean_too(visit: Open, watch: Watch) -> None:
    """An error stands beside the field, and everything still fits."""
    watch.expected = {"422"}
    page = await visit(java_script_enabled=False)
    await page.locator("button[value=en]").click()
    await page.locator("#composer button").click()
    await page.wait_for_load_state()
    assert "Write something" in await page.locator("#error").inner_text()
    await fits(page)
