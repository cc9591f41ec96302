from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from bot.desk.enrol import disable
from bot.dialogue.values import TicketId
from bot.service.records import Delivery, Source, TicketState
from bot.service.staff import Outcome
from tests.browser.desk_support import Place, desk_place, furnish
from tests.browser.payloads import PAYLOADS
from tests.desk.support import said, ticket

pytestmark = pytest.mark.asyncio(loop_scope="session")

READ = "(lines) => lines.map((line) => line.querySelector('.words').textContent)"


@pytest_asyncio.fixture(loop_scope="session")
async def place(chromium: Browser) -> AsyncIterator[Place]:
    async with desk_place(chromium) as place:
        yield place


async def test_sign_in_by_link_take_next_answer_and_close(place: Place) -> None:
    """The whole way of an operator, with a visitor who writes meanwhile."""
    link = await place.link()
    page = await place.page()
    await page.goto(link)
    await expect(page.locator("#token")).to_have_value(link.partition("#")[2])
    assert "#" not in page.url
    await page.get_by_role("button", name="Sign in").click()
    await page.get_by_role("button", name="Go on duty").click()
    place.shell.add(ticket("poplar"), said(1, "help"))
    await expect(page.locator("#waiting")).to_contain_text("quiet poplar")
    assert await page.title() == "(1) Queue"
    await page.get_by_role("button", name="Take next").click()
    await expect(page.locator(".line.visitor .words")).to_have_text("help")
    await page.locator("#words").fill("I am here")
    await page.locator("#send").click()
    await expect(page.locator(".line.operator .words")).to_have_text("I am here")
    await expect(page.locator("#words")).to_have_value("")
    place.shell.deliver("poplar", 2, Delivery.DELIVERED)
    await expect(page.locator(".line.operator .delivery")).to_contain_text("Seen")
    place.shell.append("poplar", "thank you", Source.VISITOR)
    await expect(page.locator(".line.visitor .words").last).to_have_text("thank you")
    await page.locator("#wrap-up summary").click()
    await page.get_by_label("Got information").check()
    await page.get_by_role("button", name="Close", exact=True).click()
    await expect(page.locator("#notices")).to_contain_text("closed")
    assert place.shell.wrapped[TicketId("poplar")].outcome is Outcome.INFORMED


async def test_everything_by_keyboard(place: Place) -> None:
    """Take, reply, ready reply, note and close without a mouse."""
    place.shell.add(ticket("poplar"), said(1, "help"))
    page = await place.on_duty()
    await page.keyboard.press("Alt+n")
    await expect(page.locator("#log")).to_be_visible()
    await place.awake(page)
    await page.keyboard.press("?")
    await expect(page.locator("#keys")).to_be_visible()
    await page.keyboard.press("Escape")
    await page.keyboard.press("Alt+l")
    await page.keyboard.type("/safe")
    await expect(page.locator("#canned [aria-selected=true]")).to_contain_text("Safe now?")
    await page.keyboard.press("Enter")
    await expect(page.locator("#words")).to_have_value(
        "Азыр жазуу сизге коопсузбу? Муну башка бирөө окуп коюшу мүмкүнбү?"
    )
    await page.keyboard.press("Control+Enter")
    await expect(page.locator(".line.operator")).to_have_count(1)
    await page.keyboard.press("Alt+p")
    await page.keyboard.type("speaks slowly")
    await page.keyboard.press("Control+Enter")
    await expect(page.locator(".line.note .words")).to_have_text("speaks slowly")
    await page.keyboard.press("Alt+w")
    await page.keyboard.press("Space")
    await page.keyboard.press("Enter")
    await expect(page.locator("#notices")).to_contain_text("closed")


async def test_a_draft_survives_reload_and_stays_out_of_the_browser(place: Place) -> None:
    """The server keeps it in memory; no storage of the browser has it."""
    place.shell.add(ticket("poplar"), said(1, "help"))
    page = await place.on_duty()
    await place.take(page)
    async with page.expect_response("**/draft"):
        await page.locator("#words").fill("half a thought")
    await page.reload()
    await expect(page.locator("#words")).to_have_value("half a thought")
    stored = "JSON.stringify([{...localStorage}, {...sessionStorage}])"
    assert "half" not in await page.evaluate(stored)


async def test_a_double_click_says_once_and_a_failed_send_keeps_the_words(place: Place) -> None:
    """The id of the message stays until the server has it."""
    place.shell.add(ticket("poplar"), said(1, "help"))
    page = await place.on_duty()
    await place.take(page)
    await page.locator("#words").fill("only once")
    await page.locator("#send").dblclick()
    await expect(page.locator(".line.operator")).to_have_count(1)
    place.watch.expected.add("ERR_FAILED")
    await page.route("**/say", lambda route: route.abort())
    await page.locator("#words").fill("not lost")
    await page.locator("#send").click()
    await expect(page.locator("#problem")).to_be_visible()
    await expect(page.locator("#words")).to_have_value("not lost")
    await page.unroute("**/say")
    await page.locator("#send").click()
    await expect(page.locator(".line.operator")).to_have_count(2)
    await expect(page.locator("#problem")).to_be_hidden()


async def test_a_visitor_who_hides_locks_the_composer_at_once(place: Place) -> None:
    """And their return opens it again."""
    place.shell.add(ticket("poplar"), said(1, "help"))
    page = await place.on_duty()
    await place.take(page)
    await expect(page.locator("#words")).to_be_enabled()
    place.shell.change("poplar", quiet=True)
    await expect(page.locator("#state")).to_contain_text("Do not write.")
    await expect(page.locator("#words")).to_be_disabled()
    await expect(page.locator("#send")).to_be_disabled()
    place.shell.change("poplar", quiet=False)
    await expect(page.locator("#words")).to_be_enabled()


async def test_a_conversation_that_is_taken_away_says_so(place: Place) -> None:
    """No composer stays open for words that would go nowhere."""
    place.shell.add(ticket("poplar"), said(1, "help"))
    page = await place.on_duty()
    await place.take(page)
    place.shell.change("poplar", state=TicketState.WAITING, operator=None)
    await expect(page.locator("#over")).to_be_visible()
    await expect(page.locator("#words")).to_be_disabled()


async def test_s24_a_disabled_operator_sees_nothing_more(place: Place) -> None:
    """The page with the conversation is left within a moment."""
    place.shell.add(ticket("poplar"), said(1, "help"))
    page = await place.on_duty()
    await place.take(page)
    operator = place.shell.held[TicketId("poplar")].operator
    assert operator is not None
    await disable(place.records, operator, now=place.shell.present[operator])
    await expect(page).to_have_url(place.url + "/sign-in")
    assert "help" not in await page.content()


async def test_reconnecting_loses_nothing(place: Place) -> None:
    """Offline for a while: what was said meanwhile arrives once."""
    place.shell.add(ticket("poplar"), said(1, "one"))
    page = await place.on_duty()
    await place.take(page)
    place.watch.expected |= {"ERR_INTERNET_DISCONNECTED", "ERR_NETWORK", "ERR_ABORTED"}
    place.shell.append("poplar", "two", Source.VISITOR)
    await expect(page.locator(".line.visitor")).to_have_count(2)
    await page.reload()
    place.shell.append("poplar", "three", Source.VISITOR)
    await expect(page.locator(".line.visitor")).to_have_count(3)
    assert await page.locator(".line").evaluate_all(READ) == ["one", "two", "three"]


async def test_s52_what_visitors_write_is_text_live_and_after_reload(place: Place) -> None:
    """300 payloads: no dialog, no request elsewhere, no violation, no link."""
    place.shell.add(ticket("poplar"), said(1, "help"))
    page = await place.on_duty()
    await place.take(page)
    for payload in PAYLOADS:
        place.shell.append("poplar", payload, Source.VISITOR)
    await expect(page.locator(".line")).to_have_count(len(PAYLOADS) + 1)
    for _ in range(2):
        assert (await page.locator(".line").evaluate_all(READ))[1:] == list(PAYLOADS)
        assert await page.locator(".line a, .line img, .line script").count() == 0
        await page.reload()


async def test_two_operators_take_two_visitors(place: Place) -> None:
    """At the same moment, each their own."""
    place.shell.add(ticket("poplar"), said(1, "help"))
    place.shell.add(ticket("river"), said(1, "hi"))
    pages = [await place.on_duty(name) for name in ("Aida", "Bek")]
    await asyncio.gather(*(place.take(page) for page in pages))
    assert {page.url.rpartition("/")[2] for page in pages} == {"poplar", "river"}


async def test_the_whole_way_without_scripts(place: Place) -> None:
    """Plain forms do everything that matters."""
    furnish(place.shell)
    page = await place.page(java_script_enabled=False)
    link = await place.link()
    await page.goto(link)
    await page.locator("#token").fill(link)
    await page.locator("button.main").click()
    await page.locator("#duty button.main").click()
    await page.locator("#take-next button").click()
    await page.locator("#words").fill("I am here")
    await page.locator("#send").click()
    await expect(page.locator(".line.operator .words").last).to_have_text("I am here")
    await page.locator("#wrap-up summary").click()
    await page.get_by_label("Got information").check()
    await page.locator("#wrap-up button").click()
    await expect(page.locator("#notices")).to_contain_text("closed")
