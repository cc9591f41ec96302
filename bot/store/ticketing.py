"""Tickets as rows: what the queue needs in columns, what is the visitor's sealed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec

from bot.dialogue.effects import Ending, Reply, Urgency
from bot.dialogue.reading import Sign
from bot.dialogue.values import ChannelKind, Locale, OperatorId, TicketId
from bot.service.records import Commit, ConversationId, Ticket, TicketState
from bot.store import queueing
from bot.store.driver import Connection
from bot.store.talks import Means, Record, Talk, by_n


class Wishes(msgspec.Struct, array_like=True):
    """What a ticket says about the visitor; gone with the conversation's key."""

    locale: str = ""
    signs: tuple[Sign, ...] = ()
    earlier: bool = False
    reply: Reply = Reply.HERE
    wish: str = "anyone"
    minor: bool = False
    quiet: bool = False


WISHES = Record("tickets", Wishes)
_KIND = "wishes"
_COLUMNS = (
    "t.id, t.conversation, t.designation, t.state, t.urgency, t.channel, t.operator, t.opened,"
    " t.since, t.first_seq, t.ending, t.version, t.sealed"
)
_BY_ID = f"SELECT t.n, {_COLUMNS} FROM tickets t WHERE t.id = ?"  # noqa: S608
_OPEN = f"SELECT t.n, {_COLUMNS} FROM tickets t WHERE t.state <> 'closed'"  # noqa: S608
_OPEN_OF = f"{_OPEN} AND t.n = ? ORDER BY t.opened LIMIT 1"


def _ticket(key: bytes | None, row: tuple[Any, ...]) -> Ticket:
    id_, conversation, designation, state, urgency, channel, operator, opened, *rest = row
    since, first_seq, ending, version, sealed = rest
    wishes = Wishes()
    if key is not None and sealed is not None:
        wishes = WISHES.unseal(key, id_, _KIND, version, sealed)
    return Ticket(
        id=TicketId(id_),
        conversation=ConversationId(conversation),
        designation=designation,
        state=TicketState(state),
        urgency=Urgency(urgency),
        locale=Locale(wishes.locale),
        channel=ChannelKind(channel),
        opened=datetime.fromtimestamp(opened, UTC),
        signs=wishes.signs,
        earlier=wishes.earlier,
        reply=wishes.reply,
        wish=wishes.wish,
        minor=wishes.minor,
        quiet=wishes.quiet,
        operator=OperatorId(operator) if operator is not None else None,
        since=datetime.fromtimestamp(since, UTC) if since is not None else None,
        first_seq=first_seq,
        ending=Ending(ending) if ending is not None else None,
        version=version,
    )


def put(conn: Connection, n: int, key: bytes | None, ticket: Ticket) -> None:
    """Write a ticket, new or changed. Without a key what it says of the visitor is dropped."""
    wishes = Wishes(
        locale=ticket.locale,
        signs=ticket.signs,
        earlier=ticket.earlier,
        reply=ticket.reply,
        wish=ticket.wish,
        minor=ticket.minor,
        quiet=ticket.quiet,
    )
    sealed = WISHES.seal(key, ticket.id, _KIND, ticket.version, wishes) if key else None
    conn.execute(
        "INSERT OR REPLACE INTO tickets VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            ticket.id,
            n,
            ticket.conversation,
            ticket.designation,
            ticket.state,
            ticket.urgency,
            ticket.channel,
            ticket.operator,
            ticket.opened.timestamp(),
            ticket.since.timestamp() if ticket.since else None,
            ticket.first_seq,
            ticket.ending,
            ticket.version,
            sealed,
        ),
    )


def open_of(conn: Connection, talk: Talk) -> Ticket | None:
    """Return the open ticket of a conversation."""
    row = conn.execute(_OPEN_OF, (talk.n,)).fetchone()
    return _ticket(talk.key, row[1:]) if row else None


def all_open(conn: Connection, means: Means) -> tuple[Ticket, ...]:
    """Return every ticket that is not closed, oldest first."""
    rows = conn.execute(f"{_OPEN} ORDER BY t.opened, t.id").fetchall()
    talks = ((by_n(conn, means, row[0]), row) for row in rows)
    return tuple(_ticket(talk.key if talk else None, row[1:]) for talk, row in talks)


def find(conn: Connection, means: Means, ticket: TicketId) -> tuple[Talk | None, Ticket] | None:
    """Return one ticket with its conversation, which may be gone."""
    row = conn.execute(_BY_ID, (ticket,)).fetchone()
    if row is None:
        return None
    talk = by_n(conn, means, row[0])
    return talk, _ticket(talk.key if talk else None, row[1:])


def change(conn: Connection, talk: Talk, turn: Commit, first: int) -> None:
    """Apply what a turn does to tickets; twice is once."""
    for opened in turn.opened:
        if conn.execute("SELECT 1 FROM tickets WHERE id = ?", (opened.ticket,)).fetchone() is None:
            ticket = queueing.opened(opened, turn, talk.channel, first)
            put(conn, talk.n, talk.key, ticket)
    for effect in turn.raised:
        row = _open_row(conn, talk, effect.ticket)
        if row is not None:
            put(conn, talk.n, talk.key, queueing.raised(row, effect))
    for ending in turn.closed:
        row = _open_row(conn, talk, ending.ticket)
        if row is not None:
            put(conn, talk.n, talk.key, queueing.ended(row, ending.why))


def _open_row(conn: Connection, talk: Talk, ticket: TicketId) -> Ticket | None:
    row = conn.execute(_BY_ID, (ticket,)).fetchone()
    if row is None or row[0] != talk.n:
        return None
    found = _ticket(talk.key, row[1:])
    return None if found.state is TicketState.CLOSED else found


def end_of(conn: Connection, talk: Talk) -> None:
    """Close the ticket of a conversation that is being forgotten; only its frame stays."""
    ticket = open_of(conn, talk)
    if ticket is not None:
        put(conn, talk.n, None, queueing.ended(ticket, Ending.BY_VISITOR))
    conn.execute("UPDATE tickets SET sealed = NULL WHERE n = ?", (talk.n,))
