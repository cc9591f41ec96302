"""What may still be sent: caps for a number and a day, and a reserve that only danger draws on.

Nothing of it is stored. Numbers are kept as digests under a key of this process, so that a
restart forgets them; the figures of the day can be given back to a new process.
"""

from __future__ import annotations

import hashlib
import secrets
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot import log
from bot.channels.sms.numbers import country, payable
from bot.channels.sms.prefixes import NEVER
from bot.channels.sms.schema import SmsFile

ASKED = timedelta(hours=1)
"""What goes out within this time of the visitor's own word answers it."""
HOURLY = timedelta(hours=1)
"""A cry for help is answered at least this often, whatever was spent (safety.md 1.6)."""
REMEMBERED = 50_000

_log = log.logger(__name__)


class No(StrEnum):
    """Why nothing is sent."""

    PREMIUM = "premium"
    COUNTRY = "country"
    NUMBER_CAP = "number_cap"
    DAY_CAP = "day_cap"


@dataclass(slots=True)
class _Known:
    """What is remembered of one number."""

    heard: datetime | None = None
    helped: datetime | None = None
    spent: int = 0


class Purse:
    """Decides for one process; several processes each have their own figures."""

    def __init__(self, file: SmsFile, clock: Callable[[], datetime]) -> None:
        self._money = file.money
        self._unasked = frozenset(file.unasked)
        self._never = NEVER + file.never
        self._clock = clock
        self._key = secrets.token_bytes(32)
        self._numbers: dict[bytes, _Known] = {}
        self._day: date = clock().date()
        self._spent = 0
        self._reserve = 0
        self._alerted = False
        self._trusted: set[bytes] = set()
        self.refused: Counter[No] = Counter()

    def spent(self, segments: int) -> None:
        """Book what another process spent today."""
        self._spent += segments

    def trust(self, number: str) -> None:
        """Exempt a number of our own from every cap: the on-call phone must always ring."""
        self._trusted.add(self._digest(number))

    def heard(self, number: str) -> None:
        """Note that a number wrote to us."""
        self._known(number).heard = self._clock()

    def answers(self, number: str) -> bool:
        """Tell whether anything may ever go to this number."""
        return payable(number, self._never)

    def allow(self, number: str, segments: int, *, danger: bool) -> No | None:
        """Return why these segments may not be sent, or None; nothing is taken yet."""
        self._turn_day()
        reason = self._reason(self._known(number), number, segments, danger=danger)
        if reason is not None:
            self.refused[reason] += 1
            self._alert(reason)
        return reason

    def take(self, number: str, segments: int, *, danger: bool) -> None:
        """Book what was handed to a gateway."""
        known = self._known(number)
        known.spent += segments
        within = self._spent + segments <= self._money.per_day
        if danger and not within:
            self._reserve += segments
        else:
            self._spent += segments
        if danger:
            known.helped = self._clock()

    def _reason(self, known: _Known, number: str, segments: int, *, danger: bool) -> No | None:
        if not self.answers(number):
            return No.PREMIUM
        if self._digest(number) in self._trusted or (danger and self._must_help(known)):
            return None
        if known.spent + segments > self._money.per_number:
            return No.NUMBER_CAP
        room = self._money.per_day - self._spent
        if danger:
            room += self._money.reserve - self._reserve
        if segments > room:
            return No.DAY_CAP
        if not danger and not self._asked(known) and country(number) not in self._unasked:
            return No.COUNTRY
        return None

    def _must_help(self, known: _Known) -> bool:
        return known.helped is None or self._clock() - known.helped >= HOURLY

    def _asked(self, known: _Known) -> bool:
        return known.heard is not None and self._clock() - known.heard <= ASKED

    def _known(self, number: str) -> _Known:
        digest = self._digest(number)
        known = self._numbers.pop(digest, None) or _Known()
        self._numbers[digest] = known
        if len(self._numbers) > REMEMBERED:
            self._numbers.pop(next(iter(self._numbers)))
        return known

    def _digest(self, number: str) -> bytes:
        return hashlib.blake2b(number.encode(), key=self._key, digest_size=16).digest()

    def _turn_day(self) -> None:
        today = self._clock().date()
        if today != self._day:
            self._day, self._spent, self._reserve, self._alerted = today, 0, 0, False
            for known in self._numbers.values():
                known.spent = 0

    def _alert(self, reason: No) -> None:
        """Call for a person once a day: a cap that is reached is an attack or a busy day."""
        if reason in {No.DAY_CAP, No.NUMBER_CAP} and not self._alerted:
            self._alerted = True
            _log.error("sms_cap_reached", reason=reason.value)
