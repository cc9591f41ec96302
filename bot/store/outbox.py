"""What is still to be sent: in order for each visitor, one at a time, urgent first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.dialogue.values import ChannelKind
from bot.service.records import Address, ConversationId, Delivery, Outbound, Send, Settled
from bot.store import lines, places, talks
from bot.store.driver import Connection
from bot.store.life import Life
from bot.store.talks import ADDRESS, Means, Record, Talk
from bot.vault import place

OUTBOUND = Record("outbox", Outbound)
_INSERT = (
    "INSERT INTO outbox (id, n, conversation, address, seq, slot, wipe, urgent, queued, own,"
    " sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_LEASE_OVER = "UPDATE outbox SET taken = NULL, doubtful = 1 WHERE taken <= ?"
_TAKE = "UPDATE outbox SET taken = ?, attempt = 1 WHERE id = ?"
_WAITS = "SELECT 1 FROM outbox WHERE address = ? LIMIT 1"
# A row is due when nothing of its visitor is under way and nothing stands before it.
_DUE = """
    SELECT o.id, o.n, o.conversation, o.address, o.slot, o.wipe, o.attempt, o.doubtful, o.own,
           o.sealed, a.channel, a.key, a.sealed
    FROM outbox o JOIN addresses a ON a.id = o.address
    WHERE o.taken IS NULL AND o.again <= ? AND NOT EXISTS (
        SELECT 1 FROM outbox p WHERE p.address = o.address AND p.id <> o.id AND (
            p.taken IS NOT NULL OR p.urgent > o.urgent
            OR (p.urgent = o.urgent AND p.id < o.id)))
    ORDER BY o.urgent DESC, o.id LIMIT ?"""


@dataclass(frozen=True, slots=True)
class Queued:
    """A message that a turn has just put in its visitor's line."""

    id: int
    outbound: Outbound
    urgent: bool


def enqueue(
    conn: Connection,
    means: Means,
    talk: Talk,
    outbound: Outbound,
    *,
    at: datetime,
    seq: int | None = None,
    urgent: bool = False,
    own: bytes | None = None,
) -> Queued:
    """Put a message in the visitor's line; with a wipe key `own` it outlives the conversation."""
    id_ = next(means.ids)
    key = own or talk.key
    sealed = OUTBOUND.seal(key, talk.id, outbound.slot, id_, outbound)
    conn.execute(
        _INSERT,
        (
            id_,
            talk.n,
            talk.id,
            talk.address,
            seq,
            outbound.slot,
            outbound.wipe,
            urgent,
            at.timestamp(),
            own is not None,
            sealed,
        ),
    )
    return Queued(id_, outbound, urgent)


def waits(conn: Connection, reach: int) -> bool:
    """Tell whether anything of a visitor waits or is under way."""
    return conn.execute(_WAITS, (reach,)).fetchone() is not None


def take_first(
    conn: Connection, means: Means, talk: Talk, queued: Sequence[Queued], at: datetime
) -> Send:
    """Mark the first of what is alone in a visitor's line as under way, and return it."""
    first = min(queued, key=lambda one: (not one.urgent, one.id))
    conn.execute(_TAKE, (at.timestamp(), first.id))
    key, address = talks.reached(conn, means, talk)
    return Send(
        id=first.id,
        conversation=talk.id,
        address=address,
        outbound=first.outbound,
        attempt=1,
        doubtful=False,
        places=_places(conn, key, talk.address, first.id, first.outbound),
        last=len(queued) == 1,
    )


def _places(
    conn: Connection, key: bytes, reach: int, id_: int, outbound: Outbound
) -> tuple[str, ...]:
    if outbound.wipe:
        return places.before(conn, key, reach, id_)
    return places.current(conn, key, reach, outbound.slot)


def supersede(conn: Connection, talk: Talk) -> None:
    """Drop what this visitor was not sent yet; what is under way will not be tried again."""
    conn.execute(
        "UPDATE outbox SET stale = 1 WHERE address = ? AND taken IS NOT NULL", (talk.address,)
    )
    rows = conn.execute(
        "DELETE FROM outbox WHERE address = ? AND taken IS NULL AND NOT wipe RETURNING n, seq",
        (talk.address,),
    ).fetchall()
    for n, seq in rows:
        lines.move(conn, n, seq, Delivery.SUPERSEDED)


def claim(conn: Connection, means: Means, now: datetime, limit: int) -> tuple[Send, ...]:
    """Mark what is due as under way, at most one of each visitor."""
    moment = now.timestamp()
    conn.execute(_LEASE_OVER, ((now - means.life.send_lease).timestamp(),))
    rows = conn.execute(_DUE, (moment, limit)).fetchall()
    conn.executemany(
        "UPDATE outbox SET taken = ?, attempt = attempt + 1 WHERE id = ?",
        [(moment, row[0]) for row in rows],
    )
    return tuple(_send(conn, means, row) for row in rows)


def _send(conn: Connection, means: Means, row: Any) -> Send:
    id_, n, conversation, reach, slot, _, attempt, doubtful, own, sealed, *address = row
    channel, wrapped, value = address
    key = talks.wipe_key(means, reach, wrapped)
    talk_key = key if own else _key_of(conn, means, n, conversation)
    outbound = OUTBOUND.unseal(talk_key, conversation, slot, id_, sealed)
    return Send(
        id=id_,
        conversation=ConversationId(conversation),
        address=Address(ChannelKind(channel), ADDRESS.unseal(key, str(reach), "value", 0, value)),
        outbound=outbound,
        attempt=attempt + 1,
        doubtful=bool(doubtful),
        places=_places(conn, key, reach, id_, outbound),
    )


def _key_of(conn: Connection, means: Means, n: int, conversation: str) -> bytes:
    wrapped = conn.execute("SELECT key FROM conversations WHERE n = ?", (n,)).fetchone()[0]
    return means.vault.unwrap(wrapped, place("conversations", conversation, "key", n))


def settle(conn: Connection, means: Means, send: Send, settled: Settled) -> bool:
    """Record how a send ended; a sender whose lease ran out is not heard any more.

    True when more of this visitor waits.
    """
    row = conn.execute(
        "SELECT n, address, seq, slot, wipe, stale, taken FROM outbox"
        " WHERE id = ? AND attempt = ? AND taken IS NOT NULL",
        (send.id, send.attempt),
    ).fetchone()
    if row is None:
        return True
    n, reach, seq, slot, wipe, stale, taken = row
    if settled.again is not None and not stale:
        conn.execute(
            "UPDATE outbox SET taken = NULL, again = ?, doubtful = doubtful OR ? WHERE id = ?",
            (settled.again.timestamp(), settled.delivery is Delivery.UNKNOWN, send.id),
        )
        return True
    if settled.platform_ids and not wipe:
        stay = places.Stay(reach, send.address.channel, send.id, slot, taken, n, seq)
        if not edited(send, settled) or not places.still(conn, stay, len(send.places)):
            key = talks.key_of_reach(conn, means, reach)
            places.keep_sent(conn, means, key, stay, settled.platform_ids)
    delivery = Delivery.SUPERSEDED if settled.again is not None else settled.delivery
    _end(conn, send.id, n, reach, seq, wipe=wipe, delivery=delivery)
    return waits(conn, reach)


def edited(send: Send, settled: Settled) -> bool:
    """Tell whether a send changed what stood there and added nothing: it may be made again."""
    return bool(send.places) and settled.platform_ids == send.places


def _end(
    conn: Connection,
    id_: int,
    n: int | None,
    reach: int,
    seq: int | None,
    *,
    wipe: bool,
    delivery: Delivery,
) -> None:
    conn.execute("DELETE FROM outbox WHERE id = ?", (id_,))
    if wipe:
        places.wiped(conn, reach, id_)
    if seq is not None:
        lines.move(conn, n, seq, delivery)


def report(
    conn: Connection, means: Means, channel: ChannelKind, platform_id: str, delivery: Delivery
) -> bool:
    """Record a gateway's later word on a message; only gateways whose ids are for all of us."""
    row = conn.execute(
        "SELECT n, seq FROM places WHERE digest = ? AND seq IS NOT NULL",
        (places.digest_of(means, channel, platform_id),),
    ).fetchone()
    if row is None:
        return False
    lines.move(conn, row[0], row[1], delivery)
    return True


def expire_unreported(conn: Connection, life: Life, now: datetime) -> None:
    """End what no gateway spoke of: lines move forward only, and nothing is sent again."""
    rows = conn.execute(
        "SELECT n, seq FROM places WHERE digest IS NOT NULL AND seq IS NOT NULL AND n IS NOT NULL"
        " AND at <= ?",
        ((now - life.report).timestamp(),),
    ).fetchall()
    for n, seq in rows:
        lines.move(conn, n, seq, Delivery.EXPIRED)


def after_crash(conn: Connection) -> None:
    """What was under way when the process died may have been sent."""
    conn.execute("UPDATE outbox SET taken = NULL, doubtful = 1 WHERE taken IS NOT NULL")


def expire(conn: Connection, n: int) -> int:
    """End what a closing conversation did not get to send; wipes go on under their own key."""
    dropped = conn.execute("DELETE FROM outbox WHERE n = ? AND NOT own", (n,))
    return dropped.rowcount


def expire_old(conn: Connection, life: Life, now: datetime) -> int:
    """End what outlived its conversation: words after the hour, wipes when they delete nothing."""
    return conn.execute(
        "DELETE FROM outbox WHERE own AND queued <= CASE WHEN wipe THEN ? ELSE ? END",
        ((now - life.wipe).timestamp(), (now - life.closing).timestamp()),
    ).rowcount
