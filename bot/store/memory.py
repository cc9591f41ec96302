"""The Store in memory: small enough to be read whole, held to the same contract as the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from bot.dialogue.effects import Ending, RecordAnswers
from bot.dialogue.values import CAPABILITIES, ChannelKind, TicketId
from bot.service.failures import Conflict
from bot.service.records import (
    Address,
    Commit,
    ConversationId,
    Delivery,
    LogLine,
    Outbound,
    Outgoing,
    Purged,
    Send,
    Source,
    Ticket,
    TicketState,
)
from bot.store import queueing
from bot.store.life import TRIES, Life, week_of
from bot.store.memory_desk import MemoryDesk
from bot.store.memory_rows import (
    Row,
    Talk,
    first_unread,
)


class MemoryStore(MemoryDesk):
    """Keeps everything until the process ends; for tests and `safar chat`."""

    def __init__(self, life: Life | None = None) -> None:
        super().__init__(life or Life())
        self._timers: dict[tuple[ConversationId, str, str], datetime] = {}
        self._counts: Counter[tuple[str, str, str]] = Counter()
        self._tallies: Counter[tuple[str, str, Address | None]] = Counter()
        self._answers: list[tuple[str, RecordAnswers]] = []

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

    # Timers

    async def due(self, now: datetime) -> tuple[ConversationId, ...]:
        """See `Store.due`."""
        fired = sorted((at, key) for key, at in self._timers.items() if at <= now)
        woken = []
        for at, key in fired:
            del self._timers[key]
            conversation, kind, own = key
            woken.append(queueing.fired(conversation, kind, own, at))
        return await self.accept(woken)

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
