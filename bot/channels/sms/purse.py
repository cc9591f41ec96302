"""What may still be sent: caps for a number and a day, and a reserve that only danger draws on.

The figures stand in the store, under digests that change with the day, so that a restart gives
nothing back and several processes share one purse. When somebody cried for help is remembered
by each process alone: a restart may answer once more, never once less.
"""

from __future__ import annotations

import hashlib
import secrets
from collections import Counter, OrderedDict
from collections.abc import Callable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot import log
from bot.channels.sms.numbers import country, payable
from bot.channels.sms.prefixes import NEVER
from bot.channels.sms.schema import SmsFile
from bot.dialogue.values import ChannelKind
from bot.service.records import Address

HOURLY = timedelta(hours=1)
"""A cry for help is answered at least this often, whatever was spent (safety.md 1.6)."""
REMEMBERED = 50_000
SPENT, RESERVE, ALERT, HEARD = "sms", "sms-reserve", "sms-alert", "sms-heard"
"""Names of the figures."""

_log = log.logger(__name__)


class No(StrEnum):
    """Why nothing is sent."""

    PREMIUM = "premium"
    COUNTRY = "country"
    NUMBER_CAP = "number_cap"
    DAY_CAP = "day_cap"


class Figures(Protocol):
    """Of the store only what a purse asks for."""

    async def tally(
        self, now: datetime, what: str, address: Address | None = None, add: int = 0
    ) -> int:
        """See `Store.tally`."""
        ...


class _Own:
    """The figures of a process that has no store yet."""

    def __init__(self) -> None:
        self._kept: Counter[tuple[str, str, Address | None]] = Counter()

    async def tally(
        self, now: datetime, what: str, address: Address | None = None, add: int = 0
    ) -> int:
        """See `Store.tally`."""
        self._kept[f"{now:%Y-%m-%d}", what, address] += add
        return self._kept[f"{now:%Y-%m-%d}", what, address]


class Purse:
    """Decides what may go out. Every question raises `StoreUnavailable` without its figures."""

    def __init__(self, file: SmsFile, clock: Callable[[], datetime]) -> None:
        self._money = file.money
        self._unasked = frozenset(file.unasked)
        self._never = NEVER + file.never
        self._clock = clock
        self._key = secrets.token_bytes(32)
        self._helped: OrderedDict[bytes, datetime] = OrderedDict()
        self._figures: Figures = _Own()
        self._trusted: set[bytes] = set()
        self.refused: Counter[No] = Counter()

    def serve(self, figures: Figures) -> None:
        """Say where figures are kept."""
        self._figures = figures

    def trust(self, number: str) -> None:
        """Exempt a number of our own from every cap: the on-call phone must always ring."""
        self._trusted.add(self._digest(number))

    def answers(self, number: str) -> bool:
        """Tell whether anything may ever go to this number."""
        return payable(number, self._never)

    async def heard(self, number: str) -> None:
        """Note that a number wrote to us."""
        await self._tally(_hour(HEARD, self._clock()), number, 1)

    def at_home(self, number: str) -> bool:
        """Tell whether this number may be written to unasked."""
        return self.answers(number) and country(number) in self._unasked

    async def allow(self, number: str, segments: int, *, danger: bool) -> No | None:
        """Return why these segments may not be sent, or None; nothing is taken yet."""
        reason = await self._reason(number, segments, danger=danger)
        if reason is not None:
            self.refused[reason] += 1
            await self._alert(reason)
        return reason

    async def take(self, number: str, segments: int, *, danger: bool) -> None:
        """Book what was handed to a gateway."""
        if danger:
            self._remember(number)
        await self._tally(SPENT, number, segments)
        within = await self._tally(SPENT) + segments <= self._money.per_day
        await self._tally(SPENT if within or not danger else RESERVE, add=segments)

    async def _reason(self, number: str, segments: int, *, danger: bool) -> No | None:
        if not self.answers(number):
            return No.PREMIUM
        if self._digest(number) in self._trusted or (danger and self._must_help(number)):
            return None
        if await self._tally(SPENT, number) + segments > self._money.per_number:
            return No.NUMBER_CAP
        room = self._money.per_day - await self._tally(SPENT)
        if danger:
            room += self._money.reserve - await self._tally(RESERVE)
        if segments > room:
            return No.DAY_CAP
        if danger or country(number) in self._unasked or await self._asked(number):
            return None
        return No.COUNTRY

    async def _asked(self, number: str) -> bool:
        """What goes out in the hour of the visitor's own word, or the next one, answers it."""
        now = self._clock()
        hours = (now, now - timedelta(hours=1))
        return any([await self._tally(_hour(HEARD, one), number, at=one) for one in hours])

    def _must_help(self, number: str) -> bool:
        helped = self._helped.get(self._digest(number))
        return helped is None or self._clock() - helped >= HOURLY

    def _remember(self, number: str) -> None:
        self._helped[self._digest(number)] = self._clock()
        self._helped.move_to_end(self._digest(number))
        if len(self._helped) > REMEMBERED:
            self._helped.popitem(last=False)

    async def _tally(
        self, what: str, number: str = "", add: int = 0, at: datetime | None = None
    ) -> int:
        whose = Address(ChannelKind.SMS, number) if number else None
        return await self._figures.tally(at or self._clock(), what, whose, add)

    def _digest(self, number: str) -> bytes:
        return hashlib.blake2b(number.encode(), key=self._key, digest_size=16).digest()

    async def _alert(self, reason: No) -> None:
        """Call for a person once a day: a cap that is reached is an attack or a busy day."""
        if reason in {No.DAY_CAP, No.NUMBER_CAP} and await self._tally(ALERT, add=1) == 1:
            _log.error("sms_cap_reached", reason=reason.value)


def _hour(what: str, at: datetime) -> str:
    return f"{what}-{at:%H}"
