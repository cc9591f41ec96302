"""One contract for all gateways: what is sent, what comes in, and how each failure is told."""

from __future__ import annotations

import pytest

from bot.channels.sms.port import Sms
from bot.service.failures import NotSent, Refused, SendError, StoreUnavailable, Unknown
from bot.service.records import Delivery
from tests.sms.conftest import Stage
from tests.sms.peers import RESET, SILENCE, Peer
from tests.sms.support import NUMBER
from tests.telegram.fake_http import Reply

WORDS = [
    "Help",
    "Жардам керек",
    "quotes \" ' \\ and {to} {{text}} %d %s",
    "<b>&amp; </text> ]]>",
    "line one\nline two",
    "a+b=c&to=+1900",
    "😀 ң ө ү",
    "€[]{}~",
]
FAULTS: list[tuple[Reply, type[SendError]]] = [
    (Reply(503, headers={"retry-after": "7"}), NotSent),
    (Reply(429), NotSent),
    (Reply(401), NotSent),
    (Reply(402), NotSent),
    (Reply(404), NotSent),
    (Reply(400), Refused),
    (Reply(422), Refused),
]


async def send(stage: Stage, peer: Peer, text: str = "Help", key: str = "k" * 32) -> str:
    """Send one text through the gateway."""
    gateway = stage.channel.carrier.gateways[peer.name]
    return await gateway.send(Sms(NUMBER, text, key, stage.channel.carrier._validity))


@pytest.mark.parametrize("text", WORDS)
async def test_words_arrive_as_they_are(stage: Stage, peer: Peer, text: str) -> None:
    """No letter breaks out of its place in a request."""
    named = await send(stage, peer, text)

    assert peer.sent == [(NUMBER, text)]
    assert named


@pytest.mark.parametrize(
    ("fault", "expected"), FAULTS, ids=lambda one: str(getattr(one, "status", ""))
)
async def test_a_failure_says_what_became_of_the_message(
    stage: Stage, peer: Peer, fault: Reply, expected: type[SendError]
) -> None:
    """Not sent may be tried elsewhere, refused never again (F-38)."""
    peer.faults = [fault]

    with pytest.raises(expected) as raised:
        await send(stage, peer)

    assert NUMBER not in str(raised.value)
    assert raised.value.__cause__ is None
    assert peer.sent == []


async def test_a_named_time_to_wait_is_kept(stage: Stage, peer: Peer) -> None:
    """A gateway that is too busy says for how long."""
    peer.faults = [Reply(503, headers={"retry-after": "7"})]

    with pytest.raises(NotSent) as raised:
        await send(stage, peer)

    assert raised.value.retry_after == 7


@pytest.mark.parametrize("fault", [SILENCE, RESET, Reply(500), Reply(502), Reply(504)])
async def test_no_clear_answer_is_unknown(stage: Stage, peer: Peer, fault: Reply) -> None:
    """The request left, and it may have been taken (F-38)."""
    peer.faults, peer.takes = [fault], True

    with pytest.raises(Unknown):
        await send(stage, peer)

    assert len(peer.sent) == 1


async def test_a_gateway_that_is_away_has_sent_nothing(stage: Stage, peer: Peer) -> None:
    """No connection, no message."""
    await peer.stop()

    with pytest.raises(NotSent):
        await send(stage, peer)


async def test_a_gateway_knows_what_it_took_or_says_that_it_cannot_tell(
    stage: Stage, peer: Peer
) -> None:
    """Asked before anything is sent a second time."""
    gateway = stage.channel.carrier.gateways[peer.name]
    before = await gateway.known("k" * 32)
    await send(stage, peer)

    after = await gateway.known("k" * 32)

    assert (before, after) in {(False, True), (None, None)}
    assert (before is None) == (peer.name in {"kannel", "twilio"})


async def test_an_sms_is_kept_and_then_acknowledged(stage: Stage, peer: Peer) -> None:
    """With the number in one form, whatever the gateway writes."""
    knock = peer.arrival("+996 700 111-222", 'Жардам, help & "go"', "id-1", stage.clock())

    answer = await stage.knock(knock)

    assert answer.status_code == 200
    assert stage.door.words == ['Жардам, help & "go"']
    assert stage.door.senders == [NUMBER]
    assert "help" not in answer.text


async def test_while_the_store_is_out_of_reach_the_gateway_comes_again(
    stage: Stage, peer: Peer
) -> None:
    """Nothing is acknowledged before it is kept (F-22)."""
    stage.door.failures = [StoreUnavailable(), StoreUnavailable()]
    knock = peer.arrival(NUMBER, "help", "id-1", stage.clock())

    answers = [(await stage.knock(knock)).status_code for _ in range(3)]

    assert answers == [503, 503, 200]
    assert stage.door.words == ["help"]


async def test_a_second_arrival_is_acknowledged_and_changes_nothing(
    stage: Stage, peer: Peer
) -> None:
    """Gateways repeat themselves; the same words under another id are new words (S-48)."""
    first = peer.arrival(NUMBER, "help", "id-1", stage.clock())
    second = peer.arrival(NUMBER, "help", "id-2", stage.clock())

    answers = [(await stage.knock(knock)).status_code for knock in (first, first, second)]

    assert answers == [200, 200, 200]
    assert stage.door.words == ["help", "help"]


async def test_a_poison_message_is_given_up_after_five_tries(stage: Stage, peer: Peer) -> None:
    """It must not come again for ever (promise 7)."""
    stage.door.failures = [RuntimeError("poison")] * 5
    knock = peer.arrival(NUMBER, "help", "id-1", stage.clock())

    answers = [(await stage.knock(knock)).status_code for _ in range(5)]

    assert answers == [503] * 4 + [200]


async def test_a_report_moves_the_state_of_its_own_message(stage: Stage, peer: Peer) -> None:
    """Ids of one gateway say nothing about those of another."""
    named = await send(stage, peer)
    stage.states.states = {f"{peer.name}:{named}": Delivery.SENT, f"other:{named}": Delivery.SENT}

    answer = await stage.knock(peer.report(named, "delivered", stage.clock()))

    assert answer.status_code == 200
    assert stage.states.states[f"{peer.name}:{named}"] is Delivery.DELIVERED
    assert stage.states.states[f"other:{named}"] is Delivery.SENT


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (("sent", "delivered", "sent"), Delivery.DELIVERED),
        (("delivered", "sent", "delivered"), Delivery.DELIVERED),
        (("failed", "delivered"), Delivery.FAILED),
        (("sent",), Delivery.SENT),
    ],
)
async def test_reports_in_any_order_move_a_state_forward_only(
    stage: Stage, peer: Peer, order: tuple[str, ...], expected: Delivery
) -> None:
    """Duplicated and reversed reports (F-39)."""
    stage.states.states = {f"{peer.name}:m-1": Delivery.SENT}

    for state in order:
        await stage.knock(peer.report("m-1", state, stage.clock()))

    assert stage.states.states[f"{peer.name}:m-1"] is expected


async def test_a_report_of_an_unknown_id_is_ignored_and_counted(stage: Stage, peer: Peer) -> None:
    """After a second try: it may have come before its message was settled (F-39)."""
    answer = await stage.knock(peer.report("nobody", "delivered", stage.clock()))
    await stage.channel.reports.idle()

    assert answer.status_code == 200
    assert stage.channel.reports.counts == {"unknown": 1, "known": 0}


async def test_a_report_that_cannot_be_kept_comes_again(stage: Stage, peer: Peer) -> None:
    """A lost report would leave an operator waiting."""
    stage.states.down = True

    answer = await stage.knock(peer.report("m-1", "delivered", stage.clock()))

    assert answer.status_code == 503
