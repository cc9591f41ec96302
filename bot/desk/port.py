"""What the Desk asks of the shell: it never writes a ticket or a message itself."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Protocol

from bot.dialogue.values import OperatorId, TicketId
from bot.service.records import LogLine, Ticket
from bot.service.staff import WrapUp

QUEUE: Final = "queue"
"""Topic of `DeskShell.wait` for any change of any ticket; the other topics are conversation ids."""


class DeskShell(Protocol):
    """The shell as the Desk sees it. Verbs may raise `StoreUnavailable`."""

    async def tickets(self) -> tuple[Ticket, ...]:
        """Return all tickets that are not closed, oldest first."""
        ...

    async def take_next(self, operator: OperatorId, now: datetime) -> Ticket | None:
        """Claim what is offered to this operator, else the first of the queue; None if nothing."""
        ...

    async def say(
        self, ticket: TicketId, operator: OperatorId, message_id: str, words: str
    ) -> None:
        """Say `words` to the visitor; the same `message_id` again changes nothing."""
        ...

    async def typing(self, ticket: TicketId, operator: OperatorId) -> None:
        """Show the visitor that somebody writes, where the channel can and it betrays nobody."""
        ...

    async def note(
        self, ticket: TicketId, operator: OperatorId, message_id: str, words: str
    ) -> None:
        """Append an internal note that never leaves the Desk."""
        ...

    async def release(self, ticket: TicketId, operator: OperatorId) -> bool:
        """Give a taken ticket back to the others; it is not offered to this operator again."""
        ...

    async def close(self, ticket: TicketId, operator: OperatorId, wrap_up: WrapUp) -> bool:
        """End a conversation this operator holds."""
        ...

    async def log(self, ticket: Ticket) -> tuple[LogLine, ...]:
        """Return the lines an operator may read, notes included, in the order of `seq`."""
        ...

    async def wait(self, topic: str, timeout: float) -> bool:  # noqa: ASYNC109 -- a hint, not a deadline
        """Return True when something about `topic` changed, False after `timeout` seconds.

        Delivery states of a conversation's messages are changes of it.
        """
        ...

    async def on_duty(self, operator: OperatorId, until: datetime) -> None:
        """Count this operator as present until then."""
        ...

    async def off_duty(self, operator: OperatorId) -> None:
        """Stop counting this operator; offers to them go back."""
        ...
