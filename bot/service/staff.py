"""Operators, their sessions and their audit: values, and the port that keeps them.

Nothing here belongs to a visitor. A ticket's random id is the only thread, and the
audit says who did what to which ticket and when, never what was said.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol

from bot.dialogue.values import Locale, OperatorId

IDLE = timedelta(minutes=15)
"""An unattended session locks after this long without an act of the operator."""
ABSOLUTE = timedelta(hours=12)
"""No session lives longer, however busy."""
LINK_LIFE = timedelta(minutes=10)
DUTY = timedelta(hours=2)
"""On duty is a tap that holds this long, not an open tab (safety.md 7)."""


class Role(StrEnum):
    """A supervisor may also read taken conversations and the audit."""

    OPERATOR = "operator"
    SUPERVISOR = "supervisor"
    OUTSIDE = "outside"
    """A named person outside the desk: takes complaints, and nothing else."""


@dataclass(frozen=True, slots=True)
class Operator:
    """A person at the hot line. `name` is what they type to sign in."""

    id: OperatorId
    name: str
    role: Role
    locale: Locale
    added: datetime
    disabled: datetime | None = None

    @property
    def supervisor(self) -> bool:
        """True for who may read what others hold."""
        return self.role is Role.SUPERVISOR


@dataclass(frozen=True, slots=True)
class Credentials:
    """What proves that it is the operator: an argon2id hash, a TOTP secret, recovery digests."""

    password: str = field(repr=False)
    totp: str = field(repr=False)
    recovery: tuple[str, ...] = field(repr=False)
    """SHA-256 of codes with 120 random bits: no slow hash is needed for those."""


@dataclass(frozen=True, slots=True)
class StaffSession:
    """One signed-in browser. `key` is the SHA-256 of what the cookie holds."""

    key: str = field(repr=False)
    operator: OperatorId
    opened: datetime
    seen: datetime
    agent: str = field(repr=False)
    """Digest of the browser's own description: a stolen cookie elsewhere is refused."""

    @property
    def handle(self) -> str:
        """Return a name for lists that opens nothing."""
        return self.key[:12]

    def live(self, now: datetime, idle: timedelta = IDLE) -> bool:
        """Return whether it is neither idle nor too old."""
        return now - self.seen < idle and now - self.opened < ABSOLUTE


class Act(StrEnum):
    """What an audit row can say."""

    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    REFUSED = "refused"
    REVOKED = "revoked"
    CHANGED = "changed"
    ON_DUTY = "on_duty"
    OFF_DUTY = "off_duty"
    TOOK = "took"
    READ = "read"
    SAID = "said"
    NOTED = "noted"
    RELEASED = "released"
    CLOSED = "closed"
    READ_AUDIT = "read_audit"
    ADDED = "added"
    RESET = "reset"
    DISABLED = "disabled"


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One link of the chain: `digest` covers this row and the digest before it."""

    seq: int
    at: str
    """ISO 8601, UTC, to the second."""
    operator: str
    act: str
    subject: str
    digest: str


def link(previous: str, row: AuditRow) -> str:
    """Return the digest a row has after the one with the digest `previous`."""
    parts = [previous, row.seq, row.at, row.operator, row.act, row.subject]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def first_bad(rows: Iterable[AuditRow], count: int, head: str) -> int | None:
    """Return the seq of the first row that is changed, missing or out of place, or None.

    `count` and `head` were kept apart from the rows, so that a cut tail is seen too.
    """
    previous, seq = "", 0
    for row in rows:
        seq += 1
        if row.seq != seq or row.digest != link(previous, row):
            return seq
        previous = row.digest
    if seq != count or previous != head:
        return min(seq, count) + 1 if seq != count else seq
    return None


class Outcome(StrEnum):
    """How an operator sums a conversation up: a choice, never free text that could name anyone."""

    INFORMED = "informed"
    REFERRED = "referred"
    RESCUED = "rescued"
    """An emergency service was called."""
    LEFT = "left"
    """The visitor stopped answering."""
    OTHER_SERVICE = "other_service"
    FALSE_ALARM = "false_alarm"
    ABUSE = "abuse"


@dataclass(frozen=True, slots=True)
class WrapUp:
    """What closing asks for. `danger` is whether danger was seen to remain; None is not known."""

    outcome: Outcome
    danger: bool | None = None


class StaffRecords(Protocol):
    """Keeps operators and the audit. Verbs are atomic; all may raise `StoreUnavailable`."""

    async def add(self, operator: Operator, credentials: Credentials) -> bool:
        """Keep a new operator; False when the folded name is taken."""
        ...

    async def operators(self) -> Sequence[Operator]:
        """Return all operators, also disabled ones, by name."""
        ...

    async def operator(self, operator: OperatorId) -> Operator | None:
        """Return one operator."""
        ...

    async def named(self, name: str) -> Operator | None:
        """Return the operator who signs in with this name, upper and lower case alike."""
        ...

    async def credentials(self, operator: OperatorId) -> Credentials | None:
        """Return what proves this operator."""
        ...

    async def reset(self, operator: OperatorId, credentials: Credentials) -> bool:
        """Replace all credentials; every session and link of the operator ends."""
        ...

    async def change_password(self, operator: OperatorId, password: str) -> None:
        """Replace the hash of the password alone."""
        ...

    async def disable(self, operator: OperatorId, now: datetime) -> bool:
        """End the account: sessions, links and duty are gone when this returns."""
        ...

    async def speak(self, operator: OperatorId, locale: Locale) -> None:
        """Set the language the operator reads the Desk in."""
        ...

    async def use_counter(self, operator: OperatorId, counter: int) -> bool:
        """Take a TOTP counter; False when it or a later one was taken before."""
        ...

    async def use_recovery(self, operator: OperatorId, digest: str) -> bool:
        """Take a recovery code; False when it is not one, or was taken before."""
        ...

    async def add_link(self, digest: str, operator: OperatorId, until: datetime) -> None:
        """Keep a one-time sign-in link."""
        ...

    async def use_link(self, digest: str, now: datetime) -> OperatorId | None:
        """Take a link that is not over its time: of several tries one gets the operator."""
        ...

    async def open_session(self, session: StaffSession) -> None:
        """Keep a session."""
        ...

    async def session(self, key: str) -> tuple[StaffSession, Operator] | None:
        """Return a session with its operator; None when ended or the operator is disabled."""
        ...

    async def sessions(self, operator: OperatorId) -> Sequence[StaffSession]:
        """Return the sessions of an operator, newest first."""
        ...

    async def touch(self, key: str, now: datetime) -> None:
        """Note that the operator did something."""
        ...

    async def end_session(self, key: str) -> None:
        """End one session at once."""
        ...

    async def end_sessions(self, operator: OperatorId, *, but: str = "") -> int:
        """End all sessions of an operator except `but`; return how many."""
        ...

    async def set_duty(self, operator: OperatorId, until: datetime | None) -> None:
        """Put an operator on duty until then, or off."""
        ...

    async def duty(self, now: datetime) -> dict[OperatorId, datetime]:
        """Return who is on duty, and until when."""
        ...

    async def record(
        self, now: datetime, operator: OperatorId, act: Act, subject: str = ""
    ) -> AuditRow:
        """Append to the audit; `subject` is a ticket's or operator's id, never content."""
        ...

    async def audit(self, limit: int = 200) -> Sequence[AuditRow]:
        """Return the last rows, newest first."""
        ...

    async def verify(self) -> int | None:
        """Return the seq of the first bad row of the audit, or None when it is whole."""
        ...

    async def read_since(self, operator: OperatorId, since: datetime) -> frozenset[str]:
        """Return the tickets this operator has read since then."""
        ...
