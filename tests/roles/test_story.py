from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest

from tests.roles.installation import Installation
from tests.roles.people import Visitor, sign_in

CRY = "he locked me in and beats me"


@pytest.mark.timeout(300)
async def test_a_talk_through_three_processes(site: Installation) -> None:
    """A visitor on the web's, an operator on the desk's, and every turn in a worker."""
    desk, web, worker = [await site.start(role) for role in ("desk", "web", "worker")]
    operator = await sign_in(site, desk)
    visitor = Visitor(site.browser(web.links["Visitor"]))
    assert (await visitor.writes("/start")).status_code == 202
    listening = asyncio.create_task(visitor.listen())
    await visitor.hears("I am a program")

    assert (await operator.act("/duty")).status_code == 303
    assert (await visitor.writes(CRY)).status_code == 202
    await visitor.hears("112")
    page = await operator.takes()
    await operator.reads(page, CRY)
    assert await operator.says(page, "My name is Aida. I am here.") in {202, 303}
    await visitor.hears("I am here.", "operator")
    await visitor.writes("thank you, he is gone")
    await operator.reads(page, "thank you, he is gone")
    lines = len(visitor.heard)
    closed = await operator.act(f"{page}/close", outcome="informed", danger="no")
    assert closed.headers["location"].endswith("notice=closed")
    await visitor.hears_more_than(lines)

    listening.cancel()
    with suppress(asyncio.CancelledError):
        await listening
    ends = [await one.stop() for one in (worker, web, desk)]
    assert ends == [0, 0, 0]
    log = site.log.read_text("utf-8")
    assert CRY not in log
    assert '"level": "error"' not in log
