"""A real Kannel: what it brings, what it carries, and what survives when one of us is killed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import cast

import httpx
import pytest

from bot.channels.sms.kannel import Kannel as Gateway
from bot.dialogue.values import ChannelKind, Form
from bot.l10n import gsm
from bot.l10n.wording import Wording
from bot.service.failures import StoreUnavailable
from bot.service.records import Address, Delivery, Outbound
from tests.sms.kannel_box import Handset, Kannel, kannel
from tests.sms.ours import Ours
from tests.sms.support import NUMBER

ADDRESS = Address(ChannelKind.SMS, NUMBER)
PATIENCE = 20.0


@pytest.fixture
async def ours(wording: Wording) -> Ours:
    """Return our side, not open yet."""
    return Ours(wording)


@pytest.fixture
async def box(tmp_path: Path, ours: Ours) -> AsyncIterator[Kannel]:
    """Return a Kannel, with our side open."""
    async with kannel(tmp_path, ours.port) as running:
        await ours.open(running)
        yield running
        await running.stop()
        await ours.close()


@pytest.fixture
async def handset(box: Kannel) -> AsyncIterator[Handset]:
    """Return a phone in its network."""
    phone = Handset(box.ports["smsc"])
    await phone.connect()
    yield phone
    await phone.close()


def words(text: str) -> Outbound:
    """Return an outbound."""
    return Outbound((text,), form=Form.SHORT)


@pytest.mark.parametrize("text", ["Help me", "Жардам керек: ң ө ү", "ёрдам 😀"])
async def test_what_a_phone_says_arrives(handset: Handset, ours: Ours, text: str) -> None:
    """In both alphabets, from the number in its one form."""
    await handset.say(text)
    await ours.until(1)

    assert ours.door.words == [text]
    assert ours.door.senders == [NUMBER]


@pytest.mark.parametrize("text", ["@ Hello ö ü [x] {y}", "Вы в безопасности?", "Жардам 😀 керек"])
async def test_what_we_say_arrives_and_is_reported(handset: Handset, ours: Ours, text: str) -> None:
    """The report names the message by the key we gave it."""
    [name] = (await ours.channel.send(ADDRESS, words(text), ())).platform_ids
    ours.states.states[name] = Delivery.SENT
    heard = await handset.hear()
    await ours.reported(name, Delivery.DELIVERED)

    assert heard == text


@pytest.mark.parametrize("text", ["word " * 50, "слово " * 20])
async def test_a_long_message_takes_as_many_parts_as_we_count(
    handset: Handset, ours: Ours, text: str
) -> None:
    """What `safar stats sms` says it costs is what the network carries."""
    await ours.channel.carrier.carry(NUMBER, text.strip(), danger=False)

    assert await handset.hear() == text.strip()
    assert handset.segments == gsm.segments(text.strip()) == 2


async def test_what_we_could_not_keep_comes_again(handset: Handset, ours: Ours) -> None:
    """503 from our side loses nothing (F-22)."""
    ours.door.failures = [StoreUnavailable()]

    await handset.say("help")
    await ours.until(1)

    assert ours.door.words == ["help"]


async def test_a_wrong_password_sends_nothing(box: Kannel, handset: Handset, ours: Ours) -> None:
    """The real Kannel refuses as our stand-in does."""
    del handset
    strange = cast("Gateway", ours.channel.carrier.gateways["kannel"])
    headers = {"X-Kannel-Username": "safar", "X-Kannel-Password": "wrong"}
    async with httpx.AsyncClient(trust_env=False) as client:
        refused = await client.post(box.url, headers=headers, content=b"x")
        form = await client.post(box.url, data={"text": "x"})

    assert strange.name == "kannel"
    assert refused.status_code == 403
    assert form.status_code == 400


async def test_no_word_stands_in_its_log(box: Kannel, handset: Handset, ours: Ours) -> None:
    """At log-level 2 neither text nor number is written."""
    await handset.say("CNRY-help")
    await ours.until(1)
    await ours.channel.send(ADDRESS, words("CNRY-answer"), ())
    await handset.hear()

    assert b"CNRY" not in box.logged()
    assert NUMBER[1:].encode() not in box.logged()
    assert b"CNRY" in b"".join(box.lines)


async def test_what_waits_for_the_network_survives_a_kill(box: Kannel, ours: Ours) -> None:
    """Bearerbox keeps on disk what it acknowledged to us (F-41)."""
    sent = {f"message {number}" for number in range(5)}
    for text in sorted(sent):
        await ours.channel.send(ADDRESS, words(text), ())
    await box.kill("bearerbox")
    await box.kill("smsbox")
    await box.run("bearerbox")
    await box.run("smsbox")
    phone = Handset(box.ports["smsc"])
    await phone.connect()

    heard = {await phone.hear() for _ in range(5)}
    await phone.close()

    assert heard == sent


async def test_what_smsbox_holds_when_it_is_killed_is_lost_or_comes_once(
    box: Kannel, handset: Handset, ours: Ours
) -> None:
    """The one gap, outside of us: written down in docs/sms.md (F-41)."""
    ours.door.failures = [StoreUnavailable()]
    await handset.say("held by smsbox")
    async with ours.came, asyncio.timeout(PATIENCE):
        await ours.came.wait_for(lambda: not ours.door.failures)
    await box.kill("smsbox")
    await box.run("smsbox")
    await handset.say("after it")
    await ours.until(1)

    assert ours.door.words in (["after it"], ["held by smsbox", "after it"])
