"""A stand-in for the shell's door: keeps each key once, and fails when it is told to."""

from __future__ import annotations

import json
from collections.abc import Sequence

from bot.service.records import Inbound


class Door:
    """What `accept` of the shell promises: all of a batch is kept, or nothing."""

    def __init__(self) -> None:
        self.kept: dict[str, Inbound] = {}
        self.failures: list[Exception] = []
        self.poison = ""
        self.batches: list[int] = []
        self.repeated = 0

    async def __call__(self, batch: Sequence[Inbound]) -> None:
        """Keep a batch."""
        if self.failures:
            raise self.failures.pop(0)
        if self.poison and any(self.poison in one.body for one in batch):
            raise RuntimeError(self.poison)
        self.batches.append(len(batch))
        self.repeated += sum(one.key in self.kept for one in batch)
        self.kept |= {one.key: one for one in batch}

    @property
    def words(self) -> list[str]:
        """Return the texts that were kept, in order."""
        bodies = [json.loads(one.body) for one in self.kept.values()]
        return [body["text"] for body in bodies if "text" in body]
