"""The channel: an outbound becomes one SMS, in the script that costs least, or pages of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime

from bot.channels.sms.carrier import Carrier
from bot.channels.sms.pages import Pages, paged
from bot.channels.sms.purse import Purse
from bot.channels.sms.reports import Reports
from bot.channels.sms.schema import SmsFile
from bot.dialogue.effects import Slot
from bot.dialogue.values import ChannelKind, Locale
from bot.l10n import gsm
from bot.l10n.translit import spoken, to_latin
from bot.l10n.wording import Wording
from bot.service.failures import NotSent, Refused, StoreUnavailable, Unknown
from bot.service.plain import plain
from bot.service.ports import Store
from bot.service.records import Address, Outbound, Receipt

MORE = "sms-more"
OWN_MOST = 2
"""Segments of a screen in the letters a visitor chose: what fits one in Latin fits two in them."""
COUNTED = "sms"
"""The name of the counter of segments; its detail is `gateway.locale`."""


class SmsChannel:
    """The port `Channel` over any number of gateways."""

    kind = ChannelKind.SMS

    def __init__(
        self,
        file: SmsFile,
        carrier: Carrier,
        wording: Wording,
        clock: Callable[[], datetime],
        *,
        purse: Purse | None = None,
        reports: Reports | None = None,
    ) -> None:
        self.purse = purse or Purse(file, clock)
        self.pages = Pages(clock)
        self.reports = reports or Reports()
        self.carrier = carrier
        self._file = file
        self._wording = wording
        self._clock = clock
        self._store: Store | None = None

    def serve(self, store: Store) -> None:
        """Say where languages are known and figures are kept."""
        self._store = store
        self.purse.serve(store)
        self.reports.serve(store)

    async def send(
        self,
        address: Address,
        outbound: Outbound,
        places: Sequence[str],  # noqa: ARG002 - nothing on a phone can be edited
        *,
        key: str = "",
        doubtful: bool = False,
    ) -> Receipt:
        """Send; what cannot be taken back and what must leave no trace is not sent at all.

        `key` and `doubtful` are for callers that know the row: see `Carrier.carry`.
        """
        if outbound.wipe:
            self.pages.keep(address.value, ())
        if outbound.wipe or outbound.alert or not (outbound.blocks or outbound.choices):
            return Receipt()
        locale = await self._locale(address)
        danger = outbound.slot is Slot.DANGER
        pages = self._pages(outbound, locale)
        number = address.value
        ids = await self._carry(number, pages[0], locale, danger=danger, key=key, doubtful=doubtful)
        self.pages.keep(number, pages[1:])
        return Receipt(ids)

    async def talks(self, number: str) -> bool:
        """Tell whether a talk with this number is open. Raises `StoreUnavailable`."""
        return (
            self._store is not None
            and await self._store.find(Address(self.kind, number)) is not None
        )

    async def turn_page(self, number: str, asked: str) -> None:
        """Send the page that the SMS `asked` asks for. Raises a `SendError`."""
        page = self.pages.next(number, asked)
        if page is None:
            return
        locale = await self._locale(Address(self.kind, number))
        await self._carry(number, page, locale)
        self.pages.shown(number, asked)

    def _pages(self, outbound: Outbound, locale: Locale | None) -> tuple[str, ...]:
        own = outbound.own_script or not self._file.transliterate
        text = spoken(plain(outbound, separator="\n"), locale, own=own)
        if outbound.slot is not Slot.SCREEN:
            # Nobody in danger is made to ask for the rest of a number, and what a person
            # wrote must not be lost because they wrote once more.
            return (text,)
        more = self._wording.label(MORE, locale or self._wording.locales[0])
        narrow = gsm.coding(text) is gsm.Coding.GSM7
        most = max(self._file.most_segments, OWN_MOST if outbound.own_script else 1)
        return paged(text, to_latin(more, locale) if narrow else more, most)

    async def _carry(
        self,
        number: str,
        text: str,
        locale: Locale | None,
        *,
        danger: bool = False,
        key: str = "",
        doubtful: bool = False,
    ) -> tuple[str, ...]:
        cost = gsm.segments(text)
        try:
            reason = await self.purse.allow(number, cost, danger=danger)
        except StoreUnavailable:
            raise NotSent from None
        if reason is not None:
            raise Refused(reason.value)
        try:
            gateway, ids = await self.carrier.carry(
                number, text, danger=danger, key=key, doubtful=doubtful
            )
        except Unknown:
            # Perhaps it went, and will be paid for.
            await self._booked(number, cost, danger=danger)
            raise
        await self._booked(number, cost, danger=danger)
        self.reports.sent(ids)
        await self._count(gateway, locale, cost)
        return ids

    async def _booked(self, number: str, cost: int, *, danger: bool) -> None:
        """The message is out: figures that cannot be kept must not look like a failure."""
        with suppress(StoreUnavailable):
            await self.purse.take(number, cost, danger=danger)

    async def _locale(self, address: Address) -> Locale | None:
        if self._store is None:
            return None
        try:
            conversation = await self._store.find(address)
            return await self._store.locale(conversation) if conversation else None
        except StoreUnavailable:
            return None

    async def _count(self, gateway: str, locale: Locale | None, segments: int) -> None:
        with suppress(StoreUnavailable):
            for _ in range(segments if self._store else 0):
                if self._store is not None:
                    await self._store.count(self._clock(), COUNTED, f"{gateway}.{locale or '-'}")

    async def close(self) -> None:
        """Close every gateway."""
        self.reports.stop()
        for gateway in self.carrier.gateways.values():
            await gateway.close()
