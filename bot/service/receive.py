"""The one way in: keep what arrived, then turn by turn load, read, advance, perform, commit.

One visitor is handled in order by one task at a time, different visitors side by side.
This is the one place where unexpected exceptions are caught.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot import log, metrics
from bot.dialogue import mishap
from bot.dialogue.book import Book
from bot.dialogue.engine import Turn, advance
from bot.dialogue.events import Event
from bot.dialogue.reading import NOTHING, DangerLevel, Reading
from bot.dialogue.values import CAPABILITIES, ChannelKind, DeskFacts, Moment
from bot.l10n.wording import Wording
from bot.service import wire
from bot.service.failures import Conflict, StoreUnavailable
from bot.service.flood import Flood
from bot.service.killpoint import killpoint
from bot.service.perform import effects_of, perform, visitors_words
from bot.service.ports import Store
from bot.service.records import Commit, ConversationId, Inbound, InboundKind, Loaded, Send, Ticket
from bot.service.wakes import QUEUE, Wakes
from bot.understanding import Reader

OUTBOX = "outbox"
"""The topic that wakes the sender."""
RINGS = "rings"
PAUSE = 0.5
"""Seconds before a store that is out of reach is tried again."""
BACKLOG = 1000

_log = log.logger("safar.turn")


@dataclass(frozen=True, slots=True)
class Library:
    """What is said and how: all that a turn reads and never writes."""

    book: Book
    wording: Wording
    reader: Reader


class Desk(Protocol):
    """What a turn asks of the operators' side."""

    async def facts(self, ticket: Ticket | None) -> DeskFacts:
        """Return what is true of the hot line now, for this visitor."""
        ...

    def heard(self, conversation: ConversationId, at: datetime) -> None:
        """Note that words wait for an operator."""
        ...


class Sender(Protocol):
    """Who sends what a turn says."""

    def ready(self) -> bool:
        """Tell whether a message that is handed over now would go at once."""
        ...

    def begin(self, sends: Sequence[Send]) -> None:
        """Send these, which the store has already marked as under way."""
        ...


class Reception:
    """Accepts and works off what arrives."""

    def __init__(
        self,
        store: Store,
        library: Library,
        wakes: Wakes,
        *,
        seed: Callable[[str], bytes],
        clock: Callable[[], datetime],
    ) -> None:
        self._desk: Desk | None = None
        self._sender: Sender | None = None
        self._store = store
        self._library = library
        self._wakes = wakes
        self._seed = seed
        self._clock = clock
        self._busy: dict[ConversationId, asyncio.Task[None]] = {}
        self._again: set[ConversationId] = set()
        self._left_over: set[ConversationId] = set()
        self._flood = Flood()

    def serve(self, desk: Desk) -> None:
        """Say who knows the hot line; until then nobody is on duty."""
        self._desk = desk

    def send_through(self, sender: Sender) -> None:
        """Say who is handed each turn's message; until then it waits to be claimed."""
        self._sender = sender

    async def accept(self, batch: Sequence[Inbound]) -> tuple[ConversationId, ...]:
        """Keep a batch durably; only then return, so that the caller may acknowledge."""
        conversations = await self._store.accept(batch)
        for one in batch:
            metrics.inbound(one.address.channel.value if one.address else "inside", one.kind.value)
        killpoint("kept")
        for conversation in conversations:
            self.work(conversation)
        return conversations

    def work(self, conversation: ConversationId) -> None:
        """See to it that a conversation's inbox is worked off, by one task at a time."""
        if conversation in self._busy:
            self._again.add(conversation)
            return
        task = asyncio.create_task(self._work_off(conversation))
        self._busy[conversation] = task
        task.add_done_callback(lambda _: self._done(conversation))

    def _done(self, conversation: ConversationId) -> None:
        self._busy.pop(conversation, None)
        if conversation in self._again:
            self._again.discard(conversation)
            self.work(conversation)

    async def resume(self) -> None:
        """Take up what a former process accepted and did not finish.

        One at a time, and each counted before its turn: a message that ends the process itself
        must be known for it at the next start, and not be counted together with its neighbours.
        """
        former: tuple[ConversationId, ...] = ()
        while (waiting := await self._backlog()) != former:
            for conversation in waiting:
                self._left_over.add(conversation)
                self.work(conversation)
                await asyncio.wait([self._busy[conversation]])
            if len(waiting) < BACKLOG:
                return
            former = waiting

    async def _backlog(self) -> tuple[ConversationId, ...]:
        """Ask until the store answers: one that is held at the start must not end the process."""
        while True:
            try:
                return await self._store.backlog(BACKLOG)
            except StoreUnavailable:
                await asyncio.sleep(PAUSE)

    async def idle(self) -> None:
        """Return when nothing is being worked on."""
        while self._busy:
            await asyncio.gather(*self._busy.values(), return_exceptions=True)

    async def _work_off(self, conversation: ConversationId) -> None:
        while True:
            try:
                loaded = await self._store.load(conversation)
                if loaded is None:
                    return
                if conversation in self._left_over:
                    await self._count(loaded)
                    continue
                if await self._try(loaded) and not loaded.more:
                    return  # what came meanwhile has asked for another round
            except Conflict:
                continue
            except StoreUnavailable:
                await asyncio.sleep(PAUSE)
            except Exception as error:  # noqa: BLE001 -- what cannot be loaded, or set aside
                _log.exception("work_failed", conversation=conversation, exc_info=error)
                return

    async def _count(self, loaded: Loaded) -> None:
        """Count a try before it is made; after the last one only the apology is left.

        What may have ended five processes is not read again, not even for words of danger.
        """
        given_up = await self._give_up(loaded, lambda _: False)
        self._left_over.discard(loaded.conversation)
        if given_up is not None:
            self._announce(given_up[0])

    async def _try(self, loaded: Loaded) -> bool:
        """Take one turn; False when it must be tried again.

        Whatever it raises: five tries, then an apology and the next message.
        """
        started = time.perf_counter()
        try:
            commit, effects = await self._turn(loaded)
            killpoint("turned")
            await self._commit(commit, loaded)
        except (Conflict, StoreUnavailable):
            raise
        except Exception as error:  # noqa: BLE001 -- the one place; nothing of it but its kind is logged
            metrics.turn("failed", time.perf_counter() - started)
            _log.exception("turn_failed", kind=loaded.inbound.kind.value, exc_info=error)
            given_up = await self._give_up(loaded, self._sounded_dangerous)
            if given_up is None:
                return False
            commit, effects = given_up
        self._announce(commit)
        took = time.perf_counter() - started
        metrics.turn("done", took)
        _log.info(
            "turn",
            conversation=loaded.conversation,
            kind=loaded.inbound.kind.value,
            channel=loaded.channel.value,
            effects=len(effects),
            took_ms=round(took * 1000, 1),
        )
        return True

    async def _give_up(
        self, loaded: Loaded, dangerous: Callable[[Loaded], bool]
    ) -> tuple[Commit, tuple[str, ...]] | None:
        """Set a message aside after its last try, with an apology if even that can be made."""
        if not await self._store.set_aside(loaded.conversation, loaded.inbox):
            return None
        try:
            commit, effects = await self._apology(loaded, danger=dangerous(loaded))
            await self._commit(commit, loaded)
        except (Conflict, StoreUnavailable):
            raise
        except Exception as error:  # noqa: BLE001 -- the next message must not wait for this one
            _log.exception("apology_failed", kind=loaded.inbound.kind.value, exc_info=error)
            return None
        return commit, effects

    async def _commit(self, commit: Commit, loaded: Loaded) -> None:
        """Write a turn, then let its message go: kept first, sent after."""
        sender = self._sender
        claim = sender is not None and sender.ready()
        sends = await self._store.commit(commit, claim=claim)
        if sender is not None and sends:
            sender.begin(sends)
        said = len(commit.outgoing) + commit.wipe
        if said > len(sends) and loaded.channel is not ChannelKind.WEB:
            self._wakes.wake(OUTBOX)

    async def _turn(self, loaded: Loaded) -> tuple[Commit, tuple[str, ...]]:
        moment = await self._moment(loaded)
        event = wire.event(loaded.inbound, self._read(loaded))
        turn = self._decide(loaded, event, moment)
        return self._perform(turn, loaded, event, moment), effects_of(turn)

    def _decide(self, loaded: Loaded, event: Event, moment: Moment) -> Turn:
        book = self._library.book
        flooded = self._flood.turn(book, loaded, event, moment)
        return flooded or advance(book, loaded.session, event, moment)

    def _perform(self, turn: Turn, loaded: Loaded, event: Event, moment: Moment) -> Commit:
        library = self._library
        said = visitors_words(library.book, loaded, event, moment, library.wording)
        return perform(turn, loaded, moment, library.wording, said)

    def _read(self, loaded: Loaded) -> Reading:
        if loaded.inbound.kind is not InboundKind.SAID:
            return NOTHING
        return self._library.reader.read(wire.text(loaded.inbound), loaded.session.locale)

    async def _moment(self, loaded: Loaded) -> Moment:
        ticket = loaded.tickets[0] if loaded.tickets else None
        return Moment(
            now=self._clock(),
            channel=CAPABILITIES[loaded.channel],
            seed=self._seed(loaded.inbound.key),
            desk=await self._desk.facts(ticket) if self._desk else DeskFacts(),
        )

    async def _apology(self, loaded: Loaded, *, danger: bool) -> tuple[Commit, tuple[str, ...]]:
        """Say that something went wrong; numbers only if that message held danger words."""
        moment = await self._moment(loaded)
        turn = mishap.apologise(self._library.book, loaded.session, moment, danger=danger)
        return perform(turn, loaded, moment, self._library.wording), effects_of(turn)

    def _sounded_dangerous(self, loaded: Loaded) -> bool:
        try:
            return self._read(loaded).danger.level is DangerLevel.DANGER
        except Exception:  # noqa: BLE001 -- the text that broke the turn may break the reader too
            return False

    def _announce(self, commit: Commit) -> None:
        self._wakes.wake(commit.conversation)
        if commit.opened or commit.raised or commit.closed:
            self._wakes.wake(QUEUE)
        if commit.shown and self._desk:
            self._desk.heard(commit.conversation, commit.at)
        if commit.rings:
            self._wakes.wake(RINGS)
