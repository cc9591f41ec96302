"""What the Desk does with the Store in memory: tickets, rings, and the log of a conversation."""

from __future__ import annotations

from datetime import datetime

from bot.dialogue.effects import Ending
from bot.dialogue.values import Locale, OperatorId, TicketId
from bot.service.failures import Conflict
from bot.service.records import ConversationId, Delivery, LogLine, Ring, Source, Ticket, TicketState
from bot.store import queueing
from bot.store.life import Life
from bot.store.memory_inbox import MemoryInbox
from bot.store.memory_rows import SPOKEN, visible


class MemoryDesk(MemoryInbox):
    """Keeps who is rung for whom; every change of a ticket that a visitor hears is an inbound."""

    def __init__(self, life: Life) -> None:
        super().__init__(life)
        self._rings: dict[tuple[TicketId, int], tuple[int, datetime | None]] = {}

    # Rings

    async def claim_rings(self, now: datetime) -> tuple[Ring, ...]:
        """See `Store.claim_rings`."""
        rings = []
        for (ticket, number), (id_, taken) in self._rings.items():
            if taken is None or taken <= now - self._life.ring_lease:
                rings.append(Ring(id_, ticket, number))
        for ring in rings:
            self._rings[ring.ticket, ring.round] = (ring.id, now)
        return tuple(rings)

    async def settle_ring(self, ring: Ring, *, done: bool) -> None:
        """See `Store.settle_ring`."""
        if done:
            self._rings.pop((ring.ticket, ring.round), None)
        elif (ring.ticket, ring.round) in self._rings:
            self._rings[ring.ticket, ring.round] = (ring.id, None)

    # Tickets

    async def tickets(self) -> tuple[Ticket, ...]:
        """See `Store.tickets`."""
        rows = [row for row in self._tickets.values() if row.state is not TicketState.CLOSED]
        return tuple(sorted(rows, key=lambda row: (row.opened, row.id)))

    async def ticket(self, ticket: TicketId) -> Ticket | None:
        """See `Store.ticket`."""
        return self._tickets.get(ticket)

    async def offer(self, ticket: TicketId, operator: OperatorId, now: datetime) -> bool:
        """See `Store.offer`."""
        row = self._tickets.get(ticket)
        return self._put(queueing.offered(row, operator, now) if row else None)

    async def claim_ticket(self, ticket: TicketId, operator: OperatorId, now: datetime) -> bool:
        """See `Store.claim_ticket`."""
        row = self._tickets.get(ticket)
        after = queueing.taken(row, operator, now) if row else None
        if after is not None:
            self._accept(queueing.joined(after, now))
        return self._put(after)

    async def release(self, ticket: TicketId, operator: OperatorId | None, now: datetime) -> bool:
        """See `Store.release`."""
        row = self._tickets.get(ticket)
        after = queueing.returned(row, operator, now) if row else None
        if row is not None and after is not None and row.state is TicketState.TAKEN:
            self._accept(queueing.left(after, "returned", now))
        return self._put(after)

    async def close(self, ticket: TicketId, operator: OperatorId, now: datetime) -> bool:
        """See `Store.close`."""
        row = self._tickets.get(ticket)
        if row is None or not queueing.closable(row, operator):
            return False
        after = queueing.ended(row, Ending.BY_OPERATOR)
        self._accept(queueing.left(after, "closed", now))
        return self._put(after)

    def _put(self, row: Ticket | None) -> bool:
        if row is not None:
            self._tickets[row.id] = row
        return row is not None

    # Log

    async def messages(
        self, conversation: ConversationId, after: int = 0, limit: int = 500
    ) -> tuple[LogLine, ...]:
        """See `Store.messages`."""
        talk = self._talks.get(conversation)
        return tuple(talk.log[max(after, 0) :][:limit]) if talk else ()

    async def view(self, conversation: ConversationId, after: int = 0) -> tuple[LogLine, ...]:
        """See `Store.view`."""
        talk = self._talks.get(conversation)
        lines = talk.log[max(after, talk.view) :] if talk else []
        return tuple(line for line in lines if visible(line))

    async def note(self, conversation: ConversationId, words: str, now: datetime) -> int:
        """See `Store.note`."""
        talk = self._talks.get(conversation)
        if talk is None:
            raise Conflict
        return talk.append(LogLine(0, Source.NOTE, (words,), now, shown=True))

    async def delivered(self, conversation: ConversationId, seq: int) -> None:
        """See `Store.delivered`."""
        talk = self._talks.get(conversation)
        for line in talk.log[:seq] if talk else []:
            if line.source in SPOKEN and line.delivery is Delivery.SENT:
                self._move(conversation, line.seq, Delivery.DELIVERED)

    async def locale(self, conversation: ConversationId) -> Locale | None:
        """See `Store.locale`."""
        talk = self._talks.get(conversation)
        return talk.session.locale if talk else None
