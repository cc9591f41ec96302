"""Visitors, turns and times for the tests of the store."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.dialogue.effects import OpenTicket, Reply, Urgency
from bot.dialogue.session import Handoff, Session
from bot.dialogue.values import ChannelKind, Form, Locale, OperatorId, TicketId
from bot.service.ports import Store
from bot.service.records import (
    Address,
    Commit,
    ConversationId,
    Delivery,
    Inbound,
    InboundKind,
    Loaded,
    Outbound,
    Outgoing,
    Receipt,
    Send,
    Settled,
    Source,
)

NOW = datetime(2026, 11, 21, 12, 34, 56, tzinfo=UTC)
SOON = NOW + timedelta(seconds=1)
AISHA = Address(ChannelKind.TELEGRAM, "7770000001")
BAKYT = Address(ChannelKind.TELEGRAM, "7770000002")
WEB = Address(ChannelKind.WEB, "cookie-1")
SMS = Address(ChannelKind.SMS, "+996555000001")
TICKET = TicketId("t-1")
OP1, OP2 = OperatorId("op-1"), OperatorId("op-2")

_keys = itertools.count(1)


def said(
    words: str = "hello",
    address: Address = AISHA,
    *,
    key: str | None = None,
    at: datetime = NOW,
    platform_id: str | None = None,
) -> Inbound:
    """Return words of a visitor, under a key of their own unless one is given."""
    own = key or f"key-{next(_keys)}"
    return Inbound(own, InboundKind.SAID, words, at, address, platform_id=platform_id)


def bot(words: str = "answer", *, urgent: bool = False, id_: str = "", **fields: Any) -> Outgoing:
    """Return something the bot says."""
    return Outgoing(Outbound((words,), form=Form.LONG, **fields), Source.BOT, urgent, id_)


async def waiting(store: Store, inbound: Inbound) -> Loaded:
    """Accept an inbound and load it."""
    await store.accept([inbound])
    assert inbound.address is not None
    conversation = await store.find(inbound.address)
    assert conversation is not None
    loaded = await store.load(conversation)
    assert loaded is not None
    return loaded


def turn(loaded: Loaded, *, session: Session | None = None, **fields: Any) -> Commit:
    """Return the commit of a turn; the session moves one version on."""
    after = replace(session or loaded.session, version=loaded.session.version + 1)
    return Commit(
        conversation=loaded.conversation,
        inbox=loaded.inbox,
        at=fields.pop("at", NOW),
        expected=loaded.session.version,
        session=after,
        **fields,
    )


async def take_turn(store: Store, inbound: Inbound, **fields: Any) -> ConversationId:
    """Accept, load and commit; return the conversation."""
    loaded = await waiting(store, inbound)
    await store.commit(turn(loaded, **fields))
    return loaded.conversation


async def drain(store: Store, conversation: ConversationId) -> list[Inbound]:
    """Handle everything that waits in a conversation, and return it in order."""
    handled = []
    while (loaded := await store.load(conversation)) is not None:
        handled.append(loaded.inbound)
        await store.commit(turn(loaded))
    return handled


async def send_all(store: Store, *, at: datetime = NOW, first_id: int = 100) -> list[Send]:
    """Send whatever is due, until nothing is."""
    sent: list[Send] = []
    while claimed := await store.claim_sends(at, 10):
        for send in claimed:
            sent.append(send)
            receipt = Receipt((str(first_id + len(sent)),))
            await store.settle(send, Settled(Delivery.SENT, receipt.platform_ids))
    return sent


def opening(ticket: TicketId = TICKET, **fields: Any) -> OpenTicket:
    """Return the effect that opens a ticket."""
    return OpenTicket(ticket, fields.pop("urgency", Urgency.NORMAL), Locale("ky"), **fields)


def handoff(code: str = "123456", ticket: TicketId = TICKET) -> Handoff:
    """Return the handoff of a session."""
    return Handoff(ticket, Urgency.NORMAL, code, reply=Reply.HERE)


async def with_ticket(store: Store, address: Address = AISHA, **fields: Any) -> ConversationId:
    """Begin a conversation with an open ticket."""
    return await take_turn(
        store,
        said("a person please", address),
        said=("a person please",),
        shown=True,
        designation="quiet poplar",
        opened=(opening(fields.pop("ticket", TICKET), **fields),),
    )
