"""Whole conversations through the real shell, with a clock that is moved by hand."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from bot.channels.memory import MemoryChannel
from bot.dialogue.values import ChannelKind, Locale, OperatorId
from bot.service import wire
from bot.service.clockwork import Clockwork
from bot.service.outbox import Outbox
from bot.service.ports import Store
from bot.service.receive import Library, Reception
from bot.service.records import Address, ConversationId, Inbound, InboundKind, Ring, Ticket
from bot.service.staff import DUTY, Credentials, Operator, Outcome, Role, StaffRecords, WrapUp
from bot.service.tickets import Tickets
from bot.service.wakes import Wakes
from bot.vault import Vault

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""A Monday morning, when a hot line is open."""
AISHA = Address(ChannelKind.TELEGRAM, "7770000001")
BAKYT = Address(ChannelKind.TELEGRAM, "7770000002")
PHONE = Address(ChannelKind.SMS, "+996555000001")
OPERATOR, OTHER = OperatorId("op-1"), OperatorId("op-2")
DANGER = "he locked me in and beats me"

_keys = itertools.count(1)


@dataclass
class Clock:
    """The time that the whole shell sees."""

    now: datetime = START

    def __call__(self) -> datetime:
        """Return the time."""
        return self.now


@dataclass
class Phone:
    """The on-call phone: remembers which rings were made."""

    rings: list[int] = field(default_factory=list)

    async def ring(self, ring: Ring) -> None:
        """Ring."""
        self.rings.append(ring.round)


class Stage:
    """One running shell on a store: what visitors say goes in, what they see comes out."""

    def __init__(
        self, store: Store, records: StaffRecords, library: Library, vault: Vault, clock: Clock
    ) -> None:
        self.store, self.records, self.library, self.clock = store, records, library, clock
        self.channel = MemoryChannel(ChannelKind.TELEGRAM)
        self.sms = MemoryChannel(ChannelKind.SMS)
        self.phone = Phone()
        self.wakes = Wakes()
        self.reception = Reception(store, library, self.wakes, seed=vault.seed, clock=clock)
        self.tickets = Tickets(
            store,
            records,
            self.wakes,
            accept=self.reception.accept,
            work=self.reception.work,
            clock=clock,
            hours=library.book.desk,
        )
        self.reception.serve(self.tickets)
        self.outbox = Outbox(
            store,
            {channel.kind: channel for channel in (self.channel, self.sms)},
            self.wakes,
            clock=clock,
            accept=self.reception.accept,
        )
        self.clockwork = Clockwork(
            store,
            self.reception,
            self.phone,
            self.wakes,
            clock=clock,
            assign=self.tickets.assign,
        )

    async def accept(self, *inbounds: Inbound) -> None:
        """Let a batch arrive; nothing is worked off yet."""
        await self.reception.accept(inbounds)

    async def hears(self, words: str, address: Address = AISHA) -> None:
        """Let words arrive and see everything through that follows from them now."""
        await self.accept(said(words, address, at=self.clock()))
        await self.settle()

    async def settle(self) -> None:
        """Work off the inbox and send what is due, until there is neither."""
        await self.reception.idle()
        while await self.outbox.once():
            await self.reception.idle()

    async def pass_time(self, by: timedelta) -> None:
        """Move the clock, then let timers, rings and sends happen as they would."""
        self.clock.now += by
        await self.clockwork.timers()
        await self.settle()
        await self.ring()

    async def ring(self) -> None:
        """Make the rings that were asked for."""
        for ring in await self.store.claim_rings(self.clock()):
            await self.phone.ring(ring)
            await self.store.settle_ring(ring, done=True)

    async def outsider(self, operator: OperatorId) -> None:
        """Make an account for a named person outside the desk."""
        person = Operator(operator, operator, Role.OUTSIDE, Locale("en"), self.clock())
        await self.records.add(person, Credentials("", "", ()))

    async def on_duty(self, *operators: OperatorId) -> None:
        """Let operators be present."""
        for operator in operators:
            await self.tickets.on_duty(operator, self.clock() + DUTY)

    async def takes(self, operator: OperatorId = OPERATOR) -> Ticket:
        """Let an operator take what is next, and the visitor hear of it."""
        ticket = await self.tickets.take_next(operator, self.clock())
        assert ticket is not None
        await self.settle()
        return ticket

    async def says(self, ticket: Ticket, words: str, *, key: str | None = None) -> None:
        """Let the operator who holds a ticket say words."""
        name = key or f"m-{next(_keys)}"
        assert ticket.operator is not None
        await self.tickets.say(ticket.id, ticket.operator, name, words)
        await self.settle()

    async def closes(self, ticket: Ticket) -> bool:
        """Let the operator end a conversation."""
        assert ticket.operator is not None
        done = await self.tickets.close(ticket.id, ticket.operator, WrapUp(Outcome.INFORMED))
        await self.settle()
        return done

    async def conversation(self, address: Address = AISHA) -> ConversationId:
        """Return the open conversation of an address."""
        found = await self.store.find(address)
        assert found is not None
        return found

    def shown(self, address: Address = AISHA) -> list[str]:
        """Return what reached a visitor, one text a message."""
        channel = self.sms if address.channel is ChannelKind.SMS else self.channel
        return ["\n".join(out.blocks) for out in channel.arrived(address)]

    def now_shown(self, address: Address = AISHA) -> list[str]:
        """Return what stands on the visitor's screen."""
        return ["\n".join(out.blocks) for out in self.channel.screen(address)]

    def worded(self, message: str) -> str:
        """Return a sentence without arguments in English."""
        return self.library.wording.label(message, self.library.book.locales[-1])


def said(
    words: str,
    address: Address = AISHA,
    *,
    key: str | None = None,
    at: datetime = START,
) -> Inbound:
    """Return words of a visitor whose phone speaks English."""
    name = key or f"key-{next(_keys)}"
    return Inbound(name, InboundKind.SAID, wire.said(words, "en"), at, address)


def unreadable(address: Address = AISHA, *, at: datetime = START) -> Inbound:
    """Return something no turn can be made of."""
    return replace(said("", address, at=at), body='{"no": "text"}')
