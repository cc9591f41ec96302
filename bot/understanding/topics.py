"""The cards a text seems to ask about: by the phrases found, then by what was learned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from bot.dialogue.book import Phrase
from bot.dialogue.reading import Topic
from bot.dialogue.values import CardId
from bot.understanding.patterns import Match

NOTHING_ASKED = "-"
"""What the learned weights call a text that asks about no card."""
_MOST = 3
_LEAST = 0.3
_GUESSED = 0.3
_ABOVE = 1.0
_PRIVATE = 8.0
PRIVATE = frozenset({"sex-work-rights", "sex-work-safety", "sex-work-police", "hiv-and-sti"})
"""Topics that nobody is asked about on a vague guess: others may read along."""


def rank(
    matches: Iterable[Match],
    cards: Collection[CardId],
    learned: Sequence[tuple[str, float]] = (),
) -> tuple[Topic, ...]:
    """Return at most three topics, best first; only `cards` count unless it is empty.

    Every phrase found leaves less room for doubt: two of 0.5 make 0.75. `learned` are the
    likeliest topics by the weights and how far they are above "about nothing": they fill what
    the best phrase leaves.
    """
    by_phrases = _by_phrases(matches, cards)
    guessed = [Topic(CardId(name), _GUESSED) for name in _known(learned, cards)]
    best, others = by_phrases[:1], by_phrases[1:]
    ranked = {topic.id: topic for topic in (*others[::-1], *guessed[::-1], *best)}
    order = dict.fromkeys(topic.id for topic in (*best, *guessed, *others))
    return tuple(ranked[name] for name in order)[:_MOST]


def _known(learned: Sequence[tuple[str, float]], cards: Collection[CardId]) -> list[str]:
    return [
        name
        for name, above in learned
        if above >= (_PRIVATE if name in PRIVATE else _ABOVE) and (not cards or name in cards)
    ]


def _by_phrases(matches: Iterable[Match], cards: Collection[CardId]) -> list[Topic]:
    found: defaultdict[CardId, set[Phrase]] = defaultdict(set)
    for match in matches:
        card = CardId(match.phrase.id)
        if match.phrase.bank == "topic" and (not cards or card in cards):
            found[card].add(match.phrase)
    topics = [Topic(card, round(_certainty(phrases), 3)) for card, phrases in found.items()]
    likely = [topic for topic in topics if topic.score >= _LEAST]
    return sorted(likely, key=lambda topic: (-topic.score, topic.id))[:_MOST]


def _certainty(phrases: Iterable[Phrase]) -> float:
    doubt = 1.0
    for strength in sorted(phrase.strength for phrase in phrases):
        doubt *= 1 - min(strength, 0.99)
    return 1 - doubt
