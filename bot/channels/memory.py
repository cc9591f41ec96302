"""A channel in memory, for tests: what a visitor would see, and failures on demand."""

from __future__ import annotations

import itertools
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.dialogue.values import ChannelKind
from bot.service.failures import SendError
from bot.service.records import Address, Outbound, Receipt


@dataclass(frozen=True, slots=True)
class Attempt:
    """One call of `send`; `arrived` is whether the visitor saw it."""

    address: Address
    outbound: Outbound = field(repr=False)
    places: tuple[str, ...]
    arrived: bool


@dataclass(frozen=True, slots=True)
class _Failure:
    error: SendError
    arrives: bool
    address: Address | None


class MemoryChannel:
    """Keeps every try, and the screen of each address as it stands now."""

    def __init__(self, kind: ChannelKind = ChannelKind.TELEGRAM) -> None:
        self.kind = kind
        self.attempts: list[Attempt] = []
        self._screens: defaultdict[Address, dict[str, Outbound]] = defaultdict(dict)
        self._failures: deque[_Failure] = deque()
        self._ids = itertools.count(1)

    def fail(
        self,
        error: SendError,
        *,
        times: int = 1,
        arrives: bool = False,
        address: Address | None = None,
    ) -> None:
        """Let the next `times` sends (to `address`) end with `error`; `arrives`: seen even so."""
        self._failures.extend([_Failure(error, arrives, address)] * times)

    async def send(
        self,
        address: Address,
        outbound: Outbound,
        places: Sequence[str],
        *,
        key: str = "",  # noqa: ARG002
        doubtful: bool = False,  # noqa: ARG002
    ) -> Receipt:
        """Show it, or raise what was asked for by `fail`."""
        failure = self._failure(address)
        arrived = failure is None or failure.arrives
        self.attempts.append(Attempt(address, outbound, tuple(places), arrived))
        ids = self._show(self._screens[address], outbound, places) if arrived else ()
        if failure is not None:
            raise failure.error
        return Receipt(ids)

    def arrived(self, address: Address) -> tuple[Outbound, ...]:
        """Return everything that reached an address, in order, also what was wiped since."""
        return tuple(
            one.outbound
            for one in self.attempts
            if one.arrived and one.address == address and not one.outbound.wipe
        )

    def screen(self, address: Address) -> tuple[Outbound, ...]:
        """Return what stands on the visitor's screen now, oldest first."""
        return tuple(self._screens[address].values())

    def _failure(self, address: Address) -> _Failure | None:
        for failure in self._failures:
            if failure.address in {None, address}:
                self._failures.remove(failure)
                return failure
        return None

    def _show(
        self, screen: dict[str, Outbound], outbound: Outbound, places: Sequence[str]
    ) -> tuple[str, ...]:
        """Delete what a wipe names, edit in place where something stands, else add."""
        if outbound.wipe:
            for place in places:
                screen.pop(place, None)
            return ()
        standing = [place for place in places if place in screen]
        place = standing[-1] if standing else str(next(self._ids))
        screen[place] = outbound
        return (place,)
