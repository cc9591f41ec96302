"""Kannel as a client of an operator's SMSC: throttling, a link that dies, reports (F-40)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.dialogue.values import ChannelKind, Form
from bot.l10n import gsm
from bot.l10n.wording import Wording
from bot.service.failures import StoreUnavailable
from bot.service.records import Address, Delivery, Outbound
from tests.sms.kannel_box import kannel
from tests.sms.ours import Ours
from tests.sms.smpp_smsc import THROTTLED, Smsc
from tests.sms.support import NUMBER

ADDRESS = Address(ChannelKind.SMS, NUMBER)
FULL = 0x14


@pytest.fixture
async def ours(wording: Wording) -> Ours:
    """Return our side, not open yet."""
    return Ours(wording)


@pytest.fixture
async def smsc(tmp_path: Path, ours: Ours) -> AsyncIterator[Smsc]:
    """Return an SMSC that Kannel is bound to."""
    built = Smsc()
    async with kannel(tmp_path, ours.port, await built.start()) as box:
        await ours.open(box)
        await built.connect()
        yield built
        await box.stop()
        await ours.close()
    await built.close()


async def send(ours: Ours, text: str) -> str:
    """Send a text; return its id."""
    outbound = Outbound((text,), form=Form.SHORT)
    [name] = (await ours.channel.send(ADDRESS, outbound, ())).platform_ids
    ours.states.states[name] = Delivery.SENT
    return name


@pytest.mark.parametrize("text", ["@ Hello ö [x] €", "Вы в безопасности?", "😀 ң"])
async def test_words_arrive_and_are_reported(smsc: Smsc, ours: Ours, text: str) -> None:
    """In the alphabet we counted, with a time after which nobody delivers them."""
    name = await send(ours, text)
    heard = await smsc.hear()
    await ours.reported(name, Delivery.DELIVERED)

    assert heard == text
    assert smsc.submits[0].coding == (0 if gsm.coding(text) is gsm.Coding.GSM7 else 8)
    assert smsc.submits[0].validity


@pytest.mark.parametrize("text", ["жардам керек", "help"])
async def test_what_the_phone_says_arrives(smsc: Smsc, ours: Ours, text: str) -> None:
    """And the operator's network hears that it did."""
    await smsc.say(text)
    await ours.until(1)

    assert ours.door.words == [text]
    assert await smsc.acknowledged.get() == 0


@pytest.mark.parametrize("status", [THROTTLED, FULL])
async def test_a_network_that_is_busy_gets_the_message_later(
    smsc: Smsc, ours: Ours, status: int
) -> None:
    """Once."""
    smsc.refusals = [status]
    name = await send(ours, "hello")
    heard = await smsc.hear()
    await ours.reported(name, Delivery.DELIVERED)

    assert heard == "hello"
    assert len(smsc.submits) == 1


async def test_a_link_that_died_is_made_anew(smsc: Smsc, ours: Ours) -> None:
    """What was handed over meanwhile follows."""
    smsc._bound.clear()
    assert smsc._writer is not None
    smsc._writer.transport.abort()
    await send(ours, "hello")
    await smsc.connect()

    assert await smsc.hear() == "hello"


async def test_what_we_could_not_keep_comes_again(smsc: Smsc, ours: Ours) -> None:
    """Kannel holds it; the network was told that it arrived."""
    ours.door.failures = [StoreUnavailable(), StoreUnavailable()]
    await smsc.say("help")
    await ours.until(1)

    assert ours.door.words == ["help"]
