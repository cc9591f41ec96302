"""Conversations and addresses in SQLite: found by keyed lookup, opened by their own keys."""

from __future__ import annotations

import itertools
import secrets
import time
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeVar

import msgspec

from bot.dialogue.session import FRESH
from bot.dialogue.values import ChannelKind
from bot.service import sessions
from bot.service.records import Address, ConversationId, Inbound
from bot.store.driver import Connection
from bot.store.life import Life
from bot.vault import Vault, new_key, place, seal, unseal

T = TypeVar("T")

FRESH_BLOB = sessions.encode(FRESH)


@dataclass(frozen=True, slots=True)
class Means:
    """What a job needs besides the database. `ids` only grow, also over a restart."""

    vault: Vault
    life: Life
    ids: itertools.count[int] = field(
        default_factory=lambda: itertools.count(time.time_ns() // 1000)
    )


class Record(Generic[T]):
    """One kind of sealed record: its table and how its value becomes bytes."""

    def __init__(self, table: str, type_: type[T]) -> None:
        self.table = table
        self._encode = msgspec.msgpack.Encoder().encode
        self._decode = msgspec.msgpack.Decoder(type_).decode

    def seal(self, key: bytes, owner: str, kind: str, seq: int, value: T) -> bytes:
        """Seal a value at its place."""
        return seal(key, place(self.table, owner, kind, seq), self._encode(value))

    def unseal(self, key: bytes, owner: str, kind: str, seq: int, sealed: bytes) -> T:
        """Open a value at its place. Raises `UnreadableError`."""
        return self._decode(unseal(key, place(self.table, owner, kind, seq), sealed))


ADDRESS = Record("addresses", str)


@dataclass(slots=True)
class Talk:
    """A conversation's row, its key unwrapped for the length of one job."""

    n: int
    id: ConversationId
    channel: ChannelKind
    address: int
    key: bytes = field(repr=False)
    session: bytes = field(repr=False)
    version: int
    seq: int
    view: int
    closing: int | None


_COLUMNS = "c.n, c.id, c.channel, c.address, c.key, c.session, c.version, c.seq, c.view, c.closing"
_BY_ID = f"SELECT {_COLUMNS} FROM conversations c WHERE c.id = ?"  # noqa: S608
_BY_N = f"SELECT {_COLUMNS} FROM conversations c WHERE c.n = ?"  # noqa: S608
_BY_LOOKUP = (
    f"SELECT {_COLUMNS} FROM addresses a JOIN conversations c ON c.address = a.id"  # noqa: S608
    " WHERE a.lookup = ? AND c.closing IS NULL"
)


def _talk(means: Means, row: Any) -> Talk | None:
    if row is None:
        return None
    n, id_, channel, address, wrapped, session, version, seq, view, closing = row
    key = means.vault.unwrap(wrapped, place("conversations", id_, "key", n))
    return Talk(n, id_, ChannelKind(channel), address, key, session, version, seq, view, closing)


def by_id(conn: Connection, means: Means, conversation: ConversationId) -> Talk | None:
    """Return a conversation that is not yet destroyed."""
    return _talk(means, conn.execute(_BY_ID, (conversation,)).fetchone())


def by_n(conn: Connection, means: Means, n: int) -> Talk | None:
    """Return a conversation by the number of its row."""
    return _talk(means, conn.execute(_BY_N, (n,)).fetchone())


def by_address(conn: Connection, means: Means, address: Address) -> Talk | None:
    """Return the open conversation of an address."""
    lookup = means.vault.lookup(address.channel, address.value)
    return _talk(means, conn.execute(_BY_LOOKUP, (lookup,)).fetchone())


def talk_for(conn: Connection, means: Means, inbound: Inbound) -> Talk | None:
    """Return where an inbound belongs: a stranger's begins a conversation, a dead one's nothing."""
    if inbound.address is not None:
        talk = by_address(conn, means, inbound.address)
        return talk or start(conn, means, inbound.address, inbound.at)
    talk = by_id(conn, means, inbound.conversation) if inbound.conversation else None
    return talk if talk is not None and talk.closing is None else None


def start(conn: Connection, means: Means, address: Address, at: datetime) -> Talk:
    """Begin a conversation with a fresh session and a key of its own."""
    n, id_, key = next(means.ids), ConversationId(secrets.token_hex(16)), new_key()
    reach = reach_of(conn, means, address)
    session = seal(key, place("conversations", id_, "session", 0), FRESH_BLOB)
    conn.execute(
        "INSERT INTO conversations (n, id, channel, address, key, session, version, seq, view,"
        " active) VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, ?)",
        (
            n,
            id_,
            address.channel,
            reach,
            means.vault.wrap(key, place("conversations", id_, "key", n)),
            session,
            int(at.timestamp()),
        ),
    )
    return Talk(n, id_, address.channel, reach, key, session, 0, 0, 0, None)


def reach_of(conn: Connection, means: Means, address: Address) -> int:
    """Return the row of an address, made when it is new."""
    lookup = means.vault.lookup(address.channel, address.value)
    row = conn.execute("SELECT id FROM addresses WHERE lookup = ?", (lookup,)).fetchone()
    if row is not None:
        return int(row[0])
    id_, key = next(means.ids), new_key()
    wrapped = means.vault.wrap(key, place("addresses", str(id_), "key", 0))
    sealed = ADDRESS.seal(key, str(id_), "value", 0, address.value)
    conn.execute(
        "INSERT INTO addresses VALUES (?, ?, ?, ?, ?)",
        (id_, lookup, address.channel, wrapped, sealed),
    )
    return id_


def wipe_key(means: Means, reach: int, wrapped: bytes) -> bytes:
    """Unwrap the key of an address and of what stands on its screen."""
    return means.vault.unwrap(wrapped, place("addresses", str(reach), "key", 0))


def key_of_reach(conn: Connection, means: Means, reach: int) -> bytes:
    """Return the wipe key of an address row."""
    row = conn.execute("SELECT key FROM addresses WHERE id = ?", (reach,)).fetchone()
    return wipe_key(means, reach, row[0])


def reached(conn: Connection, means: Means, talk: Talk) -> tuple[bytes, Address]:
    """Return the wipe key of a conversation's address, and the address."""
    row = conn.execute("SELECT key, sealed FROM addresses WHERE id = ?", (talk.address,)).fetchone()
    key = wipe_key(means, talk.address, row[0])
    return key, Address(talk.channel, ADDRESS.unseal(key, str(talk.address), "value", 0, row[1]))


def code_lookup(means: Means, code: str) -> bytes:
    """Return what finds a return code; too short to be kept any other way."""
    return means.vault.lookup("code", code)
