"""A missed call may open a talk, where the gateway file says so."""

from __future__ import annotations

import json

import pytest

from bot.bootstrap import open_library
from bot.dialogue.events import VisitorSaid
from bot.dialogue.values import ChannelKind
from bot.entry.rehearsal import Rehearsal
from bot.l10n import gsm
from bot.l10n.translit import spoken
from bot.l10n.wording import Wording
from bot.service import wire
from bot.service.plain import plain
from bot.service.records import Inbound, InboundKind
from tests.sms.conftest import Stage, staged, struck
from tests.sms.peers import FakeProvider, FakeTwilio, Knock, Peer
from tests.sms.support import NUMBER, Clock, file


class RingingProvider(FakeProvider):
    """An aggregator that tells of missed calls."""

    def settings(self) -> dict[str, object]:
        """See `Peer`."""
        return super().settings() | {"call": {"sender": "from", "id": "id", "thanks": "OK"}}

    def ring(self, sender: str, id_: str) -> Knock:
        """Return a call of the gateway about a missed call."""
        body = json.dumps({"from": sender, "id": id_}).encode()
        return Knock("POST", f"{self.door}/call", {"content-type": "application/json"}, body)


class RingingTwilio(FakeTwilio):
    """The voice webhook."""

    def settings(self) -> dict[str, object]:
        """See `Peer`."""
        return super().settings() | {"calls": True}

    def ring(self, sender: str, id_: str) -> Knock:
        """Return a signed call of the voice webhook."""
        return self._signed(f"{self.door}/call", {"CallSid": id_, "From": sender})


Ringing = RingingProvider | RingingTwilio


async def opened(wording: Wording, peer: Peer) -> Stage:
    """Return a side with that gateway, where nobody talks yet."""
    stage = await staged(file(peer.settings()), wording, Clock())
    stage.states.strangers = True
    return stage


@pytest.fixture(params=[RingingProvider, RingingTwilio])
def peer(request: pytest.FixtureRequest) -> Ringing:
    """Return each gateway that tells of calls."""
    built: Ringing = request.param("ringing", "http://127.0.0.1:1")
    return built


async def test_a_stranger_who_rings_begins_a_talk_once_a_day(
    peer: Ringing, wording: Wording
) -> None:
    """However often it rings, and whatever ids the gateway gives."""
    stage = await opened(wording, peer)
    answers = [await stage.knock(peer.ring(NUMBER, f"id-{n}")) for n in range(3)]
    stage.clock.move(days=1)
    await stage.knock(peer.ring(NUMBER, "id-9"))
    await struck(stage)

    assert {answer.status_code for answer in answers} == {200}
    assert [one.kind for one in stage.door.kept.values()] == [InboundKind.CALLED] * 2
    assert stage.door.senders == [NUMBER, NUMBER]


async def test_nobody_is_written_to_for_a_call_from_abroad_or_in_a_talk(
    peer: Ringing, wording: Wording
) -> None:
    """A call costs the caller nothing and us an SMS (S-43)."""
    stage = await opened(wording, peer)
    for sender in ("+4915112345678", "+88299912345", "4040", "anonymous"):
        assert (await stage.knock(peer.ring(sender, sender))).status_code == 200
    stage.states.strangers = False
    await stage.knock(peer.ring(NUMBER, "id-1"))
    await struck(stage)

    assert stage.door.kept == {}


@pytest.mark.parametrize("kind", [FakeProvider, FakeTwilio])
async def test_calls_are_off_unless_the_file_says_so(kind: type[Peer], wording: Wording) -> None:
    """There is no door for them."""
    silent = kind("silent", "http://127.0.0.1:1")
    stage = await opened(wording, silent)
    ringing = RingingProvider if kind is FakeProvider else RingingTwilio
    knock = ringing("silent", "http://127.0.0.1:1").ring(NUMBER, "id-1")
    answer = await stage.knock(knock)
    await struck(stage)

    assert answer.status_code == 404
    assert stage.door.kept == {}


async def test_an_unsigned_call_is_refused(wording: Wording) -> None:
    """As an SMS would be (S-46)."""
    peer = RingingTwilio("ringing", "http://127.0.0.1:1")
    stage = await opened(wording, peer)
    knock = peer.ring(NUMBER, "id-1")
    knock.headers.pop("x-twilio-signature")
    answer = await stage.knock(knock)
    await struck(stage)

    assert answer.status_code == 403
    assert stage.door.kept == {}


async def test_twilio_hears_that_the_line_is_busy(wording: Wording) -> None:
    """Nobody pays, and no voice says who we are."""
    peer = RingingTwilio("ringing", "http://127.0.0.1:1")
    stage = await opened(wording, peer)
    answer = await stage.knock(peer.ring(NUMBER, "id-1"))
    await struck(stage)

    assert b"Reject" in answer.content


def test_the_talk_begins_with_one_neutral_sms() -> None:
    """The choice of language, as for a first word that says nothing (S-11)."""
    library, clock = open_library(), Clock()
    talk = Rehearsal(library, ChannelKind.SMS, clock(), bytes(32), desk_open=True)
    event = wire.event(called(clock))
    [(said, outgoing)] = talk.spoken(talk.take(event))

    assert isinstance(event, VisitorSaid)
    assert str(said.node) == "start"
    assert gsm.segments(spoken(plain(outgoing.outbound, separator="\n"), said.locale)) == 1


def called(clock: Clock) -> Inbound:
    """Return what a door keeps of a call."""
    return Inbound("call:1", InboundKind.CALLED, "{}", clock())
