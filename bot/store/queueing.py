"""How a ticket changes: the same for every engine, without any storage."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

from bot.dialogue.effects import Ending, OpenTicket, RaiseTicket, Urgency
from bot.dialogue.values import ChannelKind, OperatorId
from bot.service.records import Commit, ConversationId, Inbound, InboundKind, Ticket, TicketState
from bot.store.life import coarse

_ORDER = (Urgency.LOW, Urgency.NORMAL, Urgency.HIGH, Urgency.EMERGENCY)


def opened(effect: OpenTicket, turn: Commit, channel: ChannelKind, seq: int) -> Ticket:
    """Make the row of a new ticket; its operator reads from the line `seq` on, or from 1."""
    return Ticket(
        id=effect.ticket,
        conversation=turn.conversation,
        designation=turn.designation,
        state=TicketState.WAITING,
        urgency=effect.urgency,
        locale=effect.locale,
        channel=channel,
        opened=turn.at,
        signs=tuple(sorted(set(effect.signs))),
        earlier=effect.earlier,
        reply=effect.reply,
        wish=effect.wish,
        minor=effect.minor,
        first_seq=1 if effect.earlier else seq,
    )


def raised(ticket: Ticket, effect: RaiseTicket) -> Ticket:
    """Apply a change: urgency never falls, signs add up, None leaves a field as it is."""
    urgency = max(ticket.urgency, effect.urgency or ticket.urgency, key=_ORDER.index)
    earlier = ticket.earlier if effect.earlier is None else effect.earlier
    return replace(
        ticket,
        urgency=urgency,
        signs=tuple(sorted({*ticket.signs, *effect.signs})),
        earlier=earlier,
        first_seq=1 if earlier else ticket.first_seq,
        reply=ticket.reply if effect.reply is None else effect.reply,
        quiet=ticket.quiet if effect.quiet is None else effect.quiet,
        minor=ticket.minor if effect.minor is None else effect.minor,
        version=ticket.version + 1,
    )


def ended(ticket: Ticket, why: Ending) -> Ticket:
    """Close a ticket; of its times only the hour stays."""
    return replace(
        ticket,
        state=TicketState.CLOSED,
        ending=why,
        opened=coarse(ticket.opened),
        since=None,
        version=ticket.version + 1,
    )


def offered(ticket: Ticket, operator: OperatorId, now: datetime) -> Ticket | None:
    """Offer a waiting ticket, or None when it does not wait."""
    if ticket.state is not TicketState.WAITING:
        return None
    return _moved(ticket, TicketState.OFFERED, operator, now)


def taken(ticket: Ticket, operator: OperatorId, now: datetime) -> Ticket | None:
    """Let an operator take a ticket that waits or is offered to them; None otherwise."""
    theirs = ticket.state is TicketState.OFFERED and ticket.operator == operator
    if ticket.state is not TicketState.WAITING and not theirs:
        return None
    return _moved(ticket, TicketState.TAKEN, operator, now)


def returned(ticket: Ticket, operator: OperatorId | None, now: datetime) -> Ticket | None:
    """Put an offered or taken ticket back, from its holder or from anyone; None otherwise."""
    held = ticket.state in {TicketState.OFFERED, TicketState.TAKEN}
    if not held or operator not in {None, ticket.operator}:
        return None
    return _moved(ticket, TicketState.WAITING, None, now)


def closable(ticket: Ticket, operator: OperatorId) -> bool:
    """Tell whether this operator holds the ticket."""
    return ticket.state is TicketState.TAKEN and ticket.operator == operator


def _moved(
    ticket: Ticket, state: TicketState, operator: OperatorId | None, now: datetime
) -> Ticket:
    since = None if state is TicketState.WAITING else now
    return replace(ticket, state=state, operator=operator, since=since, version=ticket.version + 1)


def joined(ticket: Ticket, now: datetime) -> Inbound:
    """Tell the visitor's inbox that an operator came."""
    return _inside(ticket, InboundKind.OPERATOR_JOINED, {"ticket": ticket.id}, now)


def left(ticket: Ticket, why: str, now: datetime) -> Inbound:
    """Tell the visitor's inbox that the operator left: `closed` or `returned`."""
    return _inside(ticket, InboundKind.OPERATOR_LEFT, {"ticket": ticket.id, "why": why}, now)


def fired(conversation: ConversationId, kind: str, key: str, at: datetime) -> Inbound:
    """Turn a timer that is due into inbound."""
    return Inbound(
        key=f"timer:{kind}:{key}:{at.timestamp()}",
        kind=InboundKind.TIMER,
        body=json.dumps({"kind": kind, "key": key}),
        at=at,
        conversation=conversation,
    )


def _inside(ticket: Ticket, kind: InboundKind, body: dict[str, str], now: datetime) -> Inbound:
    """The version in the key makes every claim and release an event of its own."""
    return Inbound(
        key=f"{kind}:{ticket.id}:{ticket.version}",
        kind=kind,
        body=json.dumps(body),
        at=now,
        conversation=ticket.conversation,
    )
