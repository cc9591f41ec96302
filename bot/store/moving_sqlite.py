"""SQLite as one side of a move."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from functools import partial
from typing import Any, TypeVar

from bot.dialogue.values import ChannelKind
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
from bot.store.moving_into_sqlite import MARK, put_common, put_visitor
from bot.store.outbox import OUTBOUND
from bot.store.places import PLACE
from bot.store.sqlite import SqliteFile
from bot.store.talks import ADDRESS, Means, Talk
from bot.vault import place, unseal

T = TypeVar("T")


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
        await self._write(lambda conn: put_visitor(conn, self._means, visitor))

    async def put_common(self, common: Common) -> None:
        """See `End.put_common`."""
        await self._write(lambda conn: put_common(conn, self._means, common))

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
