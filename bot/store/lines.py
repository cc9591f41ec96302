"""The log of a conversation: sealed lines, counted from 1."""

from __future__ import annotations

from datetime import datetime

import msgspec

from bot.dialogue.effects import Slot
from bot.service.records import Button, ConversationId, Delivery, LogLine, Source
from bot.store import talks
from bot.store.driver import Connection
from bot.store.life import forward
from bot.store.talks import Means, Record, Talk


class Line(msgspec.Struct, array_like=True):
    """What of a line is sealed; its exact time too."""

    blocks: tuple[str, ...]
    at: datetime
    choices: tuple[Button, ...]
    slot: Slot
    id: str
    audio: str = ""


LINE = Record("messages", Line)
_INSERT = "INSERT INTO messages (n, seq, source, delivery, shown, sealed) VALUES (?, ?, ?, ?, ?, ?)"
_AFTER = (
    "SELECT seq, source, delivery, shown, sealed FROM messages"
    " WHERE n = ? AND seq > ? ORDER BY seq LIMIT ?"
)
_VISIBLE = (
    "SELECT seq, source, delivery, shown, sealed FROM messages WHERE n = ? AND seq > ?"
    " AND source <> 'note' AND delivery <> 'held' ORDER BY seq"
)


def _move_to(delivery: Delivery) -> str:
    former = (f"'{one}'" for one in Delivery if forward(one, delivery))
    return (
        "UPDATE messages SET delivery = ? WHERE n = ? AND seq = ?"  # noqa: S608 -- our own words
        f" AND delivery IN ({', '.join(former)})"
    )


_MOVE = {delivery: _move_to(delivery) for delivery in Delivery}


def append(conn: Connection, talk: Talk, line: LogLine) -> int:
    """Add a line, whose own seq is ignored, and return the seq it got."""
    talk.seq += 1
    value = Line(line.blocks, line.at, line.choices, line.slot, line.id, line.audio)
    sealed = LINE.seal(talk.key, talk.id, line.source, talk.seq, value)
    row = (talk.n, talk.seq, line.source, line.delivery, line.shown, sealed)
    conn.execute(_INSERT, row)
    return talk.seq


def _line(talk: Talk, row: tuple[int, str, str, int, bytes]) -> LogLine:
    seq, source, delivery, shown, sealed = row
    line = LINE.unseal(talk.key, talk.id, source, seq, sealed)
    return LogLine(
        seq=seq,
        source=Source(source),
        blocks=line.blocks,
        at=line.at,
        delivery=Delivery(delivery),
        choices=line.choices,
        slot=line.slot,
        shown=bool(shown),
        id=line.id,
        audio=line.audio,
    )


def messages(
    conn: Connection, means: Means, conversation: ConversationId, after: int, limit: int
) -> tuple[LogLine, ...]:
    """Return the whole log after a seq; nothing of a destroyed conversation."""
    talk = talks.by_id(conn, means, conversation)
    if talk is None:
        return ()
    rows = conn.execute(_AFTER, (talk.n, max(after, 0), limit)).fetchall()
    return tuple(_line(talk, row) for row in rows)


def view(
    conn: Connection, means: Means, conversation: ConversationId, after: int
) -> tuple[LogLine, ...]:
    """Return what the visitor may see."""
    talk = talks.by_id(conn, means, conversation)
    if talk is None:
        return ()
    rows = conn.execute(_VISIBLE, (talk.n, max(after, talk.view))).fetchall()
    return tuple(_line(talk, row) for row in rows)


def note(
    conn: Connection, means: Means, conversation: ConversationId, words: str, now: datetime
) -> int | None:
    """Append an operator's note; None when the conversation is gone."""
    talk = talks.by_id(conn, means, conversation)
    if talk is None:
        return None
    seq = append(conn, talk, LogLine(0, Source.NOTE, (words,), now, shown=True))
    conn.execute("UPDATE conversations SET seq = ? WHERE n = ?", (seq, talk.n))
    return seq


def delivered(conn: Connection, conversation: ConversationId, seq: int) -> None:
    """Mark what was sent up to `seq` as seen."""
    conn.execute(
        "UPDATE messages SET delivery = 'delivered' WHERE n ="
        " (SELECT n FROM conversations WHERE id = ?) AND seq <= ? AND delivery = 'sent'"
        " AND source IN ('bot', 'operator', 'notice')",
        (conversation, seq),
    )


def move(conn: Connection, n: int | None, seq: int | None, delivery: Delivery) -> None:
    """Let a delivery go forward; never back."""
    conn.execute(_MOVE[delivery], (delivery, n, seq))
