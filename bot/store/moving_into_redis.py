"""A visitor who moves into Redis, as the commands that one script does there."""

from __future__ import annotations

from typing import Any

from bot.dialogue.effects import Slot
from bot.dialogue.values import ChannelKind
from bot.service import sessions
from bot.service.records import TicketState
from bot.store.life import TRIES
from bot.store.moving import (
    MovedLetter,
    MovedSend,
    MovedTalk,
    Visitor,
)
from bot.store.outbox import OUTBOUND
from bot.store.places import PLACE
from bot.store.redis.engine import Engine
from bot.store.redis.records import (
    name,
    new_reach,
    sealed_letter,
    sealed_line,
    ticket_row,
)
from bot.store.redis.targets import digest_of_place
from bot.store.redis.turns import code_lookup, timer_name
from bot.store.talks import ADDRESS
from bot.vault import new_key, place, seal

URGENT = -1e15
"""Added to the order of what goes before everything else, as the scripts do."""
TICKET_FIELDS = ("g", "st", "u", "ch", "op", "at", "si", "fs", "e", "v", "b")


class Commands:
    """A visitor, ranked, as the commands that write it."""

    def __init__(self, engine: Engine, visitor: Visitor) -> None:
        self._engine, self._visitor = engine, visitor
        self._reach, self._key = new_reach(), new_key()
        self._keys = {talk.id: new_key() for talk in visitor.talks}
        self._made: list[list[Any]] = []

    def all(self) -> list[list[Any]]:
        """Return all of them, in an order in which they can be done."""
        self._address()
        for talk in self._visitor.talks:
            self._talk(talk)
        for send in self._visitor.sends:
            self._send(send)
        self._screen()
        self._do("STAND", self._reach)
        return self._made

    def _do(self, *command: Any) -> None:
        self._made.append(list(command))

    def _hash(self, key: Any, fields: dict[str, Any]) -> None:
        kept = {name: value for name, value in fields.items() if value is not None}
        self._do("HSET", key, *(part for pair in kept.items() for part in pair))

    def _address(self) -> None:
        engine, visitor, reach = self._engine, self._visitor, self._reach
        address = visitor.address
        lookup = engine.vault.lookup(address.channel, address.value) if visitor.found else None
        now = [talk.id for talk in visitor.talks if talk.closing is None]
        self._hash(
            f"r:{reach}",
            {
                "ch": address.channel,
                "k": engine.wrap(self._key, "addresses", reach),
                "s": ADDRESS.seal(self._key, reach, "value", 0, address.value),
                "n": len(visitor.talks),
                "lk": lookup,
                "c": now[0] if now and lookup else None,
            },
        )
        if lookup:
            self._do("HSET", "a", lookup, reach)

    def _talk(self, talk: MovedTalk) -> None:
        key, owner = self._keys[talk.id], talk.id
        held = sessions.decode(talk.session).handoff if talk.code else None
        code = code_lookup(self._engine, held.code) if held else None
        where = place("conversations", owner, "session", talk.version)
        waiting = [letter for letter in talk.letters if letter.tries < TRIES]
        self._hash(
            f"c:{owner}",
            {
                "ch": talk.channel,
                "r": self._reach,
                "k": self._engine.wrap(key, "conversations", owner),
                "s": seal(key, where, talk.session),
                "v": talk.version,
                "q": len(talk.log),
                "w": talk.view,
                "a": talk.active,
                "x": talk.closing,
                "code": code,
                "tk": ",".join(ticket.id for ticket in talk.tickets) or None,
                "t": waiting[0].tries or None if waiting else None,
            },
        )
        if code:
            self._do("HSET", "codes", code, owner)
        if talk.closing is None:
            self._do("ZADD", "idle", talk.active, owner)
        else:
            self._do("ZADD", "closing", talk.closing, owner)
        for seq, line in enumerate(talk.log, 1):
            self._do("RPUSH", f"l:{owner}", sealed_line(key, owner, seq, line))
        for letter in talk.letters:
            self._letter(key, owner, letter)
        if waiting:
            self._do("ZADD", "work", ["", waiting[0].order, 0, ""], owner)
        self._plans(key, talk)

    def _letter(self, key: bytes, owner: str, letter: MovedLetter) -> None:
        called = name()
        sealed = sealed_letter(key, owner, called, letter.inbound)
        rest = f"|{called}|{letter.inbound.kind}|".encode() + sealed
        mailbox = "i" if letter.tries < TRIES else "d"
        self._do("RPUSH", f"{mailbox}:{owner}", ["", letter.order, 0, rest])

    def _plans(self, key: bytes, talk: MovedTalk) -> None:
        for kind, own, at in talk.timers:
            timer = timer_name(talk.id, kind, own)
            self._do("ZADD", "timers", at, timer)
            self._do("SADD", f"tm:{talk.id}", timer)
        for ticket in talk.tickets:
            row = ticket_row(key, ticket)
            self._hash(
                f"k:{ticket.id}",
                {"c": talk.id, **dict(zip(TICKET_FIELDS, row[1:], strict=True))},
            )
            if ticket.state is not TicketState.CLOSED:
                self._do("ZADD", "tickets", row[6], ticket.id)

    def _send(self, send: MovedSend) -> None:
        called, words = name(), send.outbound
        key = self._key if send.own else self._keys[send.conversation]
        id_: list[Any] = ["", send.order, 0, ""]
        score = ["", send.order, URGENT if send.urgent else 0, ""]
        self._hash(
            ["o:", send.order, 0, ""],
            {
                "c": send.conversation,
                "r": self._reach,
                "m": str(called),
                "s": words.slot,
                "w": int(words.wipe),
                "u": int(send.urgent),
                "at": send.queued,
                "own": int(send.own),
                "b": OUTBOUND.seal(key, send.conversation, words.slot, called, words),
                "q": send.seq,
                "n": send.attempt or None,
                "doubt": 1 if send.doubtful else None,
                "stale": 1 if send.stale else None,
                "again": send.again or None,
            },
        )
        self._do("ZADD", f"q:{self._reach}", score, id_)
        if send.own:
            self._do("ZADD", "own", send.queued, id_)

    def _screen(self) -> None:
        shown: dict[str, list[bytes]] = {}
        channel = self._visitor.address.channel
        for one in self._visitor.places:
            digest = digest_of_place(self._engine, channel, self._reach, one.platform_id)
            called = name()
            self._do(
                "PLACE",
                self._reach,
                digest,
                ["", one.order, 0, ""],
                one.slot,
                one.conversation or "",
                str(one.seq) if one.seq else False,
                one.at,
                str(called),
                PLACE.seal(self._key, self._reach, one.slot, called, one.platform_id),
                channel is ChannelKind.SMS,
            )
            if one.current and one.slot != Slot.NOTICE:
                shown.setdefault(one.slot, []).append(digest)
        for slot, digests in shown.items():
            self._do("ON", self._reach, slot, digests)
