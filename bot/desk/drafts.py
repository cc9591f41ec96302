"""Unsent replies, in memory only: they outlive a reload, never a restart, and touch no disk."""

from __future__ import annotations

from collections import OrderedDict

from bot.dialogue.values import OperatorId, TicketId

MOST = 2_000


class Drafts:
    """One draft an operator and ticket."""

    def __init__(self) -> None:
        self._words: OrderedDict[tuple[OperatorId, TicketId], str] = OrderedDict()

    def keep(self, operator: OperatorId, ticket: TicketId, words: str) -> None:
        """Keep `words`; empty words are no draft."""
        self._words.pop((operator, ticket), None)
        if words:
            self._words[operator, ticket] = words
        while len(self._words) > MOST:
            self._words.popitem(last=False)

    def get(self, operator: OperatorId, ticket: TicketId) -> str:
        """Return the draft, or nothing."""
        return self._words.get((operator, ticket), "")

    def drop_all(self, operator: OperatorId) -> None:
        """Forget the drafts of who signed out."""
        for key in [key for key in self._words if key[0] == operator]:
            del self._words[key]
