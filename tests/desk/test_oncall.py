from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Sequence

import httpx
import pytest

from bot.desk.oncall_webhook import SIGNATURE, WebhookRinger
from bot.dialogue.values import ChannelKind, TicketId
from bot.service.failures import Gone, NotSent, Refused, SendError, Unknown
from bot.service.oncall import AllRingers, ChannelRinger
from bot.service.records import Address, Outbound, Receipt, Ring
from tests.desk.support import START

RING = Ring(1, TicketId("0123456789abcdef"), 2)
URL = "https://pager.example/ring"
Answer = Callable[[httpx.Request], httpx.Response]


def ringer(answer: Answer, url: str = URL) -> WebhookRinger:
    client = httpx.AsyncClient(transport=httpx.MockTransport(answer))
    return WebhookRinger(url, "shared", client, lambda: START)


async def test_a_ring_is_signed_and_holds_no_content() -> None:
    """Event, random id, round and time; no ticket, no sign, no designation."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(202)

    await ringer(answer).ring(RING)
    (request,) = seen
    sent = json.loads(request.content)
    assert set(sent) == {"event", "id", "round", "at"}
    assert RING.ticket not in request.content.decode() + str(request.url)
    stamp, _, given = request.headers[SIGNATURE].partition(",v1=")
    right = hmac.new(
        b"shared", stamp.removeprefix("t=").encode() + b"." + request.content, hashlib.sha256
    )
    assert given == right.hexdigest()


async def test_the_same_ring_again_has_the_same_id() -> None:
    """So that the paging service can tell a retry from the next round."""
    ids: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        ids.append(json.loads(request.content)["id"])
        return httpx.Response(200)

    for number in (2, 2, 3):
        await ringer(answer).ring(Ring(1, RING.ticket, number))
    assert ids[0] == ids[1] != ids[2]


@pytest.mark.parametrize(
    ("status", "error"),
    [(503, NotSent), (429, NotSent), (410, Gone), (404, Refused), (302, Refused)],
)
async def test_answers_are_classified(status: int, error: type[SendError]) -> None:
    """The shell decides what to do about it."""
    with pytest.raises(error):
        await ringer(lambda _: httpx.Response(status, headers={"retry-after": "7"})).ring(RING)


@pytest.mark.parametrize(
    ("fault", "error"), [(httpx.ConnectError, NotSent), (httpx.ReadTimeout, Unknown)]
)
async def test_faults_of_the_network_are_classified(
    fault: type[httpx.TransportError], error: type[SendError]
) -> None:
    """What never left may be sent again; what may have arrived is not known."""

    def answer(_request: httpx.Request) -> httpx.Response:
        raise fault("down")

    with pytest.raises(error):
        await ringer(answer).ring(RING)


@pytest.mark.parametrize("url", ["http://pager.example/ring", "ftp://x", ""])
def test_a_ring_leaves_this_machine_only_encrypted(url: str) -> None:
    """Plain http is for loopback."""
    with pytest.raises(ValueError, match="https"):
        ringer(lambda _: httpx.Response(200), url)


def test_a_webhook_without_a_secret_is_refused() -> None:
    """Nobody could tell our rings from others'."""
    with pytest.raises(ValueError, match="secret"):
        WebhookRinger(URL, "", httpx.AsyncClient(), lambda: START)


class Phone:
    """A channel that keeps what it was given, or fails."""

    kind = ChannelKind.SMS

    def __init__(self, failure: SendError | None = None) -> None:
        self.failure = failure
        self.sent: list[tuple[Address, Outbound]] = []

    async def send(
        self,
        address: Address,
        outbound: Outbound,
        places: Sequence[str],
        *,
        key: str = "",  # noqa: ARG002 -- the port's signature
        doubtful: bool = False,  # noqa: ARG002 -- as above
    ) -> Receipt:
        """Keep it."""
        assert not places
        if self.failure is not None:
            raise self.failure
        self.sent.append((address, outbound))
        return Receipt()


def by(phone: Phone) -> ChannelRinger:
    address = Address(ChannelKind.SMS, "+996555000000")
    return ChannelRinger(phone, address, lambda number: f"please look ({number})")


async def test_a_channel_rings_with_a_neutral_line() -> None:
    """With sound, one block, no choice."""
    phone = Phone()
    await by(phone).ring(RING)
    ((_, outbound),) = phone.sent
    assert outbound.blocks == ("please look (2)",)
    assert (outbound.quiet, outbound.choices) == (False, ())


async def test_one_phone_that_rings_is_enough() -> None:
    """A broken first phone does not keep the second from ringing."""
    second = Phone()
    await AllRingers(by(Phone(Gone())), by(second)).ring(RING)
    assert len(second.sent) == 1
    with pytest.raises(NotSent):
        await AllRingers(by(Phone(Gone())), by(Phone(NotSent()))).ring(RING)
    await AllRingers().ring(RING)
