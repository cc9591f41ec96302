"""From a gateway file to the visitor's port, as the composition root puts it together."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import httpx
from ruamel.yaml import YAML

from bot.channels.sms.opening import open_sms
from bot.channels.webchat.app import visitor_app
from bot.channels.webchat.port import VisitorShell
from bot.dialogue.values import Form, Locale
from bot.l10n.wording import Wording
from bot.service.ports import Store
from bot.service.records import Outbound
from tests.sms.peers import FakePhone, FakeTwilio
from tests.sms.support import NUMBER, Clock, Door, States

PUBLIC = "https://safar.example.org"


async def test_the_doors_stand_on_the_visitors_port(tmp_path: Path, wording: Wording) -> None:
    """Beside the web chat, without its cookies, and without its page for strangers."""
    peers = [FakePhone("phone", "http://127.0.0.1:1"), FakeTwilio("twilio", "http://127.0.0.1:1")]
    path = tmp_path / "gateways.yaml"
    with path.open("w", encoding="utf-8") as target:
        YAML().dump({"version": 1, "gateways": [one.settings() for one in peers]}, target)
    clock, door, states = Clock(), Door(), cast("Store", States())
    side = open_sms(path, wording, public_url=PUBLIC, clock=clock)
    app = visitor_app(
        cast("VisitorShell", None),
        wording,
        public_url=PUBLIC,
        demo=False,
        extra_routes=side.serve(states, door),
    )
    transport = httpx.ASGITransport(app, client=("127.0.0.1", 5))
    async with httpx.AsyncClient(transport=transport, base_url="http://inside") as caller:
        for one in peers:
            knock = one.arrival(NUMBER, "help", "id", clock())
            answer = await caller.post(knock.path, headers=knock.headers, content=knock.body)
            assert answer.status_code == 200
            assert "set-cookie" not in answer.headers
        strange = await caller.post("/sms/phone/wrong", content=b"{}")
    await side.close()

    assert door.words == ["help", "help"]
    assert strange.status_code == 403
    assert strange.content == b""


async def test_where_another_process_hears_the_answer_nothing_comes_in_pages(
    tmp_path: Path, wording: Wording
) -> None:
    """A "1" for the next page would be taken for the first choice of the screen."""
    path = tmp_path / "gateways.yaml"
    phone = FakePhone("phone", "http://127.0.0.1:1")
    with path.open("w", encoding="utf-8") as target:
        YAML().dump({"version": 1, "gateways": [phone.settings()]}, target)
    words = Outbound(("one more word " * 40,), form=Form.SHORT)
    for paged, pages in ((True, False), (False, True)):
        side = open_sms(path, wording, public_url=PUBLIC, clock=Clock(), paged=paged)
        assert (len(side.channel._pages(words, Locale("en"))) == 1) is pages
        await side.close()
