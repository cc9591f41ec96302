"""Platform ids of what stands on the visitor's screen, sealed with the wipe key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.dialogue.effects import Slot
from bot.dialogue.values import CAPABILITIES, ChannelKind
from bot.store import talks
from bot.store.driver import Connection
from bot.store.talks import Means, Record, Talk

PLACE = Record("places", str)
OWN = ""
"""The slot of the visitor's own messages."""

_INSERT = (
    "INSERT OR REPLACE INTO places (id, address, digest, mark, slot, current, n, seq, at, sealed)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_CURRENT = (
    "SELECT id, slot, sealed FROM places WHERE address = ? AND slot = ? AND current ORDER BY id"
)
_STILL = "UPDATE places SET mark = ?, seq = ?, n = ? WHERE address = ? AND slot = ? AND current"
_BEFORE = "SELECT id, slot, sealed FROM places WHERE address = ? AND mark < ? ORDER BY id"


@dataclass(frozen=True, slots=True)
class Stay:
    """Where a message came to stand: on which screen, by which row, for which line of the log."""

    reach: int
    channel: ChannelKind
    mark: int
    slot: str
    at: float
    n: int | None = None
    seq: int | None = None


def keep_own(
    conn: Connection, means: Means, talk: Talk, *, inbox: int, platform_id: str, at: datetime
) -> None:
    """Keep the id of the visitor's own message, where it can be taken back."""
    if CAPABILITIES[talk.channel].takes_back:
        key = talks.key_of_reach(conn, means, talk.address)
        stay = Stay(talk.address, talk.channel, inbox, OWN, at.timestamp())
        _insert(conn, means, key, stay, platform_id)


def keep_sent(
    conn: Connection, means: Means, key: bytes, stay: Stay, platform_ids: Sequence[str]
) -> None:
    """Keep where a message now stands; what else its slot showed is no longer current."""
    former = _rows(conn, _CURRENT, key, stay.reach, stay.slot) if stay.slot != Slot.NOTICE else {}
    for platform_id, id_ in former.items():
        if platform_id in platform_ids:
            conn.execute(
                "UPDATE places SET mark = ?, seq = ?, n = ? WHERE id = ?",
                (stay.mark, stay.seq, stay.n, id_),
            )
        elif platform_ids:
            conn.execute("UPDATE places SET current = 0 WHERE id = ?", (id_,))
    for platform_id in platform_ids:
        if platform_id not in former:
            _insert(conn, means, key, stay, platform_id)


def still(conn: Connection, stay: Stay, count: int) -> bool:
    """Note that a slot shows new words where it did; False unless it is that many messages."""
    row = (stay.mark, stay.seq, stay.n, stay.reach, stay.slot)
    return stay.slot != Slot.NOTICE and conn.execute(_STILL, row).rowcount == count


def _insert(conn: Connection, means: Means, key: bytes, stay: Stay, platform_id: str) -> None:
    id_ = next(means.ids)
    sealed = PLACE.seal(key, str(stay.reach), stay.slot, id_, platform_id)
    current = stay.slot not in {OWN, Slot.NOTICE}
    digest = None
    if not CAPABILITIES[stay.channel].takes_back:
        digest = digest_of(means, stay.channel, platform_id)
    row = (id_, stay.reach, digest, stay.mark, stay.slot, current, stay.n, stay.seq, stay.at)
    conn.execute(_INSERT, (*row, sealed))


def digest_of(means: Means, channel: ChannelKind, platform_id: str) -> bytes:
    """Recognise an id that a gateway gave: those are its own, not counted within a chat."""
    return means.vault.digest(f"place|{channel}|{platform_id}")


def current(conn: Connection, key: bytes, reach: int, slot: str) -> tuple[str, ...]:
    """Return what a slot shows now; a notice stands for itself."""
    return () if slot == Slot.NOTICE else tuple(_rows(conn, _CURRENT, key, reach, slot))


def before(conn: Connection, key: bytes, reach: int, mark: int) -> tuple[str, ...]:
    """Return everything that came before a wipe, from both sides."""
    return tuple(_rows(conn, _BEFORE, key, reach, mark))


def _rows(conn: Connection, query: str, key: bytes, reach: int, which: str | int) -> dict[str, int]:
    """Return platform ids, oldest first, each with the id of its row."""
    rows = conn.execute(query, (reach, which)).fetchall()
    return {PLACE.unseal(key, str(reach), slot, id_, sealed): id_ for id_, slot, sealed in rows}


def wiped(conn: Connection, reach: int, mark: int) -> None:
    """Forget the ids of what a wipe has dealt with."""
    conn.execute("DELETE FROM places WHERE address = ? AND mark < ?", (reach, mark))
