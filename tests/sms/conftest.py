"""Gateways that serve on loopback, and the side of Safar that they call."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import cast

import httpx
import pytest
from starlette.applications import Starlette

from bot.bootstrap import LOCALES
from bot.channels.sms.carrier import Carrier
from bot.channels.sms.channel import SmsChannel
from bot.channels.sms.opening import SmsSide, _gateway
from bot.channels.sms.reports import Reports
from bot.channels.sms.schema import SmsFile
from bot.l10n.wording import Wording
from bot.service.ports import Store
from tests.sms.peers import PEERS, PUBLIC, Knock, Peer
from tests.sms.support import Clock, Door, States, file

PATIENCE = 0.3


@dataclass
class Stage:
    """One installation without its core: channel, doors, and who stands before them."""

    side: SmsSide
    channel: SmsChannel
    door: Door
    states: States
    clock: Clock
    caller: httpx.AsyncClient

    async def knock(self, knock: Knock, **headers: str) -> httpx.Response:
        """Let a gateway call."""
        return await self.caller.request(
            knock.method, knock.path, headers={**knock.headers, **headers}, content=knock.body
        )


@pytest.fixture(scope="session")
def wording() -> Wording:
    """Return the wording of all locales."""
    return Wording(LOCALES)


@pytest.fixture
def clock() -> Clock:
    """Return a clock that stands still."""
    return Clock()


async def at_once() -> None:
    """Make no pause before a second try."""


async def staged(settings: SmsFile, wording: Wording, clock: Clock) -> Stage:
    """Put a side together for a gateway file; its second tries come at once."""
    gateways = {one.name: _gateway(one, PUBLIC, clock) for one in settings.gateways}
    for one in gateways.values():
        hurry(one)
    channel = SmsChannel(
        settings,
        Carrier(settings, gateways, clock),
        wording,
        clock,
        reports=Reports(at_once),
    )
    side, states, door = SmsSide(settings, channel, clock), States(), Door()
    app = Starlette(routes=side.serve(cast("Store", states), door))
    transport = httpx.ASGITransport(app, client=("127.0.0.1", 5))
    caller = httpx.AsyncClient(transport=transport, base_url="http://inside")
    return Stage(side, channel, door, states, clock, caller)


def hurry(gateway: object) -> None:
    """Let an answer that does not come count as unknown soon."""
    wire = gateway._wire  # type: ignore[attr-defined]
    wire._client.timeout = httpx.Timeout(PATIENCE)


async def struck(stage: Stage) -> None:
    """Take a stage down."""
    await stage.channel.reports.idle()
    await stage.caller.aclose()
    await stage.side.close()


@pytest.fixture(params=sorted(PEERS))
async def peer(request: pytest.FixtureRequest) -> AsyncIterator[Peer]:
    """Return each gateway in turn, serving on loopback."""
    built = PEERS[request.param](request.param)
    await built.start()
    yield built
    await built.stop()


@pytest.fixture
async def stage(peer: Peer, wording: Wording, clock: Clock) -> AsyncIterator[Stage]:
    """Return a side with that gateway alone."""
    built = await staged(file(peer.settings()), wording, clock)
    yield built
    await struck(built)
