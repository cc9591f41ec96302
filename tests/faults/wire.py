"""The adapter of the platform for tests: our own offset, moved only after the commit."""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from bot.dialogue.values import ChannelKind
from bot.service import wire
from bot.service.failures import NotSent, StoreUnavailable, Unknown
from bot.service.killpoint import killpoint
from bot.service.receive import Reception
from bot.service.records import Address, Inbound, InboundKind, Outbound, Receipt
from tests.around import Around, Go

_log = logging.getLogger("platform")

BATCH = 10
OWN_ID = "88112233{:06d}"
"""Ids of people's own messages; the platform's for ours are made alike."""
PAUSE = 0.05
"""Seconds until a store that is out of reach is tried again."""


class Line:
    """One connection: a question a line, an answer a line."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._free: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def ask(self, question: dict[str, Any]) -> dict[str, Any]:
        """Ask on a connection of its own. Raises `NotSent` or `Unknown`."""
        try:
            reader, writer = self._free.pop() if self._free else await self._connect()
        except OSError as error:
            raise NotSent from error
        writer.write(json.dumps(question).encode() + b"\n")
        line = await reader.readline()
        if not line:
            raise Unknown
        self._free.append((reader, writer))
        answer: dict[str, Any] = json.loads(line)
        return answer

    async def _connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        return await asyncio.open_connection("127.0.0.1", self._port)

    def close(self) -> None:
        """Close every connection."""
        for _, writer in self._free:
            writer.close()


class WireChannel:
    """Sends to the platform."""

    kind = ChannelKind.TELEGRAM

    def __init__(self, line: Line) -> None:
        self._line = line

    async def send(
        self,
        address: Address,
        outbound: Outbound,
        places: Sequence[str],
        *,
        key: str = "",
        doubtful: bool = False,
    ) -> Receipt:
        """Send words with the number of their turn, or a wipe."""
        del places, key, doubtful
        version = outbound.choices[0].data.split(":")[1] if outbound.choices else ""
        words = "\n".join(outbound.blocks)
        question = {"chat": address.value, "words": words, "version": version}
        answer = await self._line.ask({**question, "wipe": outbound.wipe})
        return Receipt((answer["id"],))


class ForgetfulChannel(Around):
    """Wrong on purpose: says of the first message that it was sent, and never sends it."""

    forgot = False

    async def step(self, outbound: Outbound, go: Go) -> Receipt:  # noqa: ARG002
        """Send all but the first."""
        if not self.forgot:
            self.forgot = True
            return Receipt((secrets.token_hex(4),))
        return await go()


class Poller:
    """Fetches what people wrote. The offset moves when it is kept."""

    def __init__(self, line: Line, reception: Reception) -> None:
        self._line, self._reception = line, reception
        self._offset = 1
        self._limit = BATCH
        """One at a time once a batch was refused: it may have been too large for the disk."""

    async def run(self) -> None:
        """Poll until cancelled."""
        while True:
            asked = {"offset": self._offset, "limit": self._limit}
            updates = (await self._line.ask(asked))["updates"]
            # Libraries log what passes through them, at every level: nothing of it may come out.
            _log.debug("Processing updates %s", updates)
            _log.critical("Cannot parse %s", updates)
            killpoint("fetched")
            try:
                await self.keep([self.inbound(update) for update in updates], updates[-1]["id"])
            except StoreUnavailable:
                await self._line.ask({"refused": True})
                self._limit = 1
                await asyncio.sleep(PAUSE)

    async def keep(self, batch: list[Inbound], last: int) -> None:
        """Keep, then let the platform forget."""
        await self._reception.accept(batch)
        killpoint("accepted")
        self._offset = last + 1

    def inbound(self, update: dict[str, Any]) -> Inbound:
        """Return what arrived."""
        address = Address(ChannelKind.TELEGRAM, update["chat"])
        return Inbound(
            self.key(update),
            InboundKind.SAID,
            wire.said(update["words"], "en"),
            datetime.now(UTC),
            address,
            platform_id=OWN_ID.format(update["id"]),
        )

    def key(self, update: dict[str, Any]) -> str:
        """Return the name of an update that a second arrival has too."""
        return f"update-{update['id']}"


class HastyPoller(Poller):
    """Wrong on purpose: lets the platform forget before anything was kept."""

    async def keep(self, batch: list[Inbound], last: int) -> None:
        """Confirm, then keep."""
        self._offset = last + 1
        await self._line.ask({"offset": self._offset, "limit": 0})
        await self._reception.accept(batch)


class NamelessPoller(Poller):
    """Wrong on purpose: a second arrival looks like another message."""

    def key(self, update: dict[str, Any]) -> str:
        """Return a new name each time."""
        return f"{update['id']}-{secrets.token_hex(4)}"
