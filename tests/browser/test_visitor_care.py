from __future__ import annotations

import pytest
from playwright.async_api import expect

from bot.channels.webchat.tabs import MOST
from tests.browser.conftest import Open, Site, begin, write

pytestmark = pytest.mark.asyncio(loop_scope="session")
SECURITY = "getComputedStyle(document.getElementById('text')).webkitTextSecurity"


async def test_what_is_typed_can_be_hidden_from_who_looks_on(visit: Open) -> None:
    """By pointer or keyboard; the words sent are the words typed, and nothing remembers it."""
    page = await visit()
    await begin(page)
    veil = page.get_by_label("Hide what I type")
    assert await page.evaluate(SECURITY) == "none"
    await veil.focus()
    await page.keyboard.press("Space")
    await expect(page.locator("#text")).to_be_focused()
    assert await page.evaluate(SECURITY) == "disc"
    await write(page, "under the veil")
    await expect(page.locator(".line.bot").last).to_contain_text("Heard: under the veil")
    assert await page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    await page.reload()
    await expect(veil).not_to_be_checked()
    assert await page.evaluate(SECURITY) == "none"


async def test_a_tab_too_many_rests_until_it_is_looked_at(visit: Open, site: Site) -> None:
    """The newest tabs stay live, the oldest comes back when the visitor turns to it."""
    page = await visit()
    await begin(page)
    others = [await page.context.new_page() for _ in range(MOST)]
    for other in others:
        await other.goto(site.url)
        await other.wait_for_load_state()
    await write(others[-1], "from the newest")
    await expect(others[1].locator(".line.visitor")).to_have_count(1)
    await expect(page.locator(".line.visitor")).to_have_count(0)
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    await expect(page.locator(".line.visitor")).to_have_count(1)
