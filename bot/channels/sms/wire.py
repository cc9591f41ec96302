"""HTTP to a gateway, with every way to fail classified as the sender needs it.

Errors are raised without their cause: addresses hold passwords, bodies hold words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx

from bot.service.failures import NotSent, Refused, Unknown

PATIENCE = 20.0
"""Seconds until an answer that does not come counts as unknown."""
CONNECT = 10.0
LARGEST = 64 * 1024
"""Bytes of an answer that are read."""
PAUSE = 30.0
"""Seconds before a gateway that says "not now" is asked again, unless it names a time."""
REPAIR = 300.0
"""Same for one that does not know us: somebody must correct the settings first."""
BEFORE = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
"""After these certainly nothing was sent."""
BUSY = frozenset({408, 425, 429, 503})
UNFIT = frozenset({401, 402, 403, 404, 405, 407})
"""Wrong password, no money, wrong address: not the fault of this message."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    body: bytes = field(repr=False)
    retry_after: float = 0.0

    @property
    def good(self) -> bool:
        """Whether the gateway took it."""
        return 200 <= self.status < 300  # noqa: PLR2004 - HTTP's own figures


class Wire:
    """A client that follows no redirects and trusts no proxy of the environment."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._client = httpx.AsyncClient(
            timeout=httpx.Timeout(patience, connect=min(CONNECT, patience)),
            trust_env=False,
            follow_redirects=False,
        )

    async def ask(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        auth: tuple[str, str] | None = None,
    ) -> Answer:
        """Return the answer, whatever its status. Raises `NotSent` or `Unknown`."""
        login = httpx.BasicAuth(*auth) if auth else None
        try:
            request = self._client.build_request(method, url, headers=headers, content=body)
            response = await self._client.send(request, auth=login, stream=True)
            return await _read(response)
        except BEFORE:
            found: Exception = NotSent(PAUSE)
        except (httpx.HTTPError, httpx.StreamError):
            found = Unknown()
        except (httpx.InvalidURL, UnicodeError, ValueError):
            found = Refused("unwritable")
        raise found

    async def close(self) -> None:
        """Close what is open."""
        await self._client.aclose()


async def _read(response: httpx.Response) -> Answer:
    body = b""
    try:
        async for part in response.aiter_bytes():
            body += part
            if len(body) > LARGEST:
                break
    finally:
        await response.aclose()
    return Answer(response.status_code, body[:LARGEST], _seconds(response.headers))


def _seconds(headers: httpx.Headers) -> float:
    given = headers.get("retry-after", "")
    return min(float(given), 3600.0) if given.isascii() and given.isdecimal() else 0.0


def settled(answer: Answer) -> Answer:
    """Return a good answer; raise what any other one means for the message.

    A bare 500, 502 or 504 may come from what stands before a gateway that took the message.
    """
    if answer.good:
        return answer
    if answer.status in BUSY:
        raise NotSent(answer.retry_after or PAUSE)
    if answer.status in UNFIT:
        raise NotSent(REPAIR)
    if answer.status < 500:  # noqa: PLR2004 - HTTP's own figures
        raise Refused(f"http{answer.status}")
    raise Unknown
