"""Every pressed button is answered once: at once, or with the words of a pop-up."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Coroutine

from bot.channels.telegram_client import QUERY_OLD, Client
from bot.channels.telegram_wire import LARGEST_ALERT, pieces
from bot.service.failures import Refused, SendError

PATIENCE = 3.0
"""Seconds that a pop-up may take; afterwards the button only stops spinning."""


class Buttons:
    """The pressed buttons that are not answered yet, one a chat.

    They live in memory only: Telegram forgets a pressed button within seconds.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._held: dict[int, str] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def pressed(self, chat: int, query: str, *, peek: bool = False) -> None:
        """Answer a button in the background, at once unless it waits for a pop-up."""
        if peek:
            self._held[chat] = query
            self._start(self._later(chat, query))
        else:
            self._start(self._answer(query))

    async def alert(self, chat: int, words: str) -> None:
        """Answer the held button with a pop-up. Raises `Refused` when none waits any more."""
        query = self._held.pop(chat, "")
        if not query:
            raise Refused(QUERY_OLD)
        await self._client.answer(query, next(pieces(words, LARGEST_ALERT), ""))

    async def stop(self) -> None:
        """Let running answers end."""
        for chat, query in tuple(self._held.items()):
            del self._held[chat]
            self._start(self._answer(query))
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _later(self, chat: int, query: str) -> None:
        await asyncio.sleep(PATIENCE)
        if self._held.get(chat) == query:
            del self._held[chat]
            await self._answer(query)

    async def _answer(self, query: str) -> None:
        # A button that spins a little longer does no harm, and must not hold anything up.
        with contextlib.suppress(SendError):
            await self._client.answer(query)

    def _start(self, coroutine: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
