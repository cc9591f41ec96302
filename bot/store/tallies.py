"""Figures of a day, of one address or of all together: what caps need after a restart.

They stand under a digest that changes with the day, so that no two days and no number can be
put together, and they go two days later.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.service.records import Address
from bot.store.driver import Connection
from bot.store.talks import Means
from bot.vault import Vault

KEPT = timedelta(days=2)
_ADD = (
    "INSERT INTO tallies VALUES (?, ?, ?) ON CONFLICT (day, digest) DO UPDATE SET n = n + ?"
    " RETURNING n"
)


def day_of(at: datetime) -> str:
    """Return the day a figure belongs to, in UTC."""
    return f"{at:%Y-%m-%d}"


def digest_of(vault: Vault, at: datetime, what: str, address: Address | None) -> bytes:
    """Return the name of a figure."""
    whose = f"{address.channel}|{address.value}" if address else ""
    return vault.digest(f"tally|{day_of(at)}|{what}|{whose}")


def tally(
    conn: Connection, means: Means, now: datetime, figure: tuple[str, Address | None], add: int
) -> int:
    """Add to a figure and return it."""
    named = (day_of(now), digest_of(means.vault, now, *figure))
    if add:
        return int(conn.execute(_ADD, (*named, add, add)).fetchone()[0])
    row = conn.execute("SELECT n FROM tallies WHERE day = ? AND digest = ?", named).fetchone()
    return int(row[0]) if row else 0


def drop_old(conn: Connection, now: datetime) -> None:
    """Forget the figures of days that are over."""
    conn.execute("DELETE FROM tallies WHERE day <= ?", (day_of(now - KEPT),))
