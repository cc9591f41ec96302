from __future__ import annotations

import pytest

from bot.service.records import Button, LogLine, Source
from tests.browser.conftest import Open, Site, begin, write
from tests.browser.payloads import PAYLOADS
from tests.webchat.shell import AT

pytestmark = pytest.mark.asyncio(loop_scope="session")

READ = "(lines) => lines.map((line) => line.querySelector('.words').textContent.trim())"
INSIDE = "() => document.querySelectorAll('.words :not(p), #choices span *').length"


async def test_markup_is_text_in_the_stream_and_after_reload(visit: Open, site: Site) -> None:
    """300 payloads as operator's words and labels: no dialog, no request, no violation."""
    page = await visit()
    await begin(page)
    conversation = site.shell.only()
    talk = site.shell.talks[conversation]
    for payload in PAYLOADS:
        button = Button("x", "1", payload, "1:0:ab:x")
        seq = len(talk.lines) + 1
        talk.lines.append(LogLine(seq, Source.OPERATOR, (payload,), AT, choices=(button,)))
    talk.news.set()
    operators = page.locator(".line.operator")
    await operators.nth(len(PAYLOADS) - 1).wait_for(state="attached")
    for _ in range(2):
        assert await operators.evaluate_all(READ) == list(PAYLOADS)
        assert await page.locator("#choices span").inner_text() == PAYLOADS[-1]
        assert await page.evaluate(INSIDE) == 0
        assert await page.locator("#log a").count() == 0
        await page.reload()


async def test_markup_typed_by_the_visitor_is_text(visit: Open) -> None:
    """The words on their way are shown by script, the kept ones by the stream."""
    page = await visit()
    await begin(page)
    some = PAYLOADS[::12]
    for number, payload in enumerate(some, 2):
        await write(page, payload)
        await page.locator(".line.bot").nth(number - 1).wait_for(state="attached")
    assert await page.locator(".line.visitor").evaluate_all(READ) == [one.strip() for one in some]
    assert await page.evaluate(INSIDE) == 0
