"""The port of a gateway: what the phone, Kannel, an aggregator or Twilio must be able to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Protocol

from bot.service.records import Delivery


@dataclass(frozen=True, slots=True)
class Sms:
    """One message on its way out. `key` is random: our name for it, and in reports."""

    to: str = field(repr=False)
    text: str = field(repr=False)
    key: str
    validity: timedelta
    """After this nobody may show it any more: the phone may be in other hands."""


@dataclass(frozen=True, slots=True)
class Call:
    """An HTTP request of a gateway to us. Header names are in lower case."""

    method: str
    path: str = field(repr=False)
    query: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Arrival:
    """An SMS that came in. `id` repeats when the gateway repeats itself, and only then."""

    id: str
    sender: str = field(repr=False)
    text: str = field(repr=False)
    media: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What a gateway says later of a message we sent."""

    id: str
    delivery: Delivery


class CallError(Exception):
    """A request of a gateway that is not taken; `status` answers it and nothing is echoed."""

    def __init__(self, status: int) -> None:
        super().__init__("refused")
        self.status = status


class Gateway(Protocol):
    """One way in and out. Raises `SendError` when sending, `CallError` when called."""

    name: str
    arrivals: frozenset[str]
    """HTTP methods by which an SMS is brought; none if this gateway only sends."""
    reports: frozenset[str]
    """HTTP methods by which reports are brought."""
    calls: frozenset[str]
    """HTTP methods by which missed telephone calls are brought; none unless the file says so."""

    async def send(self, sms: Sms) -> str:
        """Send; return the id by which reports will name it."""
        ...

    async def known(self, key: str) -> bool | None:
        """Tell whether the gateway took a message of this key; None where it cannot say."""
        ...

    def arrival(self, call: Call) -> Arrival | None:
        """Return the SMS of a call; None for a call that brings none."""
        ...

    def report(self, call: Call) -> Report | None:
        """Return the report of a call; None for one that says nothing new."""
        ...

    def rang(self, call: Call) -> Arrival | None:
        """Return who rang, without words."""
        ...

    def hang_up(self) -> tuple[str, bytes]:
        """Return media type and body of the answer that ends a telephone call unanswered."""
        ...

    def thanks(self) -> tuple[str, bytes]:
        """Return media type and body of the answer to a call that was taken."""
        ...

    async def close(self) -> None:
        """Close what is open."""
        ...
