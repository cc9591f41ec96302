"""The Store in memory: small enough to be read whole, held to the same contract as the others."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.dialogue.effects import Ending, RecordAnswers
from bot.dialogue.values import CAPABILITIES, ChannelKind, Locale, OperatorId, TicketId
from bot.service.failures import Conflict
from bot.service.records import (
    Address,
    Commit,
    ConversationId,
    Delivery,
    Inbound,
    Loaded,
    LogLine,
    Outbound,
    Outgoing,
    Purged,
    Ring,
    Send,
    Source,
    Ticket,
    TicketState,
)
from bot.store import queueing
from bot.store.life import TRIES, Life, week_of
from bot.store.memory_outbox import MemoryOutbox
from bot.store.memory_rows import (
    SPOKEN,
    Place,
    Reach,
    Row,
    Talk,
    Waiting,
    first_unread,
    visible,
    waits_for,
)


class MemoryStore(MemoryOutbox):
    """Keeps everything until the process ends; for tests and `safar chat`."""

    def __init__(self, life: Life | None = None) -> None:
        super().__init__(life or Life())
        self._reaches: dict[Address, Reach] = {}
        self._seen: dict[tuple[str, str], datetime] = {}
        self._timers: dict[tuple[ConversationId, str, str], datetime] = {}
        self._rings: dict[tuple[TicketId, int], tuple[int, datetime | None]] = {}
        self._tickets: dict[TicketId, Ticket] = {}
        self._counts: Counter[tuple[str, str, str]] = Counter()
        self._tallies: Counter[tuple[str, str, Address | None]] = Counter()
        self._answers: list[tuple[str, RecordAnswers]] = []

    # Inbox

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

    # Turn

    async def commit(self, turn: Commit, *, claim: bool = False) -> tuple[Send, ...]:
        """See `Store.commit`."""
        talk = self._talks.get(turn.conversation)
        if talk is None or talk.session.version != turn.expected:
            raise Conflict
        done = next((row for row in talk.inbox if row.id == turn.inbox), None)
        if done is None:
            raise Conflict
        talk.inbox.remove(done)
        talk.session, talk.active = turn.session, turn.at
        first = len(talk.log) + 1
        if turn.said:
            own = done.inbound.key if talk.channel is ChannelKind.WEB else ""
            talk.append(LogLine(0, Source.VISITOR, turn.said, turn.at, shown=turn.shown, id=own))
        queued = self._send(talk, turn)
        self._change_tickets(talk, turn, first)
        for timer in turn.timers:
            self._timers[talk.id, timer.kind, timer.key] = timer.at
        for ring in turn.rings:
            self._rings.setdefault((ring.ticket, ring.round), (next(self._ids), None))
        for count in turn.counts:
            await self.count(turn.at, count.what, count.detail)
        self._answers.extend((week_of(turn.at), answers) for answers in turn.answers)
        if turn.forget:
            self._forget(talk)
            return ()
        return self._take_first(queued, turn.at) if claim else ()

    def _send(self, talk: Talk, turn: Commit) -> list[Row]:
        if turn.wipe:
            talk.view = len(talk.log)
        if turn.wipe or any(outgoing.urgent for outgoing in turn.outgoing):
            self._supersede(talk)
        before = len(self._outbox)
        if turn.wipe and CAPABILITIES[talk.channel].takes_back:
            self._enqueue(talk, Outbound((), wipe=True), None, turn.at, urgent=False)
        for outgoing in turn.outgoing:
            self._say(talk, outgoing, turn.at)
        return self._outbox[before:]

    def _say(self, talk: Talk, outgoing: Outgoing, at: datetime) -> None:
        words, web = outgoing.outbound, talk.channel is ChannelKind.WEB
        quiet = Delivery.EXPIRED if talk.closing else Delivery.QUEUED
        line = LogLine(
            seq=0,
            source=outgoing.source,
            blocks=words.blocks,
            at=at,
            delivery=Delivery.SENT if web else quiet,
            choices=words.choices,
            slot=words.slot,
            shown=True,
            id=outgoing.id,
            audio=words.audio,
        )
        seq = talk.append(line)
        if not web and not talk.closing:
            self._enqueue(talk, words, seq, at, urgent=outgoing.urgent)

    def _change_tickets(self, talk: Talk, turn: Commit, first: int) -> None:
        for opened in turn.opened:
            row = queueing.opened(opened, turn, talk.channel, first)
            self._tickets.setdefault(opened.ticket, row)
        for effect in turn.raised:
            self._change(talk, effect.ticket, partial(queueing.raised, effect=effect))
        for ending in turn.closed:
            self._change(talk, ending.ticket, partial(queueing.ended, why=ending.why))

    def _change(self, talk: Talk, ticket: TicketId, change: partial[Ticket]) -> None:
        row = self._open_ticket(talk.id)
        if row is not None and row.id == ticket:
            self._tickets[ticket] = change(row)

    def _forget(self, talk: Talk) -> None:
        """Destroy a conversation; what the visitor wrote meanwhile begins another one."""
        ticket = self._open_ticket(talk.id)
        if ticket is not None:
            self._tickets[ticket.id] = queueing.ended(ticket, Ending.BY_VISITOR)
        self._destroy(talk)
        for row in talk.inbox:
            if row.inbound.address is not None and row.tries < TRIES:
                fresh = self._open_talk(row.inbound.address)
                fresh = fresh or self._start(row.inbound.address, row.inbound.at)
                fresh.inbox.append(row)

    def _destroy(self, talk: Talk) -> None:
        del self._talks[talk.id]
        if not any(other.reach is talk.reach for other in self._talks.values()):
            self._reaches.pop(talk.reach.address, None)
        self._timers = {key: at for key, at in self._timers.items() if key[0] != talk.id}

    # Timers and rings

    async def due(self, now: datetime) -> tuple[ConversationId, ...]:
        """See `Store.due`."""
        fired = sorted((at, key) for key, at in self._timers.items() if at <= now)
        woken = []
        for at, key in fired:
            del self._timers[key]
            conversation, kind, own = key
            woken.append(queueing.fired(conversation, kind, own, at))
        return await self.accept(woken)

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

    def _open_ticket(self, conversation: ConversationId) -> Ticket | None:
        rows = (row for row in self._tickets.values() if row.conversation == conversation)
        return next((row for row in rows if row.state is not TicketState.CLOSED), None)

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

    # Statistics

    async def count(self, now: datetime, what: str, detail: str) -> None:
        """See `Store.count`."""
        self._counts[f"{now:%Y-%m-%d}", what, detail] += 1

    async def tally(
        self, now: datetime, what: str, address: Address | None = None, add: int = 0
    ) -> int:
        """See `Store.tally`."""
        self._tallies[f"{now:%Y-%m-%d}", what, address] += add
        return self._tallies[f"{now:%Y-%m-%d}", what, address]

    async def counts(self) -> dict[tuple[str, str, str], int]:
        """Return every counter by day, what and detail."""
        return dict(self._counts)

    async def answers(self) -> Sequence[tuple[str, RecordAnswers]]:
        """Return anonymous answers with their week, in an order that says nothing."""
        return sorted(self._answers, key=repr)

    # Retention

    async def purge(self, now: datetime) -> Purged:
        """See `Store.purge`."""
        life = self._life
        for talk in self._talks.values():
            if talk.closing is None and self._idle(talk, now):
                talk.closing = now
        over = [
            talk
            for talk in self._talks.values()
            if talk.closing and talk.closing <= now - life.closing and first_unread(talk) is None
        ]
        inbox = sum(len(talk.inbox) for talk in over)
        ended = {talk.id for talk in over}
        mail = [r for r in self._outbox if self._over(r, ended, now)]
        for row in mail:
            self._end(row, Delivery.EXPIRED)
        for talk in over:
            self._destroy(talk)
        self._drop_old(now)
        return Purged(len(over), inbox, len(mail))

    def _over(self, row: Row, ended: set[ConversationId], now: datetime) -> bool:
        if row.outbound.wipe:
            return row.queued <= now - self._life.wipe
        lost = row.conversation not in self._talks
        return row.conversation in ended or (lost and row.queued <= now - self._life.closing)

    def _drop_old(self, now: datetime) -> None:
        life = self._life
        for reach in [talk.reach for talk in self._talks.values()]:
            sms = reach.address.channel is ChannelKind.SMS
            over = now - (life.report if sms else life.wipe)
            for place in [p for p in reach.places if sms and p.at <= over]:
                if place.conversation is not None and place.seq is not None:
                    self._move(place.conversation, place.seq, Delivery.EXPIRED)
            reach.places = [p for p in reach.places if p.at > over]
        self._seen = {key: at for key, at in self._seen.items() if at > now - life.seen}
        self._tickets = {
            key: row
            for key, row in self._tickets.items()
            if row.state is not TicketState.CLOSED or row.conversation in self._talks
        }

    def _idle(self, talk: Talk, now: datetime) -> bool:
        planned = any(key[0] == talk.id and key[1] != "give_up" for key in self._timers)
        busy = planned or first_unread(talk) is not None or self._open_ticket(talk.id) is not None
        return not busy and talk.active <= now - self._life.idle
