"""The doors that gateways knock at: who may, what is kept, and that the answer comes after it.

The secret in the path is compared before anything else is looked at; a wrong one, a wrong
gateway and a wrong signature look alike from outside, and nothing that was sent is echoed.
"""

from __future__ import annotations

import hashlib
import hmac
from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot import log
from bot.channels.sms.channel import SmsChannel
from bot.channels.sms.numbers import international
from bot.channels.sms.port import Arrival, Call, CallError, Gateway
from bot.channels.sms.schema import GatewayFile, SmsFile
from bot.dialogue.events import Oddity
from bot.dialogue.values import ChannelKind
from bot.service import wire
from bot.service.failures import SendError, StoreUnavailable, Unknown
from bot.service.killpoint import killpoint
from bot.service.records import Address, Inbound, InboundKind

LARGEST = 64 * 1024
AGAIN = 5
"""Seconds after which a gateway may try again while the store is out of reach."""
TRIES = 5
REMEMBERED = 1000
SINGLE_HEADERS = ("content-length", "content-type", "x-signature", "x-timestamp")
NOBODY = "0" * 32

Accept = Callable[[Sequence[Inbound]], Awaitable[object]]
"""The shell's door: returns after the durable commit."""

_log = log.logger(__name__)


class Doors:
    """Answers the calls of all gateways of a file."""

    def __init__(
        self,
        file: SmsFile,
        channel: SmsChannel,
        accept: Accept,
        clock: Callable[[], datetime],
    ) -> None:
        self._files: Mapping[str, GatewayFile] = {one.name: one for one in file.gateways}
        self._gateways = channel.carrier.gateways
        self._home = file.home
        self._channel = channel
        self._accept = accept
        self._clock = clock
        self._failures: OrderedDict[str, int] = OrderedDict()
        self.counts: Counter[str] = Counter()

    def routes(self) -> list[BaseRoute]:
        """Return what the visitor's port serves besides its own."""
        methods = ["GET", "POST"]
        return [
            Route("/sms/{gateway}/{secret}", self.arrival, methods=methods),
            Route("/sms/{gateway}/{secret}/report", self.report, methods=methods),
            Route("/sms/{gateway}/{secret}/call", self.called, methods=methods),
        ]

    async def arrival(self, request: Request) -> Response:
        """Take an SMS: kept first, acknowledged after."""
        return await self._answered(request, self._arrived, lambda one: one.arrivals)

    async def report(self, request: Request) -> Response:
        """Take a delivery report."""
        return await self._answered(request, self._reported, lambda one: one.reports)

    async def called(self, request: Request) -> Response:
        """Take a missed call, where the file says so."""
        return await self._answered(
            request, self._rang, lambda one: one.calls, lambda one: one.hang_up()
        )

    async def _answered(
        self,
        request: Request,
        take: Callable[[Gateway, Call], Awaitable[None]],
        methods: Callable[[Gateway], frozenset[str]],
        thanks: Callable[[Gateway], tuple[str, bytes]] = lambda one: one.thanks(),
    ) -> Response:
        try:
            gateway = self._gateways[self._allowed(request)]
            call = await _call(request, methods(gateway))
            await take(gateway, call)
        except CallError as refusal:
            self.counts[f"refused_{refusal.status}"] += 1
            return Response(status_code=refusal.status)
        except (StoreUnavailable, SendError):
            return Response(status_code=503, headers={"retry-after": str(AGAIN)})
        media, body = thanks(gateway)
        return Response(body, media_type=media)

    def _allowed(self, request: Request) -> str:
        """Return the name of the gateway. Raises `CallError` for whoever it is not."""
        name = request.path_params["gateway"]
        file = self._files.get(name)
        # An unknown name takes as long as a wrong secret.
        right = file.secret if file else NOBODY
        given = request.path_params["secret"]
        same = hmac.compare_digest(given.encode("utf-8", "replace"), right.encode())
        caller = request.client.host if request.client else ""
        if file is None or not same or (file.allow and caller not in file.allow):
            raise CallError(403)
        return file.name

    async def _arrived(self, gateway: Gateway, call: Call) -> None:
        arrival = gateway.arrival(call)
        number = international(arrival.sender, self._home) if arrival else None
        if arrival is None:
            return
        if number is None or not self._channel.purse.answers(number):
            # A short code, a tariff, a name: nobody to talk to, and an answer may cost.
            self.counts["nobody"] += 1
            return
        await self._channel.purse.heard(number)
        key = _key(gateway.name, arrival, self._clock())
        if self._channel.pages.wants(number, arrival.text, key):
            await self._turn_page(number, key)
            return
        await self._keep(_inbound(key, arrival, number, self._clock()))

    async def _rang(self, gateway: Gateway, call: Call) -> None:
        """Open a talk for a stranger, once a day; whoever talks with us already is left alone."""
        ring = gateway.rang(call)
        number = international(ring.sender, self._home) if ring else None
        if ring is None or number is None or await self._channel.talks(number):
            return
        if not self._channel.purse.at_home(number):
            self.counts["nobody"] += 1
            return
        now = self._clock()
        key = _key("call", Arrival("", number, ""), now.replace(hour=0, minute=0))
        address = Address(ChannelKind.SMS, number)
        await self._keep(Inbound(key, InboundKind.CALLED, "{}", now, address=address))

    async def _turn_page(self, number: str, key: str) -> None:
        try:
            await self._channel.turn_page(number, key)
        except Unknown:
            # Perhaps it came: the visitor can ask again, a second copy costs and confuses.
            self._channel.pages.shown(number, key)

    async def _keep(self, inbound: Inbound) -> None:
        """Raises `StoreUnavailable` until the fifth failure of any other kind."""
        killpoint("fetched")
        try:
            await self._accept([inbound])
        except StoreUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 - a poison message must not be repeated for ever
            self._failed(inbound.key, error)
        killpoint("accepted")

    def _failed(self, key: str, error: Exception) -> None:
        tries = self._failures.pop(key, 0) + 1
        _log.error("sms_failed", kind=type(error).__name__, attempt=tries)
        if tries >= TRIES:
            return
        self._failures[key] = tries
        if len(self._failures) > REMEMBERED:
            self._failures.popitem(last=False)
        raise StoreUnavailable

    async def _reported(self, gateway: Gateway, call: Call) -> None:
        report = gateway.report(call)
        if report is not None:
            killpoint("report-fetched")
            await self._channel.reports.take(gateway.name, report)
            killpoint("report-taken")


async def _call(request: Request, methods: frozenset[str]) -> Call:
    """Read a request whole. Raises `CallError` for one that is odd, too large or broken off."""
    if request.method not in methods:
        raise CallError(405 if methods else 404)
    headers: dict[str, str] = {}
    for name, value in request.headers.items():
        if name in headers and name in SINGLE_HEADERS:
            raise CallError(400)
        headers[name] = value
    length = headers.get("content-length", "0" if request.method == "GET" else "")
    if "transfer-encoding" in headers or not (length.isascii() and length.isdecimal()):
        raise CallError(411)
    if int(length[:12]) > LARGEST:
        raise CallError(413)
    body = b""
    try:
        async for part in request.stream():
            body += part
            if len(body) > LARGEST:
                raise CallError(413)
    except ClientDisconnect:
        raise CallError(400) from None
    raw = request.scope.get("raw_path") or request.url.path.encode()
    path = bytes(raw).partition(b"?")[0].decode("latin-1")
    return Call(request.method, path, request.url.query, headers, body)


def _key(gateway: str, arrival: Arrival, at: datetime) -> str:
    """A gateway without ids is believed to repeat itself within the minute only."""
    if arrival.id:
        return f"{gateway}:{arrival.id}"
    said = f"{arrival.sender}\0{arrival.text}\0{at:%Y-%m-%dT%H:%M}"
    return f"{gateway}:{hashlib.sha256(said.encode('utf-8', 'replace')).hexdigest()}"


def _inbound(key: str, arrival: Arrival, number: str, at: datetime) -> Inbound:
    address = Address(ChannelKind.SMS, number)
    if arrival.media:
        body = f'{{"kind": "{Oddity.MEDIA.value}"}}'
        return Inbound(key, InboundKind.SENT, body, at, address=address)
    return Inbound(key, InboundKind.SAID, wire.said(arrival.text), at, address=address)
