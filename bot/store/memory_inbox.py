"""The inbox of the Store in memory: who writes to whom, and what waits for an answer."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.dialogue.values import TicketId
from bot.service.records import Address, ConversationId, Inbound, Loaded, Ticket, TicketState
from bot.store.life import TRIES, Life
from bot.store.memory_outbox import MemoryOutbox
from bot.store.memory_rows import Place, Reach, Talk, Waiting, first_unread, waits_for


class MemoryInbox(MemoryOutbox):
    """Keeps what arrived and finds the conversation it belongs to."""

    def __init__(self, life: Life) -> None:
        super().__init__(life)
        self._reaches: dict[Address, Reach] = {}
        self._seen: dict[tuple[str, str], datetime] = {}
        self._tickets: dict[TicketId, Ticket] = {}

    async def accept(self, batch: Sequence[Inbound]) -> tuple[ConversationId, ...]:
        """See `Store.accept`."""
        kept = (self._accept(inbound) for inbound in batch)
        return tuple(dict.fromkeys(talk.id for talk in kept if talk is not None))

    def _accept(self, inbound: Inbound) -> Talk | None:
        scope = inbound.address.channel if inbound.address else inbound.conversation or ""
        if (scope, inbound.key) in self._seen:
            return None
        talk = self._talk_for(inbound)
        if talk is None:
            return None
        self._seen[scope, inbound.key] = inbound.at
        row = Waiting(next(self._ids), inbound)
        talk.inbox.append(row)
        if inbound.platform_id is not None:
            talk.reach.places.append(Place(inbound.platform_id, inbound.at, row.id))
        return talk

    def _talk_for(self, inbound: Inbound) -> Talk | None:
        if inbound.address is None:
            talk = self._talks.get(inbound.conversation) if inbound.conversation else None
            return talk if talk is not None and talk.closing is None else None
        return self._open_talk(inbound.address) or self._start(inbound.address, inbound.at)

    def _open_talk(self, address: Address) -> Talk | None:
        reach = self._reaches.get(address)
        talks = (talk for talk in self._talks.values() if talk.reach is reach)
        return next((talk for talk in talks if talk.closing is None), None)

    def _start(self, address: Address, at: datetime) -> Talk:
        reach = self._reaches.setdefault(address, Reach(address))
        talk = Talk(ConversationId(secrets.token_hex(16)), reach, address.channel, at)
        self._talks[talk.id] = talk
        return talk

    async def find(self, address: Address) -> ConversationId | None:
        """See `Store.find`."""
        talk = self._open_talk(address)
        return talk.id if talk else None

    async def leave(self, address: Address) -> None:
        """See `Store.leave`."""
        talk = self._open_talk(address)
        self._reaches.pop(address, None)
        if talk is None or self._open_ticket(talk.id) is not None:
            return
        if first_unread(talk) is None:
            talk.closing = talk.active

    async def rejoin(self, code: str, address: Address) -> ConversationId | None:
        """See `Store.rejoin`."""
        found = next((talk for talk in self._talks.values() if waits_for(talk, code)), None)
        if found is None:
            return None
        former = self._open_talk(address)
        if former is found:
            return found.id
        for own in [key for key, reach in self._reaches.items() if reach is found.reach]:
            del self._reaches[own]
        found.reach = self._reaches.setdefault(address, Reach(address))
        found.channel = address.channel
        ticket = self._open_ticket(found.id)
        if ticket is not None:
            self._tickets[ticket.id] = replace(ticket, channel=address.channel)
        if former is not None:
            former.closing = former.active
            found.inbox += former.inbox
            former.inbox = []
        return found.id

    async def backlog(self, limit: int) -> tuple[ConversationId, ...]:
        """See `Store.backlog`."""
        busy = [talk for talk in self._talks.values() if first_unread(talk) is not None]
        busy.sort(key=lambda talk: talk.inbox[0].id)
        return tuple(talk.id for talk in busy[:limit])

    async def load(self, conversation: ConversationId) -> Loaded | None:
        """See `Store.load`."""
        talk = self._talks.get(conversation)
        row = first_unread(talk) if talk else None
        if talk is None or row is None:
            return None
        ticket = self._open_ticket(conversation)
        tickets = (ticket,) if ticket else ()
        return Loaded(conversation, row.id, row.inbound, talk.session, talk.channel, tickets)

    async def set_aside(self, conversation: ConversationId, inbox: int) -> bool:
        """See `Store.set_aside`."""
        talk = self._talks.get(conversation)
        row = next((row for row in talk.inbox if row.id == inbox), None) if talk else None
        if row is None:
            return False
        row.tries += 1
        return row.tries == TRIES

    def _open_ticket(self, conversation: ConversationId) -> Ticket | None:
        rows = (row for row in self._tickets.values() if row.conversation == conversation)
        return next((row for row in rows if row.state is not TicketState.CLOSED), None)
