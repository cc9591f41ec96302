from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from bot.service.records import Source
from tests.browser.conftest import Open, Site, Watch, begin, write

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_visitor_talks_by_buttons_and_words(visit: Open, site: Site) -> None:
    """Choose a language, press an answer, write, be answered by a person, reload."""
    page = await visit()
    await begin(page, "ky")
    await expect(page.locator("html")).to_have_attribute("lang", "ky")
    await page.locator("#choices button", has_text="My papers").click()
    await expect(page.locator(".line.bot").last).to_contain_text("Heard: My papers")
    await write(page, "help\nme")
    await expect(page.locator(".line.bot").last).to_contain_text("Heard: help")
    site.shell.say(site.shell.only(), Source.OPERATOR, "Good day.", "I am here.")
    operator = page.locator(".line.operator")
    await expect(operator.locator("p")).to_have_text(["Good day.", "I am here."])
    before = await page.locator(".line .words").all_inner_texts()
    await page.reload()
    assert await page.locator(".line .words").all_inner_texts() == before


async def test_nothing_is_shown_twice(visit: Open) -> None:
    """A word stands once: while on its way, when kept, and when the log brings it back."""
    page = await visit()
    await begin(page)
    await write(page, "same")
    await write(page, "same")
    await expect(page.locator(".line.bot")).to_have_count(3)
    await expect(page.locator(".line.visitor")).to_have_count(2)
    await expect(page.locator(".line.pending")).to_have_count(0)


async def test_a_slow_network_loses_nothing(visit: Open, site: Site, watch: Watch) -> None:
    """The page says that it is trying, and sends the same message until it is kept."""
    watch.expected = {"Failed to load resource"}
    page = await visit()
    await begin(page)
    failed: list[str] = []

    async def lossy(route: object) -> None:
        if len(failed) == 2:
            await route.continue_()  # type: ignore[attr-defined]
            return
        failed.append(route.request.post_data)  # type: ignore[attr-defined]
        if len(failed) == 1:
            await route.abort()  # type: ignore[attr-defined]
        else:
            await route.fetch()  # type: ignore[attr-defined]
            await route.fulfill(status=502)  # type: ignore[attr-defined]

    await page.route("**/chat/messages", lossy)
    await write(page, "are you there")
    await expect(page.locator(".line.pending .delivery")).to_contain_text("Trying again")
    await expect(page.locator(".line.pending")).to_have_count(0)
    await expect(page.locator(".line.visitor")).to_have_count(1)
    assert len(set(failed)) == 1
    assert [body.get("text") for body in site.shell.bodies()] == ["/start", "are you there"]


async def test_what_cannot_be_sent_comes_back(visit: Open, watch: Watch) -> None:
    """Too long: one clear sentence, and the words are in the field again."""
    watch.expected = {"422"}
    page = await visit()
    await begin(page)
    await page.locator("#text").fill("я" * 100_000)
    await page.locator("#composer button").click()
    await expect(page.locator("#error")).to_contain_text("too long")
    assert await page.locator("#text").input_value() == "я" * 100_000
    await expect(page.locator(".line.visitor")).to_have_count(0)


async def test_two_tabs_show_the_same(visit: Open, site: Site) -> None:
    """What is written in one tab appears in the other; each has its own stream."""
    page = await visit()
    await begin(page)
    other = await page.context.new_page()
    await other.goto(site.url)
    await write(page, "from the first")
    await expect(other.locator(".line.visitor")).to_have_text(
        ["You\nfrom the first"], use_inner_text=True
    )


async def test_a_wipe_empties_the_open_page(visit: Open, site: Site) -> None:
    """Hide takes the words off the screen without a reload by hand."""
    page = await visit()
    await begin(page)
    await write(page, "secret words")
    await expect(page.locator(".line.bot")).to_have_count(2)
    site.shell.wipe(site.shell.only())
    site.shell.say(site.shell.only(), Source.BOT, "Good day.")
    await expect(page.locator(".line .words")).to_have_text(["Good day."])


async def test_a_long_answer_is_read_from_its_beginning(visit: Open, site: Site) -> None:
    """New or after a reload, the first lines of an answer are on the screen, not its end."""
    page = await visit()
    await begin(page)
    await write(page, "tell me")
    await expect(page.locator(".line.bot")).to_have_count(2)
    talk = site.shell.only()
    site.shell.say(talk, Source.OPERATOR, "The beginning.", *["More of it, word by word."] * 40)
    site.shell.say(talk, Source.BOT, "Something short after it.")
    start = page.get_by_text("The beginning.")
    await expect(start).to_be_in_viewport()
    await page.locator("#text").focus()
    site.shell.say(talk, Source.OPERATOR, "Another one.")
    await expect(page.locator("#newer")).to_be_visible()
    await expect(start).to_be_in_viewport()
    await page.locator("#newer").click()
    await expect(page.get_by_text("Another one.")).to_be_in_viewport()
    site.shell.wipe(talk)
    site.shell.say(talk, Source.BOT, "Anew from here.", *["More of it, word by word."] * 40)
    await expect(page.get_by_text("Anew from here.")).to_be_in_viewport()


async def test_everything_works_by_keyboard(visit: Open) -> None:
    """Exit is the first stop; an answer is chosen, and focus stays in the conversation."""
    page = await visit()
    await page.keyboard.press("Tab")
    await expect(page.locator("#exit")).to_be_focused()
    for _ in range(3):
        await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await page.locator(".line.bot").first.wait_for()
    await page.wait_for_load_state()
    await page.locator("#choices button").first.focus()
    await page.keyboard.press("Enter")
    await expect(page.locator(".line.bot")).to_have_count(2)
    await expect(page.locator(".line.bot").last).to_be_focused()
    await page.keyboard.press("Tab")
    await expect(page.locator("#choices button").first).to_be_focused()


async def test_the_story_without_javascript(visit: Open, site: Site) -> None:
    """Forms alone: language, answer, words, new messages by a link, exit."""
    page = await visit(java_script_enabled=False)
    await page.locator("button[value=ru]").click()
    assert page.url == f"{site.url}/"
    await page.locator("#choices button").nth(1).click()
    assert "Heard: My papers" in await page.locator("#log").inner_text()
    await page.locator("#text").fill("help <b>me</b>")
    await page.locator("#composer button").click()
    assert "help <b>me</b>" in await page.locator(".line.visitor").last.inner_text()
    site.shell.say(site.shell.only(), Source.OPERATOR, "I am here")
    await page.locator(".reload a").click()
    assert "I am here" in await page.locator(".line.operator").inner_text()
    await page.locator("#exit").click()
    assert page.url == f"{site.url}/phrases"
    assert await page.context.cookies() == []
    await back(page, 5)
    assert "Heard" not in await page.content()


async def back(page: Page, times: int) -> None:
    for _ in range(times):
        await page.go_back()
