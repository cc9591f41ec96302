"""What arrives: kept once in its visitor's mailbox, handed to one worker at a time."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from typing import Any

from bot.dialogue.session import FRESH
from bot.dialogue.values import CAPABILITIES, ChannelKind
from bot.service import sessions
from bot.service.failures import StoreUnavailable
from bot.service.killpoint import killpoint
from bot.service.records import Address, ConversationId, Inbound, Loaded
from bot.store.inbox import SECONDS_A_DAY
from bot.store.places import OWN
from bot.store.redis.engine import Engine, StaleKeys
from bot.store.redis.records import (
    Talk,
    letter_of,
    name,
    new_reach,
    sealed_letter,
    ticket_of,
)
from bot.store.redis.targets import Target, digest_of_place, sealed_place
from bot.store.talks import ADDRESS
from bot.vault import new_key, place, seal, unseal

ROUNDS = 8
"""Races with other workers that are lost in a row before we say that Redis is out of reach."""
REMEMBERED = 4096
FRESH_BLOB = sessions.encode(FRESH)


class Mailboxes:
    """The inbox of one worker."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._targets: dict[bytes | str, Target] = {}
        self.read: dict[ConversationId, Talk] = {}
        """What `load` read, until the turn that it was read for."""
        self.free: Callable[[], int] = lambda: 0
        """How many conversations may be taken in hand with what was accepted."""
        self._taken: dict[ConversationId, tuple[int, list[Any]]] = {}
        """Those, as they were then and for which number of this worker, until they are loaded."""

    def forget(self) -> None:
        """Let what is remembered of visitors not outlive them for long."""
        self._targets.clear()
        self.read.clear()
        self._taken.clear()

    async def accept(
        self, batch: Sequence[Inbound], timers: Sequence[bytes | bool] = ()
    ) -> tuple[ConversationId, ...]:
        """Keep each key once; `timers` go with the inbound at the same place."""
        for _ in range(ROUNDS):
            targets, indices = self._targets_of(batch)
            items = [
                (*self._item(inbound, targets[index]), index, timer)
                for inbound, index, timer in zip(
                    batch, indices, timers or [False] * len(batch), strict=True
                )
            ]
            killpoint("before-accept-commit")
            try:
                done, reply, taken = await self._engine.run(
                    "accept", [t.packed() for t in targets], items, self.free()
                )
            except StaleKeys:
                self._targets.clear()
                continue
            if done:
                killpoint("after-accept-commit")
                for conversation, row in taken:
                    known = ConversationId(conversation.decode())
                    self._taken[known] = self._engine.worker, row
                self._settle(targets, {conversation.decode() for conversation in reply})
                return tuple(dict.fromkeys(ConversationId(c.decode()) for c in reply))
            for index, state in reply:
                self.learn(targets[index], state, batch[indices.index(index)])
        raise StoreUnavailable("Too many workers at once.")

    def _targets_of(self, batch: Sequence[Inbound]) -> tuple[list[Target], list[int]]:
        order: dict[bytes | str, int] = {}
        targets: list[Target] = []
        indices = []
        for inbound in batch:
            name_ = self._name(inbound)
            if name_ not in order:
                order[name_] = len(targets)
                targets.append(self._target(name_, inbound))
            indices.append(order[name_])
        return targets, indices

    def _name(self, inbound: Inbound) -> bytes | str:
        address = inbound.address
        if address is None:
            return inbound.conversation or "none"
        return self._engine.vault.lookup(address.channel, address.value)

    def _target(self, name_: bytes | str, inbound: Inbound) -> Target:
        target = self._targets.get(name_)
        if target is None:
            if len(self._targets) >= REMEMBERED:
                self._targets.clear()
            inside = isinstance(name_, str)
            target = Target(
                inbound.address,
                b"" if isinstance(name_, str) else name_,
                name_ if isinstance(name_, str) and inside else "",
            )
            self._targets[name_] = target
        return target

    def _settle(self, targets: Sequence[Target], woken: set[str]) -> None:
        """What began has begun; what was only proposed and not needed is asked about again."""
        for target in targets:
            if target.begins and target.conversation not in woken:
                target.sure = False
            target.begins = target.reaches = False

    def learn(self, target: Target, state: Sequence[bytes], inbound: Inbound) -> None:
        """Take in how a target stands; propose what is missing there."""
        engine = self._engine
        reach, wrapped, conversation, key = state
        target.sure, target.begins, target.reaches = True, False, False
        target.reach = reach.decode()
        if not target.lookup:
            target.key = engine.unwrap(key, "conversations", target.conversation)
            return
        if reach:
            target.wipe_key = engine.unwrap(wrapped, "addresses", target.reach)
        else:
            self._new_address(target)
        if conversation:
            target.conversation = conversation.decode()
            target.key = engine.unwrap(key, "conversations", target.conversation)
        else:
            self._new_conversation(target, inbound)

    def _new_address(self, target: Target) -> None:
        assert target.address is not None  # noqa: S101 -- only an address has a lookup
        target.reach, target.wipe_key, target.reaches = self.address(target.address)

    def address(self, address: Address) -> tuple[str, bytes, tuple[bytes, bytes]]:
        """Make what keeps a new address: its id, its key, and both of it sealed."""
        reach, key = new_reach(), new_key()
        sealed = ADDRESS.seal(key, reach, "value", 0, address.value)
        return reach, key, (self._engine.wrap(key, "addresses", reach), sealed)

    def _new_conversation(self, target: Target, inbound: Inbound) -> None:
        assert target.address is not None  # noqa: S101 -- see above
        target.conversation, target.key = secrets.token_hex(16), new_key()
        target.begins = (
            self._engine.wrap(target.key, "conversations", target.conversation),
            seal(target.key, place("conversations", target.conversation, "session", 0), FRESH_BLOB),
            target.address.channel,
            int(inbound.at.timestamp()),
        )

    def _item(self, inbound: Inbound, target: Target) -> tuple[Any, ...]:
        """Return an item as scripts read it: digest, day, name, kind, sealed, place."""
        if not target.sure:
            return (b"", 0, 0, "", b"", False)
        scope = inbound.address.channel if inbound.address else inbound.conversation or ""
        called = name()
        return (
            self._engine.vault.digest(f"{scope}|{inbound.key}"),
            int(inbound.at.timestamp()) // SECONDS_A_DAY,
            str(called),
            inbound.kind,
            sealed_letter(target.key, target.conversation, called, inbound),
            self._place(inbound, target),
        )

    def _place(self, inbound: Inbound, target: Target) -> tuple[Any, ...] | bool:
        if inbound.platform_id is None or inbound.address is None:
            return False
        channel = inbound.address.channel
        if not CAPABILITIES[channel].takes_back:
            return False
        called, sealed = sealed_place(target.wipe_key, target.reach, OWN, inbound.platform_id)
        digest = digest_of_place(self._engine, channel, target.reach, inbound.platform_id)
        return (digest, str(called), inbound.at.timestamp(), sealed, False)

    async def rejoin(self, code: bytes, address: Address) -> ConversationId | None:
        """Give the hidden conversation with this code to an address; unread words come along."""
        engine = self._engine
        lookup = engine.vault.lookup(address.channel, address.value)
        reach, _, sealed = self.address(address)
        for _ in range(ROUNDS):
            found = await engine.run("returning", code, lookup)
            if found is None:
                return None
            outcome = await engine.run(
                "rejoin",
                code,
                lookup,
                address.channel,
                (reach, *sealed),
                found[2],
                len(found[4]),
                self._brought(found),
            )
            if outcome == found[0]:
                self._targets.clear()
                return ConversationId(found[0].decode())
        raise StoreUnavailable("Too many workers at once.")

    def _brought(self, found: Sequence[Any]) -> list[tuple[Any, ...]]:
        """Seal the letters of the conversation that goes for the one that comes back."""
        conversation, wrapped, former, former_wrapped, rows = found
        if not rows:
            return []
        owner, before = conversation.decode(), ConversationId(former.decode())
        key = self._engine.unwrap(wrapped, "conversations", owner)
        former_key = self._engine.unwrap(former_wrapped, "conversations", before)
        letters = (letter_of(former_key, before, row)[1] for row in rows)
        return [_raw(key, owner, letter) for letter in letters if letter.address is not None]

    async def load(self, conversation: ConversationId) -> Loaded | None:
        """Return the oldest letter with its session, unless another worker has them.

        Who only accepts gets nothing: turns are for workers.
        """
        if not self._engine.works:
            return None
        number, row = self._taken.pop(conversation, (0, None))
        if row is None or number != self._engine.worker:
            row = await self._engine.run("load", conversation)
        if row is None:
            return None
        talk = self._talk(conversation, row)
        self.read[conversation] = talk
        number, inbound = letter_of(talk.key, conversation, row[9])
        return Loaded(
            conversation=conversation,
            inbox=number,
            inbound=inbound,
            session=sessions.decode(session_of(talk)),
            channel=talk.channel,
            tickets=talk.tickets[:1],
        )

    async def peek(self, conversation: ConversationId) -> Talk | None:
        """Return a conversation without taking it up."""
        row = await self._engine.run("load", conversation, True)
        return self._talk(conversation, row) if row is not None else None

    def _talk(self, conversation: ConversationId, row: list[Any]) -> Talk:
        channel, reach, wrapped, session, version, seq, view, closing, wipe_key, _, tickets = row
        key = self._engine.unwrap(wrapped, "conversations", conversation)
        return Talk(
            id=conversation,
            channel=ChannelKind(channel.decode()),
            reach=reach.decode(),
            key=key,
            session=session,
            version=int(version),
            seq=int(seq),
            view=int(view),
            closing=bool(closing),
            wipe_key=wipe_key,
            tickets=tuple(
                sorted((ticket_of(key, t) for t in tickets), key=lambda t: (t.opened, t.id))
            ),
        )

    async def moving(
        self, talk: Talk, letters: Sequence[Inbound]
    ) -> tuple[list[Target], list[tuple[Any, ...]]]:
        """Return how letters of a conversation that goes begin another one."""
        targets, indices = self._afresh(letters)
        if not targets:
            return [], []
        wrong = await self._engine.run("where", [t.packed() for t in targets], talk.id)
        for index, state in wrong:
            self.learn(targets[index], state, letters[indices.index(index)])
        items = [
            (*self._item(letter, targets[index])[:5], False, index, False)
            for letter, index in zip(letters, indices, strict=True)
        ]
        return targets, items

    def _afresh(self, letters: Sequence[Inbound]) -> tuple[list[Target], list[int]]:
        """Nothing remembered is of use: the conversation it names is about to go."""
        for letter in letters:
            self._targets.pop(self._name(letter), None)
        targets, indices = self._targets_of(letters)
        for letter in letters:
            self._targets.pop(self._name(letter), None)
        return targets, indices


def _raw(key: bytes, owner: str, letter: Inbound) -> tuple[Any, ...]:
    """Return an item that was seen before and whose place is known."""
    called = name()
    sealed = sealed_letter(key, owner, called, letter)
    return (b"", 0, str(called), letter.kind, sealed, False)


def session_of(talk: Talk) -> bytes:
    """Open the session of a conversation."""
    where = place("conversations", talk.id, "session", talk.version)
    return unseal(talk.key, where, talk.session)
