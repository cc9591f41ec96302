"""Who may bring an SMS or a report, and what a stranger at the door learns (S-46 to S-49, S-59)."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.bootstrap import LOCALES
from bot.dialogue.values import ChannelKind, Form
from bot.l10n.wording import Wording
from bot.service.records import Address, Delivery, Outbound
from tests.sms.conftest import Stage, staged, struck
from tests.sms.peers import PEERS, FakeKannel, FakePhone, Knock, Peer
from tests.sms.scene import scene
from tests.sms.support import NUMBER, SECRET, Clock, file, gateway

CANARY = "CNRY-0b1f words nobody may see"
EVERY = sorted(PEERS)
SIGNED = ["phone", "twilio"]


def calls(stage: Stage, peer: Peer) -> list[Knock]:
    """Return a genuine SMS and a genuine report."""
    return [
        peer.arrival(NUMBER, CANARY, "id-1", stage.clock()),
        peer.report("m-1", "delivered", stage.clock()),
    ]


def unmoved(stage: Stage, peer: Peer) -> bool:
    """Tell whether nothing came of a call."""
    return not stage.door.kept and stage.states.states == {f"{peer.name}:m-1": Delivery.SENT}


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("secret", ["wrong-0123456789abcdef", "", "x", "other", "é", "%00"])
async def test_a_wrong_secret_changes_nothing_and_learns_nothing(name: str, secret: str) -> None:
    """Missing, wrong, shortened, of another gateway (S-46)."""
    async with scene(name, "kannel" if name != "kannel" else "phone") as (stage, [peer, other]):
        stage.states.states = {f"{peer.name}:m-1": Delivery.SENT}
        given = other.secret if secret == "other" else secret
        for knock in calls(stage, peer):
            path = knock.path.replace(peer.secret, given)
            answer = await stage.knock(replace(knock, path=path))
            assert answer.status_code in {401, 403, 404}
            assert answer.content == b"" or answer.status_code == 404
            assert CANARY not in answer.text
        assert unmoved(stage, peer)


async def test_an_unknown_gateway_looks_like_a_wrong_secret() -> None:
    """Nobody learns which gateways there are."""
    async with scene("phone") as (stage, [peer]):
        [knock, _] = calls(stage, peer)
        strange = await stage.knock(replace(knock, path=f"/sms/nobody/{peer.secret}"))
        wrong = await stage.knock(replace(knock, path=f"/sms/phone/wrong-{SECRET}"))

    assert (strange.status_code, strange.content, dict(strange.headers)) == (
        wrong.status_code,
        wrong.content,
        dict(wrong.headers),
    )


@pytest.mark.parametrize("name", SIGNED)
@pytest.mark.parametrize("fault", ["none", "empty", "wrong", "short", "body", "path"])
async def test_a_call_that_its_gateway_did_not_sign_is_refused(name: str, fault: str) -> None:
    """Also where the secret of the path leaked (S-46)."""
    async with scene(name) as (stage, [peer]):
        stage.states.states = {f"{peer.name}:m-1": Delivery.SENT}
        for knock in calls(stage, peer):
            answer = await stage.knock(spoilt(knock, fault))
            if fault == "path" and name == "phone":
                continue
            assert answer.status_code == 403
            assert answer.content == b""
        assert unmoved(stage, peer) or (fault == "path" and name == "phone")


def spoilt(knock: Knock, fault: str) -> Knock:
    """Return a call with one thing wrong."""
    header = next(name for name in knock.headers if name.endswith("signature"))
    right = knock.headers[header]
    headers = {key: value for key, value in knock.headers.items() if key != header}
    match fault:
        case "none":
            return replace(knock, headers=headers)
        case "body":
            return replace(knock, body=knock.body + b" ")
        case "path":
            return replace(knock, path=knock.path + "?a=1")
        case _:
            given = {"empty": "", "wrong": right[::-1], "short": right[:-2]}[fault]
            return replace(knock, headers={**headers, header: given})


async def test_a_replayed_call_is_taken_once() -> None:
    """The same signed body twice: still 2xx, no second effect (S-48)."""
    async with scene("phone", "twilio") as (stage, peers):
        for peer in peers:
            [knock, _] = calls(stage, peer)
            assert [(await stage.knock(knock)).status_code for _ in range(3)] == [200, 200, 200]

        assert stage.door.words == [CANARY, CANARY]


@pytest.mark.parametrize(
    ("age", "status"),
    [(-6, 403), (-4, 200), (0, 200), (4, 200), (6, 200), (60 * 24 * 2, 200), (60 * 24 * 4, 403)],
)
async def test_the_phone_may_repeat_for_days_but_not_speak_from_the_future(
    age: int, status: int
) -> None:
    """It repeats an SMS it could not bring for two days, perhaps with the first time (S-48)."""
    async with scene("phone") as (stage, [peer]):
        at = stage.clock() - timedelta(minutes=age)
        answer = await stage.knock(peer.arrival(NUMBER, CANARY, "id-1", at))

        assert answer.status_code == status
        assert bool(stage.door.kept) == (status == 200)


async def test_an_old_call_that_brings_no_sms_is_refused() -> None:
    """Only what must not be lost may be late (S-48)."""
    async with scene("phone") as (stage, [peer]):
        assert isinstance(peer, FakePhone)
        at = stage.clock() - timedelta(minutes=6)
        ping = peer._hook(peer.door, "system:ping", {}, at, id="1")

        assert (await stage.knock(ping)).status_code == 403


@pytest.mark.parametrize("name", EVERY)
async def test_odd_requests_are_refused(name: str) -> None:
    """Other methods, other media types, no length, too long (S-47)."""
    async with scene(name) as (stage, [peer]):
        [knock, _] = calls(stage, peer)
        for method in ("PUT", "DELETE", "TRACE", "PATCH", "GET"):
            assert (await stage.knock(replace(knock, method=method))).status_code == 405
        if name != "kannel":
            odd = replace(knock, headers={**knock.headers, "content-type": "text/html"})
            assert (await stage.knock(odd)).status_code in {403, 415}
        assert (await stage.knock(replace(knock, body=b"x" * 70_000))).status_code == 413

        async def pieces() -> Any:
            yield knock.body

        chunked = await stage.caller.post(knock.path, headers=knock.headers, content=pieces())
        assert chunked.status_code == 411
        assert stage.door.kept == {}


async def test_two_signatures_are_one_too_many() -> None:
    """Which one would count is a question nobody should ask (S-47)."""
    async with scene("phone") as (stage, [peer]):
        [knock, _] = calls(stage, peer)
        headers = [*knock.headers.items(), ("x-signature", "0")]
        answer = await stage.caller.post(knock.path, headers=headers, content=knock.body)

        assert answer.status_code == 400
        assert stage.door.kept == {}


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b"null", b"\xff\xfe\x00", b"{" * 5000])
async def test_rubbish_is_refused_without_an_error_of_ours(name: str, body: bytes) -> None:
    """Nothing a gateway can send ends in a traceback."""
    async with scene(name) as (stage, [peer]):
        [knock, _] = calls(stage, peer)
        headers = {key: value for key, value in knock.headers.items() if key != "x-kannel-from"}
        answer = await stage.knock(replace(knock, headers=headers, body=body))

        assert answer.status_code in {400, 403, 415}
        assert stage.door.kept == {}


@pytest.mark.parametrize(("allow", "status"), [("127.0.0.1", 200), ("192.0.2.1", 403)])
async def test_who_is_not_on_the_list_of_addresses_is_refused(allow: str, status: int) -> None:
    """For gateways that sign nothing (S-46)."""
    settings = file(gateway("kannel", allow=[allow]))
    stage = await staged(settings, Wording(LOCALES), Clock())
    knock = FakeKannel("kannel").arrival(NUMBER, CANARY, "id-1", stage.clock())
    answer = await stage.knock(knock)
    await struck(stage)

    assert answer.status_code == status
    assert bool(stage.door.kept) == (status == 200)


@pytest.mark.parametrize("name", EVERY)
async def test_a_report_never_moves_a_message_of_another_gateway(name: str) -> None:
    """Nor one that is not there, nor one that has ended (S-49)."""
    async with scene(name) as (stage, [peer]):
        states = {"elsewhere:m-1": Delivery.SENT, f"{name}:ended": Delivery.FAILED}
        stage.states.states = dict(states)
        for known in ("m-1", "ended", "nobody", "elsewhere:m-1", "../m-1", ""):
            answer = await stage.knock(peer.report(known, "delivered", stage.clock()))
            assert answer.status_code == 200
        await stage.channel.reports.idle()

        assert stage.states.states == states


@pytest.mark.parametrize("name", EVERY)
async def test_addresses_given_to_a_gateway_hold_neither_words_nor_number(name: str) -> None:
    """Only a random key (S-59)."""
    async with scene(name) as (stage, [peer]):
        outbound = Outbound((CANARY,), form=Form.SHORT)
        await stage.channel.send(Address(ChannelKind.SMS, NUMBER), outbound, ())
        asked = peer.asked[0]
        urls = [asked.path, asked.headers.get("x-kannel-dlr-url", "")]
        if name == "twilio":
            urls.append(asked.body.decode().split("StatusCallback=")[1].split("&")[0])

        for url in urls:
            assert "CNRY" not in url
            assert NUMBER[1:] not in url
            assert NUMBER[-9:] not in url


async def test_two_messages_to_one_number_have_nothing_in_common() -> None:
    """A key cannot be computed from the number (S-59)."""
    async with scene("phone") as (stage, [peer]):
        outbound = Outbound(("hi",), form=Form.SHORT)
        for _ in range(2):
            await stage.channel.send(Address(ChannelKind.SMS, NUMBER), outbound, ())
        keys = [json.loads(asked.body)["id"] for asked in peer.asked]

        assert len(set(keys)) == 2
