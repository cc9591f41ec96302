from __future__ import annotations

import asyncio
import re
import signal
from dataclasses import replace

import httpx
import pytest

from bot.service.killpoint import VARIABLE
from tests.roles.installation import Installation
from tests.roles.people import Visitor, sign_in
from tests.safety.scanner import scan_tree

CRY = "he locked me in and beats me"
ALONE = {"SAFAR_REDIS_URL": ""}
COUNTS = re.compile(r"(\d+) visitors, (\d+) conversations, (\d+) lines")


@pytest.mark.timeout(300)
async def test_a_move_by_the_command_line_survives_being_killed(site: Installation) -> None:
    """One box, then Redis, then one box again; the visitor's page and the ticket go on."""
    box = replace(site, settings=ALONE)
    whole = await box.start("all", "desk")
    visitor = Visitor(site.browser(whole.links["Visitor"]))
    others = [Visitor(site.browser(whole.links["Visitor"])) for _ in range(4)]
    for one in (visitor, *others):
        assert (await one.writes("/start")).status_code == 202
    assert (await visitor.writes(CRY)).status_code == 202
    await _shown(visitor, "112")
    assert await whole.stop() == 0

    code, _, said = await site.safar("run", "--role", "desk")
    assert (code, "safar move --to redis" in said) == (1, True)
    for _ in range(2):
        code, printed, _ = await site.safar("move", "--to", "redis", **{VARIABLE: "in-move:2"})
        assert (code, printed) == (-signal.SIGKILL, "")
    code, printed, said = await site.safar("move", "--to", "redis")
    assert code == 0, said
    there = COUNTS.search(printed)
    assert there is not None
    assert there.group(1, 2) == ("5", "5")
    again = await site.safar("move", "--to", "redis")
    assert (again[0], "were moved to Redis" in again[2]) == (1, True)
    refused = await box.safar("run")
    assert (refused[0], "were moved to Redis" in refused[2]) == (1, True)

    shared = await site.start("all", "desk")
    visitor.client = _moved(site, visitor, shared.links["Visitor"])
    await _shown(visitor, "112")
    operator = await sign_in(site, shared)
    await operator.act("/duty")
    await operator.reads(await operator.takes(), CRY)
    assert (await visitor.writes("are you there?")).status_code == 202
    running = await site.safar("move", "--to", "sqlite")
    assert (running[0], "Another safar is running" in running[2]) == (1, True)
    assert await shared.stop() == 0

    code, printed, _ = await site.safar("move", "--to", "sqlite", **{VARIABLE: "in-move:3"})
    assert (code, printed) == (-signal.SIGKILL, "")
    code, printed, said = await site.safar("move", "--to", "sqlite")
    assert code == 0, said
    back = COUNTS.search(printed)
    assert back is not None
    assert back.group(1, 2) == ("5", "5")
    assert int(back.group(3)) > int(there.group(3))
    left = await site.safar("run", "--role", "all")
    assert (left[0], "would leave behind" in left[2]) == (1, True)
    assert "were moved to SQLite" in (await site.safar("doctor"))[1]
    whole = await box.start("all", "desk")
    visitor.client = _moved(site, visitor, whole.links["Visitor"])
    await _shown(visitor, "are you there?")
    assert scan_tree(site.folder, [CRY]) == set()


def _moved(site: Installation, visitor: Visitor, link: str) -> httpx.AsyncClient:
    """Return the same browser: its cookie goes wherever the page is served from."""
    fresh = site.browser(link)
    fresh.cookies.update(visitor.client.cookies)
    return fresh


async def _shown(visitor: Visitor, words: str) -> None:
    async with asyncio.timeout(60):
        while True:
            if words in (await visitor.client.get("/")).text:
                return
            await asyncio.sleep(0.1)
