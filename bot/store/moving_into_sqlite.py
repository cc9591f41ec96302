"""What moves into SQLite, as the rows that are written there."""

from __future__ import annotations

import json
import secrets

from bot.dialogue.effects import RecordAnswers
from bot.dialogue.values import ChannelKind
from bot.service import sessions
from bot.service.records import ConversationId
from bot.store import inbox, lines, talks, ticketing
from bot.store.driver import Connection
from bot.store.moving import (
    Common,
    MovedPlace,
    MovedSend,
    MovedTalk,
    Visitor,
)
from bot.store.outbox import OUTBOUND
from bot.store.places import PLACE, digest_of
from bot.store.talks import ADDRESS, Means, Talk
from bot.vault import new_key, place, seal

MARK = "moved:"
Numbers = dict[ConversationId, tuple[int, bytes]]


def put_visitor(conn: Connection, means: Means, visitor: Visitor) -> None:
    """Write a visitor, unless the mark of an earlier try says that this one is here."""
    mark = (MARK + visitor.mark, b"")
    if conn.execute("INSERT OR IGNORE INTO marks VALUES (?, ?)", mark).rowcount == 0:
        return
    orders = {order: next(means.ids) for order in sorted(visitor.orders())}
    reach, key = next(means.ids), new_key()
    address = visitor.address
    conn.execute(
        "INSERT INTO addresses VALUES (?, ?, ?, ?, ?)",
        (
            reach,
            means.vault.lookup(address.channel, address.value) if visitor.found else None,
            address.channel,
            means.vault.wrap(key, place("addresses", str(reach), "key", 0)),
            ADDRESS.seal(key, str(reach), "value", 0, address.value),
        ),
    )
    numbers = {talk.id: _put_talk(conn, means, talk, reach, orders) for talk in visitor.talks}
    for send in visitor.sends:
        _put_send(conn, send, reach, key, orders=orders, numbers=numbers)
    for one in visitor.places:
        where = (reach, address.channel, key)
        _put_place(conn, means, one, where, orders=orders, numbers=numbers)


def _put_talk(
    conn: Connection, means: Means, talk: MovedTalk, reach: int, orders: dict[int, int]
) -> tuple[int, bytes]:
    n, key = next(means.ids), new_key()
    row = Talk(n, talk.id, ChannelKind(talk.channel), reach, key, b"", 0, 0, 0, None)
    for line in talk.log:
        lines.append(conn, row, line)
    held = sessions.decode(talk.session).handoff if talk.code else None
    conn.execute(
        "INSERT INTO conversations (n, id, channel, address, key, session, version, seq, view,"
        " active, closing, code) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            n,
            talk.id,
            talk.channel,
            reach,
            means.vault.wrap(key, place("conversations", talk.id, "key", n)),
            seal(key, place("conversations", talk.id, "session", talk.version), talk.session),
            talk.version,
            row.seq,
            talk.view,
            talk.active,
            talk.closing,
            talks.code_lookup(means, held.code) if held else None,
        ),
    )
    for letter in talk.letters:
        sealed = inbox.LETTER.seal(
            key,
            talk.id,
            letter.inbound.kind,
            orders[letter.order],
            inbox._letter(letter.inbound),  # noqa: SLF001 -- same house, same form
        )
        conn.execute(
            "INSERT INTO inbox (id, n, kind, sealed, tries) VALUES (?, ?, ?, ?, ?)",
            (orders[letter.order], n, letter.inbound.kind, sealed, letter.tries),
        )
    for kind, name, at in talk.timers:
        conn.execute("INSERT INTO timers VALUES (?, ?, ?, ?)", (n, kind, name, at))
    for ticket in talk.tickets:
        ticketing.put(conn, n, key, ticket)
    return n, key


def _put_send(
    conn: Connection,
    send: MovedSend,
    reach: int,
    key: bytes,
    *,
    orders: dict[int, int],
    numbers: Numbers,
) -> None:
    id_, (n, talk_key) = orders[send.order], numbers.get(send.conversation, (None, key))
    words = send.outbound
    sealed = OUTBOUND.seal(key if send.own else talk_key, send.conversation, words.slot, id_, words)
    conn.execute(
        "INSERT INTO outbox (id, n, conversation, address, seq, slot, wipe, urgent, queued,"
        " attempt, doubtful, stale, again, own, sealed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            id_,
            None if send.lost else n,
            send.conversation,
            reach,
            send.seq,
            words.slot,
            words.wipe,
            send.urgent,
            send.queued,
            send.attempt,
            send.doubtful,
            send.stale,
            send.again,
            send.own,
            sealed,
        ),
    )


def _put_place(
    conn: Connection,
    means: Means,
    one: MovedPlace,
    reach: tuple[int, ChannelKind, bytes],
    *,
    orders: dict[int, int],
    numbers: Numbers,
) -> None:
    where, channel, key = reach
    id_ = next(means.ids)
    n = numbers[one.conversation][0] if one.conversation in numbers else None
    digest = digest_of(means, channel, one.platform_id) if channel is ChannelKind.SMS else None
    sealed = PLACE.seal(key, str(where), one.slot, id_, one.platform_id)
    row = (id_, where, digest, orders[one.order], one.slot, one.current, n, one.seq, one.at)
    conn.execute(
        "INSERT INTO places (id, address, digest, mark, slot, current, n, seq, at, sealed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, sealed),
    )


def put_common(conn: Connection, means: Means, common: Common) -> None:
    """Write what belongs to no visitor, in place of what stood here."""
    for table in ("seen", "rings", "counts", "answers"):
        conn.execute(f"DELETE FROM {table}")  # noqa: S608
    conn.executemany("INSERT INTO seen VALUES (?, ?)", common.seen)
    for ticket, number in common.rings:
        conn.execute(
            "INSERT INTO rings (id, ticket, round) VALUES (?, ?, ?)",
            (next(means.ids), ticket, number),
        )
    conn.executemany("INSERT INTO counts VALUES (?, ?, ?, ?)", common.counts)
    for week, record in common.answers:
        conn.execute("INSERT INTO answers VALUES (?, ?, ?, ?, ?)", _answers(week, record))


def _answers(week: str, record: RecordAnswers) -> tuple[bytes, str, str, int, str]:
    values = json.dumps(record.answers)
    return secrets.token_bytes(12), week, record.assessment, record.version, values
