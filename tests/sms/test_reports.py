"""Reports that come late, early, in parts, or never (F-39)."""

from __future__ import annotations

from typing import cast

import pytest

from bot.channels.sms.port import Report
from bot.channels.sms.reports import Reports
from bot.service.ports import Delivery, Store, StoreUnavailable
from tests.sms.support import Clock, States


class Settling:
    """The time until a second try: lets the test do what happens meanwhile."""

    def __init__(self, states: States) -> None:
        self.states = states
        self.settled: dict[str, Delivery] = {}

    async def __call__(self) -> None:
        """Let messages be settled."""
        self.states.states |= self.settled


@pytest.fixture
def states() -> States:
    """Return a store."""
    return States()


@pytest.fixture
def settling(states: States) -> Settling:
    """Return what happens before the second try."""
    return Settling(states)


@pytest.fixture
def reports(clock: Clock, states: States, settling: Settling) -> Reports:
    """Return reports that reach the store."""
    built = Reports(clock, settling)
    built.serve(cast("Store", states))
    return built


async def test_a_report_before_its_message_is_settled_is_not_lost(
    reports: Reports, states: States, settling: Settling
) -> None:
    """Some networks are faster than our own commit."""
    settling.settled = {"one:a": Delivery.SENT}

    await reports.take("one", Report("a", Delivery.DELIVERED))
    await reports.idle()

    assert states.states == {"one:a": Delivery.DELIVERED}
    assert reports.counts["unknown"] == 0


async def test_what_nobody_reports_expires_after_two_days(
    reports: Reports, states: States, clock: Clock
) -> None:
    """And only then."""
    states.states = {"one:a": Delivery.SENT, "one:b": Delivery.SENT}
    reports.sent(("one:a",))
    clock.move(hours=1)
    reports.sent(("one:b",))
    clock.move(hours=47)
    await reports.expire()

    assert states.states == {"one:a": Delivery.EXPIRED, "one:b": Delivery.SENT}


async def test_what_was_delivered_does_not_expire(
    reports: Reports, states: States, clock: Clock
) -> None:
    """States go forward only."""
    states.states = {"one:a": Delivery.SENT}
    reports.sent(("one:a",))
    await reports.take("one", Report("a", Delivery.DELIVERED))
    clock.move(hours=49)
    await reports.expire()

    assert states.states == {"one:a": Delivery.DELIVERED}


async def test_expiry_waits_for_a_store_that_is_away(
    reports: Reports, states: States, clock: Clock
) -> None:
    """It is done at the next look."""
    states.states, states.down = {"one:a": Delivery.SENT}, True
    reports.sent(("one:a",))
    clock.move(hours=49)
    with pytest.raises(StoreUnavailable):
        await reports.expire()
    states.down = False
    await reports.expire()

    assert states.states == {"one:a": Delivery.EXPIRED}


async def test_one_part_that_failed_fails_the_message(reports: Reports, states: States) -> None:
    """Whatever the others say."""
    states.states = {"one:a": Delivery.SENT, "one:b": Delivery.SENT}
    reports.sent(("one:a", "one:b"))
    await reports.take("one", Report("a", Delivery.DELIVERED))
    await reports.take("one", Report("b", Delivery.FAILED))

    assert states.states == {"one:a": Delivery.SENT, "one:b": Delivery.FAILED}
