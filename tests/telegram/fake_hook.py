"""How Telegram calls a webhook: one update of a chat at a time, again and later until 2xx."""

from __future__ import annotations

import asyncio
import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import httpx

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 60.0
LONGEST_RETRY_AFTER = 3600.0
"""Delays of the real server, which tests count instead of waiting for them."""


@dataclass
class Delivery:
    """One attempt, and what came of it."""

    update: int
    status: int
    body: Any = None


@dataclass
class Hooks:
    """Delivers updates to `url`; chats in parallel, each in order."""

    client: httpx.AsyncClient
    url: str
    secret: str
    attempts: list[Delivery] = field(default_factory=list)
    pauses: list[float] = field(default_factory=list)

    async def deliver(self, updates: list[dict[str, Any]], limit: int = 20) -> None:
        """Deliver all, each at most `limit` times; the day after which Telegram gives up."""
        chats: dict[int, list[dict[str, Any]]] = defaultdict(list)
        for update in updates:
            chats[chat_of(update)].append(update)
        await asyncio.gather(*(self._chat(queue, limit) for queue in chats.values()))

    async def _chat(self, queue: list[dict[str, Any]], limit: int) -> None:
        for update in queue:
            pause = FIRST_PAUSE
            for _ in range(limit):
                response = await self.post(update)
                if response.is_success:
                    break
                asked = float(response.headers.get("retry-after", 0))
                self.pauses.append(min(asked or pause, LONGEST_RETRY_AFTER))
                pause = min(pause * 2, LONGEST_PAUSE)

    async def post(self, update: dict[str, Any], **headers: str) -> httpx.Response:
        """Make one attempt."""
        response = await self.client.post(
            self.url,
            content=json.dumps(update),
            headers={
                "content-type": "application/json",
                "x-telegram-bot-api-secret-token": self.secret,
                **headers,
            },
        )
        body = response.json() if response.content else None
        self.attempts.append(Delivery(update["update_id"], response.status_code, body))
        return response


def chat_of(update: dict[str, Any]) -> int:
    """Return the chat whose queue an update is in."""
    content = next(value for key, value in update.items() if key != "update_id")
    chat = content["message"]["chat"] if "data" in content else content["chat"]
    return int(chat["id"])
