"""The on-call webhook: a signed POST that a paging service turns into a call."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlsplit

import httpx

from bot.desk.context import LOOPBACK
from bot.service.failures import Gone, NotSent, Refused, Unknown
from bot.service.records import Ring

TIMEOUT = httpx.Timeout(8.0, connect=4.0)
"""A ring is worth little after half a minute (safety.md 7); two tries fit."""
SIGNATURE = "X-Safar-Signature"
_TOO_MANY = 429
_GONE = 410


class WebhookRinger:
    """Posts `{"event": "ring", "id", "round", "at"}` with an HMAC-SHA256 of time and body.

    `id` is a random name of the ring, so that a repeated one can be told; it is no ticket.
    """

    def __init__(
        self,
        url: str,
        secret: str,
        client: httpx.AsyncClient,
        clock: Callable[[], datetime],
    ) -> None:
        """Raises ValueError for an address or secret that would not be safe."""
        parts = urlsplit(url)
        local = parts.scheme == "http" and f"{parts.hostname}" in LOOPBACK
        if parts.scheme != "https" and not local:
            raise ValueError("the on-call webhook must be an https URL")
        if not secret:
            raise ValueError("the on-call webhook needs a secret to sign with")
        self._url = url
        self._secret = secret.encode()
        self._client = client
        self._clock = clock

    async def ring(self, ring: Ring) -> None:
        """Post the ring. Raises `NotSent`, `Unknown`, `Refused` or `Gone`."""
        at = str(int(self._clock().timestamp()))
        name = hmac.new(self._secret, f"ring {ring.ticket} {ring.round}".encode(), hashlib.sha256)
        body = json.dumps(
            {"event": "ring", "id": name.hexdigest()[:32], "round": ring.round, "at": int(at)}
        ).encode()
        signed = hmac.new(self._secret, at.encode() + b"." + body, hashlib.sha256).hexdigest()
        headers = {"Content-Type": "application/json", SIGNATURE: f"t={at},v1={signed}"}
        try:
            answer = await self._client.post(
                self._url, content=body, headers=headers, timeout=TIMEOUT, follow_redirects=False
            )
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise NotSent from error
        except httpx.HTTPError as error:
            raise Unknown from error
        _judge(answer)


def _judge(answer: httpx.Response) -> None:
    if answer.is_success:
        return
    if answer.status_code == _TOO_MANY or answer.is_server_error:
        wait = answer.headers.get("retry-after", "")
        raise NotSent(float(wait) if wait.isdecimal() else 0.0)
    if answer.status_code == _GONE:
        raise Gone
    raise Refused(str(answer.status_code))
