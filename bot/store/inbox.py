"""What arrived and is not handled: kept once, handed out oldest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

import msgspec

from bot.dialogue.session import Session
from bot.dialogue.values import ChannelKind
from bot.service import sessions
from bot.service.records import Address, ConversationId, Inbound, InboundKind, Loaded
from bot.store import places, talks, ticketing
from bot.store.driver import Connection
from bot.store.life import TRIES
from bot.store.talks import Means, Record, Talk
from bot.vault import place, unseal

SECONDS_A_DAY = 86_400


class Letter(msgspec.Struct, array_like=True):
    """An inbound as it is sealed."""

    key: str
    body: str
    at: datetime
    channel: ChannelKind | None
    value: str | None
    platform_id: str | None


LETTER = Record("inbox", Letter)
_OTHERS = "SELECT 1 FROM inbox WHERE n = ? AND id <> ? AND tries < ? LIMIT 1"


def accept(conn: Connection, means: Means, batch: Iterable[Inbound]) -> tuple[ConversationId, ...]:
    """Keep each key once; return the conversations that now have work."""
    woken: dict[ConversationId, None] = {}
    for inbound in batch:
        talk = accept_one(conn, means, inbound)
        if talk is not None:
            woken[talk.id] = None
    return tuple(woken)


def accept_to_work(
    conn: Connection, means: Means, batch: Iterable[Inbound]
) -> dict[ConversationId, Loaded | None]:
    """Do the same, and return with each conversation what `load` would, if nothing else waits."""
    woken: dict[ConversationId, Loaded | None] = {}
    for inbound in batch:
        kept = _keep(conn, means, inbound)
        if kept is not None:
            talk, id_ = kept
            again = talk.id in woken
            woken[talk.id] = None if again else _only(conn, talk, id_, inbound)
    return woken


def _only(conn: Connection, talk: Talk, id_: int, inbound: Inbound) -> Loaded | None:
    if conn.execute(_OTHERS, (talk.n, id_, TRIES)).fetchone() is not None:
        return None
    return _loaded(conn, talk, id_, inbound, more=False)


def accept_one(conn: Connection, means: Means, inbound: Inbound) -> Talk | None:
    """Keep one inbound; None when its key was seen before or its conversation is over."""
    kept = _keep(conn, means, inbound)
    return kept[0] if kept else None


def _keep(conn: Connection, means: Means, inbound: Inbound) -> tuple[Talk, int] | None:
    scope = inbound.address.channel if inbound.address else inbound.conversation or ""
    day = int(inbound.at.timestamp()) // SECONDS_A_DAY
    digest = means.vault.digest(f"{scope}|{inbound.key}")
    fresh = conn.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (digest, day))
    if fresh.rowcount == 0:
        return None
    talk = talks.talk_for(conn, means, inbound)
    if talk is None:
        conn.execute("DELETE FROM seen WHERE digest = ?", (digest,))
        return None
    id_ = put(conn, means, talk, inbound)
    if inbound.platform_id is not None:
        places.keep_own(
            conn, means, talk, inbox=id_, platform_id=inbound.platform_id, at=inbound.at
        )
    return talk, id_


def put(conn: Connection, means: Means, talk: Talk, inbound: Inbound) -> int:
    """Add a row for a conversation and return its id."""
    id_ = next(means.ids)
    sealed = LETTER.seal(talk.key, talk.id, inbound.kind, id_, _letter(inbound))
    conn.execute(
        "INSERT INTO inbox (id, n, kind, sealed) VALUES (?, ?, ?, ?)",
        (id_, talk.n, inbound.kind, sealed),
    )
    return id_


def _letter(inbound: Inbound) -> Letter:
    address = inbound.address
    return Letter(
        key=inbound.key,
        body=inbound.body,
        at=inbound.at,
        channel=address.channel if address else None,
        value=address.value if address else None,
        platform_id=inbound.platform_id,
    )


def opened(talk: Talk, id_: int, kind: str, sealed: bytes) -> Inbound:
    """Return the inbound of a row."""
    letter = LETTER.unseal(talk.key, talk.id, kind, id_, sealed)
    address = None
    if letter.channel is not None and letter.value is not None:
        address = Address(letter.channel, letter.value)
    return Inbound(
        key=letter.key,
        kind=InboundKind(kind),
        body=letter.body,
        at=letter.at,
        address=address,
        conversation=None if address else talk.id,
        platform_id=letter.platform_id,
    )


def backlog(conn: Connection, limit: int) -> tuple[ConversationId, ...]:
    """Return conversations with unhandled inbound, oldest first."""
    rows = conn.execute(
        "SELECT c.id FROM inbox i JOIN conversations c ON c.n = i.n WHERE i.tries < ?"
        " GROUP BY i.n ORDER BY min(i.id) LIMIT ?",
        (TRIES, limit),
    )
    return tuple(ConversationId(row[0]) for row in rows.fetchall())


def load(conn: Connection, means: Means, conversation: ConversationId) -> Loaded | None:
    """Return the oldest unhandled inbound with its session."""
    talk = talks.by_id(conn, means, conversation)
    if talk is None:
        return None
    rows = conn.execute(
        "SELECT id, kind, sealed FROM inbox WHERE n = ? AND tries < ? ORDER BY id LIMIT 2",
        (talk.n, TRIES),
    ).fetchall()
    if not rows:
        return None
    return _loaded(conn, talk, rows[0][0], opened(talk, *rows[0]), more=len(rows) > 1)


def _loaded(conn: Connection, talk: Talk, id_: int, inbound: Inbound, *, more: bool) -> Loaded:
    ticket = ticketing.open_of(conn, talk)
    return Loaded(
        conversation=talk.id,
        inbox=id_,
        inbound=inbound,
        session=session_of(talk),
        channel=talk.channel,
        tickets=(ticket,) if ticket else (),
        more=more,
    )


def session_of(talk: Talk) -> Session:
    """Return where the visitor stands."""
    where = place("conversations", talk.id, "session", talk.version)
    return sessions.decode(unseal(talk.key, where, talk.session))


def set_aside(conn: Connection, conversation: ConversationId, inbox: int) -> bool:
    """Count a failed try; True when it was the last one."""
    row = conn.execute(
        "UPDATE inbox SET tries = tries + 1 WHERE id = ? AND n ="
        " (SELECT n FROM conversations WHERE id = ?) RETURNING tries",
        (inbox, conversation),
    ).fetchone()
    return row is not None and row[0] == TRIES


def unread(conn: Connection, talk: Talk) -> bool:
    """Tell whether anything waits in a conversation."""
    query = "SELECT 1 FROM inbox WHERE n = ? AND tries < ? LIMIT 1"
    return conn.execute(query, (talk.n, TRIES)).fetchone() is not None


def move_on(conn: Connection, means: Means, talk: Talk) -> None:
    """Let what a visitor wrote after "delete" begin another conversation: it may be a cry."""
    rows = conn.execute(
        "SELECT id, kind, sealed FROM inbox WHERE n = ? AND tries < ? ORDER BY id",
        (talk.n, TRIES),
    ).fetchall()
    for row in rows:
        inbound = opened(talk, *row)
        if inbound.address is not None:
            fresh = talks.talk_for(conn, means, replace(inbound, conversation=None))
            if fresh is not None:
                put(conn, means, fresh, inbound)
