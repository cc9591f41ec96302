"""The whole story by SMS: a real Kannel, the real core, store and shell, in every language."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.bootstrap import open_library
from bot.channels.sms.carrier import Carrier
from bot.channels.sms.channel import SmsChannel
from bot.channels.sms.opening import SmsSide, _gateway
from bot.dialogue.values import ChannelKind, Locale
from bot.entry import http
from bot.l10n import gsm
from bot.l10n.translit import spoken
from bot.service.outbox import Outbox
from bot.service.plain import plain
from bot.service.receive import Library
from bot.service.records import Address, Delivery, LogLine, Outbound, Receipt
from bot.store.sqlite import SqliteStore, open_sqlite
from bot.store.staff import SqliteStaff
from bot.vault import Vault
from tests.around import Around, Go
from tests.jobs import MemoryJobs
from tests.service.stage import OPERATOR, Clock, Stage
from tests.sms.kannel_box import Handset, kannel
from tests.sms.smpp_smsc import Smsc
from tests.sms.support import NUMBER, file, gateway

ADDRESS = Address(ChannelKind.SMS, NUMBER)
PATIENCE = 20.0


@dataclass(frozen=True)
class Tongue:
    """What a visitor types in one language and script; digits are the same everywhere."""

    locale: str
    greeting: str
    language: str
    danger: str
    hide: str


TONGUES = [
    Tongue("ky", "Салам", "1", "мени камап коюшту, сабап жатышат", "жашыр"),
    Tongue("ky", "salam", "1", "meni kamap koyushtu, sabap jatyshat", "jashyr"),
    Tongue("ru", "Здравствуйте", "2", "меня заперли и бьют", "спрятать"),
    Tongue("ru", "privet", "2", "menya zaperli i byut", "spryatat"),
    Tongue("en", "Hello", "3", "he locked me in and beats me", "hide"),
    Tongue("uz-Latn", "Salom", "4", "meni qamab qo'ydi, urmoqda", "yashir"),
    Tongue("uz-Cyrl", "Салом", "5", "мени қамаб қўйди, урмоқда", "яшир"),
    Tongue("uz-Cyrl", "salom", "5", "meni qamab qo'ydi, urmoqda", "yashir"),
    Tongue("tg", "Салом", "6", "маро зада, дар хона қулф кардааст", "пинҳон"),
    Tongue("tg", "salom", "6", "maro zada, dar khona qulf kardaast", "pinhon"),
]
CYRILLIC = {"ky", "ru", "tg", "uz-Cyrl"}


class Counting(Around):
    """Remembers what it was given, for the figures."""

    native = 0

    async def step(self, outbound: Outbound, go: Go) -> Receipt:
        """Send, and count."""
        if not (outbound.wipe or outbound.alert):
            text = gsm.normalise(plain(outbound, separator="\n"))
            self.native += gsm.segments(text)
        return await go()


class Counted(Carrier):
    """Remembers how many SMS went out."""

    carried = 0

    async def carry(
        self, number: str, text: str, *, danger: bool, key: str = "", doubtful: bool = False
    ) -> tuple[str, tuple[str, ...]]:
        """See `Carrier`."""
        found = await super().carry(number, text, danger=danger, key=key, doubtful=doubtful)
        self.carried += 1
        return found


@dataclass
class Knocks:
    """Says when a call of the gateway was answered."""

    app: ASGIApp
    answered: asyncio.Queue[str] = field(default_factory=asyncio.Queue)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve, then say so."""
        await self.app(scope, receive, send)
        if scope["type"] == "http" and scope["method"] == "POST":
            self.answered.put_nowait(scope["path"])


@dataclass
class Talk:
    """One visitor with a phone in the network of Kannel."""

    stage: Stage
    sms: SmsChannel
    channel: Counting
    carrier: Counted
    phone: Handset | Smsc
    knocks: Knocks
    heard: int = 0

    async def say(self, words: str) -> str:
        """Send an SMS; return all that comes back, every page of it."""
        await self.phone.say(words)
        await asyncio.wait_for(self.knocks.answered.get(), PATIENCE)
        await self.stage.settle()
        said = await self.hear()
        rest = self.sms.pages._rests.get(NUMBER)
        return f"{said} {await self.say('1')}" if rest and rest.pages else said

    async def hear(self) -> str:
        """Return what is on its way."""
        texts = []
        while self.heard < self.carrier.carried:
            texts.append(await self.phone.hear())
            self.heard += 1
        return "\n".join(texts)


@pytest.fixture(scope="module")
def book() -> Library:
    """Return the real Book, wording and reader."""
    return open_library()


@pytest.fixture(params=["fake", "smpp"])
async def talk(
    request: pytest.FixtureRequest, tmp_path: Path, book: Library
) -> AsyncIterator[Talk]:
    """Return a visitor in each kind of network, and everything between them and the core."""
    smsc = Smsc() if request.param == "smpp" else None
    clock, vault, jobs = Clock(), Vault.throwaway(), MemoryJobs()
    records = SqliteStaff(jobs, vault.staff_key)
    await records.prepare()
    database = open_sqlite(tmp_path / "data", vault, reserve_bytes=0)
    stage = Stage(SqliteStore(database, vault), records, book, vault, clock)
    listening = http.bind(0)
    port = listening.getsockname()[1]
    async with kannel(tmp_path, port, await smsc.start() if smsc else 0) as box:
        settings = file(gateway("kannel", url=box.url, callback=f"http://127.0.0.1:{port}"))
        carrier = Counted(settings, {"kannel": _gateway(settings.gateways[0], "", clock)}, clock)
        sms = SmsChannel(settings, carrier, book.wording, clock)
        channel = Counting(sms)
        side = SmsSide(settings, sms, clock)
        routes = side.serve(stage.store, stage.reception.accept)
        stage.outbox = Outbox(
            stage.store,
            {ChannelKind.SMS: channel},
            stage.wakes,
            clock=clock,
            accept=stage.reception.accept,
        )
        knocks = Knocks(Starlette(routes=routes))
        server = http.server(knocks)  # type: ignore[arg-type]
        serving = asyncio.create_task(http.serve([(server, listening)]))
        phone = smsc or Handset(box.ports["smsc"])
        await phone.connect()
        yield Talk(stage, sms, channel, carrier, phone, knocks)
        await box.stop()
        await phone.close()
        server.should_exit = True
        await serving
        await side.close()
    database.close()
    jobs.db.close()


@pytest.mark.parametrize("tongue", TONGUES, ids=lambda one: f"{one.locale}-{one.greeting}")
async def test_the_whole_story_runs_over_kannel(
    talk: Talk, book: Library, tongue: Tongue, capsys: pytest.CaptureFixture[str]
) -> None:
    """Greeting, language, card, questions, danger, a person, their reply, hide, close."""
    await talk.stage.on_duty(OPERATOR)
    first = await talk.say(tongue.greeting)
    privacy = await talk.say(tongue.language)
    menu = await talk.say("1")
    card = [await talk.say(digit) for digit in ("1", "2", "0", "0")]
    questions = [await talk.say(digit) for digit in ("4", "1", "2", "2")]
    danger = await talk.say(tongue.danger)
    numbers = await talk.say("1")
    await talk.say("1")
    ticket = await talk.stage.takes()
    joined = await talk.hear()
    words = book.wording.label("sms-sample", Locale(tongue.locale))
    await talk.stage.says(ticket, words)
    reply = await talk.hear()
    states = {line.delivery for line in await lines(talk)}
    hidden = await talk.say(tongue.hide)
    await talk.stage.closes(ticket)
    closed = await talk.hear()

    assert "Русский" in first
    assert gsm.segments(first) == 1
    assert all((privacy, menu, *card, *questions, joined))
    assert "112" in danger
    assert "112" in numbers
    assert gsm.segments(danger) == gsm.segments(numbers) == 1
    assert reply == spoken(words, Locale(tongue.locale))
    assert hidden == closed == ""
    assert states
    assert states <= {Delivery.SENT, Delivery.DELIVERED}
    assert talk.phone.segments == talk.carrier.carried
    if tongue.locale in CYRILLIC:
        assert talk.phone.segments * 2 <= talk.channel.native
    with capsys.disabled():
        own, sent = talk.channel.native, talk.phone.segments
        print(f"\n{tongue.locale} {tongue.greeting}: own script {own} segments, sent {sent}")  # noqa: T201 - the figures asked for


async def lines(talk: Talk) -> list[LogLine]:
    """Return what the log still holds of the talk."""
    found = await talk.stage.store.find(ADDRESS)
    return list(await talk.stage.store.view(found)) if found else []
