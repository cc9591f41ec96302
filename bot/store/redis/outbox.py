"""What is still to be sent: a claim takes the first of each visitor, an end makes room."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.dialogue.values import ChannelKind
from bot.service.failures import StoreUnavailable
from bot.service.killpoint import killpoint
from bot.service.records import Address, ConversationId, Delivery, Send, Settled
from bot.store.outbox import OUTBOUND
from bot.store.places import PLACE
from bot.store.redis.engine import Engine
from bot.store.redis.records import DELIVERIES, slot_of
from bot.store.redis.targets import digest_of_place, sealed_place
from bot.store.talks import ADDRESS


class Outbox:
    """The sends of one worker."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lost: list[str] = []
        """Marks of claims whose answer did not come."""
        self._adrift: list[str] = []
        """The same of turns."""
        self._under_way: dict[tuple[int, int], tuple[str, bytes]] = {}
        """The address of each send that this worker has, and its key."""
        self._late: dict[tuple[int, int], tuple[Any, ...]] = {}
        """Ends that could not be told; telling one twice is harmless."""

    async def claim(self, now: datetime, limit: int) -> tuple[Send, ...]:
        """Take what is due. After a lost answer the same is asked for again, not more."""
        for known, end in list(self._late.items()):
            await self._engine.run("settle", *end)
            self._late.pop(known, None)
        mark = self._lost.pop() if self._lost else self.mark()
        over = (now - self._engine.life.send_lease).timestamp()
        try:
            adrift = self._adrift[:]
            rows = await self._engine.run("claim", now.timestamp(), over, limit, mark, adrift)
        except StoreUnavailable:
            self._lost = [mark]
            raise
        del self._adrift[: len(adrift)]
        return tuple(self._send(row) for row in rows)

    @staticmethod
    def mark() -> str:
        """Return a name for one request, by which what it took is found again."""
        return secrets.token_hex(8)

    def unanswered(self, mark: str) -> None:
        """Note that a turn may have taken something: the next claim asks for it."""
        self._adrift.append(mark)

    def taken(self, row: list[Any], *, last: bool) -> Send:
        """Return what a turn took."""
        return replace(self._send(row), last=last)

    def _send(self, row: list[Any]) -> Send:
        id_, conversation, wrapped, reach, channel, wipe_key, address, slot, *rest = row
        attempt, doubtful, own, called, sealed, places = rest
        where = reach.decode()
        key = self._engine.unwrap(wipe_key, "addresses", where)
        owner = conversation.decode()
        words_key = key if own == b"1" else self._engine.unwrap(wrapped, "conversations", owner)
        self._under_way[int(id_), int(attempt)] = (where, key)
        value = ADDRESS.unseal(key, where, "value", 0, address)
        places.sort(key=lambda one: one[3])
        return Send(
            id=int(id_),
            conversation=ConversationId(owner),
            address=Address(ChannelKind(channel.decode()), value),
            outbound=OUTBOUND.unseal(words_key, owner, slot_of(slot), int(called), sealed),
            attempt=int(attempt),
            doubtful=bool(doubtful),
            places=tuple(
                PLACE.unseal(key, where, kind.decode(), int(named), body)
                for named, kind, body, _ in places
            ),
        )

    async def settle(self, send: Send, settled: Settled) -> bool:
        """Record how a send ended; a sender that lost it to another is not heard."""
        held = self._under_way.get((send.id, send.attempt))
        if held is None:
            return True
        reach, key = held
        channel, slot = send.address.channel, send.outbound.slot
        places = []
        for platform_id in settled.platform_ids if not send.outbound.wipe else ():
            called, sealed = sealed_place(key, reach, slot, platform_id)
            digest = digest_of_place(self._engine, channel, reach, platform_id)
            places.append((digest, str(called), sealed))
        end = (
            str(send.id),
            str(send.attempt),
            settled.again.timestamp() if settled.again else False,
            settled.delivery is Delivery.UNKNOWN,
            DELIVERIES[settled.delivery],
            places,
            channel is ChannelKind.SMS,
        )
        self._under_way.pop((send.id, send.attempt), None)
        killpoint("before-settle")
        try:
            more = await self._engine.run("settle", *end)
        except StoreUnavailable:
            self._late[send.id, send.attempt] = end
            raise
        killpoint("after-settle")
        return bool(more)

    async def report(self, channel: ChannelKind, platform_id: str, delivery: Delivery) -> bool:
        """Record a gateway's later word on a message."""
        digest = digest_of_place(self._engine, channel, "", platform_id)
        return bool(await self._engine.run("report", digest, DELIVERIES[delivery]))
