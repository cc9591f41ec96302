"""The outbox of the Store in memory."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.dialogue.values import ChannelKind
from bot.service.records import ConversationId, Delivery, Outbound, Send, Settled
from bot.store.life import Life, forward
from bot.store.memory_rows import (
    Place,
    Row,
    Talk,
    shown,
)


class MemoryOutbox:
    """Keeps what is still to be sent; the ground that `MemoryStore` stands on."""

    def __init__(self, life: Life) -> None:
        self._life = life
        self._ids = itertools.count(1)
        self._talks: dict[ConversationId, Talk] = {}
        self._outbox: list[Row] = []

    def _enqueue(
        self, talk: Talk, words: Outbound, seq: int | None, at: datetime, *, urgent: bool
    ) -> None:
        row = Row(next(self._ids), talk.id, talk.reach, words, seq, urgent, at)
        self._outbox.append(row)

    def _supersede(self, talk: Talk) -> None:
        for row in [row for row in self._outbox if row.reach is talk.reach]:
            if row.taken is not None:
                row.stale = True
            elif not row.outbound.wipe:
                self._end(row, Delivery.SUPERSEDED)

    async def claim_sends(self, now: datetime, limit: int) -> tuple[Send, ...]:
        """See `Store.claim_sends`."""
        for row in self._outbox:
            if row.taken is not None and row.taken <= now - self._life.send_lease:
                row.taken, row.doubtful = None, True
        heads: dict[int, Row] = {}
        for row in sorted(
            self._outbox, key=lambda row: (row.taken is None, not row.urgent, row.id)
        ):
            heads.setdefault(id(row.reach), row)
        due = [row for row in heads.values() if row.taken is None and (row.again or now) <= now]
        due.sort(key=lambda row: (not row.urgent, row.id))
        return tuple(self._claim(row, now) for row in due[:limit])

    def _take_first(self, queued: Sequence[Row], now: datetime) -> tuple[Send, ...]:
        """Take the first of what a turn queued, if nothing else of its visitor is in line."""
        first = min(queued, key=lambda row: (not row.urgent, row.id), default=None)
        if first is None or len(self._line(first)) > len(queued):
            return ()
        return (replace(self._claim(first, now), last=len(queued) == 1),)

    def _line(self, of: Row) -> list[Row]:
        return [row for row in self._outbox if row.reach is of.reach]

    def _claim(self, row: Row, now: datetime) -> Send:
        row.taken, row.attempt = now, row.attempt + 1
        return Send(
            id=row.id,
            conversation=row.conversation,
            address=row.reach.address,
            outbound=row.outbound,
            attempt=row.attempt,
            doubtful=row.doubtful,
            places=tuple(place.platform_id for place in shown(row)),
        )

    async def settle(self, send: Send, settled: Settled) -> bool:
        """See `Store.settle`."""
        row = next((row for row in self._outbox if row.id == send.id), None)
        if row is None or row.taken is None or row.attempt != send.attempt:
            return True
        if settled.again is not None and not row.stale:
            row.taken, row.again = None, settled.again
            row.doubtful = row.doubtful or settled.delivery is Delivery.UNKNOWN
            return True
        self._keep_places(row, settled.platform_ids)
        self._end(row, Delivery.SUPERSEDED if settled.again else settled.delivery)
        return bool(self._line(row))

    def _keep_places(self, row: Row, platform_ids: Sequence[str]) -> None:
        slot = row.outbound.slot
        former = {p.platform_id: p for p in row.reach.places if p.slot == slot}
        new = [platform_id for platform_id in platform_ids if platform_id not in former]
        if platform_ids:
            for place in former.values():
                place.current = place.platform_id in platform_ids
                place.mark = row.id if place.current else place.mark
        for platform_id in new:
            place = Place(platform_id, row.taken or row.queued, row.id, slot, seq=row.seq)
            place.conversation = row.conversation
            row.reach.places.append(place)

    def _end(self, row: Row, delivery: Delivery) -> None:
        self._outbox.remove(row)
        if row.outbound.wipe:
            row.reach.places = [place for place in row.reach.places if place.mark > row.id]
        if row.seq is not None:
            self._move(row.conversation, row.seq, delivery)

    def _move(self, conversation: ConversationId, seq: int, delivery: Delivery) -> None:
        talk = self._talks.get(conversation)
        if talk is None:
            return
        line = talk.log[seq - 1]
        if forward(line.delivery, delivery):
            talk.log[seq - 1] = replace(line, delivery=delivery)

    async def report(self, channel: ChannelKind, platform_id: str, delivery: Delivery) -> bool:
        """See `Store.report`."""
        for reach in {id(talk.reach): talk.reach for talk in self._talks.values()}.values():
            for place in reach.places:
                ours = reach.address.channel is channel and place.platform_id == platform_id
                if ours and place.conversation is not None and place.seq is not None:
                    self._move(place.conversation, place.seq, delivery)
                    return True
        return False
