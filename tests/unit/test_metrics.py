"""Figures: counted, and never labelled by anything that comes from a person."""

from __future__ import annotations

import pytest

from bot import metrics
from bot.dialogue.effects import Urgency
from bot.dialogue.values import ChannelKind
from bot.service.records import Delivery, InboundKind


def value(name: str, **labels: str) -> float:
    """Return a figure as it is now."""
    return metrics.REGISTRY.get_sample_value(name, labels) or 0.0


def test_each_thing_is_counted_under_its_own_name() -> None:
    """One more of each after one more happened."""
    before = value("safar_inbound_total", channel="sms", kind="said")

    metrics.inbound("sms", "said")
    metrics.repeated("sms")
    metrics.turn("done", 0.004)
    metrics.send("telegram", "sent")
    metrics.ticket("emergency")
    metrics.ring()
    metrics.switched("httpx")
    metrics.desk(3, 1)

    assert value("safar_inbound_total", channel="sms", kind="said") == before + 1
    assert value("safar_tickets_waiting") == 3
    assert b"safar_turn_seconds_bucket" in metrics.page()


@pytest.mark.parametrize("planted", ["+996555001234", "help me", "quiet poplar", "996555001234"])
def test_no_label_can_come_from_a_person(planted: str) -> None:
    """An unknown value is counted as `other`, never written down."""
    metrics.inbound(planted, planted)
    metrics.turn(planted, 0.1)
    metrics.send(planted, planted)
    metrics.ticket(planted)

    assert planted.encode() not in metrics.page()
    assert value("safar_inbound_total", channel="other", kind="other") > 0


def test_the_lists_of_values_are_those_of_the_core_and_the_ports() -> None:
    """A kind that the lists forget would vanish into `other`."""
    assert metrics.LABELS["channel"] == set(ChannelKind)
    assert metrics.LABELS["kind"] == set(InboundKind)
    assert metrics.LABELS["delivery"] == set(Delivery)
    assert metrics.LABELS["urgency"] == set(Urgency)


def test_every_label_in_use_has_a_list() -> None:
    """A new figure cannot bring an open label."""
    names = {
        label
        for figure in metrics.REGISTRY.collect()
        for sample in figure.samples
        for label in sample.labels
    }

    assert names - {"le"} <= set(metrics.LABELS)
