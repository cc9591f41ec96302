"""Our side on a port of its own, as a real Kannel calls it."""

from __future__ import annotations

import asyncio
from typing import cast

from starlette.applications import Starlette

from bot.channels.sms.carrier import Carrier
from bot.channels.sms.channel import SmsChannel
from bot.channels.sms.opening import SmsSide, _gateway
from bot.channels.sms.reports import Reports
from bot.dialogue.values import ChannelKind
from bot.entry import http
from bot.l10n.wording import Wording
from bot.service.ports import Store
from bot.service.records import Delivery
from tests.sms.conftest import at_once
from tests.sms.kannel_box import Kannel
from tests.sms.support import Clock, Door, States, file, gateway

PATIENCE = 20.0


class Told(States):
    """A store that says when a report came."""

    def __init__(self, came: asyncio.Condition) -> None:
        super().__init__()
        self.came = came

    async def report(self, channel: ChannelKind, platform_id: str, delivery: Delivery) -> bool:
        """See `States`."""
        known = await super().report(channel, platform_id, delivery)
        async with self.came:
            self.came.notify_all()
        return known


class Ours:
    """Our side on a port of its own: it can be away, and come back."""

    def __init__(self, wording: Wording) -> None:
        self.listening = http.bind(0)
        self.port = self.listening.getsockname()[1]
        self.wording = wording
        self.came = asyncio.Condition()
        self.door, self.states, self.clock = Door(), Told(self.came), Clock()

    async def open(self, box: Kannel) -> None:
        """Serve what Kannel calls."""
        settings = file(gateway("kannel", url=box.url, callback=f"http://127.0.0.1:{self.port}"))
        gateways = {"kannel": _gateway(settings.gateways[0], "", self.clock)}
        carrier = Carrier(settings, gateways, self.clock)
        reports = Reports(at_once)
        self.channel = SmsChannel(settings, carrier, self.wording, self.clock, reports=reports)
        side = SmsSide(settings, self.channel, self.clock)
        routes = side.serve(cast("Store", self.states), self._accept)
        self.server = http.server(Starlette(routes=routes))
        self.serving = asyncio.create_task(http.serve([(self.server, self.listening)]))

    async def _accept(self, batch: object) -> None:
        try:
            await self.door(batch)  # type: ignore[arg-type]
        finally:
            async with self.came:
                self.came.notify_all()

    async def until(self, count: int) -> None:
        """Return when so many SMS were kept."""
        async with self.came, asyncio.timeout(PATIENCE):
            await self.came.wait_for(lambda: len(self.door.kept) >= count)

    async def reported(self, name: str, delivery: Delivery) -> None:
        """Return when a message has a state."""
        async with self.came, asyncio.timeout(PATIENCE):
            await self.came.wait_for(lambda: self.states.states[name] is delivery)

    async def close(self) -> None:
        """Stop."""
        self.server.should_exit = True
        await self.serving
        await self.channel.reports.idle()
        await self.channel.close()
