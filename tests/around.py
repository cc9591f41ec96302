"""A channel around another: for tests that stand between the sender and the platform."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from bot.service.ports import Channel
from bot.service.records import Address, Outbound, Receipt

Go = Callable[[], Awaitable[Receipt]]


class Around:
    """Sends through `inner`; an heir says in `step` when, or whether, and what it remembers."""

    def __init__(self, inner: Channel) -> None:
        self.kind = inner.kind
        self._inner = inner

    async def send(
        self,
        address: Address,
        outbound: Outbound,
        places: Sequence[str],
        *,
        key: str = "",
        doubtful: bool = False,
    ) -> Receipt:
        """See `Channel.send`."""

        def go() -> Awaitable[Receipt]:
            return self._inner.send(address, outbound, places, key=key, doubtful=doubtful)

        return await self.step(outbound, go)

    async def step(self, outbound: Outbound, go: Go) -> Receipt:
        """Send `outbound` by `go`; heirs do more, or do not."""
        del outbound
        return await go()
