"""SQLite as one side of a move."""

from __future__ import annotations

import json
import secrets
from collections.abc import AsyncIterator, Callable
from functools import partial
from typing import Any, TypeVar

from bot.dialogue.effects import RecordAnswers
from bot.dialogue.values import ChannelKind
from bot.service import sessions
from bot.service.records import Address, ConversationId
from bot.store import inbox, lines, talks, ticketing, timers
from bot.store.driver import Connection
from bot.store.moving import (
    Common,
    MovedLetter,
    MovedPlace,
    MovedSend,
    MovedTalk,
    Visitor,
)
from bot.store.outbox import OUTBOUND
from bot.store.places import PLACE, digest_of
from bot.store.sqlite import SqliteFile
from bot.store.talks import ADDRESS, Means, Talk
from bot.vault import new_key, place, seal, unseal

T = TypeVar("T")
MARK = "moved:"


class SqliteEnd:
    """An installation in a file that no process has open."""

    def __init__(self, file: SqliteFile, means: Means) -> None:
        self._file = file
        self._means = means

    async def _write(self, job: Callable[[Connection], T]) -> T:
        return await self._file.write(lambda db: job(db.conn))

    async def visitors(self) -> AsyncIterator[Visitor]:
        """See `End.visitors`."""
        rows = await self._write(
            lambda conn: conn.execute("SELECT id FROM addresses ORDER BY id").fetchall()
        )
        for (reach,) in rows:
            yield await self._write(partial(_visitor, means=self._means, reach=reach))

    async def common(self) -> Common:
        """See `End.common`."""
        return await self._write(_common)

    async def has(self, mark: str) -> bool:
        """See `End.has`."""
        query = "SELECT 1 FROM marks WHERE name = ?"
        found = await self._write(lambda conn: conn.execute(query, (MARK + mark,)).fetchone())
        return found is not None

    async def put(self, visitor: Visitor) -> None:
        """See `End.put`."""
        await self._write(lambda conn: _put(conn, self._means, visitor))

    async def put_common(self, common: Common) -> None:
        """See `End.put_common`."""
        await self._write(lambda conn: _put_common(conn, self._means, common))

    async def done(self) -> None:
        """See `End.done`."""
        await self._write(
            lambda conn: conn.execute("DELETE FROM marks WHERE name LIKE 'moved:%'").rowcount
        )


def _visitor(conn: Connection, means: Means, reach: int) -> Visitor:
    lookup, channel, wrapped, sealed = conn.execute(
        "SELECT lookup, channel, key, sealed FROM addresses WHERE id = ?", (reach,)
    ).fetchone()
    key = talks.wipe_key(means, reach, wrapped)
    value = ADDRESS.unseal(key, str(reach), "value", 0, sealed)
    owners = [
        row[0]
        for row in conn.execute(
            "SELECT n FROM conversations WHERE address = ? ORDER BY id", (reach,)
        ).fetchall()
    ]
    return Visitor(
        mark=str(reach),
        address=Address(ChannelKind(channel), value),
        found=lookup is not None,
        talks=tuple(_talk(conn, means, n) for n in owners),
        sends=_sends(conn, means, reach, key),
        places=_places(conn, reach, key),
    )


def _talk(conn: Connection, means: Means, n: int) -> MovedTalk:
    talk = talks.by_n(conn, means, n)
    assert talk is not None  # noqa: S101 -- its row was just read
    active, code = conn.execute(
        "SELECT active, code FROM conversations WHERE n = ?", (n,)
    ).fetchone()
    where = place("conversations", talk.id, "session", talk.version)
    tickets = conn.execute("SELECT id FROM tickets WHERE n = ? ORDER BY id", (n,)).fetchall()
    found = (ticketing.find(conn, means, row[0]) for row in tickets)
    planned = conn.execute(
        "SELECT kind, key, at FROM timers WHERE n = ? ORDER BY kind, key", (n,)
    ).fetchall()
    return MovedTalk(
        id=talk.id,
        channel=talk.channel,
        session=unseal(talk.key, where, talk.session),
        version=talk.version,
        view=talk.view,
        active=active,
        closing=talk.closing,
        code=code is not None,
        log=lines.messages(conn, means, talk.id, 0, 1 << 30),
        letters=_letters(conn, talk),
        timers=tuple((kind, key, float(at)) for kind, key, at in planned),
        tickets=tuple(one[1] for one in found if one is not None),
    )


def _letters(conn: Connection, talk: Talk) -> tuple[MovedLetter, ...]:
    rows = conn.execute(
        "SELECT id, kind, sealed, tries FROM inbox WHERE n = ? ORDER BY id", (talk.n,)
    ).fetchall()
    return tuple(
        MovedLetter(id_, inbox.opened(talk, id_, kind, sealed), tries)
        for id_, kind, sealed, tries in rows
    )


def _sends(conn: Connection, means: Means, reach: int, key: bytes) -> tuple[MovedSend, ...]:
    rows = conn.execute(
        "SELECT id, n, conversation, seq, slot, urgent, queued, attempt, doubtful, stale, again,"
        " taken, own, sealed FROM outbox WHERE address = ? ORDER BY id",
        (reach,),
    ).fetchall()
    return tuple(_send(conn, means, row, key) for row in rows)


def _send(conn: Connection, means: Means, row: Any, key: bytes) -> MovedSend:
    id_, n, conversation, seq, slot, urgent, queued, attempt, *rest = row
    doubtful, stale, again, taken, own, sealed = rest
    talk = None if own else talks.by_n(conn, means, n)
    words_key = talk.key if talk else key
    return MovedSend(
        order=id_,
        conversation=ConversationId(conversation),
        lost=n is None,
        outbound=OUTBOUND.unseal(words_key, conversation, slot, id_, sealed),
        seq=seq if n is not None else None,
        urgent=bool(urgent),
        queued=float(queued),
        attempt=attempt,
        doubtful=bool(doubtful) or taken is not None,
        stale=bool(stale),
        again=float(again),
        own=bool(own),
    )


def _places(conn: Connection, reach: int, key: bytes) -> tuple[MovedPlace, ...]:
    rows = conn.execute(
        "SELECT p.id, p.sealed, p.mark, p.slot, p.current, c.id, p.seq, p.at FROM places p"
        " LEFT JOIN conversations c ON c.n = p.n WHERE p.address = ? ORDER BY p.mark, p.id",
        (reach,),
    ).fetchall()
    return tuple(
        MovedPlace(
            order=mark,
            platform_id=PLACE.unseal(key, str(reach), slot, id_, sealed),
            slot=slot,
            current=bool(current),
            conversation=ConversationId(conversation) if conversation else None,
            seq=seq if conversation else None,
            at=float(at),
        )
        for id_, sealed, mark, slot, current, conversation, seq, at in rows
    )


def _common(conn: Connection) -> Common:
    return Common(
        seen=tuple(conn.execute("SELECT digest, day FROM seen ORDER BY digest").fetchall()),
        rings=tuple(
            conn.execute("SELECT ticket, round FROM rings ORDER BY ticket, round").fetchall()
        ),
        counts=tuple((*name, n) for name, n in sorted(timers.counts(conn).items())),
        answers=tuple(sorted(timers.answers(conn), key=repr)),
    )


def _put(conn: Connection, means: Means, visitor: Visitor) -> None:
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


Numbers = dict[ConversationId, tuple[int, bytes]]


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


def _put_common(conn: Connection, means: Means, common: Common) -> None:
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
