"""Recruitment signs in a text that describes a job offer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from bot.dialogue.reading import Offer, OfferLevel
from bot.understanding.danger import is_taken_back
from bot.understanding.patterns import Match
from bot.understanding.utterance import Utterance

HIGH = 0.9
"""Strength from which one flag is enough; content gives it as the flag's weight."""
MEDIUM = 0.5
_MANY = 3
_LIKELY = 0.15
"""Learned certainty that asks for caution without a phrase."""
_UNLIKELY = 0.01
"""Learned certainty below which two middle phrases are chance."""


def judge(flagged: Offer, learned: float) -> Offer:
    """Return what phrases and learned weights make of a text together; heavy flags stand."""
    if flagged.level is OfferLevel.NONE and learned >= _LIKELY:
        return Offer(OfferLevel.CAUTION, flagged.flags)
    if flagged.level is OfferLevel.CAUTION and learned < _UNLIKELY:
        return Offer()
    return flagged


def flag(matches: Iterable[Match], utterance: Utterance) -> Offer:
    """Return the flags of an offer: high for one heavy flag or three of middle weight.

    Light flags never count alone, and a text without words of an offer needs two flags:
    a question about pay is no offer.
    """
    matches = list(matches)
    weights: defaultdict[str, float] = defaultdict(float)
    for match in matches:
        phrase = match.phrase
        if phrase.bank == "offer" and not is_taken_back(match, matches, utterance):
            weights[phrase.id] = max(weights[phrase.id], phrase.strength)
    heavy = sum(weight >= HIGH for weight in weights.values())
    middle = sum(weight >= MEDIUM for weight in weights.values())
    is_offer = any(match.phrase.bank == "offer_context" for match in matches)
    if not middle or (not is_offer and middle < _MANY - 1):
        return Offer()
    level = OfferLevel.HIGH if heavy or middle >= _MANY else OfferLevel.CAUTION
    return Offer(level, tuple(sorted(weights)))
