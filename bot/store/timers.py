"""Timers, rings of the on-call phone, and the counts and answers that hold nobody."""

from __future__ import annotations

import json
import secrets
from datetime import UTC, datetime

from bot.dialogue.effects import RecordAnswers
from bot.dialogue.values import AssessmentId, ItemId, TicketId
from bot.service.records import Commit, ConversationId, Ring
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
    for effect in turn.counts:
        count(conn, turn.at, effect.what, effect.detail)
    for record in turn.answers:
        # A random key and no order: rows cannot be told apart by when they came.
        row = (secrets.token_bytes(12), week_of(turn.at), record.assessment, record.version)
        values = json.dumps(record.answers)
        conn.execute("INSERT INTO answers VALUES (?, ?, ?, ?, ?)", (*row, values))


def count(conn: Connection, now: datetime, what: str, detail: str) -> None:
    """Add one to a counter of the day."""
    conn.execute(_COUNT, (f"{now:%Y-%m-%d}", what, detail))


def counts(conn: Connection) -> dict[tuple[str, str, str], int]:
    """Return every counter by day, what and detail."""
    rows = conn.execute("SELECT day, what, detail, n FROM counts").fetchall()
    return {(day, what, detail): n for day, what, detail, n in rows}


def answers(conn: Connection) -> tuple[tuple[str, RecordAnswers], ...]:
    """Return anonymous answers with their week, in the order of random keys."""
    rows = conn.execute(
        "SELECT week, assessment, version, answers FROM answers ORDER BY id"
    ).fetchall()
    return tuple(
        (week, RecordAnswers(AssessmentId(id_), version, _pairs(values)))
        for week, id_, version, values in rows
    )


def _pairs(values: str) -> tuple[tuple[ItemId, str], ...]:
    return tuple((ItemId(item), answer) for item, answer in json.loads(values))


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
