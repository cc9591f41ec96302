from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from playwright.async_api import Page, Playwright, Route, expect

from tests.browser.conftest import ARGS, CHROMIUM, Open, Site, begin, write

pytestmark = pytest.mark.asyncio(loop_scope="session")

CANARY = "CNRY-5b1f9c2e-kept-nowhere"
TRACES = """async () => ({
  local: localStorage.length, session: sessionStorage.length, cookie: document.cookie,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length,
  entries: performance.getEntries().map((entry) => entry.name).join(" "),
  history: history.length, state: history.state,
})"""


async def talk(page: Page) -> None:
    await begin(page)
    await write(page, CANARY)
    await expect(page.locator(".line.bot")).to_have_count(2)
    await page.locator("#text").fill(f"{CANARY} not sent")


async def gone(page: Page, site: Site) -> None:
    await page.wait_for_url("**/phrases")
    assert "Heard" not in await page.content()
    assert await page.context.cookies() == []
    assert not site.shell.places


async def test_exit_leaves_nothing_to_come_back_to(visit: Open, site: Site) -> None:
    """One press; then Back five times, storage, caches and cookies show nothing."""
    page = await visit()
    await talk(page)
    length = await page.evaluate("history.length")
    await page.locator("#exit").click()
    await gone(page, site)
    traces = await page.evaluate(TRACES)
    assert "/chat" not in traces.pop("entries")
    assert traces == {
        "local": 0,
        "session": 0,
        "cookie": "",
        "databases": 0,
        "caches": 0,
        "history": length,
        "state": None,
    }
    for _ in range(5):
        await page.go_back()
        assert CANARY not in await page.content()


async def test_the_whole_visit_is_one_entry_of_the_history(visit: Open) -> None:
    """Starting, writing and choosing add no step that Back could return to."""
    page = await visit()
    length = await page.evaluate("history.length")
    await talk(page)
    await page.locator("#choices button").first.click()
    await expect(page.locator(".line.bot")).to_have_count(3)
    assert await page.evaluate("history.length") == length


async def test_shift_three_times_exits(visit: Open, site: Site) -> None:
    """The button counts along, and speaks; the third press leaves."""
    page = await visit()
    await talk(page)
    await page.keyboard.press("Shift")
    await expect(page.locator("#exit-spoken")).to_contain_text("two more")
    await page.keyboard.press("Shift")
    await expect(page.locator("#exit-spoken")).to_contain_text("once more")
    await page.keyboard.press("Shift")
    await gone(page, site)


async def test_capital_letters_do_not_exit(visit: Open) -> None:
    """Shift that changes another key is not counted, and another key starts the count anew."""
    page = await visit()
    await talk(page)
    for _ in range(4):
        await page.keyboard.press("Shift+A")
    for key in ("Shift", "Shift", "a", "Shift", "Shift"):
        await page.keyboard.press(key)
    await expect(page.locator("#exit")).to_have_attribute("data-presses", "2")
    assert "/phrases" not in page.url


async def test_the_cover_does_not_wait_for_the_network(visit: Open, site: Site) -> None:
    """With the next page held back, the words are gone and a phrasebook stands there."""
    page = await visit()
    await talk(page)
    held: asyncio.Future[Route] = asyncio.get_running_loop().create_future()
    await page.route("**/phrases", lambda route: held.set_result(route))  # noqa: PLW0108 - marked by Playwright
    text = await page.evaluate(
        """() => {
          document.getElementById("exit").click();
          return document.body.innerText + document.querySelectorAll("textarea").length;
        }"""
    )
    assert CANARY not in text
    assert text.startswith("Phrasebook")
    assert text.endswith("0")
    await (await held).continue_()
    await gone(page, site)


async def test_exit_in_one_tab_empties_the_other(visit: Open, site: Site) -> None:
    """No second tab goes on showing the conversation."""
    page = await visit()
    await talk(page)
    other = await page.context.new_page()
    await other.goto(site.url)
    await expect(other.locator(".line.bot")).to_have_count(2)
    await page.locator("#exit").click()
    await expect(other.locator(".line")).to_have_count(0)
    await other.locator("button[value=en]").wait_for()


async def test_a_page_brought_back_from_memory_is_emptied(visit: Open) -> None:
    """The browser may keep a page alive; shown again it holds no word of before."""
    page = await visit()
    await talk(page)
    async with page.expect_navigation():
        text = await page.evaluate(
            """() => {
              dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
              return document.body.innerText;
            }"""
        )
    assert CANARY not in text


async def test_the_browser_profile_holds_no_word(
    playwright: Playwright, site: Site, tmp_path: Path
) -> None:
    """After exit no file of the browser contains what was written, sent or not."""
    context = await playwright.chromium.launch_persistent_context(
        tmp_path, executable_path=CHROMIUM, args=ARGS, locale="en-GB"
    )
    page = context.pages[0]
    await page.goto(f"{site.url}/phrases?in=en&planted=CNRY-planted")
    await page.goto(site.url)
    await talk(page)
    await page.locator("#exit").click()
    await gone(page, site)
    await context.close()
    assert found(tmp_path, "CNRY-planted"), "the scanner finds what a browser does keep"
    assert not found(tmp_path, CANARY)


def found(folder: Path, words: str) -> bool:
    """Tell whether any file of a folder holds the words, as UTF-8 or UTF-16."""
    shapes = (words.encode(), words.encode("utf-16-le"), words.encode("utf-16-be"))
    files = (file.read_bytes() for file in folder.rglob("*") if file.is_file())
    return any(shape in content for content in files for shape in shapes)
