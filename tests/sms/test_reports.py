"""Reports that come early or in parts; the store ends those that never come (F-39)."""

from __future__ import annotations

from typing import cast

import pytest

from bot.channels.sms.port import Report
from bot.channels.sms.reports import Reports
from bot.service.ports import Store
from bot.service.records import Delivery
from tests.sms.support import States


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
def reports(states: States, settling: Settling) -> Reports:
    """Return reports that reach the store."""
    built = Reports(settling)
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


async def test_one_part_that_failed_fails_the_message(reports: Reports, states: States) -> None:
    """Whatever the others say."""
    states.states = {"one:a": Delivery.SENT, "one:b": Delivery.SENT}
    reports.sent(("one:a", "one:b"))
    await reports.take("one", Report("a", Delivery.DELIVERED))
    await reports.take("one", Report("b", Delivery.FAILED))

    assert states.states == {"one:a": Delivery.SENT, "one:b": Delivery.FAILED}
