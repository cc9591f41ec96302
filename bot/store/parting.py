"""Leaving and coming back: an address parts from its conversation, or gets a hidden one again."""

from __future__ import annotations

from bot.service.records import Address, ConversationId
from bot.store import inbox, talks, ticketing
from bot.store.driver import Connection
from bot.store.talks import Means

_CLOSE = "UPDATE conversations SET closing = active WHERE n = ?"


def leave(conn: Connection, means: Means, address: Address) -> None:
    """Cut an address off: the next word from it is a stranger's.

    The conversation closes, unless an operator has it or words in it are still unread:
    those may be a cry for help, and open a ticket that must not vanish.
    """
    talk = talks.by_address(conn, means, address)
    lookup = means.vault.lookup(address.channel, address.value)
    conn.execute("UPDATE addresses SET lookup = NULL WHERE lookup = ?", (lookup,))
    if talk is None or ticketing.open_of(conn, talk) is not None:
        return
    if not inbox.unread(conn, talk):
        conn.execute(_CLOSE, (talk.n,))


def rejoin(conn: Connection, means: Means, code: str, address: Address) -> ConversationId | None:
    """Give the hidden conversation with this code to an address; unread words come along."""
    row = conn.execute(
        "SELECT n, id, address FROM conversations WHERE code = ? AND closing IS NULL",
        (talks.code_lookup(means, code),),
    ).fetchone()
    if row is None:
        return None
    n, id_, before = row
    former = talks.by_address(conn, means, address)
    if former is not None and former.n == n:
        return former.id
    if former is not None:
        conn.execute(_CLOSE, (former.n,))
    reach = talks.reach_of(conn, means, address)
    conn.execute("UPDATE addresses SET lookup = NULL WHERE id = ? AND id <> ?", (before, reach))
    conn.execute(
        "UPDATE conversations SET address = ?, channel = ? WHERE n = ?",
        (reach, address.channel, n),
    )
    conn.execute("UPDATE tickets SET channel = ? WHERE n = ?", (address.channel, n))
    if former is not None:
        inbox.move_on(conn, means, former)
        conn.execute("DELETE FROM inbox WHERE n = ?", (former.n,))
    return ConversationId(id_)
