"""Streams: server-sent events that resume by `seq` and end when the session does."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.desk.context import Desk, Signed, desk_of, signed
from bot.desk.gate import recognise
from bot.desk.port import QUEUE
from bot.desk.queue_page import glance
from bot.desk.talk import facts_mark, find, holds, line, may_read, missing
from bot.dialogue.values import TicketId
from bot.service.failures import StoreUnavailable
from bot.service.records import Source, Ticket
from bot.service.staff import Act

LOOK = 0.8
"""Seconds between looks when no wake comes; a disabled operator is cut off within a second."""
SLOW = 4
"""Without a wake, records are read again only at every so many looks."""
QUIET_LOOKS = 12
"""Looks without news after which a comment tests the line."""

Events = AsyncIterator[str]
Step = Callable[[], Awaitable[list[str] | None]]


async def queue_events(request: Request) -> Response:
    """Tell when the queue changes, by figures only."""
    desk, who = desk_of(request), signed(request)
    ticker = _QueueTicker(desk, who)
    return _stream(_events(request, QUEUE, ticker.news))


async def talk_events(request: Request) -> Response:
    """Follow one conversation: new lines, delivery states, facts, and the queue's figures.

    A stream gives content, so opening one is a row of the audit like any other read.
    """
    desk, who = desk_of(request), signed(request)
    ticket = await find(desk, who, request.path_params["ticket"])
    if ticket is None or not await may_read(desk, who, ticket):
        return missing(request)
    await desk.records.record(desk.clock(), who.operator.id, Act.READ, ticket.id)
    follower = _Follower(desk, who, ticket.id, _seq(request), request.query_params.get("facts"))
    return _stream(_events(request, ticket.conversation, follower.news))


class _QueueTicker:
    """Remembers the figures last told."""

    def __init__(self, desk: Desk, who: Signed) -> None:
        self._desk = desk
        self._who = who
        self._told: dict[str, Any] | None = None
        self._seen: tuple[Ticket, ...] | None = None
        self._again = 0

    async def news(self) -> list[str]:
        tickets = await self._desk.shell.tickets()
        self._again = (self._again + 1) % SLOW
        # Waiting makes tickets older too, which may change their order: look now and then.
        if tickets is self._seen and self._again:
            return []
        self._seen = tickets
        seen = await glance(self._desk, self._who.operator.id)
        figures = {
            "waiting": len(seen.waiting),
            "emergencies": seen.emergencies,
            "offered": int(seen.offered is not None),
            "mine": len(seen.mine),
            "mark": seen.mark,
        }
        if figures == self._told:
            return []
        self._told = figures
        return [_event("queue", figures)]


class _Follower:
    """Remembers what this stream has told of one conversation."""

    def __init__(
        self, desk: Desk, who: Signed, ticket: TicketId, after: int, facts: str | None
    ) -> None:
        self._desk = desk
        self._who = who
        self._ticket = ticket
        self._after = after
        self._states: dict[int, str] = {}
        self._facts = facts
        self._queue = _QueueTicker(desk, who)

    async def news(self) -> list[str] | None:
        """Return what is new; None when this person may not follow any more."""
        ticket = await find(self._desk, self._who, self._ticket)
        if ticket is None:
            return None
        events = await self._lines(ticket)
        if facts_mark(ticket) != self._facts:
            self._facts = facts_mark(ticket)
            events.append(_event("facts", {"mine": holds(self._who, ticket)}))
        return events + await self._queue.news()

    async def _lines(self, ticket: Ticket) -> list[str]:
        events, moved = [], {}
        for one in await self._desk.shell.log(ticket):
            shown = line(self._desk, self._who, one)
            if one.seq > self._after:
                events.append(_event("line", shown, one.seq))
                self._after = one.seq
            elif one.source is Source.OPERATOR and self._states.get(one.seq) != one.delivery.value:
                moved[one.seq] = {"delivery": shown["delivery"], "state": shown["state"]}
            self._states[one.seq] = one.delivery.value
        return [*events, _event("delivery", moved)] if moved else events


async def _events(request: Request, topic: str, news: Step) -> Events:
    """Look, tell, wait for a wake or a while; end with `gone` or `ended`."""
    desk, idle, looks, woken = desk_of(request), 0, 0, True
    yield "retry: 1500\n\n"
    while not desk.stopping.is_set():
        if await recognise(desk, request.headers) is None:
            yield _event("gone", {})
            return
        waiting = asyncio.ensure_future(desk.shell.wait(topic, LOOK))
        # Listen before looking, so that what happens in between is not missed.
        await asyncio.sleep(0)
        try:
            looks += 1
            try:
                events = await news() if woken or looks % SLOW == 0 else []
            except StoreUnavailable:
                return  # The page says that the line is broken, and comes back by itself.
            if events is None:
                yield _event("ended", {})
                return
            idle = 0 if events else idle + 1
            if idle >= QUIET_LOOKS:
                idle, events = 0, [":\n\n"]
            for event in events:
                yield event
            woken = await waiting
        finally:
            waiting.cancel()


def _seq(request: Request) -> int:
    given = request.headers.get("last-event-id", "") or request.query_params.get("after", "")
    return int(given) if given.isdecimal() and len(given) < 10 else 0  # noqa: PLR2004 -- digits


def _event(name: str, data: object, seq: int | None = None) -> str:
    mark = "" if seq is None else f"id: {seq}\n"
    return f"event: {name}\n{mark}data: {json.dumps(data, ensure_ascii=False)}\n\n"


def _stream(events: Events) -> Response:
    headers = {"X-Accel-Buffering": "no"}
    return StreamingResponse(events, media_type="text/event-stream", headers=headers)
