"""The on-call phone: what must ring when somebody is in danger, without any content."""

from __future__ import annotations

from typing import Protocol


class Ringer(Protocol):
    """Rings a phone or another system. Any error means that it did not ring."""

    async def ring(self, number: int) -> None:
        """Ring once; `number` is 1, 2 or 3 for the same emergency."""
        ...
