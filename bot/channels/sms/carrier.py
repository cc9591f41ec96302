"""Carrying one text to one number: which gateway, in how many parts, and what to do when it fails.

A second gateway is tried only when the first one certainly sent nothing.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from bot import log
from bot.channels.sms import choice
from bot.channels.sms.port import Gateway, Sms
from bot.channels.sms.schema import SmsFile
from bot.l10n import gsm
from bot.service.failures import NotSent, Refused, Unknown

_log = log.logger(__name__)


class Carrier:
    """The gateways of a file, in order of price for each number."""

    def __init__(
        self, file: SmsFile, gateways: Mapping[str, Gateway], clock: Callable[[], datetime]
    ) -> None:
        self.gateways = gateways
        self._tariffs = tuple((one.name, one.prices) for one in file.gateways)
        self._separate = frozenset(one.name for one in file.gateways if one.long == "separate")
        self._validity = timedelta(hours=file.validity_hours)
        self._clock = clock
        self._resting: dict[str, datetime] = {}

    def ways(self, number: str, *, danger: bool) -> tuple[str, ...]:
        """Return the gateways to try in order; for a cry for help every one there is."""
        ways = choice.order(self._tariffs, number)
        if danger:
            ways += tuple(name for name, _ in self._tariffs if name not in ways)
        now = self._clock()
        return tuple(sorted(ways, key=lambda name: self._resting.get(name, now) > now))

    async def carry(
        self, number: str, text: str, *, danger: bool, key: str = "", doubtful: bool = False
    ) -> tuple[str, tuple[str, ...]]:
        """Return the gateway that took the text, and its ids. Raises a `SendError`.

        `key` is the same at every try of one message. With `doubtful` an earlier try may have
        arrived: the gateways are asked first, and where one cannot say nothing is sent.
        """
        ways = self.ways(number, danger=danger)
        if not ways:
            raise Refused("no_route")
        key = key or secrets.token_hex(16)
        if doubtful and (found := await self._found(ways, key)):
            return found
        soonest = NotSent(float("inf"))
        for name in ways:
            try:
                return name, await self._by(name, number, text, key)
            except NotSent as refusal:
                self._rest(name, refusal)
                soonest = min(soonest, refusal, key=lambda one: one.retry_after)
        raise NotSent(soonest.retry_after)

    async def _found(self, ways: tuple[str, ...], key: str) -> tuple[str, tuple[str, ...]] | None:
        for name in ways:
            known = await self.gateways[name].known(key)
            if known:
                return name, (f"{name}:{key}",)
            if known is None:
                raise Unknown((f"{name}:{key}",))
        return None

    def _rest(self, name: str, refusal: NotSent) -> None:
        """Try this one last for a while: a phone that is off costs seconds each time."""
        _log.warning("gateway_postponed", seconds=refusal.retry_after)
        self._resting[name] = self._clock() + timedelta(seconds=refusal.retry_after)

    async def _by(self, name: str, number: str, text: str, key: str) -> tuple[str, ...]:
        parts = gsm.split(text) if name in self._separate else (text,)
        ids: list[str] = []
        for index, part in enumerate(parts):
            sms = Sms(number, part.strip(), _part_key(key, index), self._validity)
            try:
                ids.append(f"{name}:{await self._one(self.gateways[name], sms)}")
            except NotSent:
                if ids:
                    # Half of it is out: neither another gateway nor another try may repeat that.
                    raise Unknown(tuple(ids)) from None
                raise
            except Unknown:
                raise Unknown((*ids, f"{name}:{sms.key}")) from None
        return tuple(ids)

    async def _one(self, gateway: Gateway, sms: Sms) -> str:
        try:
            return await gateway.send(sms)
        except Unknown:
            known = await gateway.known(sms.key)
        if known:
            return sms.key
        raise Unknown if known is None else NotSent()


def _part_key(key: str, index: int) -> str:
    """A gateway must not take the second part for the first one sent again."""
    if not index:
        return key
    return hashlib.blake2b(f"{key}:{index}".encode(), digest_size=16).hexdigest()
