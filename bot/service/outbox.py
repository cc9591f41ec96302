"""Sending: what is due, per visitor in order, with retries by what the adapter classified."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta

from bot import log, metrics
from bot.dialogue.values import ChannelKind
from bot.service.failures import Gone, NotSent, Refused, StoreUnavailable, Unknown
from bot.service.hints import TypingHints
from bot.service.killpoint import killpoint
from bot.service.ports import Channel, Store
from bot.service.receive import OUTBOX
from bot.service.records import (
    ConversationId,
    Delivery,
    Inbound,
    InboundKind,
    Receipt,
    Send,
    Settled,
)
from bot.service.wakes import Wakes

BATCH = 50
SETTLE_TRIES = 20
SETTLE_PAUSE = 0.5
"""A store out of reach for ten seconds leaves the send in doubt: it is offered again later."""
IDLE = 1.0
"""Seconds between looks at the outbox when nothing wakes the sender."""
FIRST_PAUSE = timedelta(seconds=1)
LONGEST_PAUSE = timedelta(seconds=60)

_log = log.logger("safar.outbox")


class Outbox:
    """Sends until it is cancelled. Adapters classify, this decides."""

    def __init__(
        self,
        store: Store,
        channels: Mapping[ChannelKind, Channel],
        wakes: Wakes,
        *,
        clock: Callable[[], datetime],
        accept: Callable[[Sequence[Inbound]], Awaitable[object]],
    ) -> None:
        self._store = store
        self._accept = accept
        self._channels = channels
        self._wakes = wakes
        self._clock = clock
        self.hints = TypingHints(channels)
        self._quiet_until: datetime | None = None
        self._due = asyncio.Event()
        """Set when there may be something to claim, also while we are claiming."""
        self._running = False
        self._full = False
        """More may be due than there was room for."""
        self._sending: set[asyncio.Task[None]] = set()
        self._under_way: dict[tuple[ConversationId, int], Send] = {}

    async def run(self) -> None:
        """Send whatever is due, for ever; when told to stop, let what is under way be settled."""
        self._wakes.answer(OUTBOX, lambda _: self._due.set())
        self._running = True
        try:
            while True:
                self._due.clear()
                if not await self._whole():
                    await self._woken()
        finally:
            self._running = False
            await self._settled()

    async def _woken(self) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(IDLE):
                await self._due.wait()

    def ready(self) -> bool:
        """Tell whether what is handed over now goes at once."""
        return self._running and self._room(self._clock()) > 0

    def begin(self, sends: Sequence[Send]) -> None:
        """Send what a turn's own commit marked as under way."""
        for send in sends:
            self._start(send)

    def _room(self, now: datetime) -> int:
        quiet = self._quiet_until is not None and now < self._quiet_until
        return 0 if quiet else BATCH - len(self._sending)

    async def _whole(self) -> int:
        """Begin what is due, and never half: what was claimed is sent also when told to stop."""
        beginning = asyncio.ensure_future(self._begin())
        try:
            return await asyncio.shield(beginning)
        except asyncio.CancelledError:
            await beginning
            raise

    async def once(self) -> int:
        """Send what is due now, to its end; return how many sends were tried."""
        begun = await self._begin()
        await self._settled()
        return begun

    async def _begin(self) -> int:
        """Begin what is due. A platform that keeps one send waiting holds up nobody else."""
        now = self._clock()
        room = self._room(now)
        self._full = room <= 0
        if self._full:
            return 0
        try:
            sends = await self._store.claim_sends(now, room)
        except StoreUnavailable:
            return 0
        self._full = len(sends) == room
        return sum([self._start(send) for send in sends])

    def _start(self, send: Send) -> bool:
        """Begin one send, unless the clock jumped past its lease while it is still under way here.

        It then goes on, and is settled as the later claim, the only one the store listens to.
        """
        one = (send.conversation, send.id)
        begun = one not in self._under_way
        self._under_way[one] = send
        if begun:
            task = asyncio.create_task(self._send(send))
            self._sending.add(task)
            task.add_done_callback(self._sent)
        return begun

    def _sent(self, task: asyncio.Task[None]) -> None:
        self._sending.discard(task)
        if self._full:
            self._wakes.wake(OUTBOX)

    async def _settled(self) -> None:
        """Return when nothing is under way."""
        while self._sending:
            await asyncio.wait(self._sending)

    async def _send(self, send: Send) -> None:
        try:
            settled = await self._attempt(send)
            metrics.send(send.address.channel.value, settled.delivery.value)
            if await self._settle(send, settled):
                self._wakes.wake(OUTBOX)
        finally:
            del self._under_way[send.conversation, send.id]
        self._wakes.wake(send.conversation)

    async def _settle(self, send: Send, settled: Settled) -> bool:
        """Write down how it ended; until then nothing more goes to this visitor.

        True when the next message to the same visitor may be due now.
        """
        for _ in range(SETTLE_TRIES):
            latest = self._under_way[send.conversation, send.id]
            try:
                return await self._store.settle(latest, settled)
            except StoreUnavailable:
                _log.warning("settle_postponed", conversation=send.conversation)
                await asyncio.sleep(SETTLE_PAUSE)
        return True

    async def _attempt(self, send: Send) -> Settled:
        channel = self._channels.get(send.address.channel)
        if channel is None:
            return self._later(send, LONGEST_PAUSE)
        killpoint("sending")
        try:
            receipt = await self._hand_over(channel, send)
        except NotSent as refusal:
            return self._not_sent(send, refusal)
        except Unknown as doubt:
            return self._unknown(send, doubt.platform_ids)
        except Refused as refusal:
            _log.warning("send_refused", conversation=send.conversation, reason=refusal.code)
            return Settled(Delivery.FAILED)
        except Gone:
            return await self._tell(send)
        except Exception as error:  # noqa: BLE001 -- a broken adapter must not stop the others
            _log.exception("send_broke", conversation=send.conversation, exc_info=error)
            return self._unknown(send)
        killpoint("sent")
        self._hint(send)
        return Settled(Delivery.SENT, receipt.platform_ids)

    def _hint(self, send: Send) -> None:
        if send.outbound.wipe:
            self.hints.forget(send.conversation)
        else:
            self.hints.reached(send.conversation, send.address)

    @staticmethod
    async def _hand_over(channel: Channel, send: Send) -> Receipt:
        """Name the message the same at every try: a gateway that knows it takes it once."""
        named = hashlib.blake2b(f"{send.conversation}:{send.id}".encode(), digest_size=16)
        return await channel.send(
            send.address,
            send.outbound,
            send.places,
            key=named.hexdigest(),
            doubtful=send.doubtful,
        )

    def _not_sent(self, send: Send, refusal: NotSent) -> Settled:
        pause = max(timedelta(seconds=refusal.retry_after), self._pause(send.attempt))
        if refusal.everyone:
            self._quiet_until = self._clock() + pause
        return self._later(send, pause)

    def _unknown(self, send: Send, named: tuple[str, ...] = ()) -> Settled:
        """Resend once on Telegram (promise 3); an SMS with an unknown end is not sent blindly."""
        if not send.doubtful and send.address.channel is ChannelKind.TELEGRAM:
            return self._later(send, FIRST_PAUSE, Delivery.UNKNOWN)
        return Settled(Delivery.UNKNOWN, named)

    def _later(self, send: Send, pause: timedelta, delivery: Delivery = Delivery.QUEUED) -> Settled:
        _log.info("send_postponed", conversation=send.conversation, attempt=send.attempt)
        return Settled(delivery, again=self._clock() + pause)

    def _pause(self, attempt: int) -> timedelta:
        return min(FIRST_PAUSE * (1 << min(attempt, 10)), LONGEST_PAUSE)

    async def _tell(self, send: Send) -> Settled:
        """Let the core know that nothing reaches this visitor any more; if not now, later."""
        gone = Inbound(
            key=f"gone:{send.id}",
            kind=InboundKind.SEND_FAILED,
            body='{"gone": true}',
            at=self._clock(),
            conversation=send.conversation,
        )
        try:
            await self._accept([gone])
        except StoreUnavailable:
            return self._later(send, FIRST_PAUSE)
        return Settled(Delivery.FAILED)
