"""What every answer of the visitor's port carries, errors included."""

from __future__ import annotations

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.log import logger
from bot.service.failures import StoreUnavailable

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
FEATURES = (
    "accelerometer autoplay browsing-topics camera clipboard-read display-capture "
    "encrypted-media fullscreen gamepad geolocation gyroscope hid idle-detection local-fonts "
    "magnetometer microphone midi payment picture-in-picture publickey-credentials-get "
    "screen-wake-lock serial storage-access usb xr-spatial-tracking"
).split()
HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": CONTENT_POLICY,
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": ", ".join(f"{feature}=()" for feature in FEATURES),
    # Forms and beacons then say "Origin: null": `requests.is_own` knows.
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-dns-prefetch-control": "off",
    "x-frame-options": "DENY",
}
TRANSPORT = ("strict-transport-security", "max-age=63072000; includeSubDomains")
ERASE = '"cache", "cookies", "storage"'
"""`Clear-Site-Data` of quick exit. Not "executionContexts": it would reload the page left."""


class Guarded:
    """Adds the headers, and turns what nobody caught into a bare 500 or 503.

    The exception goes no further: its text could hold a visitor's words, and servers print it.
    """

    def __init__(self, app: ASGIApp, *, secure: bool) -> None:
        self.app = app
        named = (*HEADERS.items(), *((TRANSPORT,) if secure else ()))
        self.headers = [(name.encode(), value.encode()) for name, value in named]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request; lifespan events pass through untouched."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def guarded(message: Message) -> None:
            nonlocal begun
            if message["type"] == "http.response.start":
                begun = True
                message = {**message, "headers": self._merged(message.get("headers", ()))}
            await send(message)

        try:
            await self.app(scope, receive, guarded)
        except Exception as error:  # noqa: BLE001 - the last place that can keep it quiet
            logger(__name__).error("visitor_page_failed", error=type(error).__name__)
            if not begun:
                await _failure(error)(scope, receive, guarded)

    def _merged(self, given: object) -> list[tuple[bytes, bytes]]:
        ours = {name for name, _ in self.headers}
        kept = [pair for pair in given if pair[0].lower() not in ours]  # type: ignore[attr-defined]
        return kept + self.headers


def _failure(error: Exception) -> PlainTextResponse:
    if isinstance(error, StoreUnavailable):
        return PlainTextResponse("503\n", 503, {"retry-after": "2"})
    return PlainTextResponse("500\n", 500)
