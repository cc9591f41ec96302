"""The cards a text seems to ask about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from bot.dialogue.book import Phrase
from bot.dialogue.reading import Topic
from bot.dialogue.values import CardId
from bot.understanding.patterns import Match

_MOST = 3
_LEAST = 0.3


def rank(matches: Iterable[Match], cards: Collection[CardId]) -> tuple[Topic, ...]:
    """Return at most three topics, best first; only `cards` count unless it is empty.

    Every phrase found leaves less room for doubt: two of 0.5 make 0.75.
    """
    found: defaultdict[CardId, set[Phrase]] = defaultdict(set)
    for match in matches:
        card = CardId(match.phrase.id)
        if match.phrase.bank == "topic" and (not cards or card in cards):
            found[card].add(match.phrase)
    topics = [Topic(card, round(_certainty(phrases), 3)) for card, phrases in found.items()]
    likely = [topic for topic in topics if topic.score >= _LEAST]
    return tuple(sorted(likely, key=lambda topic: (-topic.score, topic.id))[:_MOST])


def _certainty(phrases: Iterable[Phrase]) -> float:
    doubt = 1.0
    for strength in sorted(phrase.strength for phrase in phrases):
        doubt *= 1 - min(strength, 0.99)
    return 1 - doubt
