from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.dialogue.effects import SetTimer, Slot
from bot.dialogue.events import TimerKind
from bot.service.failures import Conflict
from bot.service.ports import Store
from bot.service.records import (
    Button,
    ConversationId,
    Delivery,
    InboundKind,
    Outbound,
    Outgoing,
    Source,
)
from tests.store.scene import (
    AISHA,
    NOW,
    SOON,
    WEB,
    bot,
    drain,
    said,
    take_turn,
    turn,
    waiting,
    with_ticket,
)


async def test_the_log_holds_every_side_in_order(store: Store) -> None:
    """Lines count from 1; what was shown, with its choices, comes back as it was."""
    buttons = (Button("menu", "1", "Меню", "1:0:ab:menu"),)
    screen = Outgoing(Outbound(("Салам", "экинчи"), buttons), Source.BOT)
    operator = Outgoing(Outbound(("hello",), slot=Slot.NOTICE), Source.OPERATOR, id="m-1")
    conversation = await take_turn(
        store, said(), said=("hi",), shown=True, outgoing=(screen, operator)
    )
    own, first, second = await store.messages(conversation)
    assert [line.seq for line in (own, first, second)] == [1, 2, 3]
    assert (own.source, own.blocks, own.shown) == (Source.VISITOR, ("hi",), True)
    assert (first.blocks, first.choices, first.slot) == (("Салам", "экинчи"), buttons, Slot.SCREEN)
    assert (second.source, second.id, second.at) == (Source.OPERATOR, "m-1", NOW)
    assert await store.messages(conversation, after=1, limit=1) == (first,)


async def test_a_recording_stays_with_its_line(store: Store) -> None:
    """A page that is loaded anew still has it."""
    heard = Outgoing(Outbound(("words",), audio="a1b2"), Source.BOT)
    conversation = await take_turn(store, said(address=WEB), said=("hi",), outgoing=(heard,))
    assert [line.audio for line in await store.view(conversation)] == ["", "a1b2"]


async def test_words_before_a_ticket_are_not_shown(store: Store) -> None:
    """The flag stands with the line, so that the Desk can hold it back."""
    conversation = await take_turn(store, said(), said=("secret",), shown=False)
    (line,) = await store.messages(conversation)
    assert not line.shown


async def test_a_web_visitors_line_carries_the_id_of_the_page(store: Store) -> None:
    """The page recognises its own words after a reload."""
    conversation = await take_turn(store, said(address=WEB, key="uuid-1"), said=("hi",))
    (line,) = await store.messages(conversation)
    assert line.id == "uuid-1"


async def test_notes_never_reach_the_visitor(store: Store) -> None:
    """The Desk reads them in place, the visitor's view leaves them out."""
    conversation = await take_turn(store, said(address=WEB), said=("hi",), outgoing=(bot(),))
    assert await store.note(conversation, "careful", SOON) == 3
    await take_turn(store, said(address=WEB), said=("more",))
    whole = await store.messages(conversation)
    assert [line.source for line in whole][2:] == [Source.NOTE, Source.VISITOR]
    assert [line.seq for line in await store.view(conversation)] == [1, 2, 4]
    with pytest.raises(Conflict):
        await store.note(ConversationId("0" * 32), "x", NOW)


async def test_after_a_wipe_the_visitor_sees_nothing_of_before(store: Store) -> None:
    """The operator's log stays whole; a stream that resumes gets nothing older either."""
    conversation = await take_turn(store, said(address=WEB), said=("hi",), outgoing=(bot(),))
    await take_turn(store, said("hide", WEB), said=("hide",), wipe=True, outgoing=(bot("neutral"),))
    assert [line.blocks for line in await store.view(conversation)] == [("neutral",)]
    assert [line.seq for line in await store.view(conversation, after=1)] == [4]
    assert len(await store.messages(conversation)) == 4


async def test_a_stream_resumes_after_what_it_has(store: Store) -> None:
    """`after` is the last event id of the stream."""
    conversation = await take_turn(store, said(address=WEB), outgoing=(bot("1"), bot("2")))
    assert [line.blocks for line in await store.view(conversation, after=1)] == [("2",)]
    assert await store.view(conversation, after=2) == ()


async def test_delivered_marks_only_what_was_sent_up_to_there(store: Store) -> None:
    """Later lines wait for their own acknowledgement."""
    conversation = await take_turn(store, said(address=WEB), outgoing=(bot("1"), bot("2")))
    await store.delivered(conversation, 1)
    await store.delivered(conversation, 0)
    states = [line.delivery for line in await store.messages(conversation)]
    assert states == [Delivery.DELIVERED, Delivery.SENT]


async def test_a_timer_that_is_due_becomes_inbound(store: Store) -> None:
    """Once, in its conversation, not before its time."""
    at = NOW + timedelta(minutes=10)
    timer = SetTimer(TimerKind.TAKE_BACK, "spell-1", at)
    conversation = await take_turn(store, said(), timers=(timer,))
    assert await store.due(at - timedelta(seconds=1)) == ()
    assert await store.due(at) == (conversation,)
    assert await store.due(at + timedelta(hours=1)) == ()
    (fired,) = await drain(store, conversation)
    assert fired.kind is InboundKind.TIMER
    assert fired.body == '{"kind": "take_back", "key": "spell-1"}'


async def test_a_timer_set_again_moves(store: Store) -> None:
    """Kind and key name it; another key is another timer; it may be set again after it fired."""
    later = NOW + timedelta(minutes=10)
    first = SetTimer(TimerKind.RING, "a", SOON)
    conversation = await take_turn(store, said(), timers=(first, replace(first, key="b")))
    await take_turn(store, said(), timers=(replace(first, at=later),))
    assert await store.due(SOON) == (conversation,)
    assert [i.body for i in await drain(store, conversation)] == ['{"kind": "ring", "key": "b"}']
    assert await store.due(later) == (conversation,)
    await drain(store, conversation)
    await take_turn(store, said(), timers=(replace(first, at=later + timedelta(1)),))
    assert await store.due(later + timedelta(2)) == (conversation,)


async def test_forgetting_leaves_nothing_to_read(store: Store) -> None:
    """Session, log, timers and address are gone; the ticket is closed."""
    conversation = await with_ticket(store)
    timer = SetTimer(TimerKind.WIPE, "k", SOON)
    await take_turn(store, said("delete"), said=("delete",), timers=(timer,), forget=True)
    assert await store.find(AISHA) is None
    assert await store.messages(conversation) == ()
    assert await store.view(conversation) == ()
    assert await store.load(conversation) is None
    assert await store.tickets() == ()
    assert await store.due(NOW + timedelta(days=1)) == ()
    loaded = await waiting(store, said())
    assert loaded.conversation != conversation
    assert loaded.session.version == 0


async def test_what_was_written_after_delete_is_still_answered(store: Store) -> None:
    """A cry for help right behind it begins a conversation of its own."""
    loaded = await waiting(store, said("delete"))
    await store.accept([said("help me"), said("please")])
    await store.commit(turn(loaded, forget=True))
    another = await store.find(AISHA)
    assert another is not None
    assert another != loaded.conversation
    assert [i.body for i in await drain(store, another)] == ["help me", "please"]
