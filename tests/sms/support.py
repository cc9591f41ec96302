"""What the tests of SMS share: a clock, a door, a store that keeps states, and gateway files."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.channels.sms.schema import SmsFile
from bot.dialogue.values import ChannelKind, Locale
from bot.service.failures import StoreUnavailable
from bot.service.records import Address, ConversationId, Delivery, Inbound

SECRET = "path-secret-0123456789"
NUMBER = "+996700111222"
CONVERSATION = ConversationId("c" * 32)
START = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: datetime = START

    def __call__(self) -> datetime:
        """Return the moment it is."""
        return self.now

    def move(self, **by: float) -> None:
        """Move on."""
        self.now += timedelta(**by)


@dataclass
class Door:
    """The shell's `accept`: keeps each key once, and fails when it is told to."""

    kept: dict[str, Inbound] = field(default_factory=dict)
    failures: list[Exception] = field(default_factory=list)

    async def __call__(self, batch: Sequence[Inbound]) -> None:
        """Keep a batch."""
        if self.failures:
            raise self.failures.pop(0)
        for one in batch:
            self.kept.setdefault(one.key, one)

    @property
    def words(self) -> list[str]:
        """Return the texts that were kept, in order."""
        bodies = [json.loads(one.body) for one in self.kept.values()]
        return [body["text"] for body in bodies if "text" in body]

    @property
    def senders(self) -> list[str]:
        """Return the numbers they came from."""
        return [one.address.value for one in self.kept.values() if one.address]


class States:
    """Of a store only what the SMS side asks for: languages, states that go forward, figures."""

    RANK = (Delivery.SENT, Delivery.DELIVERED, Delivery.FAILED, Delivery.EXPIRED)

    def __init__(self, locale: str | None = "ru") -> None:
        self.language = Locale(locale) if locale else None
        self.states: dict[str, Delivery] = {}
        self.counted: list[tuple[str, str]] = []
        self.tallies: Counter[tuple[str, str, Address | None]] = Counter()
        self.down = False
        self.strangers = False

    async def find(self, address: Address) -> ConversationId | None:
        """Return the one conversation there is; none of strangers."""
        assert address.channel is ChannelKind.SMS
        return None if self.strangers else CONVERSATION

    async def locale(self, conversation: ConversationId) -> Locale | None:
        """Return its language."""
        assert conversation == CONVERSATION
        return self.language

    async def report(self, channel: ChannelKind, platform_id: str, delivery: Delivery) -> bool:
        """Move a known id forward."""
        assert channel is ChannelKind.SMS
        if self.down:
            raise StoreUnavailable
        if platform_id not in self.states:
            return False
        if self.states[platform_id] is Delivery.SENT:
            self.states[platform_id] = delivery
        return True

    async def tally(
        self, now: datetime, what: str, address: Address | None = None, add: int = 0
    ) -> int:
        """Add to a figure of the day."""
        if self.down:
            raise StoreUnavailable
        self.tallies[f"{now:%Y-%m-%d}", what, address] += add
        return self.tallies[f"{now:%Y-%m-%d}", what, address]

    async def count(self, now: datetime, what: str, detail: str) -> None:
        """Count."""
        assert now.tzinfo
        self.counted.append((what, detail))


def gateway(name: str = "one", **fields: Any) -> dict[str, Any]:
    """Return the fields of a Kannel gateway, with changes."""
    return {
        "name": name,
        "kind": "kannel",
        "secret": f"{name}-{SECRET}",
        "url": "http://127.0.0.1:1/cgi-bin/sendsms",
        "user": "safar",
        "password": "kannel-password",
        "sender": "4040",
        "callback": "http://127.0.0.1:8090",
        "prices": {"*": 1},
        **fields,
    }


def file(*gateways: dict[str, Any], **fields: Any) -> SmsFile:
    """Return a gateway file."""
    return SmsFile.model_validate(
        {"version": 1, "gateways": list(gateways) or [gateway()], **fields}
    )
