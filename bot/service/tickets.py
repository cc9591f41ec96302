"""The operators' side of the shell: the queue, who is next, what is said, what goes back.

Decisions are `bot.dialogue.queue`'s; every change is one verb of the store, so that of
several operators exactly one gets a ticket.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict, deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from statistics import median

from bot import metrics
from bot.dialogue.effects import Reply
from bot.dialogue.queue import (
    OUTSIDE,
    SMALL,
    Offer,
    OnDuty,
    Queued,
    Return,
    assign,
    for_outside,
    order,
)
from bot.dialogue.services import Hours
from bot.dialogue.values import WEB, DeskFacts, Moment, OperatorId, TicketId
from bot.service import standing, wire
from bot.service.board import Board
from bot.service.desk_hours import next_opening
from bot.service.failures import StoreUnavailable
from bot.service.hints import Show
from bot.service.legible import legible
from bot.service.ports import Store
from bot.service.records import (
    ConversationId,
    Inbound,
    InboundKind,
    LogLine,
    Ticket,
    TicketState,
)
from bot.service.roster import Roster
from bot.service.staff import Role, StaffRecords, WrapUp
from bot.service.wakes import QUEUE, Wakes

HONEST = 3
"""An expected wait is told only from this many real ones..."""
RECENT = timedelta(hours=2)
"""...of the last two hours; otherwise we say that we do not know."""
KEPT_WAITS = 20
KEPT_NOTES = 1000

Accept = Callable[[Sequence[Inbound]], Awaitable[object]]


class Tickets:
    """What the Desk asks for. `accept` is the one way in of `Reception`."""

    def __init__(
        self,
        store: Store,
        records: StaffRecords,
        wakes: Wakes,
        *,
        accept: Accept,
        clock: Callable[[], datetime],
        hours: Hours | None,
        work: Callable[[ConversationId], None],
    ) -> None:
        self._work = work
        self._store = store
        self._records = records
        self._wakes = wakes
        self._board = Board(store.tickets, wakes)
        self._accept = accept
        self._clock = clock
        self._hours = hours
        self._passed: defaultdict[TicketId, set[OperatorId]] = defaultdict(set)
        self._waits: deque[tuple[datetime, timedelta]] = deque(maxlen=KEPT_WAITS)
        self._noted: OrderedDict[str, None] = OrderedDict()
        self._unanswered: dict[ConversationId, datetime] = {}
        self._answered: dict[ConversationId, datetime] = {}
        self._show_typing: Show | None = None

    async def tickets(self) -> tuple[Ticket, ...]:
        """Return all tickets that are not closed, oldest first, for looking at."""
        return await self._board.tickets()

    async def take_next(self, operator: OperatorId, now: datetime) -> Ticket | None:
        """Claim what is offered to this operator, else the first of the queue."""
        tickets = {ticket.id: ticket for ticket in await self._store.tickets()}
        outside = operator in await self._outside()
        for name in self._for(operator, tickets.values(), now, outside=outside):
            if await self._store.claim_ticket(name, operator, now):
                self._claimed(tickets[name], now)
                return await self._store.ticket(name)
        return None

    def _for(
        self, operator: OperatorId, tickets: Iterable[Ticket], now: datetime, *, outside: bool
    ) -> list[TicketId]:
        queued = [self._queued(ticket) for ticket in tickets]
        mine = [q.ticket for q in queued if q.offered == operator]
        rest = [
            q.ticket
            for q in order(queued, now)
            if q.offered is None and operator not in q.passed and not q.quiet
            if for_outside(q) == outside
        ]
        return mine + rest

    def _queued(self, ticket: Ticket) -> Queued:
        return standing.queued(
            ticket,
            unanswered=self._unanswered.get(ticket.conversation),
            passed=self._passed.get(ticket.id, ()),
        )

    def _claimed(self, ticket: Ticket, now: datetime) -> None:
        self._waits.append((now, now - ticket.opened))
        self._changed(ticket)

    def _changed(self, ticket: Ticket) -> None:
        self._wakes.wake(QUEUE)
        self._wakes.wake(ticket.conversation)
        self._work(ticket.conversation)

    async def say(
        self, ticket: TicketId, operator: OperatorId, message_id: str, words: str
    ) -> None:
        """Say words to the visitor; the same `message_id` again changes nothing."""
        held = await self._held(ticket, operator)
        if held is None:
            return
        inbound = Inbound(
            key=f"op:{ticket}:{message_id}",
            kind=InboundKind.OPERATOR_SAID,
            body=wire.operator_said(ticket, message_id, words),
            at=self._clock(),
            conversation=held.conversation,
        )
        await self._accept([inbound])
        self._unanswered.pop(held.conversation, None)
        self._answered[held.conversation] = inbound.at

    async def _held(self, ticket: TicketId, operator: OperatorId) -> Ticket | None:
        """Return the ticket if this operator holds it now."""
        found = await self._store.ticket(ticket)
        taken = found is not None and found.state is TicketState.TAKEN
        return found if taken and found is not None and found.operator == operator else None

    def show_typing(self, show: Show) -> None:
        """Say who can show a visitor that an operator writes; until then nobody."""
        self._show_typing = show

    async def typing(self, ticket: TicketId, operator: OperatorId) -> None:
        """Show that this operator writes, where it cannot betray: not to who hid or only asks."""
        held = await self._held(ticket, operator)
        if held is None or held.quiet or held.reply is not Reply.HERE or self._show_typing is None:
            return
        await self._show_typing(held.conversation)

    async def note(
        self,
        ticket: TicketId,
        operator: OperatorId,
        message_id: str,
        words: str,
    ) -> None:
        """Append an internal note that never leaves the Desk; a second click adds none."""
        held = await self._held(ticket, operator)
        if held is not None and self._first_time(message_id):
            await self._store.note(held.conversation, wire.clean(words), self._clock())
            self._wakes.wake(held.conversation)

    def _first_time(self, message_id: str) -> bool:
        known = message_id in self._noted
        self._noted[message_id] = None
        if len(self._noted) > KEPT_NOTES:
            self._noted.popitem(last=False)
        return not known

    async def release(self, ticket: TicketId, operator: OperatorId) -> bool:
        """Give a ticket back; it is not offered to this operator again."""
        held = await self._store.ticket(ticket)
        if held is None or not await self._store.release(ticket, operator, self._clock()):
            return False
        self._passed[ticket].add(operator)
        self._changed(held)
        return True

    async def close(self, ticket: TicketId, operator: OperatorId, wrap_up: WrapUp) -> bool:
        """End a conversation this operator holds; the outcome is counted, by no name."""
        held = await self._held(ticket, operator)
        if held is None or not await self._store.close(ticket, operator, self._clock()):
            return False
        self._passed.pop(ticket, None)
        self._unanswered.pop(held.conversation, None)
        self._answered.pop(held.conversation, None)
        self._changed(held)
        with suppress(StoreUnavailable):  # a full disk lets conversations end, and counts nothing
            await self._store.count(self._clock(), "closed", wrap_up.outcome.value)
        return True

    async def log(self, ticket: Ticket) -> tuple[LogLine, ...]:
        """Return what an operator may read: earlier words only after the visitor's yes."""
        lines = await self._store.messages(ticket.conversation)
        return legible(ticket, lines)

    async def wait(self, topic: str, timeout: float) -> bool:  # noqa: ASYNC109 -- a hint has an end
        """Return True when something about `topic` changed, False after `timeout` seconds."""
        return await self._wakes.wait(topic, timeout)

    async def on_duty(self, operator: OperatorId, until: datetime) -> None:
        """Count this operator as present until then."""
        await self._records.set_duty(operator, until)
        self._wakes.wake(QUEUE)

    async def off_duty(self, operator: OperatorId) -> None:
        """Stop counting this operator; offers to them go back at the next look."""
        await self._records.set_duty(operator, None)
        self._wakes.wake(QUEUE)

    def heard(self, conversation: ConversationId, at: datetime) -> None:
        """Remember since when a visitor's words wait for an operator's answer.

        Another process tells this a little late: what was answered meanwhile does not wait.
        """
        answered = self._answered.get(conversation)
        if answered is None or answered < at:
            self._unanswered.setdefault(conversation, at)

    async def _outside(self) -> frozenset[OperatorId]:
        """Return the named persons outside the desk: complaints are theirs, the rest is not."""
        people = await self._records.operators()
        return frozenset(one.id for one in people if one.role is Role.OUTSIDE)

    async def _present(self) -> dict[OperatorId, datetime]:
        """Return the operators on duty, and until when."""
        outside = await self._outside()
        duty = await self._records.duty(self._clock())
        return {name: until for name, until in duty.items() if name not in outside}

    async def roster(self) -> Roster:
        """Return what other processes may know of the Desk."""
        present = await self._present()
        return Roster(tuple(sorted(present.values())), self._honest_wait(self._clock()))

    async def facts(self, ticket: Ticket | None) -> DeskFacts:
        """Return what is true of the hot line now, for this visitor."""
        now = self._clock()
        present = await self._present()
        return DeskFacts(
            on_duty=len(present),
            open_now=bool(present),
            place=standing.place(map(self._queued, await self._board.tickets()), ticket, now),
            expected_wait=self._honest_wait(now),
            next_open=next_opening(self._hours, now),
        )

    def _honest_wait(self, now: datetime) -> timedelta | None:
        recent = [wait.total_seconds() for at, wait in self._waits if now - at <= RECENT]
        return timedelta(seconds=median(recent)) if len(recent) >= HONEST else None

    async def assign(self) -> None:
        """Ring operators for waiting tickets; put back what rang out or fell silent."""
        now = self._clock()
        tickets = {ticket.id: ticket for ticket in await self._board.tickets()}
        self._forget_others(frozenset(ticket.conversation for ticket in tickets.values()))
        present = await self._records.duty(now)
        outside = await self._outside()
        duty = [
            OnDuty(one, until, traits=frozenset({OUTSIDE} if one in outside else ()))
            for one, until in present.items()
        ]
        queued = [self._queued(ticket) for ticket in tickets.values()]
        metrics.desk(sum(one.taken is None for one in queued), len(duty))
        for change in assign(queued, duty, SMALL, Moment(now, WEB, b"queue")):
            if isinstance(change, Offer):
                await self._store.offer(change.ticket, change.operator, now)
            elif isinstance(change, Return):
                await self._store.release(change.ticket, change.operator, now)
            self._changed(tickets[change.ticket])

    def _forget_others(self, waiting: frozenset[ConversationId]) -> None:
        for kept in (self._unanswered, self._answered):
            for conversation in kept.keys() - waiting:
                del kept[conversation]
