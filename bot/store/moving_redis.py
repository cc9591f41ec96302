"""Redis as one side of a move."""

from __future__ import annotations

import json
import secrets
from collections.abc import AsyncIterator
from typing import Any

from bot.dialogue.values import ChannelKind
from bot.service.records import Address, ConversationId
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
from bot.store.moving_into_redis import Commands
from bot.store.outbox import OUTBOUND
from bot.store.places import PLACE
from bot.store.redis.records import (
    letter_of,
    line_of,
    ticket_of,
)
from bot.store.redis.store import RedisStore
from bot.store.redis.turns import SEPARATOR, counter
from bot.store.talks import ADDRESS
from bot.vault import place, unseal

SCANNED = 1000


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
        commands = Commands(self._engine, ranked).all()
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
