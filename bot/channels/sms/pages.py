"""Pages of a message that is too long: one SMS each, the next one when the visitor asks.

What was not shown yet is kept in memory only. After a restart "1" means the first choice of
the screen again, which is why the last page is always the one with the choices.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.l10n.gsm import SINGLE, coding, split, units

MORE_KEY = "1"
LIFE = timedelta(hours=1)
"""The conversation is closed when its words would be shown later."""
REMEMBERED = 5_000


def paged(text: str, more: str, most: int) -> tuple[str, ...]:
    """Return the text as it is if it takes at most `most` SMS, else in pages of one SMS.

    Every page but the last ends with a line `more` ("1 more").
    """
    if len(split(text)) <= most or not more:
        return (text,)
    pages: list[str] = []
    rest = text
    while len(split(rest)) > 1:
        page, rest = _first(rest, f"\n{more}")
        pages.append(f"{page}\n{more}")
    return (*pages, rest)


def _first(text: str, ending: str) -> tuple[str, str]:
    """Return as many words as fit one SMS with the ending, and the rest.

    A line or a sentence is left whole where that takes no page more.
    """
    end = _longest(text, ending)
    between = max(text.rfind(" ", 0, end + 1), text.rfind("\n", 0, end + 1))
    cut = between if between > end // 2 else end
    for mark in ("\n", ". "):
        whole = text.rfind(mark, 0, cut) + len(mark)
        if whole > end // 2 and len(split(text[whole:])) == len(split(text[cut:])):
            cut = whole
            break
    return text[:cut].rstrip(), text[cut:].lstrip()


def _longest(text: str, ending: str) -> int:
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _fits(text[:middle] + ending) else (low, middle - 1)
    while low > 1 and not text[low : low + 1].isascii() and _joins(text[low : low + 1]):
        low -= 1
    return low


def _fits(text: str) -> bool:
    chosen = coding(text)
    return units(text, chosen) <= SINGLE[chosen]


def _joins(character: str) -> bool:
    return 0x300 <= ord(character or " ") <= 0x36F  # noqa: PLR2004 - combining marks


@dataclass(slots=True)
class _Rest:
    pages: tuple[str, ...] = field(repr=False)
    since: datetime
    answered: str = ""


class Pages:
    """The pages that a visitor has not asked for yet."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._rests: OrderedDict[str, _Rest] = OrderedDict()

    def keep(self, number: str, pages: tuple[str, ...]) -> None:
        """Keep what is left; nothing left forgets what was there before."""
        self._rests.pop(number, None)
        if pages:
            self._rests[number] = _Rest(pages, self._clock())
            if len(self._rests) > REMEMBERED:
                self._rests.popitem(last=False)

    def wants(self, number: str, text: str, key: str) -> bool:
        """Tell whether an SMS that came in asks for the next page; any other word ends them.

        `key` is that SMS: its second arrival is answered as the first one, by nothing more.
        """
        rest = self._rests.get(number)
        if rest is None:
            return False
        if rest.answered == key:
            return True
        if text.strip() == MORE_KEY and self._clock() - rest.since <= LIFE and rest.pages:
            return True
        del self._rests[number]
        return False

    def next(self, number: str, key: str) -> str | None:
        """Return the page to send for this SMS, None if it was answered before."""
        rest = self._rests.get(number)
        if rest is None or rest.answered == key or not rest.pages:
            return None
        return rest.pages[0]

    def shown(self, number: str, key: str) -> None:
        """Note that the next page went out in answer to that SMS."""
        rest = self._rests.get(number)
        if rest is not None:
            rest.pages, rest.answered, rest.since = rest.pages[1:], key, self._clock()
