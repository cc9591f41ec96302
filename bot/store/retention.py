"""What goes, and when: keys first, then the rows they opened."""

from __future__ import annotations

from datetime import datetime

from bot.service.killpoint import killpoint
from bot.service.records import Purged
from bot.store import outbox, tallies
from bot.store.driver import Connection
from bot.store.inbox import SECONDS_A_DAY
from bot.store.life import TRIES
from bot.store.talks import Means

_CLOSE_IDLE = """
    UPDATE conversations SET closing = ? WHERE closing IS NULL AND active <= ?
    AND NOT EXISTS (SELECT 1 FROM inbox i WHERE i.n = conversations.n AND i.tries < ?)
    AND NOT EXISTS (SELECT 1 FROM timers t WHERE t.n = conversations.n
        AND t.kind <> 'give_up')
    AND NOT EXISTS (
        SELECT 1 FROM tickets k WHERE k.n = conversations.n AND k.state <> 'closed')"""
_LONELY = """
    DELETE FROM addresses WHERE NOT EXISTS (
        SELECT 1 FROM conversations c WHERE c.address = addresses.id)
    AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.address = addresses.id)"""


STEP = 20
"""Conversations destroyed in one job: on a full disk the overwriting must fit the reserve."""


SHRINK_PAGES = 500


def close_idle(conn: Connection, means: Means, now: datetime) -> None:
    """Let conversations that nobody waits for begin to close."""
    limit = int((now - means.life.idle).timestamp())
    conn.execute(_CLOSE_IDLE, (int(now.timestamp()), limit, TRIES))


def destroy_some(conn: Connection, means: Means, now: datetime) -> Purged:
    """Destroy some of the conversations whose hour is over."""
    over = conn.execute(
        "SELECT n FROM conversations WHERE closing <= ? AND NOT EXISTS ("
        " SELECT 1 FROM inbox i WHERE i.n = conversations.n AND i.tries < ?) LIMIT ?",
        (int((now - means.life.closing).timestamp()), TRIES, STEP),
    ).fetchall()
    inbox = mail = 0
    for (n,) in over:
        mail += outbox.expire(conn, n)
        inbox += conn.execute("SELECT count(*) FROM inbox WHERE n = ?", (n,)).fetchone()[0]
        destroy(conn, n)
        killpoint("in-purge")
    return Purged(len(over), inbox, mail)


def destroy(conn: Connection, n: int) -> None:
    """Remove a conversation's key and every row that hangs on it, in one transaction."""
    (reach,) = conn.execute(
        "DELETE FROM conversations WHERE n = ? RETURNING address", (n,)
    ).fetchone()
    for table in ("inbox", "messages", "timers"):
        conn.execute(f"DELETE FROM {table} WHERE n = ?", (n,))  # noqa: S608
    conn.execute("DELETE FROM outbox WHERE n = ? AND NOT own", (n,))
    conn.execute("UPDATE outbox SET n = NULL WHERE n = ?", (n,))
    conn.execute("UPDATE tickets SET sealed = NULL WHERE n = ?", (n,))
    _let_go(conn, reach)


def _let_go(conn: Connection, reach: int) -> None:
    """Without a conversation an address is not found any more; it waits only for its wipe."""
    query = "SELECT 1 FROM conversations WHERE address = ? LIMIT 1"
    if conn.execute(query, (reach,)).fetchone() is None:
        conn.execute("UPDATE addresses SET lookup = NULL WHERE id = ?", (reach,))
        drop_lonely(conn)


def drop_lonely(conn: Connection) -> int:
    """Destroy the wipe keys, addresses and ids that nothing needs any more."""
    dropped = conn.execute(_LONELY).rowcount
    if dropped:
        conn.execute("DELETE FROM places WHERE address NOT IN (SELECT id FROM addresses)")
    return dropped


def drop_old(conn: Connection, means: Means, now: datetime) -> tuple[Purged, bool]:
    """Remove what stands on its own and is over its time; True when a wipe key was destroyed."""
    life = means.life
    mail = outbox.expire_old(conn, life, now)
    outbox.expire_unreported(conn, life, now)
    conn.execute(
        "DELETE FROM places WHERE at <= CASE WHEN digest IS NULL THEN ? ELSE ? END",
        ((now - life.wipe).timestamp(), (now - life.report).timestamp()),
    )
    tallies.drop_old(conn, now)
    day = int((now - life.seen).timestamp()) // SECONDS_A_DAY
    conn.execute("DELETE FROM seen WHERE day < ?", (day,))
    conn.execute(
        "DELETE FROM tickets WHERE state = 'closed' AND n NOT IN (SELECT n FROM conversations)"
    )
    return Purged(outbox=mail), drop_lonely(conn) > 0


def shrink(conn: Connection) -> None:
    """Give some of the freed pages back to the disk."""
    conn.execute(f"PRAGMA incremental_vacuum({SHRINK_PAGES})").fetchall()


def added(one: Purged, other: Purged) -> Purged:
    """Add up what several jobs removed."""
    return Purged(
        one.conversations + other.conversations,
        one.inbox + other.inbox,
        one.outbox + other.outbox,
    )
