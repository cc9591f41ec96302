"""How a send or the store can fail: adapters classify, `bot.service.outbox` decides.

SendError
 ├─ NotSent(retry_after)    certainly not sent: may be retried
 ├─ Unknown                 may or may not have been sent
 ├─ Refused                 this message will never be accepted
 └─ Gone                    this address will never be reached again
StoreError
 ├─ StoreUnavailable        nothing was written: do not acknowledge
 └─ Conflict                the session moved on: load and advance again
"""

from __future__ import annotations


class SendError(Exception):
    """A message was not, or perhaps not, delivered to the platform."""


class NotSent(SendError):
    """Certainly not sent; try again, not before `retry_after` seconds.

    `everyone` when the platform refused the bot as a whole, not this chat.
    """

    def __init__(self, retry_after: float = 0.0, *, everyone: bool = False) -> None:
        super().__init__("not sent")
        self.retry_after = retry_after
        self.everyone = everyone


class Unknown(SendError):
    """The request left and no answer came back.

    `platform_ids` are names by which a later report may still tell what became of it.
    """

    def __init__(self, platform_ids: tuple[str, ...] = ()) -> None:
        super().__init__("unknown")
        self.platform_ids = platform_ids


class Refused(SendError):
    """The platform will never accept this message; `code` is its own short code."""

    def __init__(self, code: str = "") -> None:
        super().__init__("refused")
        self.code = code


class Gone(SendError):
    """Blocked, deleted or deactivated: nothing will reach this address again."""


class StoreError(Exception):
    """The store did not do what was asked."""


class StoreUnavailable(StoreError):
    """Locked, full or out of reach: nothing was written, so acknowledge nothing."""


class Conflict(StoreError):
    """The session moved on since it was loaded; load it and advance again."""
