"""Sending: what an adapter classified decides what is tried again, and when."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.channels.memory import MemoryChannel
from bot.service.failures import Gone, NotSent, Refused, StoreUnavailable, Unknown
from bot.service.outbox import Outbox
from bot.service.records import (
    Delivery,
    Inbound,
    InboundKind,
    Outbound,
    Receipt,
    Send,
    Source,
)
from tests.around import Around, Go
from tests.service.stage import AISHA, BAKYT, DANGER, PHONE, Stage, said

SECOND = timedelta(seconds=1)


async def deliveries(stage: Stage, address: Any = AISHA) -> list[Delivery]:
    """Return how the bot's own lines ended."""
    lines = await stage.store.messages(await stage.conversation(address))
    return [line.delivery for line in lines if line.source is Source.BOT]


async def test_what_was_not_sent_is_sent_later(stage: Stage) -> None:
    """The pause that the platform asked for is kept, then it arrives once."""
    stage.channel.fail(NotSent(retry_after=30))
    await stage.hears("xyzzy")

    await stage.pass_time(29 * SECOND)
    assert len(stage.channel.attempts) == 1
    await stage.pass_time(SECOND)

    assert len(stage.shown()) == 1
    assert await deliveries(stage) == [Delivery.SENT]


async def test_what_is_not_sent_is_tried_without_end(stage: Stage) -> None:
    """A platform that is down for an hour loses nothing, and is asked at most once a minute."""
    stage.channel.fail(NotSent(), times=1000)
    await stage.hears("xyzzy")
    for _ in range(60):
        await stage.pass_time(60 * SECOND)
    tries = len(stage.channel.attempts)
    stage.channel._failures.clear()
    await stage.pass_time(60 * SECOND)

    assert 60 <= tries <= 70
    assert len(stage.shown()) == 1


async def test_a_later_message_does_not_overtake_one_that_waits(stage: Stage) -> None:
    """While the first is in back-off the second stays behind it."""
    stage.channel.fail(NotSent(retry_after=10))
    await stage.hears("xyzzy 1")
    await stage.hears("xyzzy 2")
    assert stage.shown() == []

    await stage.pass_time(10 * SECOND)

    versions = [out.choices[0].data.split(":")[1] for out in stage.channel.arrived(AISHA)]
    assert versions == ["1", "2"]


async def test_one_chat_that_must_wait_holds_up_nobody_else(stage: Stage) -> None:
    """A limit on one chat is that chat's alone."""
    stage.channel.fail(NotSent(retry_after=600), address=AISHA)

    await stage.hears("xyzzy")
    await stage.hears("xyzzy", BAKYT)

    assert stage.shown() == []
    assert len(stage.shown(BAKYT)) == 1


async def test_a_limit_on_the_whole_bot_stops_everyone_for_a_while(stage: Stage) -> None:
    """Nobody is asked for again before the time is over; then all arrive."""
    stage.channel.fail(NotSent(retry_after=5, everyone=True), address=AISHA)
    await stage.hears("xyzzy")
    await stage.hears("xyzzy", BAKYT)
    assert len(stage.channel.attempts) == 1

    await stage.pass_time(5 * SECOND)

    assert len(stage.shown()) == len(stage.shown(BAKYT)) == 1


@pytest.mark.parametrize("arrives", [True, False])
async def test_an_unknown_end_is_sent_once_more_on_telegram(stage: Stage, *, arrives: bool) -> None:
    """Never a third time: better one copy too many than a frightening row of them."""
    stage.channel.fail(Unknown(), times=5, arrives=arrives)
    await stage.hears("xyzzy")
    for _ in range(10):
        await stage.pass_time(60 * SECOND)

    assert len(stage.channel.attempts) == 2
    assert await deliveries(stage) == [Delivery.UNKNOWN]


async def test_an_unknown_end_after_a_refused_try_is_still_sent_once_more(stage: Stage) -> None:
    """Only doubtful tries count as doubtful."""
    stage.channel.fail(NotSent())
    stage.channel.fail(Unknown())
    await stage.hears("xyzzy")
    for _ in range(3):
        await stage.pass_time(60 * SECOND)

    assert len(stage.channel.attempts) == 3
    assert len(stage.shown()) == 1
    assert await deliveries(stage) == [Delivery.SENT]


async def test_an_sms_whose_end_is_unknown_is_not_sent_again(stage: Stage) -> None:
    """Each copy costs money and lies on a phone that others may read."""
    stage.sms.fail(Unknown(), times=5)
    await stage.hears("xyzzy", PHONE)
    await stage.pass_time(600 * SECOND)

    assert len(stage.sms.attempts) == 1
    assert await deliveries(stage, PHONE) == [Delivery.UNKNOWN]


async def test_a_telegram_message_under_way_at_a_crash_is_sent_again(stage: Stage) -> None:
    """At least once: a second copy harms less than silence."""
    await stage.accept(said("xyzzy"))
    await stage.reception.idle()
    await stage.store.claim_sends(stage.clock(), 10)

    await stage.pass_time(timedelta(minutes=6))

    assert len(stage.shown()) == 1


async def test_what_is_refused_is_given_up_and_the_next_arrives(stage: Stage) -> None:
    """One message the platform will not take must not hold up the others."""
    stage.channel.fail(Refused("400"))
    await stage.hears("xyzzy 1")
    await stage.hears("xyzzy 2")

    assert await deliveries(stage) == [Delivery.FAILED, Delivery.SENT]
    assert len(stage.shown()) == 1


async def test_an_adapter_that_breaks_holds_up_nobody(stage: Stage) -> None:
    """A bug in an adapter is an unknown end."""
    stage.channel.fail(ZeroDivisionError(), times=2, address=AISHA)  # type: ignore[arg-type]
    await stage.hears("xyzzy")
    await stage.hears("xyzzy", BAKYT)
    await stage.pass_time(60 * SECOND)

    assert await deliveries(stage) == [Delivery.UNKNOWN]
    assert len(stage.shown(BAKYT)) == 1


async def test_a_visitor_who_is_gone_ends_the_ticket(stage: Stage) -> None:
    """The core hears `SendFailed`: no operator waits for somebody who blocked the bot."""
    stage.channel.fail(Gone())
    await stage.hears(DANGER)
    await stage.settle()

    assert await stage.tickets.tickets() == ()
    assert (await deliveries(stage))[0] is Delivery.FAILED


async def test_a_store_that_is_away_while_someone_is_gone_does_not_end_the_sender(
    stage: Stage,
) -> None:
    """The news that nothing arrives is kept for the next try."""
    accept, refused = stage.outbox._accept, [StoreUnavailable()]

    async def first_away(batch: Any) -> object:
        if refused:
            raise refused.pop()
        return await accept(batch)

    stage.outbox._accept = first_away
    stage.channel.fail(Gone(), times=2)
    await stage.hears(DANGER)
    await stage.pass_time(5 * SECOND)

    assert await stage.tickets.tickets() == ()


async def test_danger_goes_before_everything_unsent(stage: Stage) -> None:
    """What waited is superseded; the answer is the only thing that arrives."""
    stage.channel.fail(NotSent(retry_after=60))
    for number in range(3):
        await stage.hears(f"xyzzy {number}")
    await stage.hears(DANGER)

    assert len(stage.shown()) == 1
    assert "112" in stage.shown()[0]
    ends = await deliveries(stage)
    assert ends[:3] == [Delivery.SUPERSEDED] * 3
    assert ends[3] is Delivery.SENT


async def test_danger_of_one_visitor_supersedes_nothing_of_another(stage: Stage) -> None:
    """Lines of visitors are apart."""
    stage.channel.fail(NotSent(retry_after=60), address=BAKYT)
    await stage.hears("xyzzy", BAKYT)
    await stage.hears(DANGER)
    await stage.pass_time(60 * SECOND)

    assert await deliveries(stage, BAKYT) == [Delivery.SENT]


async def test_a_settle_waits_for_a_store_that_is_held(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is written when the store opens; nothing is sent twice."""
    settle, refused = stage.store.settle, [StoreUnavailable()]

    async def first_away(*given: Any) -> None:
        if refused:
            raise refused.pop()
        await settle(*given)

    monkeypatch.setattr(stage.store, "settle", first_away)
    await stage.hears("xyzzy")
    await stage.pass_time(timedelta(minutes=6))

    assert len(stage.shown()) == 1
    assert await deliveries(stage) == [Delivery.SENT]


async def test_a_bad_failure_report_of_a_platform_is_set_aside(stage: Stage) -> None:
    """A body that says nothing does not stop the conversation."""
    await stage.hears("xyzzy")
    conversation = await stage.conversation()
    await stage.accept(
        Inbound("gone:1", InboundKind.SEND_FAILED, "{}", stage.clock(), conversation=conversation)
    )
    await stage.settle()
    await stage.hears("xyzzy 2")

    assert len(stage.shown()) == 3


class SlowChannel(Around):
    """Says when a send has left, and ends it only when told."""

    def __init__(self) -> None:
        memory = MemoryChannel()
        super().__init__(memory)
        self.attempts = memory.attempts
        self.left, self.answered = asyncio.Event(), asyncio.Event()

    async def step(self, outbound: Outbound, go: Go) -> Receipt:  # noqa: ARG002
        """Send, and wait for the answer."""
        self.left.set()
        await self.answered.wait()
        return await go()


async def test_a_sender_told_to_stop_lets_what_is_under_way_end(stage: Stage) -> None:
    """An orderly stop leaves nothing in doubt (F-12)."""
    slow = SlowChannel()
    accept = stage.reception.accept
    outbox = Outbox(stage.store, {slow.kind: slow}, stage.wakes, clock=stage.clock, accept=accept)
    await stage.accept(said("xyzzy"))
    await stage.reception.idle()
    sender = asyncio.create_task(outbox.run())
    await slow.left.wait()

    sender.cancel()
    slow.answered.set()
    await asyncio.gather(sender, return_exceptions=True)

    assert sender.cancelled()
    assert await deliveries(stage) == [Delivery.SENT]


async def test_a_sender_told_to_stop_while_it_claims_sends_what_it_has_claimed(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The claim is on disk: nobody else would send it before it is in doubt (F-12)."""
    claim, claimed, answered = stage.store.claim_sends, asyncio.Event(), asyncio.Event()

    async def slowly(now: datetime, limit: int) -> tuple[Send, ...]:
        sends = await claim(now, limit)
        claimed.set()
        await answered.wait()
        return sends

    monkeypatch.setattr(stage.store, "claim_sends", slowly)
    await stage.accept(said("xyzzy"))
    await stage.reception.idle()
    sender = asyncio.create_task(stage.outbox.run())
    await claimed.wait()

    sender.cancel()
    answered.set()
    await asyncio.gather(sender, return_exceptions=True)

    assert len(stage.shown()) == 1
    assert await deliveries(stage) == [Delivery.SENT]


class Claims:
    """Lets claims through, and counts what they took."""

    def __init__(self, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
        self.taken, self.asked = 0, asyncio.Event()
        self._claim = stage.store.claim_sends
        monkeypatch.setattr(stage.store, "claim_sends", self._through)

    async def _through(self, now: datetime, limit: int) -> tuple[Send, ...]:
        sends = await self._claim(now, limit)
        self.taken += len(sends)
        self.asked.set()
        return sends


async def stopped(sender: asyncio.Task[None]) -> None:
    """Tell a sender to stop, and wait for what it has under way."""
    sender.cancel()
    await asyncio.gather(sender, return_exceptions=True)


async def test_a_turn_hands_its_message_to_the_sender(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written as under way with the turn itself: nobody has to look for it."""
    claims = Claims(stage, monkeypatch)
    stage.reception.send_through(stage.outbox)
    sender = asyncio.create_task(stage.outbox.run())
    await claims.asked.wait()

    await stage.accept(said("xyzzy"))
    await stage.reception.idle()
    await stopped(sender)

    assert len(stage.shown()) == 1
    assert claims.taken == 0
    assert await deliveries(stage) == [Delivery.SENT]


async def test_what_waited_follows_the_one_that_was_handed_over(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The end of one wakes the sender for the next of its visitor; no look is waited for."""
    monkeypatch.setattr("bot.service.outbox.IDLE", 3600)
    claims, slow, accept = Claims(stage, monkeypatch), SlowChannel(), stage.reception.accept
    outbox = Outbox(stage.store, {slow.kind: slow}, stage.wakes, clock=stage.clock, accept=accept)
    stage.reception.send_through(outbox)
    sender = asyncio.create_task(outbox.run())
    await claims.asked.wait()
    await stage.accept(said("xyzzy"))
    await slow.left.wait()
    await stage.accept(said("xyzzy"))
    await stage.reception.idle()
    assert (len(slow.attempts), claims.taken) == (0, 0)

    slow.left.clear()
    slow.answered.set()
    await slow.left.wait()
    await stopped(sender)

    assert (len(slow.attempts), claims.taken) == (2, 1)


async def test_nothing_is_handed_over_while_the_platform_refuses_all(stage: Stage) -> None:
    """It waits unmarked: a message that lies still must not look as if it were under way."""
    stage.reception.send_through(stage.outbox)
    stage.channel.fail(NotSent(30, everyone=True))
    await stage.hears("xyzzy")
    sender = asyncio.create_task(stage.outbox.run())
    await asyncio.sleep(0)

    await stage.accept(said("xyzzy", BAKYT))
    await stage.reception.idle()
    await stopped(sender)

    assert stage.shown(BAKYT) == []
    stage.clock.now += timedelta(minutes=1)
    await stage.settle()
    assert len(stage.shown(BAKYT)) == 1
