"""A turn's commit: everything it changes in one transaction, or nothing."""

from __future__ import annotations

from bot.dialogue.values import CAPABILITIES, ChannelKind
from bot.service import sessions
from bot.service.failures import Conflict
from bot.service.records import Commit, Delivery, LogLine, Outbound, Outgoing, Send, Source
from bot.store import inbox, lines, outbox, retention, talks, ticketing, timers
from bot.store.driver import Connection
from bot.store.talks import Means, Talk
from bot.vault import place, seal

_SAVE = (
    "UPDATE conversations SET session = ?, version = ?, seq = ?, view = ?, active = ?, code = ?"
    " WHERE n = ?"
)


def commit(
    conn: Connection, means: Means, turn: Commit, *, claim: bool = False
) -> tuple[Send, ...]:
    """Write a turn; return what is to be sent at once. Raises `Conflict`."""
    talk = talks.by_id(conn, means, turn.conversation)
    if talk is None or talk.version != turn.expected:
        raise Conflict
    key = _take_inbound(conn, talk, turn.inbox)
    first = talk.seq + 1
    if turn.said:
        own = key if talk.channel is ChannelKind.WEB else ""
        said = LogLine(0, Source.VISITOR, turn.said, turn.at, shown=turn.shown, id=own)
        lines.append(conn, talk, said)
    sends = _send(conn, means, talk, turn, claim=claim and not turn.forget)
    ticketing.change(conn, talk, turn, first)
    timers.keep(conn, means, talk, turn)
    if turn.forget:
        _forget(conn, means, talk)
    else:
        _save(conn, means, talk, turn)
    return sends


def _take_inbound(conn: Connection, talk: Talk, id_: int) -> str:
    """Mark the inbound as done: only its digest stays. Raises `Conflict` if it is already."""
    row = conn.execute(
        "DELETE FROM inbox WHERE id = ? AND n = ? RETURNING id, kind, sealed", (id_, talk.n)
    ).fetchone()
    if row is None:
        raise Conflict
    return inbox.opened(talk, *row).key if talk.channel is ChannelKind.WEB else ""


def _send(
    conn: Connection, means: Means, talk: Talk, turn: Commit, *, claim: bool
) -> tuple[Send, ...]:
    if turn.wipe:
        talk.view = talk.seq
    if turn.wipe or any(outgoing.urgent for outgoing in turn.outgoing):
        outbox.supersede(conn, talk)
    free = claim and bool(turn.wipe or turn.outgoing) and not outbox.waits(conn, talk.address)
    own = talks.key_of_reach(conn, means, talk.address) if turn.wipe or turn.forget else None
    queued = []
    if turn.wipe and CAPABILITIES[talk.channel].takes_back:
        wipe = Outbound((), wipe=True)
        queued.append(outbox.enqueue(conn, means, talk, wipe, at=turn.at, own=own))
    for outgoing in turn.outgoing:
        said = _say(conn, means, talk, turn, outgoing, own=own if turn.forget else None)
        queued += [said] if said else []
    return (outbox.take_first(conn, means, talk, queued, turn.at),) if free and queued else ()


def _say(
    conn: Connection,
    means: Means,
    talk: Talk,
    turn: Commit,
    outgoing: Outgoing,
    *,
    own: bytes | None,
) -> outbox.Queued | None:
    words, web = outgoing.outbound, talk.channel is ChannelKind.WEB
    quiet = Delivery.EXPIRED if talk.closing else Delivery.QUEUED
    line = LogLine(
        seq=0,
        source=outgoing.source,
        blocks=words.blocks,
        at=turn.at,
        delivery=Delivery.SENT if web else quiet,
        choices=words.choices,
        slot=words.slot,
        shown=True,
        id=outgoing.id,
        audio=words.audio,
    )
    seq = lines.append(conn, talk, line)
    if web or talk.closing:
        return None
    urgent = outgoing.urgent
    return outbox.enqueue(conn, means, talk, words, at=turn.at, seq=seq, urgent=urgent, own=own)


def _save(conn: Connection, means: Means, talk: Talk, turn: Commit) -> None:
    session = turn.session
    where = place("conversations", talk.id, "session", session.version)
    sealed = seal(talk.key, where, sessions.encode(session))
    held = session.handoff if session.hidden else None
    code = talks.code_lookup(means, held.code) if held else None
    active = int(turn.at.timestamp())
    conn.execute(_SAVE, (sealed, session.version, talk.seq, talk.view, active, code, talk.n))


def _forget(conn: Connection, means: Means, talk: Talk) -> None:
    """Destroy the conversation; what the visitor wrote meanwhile begins another one."""
    ticketing.end_of(conn, talk)
    conn.execute("UPDATE conversations SET closing = active WHERE n = ?", (talk.n,))
    inbox.move_on(conn, means, talk)
    retention.destroy(conn, talk.n)
