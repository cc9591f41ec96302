"""The three providers of the example file, as their requests would go over the wire."""

from __future__ import annotations

import hashlib
import json
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree as ET

import pytest
from ruamel.yaml import YAML

from bot.channels.sms.opening import _gateway
from bot.channels.sms.port import Gateway, Sms
from bot.service.failures import NotSent, Refused
from tests.sms.support import SECRET, Clock, file
from tests.telegram.fake_http import Asked, Reply, Server

SMS = Sms("+996700111222", 'жардам <b>"&\n{to}', "a" * 32, timedelta(hours=1))


class Provider:
    """A server that keeps what it is asked and answers what it is told."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.answer = Reply()
        self.server = Server(self._serve)

    async def _serve(self, asked: Asked) -> Reply:
        self.asked.append(asked)
        return self.answer


@pytest.fixture
async def provider() -> AsyncIterator[Provider]:
    """Return a provider that serves."""
    built = Provider()
    await built.server.start()
    yield built
    await built.server.stop()


def built(root: Path, provider: Provider, name: str) -> Gateway:
    """Return a gateway of the example file that calls our provider."""
    tree = YAML(typ="safe").load((root / "docker/gateways.example.yaml").read_text("utf-8"))
    fields: dict[str, Any] = next(one for one in tree["gateways"] if one["name"] == name)
    fields["secret"] = f"{name}-{SECRET}"
    fields["values"] = {
        key: value if isinstance(value, str) else "word" for key, value in fields["values"].items()
    }
    parts = urlsplit(fields["send"]["url"])
    local = f"http://127.0.0.1:{provider.server.port}{parts.path}"
    fields["send"]["url"] = local + (f"?{parts.query}" if parts.query else "")
    return _gateway(file(fields).gateways[0], "", Clock())


async def test_nikita_takes_xml_and_our_own_id(root: Path, provider: Provider) -> None:
    """Words cannot break out of their element."""
    gateway = built(root, provider, "nikita")
    provider.answer = Reply(200, b"<response><id>x</id><status>0</status></response>")
    named = await gateway.send(SMS)
    await gateway.close()

    sent = ET.fromstring(provider.asked[0].body)  # noqa: S314 - our own
    assert sent.findtext("text") == SMS.text
    assert sent.findtext("phones/phone") == "996700111222"
    assert sent.findtext("id") == named == "a" * 12


@pytest.mark.parametrize(("status", "expected"), [("4", NotSent), ("3", Refused)])
async def test_nikita_says_why_not(
    root: Path, provider: Provider, status: str, expected: type[Exception]
) -> None:
    """Some of its answers are for another try, the others are final."""
    gateway = built(root, provider, "nikita")
    provider.answer = Reply(200, f"<response><status>{status}</status></response>".encode())
    with pytest.raises(expected):
        await gateway.send(SMS)
    await gateway.close()


async def test_sayqal_takes_a_token_made_of_a_digest(root: Path, provider: Provider) -> None:
    """Over the time of the request."""
    gateway = built(root, provider, "sayqal")
    provider.answer = Reply(200, b'{"transmitted": 1}')
    await gateway.send(SMS)
    await gateway.close()

    sent = json.loads(provider.asked[0].body)
    spoken = f"TransmitSMS example word {sent['utime']}"
    right = hashlib.md5(spoken.encode()).hexdigest()  # noqa: S324 - theirs
    assert provider.asked[0].headers["x-access-token"] == right
    assert sent["message"] == {"smsid": "a" * 32, "phone": "996700111222", "text": SMS.text}


async def test_oson_takes_a_signed_address_and_names_its_own_id(
    root: Path, provider: Provider
) -> None:
    """The one example whose words stand in an address: see docs/sms.md."""
    gateway = built(root, provider, "oson")
    provider.answer = Reply(200, b'{"status": "ok", "msg_id": 77}')
    named = await gateway.send(SMS)
    await gateway.close()

    asked = {key: one for key, [one] in parse_qs(urlsplit(provider.asked[0].path).query).items()}
    spoken = f"{'a' * 32};example;SENDER;996700111222;word"
    assert asked["msg"] == SMS.text
    assert asked["str_hash"] == hashlib.sha256(spoken.encode()).hexdigest()
    assert named == "77"


async def test_an_answer_that_could_grow_without_end_is_not_read(
    root: Path, provider: Provider
) -> None:
    """XML with declarations is no success."""
    gateway = built(root, provider, "nikita")
    provider.answer = Reply(200, b'<!DOCTYPE a [<!ENTITY b "0">]><r><status>&b;</status></r>')
    with pytest.raises(Refused):
        await gateway.send(SMS)
    await gateway.close()
