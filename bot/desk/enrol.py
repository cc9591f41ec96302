"""Making accounts: what `safar operators` prints once and nobody can show again."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import datetime

from bot.desk.credentials import (
    Passwords,
    digest,
    new_password,
    new_recovery,
    new_token,
    new_totp,
    plain,
    totp_uri,
)
from bot.desk.page import LOCALES
from bot.dialogue.values import Locale, OperatorId
from bot.service.staff import LINK_LIFE, Act, Credentials, Operator, Role, StaffRecords

CONSOLE = OperatorId("console")
"""Who acts in the audit when a command did it."""


@dataclass(frozen=True, slots=True)
class Enrolment:
    """To be printed and handed over: none of it can be read back later."""

    operator: Operator
    password: str = field(repr=False)
    totp: str = field(repr=False)
    uri: str = field(repr=False)
    """For a QR code of the authenticator app."""
    recovery: tuple[str, ...] = field(repr=False)


async def enrol(
    records: StaffRecords,
    name: str,
    *,
    now: datetime,
    role: Role = Role.OPERATOR,
    locale: Locale = LOCALES[0],
) -> Enrolment | None:
    """Make an account with random credentials; None when the name is taken."""
    operator = Operator(OperatorId(secrets.token_hex(8)), name, role, locale, now)
    enrolment, credentials = await _made(operator)
    if not await records.add(operator, credentials):
        return None
    await records.record(now, CONSOLE, Act.ADDED, operator.id)
    return enrolment


async def renew(records: StaffRecords, operator: Operator, *, now: datetime) -> Enrolment:
    """Replace everything an operator signs in with; open sessions end."""
    enrolment, credentials = await _made(operator)
    await records.reset(operator.id, credentials)
    await records.record(now, CONSOLE, Act.RESET, operator.id)
    return enrolment


async def disable(records: StaffRecords, operator: OperatorId, *, now: datetime) -> bool:
    """End an account at once; False when there is none."""
    ended = await records.disable(operator, now)
    if ended:
        await records.record(now, CONSOLE, Act.DISABLED, operator)
    return ended


async def sign_in_link(
    records: StaffRecords, operator: OperatorId, public_url: str, *, now: datetime
) -> str:
    """Return a link that signs in once within ten minutes.

    The token stands in the fragment: no server, proxy or preview ever gets to see it.
    """
    token = new_token()
    await records.add_link(digest(token), operator, now + LINK_LIFE)
    return f"{public_url.rstrip('/')}/sign-in/link#{token}"


async def _made(operator: Operator) -> tuple[Enrolment, Credentials]:
    password, totp, recovery = new_password(), new_totp(), new_recovery()
    hashed = await Passwords().hash(password)
    kept = Credentials(hashed, totp, tuple(digest(plain(code)) for code in recovery))
    return Enrolment(operator, password, totp, totp_uri(totp, operator.name), recovery), kept
