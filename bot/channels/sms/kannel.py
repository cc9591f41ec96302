"""Kannel: words and password travel in headers and body, never in an address.

Kannel signs nothing. What guards its calls is the secret in their path, and who may connect.
It keeps no ids of ours: the key of a message stands in the address for its reports.
"""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

from bot.channels.sms.forms import pairs
from bot.channels.sms.port import Arrival, Call, CallError, Report, Sms
from bot.channels.sms.schema import KannelFile
from bot.channels.sms.wire import Wire, settled
from bot.l10n.gsm import Coding, coding
from bot.service.records import Delivery

MASK = 31
"""All reports: delivered 1, failed 2, buffered 4, taken 8 and refused 16 by the SMSC."""
CODES = {
    "1": Delivery.DELIVERED,
    "2": Delivery.FAILED,
    "4": Delivery.SENT,
    "8": Delivery.SENT,
    "16": Delivery.FAILED,
}
WIDE = "2"
BINARY = "1"


class Kannel:
    """See `bot.channels.sms.port.Gateway`."""

    arrivals = frozenset({"POST"})
    reports = frozenset({"GET"})
    calls: frozenset[str] = frozenset()

    def __init__(self, file: KannelFile, report_url: str, wire: Wire | None = None) -> None:
        self.name = file.name
        self._file = file
        self._report_url = report_url
        self._wire = wire or Wire()

    async def send(self, sms: Sms) -> str:
        """Send; Kannel returns no id, so ours is the one that reports carry."""
        answer = await self._wire.ask(
            "POST", self._file.url, headers=self._headers(sms), body=sms.text.encode()
        )
        settled(answer)
        return sms.key

    def _headers(self, sms: Sms) -> dict[str, str]:
        asked = urlencode({"id": sms.key})
        headers = {
            "Content-Type": "text/plain; charset=UTF-8",
            "X-Kannel-Username": self._file.user,
            "X-Kannel-Password": self._file.password,
            "X-Kannel-From": self._file.sender,
            "X-Kannel-To": sms.to,
            "X-Kannel-Coding": "0" if coding(sms.text) is Coding.GSM7 else WIDE,
            "X-Kannel-Validity": str(sms.validity // timedelta(minutes=1)),
            "X-Kannel-DLR-Mask": str(MASK),
            "X-Kannel-DLR-Url": f"{self._report_url}?{asked}&state=%d",
        }
        return headers | ({"X-Kannel-SMSC": self._file.smsc} if self._file.smsc else {})

    async def known(self, key: str) -> bool | None:  # noqa: ARG002 - Kannel has no such question
        """Kannel cannot say."""
        return None

    def arrival(self, call: Call) -> Arrival | None:
        """Return the SMS of a `post-url` call with `?id=%I`."""
        sender = call.headers.get("x-kannel-from", "")
        if not sender:
            raise CallError(400)
        wide = call.headers.get("x-kannel-coding") == WIDE
        binary = call.headers.get("x-kannel-coding") == BINARY
        text = "" if binary else _words(call.body, _charset(call), wide=wide)
        return Arrival(dict(pairs(call.query)).get("id", ""), sender, text, media=binary)

    def report(self, call: Call) -> Report | None:
        """Return the report of a `dlr-url` call."""
        fields = dict(pairs(call.query))
        delivery = CODES.get(fields.get("state", ""))
        return Report(fields.get("id", ""), delivery) if delivery else None

    def rang(self, call: Call) -> Arrival | None:  # noqa: ARG002 - it brings no telephone calls
        """Refuse."""
        raise CallError(404)

    def hang_up(self) -> tuple[str, bytes]:
        """Say nothing."""
        return self.thanks()

    def thanks(self) -> tuple[str, bytes]:
        """Nothing: Kannel would send any word of ours to the visitor."""
        return "text/plain", b""

    async def close(self) -> None:
        """Close what is open."""
        await self._wire.close()


def _charset(call: Call) -> str:
    _, _, named = call.headers.get("content-type", "").lower().partition("charset=")
    return named.strip(' "') or "utf-8"


def _words(body: bytes, charset: str, *, wide: bool) -> str:
    """Return the text; a charset that does not fit, or is unknown, must not lose a message."""
    likely = ["utf-16-be", "utf-8"] if charset.startswith("utf-16") else ["utf-8"]
    for name in (*likely, *(["utf-16-be"] if wide else []), "latin-1"):
        try:
            return body.decode(name)
        except UnicodeDecodeError:
            continue
    return ""
