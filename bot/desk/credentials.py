"""Passwords, second factors and one-time tokens of operators."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import secrets
from datetime import datetime

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.low_level import Type

STEP = 30
"""Seconds a TOTP code is valid for."""
AT_ONCE = 2
"""Hashings that run together: each holds 19 MiB and a core."""
SHORTEST = 12
LONGEST = 256
"""Characters of a password an operator may choose; more would only burn time."""
RECOVERY_CODES = 10


class Passwords:
    """Argon2id off the event loop; an unknown name costs the same time as a known one."""

    def __init__(self) -> None:
        self._hasher = PasswordHasher(
            time_cost=2, memory_cost=19456, parallelism=1, hash_len=32, salt_len=16, type=Type.ID
        )
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._nobody = self._hasher.hash(secrets.token_urlsafe(16))

    async def hash(self, password: str) -> str:
        """Return the hash to keep."""
        async with self._turns:
            return await asyncio.to_thread(self._hasher.hash, password)

    async def verify(self, known: str | None, password: str) -> bool:
        """Return whether the password is right; None, for an unknown name, takes as long."""
        async with self._turns:
            right = await asyncio.to_thread(
                self._matches, known or self._nobody, password[:LONGEST]
            )
        return right and known is not None

    def _matches(self, known: str, password: str) -> bool:
        try:
            return self._hasher.verify(known, password)
        except (VerificationError, InvalidHashError):
            return False


def new_password() -> str:
    """Return 80 random bits as four groups that can be typed from paper."""
    return _groups(10, 4)


def new_totp() -> str:
    """Return a secret for an authenticator app."""
    return pyotp.random_base32()


def totp_uri(secret: str, name: str) -> str:
    """Return what a QR code shows; the issuer is neutral, it is seen on a private phone."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name="Safar")


def totp_counter(secret: str, code: str, now: datetime) -> int | None:
    """Return the counter a code belongs to, one step early or late at most, else None."""
    totp = pyotp.TOTP(secret)
    at = int(now.timestamp()) // STEP
    found = None
    for counter in (at - 1, at, at + 1):
        if hmac.compare_digest(totp.generate_otp(counter), code):
            found = counter
    return found


def new_recovery() -> tuple[str, ...]:
    """Return codes to print: 120 random bits each, used once each."""
    return tuple(_groups(15, 4) for _ in range(RECOVERY_CODES))


def new_token() -> str:
    """Return 256 random bits for a cookie or a one-time link."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """Return what is kept of a token or recovery code instead of itself."""
    return hashlib.sha256(token.encode()).hexdigest()


def plain(code: str) -> str:
    """Return a typed code without the spaces and dashes of print."""
    return "".join(code.split()).replace("-", "").lower()


def form_token(cookie: str) -> str:
    """Return the token of this session's forms: nobody can make it without the cookie."""
    return hmac.new(cookie.encode(), b"desk form", hashlib.sha256).hexdigest()


def _groups(size: int, width: int) -> str:
    text = base64.b32encode(secrets.token_bytes(size)).decode().rstrip("=").lower()
    return "-".join(text[at : at + width] for at in range(0, len(text), width))
