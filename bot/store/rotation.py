"""Keys that change while work goes on: the pepper of lookups and the epochs of wrapped keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.dialogue.values import ChannelKind
from bot.service.records import ConversationId
from bot.store import inbox, talks
from bot.store.driver import Connection, Database
from bot.store.file import SqliteFile
from bot.store.talks import ADDRESS, Means
from bot.vault import mark_of, place

STEP = 200
"""Keys wrapped anew in one job, so that messages do not wait."""


async def keep_epoch(file: SqliteFile, means: Means, today: date, *, force: bool = False) -> None:
    """Begin the day's epoch, move every key into it, and destroy the epochs before.

    Older copies of the file hold keys that nobody can unwrap any more. Cut short at any
    point it goes on at the next call: an epoch is destroyed only when nothing needs it.
    """
    if not means.vault.begin_epoch(today, force=force):
        return
    for step in (_conversations, _addresses):
        last: int | None = 0
        while last is not None:
            last = await file.write(_job(step, means, last), essential=True)
    if await file.shredded():
        means.vault.end_epochs()


Step = Callable[[Connection, Means, int], int | None]
"""Wraps some keys anew after a row, and returns the last row it saw, or None at the end."""


def _job(step: Step, means: Means, last: int) -> Callable[[Database], int | None]:
    return lambda db: step(db.conn, means, last)


def _conversations(conn: Connection, means: Means, last: int) -> int | None:
    rows = conn.execute(
        "SELECT n, id, key FROM conversations WHERE n > ? ORDER BY n LIMIT ?", (last, STEP)
    ).fetchall()
    for n, id_, wrapped in rows:
        key = _anew(means, place("conversations", id_, "key", n), wrapped)
        conn.execute("UPDATE conversations SET key = ? WHERE n = ?", (key, n))
    return rows[-1][0] if rows else None


def _addresses(conn: Connection, means: Means, last: int) -> int | None:
    rows = conn.execute(
        "SELECT id, key FROM addresses WHERE id > ? ORDER BY id LIMIT ?", (last, STEP)
    ).fetchall()
    for id_, wrapped in rows:
        key = _anew(means, place("addresses", str(id_), "key", 0), wrapped)
        conn.execute("UPDATE addresses SET key = ? WHERE id = ?", (key, id_))
    return rows[-1][0] if rows else None


def _anew(means: Means, where: bytes, wrapped: bytes) -> bytes:
    vault = means.vault
    if vault.current(wrapped):
        return wrapped
    return vault.wrap(vault.unwrap(wrapped, where), where)


async def rotate_pepper(file: SqliteFile, means: Means) -> None:
    """Rewrite every lookup in one transaction; no message arrives between two peppers."""
    vault = means.vault
    pepper = vault.next_pepper()

    def job(db: Database) -> None:
        former = vault.use(pepper)
        file.if_undone(lambda: _back(means, former))
        try:
            _rewrite(db.conn, means)
        except Exception:
            vault.use(former)
            raise
        db.conn.execute("UPDATE marks SET value = ? WHERE name = 'pepper'", (mark_of(pepper),))

    await file.write(job)
    await file.shredded()
    vault.adopt(pepper)


def _back(means: Means, former: bytes) -> None:
    means.vault.use(former)


def _rewrite(conn: Connection, means: Means) -> None:
    rows = conn.execute(
        "SELECT id, channel, key, sealed FROM addresses WHERE lookup IS NOT NULL"
    ).fetchall()
    for id_, channel, wrapped, sealed in rows:
        key = talks.wipe_key(means, id_, wrapped)
        value = ADDRESS.unseal(key, str(id_), "value", 0, sealed)
        lookup = means.vault.lookup(ChannelKind(channel), value)
        conn.execute("UPDATE addresses SET lookup = ? WHERE id = ?", (lookup, id_))
    hidden = conn.execute("SELECT id FROM conversations WHERE code IS NOT NULL").fetchall()
    for (conversation,) in hidden:
        talk = talks.by_id(conn, means, ConversationId(conversation))
        held = inbox.session_of(talk).handoff if talk else None
        if talk is not None and held is not None:
            code = talks.code_lookup(means, held.code)
            conn.execute("UPDATE conversations SET code = ? WHERE n = ?", (code, talk.n))
