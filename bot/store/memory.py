"""The Store in memory: small enough to be read whole, held to the same contract as the others."""

from __future__ import annotations

import itertools
import secrets
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from bot.dialogue.effects import Ending, RecordAnswers, Slot
from bot.dialogue.session import FRESH, Session
from bot.dialogue.values import CAPABILITIES, ChannelKind, Locale, OperatorId, TicketId
from bot.service.ports import (
    Address,
    Commit,
    Conflict,
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
    Settled,
    Source,
    Ticket,
    TicketState,
)
from bot.store import queueing
from bot.store.life import TRIES, Life, forward, week_of


@dataclass(slots=True)
class _Waiting:
    id: int
    inbound: Inbound
    tries: int = 0


@dataclass(slots=True)
class _Place:
    """A platform id on the visitor's screen; `mark` is the outbox or inbox row it came by."""

    platform_id: str
    at: datetime
    mark: int
    slot: str = ""
    current: bool = True
    seq: int | None = None
    conversation: ConversationId | None = None


@dataclass(slots=True)
class _Reach:
    """An address with what stands on its screen."""

    address: Address
    places: list[_Place] = field(default_factory=list)


@dataclass(slots=True)
class _Talk:
    id: ConversationId
    reach: _Reach
    channel: ChannelKind
    active: datetime
    session: Session = FRESH
    log: list[LogLine] = field(default_factory=list)
    inbox: list[_Waiting] = field(default_factory=list)
    view: int = 0
    closing: datetime | None = None

    def append(self, line: LogLine) -> int:
        self.log.append(replace(line, seq=len(self.log) + 1))
        return len(self.log)


@dataclass(slots=True)
class _Row:
    id: int
    conversation: ConversationId
    reach: _Reach
    outbound: Outbound
    seq: int | None
    urgent: bool
    queued: datetime
    attempt: int = 0
    doubtful: bool = False
    stale: bool = False
    again: datetime | None = None
    taken: datetime | None = None


class MemoryStore:
    """Keeps everything until the process ends; for tests and `safar chat`."""

    def __init__(self, life: Life | None = None) -> None:
        self._life = life or Life()
        self._ids = itertools.count(1)
        self._talks: dict[ConversationId, _Talk] = {}
        self._reaches: dict[Address, _Reach] = {}
        self._seen: dict[tuple[str, str], datetime] = {}
        self._outbox: list[_Row] = []
        self._timers: dict[tuple[ConversationId, str, str], datetime] = {}
        self._rings: dict[tuple[TicketId, int], tuple[int, datetime | None]] = {}
        self._tickets: dict[TicketId, Ticket] = {}
        self._counts: Counter[tuple[str, str, str]] = Counter()
        self._answers: list[tuple[str, RecordAnswers]] = []

    # Inbox

    async def accept(self, batch: Sequence[Inbound]) -> tuple[ConversationId, ...]:
        """See `Store.accept`."""
        kept = (self._accept(inbound) for inbound in batch)
        return tuple(dict.fromkeys(talk.id for talk in kept if talk is not None))

    def _accept(self, inbound: Inbound) -> _Talk | None:
        scope = inbound.address.channel if inbound.address else inbound.conversation or ""
        if (scope, inbound.key) in self._seen:
            return None
        talk = self._talk_for(inbound)
        if talk is None:
            return None
        self._seen[scope, inbound.key] = inbound.at
        row = _Waiting(next(self._ids), inbound)
        talk.inbox.append(row)
        if inbound.platform_id is not None:
            talk.reach.places.append(_Place(inbound.platform_id, inbound.at, row.id))
        return talk

    def _talk_for(self, inbound: Inbound) -> _Talk | None:
        if inbound.address is None:
            talk = self._talks.get(inbound.conversation) if inbound.conversation else None
            return talk if talk is not None and talk.closing is None else None
        return self._open_talk(inbound.address) or self._start(inbound.address, inbound.at)

    def _open_talk(self, address: Address) -> _Talk | None:
        reach = self._reaches.get(address)
        talks = (talk for talk in self._talks.values() if talk.reach is reach)
        return next((talk for talk in talks if talk.closing is None), None)

    def _start(self, address: Address, at: datetime) -> _Talk:
        reach = self._reaches.setdefault(address, _Reach(address))
        talk = _Talk(ConversationId(secrets.token_hex(16)), reach, address.channel, at)
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
        if _first(talk) is None:
            talk.closing = talk.active

    async def rejoin(self, code: str, address: Address) -> ConversationId | None:
        """See `Store.rejoin`."""
        found = next((talk for talk in self._talks.values() if _waits_for(talk, code)), None)
        if found is None:
            return None
        former = self._open_talk(address)
        if former is found:
            return found.id
        for own in [key for key, reach in self._reaches.items() if reach is found.reach]:
            del self._reaches[own]
        found.reach = self._reaches.setdefault(address, _Reach(address))
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
        busy = [talk for talk in self._talks.values() if _first(talk) is not None]
        busy.sort(key=lambda talk: talk.inbox[0].id)
        return tuple(talk.id for talk in busy[:limit])

    async def load(self, conversation: ConversationId) -> Loaded | None:
        """See `Store.load`."""
        talk = self._talks.get(conversation)
        row = _first(talk) if talk else None
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

    async def commit(self, turn: Commit) -> None:
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
        self._send(talk, turn)
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

    def _send(self, talk: _Talk, turn: Commit) -> None:
        if turn.wipe:
            talk.view = len(talk.log)
        if turn.wipe or any(outgoing.urgent for outgoing in turn.outgoing):
            self._supersede(talk)
        if turn.wipe and CAPABILITIES[talk.channel].takes_back:
            self._enqueue(talk, Outbound((), wipe=True), None, turn.at, urgent=False)
        for outgoing in turn.outgoing:
            self._say(talk, outgoing, turn.at)

    def _say(self, talk: _Talk, outgoing: Outgoing, at: datetime) -> None:
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
        )
        seq = talk.append(line)
        if not web and not talk.closing:
            self._enqueue(talk, words, seq, at, urgent=outgoing.urgent)

    def _enqueue(
        self, talk: _Talk, words: Outbound, seq: int | None, at: datetime, *, urgent: bool
    ) -> None:
        row = _Row(next(self._ids), talk.id, talk.reach, words, seq, urgent, at)
        self._outbox.append(row)

    def _supersede(self, talk: _Talk) -> None:
        for row in [row for row in self._outbox if row.reach is talk.reach]:
            if row.taken is not None:
                row.stale = True
            elif not row.outbound.wipe:
                self._end(row, Delivery.SUPERSEDED)

    def _change_tickets(self, talk: _Talk, turn: Commit, first: int) -> None:
        for opened in turn.opened:
            row = queueing.opened(opened, turn, talk.channel, first)
            self._tickets.setdefault(opened.ticket, row)
        for effect in turn.raised:
            self._change(talk, effect.ticket, partial(queueing.raised, effect=effect))
        for ending in turn.closed:
            self._change(talk, ending.ticket, partial(queueing.ended, why=ending.why))

    def _change(self, talk: _Talk, ticket: TicketId, change: partial[Ticket]) -> None:
        row = self._open_ticket(talk.id)
        if row is not None and row.id == ticket:
            self._tickets[ticket] = change(row)

    def _forget(self, talk: _Talk) -> None:
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

    def _destroy(self, talk: _Talk) -> None:
        del self._talks[talk.id]
        if not any(other.reach is talk.reach for other in self._talks.values()):
            self._reaches.pop(talk.reach.address, None)
        self._timers = {key: at for key, at in self._timers.items() if key[0] != talk.id}

    # Outbox

    async def claim_sends(self, now: datetime, limit: int) -> tuple[Send, ...]:
        """See `Store.claim_sends`."""
        for row in self._outbox:
            if row.taken is not None and row.taken <= now - self._life.send_lease:
                row.taken, row.doubtful = None, True
        heads: dict[int, _Row] = {}
        for row in sorted(
            self._outbox, key=lambda row: (row.taken is None, not row.urgent, row.id)
        ):
            heads.setdefault(id(row.reach), row)
        due = [row for row in heads.values() if row.taken is None and (row.again or now) <= now]
        due.sort(key=lambda row: (not row.urgent, row.id))
        return tuple(self._claim(row, now) for row in due[:limit])

    def _claim(self, row: _Row, now: datetime) -> Send:
        row.taken, row.attempt = now, row.attempt + 1
        return Send(
            id=row.id,
            conversation=row.conversation,
            address=row.reach.address,
            outbound=row.outbound,
            attempt=row.attempt,
            doubtful=row.doubtful,
            places=tuple(place.platform_id for place in _shown(row)),
        )

    async def settle(self, send: Send, settled: Settled) -> None:
        """See `Store.settle`."""
        row = next((row for row in self._outbox if row.id == send.id), None)
        if row is None or row.taken is None or row.attempt != send.attempt:
            return
        if settled.again is not None and not row.stale:
            row.taken, row.again = None, settled.again
            row.doubtful = row.doubtful or settled.delivery is Delivery.UNKNOWN
            return
        self._keep_places(row, settled.platform_ids)
        self._end(row, Delivery.SUPERSEDED if settled.again else settled.delivery)

    def _keep_places(self, row: _Row, platform_ids: Sequence[str]) -> None:
        slot = row.outbound.slot
        former = {p.platform_id: p for p in row.reach.places if p.slot == slot}
        new = [platform_id for platform_id in platform_ids if platform_id not in former]
        if platform_ids:
            for place in former.values():
                place.current = place.platform_id in platform_ids
                place.mark = row.id if place.current else place.mark
        for platform_id in new:
            place = _Place(platform_id, row.taken or row.queued, row.id, slot, seq=row.seq)
            place.conversation = row.conversation
            row.reach.places.append(place)

    def _end(self, row: _Row, delivery: Delivery) -> None:
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
            if talk.closing and talk.closing <= now - life.closing and _first(talk) is None
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

    def _over(self, row: _Row, ended: set[ConversationId], now: datetime) -> bool:
        if row.outbound.wipe:
            return row.queued <= now - self._life.wipe
        lost = row.conversation not in self._talks
        return row.conversation in ended or (lost and row.queued <= now - self._life.closing)

    def _drop_old(self, now: datetime) -> None:
        life = self._life
        for reach in [talk.reach for talk in self._talks.values()]:
            reach.places = [p for p in reach.places if p.at > now - life.wipe]
        self._seen = {key: at for key, at in self._seen.items() if at > now - life.seen}
        self._tickets = {
            key: row
            for key, row in self._tickets.items()
            if row.state is not TicketState.CLOSED or row.conversation in self._talks
        }

    def _idle(self, talk: _Talk, now: datetime) -> bool:
        planned = any(key[0] == talk.id for key in self._timers)
        busy = planned or _first(talk) is not None or self._open_ticket(talk.id) is not None
        return not busy and talk.active <= now - self._life.idle


SPOKEN = frozenset({Source.BOT, Source.OPERATOR, Source.NOTICE})
"""Sources of lines that are sent to the visitor."""


def visible(line: LogLine) -> bool:
    """Tell whether a line of the log may reach the visitor's screen."""
    return line.source is not Source.NOTE and line.delivery is not Delivery.HELD


def _waits_for(talk: _Talk, code: str) -> bool:
    held = talk.session.handoff
    return talk.closing is None and talk.session.hidden and held is not None and held.code == code


def _first(talk: _Talk) -> _Waiting | None:
    return next((row for row in talk.inbox if row.tries < TRIES), None)


def _shown(row: _Row) -> list[_Place]:
    """Return the places a send replaces (its slot), or wipes (everything before it)."""
    if row.outbound.wipe:
        return [place for place in row.reach.places if place.mark < row.id]
    if row.outbound.slot is Slot.NOTICE:
        return []
    return [p for p in row.reach.places if p.current and p.slot == row.outbound.slot]
