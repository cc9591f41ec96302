"""Ringing the on-call phone: it says that someone needs a person, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from bot.dialogue.effects import Slot
from bot.dialogue.values import Form
from bot.service.failures import SendError
from bot.service.ports import Channel
from bot.service.records import Address, Outbound, Ring


class Ringer(Protocol):
    """Makes one ring. Returning means it was handed over; raises a `SendError` otherwise."""

    async def ring(self, ring: Ring) -> None:
        """Ring for the given round; nothing of the ticket or the visitor goes out."""
        ...


class ChannelRinger:
    """Rings by a message on any channel Safar has, to the address of the on-call phone.

    `words` gives the neutral line for a round; it is worded by the caller's locale.
    """

    def __init__(self, channel: Channel, phone: Address, words: Callable[[int], str]) -> None:
        self._channel = channel
        self._phone = phone
        self._words = words

    async def ring(self, ring: Ring) -> None:
        """Send the line, with sound."""
        outbound = Outbound((self._words(ring.round),), form=Form.SHORT, slot=Slot.NOTICE)
        await self._channel.send(self._phone, outbound, ())


class AllRingers:
    """Rings every configured phone; enough when one of them rang.

    The others' failures are left behind then: a second ring follows by itself. With no
    phone at all there is nothing to hand over to, and `ring` returns.
    """

    def __init__(self, *ringers: Ringer) -> None:
        self._ringers = ringers

    async def ring(self, ring: Ring) -> None:
        """Ring all; raises the last error when none could be rung."""
        failure: SendError | None = None
        rang = False
        for ringer in self._ringers:
            try:
                await ringer.ring(ring)
                rang = True
            except SendError as error:
                failure = error
        if failure is not None and not rang:
            raise failure
