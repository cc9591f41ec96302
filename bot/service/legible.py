"""What the holder of a ticket may read of its conversation: not all that was said in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bot.dialogue.effects import Slot
from bot.service.records import LogLine, Source, Ticket

CODE = re.compile(r"\b(\d{4}( \d{4}){3}|\d{6})\b")
"""A return code as `bot.dialogue.handoff` draws it and a screen shows it."""
FOR_OPERATORS = frozenset({Source.OPERATOR, Source.NOTE, Source.NOTICE})


def legible(ticket: Ticket, lines: Iterable[LogLine]) -> tuple[LogLine, ...]:
    """Return the lines the holder of a ticket may read, without what opens another door."""
    return tuple(without_codes(line) for line in lines if readable(ticket, line))


def readable(ticket: Ticket, line: LogLine) -> bool:
    """Tell whether the holder of a ticket may read a line of its conversation.

    What was said before the ticket follows only after the visitor's yes (safety.md 1.5);
    of the visitor's own words, always only those that were meant for the person.
    """
    if ticket.earlier or line.source in FOR_OPERATORS:
        return True
    if line.source is Source.VISITOR:
        return line.shown
    return line.slot is not Slot.SCREEN and line.seq >= ticket.first_seq


def without_codes(line: LogLine) -> LogLine:
    """Mask what brings a hidden visitor back: an operator could come back as the visitor."""
    if line.source is not Source.BOT:
        return line
    return replace(line, blocks=tuple(CODE.sub("· · ·", block) for block in line.blocks))
