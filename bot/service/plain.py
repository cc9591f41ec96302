"""A rendered message as plain text: for SMS, for the terminal, for a page without buttons."""

from __future__ import annotations

from bot.service.records import Outbound


def plain(outbound: Outbound, *, separator: str = "\n\n") -> str:
    """Return the blocks, then one line a choice: the digit to type and its label."""
    listed = "\n".join(f"{button.key} {button.label}" for button in outbound.choices)
    return separator.join(part for part in (*outbound.blocks, listed) if part)
