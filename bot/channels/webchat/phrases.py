"""Which phrases the neutral page holds, by section; the words are `phrase-...` messages."""

from __future__ import annotations

SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("greetings", ("hello", "good-day", "thanks", "please", "sorry", "yes", "no", "goodbye")),
    ("talking", ("not-understand", "slowly", "speak", "name", "from", "repeat")),
    ("road", ("where-station", "where-airport", "ticket", "which-bus", "when", "stop-here", "far")),
    ("town", ("where-shop", "how-much", "expensive", "water", "bread", "toilet", "card")),
    ("stay", ("room", "one-night", "key", "wifi")),
    ("health", ("doctor", "pharmacy", "hurts")),
)
