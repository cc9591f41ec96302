"""Telephone numbers: one way to write each, its country, and whether it may be answered at all."""

from __future__ import annotations

import re

from bot.channels.sms.prefixes import COUNTRIES, NEVER
from bot.dialogue.values import ELSEWHERE, Country

SHORTEST, LONGEST = 8, 15
"""Digits of an international number: fewer are short codes, more do not exist."""
MARKS = re.compile(r"[\s().-]")
DIGITS = re.compile(r"[0-9]+")


def international(given: str, home: str = "") -> str | None:
    """Return `+` and digits for what a gateway names; None for what is no telephone number.

    `home` is the country prefix to put before numbers in national form (`0700...`). Names
    of senders ("Bank") and short codes are not numbers: nothing may go there.
    """
    plain = MARKS.sub("", given.strip())
    digits = plain.removeprefix("+")
    if not DIGITS.fullmatch(digits):
        return None
    if not plain.startswith("+"):
        digits = _whole(digits, home)
    fits = SHORTEST <= len(digits) <= LONGEST and not digits.startswith("0")
    return f"+{digits}" if fits else None


def _whole(digits: str, home: str) -> str:
    if digits.startswith("00"):
        return digits[2:]
    return home + digits[1:] if home and digits.startswith("0") else digits


def country(number: str) -> Country:
    """Return the country of an international number by its longest known prefix, or `XX`."""
    digits = number.removeprefix("+")
    for length in range(4, 0, -1):
        if digits[:length] in COUNTRIES:
            return COUNTRIES[digits[:length]]
    return ELSEWHERE


def payable(number: str, never: tuple[str, ...] = NEVER) -> bool:
    """Tell whether a number belongs to a person rather than to a tariff (S-43)."""
    return not number.removeprefix("+").startswith(never)
