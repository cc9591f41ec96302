"""How values stand in Redis: one letter for a state, the rest sealed at its place."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.dialogue.effects import Ending, Slot, Urgency
from bot.dialogue.values import ChannelKind, Locale, OperatorId, TicketId
from bot.service.records import (
    Address,
    ConversationId,
    Delivery,
    Inbound,
    InboundKind,
    LogLine,
    Source,
    Ticket,
    TicketState,
)
from bot.store.inbox import LETTER, Letter
from bot.store.lines import LINE, Line
from bot.store.ticketing import WISHES, Wishes

DELIVERIES = {
    Delivery.HELD: "h",
    Delivery.QUEUED: "q",
    Delivery.SENDING: "i",
    Delivery.UNKNOWN: "u",
    Delivery.SENT: "s",
    Delivery.DELIVERED: "d",
    Delivery.FAILED: "f",
    Delivery.EXPIRED: "e",
    Delivery.SUPERSEDED: "x",
}
SOURCES = {
    Source.VISITOR: "v",
    Source.BOT: "b",
    Source.OPERATOR: "o",
    Source.NOTICE: "n",
    Source.NOTE: "t",
}
_DELIVERY = {letter.encode(): delivery for delivery, letter in DELIVERIES.items()}
_SOURCE = {letter.encode(): source for source, letter in SOURCES.items()}
HEAD = 3
"""A line's own letters: source, delivery, shown."""
NAME_BITS = 52
WISHES_KIND = "wishes"


@dataclass(slots=True)
class Talk:
    """A conversation as it was read: what is sealed for it, and what a write compares."""

    id: ConversationId
    channel: ChannelKind
    reach: str
    key: bytes = field(repr=False)
    session: bytes = field(repr=False)
    version: int
    seq: int
    view: int
    closing: bool
    wipe_key: bytes = field(repr=False)
    """Still wrapped: few turns need it."""
    tickets: tuple[Ticket, ...] = ()


def name() -> int:
    """Draw a name that binds a sealed record to its place; its order is Redis's own."""
    return secrets.randbits(NAME_BITS)


def new_reach() -> str:
    """Draw the id of an address."""
    return secrets.token_hex(8)


def sealed_letter(key: bytes, owner: str, called: int, inbound: Inbound) -> bytes:
    """Seal what arrived for the mailbox of `owner`."""
    address = inbound.address
    letter = Letter(
        key=inbound.key,
        body=inbound.body,
        at=inbound.at,
        channel=address.channel if address else None,
        value=address.value if address else None,
        platform_id=inbound.platform_id,
    )
    return LETTER.seal(key, owner, inbound.kind, called, letter)


def letter_of(key: bytes, owner: ConversationId, raw: bytes) -> tuple[int, Inbound]:
    """Return the number and the inbound of an entry of a mailbox."""
    number, called, kind, sealed = raw.split(b"|", 3)
    letter = LETTER.unseal(key, owner, kind.decode(), int(called), sealed)
    address = None
    if letter.channel is not None and letter.value is not None:
        address = Address(letter.channel, letter.value)
    inbound = Inbound(
        key=letter.key,
        kind=InboundKind(kind.decode()),
        body=letter.body,
        at=letter.at,
        address=address,
        conversation=None if address else owner,
        platform_id=letter.platform_id,
    )
    return int(number), inbound


def sealed_line(key: bytes, owner: str, seq: int, line: LogLine) -> bytes:
    """Seal a line of the log as the entry `seq`."""
    head = SOURCES[line.source] + DELIVERIES[line.delivery] + ("1" if line.shown else "0")
    value = Line(line.blocks, line.at, line.choices, line.slot, line.id, line.audio)
    return head.encode() + LINE.seal(key, owner, line.source, seq, value)


def line_of(key: bytes, owner: str, seq: int, raw: bytes) -> LogLine:
    """Return an entry of the log."""
    source = _SOURCE[raw[:1]]
    line = LINE.unseal(key, owner, source, seq, raw[HEAD:])
    return LogLine(
        seq=seq,
        source=source,
        blocks=line.blocks,
        at=line.at,
        delivery=_DELIVERY[raw[1:2]],
        choices=line.choices,
        slot=line.slot,
        shown=raw[2:HEAD] == b"1",
        id=line.id,
        audio=line.audio,
    )


def ticket_row(key: bytes | None, ticket: Ticket) -> list[Any]:
    """Return a ticket as a row; without a key what it says of the visitor is dropped."""
    wishes = Wishes(
        locale=ticket.locale,
        signs=ticket.signs,
        earlier=ticket.earlier,
        reply=ticket.reply,
        wish=ticket.wish,
        minor=ticket.minor,
        quiet=ticket.quiet,
    )
    sealed = WISHES.seal(key, ticket.id, WISHES_KIND, ticket.version, wishes) if key else b""
    return [
        ticket.id,
        ticket.designation,
        ticket.state,
        ticket.urgency,
        ticket.channel,
        ticket.operator or "",
        repr(ticket.opened.timestamp()),
        repr(ticket.since.timestamp()) if ticket.since else "",
        ticket.first_seq,
        ticket.ending or "",
        ticket.version,
        sealed,
    ]


def ticket_of(key: bytes | None, row: list[bytes]) -> Ticket:
    """Return the ticket of a row."""
    sealed = row[12]
    texts = [part.decode() for part in row[:12]]
    id_, conversation, designation, state, urgency, channel, operator, opened, *rest = texts
    since, first_seq, ending, version = rest
    wishes = Wishes()
    if key and sealed:
        wishes = WISHES.unseal(key, id_, WISHES_KIND, int(version), sealed)
    return Ticket(
        id=TicketId(id_),
        conversation=ConversationId(conversation),
        designation=designation,
        state=TicketState(state),
        urgency=Urgency(urgency),
        locale=Locale(wishes.locale),
        channel=ChannelKind(channel),
        opened=_moment(opened),
        signs=wishes.signs,
        earlier=wishes.earlier,
        reply=wishes.reply,
        wish=wishes.wish,
        minor=wishes.minor,
        quiet=wishes.quiet,
        operator=OperatorId(operator) if operator else None,
        since=_moment(since) if since else None,
        first_seq=int(first_seq),
        ending=Ending(ending) if ending else None,
        version=int(version),
    )


def _moment(seconds: str) -> datetime:
    return datetime.fromtimestamp(float(seconds), UTC)


def slot_of(raw: bytes) -> Slot:
    """Return the slot of a send."""
    return Slot(raw.decode())
