"""Figures for a machine on loopback. Every label comes from a list here, none from a person."""

from __future__ import annotations

from functools import lru_cache

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    disable_created_metrics,
    generate_latest,
)

disable_created_metrics()  # type: ignore[no-untyped-call]

LABELS = {
    "channel": frozenset({"web", "telegram", "sms"}),
    "kind": frozenset(
        """said chose sent called operator_joined operator_said operator_left timer
        send_failed""".split()
    ),
    "delivery": frozenset(
        "held queued sending sent delivered unknown failed expired superseded".split()
    ),
    "outcome": frozenset({"done", "failed", "conflict", "set_aside"}),
    "urgency": frozenset({"emergency", "high", "normal", "low"}),
    "client": frozenset({"ptb", "httpx"}),
}
"""The only values that a label can have; anything else is counted as `other`."""
OTHER = "other"
SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

REGISTRY = CollectorRegistry()
INBOUND = Counter("safar_inbound", "Things that arrived", ["channel", "kind"], registry=REGISTRY)
REPEATED = Counter("safar_repeated", "Arrivals seen before", ["channel"], registry=REGISTRY)
TURNS = Counter("safar_turns", "Turns by how they ended", ["outcome"], registry=REGISTRY)
TURN_SECONDS = Histogram(
    "safar_turn_seconds", "From load to commit", buckets=SECONDS, registry=REGISTRY
)
SENDS = Counter(
    "safar_sends", "Sends by how they ended", ["channel", "delivery"], registry=REGISTRY
)
TICKETS = Counter("safar_tickets", "Tickets opened", ["urgency"], registry=REGISTRY)
WAITING = Gauge("safar_tickets_waiting", "Tickets that nobody holds", registry=REGISTRY)
ON_DUTY = Gauge("safar_operators_on_duty", "Operators on duty", registry=REGISTRY)
RINGS = Counter("safar_rings", "Rings of the on-call phone", registry=REGISTRY)
SWITCHES = Counter(
    "safar_telegram_switches", "Changes to the other client", ["client"], registry=REGISTRY
)


def label(name: str, value: str) -> str:
    """Return a value that label `name` may have: itself, or `other`."""
    return value if value in LABELS[name] else OTHER


@lru_cache(maxsize=512)
def _of(counter: Counter, *values: str) -> Counter:
    """Return a counter for these labels: finding it anew costs more than counting."""
    return counter.labels(*values)


def inbound(channel: str, kind: str) -> None:
    """Count one thing that arrived and was kept."""
    _of(INBOUND, label("channel", channel), label("kind", kind)).inc()


def repeated(channel: str) -> None:
    """Count an arrival whose key was there already."""
    REPEATED.labels(label("channel", channel)).inc()


def turn(outcome: str, seconds: float) -> None:
    """Count a turn and how long it took."""
    _of(TURNS, label("outcome", outcome)).inc()
    TURN_SECONDS.observe(seconds)


def send(channel: str, delivery: str) -> None:
    """Count the end of one try to send."""
    _of(SENDS, label("channel", channel), label("delivery", delivery)).inc()


def ticket(urgency: str) -> None:
    """Count a ticket that was opened."""
    TICKETS.labels(label("urgency", urgency)).inc()


def ring() -> None:
    """Count a ring of the on-call phone."""
    RINGS.inc()


def desk(waiting: int, on_duty: int) -> None:
    """State how many tickets wait and how many operators are on duty."""
    WAITING.set(waiting)
    ON_DUTY.set(on_duty)


def switched(client: str) -> None:
    """Count a change to the other Telegram client."""
    SWITCHES.labels(label("client", client)).inc()


def page() -> bytes:
    """Return all figures in the text format of Prometheus."""
    return generate_latest(REGISTRY)
