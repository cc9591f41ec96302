"""What arrived is kept first; only then are buttons answered and groups left."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence

from bot.channels.telegram_chat import TelegramChannel
from bot.channels.telegram_wire import Arrival
from bot.service.failures import SendError
from bot.service.records import Inbound

Accept = Callable[[Sequence[Inbound]], Awaitable[object]]
"""The shell's door: returns after the durable commit."""


class Intake:
    """Takes decoded updates, from polling or from webhooks."""

    def __init__(self, channel: TelegramChannel, accept: Accept) -> None:
        self.channel = channel
        self._accept = accept
        self._leaving: set[asyncio.Task[None]] = set()

    async def take(self, arrivals: Sequence[Arrival], *, answer: bool = True) -> None:
        """Keep all of them in one commit, then acknowledge. Raises what `accept` raises.

        With `answer` False the buttons are answered by whoever called.
        """
        kept = [one.inbound for one in arrivals if one.inbound is not None]
        for one in arrivals:
            # Before the commit: the turn may run, and send, before this goes on.
            if one.message:
                self.channel.noticed(one.chat, one.message)
            elif one.query:
                self.channel.looking(one.chat)
        if kept:
            await self._accept(kept)
        for one in arrivals:
            if one.query and answer:
                self.channel.buttons.pressed(one.chat, one.query, peek=one.peek)
            if one.stranger:
                self._leave(one.chat)

    async def stop(self) -> None:
        """Let what was begun end."""
        await self.channel.buttons.stop()
        await asyncio.gather(*self._leaving, return_exceptions=True)

    def _leave(self, chat: int) -> None:
        task = asyncio.get_running_loop().create_task(self._left(chat))
        self._leaving.add(task)
        task.add_done_callback(self._leaving.discard)

    async def _left(self, chat: int) -> None:
        """Leave a group or channel: words of several people are never read."""
        with contextlib.suppress(SendError):
            await self.channel.client.call("leaveChat", {"chat_id": chat})
