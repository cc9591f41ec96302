"""Timers, rings of the on-call phone, and the counts and answers that hold nobody."""

from __future__ import annotations

import json
import secrets
from datetime import UTC, datetime

from bot.dialogue.values import TicketId
from bot.service.ports import Commit, ConversationId, Ring
from bot.store import inbox, queueing
from bot.store.driver import Connection
from bot.store.life import week_of
from bot.store.talks import Means, Talk

_COUNT = (
    "INSERT INTO counts VALUES (?, ?, ?, 1) ON CONFLICT (day, what, detail) DO UPDATE SET n = n + 1"
)


def keep(conn: Connection, means: Means, talk: Talk, turn: Commit) -> None:
    """Keep what a turn plans, rings for and counts."""
    for timer in turn.timers:
        plan = (talk.n, timer.kind, timer.key, timer.at.timestamp())
        conn.execute("INSERT OR REPLACE INTO timers VALUES (?, ?, ?, ?)", plan)
    for ring in turn.rings:
        conn.execute(
            "INSERT OR IGNORE INTO rings (id, ticket, round) VALUES (?, ?, ?)",
            (next(means.ids), ring.ticket, ring.round),
        )
    for count in turn.counts:
        conn.execute(_COUNT, (f"{turn.at:%Y-%m-%d}", count.what, count.detail))
    for answers in turn.answers:
        # A random key and no order: rows cannot be told apart by when they came.
        row = (secrets.token_bytes(12), week_of(turn.at), answers.assessment, answers.version)
        values = json.dumps(dict(answers.answers), sort_keys=True)
        conn.execute("INSERT INTO answers VALUES (?, ?, ?, ?, ?)", (*row, values))


def due(conn: Connection, means: Means, now: datetime) -> tuple[ConversationId, ...]:
    """Turn timers that are due into inbound."""
    rows = conn.execute(
        "SELECT c.id, t.n, t.kind, t.key, t.at FROM timers t JOIN conversations c ON c.n = t.n"
        " WHERE t.at <= ? ORDER BY t.at",
        (now.timestamp(),),
    ).fetchall()
    conn.executemany(
        "DELETE FROM timers WHERE n = ? AND kind = ? AND key = ?", [row[1:4] for row in rows]
    )
    fired = [
        queueing.fired(ConversationId(id_), kind, key, datetime.fromtimestamp(at, UTC))
        for id_, _, kind, key, at in rows
    ]
    return inbox.accept(conn, means, fired)


def claim_rings(conn: Connection, means: Means, now: datetime) -> tuple[Ring, ...]:
    """Take the rings that nobody has made, or whose maker is gone."""
    rows = conn.execute(
        "UPDATE rings SET taken = ? WHERE taken IS NULL OR taken <= ? RETURNING id, ticket, round",
        (now.timestamp(), (now - means.life.ring_lease).timestamp()),
    ).fetchall()
    return tuple(Ring(id_, TicketId(ticket), round_) for id_, ticket, round_ in sorted(rows))


def settle_ring(conn: Connection, ring: Ring, *, done: bool) -> None:
    """End a ring, or give it back."""
    if done:
        conn.execute("DELETE FROM rings WHERE id = ?", (ring.id,))
    else:
        conn.execute("UPDATE rings SET taken = NULL WHERE id = ?", (ring.id,))
