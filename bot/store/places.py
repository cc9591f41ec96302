"""Platform ids of what stands on the visitor's screen, sealed with the wipe key."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.dialogue.effects import Slot
from bot.dialogue.values import ChannelKind
from bot.store import talks
from bot.store.driver import Connection
from bot.store.talks import Means, Record, Talk

PLACE = Record("places", str)
OWN = ""
"""The slot of the visitor's own messages."""

_INSERT = (
    "INSERT OR IGNORE INTO places (id, address, digest, mark, slot, current, n, seq, at, sealed)"
    " VALUES (?, ?, ?, ?, ?, 1, ?, ?, ?, ?)"
)


def digest_of(means: Means, channel: str, reach: int, platform_id: str) -> bytes:
    """Recognise an id. Gateways number messages for all of us, Telegram within a chat."""
    scope = "" if channel == ChannelKind.SMS else str(reach)
    return means.vault.digest(f"place|{channel}|{scope}|{platform_id}")


def keep_own(
    conn: Connection, means: Means, talk: Talk, *, inbox: int, platform_id: str, at: datetime
) -> None:
    """Keep the id of the visitor's own message."""
    key = talks.key_of_reach(conn, means, talk.address)
    row = (talk.address, talk.channel, inbox, OWN, None, None, at.timestamp())
    _insert(conn, means, key, row, platform_id)


def keep_sent(
    conn: Connection, means: Means, key: bytes, row: PlaceRow, platform_ids: Sequence[str]
) -> None:
    """Keep where a message now stands; what else its slot showed is no longer current."""
    reach, channel, mark, slot, n, seq, _ = row
    if slot != Slot.NOTICE and platform_ids:
        conn.execute(
            "UPDATE places SET current = 0 WHERE address = ? AND slot = ? AND current",
            (reach, slot),
        )
    for platform_id in platform_ids:
        again = conn.execute(
            "UPDATE places SET current = 1, mark = ?, seq = ?, n = ? WHERE digest = ?",
            (mark, seq, n, digest_of(means, channel, reach, platform_id)),
        )
        if again.rowcount == 0:
            _insert(conn, means, key, row, platform_id)


PlaceRow = tuple[int, str, int, str, int | None, int | None, float]
"""Address row, channel, mark, slot, conversation row, seq in its log, time."""


def _insert(conn: Connection, means: Means, key: bytes, row: PlaceRow, platform_id: str) -> None:
    reach, channel, mark, slot, n, seq, at = row
    id_ = next(means.ids)
    sealed = PLACE.seal(key, str(reach), slot, id_, platform_id)
    digest = digest_of(means, channel, reach, platform_id)
    conn.execute(_INSERT, (id_, reach, digest, mark, slot, n, seq, at, sealed))


def current(conn: Connection, key: bytes, reach: int, slot: str) -> tuple[str, ...]:
    """Return what a slot shows now; a notice stands for itself."""
    if slot == Slot.NOTICE:
        return ()
    rows = conn.execute(
        "SELECT id, slot, sealed FROM places WHERE address = ? AND slot = ? AND current"
        " ORDER BY id",
        (reach, slot),
    ).fetchall()
    return tuple(PLACE.unseal(key, str(reach), row[1], row[0], row[2]) for row in rows)


def before(conn: Connection, key: bytes, reach: int, mark: int) -> tuple[str, ...]:
    """Return everything that came before a wipe, from both sides."""
    rows = conn.execute(
        "SELECT id, slot, sealed FROM places WHERE address = ? AND mark < ? ORDER BY id",
        (reach, mark),
    ).fetchall()
    return tuple(PLACE.unseal(key, str(reach), row[1], row[0], row[2]) for row in rows)


def wiped(conn: Connection, reach: int, mark: int) -> None:
    """Forget the ids of what a wipe has dealt with."""
    conn.execute("DELETE FROM places WHERE address = ? AND mark < ?", (reach, mark))
