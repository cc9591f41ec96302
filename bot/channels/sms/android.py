"""A phone with a local SIM and the app SMS Gateway for Android: its API and signed webhooks."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.channels.sms.forms import at, decoded, loads
from bot.channels.sms.port import Arrival, Call, CallError, Report, Sms
from bot.channels.sms.schema import AndroidFile
from bot.channels.sms.wire import Answer, Wire, settled
from bot.service.failures import NotSent, Unknown
from bot.service.records import Delivery

SLACK = timedelta(minutes=5)
"""How far the phone's clock may be from ours."""
LONGEST_RETRY = timedelta(days=3)
"""The phone repeats an SMS that came in for two days, perhaps with its first timestamp."""
RECEIVED = "sms:received"
MEDIA = frozenset({"sms:data-received", "mms:received", "mms:downloaded"})
EVENTS = {
    "sms:sent": Delivery.SENT,
    "sms:delivered": Delivery.DELIVERED,
    "sms:failed": Delivery.FAILED,
}
KNOWN_ALREADY = 409


class Android:
    """See `bot.channels.sms.port.Gateway`."""

    arrivals = frozenset({"POST"})
    reports = frozenset({"POST"})
    calls: frozenset[str] = frozenset()

    def __init__(
        self, file: AndroidFile, clock: Callable[[], datetime], wire: Wire | None = None
    ) -> None:
        self.name = file.name
        self._file = file
        self._clock = clock
        self._base = file.url.rstrip("/")
        self._wire = wire or Wire()

    async def send(self, sms: Sms) -> str:
        """Send under our own id: the phone takes each id once."""
        answer = await self._ask("POST", "/messages", self._message(sms))
        if answer.status == KNOWN_ALREADY:
            return sms.key
        return at(loads(settled(answer).body), "id") or sms.key

    def _message(self, sms: Sms) -> dict[str, Any]:
        message = {
            "id": sms.key,
            "textMessage": {"text": sms.text},
            "phoneNumbers": [sms.to],
            "ttl": int(sms.validity.total_seconds()),
            "withDeliveryReport": True,
        }
        return message | ({"simNumber": self._file.sim} if self._file.sim else {})

    async def known(self, key: str) -> bool | None:
        """Ask the phone for a message of ours."""
        try:
            answer = await self._ask("GET", f"/messages/{key}")
        except (NotSent, Unknown):
            return None
        if answer.good:
            return True
        return False if answer.status == 404 else None  # noqa: PLR2004 - not found

    async def _ask(self, method: str, path: str, message: object = None) -> Answer:
        return await self._wire.ask(
            method,
            self._base + path,
            headers={"Content-Type": "application/json"} if message else None,
            body=json.dumps(message).encode() if message else b"",
            auth=(self._file.user, self._file.password),
        )

    def arrival(self, call: Call) -> Arrival | None:
        """Return the SMS of a signed call; an old one only for what the phone still repeats."""
        signed = self._signed(call)
        body = decoded(call)
        event = at(body, "event")
        received = event == RECEIVED or event in MEDIA
        if self._age(signed) > (LONGEST_RETRY if received else SLACK):
            raise CallError(403)
        if not received:
            return None
        # `payload.messageId` is a hash of the words: a second genuine "help" would be dropped.
        sender = at(body, "payload.phoneNumber") or at(body, "payload.sender")
        text = at(body, "payload.message")
        return Arrival(at(body, "id"), sender, text, media=event in MEDIA)

    def report(self, call: Call) -> Report | None:
        """Return the report of a signed call."""
        signed = self._signed(call)
        if self._age(signed) > LONGEST_RETRY:
            raise CallError(403)
        body = decoded(call)
        delivery = EVENTS.get(at(body, "event"))
        return Report(at(body, "payload.messageId"), delivery) if delivery else None

    def _signed(self, call: Call) -> datetime:
        """Return when the call was signed. Raises `CallError` unless the phone signed it."""
        stamp = call.headers.get("x-timestamp", "")
        given = call.headers.get("x-signature", "").lower()
        right = hmac.new(
            self._file.signing_key.encode(), call.body + stamp.encode(), hashlib.sha256
        ).hexdigest()
        same = hmac.compare_digest(given.encode(), right.encode())
        if not (same and stamp.isascii() and stamp.isdecimal() and len(stamp) <= 11):  # noqa: PLR2004 - seconds until the year 5138
            raise CallError(403)
        return datetime.fromtimestamp(int(stamp), UTC)

    def _age(self, signed: datetime) -> timedelta:
        age = self._clock() - signed
        if age < -SLACK:
            raise CallError(403)
        return age

    def rang(self, call: Call) -> Arrival | None:  # noqa: ARG002 - it brings no telephone calls
        """Refuse."""
        raise CallError(404)

    def hang_up(self) -> tuple[str, bytes]:
        """Say nothing."""
        return self.thanks()

    def thanks(self) -> tuple[str, bytes]:
        """Say nothing."""
        return "application/json", b"{}"

    async def close(self) -> None:
        """Close what is open."""
        await self._wire.close()
