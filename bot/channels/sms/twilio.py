"""Twilio, for numbers abroad; it signs its calls over the public address of our side."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Sequence
from datetime import timedelta
from urllib.parse import urlencode

from bot import log
from bot.channels.sms.forms import FORM, at, form, loads
from bot.channels.sms.port import Arrival, Call, CallError, Report, Sms
from bot.channels.sms.schema import TwilioFile
from bot.channels.sms.wire import Answer, Wire, settled
from bot.service.failures import Refused
from bot.service.records import Delivery

STATES = {
    "accepted": Delivery.SENT,
    "queued": Delivery.SENT,
    "sending": Delivery.SENT,
    "sent": Delivery.SENT,
    "delivered": Delivery.DELIVERED,
    "read": Delivery.DELIVERED,
    "undelivered": Delivery.FAILED,
    "failed": Delivery.FAILED,
    "canceled": Delivery.FAILED,
}
RETRIES = "#rc=5&rp=all"
"""By default Twilio tries a report again only when it cannot connect, and only once."""

_log = log.logger(__name__)


class Twilio:
    """See `bot.channels.sms.port.Gateway`. `public_url` is where Twilio calls us."""

    arrivals = frozenset({"POST"})
    reports = frozenset({"POST"})

    def __init__(
        self, file: TwilioFile, public_url: str, report_url: str, wire: Wire | None = None
    ) -> None:
        self.name = file.name
        self.calls: frozenset[str] = frozenset({"POST"} if file.calls else ())
        self._file = file
        self._public = public_url.rstrip("/")
        self._report_url = report_url
        self._wire = wire or Wire()
        self._url = f"{file.url.rstrip('/')}/2010-04-01/Accounts/{file.account}/Messages.json"

    async def send(self, sms: Sms) -> str:
        """Send; return Twilio's own id."""
        fields = {
            "To": sms.to,
            "Body": sms.text,
            "StatusCallback": self._report_url + RETRIES,
            "ValidityPeriod": str(sms.validity // timedelta(seconds=1)),
        }
        if self._file.service:
            fields["MessagingServiceSid"] = self._file.service
        else:
            fields["From"] = self._file.sender or ""
        answer = await self._wire.ask(
            "POST",
            self._url,
            headers={"Content-Type": FORM},
            body=urlencode(fields).encode(),
            auth=(self._file.account, self._file.token),
        )
        return at(loads(self._settled(answer).body), "sid") or sms.key

    def _settled(self, answer: Answer) -> Answer:
        """A refusal names why in `code`: 21610 is an opt-out that Twilio took, not we."""
        if answer.status == 400:  # noqa: PLR2004 - bad request
            raise Refused(f"e{at(loads(answer.body), 'code')}")
        return settled(answer)

    async def known(self, key: str) -> bool | None:  # noqa: ARG002 - see below
        """Twilio keeps no key of ours."""
        return None

    def arrival(self, call: Call) -> Arrival | None:
        """Return the SMS of a signed call."""
        fields = self._signed(call)
        if fields.get("OptOutType"):
            # It has answered already, with a text that names the sender.
            _log.warning("twilio_answers_itself")
        media = fields.get("NumMedia", "0") not in {"", "0"} and not fields.get("Body")
        sid = fields.get("MessageSid", "")
        return Arrival(sid, fields.get("From", ""), fields.get("Body", ""), media=media)

    def report(self, call: Call) -> Report | None:
        """Return the report of a signed call."""
        fields = self._signed(call)
        delivery = STATES.get(fields.get("MessageStatus", "").lower())
        return Report(fields.get("MessageSid", ""), delivery) if delivery else None

    def _signed(self, call: Call) -> dict[str, str]:
        """Return the fields. Raises `CallError` unless Twilio signed them for this address."""
        fields = form(call)
        url = self._public + call.path + (f"?{call.query}" if call.query else "")
        right = signature(self._file.token, url, fields)
        given = call.headers.get("x-twilio-signature", "")
        same = hmac.compare_digest(given.encode(), right.encode())
        found = dict(fields)
        ours = hmac.compare_digest(
            found.get("AccountSid", "").encode("utf-8", "surrogateescape"),
            self._file.account.encode(),
        )
        if not (same and ours):
            raise CallError(403)
        return found

    def rang(self, call: Call) -> Arrival | None:
        """Return who rang, of a signed call of the voice webhook."""
        fields = self._signed(call)
        return Arrival(fields.get("CallSid", ""), fields.get("From", ""), "")

    def hang_up(self) -> tuple[str, bytes]:
        """End it as busy: nobody pays, and no voice says who we are."""
        return "text/xml", b'<Response><Reject reason="busy"/></Response>'

    def thanks(self) -> tuple[str, bytes]:
        """No words: what we answer goes out as an SMS of its own."""
        return "text/xml", b"<Response/>"

    async def close(self) -> None:
        """Close what is open."""
        await self._wire.close()


def signature(token: str, url: str, fields: Sequence[tuple[str, str]]) -> str:
    """Return what Twilio sends as `X-Twilio-Signature` for a form; values are never trimmed."""
    spoken = url + "".join(name + value for name, value in sorted(set(fields)))
    digest = hmac.new(token.encode(), spoken.encode("utf-8", "surrogateescape"), hashlib.sha1)
    return base64.b64encode(digest.digest()).decode()
