from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import timedelta

from bot.dialogue.effects import CloseTicket, Ending, RaiseTicket, Reply, RingOnCall, Urgency
from bot.dialogue.reading import Sign
from bot.dialogue.values import ChannelKind, OperatorId, TicketId
from bot.service.ports import Store
from bot.service.records import InboundKind, Ticket, TicketState
from tests.store.scene import (
    BAKYT,
    NOW,
    OP1,
    OP2,
    SOON,
    TICKET,
    drain,
    opening,
    said,
    take_turn,
    turn,
    waiting,
    with_ticket,
)


async def the(store: Store, ticket: TicketId = TICKET) -> Ticket:
    """Return a ticket that must be there."""
    found = await store.ticket(ticket)
    assert found is not None
    return found


async def test_a_turn_opens_a_ticket_with_what_the_operator_may_know(store: Store) -> None:
    """The row carries all that the effect said, and reads from this turn on."""
    await take_turn(store, said(), said=("earlier",))
    conversation = await with_ticket(
        store, signs=(Sign.VIOLENCE, Sign.CRY), urgency=Urgency.HIGH, wish="woman", minor=True
    )
    ticket = await the(store)
    assert ticket == Ticket(
        id=TICKET,
        conversation=conversation,
        designation="quiet poplar",
        state=TicketState.WAITING,
        urgency=Urgency.HIGH,
        locale=ticket.locale,
        channel=ChannelKind.TELEGRAM,
        opened=NOW,
        signs=(Sign.CRY, Sign.VIOLENCE),
        wish="woman",
        minor=True,
        first_seq=2,
    )
    assert await store.tickets() == (ticket,)
    loaded = await waiting(store, said())
    assert loaded.tickets == (ticket,)


async def test_opening_the_same_ticket_again_is_one_ticket(store: Store) -> None:
    """Ids are drawn from the event, so a replayed turn names the same one."""
    await with_ticket(store)
    before = await the(store)
    await take_turn(store, said(), opened=(opening(urgency=Urgency.EMERGENCY),))
    assert await the(store) == before


async def test_urgency_never_falls_and_signs_add_up(store: Store) -> None:
    """None leaves a field as it is; a yes to earlier words opens the log from 1."""
    await take_turn(store, said(), said=("earlier",))
    await with_ticket(store, urgency=Urgency.HIGH, signs=(Sign.THREAT,))
    low = RaiseTicket(TICKET, urgency=Urgency.LOW, signs=(Sign.CRY,), quiet=True)
    await take_turn(store, said(), raised=(low,))
    ticket = await the(store)
    assert (ticket.urgency, ticket.signs) == (Urgency.HIGH, (Sign.CRY, Sign.THREAT))
    assert (ticket.quiet, ticket.earlier, ticket.first_seq) == (True, False, 2)
    more = RaiseTicket(TICKET, Urgency.EMERGENCY, earlier=True, reply=Reply.PULL, minor=True)
    await take_turn(store, said(), raised=(more,))
    ticket = await the(store)
    assert (ticket.urgency, ticket.first_seq, ticket.minor) == (Urgency.EMERGENCY, 1, True)
    assert (ticket.reply, ticket.quiet) == (Reply.PULL, True)


async def test_of_several_operators_exactly_one_takes_a_ticket(store: Store) -> None:
    """The visitor's inbox hears of it exactly once."""
    conversation = await with_ticket(store)
    operators = [OperatorId(f"op-{n}") for n in range(12)]
    results = await asyncio.gather(*(store.claim_ticket(TICKET, o, NOW) for o in operators))
    assert results.count(True) == 1
    ticket = await the(store)
    assert (ticket.state, ticket.since) == (TicketState.TAKEN, NOW)
    assert ticket.operator == operators[results.index(True)]
    (news,) = await drain(store, conversation)
    assert news.kind is InboundKind.OPERATOR_JOINED
    assert json.loads(news.body) == {"ticket": TICKET}


async def test_an_offer_is_for_one_operator(store: Store) -> None:
    """Another one can neither take it nor be offered it; the visitor hears nothing yet."""
    conversation = await with_ticket(store)
    assert await store.offer(TICKET, OP1, NOW)
    assert not await store.offer(TICKET, OP2, NOW)
    assert not await store.claim_ticket(TICKET, OP2, NOW)
    assert await drain(store, conversation) == []
    assert await store.claim_ticket(TICKET, OP1, SOON)
    assert (await the(store)).since == SOON


async def test_an_offer_can_be_taken_back(store: Store) -> None:
    """From anyone by the queue, from its holder by the holder, without a word to the visitor."""
    conversation = await with_ticket(store)
    await store.offer(TICKET, OP1, NOW)
    assert not await store.release(TICKET, OP2, NOW)
    assert await store.release(TICKET, None, NOW)
    ticket = await the(store)
    assert (ticket.state, ticket.operator, ticket.since) == (TicketState.WAITING, None, None)
    assert not await store.release(TICKET, None, NOW)
    assert await drain(store, conversation) == []


async def test_giving_back_and_taking_again_are_events_of_their_own(store: Store) -> None:
    """Each one reaches the visitor's inbox, in order."""
    conversation = await with_ticket(store)
    for operator in (OP1, OP2):
        assert await store.claim_ticket(TICKET, operator, NOW)
        assert await store.release(TICKET, operator, NOW)
    kinds = [inbound.kind for inbound in await drain(store, conversation)]
    assert kinds == [InboundKind.OPERATOR_JOINED, InboundKind.OPERATOR_LEFT] * 2


async def test_only_the_holder_closes(store: Store) -> None:
    """The end enters the inbox once, and of the times only the hour stays."""
    conversation = await with_ticket(store)
    await store.claim_ticket(TICKET, OP1, NOW)
    assert not await store.close(TICKET, OP2, NOW)
    assert await store.close(TICKET, OP1, SOON)
    assert not await store.close(TICKET, OP1, SOON)
    ticket = await the(store)
    assert (ticket.state, ticket.ending) == (TicketState.CLOSED, Ending.BY_OPERATOR)
    assert (ticket.opened, ticket.since) == (NOW.replace(minute=0, second=0), None)
    assert await store.tickets() == ()
    news = [json.loads(inbound.body) for inbound in await drain(store, conversation)]
    assert news == [{"ticket": TICKET}, {"ticket": TICKET, "why": "closed"}]


async def test_the_visitor_can_end_it(store: Store) -> None:
    """A closed ticket is not raised, claimed or given back, and keeps its ending."""
    await with_ticket(store)
    await take_turn(store, said("stop"), closed=(CloseTicket(TICKET, Ending.BY_VISITOR),))
    before = await the(store)
    await take_turn(store, said(), raised=(RaiseTicket(TICKET, Urgency.EMERGENCY),))
    await take_turn(store, said(), closed=(CloseTicket(TICKET, Ending.FALSE_ALARM),))
    assert not await store.claim_ticket(TICKET, OP1, NOW)
    assert not await store.release(TICKET, None, NOW)
    assert not await store.offer(TICKET, OP1, NOW)
    assert await the(store) == before
    assert before.ending is Ending.BY_VISITOR


async def test_a_turn_changes_tickets_of_its_own_visitor_only(store: Store) -> None:
    """Another visitor's ticket cannot be named."""
    await with_ticket(store)
    before = await the(store)
    await take_turn(store, said(address=BAKYT), closed=(CloseTicket(TICKET, Ending.BY_VISITOR),))
    await take_turn(store, said(address=BAKYT), raised=(RaiseTicket(TICKET, Urgency.EMERGENCY),))
    assert await the(store) == before


async def test_tickets_stand_oldest_first(store: Store) -> None:
    """The queue reads them in the order they were opened."""
    second = await waiting(store, said(address=BAKYT))
    late = turn(second, at=NOW + timedelta(minutes=1), opened=(opening(TicketId("a")),))
    await store.commit(replace(late, designation="late"))
    await with_ticket(store, ticket=TicketId("z"))
    assert [ticket.id for ticket in await store.tickets()] == ["z", "a"]


async def test_nobody_knows_a_strange_ticket(store: Store) -> None:
    """Every verb answers no."""
    stranger = TicketId("none")
    assert await store.ticket(stranger) is None
    assert not await store.offer(stranger, OP1, NOW)
    assert not await store.claim_ticket(stranger, OP1, NOW)
    assert not await store.release(stranger, None, NOW)
    assert not await store.close(stranger, OP1, NOW)


async def test_a_ring_is_made_once(store: Store) -> None:
    """A ring that was given back or whose maker vanished is made by the next one."""
    await take_turn(store, said(), rings=(RingOnCall(TICKET, 1), RingOnCall(TICKET, 1)))
    (ring,) = await store.claim_rings(NOW)
    assert (ring.ticket, ring.round) == (TICKET, 1)
    assert await store.claim_rings(SOON) == ()
    await store.settle_ring(ring, done=False)
    assert await store.claim_rings(SOON) == (ring,)
    assert await store.claim_rings(SOON + timedelta(minutes=2)) == (ring,)
    await store.settle_ring(ring, done=True)
    assert await store.claim_rings(NOW + timedelta(hours=1)) == ()
