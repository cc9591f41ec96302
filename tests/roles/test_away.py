from __future__ import annotations

import asyncio

import httpx
import pytest

from tests.roles.installation import Installation
from tests.roles.people import Visitor, sign_in


@pytest.mark.timeout(300)
async def test_without_redis_nothing_is_acknowledged_and_all_say_so(site: Installation) -> None:
    """Not ready, 503 and nothing kept; the Desk in plain words; and then everything goes on."""
    desk = await site.start("desk")
    web, worker = await site.start("web"), await site.start("worker")
    operator = await sign_in(site, desk)
    await operator.act("/duty")
    visitor = Visitor(site.browser(web.links["Visitor"]))
    assert (await visitor.client.get("/readyz")).status_code == 200
    site.server.kill()
    assert (await visitor.client.get("/readyz")).status_code == 503
    assert (await visitor.client.get("/healthz")).status_code == 200
    assert (await visitor.writes("/start")).status_code == 503
    page = await operator.reads("/", "Conversations are out of reach")
    assert "Nothing can be read or sent now." in page
    assert (await operator.act("/next")).status_code == 503

    site.server.start()
    await _ready(visitor.client)
    assert (await visitor.writes("/start")).status_code == 202
    listening = asyncio.create_task(visitor.listen())
    await visitor.hears("I am a program")
    await operator.reads("/", "duty")
    assert worker.process.returncode is None
    listening.cancel()
    await asyncio.gather(listening, return_exceptions=True)


async def _ready(client: httpx.AsyncClient) -> None:
    async with asyncio.timeout(60):
        while True:
            if (await client.get("/readyz")).status_code == 200:
                return
            await asyncio.sleep(0.1)


@pytest.mark.timeout(300)
async def test_an_installation_is_begun_by_one_desk_and_nobody_else(site: Installation) -> None:
    """No keys are made elsewhere; a second desk is refused; an emptied Redis is no beginning."""
    code, _, said = await site.safar("run", "--role", "worker")
    assert (code, "Start the desk first" in said) == (1, True)
    assert not (site.folder / "keys").exists()
    desk = await site.start("desk")
    code, _, said = await site.safar("run", "--role", "desk", name="other")
    assert (code, "Another desk runs" in said) == (1, True)
    assert await desk.stop() == 0

    site.server.ask("CONFIG", "SET", "appendfsync", "everysec")
    code, _, said = await site.safar("run", "--role", "worker")
    assert (code, "set appendfsync always" in said) == (1, True)
    assert "set appendfsync always" in (await site.safar("doctor"))[1]
    site.server.ask("CONFIG", "SET", "appendfsync", "always")
    assert "appendfsync" not in (await site.safar("doctor"))[1]

    site.server.ask("FLUSHALL")
    for role in ("desk", "web"):
        code, _, said = await site.safar("run", "--role", role)
        assert (code, "This Redis is empty" in said) == (1, True)
    assert "This Redis is empty" in (await site.safar("doctor"))[1]
    site.server.kill()
    assert "Redis is out of reach" in (await site.safar("doctor"))[1]
    code, printed, _ = await site.safar("operators", "list")
    assert (code, printed) == (0, "")
