"""Any provider that takes an HTTP request, described as data in the gateway file."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from urllib.parse import quote_plus
from xml.sax.saxutils import escape

from bot.channels.sms.forms import at, at_xml, decoded, form, loads, pairs
from bot.channels.sms.port import Arrival, Call, CallError, Report, Sms
from bot.channels.sms.schema import RequestFile, TemplateFile, Verdict
from bot.channels.sms.wire import PAUSE, Answer, Wire, settled
from bot.service.failures import NotSent, Refused, Unknown
from bot.service.records import Delivery

PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")
SHORT = 12
"""Some providers take ids of at most so many characters."""
FIXED = frozenset({"to", "to_digits", "text", "key", "short_key", "time", "minutes"})
HASHES = {"md5": hashlib.md5, "sha1": hashlib.sha1, "sha256": hashlib.sha256}


def _json(value: str) -> str:
    """As it stands between the quotes of a JSON text."""
    return json.dumps(value, ensure_ascii=False)[1:-1]


ESCAPES: Mapping[str, Callable[[str], str]] = {
    "json": _json,
    "xml": lambda value: escape(value, {'"': "&quot;", "'": "&apos;"}),
    "form": quote_plus,
}


def unknown_places(file: TemplateFile) -> frozenset[str]:
    """Return the {places} of a template that nothing fills; a start should refuse them."""
    given = FIXED | set(file.values) | set(file.computed)
    requests = [one for one in (file.send, file.ask) if one is not None]
    texts = [part for one in requests for part in (one.url, one.body, *one.headers.values())]
    texts += [one.of for one in file.computed.values()]
    return frozenset(name for text in texts for name in PLACE.findall(text)) - given


class Template:
    """See `bot.channels.sms.port.Gateway`."""

    def __init__(
        self, file: TemplateFile, clock: Callable[[], datetime], wire: Wire | None = None
    ) -> None:
        self.name = file.name
        self.arrivals: frozenset[str] = frozenset({file.arrival.method} if file.arrival else ())
        self.reports: frozenset[str] = frozenset({file.report.method} if file.report else ())
        self.calls: frozenset[str] = frozenset({file.call.method} if file.call else ())
        self._file = file
        self._clock = clock
        self._wire = wire or Wire()

    async def send(self, sms: Sms) -> str:
        """Send; the file says what counts as success."""
        places = self._places(sms.key, sms)
        answer = settled(await self._ask(self._file.send, places))
        if _is(self._file.not_sent, self._file.send, answer):
            raise NotSent(PAUSE)
        if self._file.success.equals and not _is(self._file.success, self._file.send, answer):
            raise Refused("provider")
        found = _found(self._file.send, answer.body, self._file.id_path)
        return found or places[self._file.id]

    async def known(self, key: str) -> bool | None:
        """Ask the provider, where the file says how."""
        if self._file.ask is None:
            return None
        try:
            answer = await self._ask(self._file.ask, self._places(key))
        except (NotSent, Unknown):
            return None
        if not answer.good:
            return None
        return _is(self._file.taken, self._file.ask, answer)

    def _places(self, key: str, sms: Sms | None = None) -> dict[str, str]:
        to = sms.to if sms else ""
        places = {
            **self._file.values,
            "to": to,
            "to_digits": to.removeprefix("+"),
            "text": sms.text if sms else "",
            "key": key,
            "short_key": key[:SHORT],
            "time": str(int(self._clock().timestamp())),
            "minutes": str(sms.validity // timedelta(minutes=1)) if sms else "0",
        }
        for name, digest in self._file.computed.items():
            spoken = _fill(digest.of, places, str)
            places[name] = HASHES[digest.algorithm](spoken.encode()).hexdigest()
        return places

    async def _ask(self, request: RequestFile, places: Mapping[str, str]) -> Answer:
        body = _fill(request.body, places, ESCAPES[request.escape])
        return await self._wire.ask(
            request.method,
            _fill(request.url, places, quote_plus),
            headers={name: _fill(said, places, _line) for name, said in request.headers.items()},
            # A letter outside the provider's charset must not keep the rest from arriving.
            body=body.encode(request.charset, "replace"),
        )

    def arrival(self, call: Call) -> Arrival | None:
        """Return the SMS of a call."""
        pick = self._file.arrival
        if pick is None:
            raise CallError(404)
        read = _reader(call, pick.format)
        sender = read(pick.sender)
        if not sender:
            raise CallError(400)
        return Arrival(read(pick.id) if pick.id else "", sender, read(pick.text))

    def report(self, call: Call) -> Report | None:
        """Return the report of a call; a word the file does not map says nothing."""
        pick = self._file.report
        if pick is None:
            raise CallError(404)
        read = _reader(call, pick.format)
        state = pick.states.get(read(pick.state))
        return Report(read(pick.id), Delivery(state)) if state else None

    def rang(self, call: Call) -> Arrival | None:
        """Return who rang."""
        pick = self._file.call
        if pick is None:
            raise CallError(404)
        read = _reader(call, pick.format)
        if not read(pick.sender):
            raise CallError(400)
        return Arrival(read(pick.id) if pick.id else "", read(pick.sender), "")

    def hang_up(self) -> tuple[str, bytes]:
        """Return what the provider wants to hear."""
        return "text/plain", self._file.call.thanks.encode() if self._file.call else b""

    def thanks(self) -> tuple[str, bytes]:
        """Return what the provider wants to hear."""
        pick = self._file.arrival
        return "text/plain", pick.thanks.encode() if pick else b""

    async def close(self) -> None:
        """Close what is open."""
        await self._wire.close()


def _fill(text: str, places: Mapping[str, str], write: Callable[[str], str]) -> str:
    """Fill in one pass: braces in a visitor's or operator's words are only words."""
    return PLACE.sub(lambda found: write(places.get(found[1], "")), text)


def _line(value: str) -> str:
    return re.sub(r"[^\x20-\x7e]", "", value)


def _found(request: RequestFile, body: bytes, path: str) -> str:
    if not path:
        return ""
    match request.answer:
        case "json":
            return at(loads(body), path)
        case "xml":
            return at_xml(body, path)
        case "text":
            found = re.search(path, body.decode("utf-8", "replace"))
            return (found[1] if found.re.groups else found[0]) if found else ""


def _is(verdict: Verdict, request: RequestFile, answer: Answer) -> bool:
    return bool(verdict.equals) and _found(request, answer.body, verdict.path) in verdict.equals


def _reader(call: Call, kind: str) -> Callable[[str], str]:
    """Return how to read a field of a call. Raises `CallError` on a body of another kind."""
    match kind:
        case "json":
            body = decoded(call)
            return lambda path: at(body, path)
        case "xml":
            return lambda path: at_xml(call.body, path)
        case "form":
            posted = dict(form(call))
            return lambda path: posted.get(path, "")
        case _:
            asked = dict(pairs(call.query))
            return lambda path: asked.get(path, "")
