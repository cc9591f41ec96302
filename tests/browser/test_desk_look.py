from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, expect

from bot.dialogue.effects import Reply
from tests.browser.conftest import AXE_TAGS
from tests.browser.desk_support import Place, desk_place, furnish

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(loop_scope="session")
async def place(chromium: Browser) -> AsyncIterator[Place]:
    async with desk_place(chromium) as place:
        yield place


async def faults(page: Page, folder: Path, name: str) -> list[object]:
    """Return what axe finds, what runs over the side and what is too small; leave a picture."""
    await page.screenshot(path=folder / f"{name}.png", full_page=True)
    result: Any = await Axe().run(page, options={"runOnly": AXE_TAGS})
    found = [
        (rule["id"], [node["target"] for node in rule["nodes"]])
        for rule in result.response["violations"]
    ]
    wide = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
    small = await page.evaluate(
        """() => [...document.querySelectorAll("button, summary, nav a, .tickets a")]
          .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 24)
          .map((one) => one.outerHTML.slice(0, 80))"""
    )
    return [(name, one) for one in (*found, *small, *(["too wide"] if wide > 0 else []))]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "locale"), [(360, "ky"), (768, "ru"), (1280, "en")])
async def test_every_page_is_readable(
    place: Place, tmp_path: Path, width: int, locale: str, scheme: str
) -> None:
    """Each page and state in each width, language and scheme."""
    options = {
        "viewport": {"width": width, "height": 800},
        "color_scheme": scheme,
        "reduced_motion": "reduce",
    }
    seen: list[object] = []
    furnish(place.shell)
    stranger = await place.page(**options)
    for path in ("/sign-in", "/sign-in/link"):
        await stranger.goto(f"{place.url}{path}?lang={locale}")
        seen += await faults(stranger, tmp_path, path.replace("/", "-")[1:])
    page = await place.operator("Aida", locale, **options)
    seen += await faults(page, tmp_path, "queue-off")
    await page.locator("#duty button.main").click()
    await place.take(page)
    await expect(page.locator("#count-waiting")).not_to_be_empty()
    seen += await faults(page, tmp_path, "talk")
    await page.locator("#words").fill("/")
    await expect(page.locator("#canned")).to_be_visible()
    seen += await faults(page, tmp_path, "talk-canned")
    await page.locator("#words").fill("")
    place.shell.change("poplar", quiet=True, reply=Reply.PULL)
    await expect(page.locator("#words")).to_be_disabled()
    await page.locator("#wrap-up summary").click()
    await page.locator("#pass-on summary").click()
    seen += await faults(page, tmp_path, "talk-quiet")
    await page.keyboard.press("?")
    await expect(page.locator("#keys")).to_be_visible()
    seen += await faults(page, tmp_path, "keys")
    for path in ("/", "/account", "/audit", "/tickets/none"):
        await page.goto(place.url + path)
        seen += await faults(page, tmp_path, f"page{path.replace('/', '-')}")
    assert seen == []
