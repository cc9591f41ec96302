"""The cards a text seems to ask about: by the phrases found, then by what was learned."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from bot.dialogue.book import Phrase
from bot.dialogue.reading import Topic
from bot.dialogue.values import CardId
from bot.understanding.patterns import Match
from bot.understanding.weights import probability

_MOST = 3
_LEAST = 0.3
_ASIDE = 0.3
"""What a phrase is worth that the weights do not bear out."""
_LIKELY = -2.0
"""Learned log-odds from which a topic is offered."""
_PRIVATE = 1.0
PRIVATE = frozenset({"sex-work-rights", "sex-work-safety", "sex-work-police", "hiv-and-sti"})
"""Topics that nobody is asked about on a vague guess: others may read along."""


def rank(
    matches: Iterable[Match],
    cards: Collection[CardId],
    learned: Mapping[str, float] | None = None,
) -> tuple[Topic, ...]:
    """Return at most three topics, best first; only `cards` count unless it is empty.

    Every phrase found leaves less room for doubt: two of 0.5 make 0.75. `learned` are the
    log-odds of each topic by the weights, which have seen the phrases too: their order counts,
    and what only a phrase names comes after them.
    """
    named = _by_phrases(matches, cards)
    guessed = _by_weights(learned or {}, cards)
    if guessed:
        known = {topic.id for topic in guessed}
        aside = [Topic(topic.id, min(_ASIDE, topic.score)) for topic in named]
        others = [topic for topic in aside if topic.id not in known]
        named = [found for topic in guessed for found in (*_narrower(topic, others), topic)]
        first = {topic.id for topic in named}
        named += [topic for topic in others if topic.id not in first]
    return tuple(named[:_MOST])


def _narrower(topic: Topic, others: Iterable[Topic]) -> list[Topic]:
    """Return what a phrase named more narrowly: work in Poland before work abroad."""
    family = topic.id.partition(".")[0]
    inside = (each for each in others if each.id.startswith(f"{family}."))
    return [Topic(each.id, topic.score) for each in inside]


def _by_weights(learned: Mapping[str, float], cards: Collection[CardId]) -> list[Topic]:
    likeliest = sorted(learned.items(), key=lambda one: (-one[1], one[0]))[:_MOST]
    return [
        Topic(CardId(name), round(max(_ASIDE, probability(odds)), 3))
        for name, odds in likeliest
        if odds >= (_PRIVATE if name in PRIVATE else _LIKELY) and (not cards or name in cards)
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
