"""A turn's commit: sealed here, compared and written there, all of it or nothing."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from typing import Any

from bot.dialogue.effects import Ending
from bot.dialogue.values import CAPABILITIES, ChannelKind, TicketId
from bot.service import sessions
from bot.service.failures import Conflict, StoreUnavailable
from bot.service.killpoint import killpoint
from bot.service.records import (
    Commit,
    Delivery,
    Inbound,
    LogLine,
    Outbound,
    Outgoing,
    Source,
    Ticket,
)
from bot.store import queueing
from bot.store.life import week_of
from bot.store.outbox import OUTBOUND
from bot.store.redis.engine import Engine
from bot.store.redis.inbox import ROUNDS, Mailboxes
from bot.store.redis.records import Talk, letter_of, name, sealed_line, ticket_row
from bot.vault import place, seal

SEPARATOR = "|"


def code_lookup(engine: Engine, code: str) -> bytes:
    """Return what finds a return code; too short to be kept any other way."""
    return engine.vault.lookup("code", code)


class Turns:
    """Commits turns for one worker."""

    def __init__(self, engine: Engine, mailboxes: Mailboxes) -> None:
        self._engine = engine
        self._mailboxes = mailboxes

    async def commit(self, turn: Commit, mark: str) -> list[Any] | None:
        """Write a turn. Raises `Conflict` when it is not the next one of its conversation.

        With a mark its first message is taken under it, if it may go at once, and returned.
        """
        talk = self._mailboxes.read.pop(turn.conversation, None)
        if talk is None or talk.version != turn.expected:
            talk = await self._mailboxes.peek(turn.conversation)
        for _ in range(ROUNDS):
            if talk is None or talk.version != turn.expected:
                raise Conflict
            changes = await self._changes(turn, talk)
            changes |= {"claim": mark or False, "now": turn.at.timestamp()}
            killpoint("before-turn-commit")
            script = "forget" if turn.forget else "commit"
            outcome = await self._engine.run(script, turn.conversation, changes)
            if outcome == b"done" or isinstance(outcome, list):
                killpoint("after-turn-commit")
                return None if outcome == b"done" else outcome
            if outcome == b"conflict":
                raise Conflict
            talk = await self._mailboxes.peek(turn.conversation)
        raise StoreUnavailable("Too many workers at once.")

    async def _changes(self, turn: Commit, talk: Talk) -> dict[str, Any]:
        letters = await self._letters(turn, talk)
        draft = _Draft(self._engine, turn, talk)
        draft.say(letters.get(turn.inbox))
        changes = draft.changes()
        if turn.forget:
            rest = [letter for number, letter in letters.items() if number != turn.inbox]
            strangers = [letter for letter in rest if letter.address is not None]
            targets, items = await self._mailboxes.moving(talk, strangers)
            changes["waiting"] = len(letters)
            changes["targets"] = [target.packed() for target in targets]
            changes["items"] = items
        return changes

    async def _letters(self, turn: Commit, talk: Talk) -> dict[int, Inbound]:
        """Read the mailbox when a turn needs it: the page's own id of a message, or what moves."""
        if not turn.forget and (talk.channel is not ChannelKind.WEB or not turn.said):
            return {}
        rows = await self._engine.run("letters", turn.conversation)
        return dict(letter_of(talk.key, talk.id, row) for row in rows)


class _Draft:
    """What a turn changes, being sealed line by line."""

    def __init__(self, engine: Engine, turn: Commit, talk: Talk) -> None:
        self._engine = engine
        self._turn = turn
        self._talk = talk
        self._seq, self._view = talk.seq, talk.view
        self._first = talk.seq + 1
        self._lines: list[bytes] = []
        self._sends: list[tuple[Any, ...]] = []

    def say(self, letter: Inbound | None) -> None:
        """Seal what was said and what is to be sent."""
        turn, talk = self._turn, self._talk
        if turn.said:
            own = letter.key if letter and talk.channel is ChannelKind.WEB else ""
            said = LogLine(0, Source.VISITOR, turn.said, turn.at, shown=turn.shown, id=own)
            self._append(said)
        if turn.wipe:
            self._view = self._seq
            if CAPABILITIES[talk.channel].takes_back:
                self._send(Outbound((), wipe=True), None, urgent=False, own=True)
        for outgoing in turn.outgoing:
            self._say(outgoing)

    def _append(self, line: LogLine) -> int:
        self._seq += 1
        self._lines.append(sealed_line(self._talk.key, self._talk.id, self._seq, line))
        return self._seq

    def _say(self, outgoing: Outgoing) -> None:
        words, web = outgoing.outbound, self._talk.channel is ChannelKind.WEB
        quiet = Delivery.EXPIRED if self._talk.closing else Delivery.QUEUED
        line = LogLine(
            seq=0,
            source=outgoing.source,
            blocks=words.blocks,
            at=self._turn.at,
            delivery=Delivery.SENT if web else quiet,
            choices=words.choices,
            slot=words.slot,
            shown=True,
            id=outgoing.id,
            audio=words.audio,
        )
        seq = self._append(line)
        if not web and not self._talk.closing:
            self._send(words, seq, urgent=outgoing.urgent, own=self._turn.forget)

    def _send(self, words: Outbound, seq: int | None, *, urgent: bool, own: bool) -> None:
        talk, called = self._talk, name()
        key = self._wipe_key() if own else talk.key
        sealed = OUTBOUND.seal(key, talk.id, words.slot, called, words)
        self._sends.append(
            (
                str(called),
                words.slot,
                int(words.wipe),
                int(urgent),
                seq or False,
                self._turn.at.timestamp(),
                int(own),
                sealed,
            )
        )

    def _wipe_key(self) -> bytes:
        return self._engine.unwrap(self._talk.wipe_key, "addresses", self._talk.reach)

    def changes(self) -> dict[str, Any]:
        """Return what the script compares and writes."""
        turn, talk = self._turn, self._talk
        tickets, opened = self._tickets()
        return {
            "expected": str(turn.expected),
            "letter": str(turn.inbox),
            "seq": str(talk.seq),
            "closing": talk.closing,
            "reach": talk.reach,
            "known": [(ticket.id, str(ticket.version)) for ticket in talk.tickets],
            "forget": turn.forget,
            "lines": self._lines,
            "supersede": turn.wipe or any(outgoing.urgent for outgoing in turn.outgoing),
            "sends": self._sends,
            "tickets": tickets,
            "opened": opened,
            "timers": [(timer_name(talk.id, t.kind, t.key), t.at.timestamp()) for t in turn.timers],
            "rings": [f"{ring.ticket}{SEPARATOR}{ring.round}" for ring in turn.rings],
            "counts": [counter(f"{turn.at:%Y-%m-%d}", c.what, c.detail) for c in turn.counts],
            "answers": self._answers(),
            "at": int(turn.at.timestamp()),
            "session": self._session(),
            "version": str(turn.session.version),
            "view": self._view,
            "code": self._code(),
        }

    def _tickets(self) -> tuple[dict[str, list[Any]], list[str]]:
        """Apply what the turn does to tickets; of another visitor's nothing is known here."""
        turn, talk = self._turn, self._talk
        rows: dict[TicketId, Ticket] = {ticket.id: ticket for ticket in talk.tickets}
        changed: dict[TicketId, Ticket] = {}
        opened = [effect for effect in turn.opened if effect.ticket not in rows]
        for opening in opened:
            row = queueing.opened(opening, turn, talk.channel, self._first)
            rows[opening.ticket] = changed[opening.ticket] = row
        for raising in turn.raised:
            if raising.ticket in rows:
                row = queueing.raised(rows[raising.ticket], raising)
                rows[raising.ticket] = changed[raising.ticket] = row
        endings = [(ending.ticket, ending.why) for ending in turn.closed]
        if turn.forget:
            endings += [(ticket, Ending.BY_VISITOR) for ticket in rows]
        for ticket, why in endings:
            if ticket in rows:
                changed[ticket] = queueing.ended(rows.pop(ticket), why)
        key = None if turn.forget else talk.key
        sealed = {ticket: ticket_row(key, row) for ticket, row in changed.items()}
        return {str(t): row for t, row in sealed.items()}, [o.ticket for o in opened]

    def _session(self) -> bytes:
        session = self._turn.session
        where = place("conversations", self._talk.id, "session", session.version)
        return seal(self._talk.key, where, sessions.encode(session))

    def _code(self) -> bytes | bool:
        session = self._turn.session
        held = session.handoff if session.hidden else None
        return code_lookup(self._engine, held.code) if held else False

    def _answers(self) -> Sequence[tuple[bytes, bytes]]:
        """Random keys and no order: rows cannot be told apart by when they came."""
        return [
            (
                secrets.token_bytes(12),
                json.dumps(
                    [week_of(self._turn.at), a.assessment, a.version, list(a.answers)]
                ).encode(),
            )
            for a in self._turn.answers
        ]


def timer_name(conversation: str, kind: str, key: str) -> str:
    """Name a timer: conversation and kind hold no separator, the key may."""
    return SEPARATOR.join((conversation, kind, key))


def counter(day: str, what: str, detail: str) -> str:
    """Name a counter of a day."""
    return SEPARATOR.join((day, what, detail))
