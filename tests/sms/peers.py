"""Gateways of our own over real HTTP, as strict as the real ones are documented to be."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from tests.sms.support import SECRET, gateway
from tests.telegram.fake_http import Asked, Manner, Reply, Server

PUBLIC = "https://safar.example.org"
KEY = "signing-key-of-the-phone"
TOKEN = "twilio-token"
ACCOUNT = "AC0123456789"


@dataclass
class Knock:
    """A request that a gateway makes to us."""

    method: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass
class Peer(ABC):
    """What all of them have: a server, what was sent through them, and faults on demand."""

    name: str
    url: str = ""
    sent: list[tuple[str, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    faults: list[Reply] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    takes: bool = False
    """Take the message even where the reply is a fault."""
    server: Server = field(init=False)

    async def start(self) -> None:
        """Serve on a free port."""
        self.server = Server(self._serve)
        await self.server.start()
        self.url = f"http://127.0.0.1:{self.server.port}"

    async def stop(self) -> None:
        """Stop serving."""
        await self.server.stop()

    async def _serve(self, asked: Asked) -> Reply:
        await asyncio.sleep(0)
        self.asked.append(asked)
        fault = self.faults.pop(0) if self.faults and asked.verb == "POST" else None
        if fault is None:
            return self.reply(asked)
        if self.takes:
            self.reply(asked)
        return fault

    @abstractmethod
    def reply(self, asked: Asked) -> Reply:
        """Answer by the rules of this gateway."""

    @abstractmethod
    def settings(self) -> dict[str, Any]:
        """Return its entry of the gateway file."""

    @abstractmethod
    def arrival(self, sender: str, text: str, id_: str, at: datetime) -> Knock:
        """Return how it brings an SMS."""

    @abstractmethod
    def report(self, id_: str, state: str, at: datetime) -> Knock:
        """Return how it reports `sent`, `delivered` or `failed`."""

    @property
    def secret(self) -> str:
        """Its secret."""
        return f"{self.name}-{SECRET}"

    @property
    def door(self) -> str:
        """Where it brings what comes in."""
        return f"/sms/{self.name}/{self.secret}"


class FakeKannel(Peer):
    """smsbox: POST of plain text with `X-Kannel-*` headers; it returns no ids."""

    def settings(self) -> dict[str, Any]:
        """See `Peer`."""
        return gateway(self.name, url=f"{self.url}/cgi-bin/sendsms", callback=PUBLIC)

    def reply(self, asked: Asked) -> Reply:
        """See `Peer`."""
        head = asked.headers
        if asked.verb != "POST" or asked.path != "/cgi-bin/sendsms":
            return Reply(404)
        if head["content-type"] != "text/plain; charset=UTF-8":
            return Reply(400, b"Invalid content-type")
        if (head["x-kannel-username"], head["x-kannel-password"]) != ("safar", "kannel-password"):
            return Reply(403, b"Authorization failed for sendsms")
        text = asked.body.decode()
        wide = any(ord(letter) > 0x7F and letter not in "öüÖÜ€" for letter in text)
        assert head["x-kannel-coding"] == ("2" if wide else "0")
        assert head["x-kannel-dlr-mask"] == "31"
        self.sent.append((head["x-kannel-to"], text))
        self.ids.append(head["x-kannel-dlr-url"])
        return Reply(202, b"0: Accepted for delivery")

    def arrival(self, sender: str, text: str, id_: str, at: datetime) -> Knock:
        """See `Peer`."""
        del at
        headers = {
            "content-type": "text/plain; charset=UTF-8",
            "x-kannel-from": sender,
            "x-kannel-to": "4040",
            "x-kannel-coding": "0" if text.isascii() else "2",
        }
        return Knock("POST", f"{self.door}?{urlencode({'id': id_})}", headers, text.encode())

    def report(self, id_: str, state: str, at: datetime) -> Knock:
        """See `Peer`."""
        del at
        code = {"sent": "8", "delivered": "1", "failed": "2"}[state]
        return Knock("GET", f"{self.door}/report?id={id_}&state={code}")


class FakePhone(Peer):
    """The app on a phone: basic auth, JSON, each id once, signed webhooks."""

    def settings(self) -> dict[str, Any]:
        """See `Peer`."""
        fields = gateway(self.name, kind="android", url=self.url, signing_key=KEY, sim=1)
        del fields["sender"]
        return fields

    def reply(self, asked: Asked) -> Reply:
        """See `Peer`."""
        right = base64.b64encode(b"safar:kannel-password").decode()
        if asked.headers.get("authorization") != f"Basic {right}":
            return Reply(401)
        if asked.verb == "GET":
            known = asked.path.removeprefix("/messages/") in self.ids
            return Reply(200, b'{"state": "Sent"}') if known else Reply(404)
        message = json.loads(asked.body)
        if message["id"] in self.ids:
            return Reply(409)
        assert message["withDeliveryReport"] is True
        assert 0 < message["ttl"] <= 36000
        [number] = message["phoneNumbers"]
        self.ids.append(message["id"])
        self.sent.append((number, message["textMessage"]["text"]))
        return Reply(202, json.dumps({"id": message["id"], "state": "Pending"}).encode())

    def _hook(
        self, path: str, event: str, payload: Mapping[str, Any], at: datetime, **top: str
    ) -> Knock:
        body = json.dumps({"deviceId": "d", "event": event, "payload": payload, **top}).encode()
        stamp = str(int(at.timestamp()))
        right = hmac.new(KEY.encode(), body + stamp.encode(), hashlib.sha256).hexdigest()
        headers = {"content-type": "application/json", "x-signature": right, "x-timestamp": stamp}
        return Knock("POST", path, headers, body)

    def arrival(self, sender: str, text: str, id_: str, at: datetime) -> Knock:
        """See `Peer`; the id in the payload is a hash of the words, as on the real phone."""
        words = hashlib.md5(text.encode()).hexdigest()  # noqa: S324 - what the app does
        payload = {"messageId": words, "message": text, "phoneNumber": sender, "simNumber": 1}
        return self._hook(self.door, "sms:received", payload, at, id=id_)

    def report(self, id_: str, state: str, at: datetime) -> Knock:
        """See `Peer`."""
        payload = {"messageId": id_, "phoneNumber": "+996700111222"}
        return self._hook(f"{self.door}/report", f"sms:{state}", payload, at, id="event")


class FakeTwilio(Peer):
    """The Messages resource, and calls signed over the public address."""

    def settings(self) -> dict[str, Any]:
        """See `Peer`."""
        return {
            "name": self.name,
            "kind": "twilio",
            "secret": self.secret,
            "url": self.url,
            "account": ACCOUNT,
            "token": TOKEN,
            "sender": "+15550100000",
            "stop_and_help": "off",
            "prices": {"*": 1},
        }

    def reply(self, asked: Asked) -> Reply:
        """See `Peer`."""
        right = base64.b64encode(f"{ACCOUNT}:{TOKEN}".encode()).decode()
        if asked.headers.get("authorization") != f"Basic {right}":
            return Reply(401, b'{"code": 20003}')
        assert asked.path == f"/2010-04-01/Accounts/{ACCOUNT}/Messages.json"
        fields = dict(parse_qsl(asked.body.decode(), strict_parsing=True))
        assert fields["StatusCallback"].startswith(f"{PUBLIC}{self.door}/report#rc=5")
        self.ids.append(f"SM{len(self.ids):032x}")
        self.sent.append((fields["To"], fields["Body"]))
        return Reply(201, json.dumps({"sid": self.ids[-1], "status": "queued"}).encode())

    def _signed(self, path: str, fields: Mapping[str, str]) -> Knock:
        full = {"AccountSid": ACCOUNT, **fields}
        spoken = PUBLIC + path + "".join(key + full[key] for key in sorted(full))
        right = hmac.new(TOKEN.encode(), spoken.encode(), hashlib.sha1).digest()
        headers = {
            "content-type": "application/x-www-form-urlencoded",
            "x-twilio-signature": base64.b64encode(right).decode(),
        }
        return Knock("POST", path, headers, urlencode(full).encode())

    def arrival(self, sender: str, text: str, id_: str, at: datetime) -> Knock:
        """See `Peer`."""
        del at
        fields = {"MessageSid": id_, "From": sender, "To": "+15550100000", "Body": text}
        return self._signed(self.door, {**fields, "NumMedia": "0"})

    def report(self, id_: str, state: str, at: datetime) -> Knock:
        """See `Peer`."""
        del at
        word = {"failed": "undelivered"}.get(state, state)
        return self._signed(f"{self.door}/report", {"MessageSid": id_, "MessageStatus": word})


class FakeProvider(Peer):
    """An aggregator: a token made of a digest, JSON both ways, unsigned calls."""

    def settings(self) -> dict[str, Any]:
        """See `Peer`."""
        body = '{"token": "{token}", "smsid": "{key}", "phone": "{to_digits}", "text": "{text}"}'
        ask = {"method": "GET", "url": f"{self.url}/known?id={{key}}"}
        return {
            "name": self.name,
            "kind": "template",
            "secret": self.secret,
            "prices": {"*": 1},
            "values": {"login": "safar", "word": "provider-word"},
            "computed": {"token": {"algorithm": "sha256", "of": "{login};{key};{word}"}},
            "send": {"url": f"{self.url}/send?login={{login}}", "body": body},
            "success": {"path": "status", "equals": ["0"]},
            "not_sent": {"path": "status", "equals": ["9"]},
            "id_path": "message.0.id",
            "ask": ask,
            "taken": {"path": "known", "equals": ["true"]},
            "arrival": {"sender": "from", "text": "text", "id": "id", "thanks": "OK"},
            "report": {
                "format": "form",
                "id": "id",
                "state": "state",
                "states": {"ACCEPTED": "sent", "DELIVRD": "delivered", "UNDELIV": "failed"},
            },
        }

    def reply(self, asked: Asked) -> Reply:
        """See `Peer`."""
        parts = urlsplit(asked.path)
        if parts.path == "/known":
            known = dict(parse_qsl(parts.query))["id"] in self.ids
            return Reply(200, json.dumps({"known": known}).encode())
        assert parts.path == "/send"
        assert parts.query == "login=safar"
        message = json.loads(asked.body)
        spoken = f"safar;{message['smsid']};provider-word"
        if message["token"] != hashlib.sha256(spoken.encode()).hexdigest():
            return Reply(200, b'{"status": 3}')
        self.ids.append(message["smsid"])
        self.sent.append((f"+{message['phone']}", message["text"]))
        named = [{"id": f"p-{message['smsid']}"}]
        return Reply(200, json.dumps({"status": 0, "message": named}).encode())

    def arrival(self, sender: str, text: str, id_: str, at: datetime) -> Knock:
        """See `Peer`."""
        del at
        body = json.dumps({"from": sender, "text": text, "id": id_}).encode()
        return Knock("POST", self.door, {"content-type": "application/json"}, body)

    def report(self, id_: str, state: str, at: datetime) -> Knock:
        """See `Peer`."""
        del at
        word = {"sent": "ACCEPTED", "delivered": "DELIVRD", "failed": "UNDELIV"}[state]
        headers = {"content-type": "application/x-www-form-urlencoded"}
        return Knock(
            "POST", f"{self.door}/report", headers, f"id={quote(id_)}&state={word}".encode()
        )


PEERS: dict[str, type[Peer]] = {
    "kannel": FakeKannel,
    "phone": FakePhone,
    "twilio": FakeTwilio,
    "provider": FakeProvider,
}
SILENCE = Reply(manner=Manner.SILENCE)
RESET = Reply(manner=Manner.RESET)
