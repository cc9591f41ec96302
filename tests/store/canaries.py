"""Planted words for the tests of what the store leaves on a disk, on every engine the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.dialogue.effects import SetTimer, Slot
from bot.dialogue.events import TimerKind
from bot.dialogue.values import ChannelKind, TicketId
from bot.service.ports import Store
from bot.service.records import Address, ConversationId
from tests.store.scene import (
    NOW,
    OP1,
    bot,
    drain,
    handoff,
    opening,
    said,
    send_all,
    take_turn,
    turn,
    waiting,
)

WORDS, ANSWER, NOTE = "CNRY-жардам-1a2b3c", "CNRY-answer-4d5e6f", "CNRY-note-778899"
PHONE, TELEGRAM, COOKIE = "+996555004217", "7770004217", "CNRY-cookie-aa55"
PLATFORM_ID, OWN_ID, CODE = "9988776655", "11223344556677", "918273"
KEY = "CNRY-event-0f0f0f"
CANARIES = (WORDS, ANSWER, NOTE, PHONE, TELEGRAM, COOKIE, PLATFORM_ID, OWN_ID, KEY)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ADDRESSES = tuple(
    Address(channel, value)
    for channel, value in zip(ChannelKind, (COOKIE, TELEGRAM, PHONE), strict=True)
)


async def talk(store: Store) -> list[ConversationId]:
    """Plant every canary: three channels, a hidden visitor, a note, sent and unsent words."""
    began = []
    for address in ADDRESSES:
        channel = address.channel
        inbound = said(WORDS, address, key=f"{KEY}-{channel}", platform_id=f"{OWN_ID}{channel}")
        loaded = await waiting(store, inbound)
        hidden = replace(loaded.session, hidden=True, handoff=handoff(f"{CODE}{channel}"))
        await store.commit(
            turn(
                loaded,
                session=hidden,
                said=(WORDS,),
                shown=True,
                outgoing=(bot(ANSWER), bot(ANSWER, slot=Slot.NOTICE)),
                opened=(opening(TicketId(f"t-{channel}")),),
                timers=(SetTimer(TimerKind.RING, "k", NOW + DAY),),
                designation="elm",
            )
        )
        await store.note(loaded.conversation, NOTE, NOW)
        began.append(loaded.conversation)
    await send_all(store, first_id=int(f"{PLATFORM_ID}0000"))
    for address in ADDRESSES:
        await take_turn(store, said(WORDS, address), said=(WORDS,), outgoing=(bot(ANSWER),))
        await store.accept([said(WORDS, address, key=f"{KEY}-open-{address.channel}")])
    return began


async def close_all(store: Store, began: list[ConversationId]) -> None:
    """Handle what waits, end every ticket, and let the idle time and the hour pass."""
    await store.due(NOW + DAY)
    for conversation in began:
        await drain(store, conversation)
        (ticket,) = [t for t in await store.tickets() if t.conversation == conversation]
        await store.claim_ticket(ticket.id, OP1, NOW)
        await store.close(ticket.id, OP1, NOW)
        await drain(store, conversation)
    await store.purge(NOW + DAY)
    await store.purge(NOW + DAY + HOUR)
