"""The visitor's side of the shell, for channels that read the log themselves (web chat)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from bot.dialogue.handoff import CODE_DIGITS
from bot.dialogue.values import ChannelKind, Locale
from bot.service import wire
from bot.service.ports import Store
from bot.service.receive import Reception
from bot.service.records import Address, ConversationId, Inbound, InboundKind, LogLine
from bot.service.wakes import Wakes

NOT_DIGITS = re.compile(r"[^0-9]+")
EXIT = "/exit"
"""The word that leaves in silence, in a form no language needs to know."""


class Shell:
    """One door for a visitor's page: what arrives, what may be seen, and when to look again."""

    def __init__(
        self, store: Store, reception: Reception, wakes: Wakes, *, clock: Callable[[], datetime]
    ) -> None:
        self._clock = clock
        self._store = store
        self._reception = reception
        self._wakes = wakes

    async def receive(self, inbound: Inbound) -> ConversationId:
        """Keep what arrived, durably, and return; the turn follows by itself."""
        await self._come_back(inbound)
        accepted = await self._reception.accept([inbound])
        return accepted[0] if accepted else await self._known(inbound)

    async def _come_back(self, inbound: Inbound) -> None:
        """A code from before Exit gives the hidden talk to this browser; a wrong one is a word."""
        if inbound.kind is not InboundKind.SAID or inbound.address is None:
            return
        code = NOT_DIGITS.sub("", words := wire.text(inbound))
        if len(code) == CODE_DIGITS[ChannelKind.WEB] and len(words) < 2 * len(code):
            await self._store.rejoin(code, inbound.address)

    async def _known(self, inbound: Inbound) -> ConversationId:
        """A second arrival of the same key belongs where the first one went."""
        found = await self._store.find(inbound.address) if inbound.address else None
        return found or ConversationId("")

    async def find(self, address: Address) -> ConversationId | None:
        """Return the open conversation of an address."""
        return await self._store.find(address)

    async def view(self, conversation: ConversationId, after: int) -> tuple[LogLine, ...]:
        """Return what the visitor may see after `after`, in order."""
        return await self._store.view(conversation, after)

    async def delivered(self, conversation: ConversationId, seq: int) -> None:
        """Mark everything up to `seq` as arrived; the operator's page shows it."""
        await self._store.delivered(conversation, seq)
        self._wakes.wake(conversation)

    async def wait(self, conversation: ConversationId, timeout: float) -> None:  # noqa: ASYNC109
        """Return when something may be new."""
        await self._wakes.wait(conversation, timeout)

    async def leave(self, address: Address) -> None:
        """Leave in silence, then cut the address off from its conversation (quick exit)."""
        conversation = await self._store.find(address)
        if conversation is None:
            return
        now = self._clock()
        key = f"leave:{conversation}:{now.timestamp()}"
        left = Inbound(key, InboundKind.SAID, wire.said(EXIT), now, conversation=conversation)
        await self._reception.accept([left])
        await self._store.leave(address)

    async def locale(self, conversation: ConversationId) -> Locale | None:
        """Return the language the visitor chose, if any."""
        return await self._store.locale(conversation)
