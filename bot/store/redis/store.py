"""The Store on Redis; see `bot.service.ports.Store` for what each verb promises."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from bot.dialogue.effects import RecordAnswers
from bot.dialogue.values import AssessmentId, ChannelKind, ItemId, Locale, OperatorId, TicketId
from bot.service import sessions
from bot.service.failures import Conflict, StoreError, StoreUnavailable
from bot.service.records import (
    Address,
    Commit,
    ConversationId,
    Delivery,
    Inbound,
    Loaded,
    LogLine,
    Purged,
    Ring,
    Send,
    Settled,
    Source,
    Ticket,
)
from bot.store import queueing, tallies
from bot.store.life import TRIES
from bot.store.redis import retention, rotation
from bot.store.redis.engine import Engine
from bot.store.redis.inbox import ROUNDS, Mailboxes, session_of
from bot.store.redis.outbox import Outbox
from bot.store.redis.records import DELIVERIES, SOURCES, line_of, sealed_line
from bot.store.redis.takeover import Takeover
from bot.store.redis.turns import SEPARATOR, Turns, code_lookup, counter

NOTE = SOURCES[Source.NOTE].encode()
HELD = DELIVERIES[Delivery.HELD].encode()


class RedisStore:
    """One worker of the engine; every worker of an installation has one of these."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._mailboxes = Mailboxes(engine)
        self._turns = Turns(engine, self._mailboxes)
        self._outbox = Outbox(engine)
        self._takeover = Takeover(engine)

    async def aclose(self) -> None:
        """End this worker: what it holds is free for others at once."""
        await self.engine.close()

    def take_with(self, free: Callable[[], int]) -> None:
        """Take what is accepted in hand at once, as far as `free` says: it saves loading it."""
        self._mailboxes.free = free

    # Inbox

    async def accept(self, batch: Sequence[Inbound]) -> tuple[ConversationId, ...]:
        """See `Store.accept`."""
        return await self._mailboxes.accept(batch) if batch else ()

    async def find(self, address: Address) -> ConversationId | None:
        """See `Store.find`."""
        lookup = self.engine.vault.lookup(address.channel, address.value)
        return _id(await self.engine.run("find", lookup))

    async def leave(self, address: Address) -> None:
        """See `Store.leave`."""
        lookup = self.engine.vault.lookup(address.channel, address.value)
        await self.engine.run("leave", lookup)

    async def rejoin(self, code: str, address: Address) -> ConversationId | None:
        """See `Store.rejoin`."""
        return await self._mailboxes.rejoin(code_lookup(self.engine, code), address)

    async def backlog(self, limit: int) -> tuple[ConversationId, ...]:
        """See `Store.backlog`; leaves out what another living worker holds."""
        rows = await self.engine.run("backlog", limit)
        return tuple(ConversationId(row.decode()) for row in rows)

    async def load(self, conversation: ConversationId) -> Loaded | None:
        """See `Store.load`; None also while another living worker holds the conversation."""
        return await self._mailboxes.load(conversation)

    async def commit(self, turn: Commit, *, claim: bool = False) -> tuple[Send, ...]:
        """See `Store.commit`."""
        mark = self._outbox.mark() if claim and not turn.forget else ""
        try:
            row = await self._turns.commit(turn, mark)
        except StoreUnavailable:
            if mark:
                self._outbox.unanswered(mark)
            raise
        last = len(turn.outgoing) + turn.wipe == 1
        return (self._outbox.taken(row, last=last),) if row else ()

    async def set_aside(self, conversation: ConversationId, inbox: int) -> bool:
        """See `Store.set_aside`."""
        return bool(await self.engine.run("aside", conversation, str(inbox), TRIES))

    # Outbox

    async def claim_sends(self, now: datetime, limit: int) -> tuple[Send, ...]:
        """See `Store.claim_sends`."""
        return await self._outbox.claim(now, limit)

    async def settle(self, send: Send, settled: Settled) -> bool:
        """See `Store.settle`."""
        return await self._outbox.settle(send, settled)

    async def report(self, channel: ChannelKind, platform_id: str, delivery: Delivery) -> bool:
        """See `Store.report`."""
        return await self._outbox.report(channel, platform_id, delivery)

    # Timers and rings

    async def due(self, now: datetime) -> tuple[ConversationId, ...]:
        """See `Store.due`."""
        rows = await self.engine.run("due", now.timestamp())
        if not rows:
            return ()
        fired, names = [], []
        for raw, at in rows:
            conversation, kind, key = raw.decode().split(SEPARATOR, 2)
            moment = datetime.fromtimestamp(float(at), UTC)
            fired.append(queueing.fired(ConversationId(conversation), kind, key, moment))
            names.append(raw)
        return await self._mailboxes.accept(fired, names)

    async def claim_rings(self, now: datetime) -> tuple[Ring, ...]:
        """See `Store.claim_rings`."""
        over = now - self.engine.life.ring_lease
        rows = await self.engine.run("rings", now.timestamp(), over.timestamp())
        rings = []
        for id_, name in rows:
            ticket, _, number = name.decode().rpartition(SEPARATOR)
            rings.append(Ring(int(id_), TicketId(ticket), int(number)))
        return tuple(sorted(rings, key=lambda ring: ring.id))

    async def settle_ring(self, ring: Ring, *, done: bool) -> None:
        """See `Store.settle_ring`."""
        await self.engine.run("rung", f"{ring.ticket}{SEPARATOR}{ring.round}", done)

    # Tickets

    async def tickets(self) -> tuple[Ticket, ...]:
        """See `Store.tickets`."""
        return await self._takeover.all_open()

    async def ticket(self, ticket: TicketId) -> Ticket | None:
        """See `Store.ticket`."""
        return await self._takeover.find(ticket)

    async def offer(self, ticket: TicketId, operator: OperatorId, now: datetime) -> bool:
        """See `Store.offer`."""
        return await self._takeover.offer(ticket, operator, now)

    async def claim_ticket(self, ticket: TicketId, operator: OperatorId, now: datetime) -> bool:
        """See `Store.claim_ticket`."""
        return await self._takeover.claim(ticket, operator, now)

    async def release(self, ticket: TicketId, operator: OperatorId | None, now: datetime) -> bool:
        """See `Store.release`."""
        return await self._takeover.release(ticket, operator, now)

    async def close(self, ticket: TicketId, operator: OperatorId, now: datetime) -> bool:
        """See `Store.close`."""
        return await self._takeover.close(ticket, operator, now)

    # Log

    async def messages(
        self, conversation: ConversationId, after: int = 0, limit: int = 500
    ) -> tuple[LogLine, ...]:
        """See `Store.messages`."""
        after = max(after, 0)
        return await self._lines(conversation, after, after + limit - 1, viewed=False)

    async def view(self, conversation: ConversationId, after: int = 0) -> tuple[LogLine, ...]:
        """See `Store.view`."""
        return await self._lines(conversation, max(after, 0), -1, viewed=True)

    async def _lines(
        self, conversation: ConversationId, after: int, last: int, *, viewed: bool
    ) -> tuple[LogLine, ...]:
        reply = await self.engine.run("log", conversation, after, last, viewed)
        if reply is None:
            return ()
        wrapped, start, rows, _ = reply
        key = self.engine.unwrap(wrapped, "conversations", conversation)
        return tuple(
            line_of(key, conversation, start + n, row)
            for n, row in enumerate(rows, 1)
            if not viewed or _visible(row)
        )

    async def note(self, conversation: ConversationId, words: str, now: datetime) -> int:
        """See `Store.note`."""
        for _ in range(ROUNDS):
            talk = await self._mailboxes.peek(conversation)
            if talk is None:
                raise Conflict
            line = LogLine(0, Source.NOTE, (words,), now, shown=True)
            sealed = sealed_line(talk.key, conversation, talk.seq + 1, line)
            seq = await self.engine.run("note", conversation, str(talk.seq), sealed)
            if isinstance(seq, int):
                return seq
        raise StoreUnavailable("Too many workers at once.")

    async def delivered(self, conversation: ConversationId, seq: int) -> None:
        """See `Store.delivered`."""
        if seq > 0:
            await self.engine.run("delivered", conversation, seq)

    async def locale(self, conversation: ConversationId) -> Locale | None:
        """See `Store.locale`."""
        talk = await self._mailboxes.peek(conversation)
        return sessions.decode(session_of(talk)).locale if talk else None

    # Statistics

    async def count(self, now: datetime, what: str, detail: str) -> None:
        """See `Store.count`."""
        await self.engine.run("count", counter(f"{now:%Y-%m-%d}", what, detail))

    async def tally(
        self, now: datetime, what: str, address: Address | None = None, add: int = 0
    ) -> int:
        """See `Store.tally`."""
        digest = tallies.digest_of(self.engine.vault, now, what, address)
        return int(await self.engine.run("tally", tallies.day_of(now), digest, add))

    async def counts(self) -> dict[tuple[str, str, str], int]:
        """Return every counter by day, what and detail."""
        flat = await self.engine.run("statistics", "counts")
        found = {}
        for name, number in zip(flat[::2], flat[1::2], strict=True):
            day, what, detail = name.decode().split(SEPARATOR, 2)
            found[day, what, detail] = int(number)
        return found

    async def answers(self) -> Sequence[tuple[str, RecordAnswers]]:
        """Return anonymous answers with their week, in the order of random keys."""
        flat = await self.engine.run("statistics", "answers")
        rows = sorted(zip(flat[::2], flat[1::2], strict=True))
        return tuple(_answers(row) for _, row in rows)

    # Retention

    async def purge(self, now: datetime) -> Purged:
        """See `Store.purge`."""
        await rotation.finish_turn(self.engine)
        purged = await retention.purge(self.engine, now)
        self._mailboxes.forget()
        await retention.rewrite(self.engine)
        return purged

    # Beyond the port

    async def leads(self, name: str) -> bool:
        """Tell whether this worker is the one that does `name`, as polling, for all of them."""
        return bool(await self.engine.run("lease", name))

    async def reachable(self) -> bool:
        """Tell whether Redis takes part now, for the readiness of this process."""
        try:
            await self.engine.run("lease", "ready")
        except StoreError:
            return False
        return True

    async def keep_keys(self, now: datetime) -> None:
        """Begin the epoch of the day, and rotate the keys when that was asked for."""
        if self.engine.vault.rotation_asked():
            await self.rotate_keys(now)
            self.engine.vault.rotation_done()
        await self.keep_epoch(now)

    async def keep_epoch(self, now: datetime) -> None:
        """Begin the epoch of the day if it has not begun; one process does it for all."""
        await rotation.keep_epoch(self.engine, now.date())

    async def rotate_keys(self, now: datetime) -> None:
        """Rewrite every lookup with a new pepper and wrap every key anew."""
        await rotation.rotate_pepper(self.engine)
        self._mailboxes.forget()
        await rotation.keep_epoch(self.engine, now.date(), force=True)


def _id(raw: bytes | None) -> ConversationId | None:
    return ConversationId(raw.decode()) if raw else None


def _visible(row: bytes) -> bool:
    return row[:1] != NOTE and row[1:2] != HELD


def _answers(row: bytes) -> tuple[str, RecordAnswers]:
    week, assessment, version, values = json.loads(row)
    pairs = tuple((ItemId(item), answer) for item, answer in values)
    return week, RecordAnswers(AssessmentId(assessment), version, pairs)
