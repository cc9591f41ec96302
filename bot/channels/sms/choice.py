"""Which gateway carries a message: who reaches the number, cheapest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.channels.sms.numbers import country

ANY = "*"


def price(prices: Mapping[str, float], number: str) -> float | None:
    """Return what a segment to a number costs; None where this gateway does not reach."""
    named = [key for key in prices if key.startswith("+") and number.startswith(key)]
    if named:
        return prices[max(named, key=len)]
    return prices.get(country(number), prices.get(ANY))


def order(tariffs: Iterable[tuple[str, Mapping[str, float]]], number: str) -> tuple[str, ...]:
    """Return the names of the gateways that reach a number: cheapest first, else as written."""
    reached = [(price(prices, number), name) for name, prices in tariffs]
    priced = [(cost, name) for cost, name in reached if cost is not None]
    return tuple(name for _, name in sorted(priced, key=lambda pair: pair[0]))
