"""Stand-ins for what the Desk is given: a small shell, records in memory, and a clock."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.desk.port import QUEUE
from bot.dialogue.effects import Urgency
from bot.dialogue.reading import Sign
from bot.dialogue.values import ChannelKind, Locale, OperatorId, TicketId
from bot.l10n.wording import Wording
from bot.service.records import ConversationId, Delivery, LogLine, Source, Ticket, TicketState
from bot.service.staff import WrapUp
from bot.store.staff import SqliteStaff
from tests.jobs import MemoryJobs

START = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
LOCALES = Path(__file__).parents[2] / "locales"


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        """Return the time."""
        return self.now

    def forward(self, **step: float) -> None:
        """Let time pass."""
        self.now += timedelta(**step)


async def memory_records() -> SqliteStaff:
    """Return empty records in memory."""
    records = SqliteStaff(MemoryJobs(), bytes(32))
    await records.prepare()
    return records


def wording() -> Wording:
    """Return the real words, strict: a missing one fails the test."""
    return Wording(LOCALES, strict=True)


def ticket(name: str, **more: object) -> Ticket:
    """Return a waiting ticket."""
    fields: dict[str, object] = {
        "designation": f"quiet {name}",
        "state": TicketState.WAITING,
        "urgency": Urgency.NORMAL,
        "locale": Locale("ky"),
        "channel": ChannelKind.WEB,
        "opened": START,
    } | more
    return Ticket(TicketId(name), ConversationId(name * 2), **fields)  # type: ignore[arg-type]


def said(seq: int, words: str, source: Source = Source.VISITOR, **more: object) -> LogLine:
    """Return a line of a log."""
    return LogLine(seq, source, (words,), START, **more)  # type: ignore[arg-type]


@dataclass
class FakeShell:
    """A shell with tickets and logs in dictionaries, waking those who wait."""

    held: dict[TicketId, Ticket] = field(default_factory=dict)
    logs: dict[TicketId, list[LogLine]] = field(default_factory=dict)
    present: dict[OperatorId, datetime] = field(default_factory=dict)
    typed: list[tuple[TicketId, OperatorId]] = field(default_factory=list)
    wrapped: dict[TicketId, WrapUp] = field(default_factory=dict)
    refuses: bool = False
    _wakes: dict[str, set[asyncio.Event]] = field(default_factory=dict)

    def add(self, one: Ticket, *lines: LogLine) -> Ticket:
        """Put a ticket there."""
        self.held[one.id] = one
        self.logs[one.id] = list(lines)
        self.wake(one)
        return one

    def change(self, name: str, **changes: object) -> None:
        """Change a ticket and wake who follows it."""
        one = replace(self.held[TicketId(name)], **changes)  # type: ignore[arg-type]
        self.held[one.id] = replace(one, version=one.version + 1)
        self.wake(one)

    def append(self, name: str, words: str, source: Source, message_id: str = "") -> None:
        """Append a line to a log, once for each message id."""
        log = self.logs[TicketId(name)]
        if message_id and any(line.id == message_id for line in log):
            return
        log.append(said(len(log) + 1, words, source, id=message_id))
        self.wake(self.held[TicketId(name)])

    def deliver(self, name: str, seq: int, delivery: Delivery) -> None:
        """Move the delivery state of a line."""
        log = self.logs[TicketId(name)]
        log[seq - 1] = replace(log[seq - 1], delivery=delivery)
        self.wake(self.held[TicketId(name)])

    def wake(self, one: Ticket) -> None:
        """Wake who waits for the queue or this conversation."""
        for topic in (QUEUE, one.conversation):
            for event in self._wakes.get(topic, ()):
                event.set()

    async def tickets(self) -> tuple[Ticket, ...]:
        """Return what is not closed."""
        return tuple(one for one in self.held.values() if one.state is not TicketState.CLOSED)

    async def take_next(self, operator: OperatorId, now: datetime) -> Ticket | None:
        """Claim the oldest one."""
        for one in self.held.values():
            offered = one.state is TicketState.OFFERED and one.operator == operator
            if one.state is TicketState.WAITING or offered:
                self.change(one.id, state=TicketState.TAKEN, operator=operator, since=now)
                return self.held[one.id]
        return None

    async def say(
        self, ticket: TicketId, operator: OperatorId, message_id: str, words: str
    ) -> None:
        """Append an operator's words."""
        assert self.held[ticket].operator == operator
        self.append(ticket, words, Source.OPERATOR, message_id)

    async def typing(self, ticket: TicketId, operator: OperatorId) -> None:
        """Remember who writes."""
        self.typed.append((ticket, operator))

    async def note(
        self, ticket: TicketId, operator: OperatorId, message_id: str, words: str
    ) -> None:
        """Append a note."""
        assert self.held[ticket].operator == operator
        self.append(ticket, words, Source.NOTE, message_id)

    async def release(self, ticket: TicketId, operator: OperatorId) -> bool:
        """Put a ticket back."""
        if self.refuses or self.held[ticket].operator != operator:
            return False
        self.change(ticket, state=TicketState.WAITING, operator=None)
        return True

    async def close(self, ticket: TicketId, operator: OperatorId, wrap_up: WrapUp) -> bool:
        """Close a ticket."""
        if self.refuses or self.held[ticket].operator != operator:
            return False
        self.wrapped[ticket] = wrap_up
        self.change(ticket, state=TicketState.CLOSED)
        return True

    async def log(self, ticket: Ticket) -> tuple[LogLine, ...]:
        """Return the log."""
        return tuple(self.logs[ticket.id])

    async def wait(self, topic: str, timeout: float) -> bool:  # noqa: ASYNC109 -- as in the port
        """Wait for a wake."""
        event = asyncio.Event()
        self._wakes.setdefault(topic, set()).add(event)
        try:
            await asyncio.wait_for(event.wait(), timeout)
        except TimeoutError:
            return False
        else:
            return True
        finally:
            self._wakes[topic].discard(event)

    async def on_duty(self, operator: OperatorId, until: datetime) -> None:
        """Note who is there."""
        self.present[operator] = until

    async def off_duty(self, operator: OperatorId) -> None:
        """Note who left."""
        self.present.pop(operator, None)


SIGNS = (Sign.CONFINEMENT, Sign.VIOLENCE)
