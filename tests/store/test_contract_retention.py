from __future__ import annotations

from datetime import timedelta

from bot.dialogue.effects import CloseTicket, Ending, SetTimer
from bot.dialogue.events import TimerKind
from bot.service.ports import Store
from bot.service.records import Delivery, Inbound, InboundKind, Purged, Settled
from tests.store.scene import (
    AISHA,
    NOW,
    OP1,
    TICKET,
    bot,
    said,
    send_all,
    take_turn,
    with_ticket,
)

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


async def test_an_idle_conversation_closes_and_an_hour_later_is_gone(store: Store) -> None:
    """In between the address is a stranger's; afterwards nothing is left."""
    conversation = await take_turn(store, said(), said=("hi",), outgoing=(bot(),))
    await send_all(store)
    assert await store.purge(NOW + DAY - HOUR) == Purged()
    assert await store.find(AISHA) == conversation
    assert await store.purge(NOW + DAY) == Purged()
    assert await store.find(AISHA) is None
    assert len(await store.messages(conversation)) == 2
    assert await store.purge(NOW + DAY + HOUR) == Purged(conversations=1)
    assert await store.messages(conversation) == ()


async def test_in_closing_a_new_word_begins_anew_and_nothing_inside_enters(store: Store) -> None:
    """An operator's late words are for nobody any more."""
    conversation = await take_turn(store, said())
    await store.purge(NOW + DAY)
    late = Inbound("m", InboundKind.OPERATOR_SAID, "{}", NOW, conversation=conversation)
    assert await store.accept([late]) == ()
    (another,) = await store.accept([said(at=NOW + DAY)])
    assert another != conversation
    assert await store.purge(NOW + DAY + HOUR) == Purged(conversations=1)
    assert await store.find(AISHA) == another


async def test_who_waits_for_an_answer_is_not_purged(store: Store) -> None:
    """Unhandled words and an open ticket keep a conversation; so does a planned wipe."""
    await store.accept([said()])
    await store.purge(NOW + 3 * DAY)
    conversation = await store.find(AISHA)
    assert conversation is not None
    await with_ticket(store)
    await store.purge(NOW + 3 * DAY)
    assert await store.find(AISHA) == conversation


async def test_a_planned_wipe_is_waited_for(store: Store) -> None:
    """The time the visitor chose comes before the close."""
    at = NOW + timedelta(hours=40)
    timer = SetTimer(TimerKind.WIPE, "k", at)
    conversation = await take_turn(store, said(), timers=(timer,))
    await store.purge(NOW + timedelta(hours=39))
    assert await store.due(at) == (conversation,)


async def test_a_ticket_to_be_given_up_keeps_no_talk_that_is_over(store: Store) -> None:
    """The open ticket keeps the talk; its timer of two weeks does not once it is closed."""
    timer = SetTimer(TimerKind.GIVE_UP, TICKET, NOW + timedelta(days=14))
    await take_turn(store, said(), timers=(timer,))
    await store.purge(NOW + DAY)
    await store.purge(NOW + DAY + HOUR)
    assert await store.find(AISHA) is None


async def test_a_closed_ticket_is_kept_as_long_as_its_conversation(store: Store) -> None:
    """The Desk can wrap up, then the row goes."""
    await with_ticket(store)
    await store.claim_ticket(TICKET, OP1, NOW)
    await take_turn(store, said(), closed=(CloseTicket(TICKET, Ending.BY_VISITOR),))
    conversation = await store.find(AISHA)
    assert conversation is not None
    while (loaded := await store.load(conversation)) is not None:
        await store.set_aside(conversation, loaded.inbox)
    await store.purge(NOW + DAY)
    assert await store.ticket(TICKET) is not None
    await store.purge(NOW + DAY + HOUR)
    assert await store.ticket(TICKET) is None


async def test_a_wipe_outlives_its_conversation_until_it_is_done(store: Store) -> None:
    """Forgetting clears the phone as well, and confirms in its own words."""
    await take_turn(store, said(platform_id="1"), outgoing=(bot(),))
    await send_all(store, first_id=10)
    await take_turn(
        store, said("delete", platform_id="2"), wipe=True, forget=True, outgoing=(bot("gone"),)
    )
    await store.purge(NOW + HOUR / 2)
    wipe, neutral = await send_all(store, at=NOW + HOUR)
    assert set(wipe.places) == {"1", "11", "2"}
    assert neutral.outbound.blocks == ("gone",)
    assert neutral.address == AISHA
    assert await store.claim_sends(NOW + DAY, 10) == ()


async def test_a_confirmation_nobody_could_send_is_dropped_after_the_hour(store: Store) -> None:
    """Hours later the phone may be in other hands."""
    await take_turn(store, said("delete"), forget=True, outgoing=(bot("gone"),))
    assert await store.purge(NOW + HOUR) == Purged(outbox=1)
    assert await store.claim_sends(NOW + HOUR, 10) == ()


async def test_a_wipe_that_cannot_be_done_ends_after_47_hours(store: Store) -> None:
    """No platform id is kept longer than it can delete anything."""
    await take_turn(store, said(platform_id="1"), wipe=True, forget=True)
    (send,) = await store.claim_sends(NOW, 10)
    again = NOW + timedelta(hours=46)
    await store.settle(send, Settled(Delivery.QUEUED, again=again))
    assert await store.purge(again) == Purged()
    assert await store.purge(NOW + timedelta(hours=47)) == Purged(outbox=1)
    assert await store.claim_sends(NOW + 3 * DAY, 10) == ()


async def test_ids_that_can_delete_nothing_any_more_are_not_kept(store: Store) -> None:
    """A later wipe names only what Telegram would still delete."""
    await with_ticket(store)
    await take_turn(store, said(platform_id="1"), outgoing=(bot(),))
    await send_all(store)
    later = NOW + timedelta(hours=47)
    await store.purge(later)
    await take_turn(store, said(platform_id="2", at=later), wipe=True)
    (wipe,) = await send_all(store, at=later)
    assert wipe.places == ("2",)


async def test_a_repeat_is_recognised_after_its_conversation_is_gone(store: Store) -> None:
    """Platforms repeat for a day or two; an answered message must not begin a new talk."""
    inbound = said(key="9")
    await take_turn(store, inbound, forget=True)
    await store.purge(NOW + 2 * DAY)
    assert await store.accept([inbound]) == ()
    await store.purge(NOW + 6 * DAY)
    assert len(await store.accept([inbound])) == 1
