from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.dialogue.effects import Slot
from bot.dialogue.values import ChannelKind
from bot.service.ports import Store
from bot.service.records import Delivery, Settled
from tests.store.scene import (
    AISHA,
    BAKYT,
    NOW,
    SMS,
    SOON,
    WEB,
    bot,
    said,
    send_all,
    take_turn,
    turn,
    waiting,
)

SENT = Settled(Delivery.SENT)
LATER = NOW + timedelta(seconds=30)


async def test_a_message_goes_out_once_as_it_was_rendered(store: Store) -> None:
    """The sender gets the final words and the address, and then nothing more."""
    words = bot("answer", quiet=True)
    await take_turn(store, said(), outgoing=(words,))
    (send,) = await store.claim_sends(NOW, 10)
    assert send.outbound == words.outbound
    assert send.address == AISHA
    assert (send.attempt, send.doubtful, send.places) == (1, False, ())
    await store.settle(send, SENT)
    assert await store.claim_sends(LATER, 10) == ()


async def test_messages_of_one_visitor_leave_one_after_another(store: Store) -> None:
    """A claimed message holds back the next one of its visitor, not those of others."""
    await take_turn(store, said(), outgoing=(bot("1"), bot("2")))
    await take_turn(store, said(address=BAKYT), outgoing=(bot("other"),))
    first, other = await store.claim_sends(NOW, 10)
    assert [first.outbound.blocks, other.outbound.blocks] == [("1",), ("other",)]
    assert await store.claim_sends(NOW, 10) == ()
    await store.settle(first, SENT)
    (second,) = await store.claim_sends(NOW, 10)
    assert second.outbound.blocks == ("2",)


async def test_no_more_than_asked_for_are_claimed(store: Store) -> None:
    """The limit is a limit."""
    for address in (AISHA, BAKYT, SMS):
        await take_turn(store, said(address=address), outgoing=(bot(),))
    assert len(await store.claim_sends(NOW, 2)) == 2
    assert len(await store.claim_sends(NOW, 2)) == 1


async def test_two_senders_never_get_the_same_message(store: Store) -> None:
    """Claims race and every message is handed out once."""
    for address in (AISHA, BAKYT, SMS):
        await take_turn(store, said(address=address), outgoing=(bot(),))
    claims = await asyncio.gather(*(store.claim_sends(NOW, 10) for _ in range(8)))
    assert max(len(claim) for claim in claims) == 3
    assert sum(len(claim) for claim in claims) == 3


async def test_a_message_in_back_off_stays_first(store: Store) -> None:
    """Nothing of the same visitor overtakes it."""
    await take_turn(store, said(), outgoing=(bot("1"), bot("2")))
    (send,) = await store.claim_sends(NOW, 10)
    await store.settle(send, Settled(Delivery.QUEUED, again=LATER))
    assert await store.claim_sends(NOW, 10) == ()
    (again,) = await store.claim_sends(LATER, 10)
    assert (again.outbound.blocks, again.attempt, again.doubtful) == (("1",), 2, False)


async def test_an_unknown_send_is_doubtful_when_tried_again(store: Store) -> None:
    """The sender must know that the visitor may have it already."""
    await take_turn(store, said(), outgoing=(bot(),))
    (send,) = await store.claim_sends(NOW, 10)
    await store.settle(send, Settled(Delivery.UNKNOWN, again=LATER))
    (again,) = await store.claim_sends(LATER, 10)
    assert again.doubtful


async def test_a_sender_that_vanished_loses_its_message_to_another(store: Store) -> None:
    """After the lease it is sent again as doubtful; the late word of the first is not heard."""
    conversation = await take_turn(store, said(), outgoing=(bot(),))
    (lost,) = await store.claim_sends(NOW, 10)
    much_later = NOW + timedelta(minutes=6)
    (again,) = await store.claim_sends(much_later, 10)
    assert (again.doubtful, again.attempt) == (True, 2)
    await store.settle(lost, Settled(Delivery.FAILED))
    await store.settle(again, SENT)
    (line,) = await store.messages(conversation)
    assert line.delivery is Delivery.SENT


async def test_an_urgent_answer_supersedes_what_is_unsent(store: Store) -> None:
    """It goes first, and what it replaces is never sent, even if its sender gives it back."""
    conversation = await take_turn(store, said(), outgoing=(bot("old 1"), bot("old 2")))
    (under_way,) = await store.claim_sends(NOW, 10)
    urgent = (bot("numbers", urgent=True, slot=Slot.DANGER), bot("more", urgent=True))
    await take_turn(store, said("he beats me"), outgoing=(*urgent, bot("menu")))
    assert await store.claim_sends(NOW, 10) == ()
    await store.settle(under_way, Settled(Delivery.QUEUED, again=SOON))
    sent = await send_all(store, at=SOON)
    assert [send.outbound.blocks for send in sent] == [("numbers",), ("more",), ("menu",)]
    lines = await store.messages(conversation)
    assert [line.delivery for line in lines[:2]] == [Delivery.SUPERSEDED] * 2


async def test_urgent_answers_go_before_other_visitors(store: Store) -> None:
    """Danger goes first of all that is due."""
    await take_turn(store, said(), outgoing=(bot("menu"),))
    await take_turn(store, said(address=BAKYT), outgoing=(bot("numbers", urgent=True),))
    (send,) = await store.claim_sends(NOW, 1)
    assert send.outbound.blocks == ("numbers",)


async def test_an_urgent_answer_leaves_other_visitors_alone(store: Store) -> None:
    """Only the same visitor's messages are superseded."""
    await take_turn(store, said(), outgoing=(bot("menu"),))
    await take_turn(store, said(address=BAKYT), outgoing=(bot("numbers", urgent=True),))
    assert len(await send_all(store)) == 2


async def test_on_the_web_committed_is_sent(store: Store) -> None:
    """Nothing waits in the outbox; a later request marks it as delivered."""
    conversation = await take_turn(store, said(address=WEB), said=("hi",), outgoing=(bot(),))
    assert await store.claim_sends(NOW, 10) == ()
    await store.delivered(conversation, 2)
    own, answer = await store.messages(conversation)
    assert (own.delivery, answer.delivery) == (Delivery.SENT, Delivery.DELIVERED)


async def test_a_screen_is_told_where_it_stood_before(store: Store) -> None:
    """The next message of the same slot edits it; a notice stands for itself."""
    await take_turn(store, said(), outgoing=(bot("1"),))
    await send_all(store, first_id=10)
    await take_turn(
        store, said(), outgoing=(bot("n", slot=Slot.NOTICE), bot("2"), bot("d", slot=Slot.DANGER))
    )
    notice, screen, danger = await send_all(store, first_id=20)
    assert (notice.places, screen.places, danger.places) == ((), ("11",), ())
    await take_turn(store, said(), outgoing=(bot("3"), bot("m", slot=Slot.NOTICE)))
    screen, notice = await send_all(store, first_id=30)
    assert (screen.places, notice.places) == (("22",), ())


async def test_a_wipe_takes_everything_from_both_sides(store: Store) -> None:
    """It names all ids before it and none after it; what was unsent is not sent at all."""
    await take_turn(store, said(platform_id="1"), outgoing=(bot("a"),))
    await send_all(store, first_id=10)
    await take_turn(store, said(platform_id="2"), outgoing=(bot("b", slot=Slot.NOTICE),))
    await send_all(store, first_id=20)
    await take_turn(store, said(platform_id="3"), outgoing=(bot("unsent"),))
    await take_turn(
        store, said("hide", platform_id="4"), wipe=True, outgoing=(bot("done", slot=Slot.NOTICE),)
    )
    wipe, neutral = await send_all(store, first_id=30)
    assert wipe.outbound.wipe
    assert set(wipe.places) == {"1", "11", "2", "21", "3", "4"}
    assert neutral.outbound.blocks == ("done",)
    await take_turn(store, said("hide", platform_id="5"), wipe=True)
    (second,) = await send_all(store)
    assert set(second.places) == {"32", "5"}


async def test_a_wipe_waits_for_what_is_under_way_and_takes_it_too(store: Store) -> None:
    """A message that lands during the wipe's turn is deleted as well."""
    await take_turn(store, said(), outgoing=(bot("a"),))
    (under_way,) = await store.claim_sends(NOW, 10)
    await take_turn(store, said("hide"), wipe=True)
    assert await store.claim_sends(NOW, 10) == ()
    await store.settle(under_way, Settled(Delivery.SENT, ("77",)))
    (wipe,) = await store.claim_sends(NOW, 10)
    assert wipe.places == ("77",)


@pytest.mark.parametrize("address", [WEB, SMS])
async def test_only_where_messages_can_be_taken_back_is_a_wipe_sent(
    store: Store, address: object
) -> None:
    """Web and SMS have nothing to delete on the other side."""
    assert address in {WEB, SMS}
    channel = WEB if address == WEB else SMS
    await take_turn(store, said("hide", channel), wipe=True)
    assert await store.claim_sends(NOW, 10) == ()


async def test_delivery_reports_only_move_forward(store: Store) -> None:
    """`delivered` then `sent` stays delivered; a strange id changes nothing."""
    conversation = await take_turn(store, said(address=SMS), outgoing=(bot(),))
    (send,) = await store.claim_sends(NOW, 10)
    await store.settle(send, Settled(Delivery.SENT, ("gateway-9",)))
    assert not await store.report(ChannelKind.SMS, "gateway-8", Delivery.FAILED)
    for delivery in (Delivery.DELIVERED, Delivery.SENT, Delivery.FAILED, Delivery.UNKNOWN):
        assert await store.report(ChannelKind.SMS, "gateway-9", delivery)
    (line,) = await store.messages(conversation)
    assert line.delivery is Delivery.DELIVERED


async def test_a_settled_send_cannot_be_settled_again(store: Store) -> None:
    """A late word changes nothing."""
    conversation = await take_turn(store, said(), outgoing=(bot(),))
    (send,) = await store.claim_sends(NOW, 10)
    await store.settle(send, Settled(Delivery.SENT, ("1",)))
    await store.settle(send, Settled(Delivery.QUEUED, again=NOW))
    assert await store.claim_sends(LATER, 10) == ()
    (line,) = await store.messages(conversation)
    assert line.delivery is Delivery.SENT


async def test_turns_keep_their_order_in_the_outbox(store: Store) -> None:
    """Messages leave in the order of the turns that said them."""
    loaded = await waiting(store, said())
    await store.commit(turn(loaded, outgoing=(bot("0"),)))
    for number in range(1, 6):
        await take_turn(store, said(), outgoing=(bot(f"{number}"),))
    sent = await send_all(store)
    assert [send.outbound.blocks[0] for send in sent] == ["0", "1", "2", "3", "4", "5"]


async def test_a_turn_hands_over_its_message_at_once(store: Store) -> None:
    """Asked to, the commit claims it as `claim_sends` would, and nobody else gets it."""
    await take_turn(store, said(), outgoing=(bot("1"),))
    await send_all(store, first_id=10)
    words = bot("answer", quiet=True)
    loaded = await waiting(store, said())
    (send,) = await store.commit(turn(loaded, outgoing=(words,)), claim=True)
    assert send.outbound == words.outbound
    assert (send.address, send.conversation) == (AISHA, loaded.conversation)
    assert (send.attempt, send.doubtful, send.places, send.last) == (1, False, ("11",), True)
    assert await store.claim_sends(LATER, 10) == ()
    assert not await store.settle(send, Settled(Delivery.SENT, ("11",)))
    assert await store.claim_sends(LATER, 10) == ()
    (*_, line) = await store.messages(loaded.conversation)
    assert line.delivery is Delivery.SENT


async def test_a_turn_hands_over_only_the_first_of_its_messages(store: Store) -> None:
    """The others follow in order, the urgent one before all; the end of each tells of the next."""
    loaded = await waiting(store, said())
    both = (bot("menu"), bot("numbers", urgent=True))
    (first,) = await store.commit(turn(loaded, outgoing=both), claim=True)
    assert (first.outbound.blocks, first.last) == (("numbers",), False)
    assert await store.claim_sends(NOW, 10) == ()
    assert await store.settle(first, SENT)
    (second,) = await store.claim_sends(NOW, 10)
    assert second.outbound.blocks == ("menu",)
    assert not await store.settle(second, SENT)


async def test_a_turn_hands_over_nothing_while_something_waits(store: Store) -> None:
    """What stands before it goes first, also one that is under way."""
    await take_turn(store, said(), outgoing=(bot("1"),))
    loaded = await waiting(store, said())
    assert await store.commit(turn(loaded, outgoing=(bot("2"),)), claim=True) == ()
    (first,) = await store.claim_sends(NOW, 10)
    loaded = await waiting(store, said())
    assert await store.commit(turn(loaded, outgoing=(bot("3"),)), claim=True) == ()
    await store.settle(first, SENT)
    sent = await send_all(store)
    assert [send.outbound.blocks for send in sent] == [("2",), ("3",)]


async def test_what_a_turn_handed_over_is_doubtful_when_its_sender_vanished(store: Store) -> None:
    """A process that died between commit and sending leaves the same doubt as any claim."""
    loaded = await waiting(store, said())
    (lost,) = await store.commit(turn(loaded, outgoing=(bot(),)), claim=True)
    (again,) = await store.claim_sends(NOW + timedelta(minutes=6), 10)
    assert (again.id, again.doubtful, again.attempt) == (lost.id, True, 2)


async def test_a_wipe_is_handed_over_with_all_it_deletes(store: Store) -> None:
    """It goes before the words of its turn."""
    await take_turn(store, said(platform_id="1"), outgoing=(bot("a"),))
    await send_all(store, first_id=10)
    loaded = await waiting(store, said("hide", platform_id="2"))
    hidden = turn(loaded, wipe=True, outgoing=(bot("done", slot=Slot.NOTICE),))
    (wipe,) = await store.commit(hidden, claim=True)
    assert wipe.outbound.wipe
    assert (set(wipe.places), wipe.last) == ({"1", "11", "2"}, False)
    assert await store.settle(wipe, SENT)
    (words,) = await send_all(store)
    assert words.outbound.blocks == ("done",)


async def test_on_the_web_and_when_all_is_forgotten_nothing_is_handed_over(store: Store) -> None:
    """The page reads the log; what outlives its conversation is claimed as ever."""
    loaded = await waiting(store, said(address=WEB))
    assert await store.commit(turn(loaded, outgoing=(bot(),)), claim=True) == ()
    loaded = await waiting(store, said("delete"))
    forgotten = turn(loaded, forget=True, outgoing=(bot("bye"),))
    assert await store.commit(forgotten, claim=True) == ()
    assert len(await send_all(store)) == 1
