from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.dialogue.session import FRESH
from bot.dialogue.values import ChannelKind, NodeId
from bot.service.failures import Conflict
from bot.service.ports import Store
from bot.service.records import ConversationId, Inbound, InboundKind
from tests.store.scene import (
    AISHA,
    BAKYT,
    NOW,
    OP1,
    TICKET,
    WEB,
    bot,
    drain,
    handoff,
    opening,
    said,
    take_turn,
    turn,
    waiting,
    with_ticket,
)


async def test_words_of_a_stranger_begin_a_conversation(store: Store) -> None:
    """The conversation has a random id and a fresh session."""
    (conversation,) = await store.accept([said("hello")])
    loaded = await store.load(conversation)
    assert loaded is not None
    assert loaded.session == FRESH
    assert loaded.channel is ChannelKind.TELEGRAM
    assert len(conversation) == 32
    assert await store.find(AISHA) == conversation


async def test_what_arrived_comes_back_as_it_was(store: Store) -> None:
    """Key, kind, body, time, address and platform id survive sealing."""
    inbound = said('{"text": "саламатсызбы \\u0000 👋"}', platform_id="55")
    loaded = await waiting(store, inbound)
    assert replace(loaded.inbound, conversation=None) == inbound


async def test_a_second_arrival_changes_nothing(store: Store) -> None:
    """The same key on the same channel is kept once, also within one batch."""
    first = said(key="7")
    (conversation,) = await store.accept([first, first])
    assert await store.accept([first]) == ()
    assert [inbound.key for inbound in await drain(store, conversation)] == ["7"]
    assert await store.accept([first]) == ()


async def test_the_same_key_on_another_channel_is_another_event(store: Store) -> None:
    """Platforms number independently of each other."""
    await store.accept([said(key="7")])
    assert len(await store.accept([said(key="7", address=WEB)])) == 1


async def test_one_batch_wakes_each_conversation_once(store: Store) -> None:
    """Three messages of two visitors are two conversations."""
    woken = await store.accept([said(), said(), said(address=BAKYT)])
    assert len(woken) == len(set(woken)) == 2


async def test_messages_are_handled_in_the_order_they_came(store: Store) -> None:
    """`load` gives the oldest one that is not done, again and again."""
    batch = [said(f"word {n}") for n in range(20)]
    (conversation,) = await store.accept(batch)
    first = await store.load(conversation)
    again = await store.load(conversation)
    assert first == again
    assert [i.body for i in await drain(store, conversation)] == [i.body for i in batch]
    assert await store.load(conversation) is None


async def test_backlog_names_who_waits_oldest_first(store: Store) -> None:
    """A done message is no work any more."""
    (first,) = await store.accept([said()])
    (second,) = await store.accept([said(address=BAKYT)])
    await store.accept([said()])
    assert await store.backlog(10) == (first, second)
    assert await store.backlog(1) == (first,)
    await drain(store, first)
    assert await store.backlog(10) == (second,)


async def test_unknown_conversations_have_nothing(store: Store) -> None:
    """An id that never was is answered with nothing, not with an error."""
    nobody = ConversationId("0" * 32)
    assert await store.load(nobody) is None
    assert await store.messages(nobody) == ()
    assert await store.find(AISHA) is None
    inside = Inbound("k", InboundKind.OPERATOR_SAID, "{}", NOW, conversation=nobody)
    assert await store.accept([inside]) == ()


async def test_the_operators_words_enter_by_the_same_door(store: Store) -> None:
    """They carry a conversation instead of an address, and a retry is harmless."""
    conversation = await take_turn(store, said())
    words = Inbound(
        "m-1", InboundKind.OPERATOR_SAID, '{"id":"m-1"}', NOW, conversation=conversation
    )
    assert await store.accept([words]) == (conversation,)
    assert await store.accept([words]) == ()
    assert await drain(store, conversation) == [words]


async def test_a_turn_moves_the_session(store: Store) -> None:
    """The next event finds the session that the turn left."""
    loaded = await waiting(store, said())
    await store.accept([said("next")])
    await store.commit(turn(loaded, session=replace(loaded.session, node=NodeId("menu"))))
    after = await store.load(loaded.conversation)
    assert after is not None
    assert after.session.node == "menu"
    assert after.session.version == 1
    assert after.inbound.body == "next"


async def test_of_two_turns_of_one_version_the_second_is_refused(store: Store) -> None:
    """It loads and advances again; nothing of it was written."""
    loaded = await waiting(store, said())
    results = await asyncio.gather(
        *(store.commit(turn(loaded, outgoing=(bot(f"{n}"),))) for n in range(5)),
        return_exceptions=True,
    )
    assert [type(result) for result in results].count(Conflict) == 4
    assert len(await store.messages(loaded.conversation)) == 1
    assert len(await store.claim_sends(NOW, 10)) == 1


async def test_a_turn_for_a_stale_version_is_refused(store: Store) -> None:
    """The session moved on by another event in between."""
    loaded = await waiting(store, said())
    await store.accept([said("next")])
    await store.commit(turn(loaded))
    behind = await store.load(loaded.conversation)
    assert behind is not None
    with pytest.raises(Conflict):
        await store.commit(replace(turn(behind), expected=0))
    assert await store.load(loaded.conversation) == behind


async def test_a_poisoned_message_is_set_aside_and_the_talk_goes_on(store: Store) -> None:
    """The fifth failed try is the last; what came after it is handled."""
    loaded = await waiting(store, said("poison"))
    await store.accept([said("after")])
    tries = [await store.set_aside(loaded.conversation, loaded.inbox) for _ in range(5)]
    assert tries == [False, False, False, False, True]
    assert [i.body for i in await drain(store, loaded.conversation)] == ["after"]
    assert await store.backlog(10) == ()


async def test_whoever_left_is_a_stranger(store: Store) -> None:
    """The next word from the address begins another conversation."""
    conversation = await take_turn(store, said())
    await store.leave(AISHA)
    assert await store.find(AISHA) is None
    (another,) = await store.accept([said()])
    assert another != conversation


async def test_leaving_twice_and_leaving_as_a_stranger_do_nothing(store: Store) -> None:
    """Quick exit is harmless at any time."""
    await store.leave(AISHA)
    await take_turn(store, said())
    await store.leave(AISHA)
    await store.leave(AISHA)
    assert await store.find(AISHA) is None


async def test_a_hidden_visitor_returns_by_code_from_anywhere(store: Store) -> None:
    """The code gives the conversation to the new address, whatever it had before."""
    loaded = await waiting(store, said())
    hidden = replace(loaded.session, hidden=True, handoff=handoff("424242"))
    await store.commit(turn(loaded, session=hidden, opened=(opening(),), designation="elm"))
    await store.leave(AISHA)
    await take_turn(store, said(address=WEB))
    assert await store.rejoin("000000", WEB) is None
    assert await store.rejoin("424242", WEB) == loaded.conversation
    assert await store.find(WEB) == loaded.conversation
    (woken,) = await store.accept([said("back", WEB)])
    again = await store.load(woken)
    assert again is not None
    assert again.session.hidden
    assert again.channel is ChannelKind.WEB


async def test_unread_words_come_along_with_the_code(store: Store) -> None:
    """What the returning visitor wrote before the code is not left behind."""
    loaded = await waiting(store, said())
    hidden = replace(loaded.session, hidden=True, handoff=handoff("424242"))
    await store.commit(turn(loaded, session=hidden, opened=(opening(),), designation="elm"))
    await store.leave(AISHA)
    await store.accept([said("are you there", WEB)])
    assert await store.rejoin("424242", WEB) == loaded.conversation
    assert await store.rejoin("424242", WEB) == loaded.conversation
    await store.accept([said("424242", WEB)])
    handled = await drain(store, loaded.conversation)
    assert [inbound.body for inbound in handled] == ["are you there", "424242"]
    ticket = await store.ticket(opening().ticket)
    assert ticket is not None
    assert ticket.channel is ChannelKind.WEB


async def test_a_cry_before_the_quick_exit_still_reaches_an_operator(store: Store) -> None:
    """Words that were unread when the visitor left open a ticket that stays."""
    loaded = await waiting(store, said("he beats me", WEB))
    await store.leave(WEB)
    await store.purge(NOW + timedelta(days=3))
    await store.commit(turn(loaded, opened=(opening(),), designation="elm"))
    await store.purge(NOW + timedelta(days=3))
    assert [ticket.conversation for ticket in await store.tickets()] == [loaded.conversation]


async def test_a_code_opens_only_what_was_hidden(store: Store) -> None:
    """Whoever did not hide cannot be overtaken by six digits."""
    loaded = await waiting(store, said())
    await store.commit(turn(loaded, session=replace(loaded.session, handoff=handoff("424242"))))
    assert await store.rejoin("424242", WEB) is None
    assert await store.find(AISHA) == loaded.conversation


async def test_a_conversation_with_an_operator_survives_leaving(store: Store) -> None:
    """The ticket stays in the queue and purge keeps the conversation."""
    conversation = await with_ticket(store)
    await store.leave(AISHA)
    await store.purge(NOW + timedelta(days=2))
    assert [ticket.conversation for ticket in await store.tickets()] == [conversation]


async def test_a_turn_knows_what_changed_since_its_message_was_accepted(store: Store) -> None:
    """An operator who took the ticket between the two is in the queue's row that it reads."""
    conversation = await with_ticket(store)
    await store.accept([said("hello")])
    assert await store.claim_ticket(TICKET, OP1, NOW)
    loaded = await store.load(conversation)
    assert loaded is not None
    assert loaded.tickets[0].operator == OP1


async def test_a_message_is_never_read_with_the_session_of_before(store: Store) -> None:
    """Accepted while the turn before it is being written, it is loaded with what that wrote."""
    loaded = await waiting(store, said("1"))
    after = turn(loaded, session=replace(loaded.session, node=NodeId("menu")))
    await asyncio.gather(store.accept([said("2")]), store.commit(after), store.accept([said("3")]))
    following = await store.load(loaded.conversation)
    assert following is not None
    assert (following.inbound.body, following.session.version) == ("2", 1)
    assert [inbound.body for inbound in await drain(store, loaded.conversation)] == ["2", "3"]


async def test_two_messages_of_one_batch_are_both_handled(store: Store) -> None:
    """Who loads the first is told that there is more."""
    await store.accept([said("1"), said("2")])
    conversation = await store.find(AISHA)
    assert conversation is not None
    first = await store.load(conversation)
    assert first is not None
    assert (first.inbound.body, first.more) == ("1", True)
