"""The Store on one encrypted SQLite file: every verb is one job of the writer.

Reads of the hot path run there too, inside the group that is being written anyway;
the Desk's longer ones run beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Concatenate, ParamSpec, TypeVar

from bot.dialogue.effects import RecordAnswers
from bot.dialogue.values import ChannelKind, Locale, OperatorId, TicketId
from bot.service.failures import Conflict
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
    Ticket,
)
from bot.store import (
    inbox,
    lines,
    outbox,
    parting,
    retention,
    rotation,
    schema,
    takeover,
    talks,
    tallies,
    ticketing,
    timers,
    turns,
)
from bot.store.driver import Connection, Database
from bot.store.file import SqliteFile, open_sqlite
from bot.store.life import Life
from bot.store.talks import Means
from bot.vault import Vault

P = ParamSpec("P")
R = TypeVar("R")

READY = 1000
"""Most of what was accepted and not loaded yet that is kept at hand."""

__all__ = ["SqliteFile", "SqliteStore", "open_sqlite"]


class SqliteStore:
    """The default engine; see `bot.service.ports.Store` for what each verb promises."""

    def __init__(self, file: SqliteFile, vault: Vault, life: Life | None = None) -> None:
        self._file = file
        self._means = Means(vault, life or Life())
        self._ready: dict[ConversationId, Loaded] = {}
        """What `load` would find, from `accept` to the next change: the turn follows at once."""
        file.write_now(self._prepare)

    def _prepare(self, db: Database) -> None:
        schema.prepare(db, self._means.vault)
        outbox.after_crash(db.conn)
        db.conn.execute("UPDATE rings SET taken = NULL")

    async def _write(
        self,
        verb: Callable[Concatenate[Connection, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        return await self._file.write(lambda db: verb(db.conn, *args, **kwargs))

    async def _change(
        self,
        verb: Callable[Concatenate[Connection, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Do the same for what a turn that is about to begin would have to know."""
        try:
            return await self._write(verb, *args, **kwargs)
        finally:
            self._ready.clear()

    async def accept(self, batch: Sequence[Inbound]) -> tuple[ConversationId, ...]:
        """See `Store.accept`."""
        kept = await self._file.write(
            lambda db: inbox.accept_to_work(db.conn, self._means, batch), name="accept-commit"
        )
        if len(self._ready) >= READY:
            self._ready.clear()
        for conversation, loaded in kept.items():
            if loaded is not None:
                self._ready[conversation] = loaded
        return tuple(kept)

    async def find(self, address: Address) -> ConversationId | None:
        """See `Store.find`."""
        talk = await self._write(talks.by_address, self._means, address)
        return talk.id if talk else None

    async def leave(self, address: Address) -> None:
        """See `Store.leave`."""
        await self._change(parting.leave, self._means, address)

    async def rejoin(self, code: str, address: Address) -> ConversationId | None:
        """See `Store.rejoin`."""
        return await self._change(parting.rejoin, self._means, code, address)

    async def backlog(self, limit: int) -> tuple[ConversationId, ...]:
        """See `Store.backlog`."""
        return await self._write(inbox.backlog, limit)

    async def load(self, conversation: ConversationId) -> Loaded | None:
        """See `Store.load`."""
        ready = self._ready.pop(conversation, None)
        return ready or await self._write(inbox.load, self._means, conversation)

    async def commit(self, turn: Commit, *, claim: bool = False) -> tuple[Send, ...]:
        """See `Store.commit`."""

        def job(db: Database) -> tuple[Send, ...]:
            sends = turns.commit(db.conn, self._means, turn, claim=claim)
            if turn.forget:
                self._file.shred()
            return sends

        try:
            return await self._file.write(job, name="turn-commit", essential=turn.forget)
        finally:
            self._ready.pop(turn.conversation, None)

    async def set_aside(self, conversation: ConversationId, inbox_id: int) -> bool:
        """See `Store.set_aside`."""
        return await self._change(inbox.set_aside, conversation, inbox_id)

    async def claim_sends(self, now: datetime, limit: int) -> tuple[Send, ...]:
        """See `Store.claim_sends`."""
        return await self._write(outbox.claim, self._means, now, limit)

    async def settle(self, send: Send, settled: Settled) -> bool:
        """See `Store.settle`."""

        def job(db: Database) -> bool:
            more = outbox.settle(db.conn, self._means, send, settled)
            if send.outbound.wipe and retention.drop_lonely(db.conn):
                self._file.shred()
            return more

        patient = send.last and outbox.edited(send, settled)
        return await self._file.write(job, name="settle", patient=patient)

    async def report(self, channel: ChannelKind, platform_id: str, delivery: Delivery) -> bool:
        """See `Store.report`."""
        return await self._write(outbox.report, self._means, channel, platform_id, delivery)

    async def due(self, now: datetime) -> tuple[ConversationId, ...]:
        """See `Store.due`."""
        return await self._change(timers.due, self._means, now)

    async def claim_rings(self, now: datetime) -> tuple[Ring, ...]:
        """See `Store.claim_rings`."""
        return await self._write(timers.claim_rings, self._means, now)

    async def settle_ring(self, ring: Ring, *, done: bool) -> None:
        """See `Store.settle_ring`."""
        await self._write(timers.settle_ring, ring, done=done)

    async def tickets(self) -> tuple[Ticket, ...]:
        """See `Store.tickets`."""
        return await self._write(ticketing.all_open, self._means)

    async def ticket(self, ticket: TicketId) -> Ticket | None:
        """See `Store.ticket`."""
        found = await self._write(ticketing.find, self._means, ticket)
        return found[1] if found else None

    async def offer(self, ticket: TicketId, operator: OperatorId, now: datetime) -> bool:
        """See `Store.offer`."""
        return await self._change(takeover.offer, self._means, ticket, operator, now)

    async def claim_ticket(self, ticket: TicketId, operator: OperatorId, now: datetime) -> bool:
        """See `Store.claim_ticket`."""
        return await self._change(takeover.claim, self._means, ticket, operator, now)

    async def release(self, ticket: TicketId, operator: OperatorId | None, now: datetime) -> bool:
        """See `Store.release`."""
        return await self._change(takeover.release, self._means, ticket, operator, now)

    async def close(self, ticket: TicketId, operator: OperatorId, now: datetime) -> bool:
        """See `Store.close`."""
        return await self._file.write(
            lambda db: takeover.close(db.conn, self._means, ticket, operator, now),
            essential=True,
        )

    async def messages(
        self, conversation: ConversationId, after: int = 0, limit: int = 500
    ) -> tuple[LogLine, ...]:
        """See `Store.messages`."""
        return await self._file.read(
            lambda db: lines.messages(db.conn, self._means, conversation, after, limit)
        )

    async def view(self, conversation: ConversationId, after: int = 0) -> tuple[LogLine, ...]:
        """See `Store.view`."""
        return await self._write(lines.view, self._means, conversation, after)

    async def note(self, conversation: ConversationId, words: str, now: datetime) -> int:
        """See `Store.note`."""
        seq = await self._write(lines.note, self._means, conversation, words, now)
        if seq is None:
            raise Conflict
        return seq

    async def delivered(self, conversation: ConversationId, seq: int) -> None:
        """See `Store.delivered`."""
        await self._write(lines.delivered, conversation, seq)

    async def locale(self, conversation: ConversationId) -> Locale | None:
        """See `Store.locale`."""
        talk = await self._write(talks.by_id, self._means, conversation)
        return inbox.session_of(talk).locale if talk else None

    async def count(self, now: datetime, what: str, detail: str) -> None:
        """See `Store.count`."""
        await self._write(timers.count, now, what, detail)

    async def tally(
        self, now: datetime, what: str, address: Address | None = None, add: int = 0
    ) -> int:
        """See `Store.tally`."""
        return await self._write(tallies.tally, self._means, now, (what, address), add)

    async def counts(self) -> dict[tuple[str, str, str], int]:
        """Return every counter by day, what and detail."""
        return await self._file.read(lambda db: timers.counts(db.conn))

    async def answers(self) -> Sequence[tuple[str, RecordAnswers]]:
        """Return anonymous answers with their week, in an order that says nothing."""
        return await self._file.read(lambda db: timers.answers(db.conn))

    async def purge(self, now: datetime) -> Purged:
        """See `Store.purge`."""
        means = self._means
        self._ready.clear()
        await self._file.write(lambda db: retention.close_idle(db.conn, means, now), essential=True)
        total = Purged()
        while (some := await self._file.write(self._destroy_some(now), essential=True)) != Purged():
            total = retention.added(total, some)
        rest = await self._file.write(self._drop_old(now), essential=True)
        total = retention.added(total, rest)
        await self._file.write(lambda db: retention.shrink(db.conn), essential=True)
        await self._file.shredded()
        await rotation.keep_epoch(self._file, self._means, now.date())
        if self._means.vault.rotation_asked():
            await self.rotate_keys(now)
            self._means.vault.rotation_done()
        self._file.keep_reserve()
        return total

    def _drop_old(self, now: datetime) -> Callable[[Database], Purged]:
        def job(db: Database) -> Purged:
            purged, destroyed = retention.drop_old(db.conn, self._means, now)
            if destroyed:
                self._file.shred()
            return purged

        return job

    def _destroy_some(self, now: datetime) -> Callable[[Database], Purged]:
        def job(db: Database) -> Purged:
            purged = retention.destroy_some(db.conn, self._means, now)
            if purged.conversations:
                self._file.shred()
            return purged

        return job

    async def rotate_keys(self, now: datetime) -> None:
        """Rewrite every lookup with a new pepper and wrap every key anew, while turns go on."""
        await rotation.rotate_pepper(self._file, self._means)
        await rotation.keep_epoch(self._file, self._means, now.date(), force=True)
