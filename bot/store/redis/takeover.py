"""Operators taking, giving back and closing: each one compare-and-set with its own letter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from bot.dialogue.effects import Ending
from bot.dialogue.values import OperatorId, TicketId
from bot.service.failures import StoreUnavailable
from bot.service.killpoint import killpoint
from bot.service.records import Inbound, Ticket, TicketState
from bot.store import queueing
from bot.store.inbox import SECONDS_A_DAY
from bot.store.redis.engine import Engine
from bot.store.redis.inbox import ROUNDS
from bot.store.redis.records import name, sealed_letter, ticket_of, ticket_row

Change = Callable[[Ticket], tuple[Ticket | None, Inbound | None]]
"""Returns the ticket as it shall be, None for a refusal, and what the inbox is told."""


class Takeover:
    """The operators' queue as one worker sees it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def all_open(self) -> tuple[Ticket, ...]:
        """Return every ticket that is not closed, oldest first."""
        rows = await self._engine.run("tickets", False)
        tickets = (self._read(row) for row in rows)
        return tuple(sorted(tickets, key=lambda ticket: (ticket.opened, ticket.id)))

    async def find(self, ticket: TicketId) -> Ticket | None:
        """Return one ticket."""
        rows = await self._engine.run("tickets", ticket)
        return self._read(rows[0]) if rows else None

    def _read(self, row: list[list[bytes] | bytes]) -> Ticket:
        return ticket_of(self._key(row) or None, row[0])  # type: ignore[arg-type]

    def _key(self, row: list[list[bytes] | bytes]) -> bytes:
        fields, wrapped, _ = row
        if not wrapped:
            return b""
        return self._engine.unwrap(
            wrapped,  # type: ignore[arg-type]
            "conversations",
            fields[1].decode(),  # type: ignore[union-attr]
        )

    async def offer(self, ticket: TicketId, operator: OperatorId, now: datetime) -> bool:
        """Offer a waiting ticket."""
        return await self._change(ticket, lambda row: (queueing.offered(row, operator, now), None))

    async def claim(self, ticket: TicketId, operator: OperatorId, now: datetime) -> bool:
        """Take a ticket and tell the visitor's inbox."""
        killpoint("in-claim")
        return await self._change(ticket, partial(_claimed, operator=operator, now=now))

    async def release(self, ticket: TicketId, operator: OperatorId | None, now: datetime) -> bool:
        """Put a ticket back; the visitor hears of it only if the operator had come."""
        return await self._change(ticket, partial(_released, operator=operator, now=now))

    async def close(self, ticket: TicketId, operator: OperatorId, now: datetime) -> bool:
        """End a taken ticket and tell the visitor's inbox."""
        killpoint("in-close")
        return await self._change(ticket, partial(_closed, operator=operator, now=now))

    async def _change(self, ticket: TicketId, change: Change) -> bool:
        for _ in range(ROUNDS):
            rows = await self._engine.run("tickets", ticket)
            if not rows or not rows[0][1]:
                return False
            row, key = rows[0], self._key(rows[0])
            before = ticket_of(key, row[0])
            after, news = change(before)
            if after is None:
                return False
            target = ("", before.conversation, row[2], True, False, False)
            item = self._item(key, news) if news else False
            outcome = await self._engine.run(
                "ticket",
                ticket_row(key, after),
                str(before.version),
                (False, *target[1:]),
                item,
            )
            if outcome != b"moved":
                return bool(outcome == b"done")
        raise StoreUnavailable("Too many workers at once.")

    def _item(self, key: bytes, news: Inbound) -> tuple[object, ...]:
        owner, called = news.conversation or "", name()
        return (
            self._engine.vault.digest(f"{owner}|{news.key}"),
            int(news.at.timestamp()) // SECONDS_A_DAY,
            str(called),
            news.kind,
            sealed_letter(key, owner, called, news),
            False,
            0,
            False,
        )


def _claimed(
    row: Ticket, *, operator: OperatorId, now: datetime
) -> tuple[Ticket | None, Inbound | None]:
    after = queueing.taken(row, operator, now)
    return after, queueing.joined(after, now) if after else None


def _released(
    row: Ticket, *, operator: OperatorId | None, now: datetime
) -> tuple[Ticket | None, Inbound | None]:
    after = queueing.returned(row, operator, now)
    came = after is not None and row.state is TicketState.TAKEN
    return after, queueing.left(after, "returned", now) if after and came else None


def _closed(
    row: Ticket, *, operator: OperatorId, now: datetime
) -> tuple[Ticket | None, Inbound | None]:
    if not queueing.closable(row, operator):
        return None, None
    after = queueing.ended(row, Ending.BY_OPERATOR)
    return after, queueing.left(after, "closed", now)
