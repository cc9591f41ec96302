"""Where an inbound goes, and what it leaves on the visitor's screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.dialogue.values import ChannelKind
from bot.service.records import Address
from bot.store.places import PLACE
from bot.store.redis.engine import Engine
from bot.store.redis.records import name


@dataclass(slots=True)
class Target:
    """Where an inbound goes, as far as this worker knows."""

    address: Address | None
    lookup: bytes
    conversation: str = ""
    reach: str = ""
    key: bytes = field(default=b"", repr=False)
    wipe_key: bytes = field(default=b"", repr=False)
    sure: bool = False
    begins: Any = False
    """For a conversation that begins: its wrapped key, session, channel and time."""
    reaches: Any = False
    """For an address that is new: its wrapped key and the sealed value."""

    def packed(self) -> tuple[Any, ...]:
        """Return what the scripts read."""
        lookup = self.lookup or False
        return (lookup, self.conversation, self.reach, self.sure, self.begins, self.reaches)


def digest_of_place(engine: Engine, channel: str, reach: str, platform_id: str) -> bytes:
    """Recognise an id. Gateways number messages for all of us, Telegram within a chat."""
    scope = "" if channel == ChannelKind.SMS else reach
    return engine.vault.digest(f"place|{channel}|{scope}|{platform_id}")


def sealed_place(key: bytes, reach: str, slot: str, platform_id: str) -> tuple[int, bytes]:
    """Seal a platform id; return its name with it."""
    called = name()
    return called, PLACE.seal(key, reach, slot, called, platform_id)
