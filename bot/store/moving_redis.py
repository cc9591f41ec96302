"""Redis as one side of a move."""

from __future__ import annotations

import json
import secrets
from collections.abc import AsyncIterator
from typing import Any

from bot.dialogue.effects import Slot
from bot.dialogue.values import ChannelKind
from bot.service import sessions
from bot.service.records import Address, ConversationId, TicketState
from bot.store.life import TRIES
from bot.store.moving import (
    Common,
    MovedLetter,
    MovedPlace,
    MovedSend,
    MovedTalk,
    MoveError,
    Visitor,
)
from bot.store.outbox import OUTBOUND
from bot.store.places import PLACE
from bot.store.redis.engine import Engine
from bot.store.redis.records import (
    letter_of,
    line_of,
    name,
    new_reach,
    sealed_letter,
    sealed_line,
    ticket_of,
    ticket_row,
)
from bot.store.redis.store import RedisStore
from bot.store.redis.targets import digest_of_place
from bot.store.redis.turns import SEPARATOR, code_lookup, counter, timer_name
from bot.store.talks import ADDRESS
from bot.vault import new_key, place, seal, unseal

SCANNED = 1000
URGENT = -1e15
"""Added to the order of what goes before everything else, as the scripts do."""
TICKET_FIELDS = ("g", "st", "u", "ch", "op", "at", "si", "fs", "e", "v", "b")


class RedisEnd:
    """An installation in Redis on which no worker lives but this one."""

    def __init__(self, store: RedisStore) -> None:
        self._store = store
        self._engine = store.engine
        self._owners: dict[str, list[str]] | None = None

    async def at_rest(self) -> None:
        """Raise `MoveError` while other workers live, or some died just now."""
        if len(await self._engine.link.call("KEYS", "w:*")) > 1:
            raise MoveError("Workers of this installation still run, or ended seconds ago.")

    async def _read(self, *commands: tuple[Any, ...]) -> list[Any]:
        replies: list[Any] = await self._engine.run("read", list(commands))
        return replies

    async def _names(self, pattern: str) -> list[str]:
        found: set[bytes] = set()
        cursor = b"0"
        while True:
            reply = await self._engine.link.call("SCAN", cursor, "MATCH", pattern, "COUNT", SCANNED)
            cursor = reply[0]
            found.update(reply[1])
            if cursor == b"0":
                return sorted(name.decode().partition(":")[2] for name in found)

    async def visitors(self) -> AsyncIterator[Visitor]:
        """See `End.visitors`."""
        owners: dict[str, list[str]] = {}
        for conversation in await self._names("c:*"):
            (reach,) = await self._read(("HGET", f"c:{conversation}", "r"))
            owners.setdefault(reach.decode(), []).append(conversation)
        for reach in await self._names("r:*"):
            yield await self._visitor(reach, owners.get(reach, []))

    async def _visitor(self, reach: str, owners: list[str]) -> Visitor:
        fields, line, screen = (
            *await self._read(
                ("HMGET", f"r:{reach}", "ch", "k", "s", "lk"),
                ("ZRANGE", f"q:{reach}", 0, -1),
            ),
            await self._engine.run("screen", reach),
        )
        channel, wrapped, sealed, lookup = fields
        key = self._engine.unwrap(wrapped, "addresses", reach)
        value = ADDRESS.unseal(key, reach, "value", 0, sealed)
        talks = [await self._talk(owner) for owner in owners]
        keys = {talk.id: talk_key for talk, talk_key in talks}
        sends = [await self._send(int(id_), keys, key) for id_ in line]
        return Visitor(
            mark=reach,
            address=Address(ChannelKind(channel.decode()), value),
            found=lookup is not None,
            talks=tuple(talk for talk, _ in talks),
            sends=tuple(sorted(sends, key=lambda send: send.order)),
            places=_places(screen, reach, key, keys),
        )

    async def _talk(self, owner: str) -> tuple[MovedTalk, bytes]:
        fields, log, dead, mailbox, timers = await self._read(
            ("HMGET", f"c:{owner}", "ch", "k", "s", "v", "w", "a", "x", "code", "tk", "t"),
            ("LRANGE", f"l:{owner}", 0, -1),
            ("LRANGE", f"d:{owner}", 0, -1),
            ("LRANGE", f"i:{owner}", 0, -1),
            ("SMEMBERS", f"tm:{owner}"),
        )
        channel, wrapped, session, version, view, active, closing, code, tickets, tries = fields
        key = self._engine.unwrap(wrapped, "conversations", owner)
        id_ = ConversationId(owner)
        where = place("conversations", owner, "session", int(version))
        letters = [MovedLetter(*letter_of(key, id_, raw), TRIES) for raw in dead]
        letters += [
            MovedLetter(*letter_of(key, id_, raw), int(tries or 0) if first == 0 else 0)
            for first, raw in enumerate(mailbox)
        ]
        return MovedTalk(
            id=id_,
            channel=channel.decode(),
            session=unseal(key, where, session),
            version=int(version),
            view=int(view),
            active=int(active),
            closing=int(closing) if closing is not None else None,
            code=code is not None,
            log=tuple(line_of(key, id_, seq, raw) for seq, raw in enumerate(log, 1)),
            letters=tuple(sorted(letters, key=lambda letter: letter.order)),
            timers=await self._timers(timers),
            tickets=await self._tickets(key, tickets),
        ), key

    async def _timers(self, names: list[bytes]) -> tuple[tuple[str, str, float], ...]:
        found = []
        for raw in names:
            (at,) = await self._read(("ZSCORE", "timers", raw))
            _, kind, key = raw.decode().split(SEPARATOR, 2)
            found.append((kind, key, float(at)))
        return tuple(sorted(found))

    async def _tickets(self, key: bytes, names: bytes | None) -> tuple[Any, ...]:
        found = []
        for id_ in sorted((names or b"").decode().split(",")):
            rows = await self._engine.run("tickets", id_) if id_ else []
            found += [ticket_of(key, row[0]) for row in rows]
        return tuple(found)

    async def _send(self, id_: int, keys: dict[ConversationId, bytes], key: bytes) -> MovedSend:
        (fields,) = await self._read(
            ("HMGET", f"o:{id_}", "c", "q", "s", "u", "at", "n", "doubt", "stale", "again", "t",
             "own", "m", "b"),
        )  # fmt: skip
        owner, seq, slot, urgent, queued, attempt, doubt, stale, again, taken, *rest = fields
        own, called, sealed = rest
        conversation = ConversationId(owner.decode())
        lost = conversation not in keys
        words_key = key if own == b"1" else keys[conversation]
        return MovedSend(
            order=id_,
            conversation=conversation,
            lost=lost,
            outbound=OUTBOUND.unseal(words_key, conversation, slot.decode(), int(called), sealed),
            seq=int(seq) if seq and not lost else None,
            urgent=urgent == b"1",
            queued=float(queued),
            attempt=int(attempt or 0),
            doubtful=doubt is not None or taken is not None,
            stale=stale is not None,
            again=float(again or 0),
            own=own == b"1",
        )

    async def common(self) -> Common:
        """See `End.common`."""
        (days, rings) = await self._read(("SMEMBERS", "days"), ("HKEYS", "rings"))
        seen = []
        for day in days:
            (digests,) = await self._read(("SMEMBERS", b"seen:" + day))
            seen += [(digest, int(day)) for digest in digests]
        pairs = (ring.decode().rpartition(SEPARATOR) for ring in rings)
        counts = await self._store.counts()
        return Common(
            seen=tuple(sorted(seen)),
            rings=tuple(sorted((ticket, int(number)) for ticket, _, number in pairs)),
            counts=tuple((*named, number) for named, number in sorted(counts.items())),
            answers=tuple(sorted(await self._store.answers(), key=repr)),
        )

    async def has(self, mark: str) -> bool:
        """See `End.has`."""
        (found,) = await self._read(("SISMEMBER", "moved", mark))
        return bool(found)

    async def put(self, visitor: Visitor) -> None:
        """See `End.put`."""
        ranked = visitor.ranked()
        commands = _Commands(self._engine, ranked).all()
        await self._engine.run("take", visitor.mark, len(visitor.orders()), commands)

    async def put_common(self, common: Common) -> None:
        """See `End.put_common`."""
        days = {day for _, day in common.seen}
        commands: list[list[Any]] = [["DEL", "rings", "counts", "answers"]]
        commands += [["SADD", "days", day] for day in days]
        commands += [["SADD", f"seen:{day}", digest] for digest, day in common.seen]
        for rank, (ticket, number) in enumerate(common.rings, 1):
            ring = f"{ticket}{SEPARATOR}{number}"
            commands.append(["HSET", "rings", ring, ["", rank, 0, "|"]])
        for day, what, detail, number in common.counts:
            commands.append(["HSET", "counts", counter(day, what, detail), number])
        for week, record in common.answers:
            values = [week, record.assessment, record.version, list(record.answers)]
            own = json.dumps(values).encode()
            commands.append(["HSET", "answers", secrets.token_bytes(12), own])
        await self._engine.run("take", False, len(common.rings), commands)

    async def done(self) -> None:
        """See `End.done`."""
        await self._engine.run("take", False, 0, [["DEL", "moved"]])


def _places(
    screen: list[Any], reach: str, key: bytes, keys: dict[ConversationId, bytes]
) -> tuple[MovedPlace, ...]:
    rows, current = screen
    found = []
    for digest, mark, slot, owner, seq, at, called, sealed, _ in sorted(
        rows, key=lambda row: (row[1], row[8])
    ):
        kind, conversation = slot.decode(), ConversationId(owner.decode())
        known = conversation in keys
        found.append(
            MovedPlace(
                order=mark,
                platform_id=PLACE.unseal(key, reach, kind, int(called), sealed),
                slot=kind,
                current=digest in current,
                conversation=conversation if known else None,
                seq=int(seq) if seq and known else None,
                at=float(at),
            )
        )
    return tuple(found)


class _Commands:
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
