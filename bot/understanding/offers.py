"""Recruitment signs in a text that describes a job offer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from bot.dialogue.book import Phrase
from bot.dialogue.reading import Offer, OfferLevel
from bot.understanding.danger import is_taken_back
from bot.understanding.patterns import Match
from bot.understanding.utterance import Utterance

BANK = "offer"
HIGH = 0.9
"""Strength from which one flag is enough; content gives it as the flag's weight."""
MEDIUM = 0.5
_MANY = 3
_ADVERT = -3.0
"""Learned log-odds from which a text is about an offer at all; all below are log-odds too."""
_FALSE = 0.0
_FALSE_BESIDE_PHRASES = -1.0
_HEARD = -0.5
_NOT_AGAINST = -2.0
"""A flag is quoted back: below this a phrase for it is not believed."""
_GRAVE = 0.0
_GRAVE_BESIDE_FLAGS = 2.0
"""What flags weigh is told by what they are; a plain swindle has none."""


def is_false(said: Offer, odds: Mapping[str, float]) -> bool:
    """Tell by phrases and the learned log-odds of "advert" and "offer" whether to warn at all."""
    least = _FALSE if said.level is OfferLevel.NONE else _FALSE_BESIDE_PHRASES
    return odds["advert"] >= _ADVERT and odds["offer"] >= least


def judge(
    said: Offer,
    odds: Mapping[str, float],
    heard: Mapping[str, float],
    weights: Mapping[str, float],
) -> Offer:
    """Return what phrases and learned log-odds make of a false offer together.

    Of `odds` counts "grave"; `heard` are the flags, and what they weigh stands in `weights`.
    """
    known = {flag for flag, sure in heard.items() if sure >= _least(flag, said)} & set(weights)
    flags = known | (set(said.flags) - set(heard))
    level = _level([weights[flag] for flag in flags])
    if odds["grave"] >= (_GRAVE_BESIDE_FLAGS if flags else _GRAVE):
        level = OfferLevel.HIGH
    if level is OfferLevel.NONE:
        level = OfferLevel.CAUTION
    return Offer(level, tuple(sorted(flags)))


def _least(flag: str, said: Offer) -> float:
    return _NOT_AGAINST if flag in said.flags else _HEARD


def weigh(phrases: Iterable[Phrase]) -> dict[str, float]:
    """Return what each flag weighs: the strength of its strongest phrase."""
    weights: defaultdict[str, float] = defaultdict(float)
    for phrase in phrases:
        if phrase.bank == BANK:
            weights[phrase.id] = max(weights[phrase.id], phrase.strength)
    return dict(weights)


def _level(weights: Collection[float]) -> OfferLevel:
    """Return high for one heavy flag or three of middle weight; light flags never count alone."""
    middle = sum(weight >= MEDIUM for weight in weights)
    if any(weight >= HIGH for weight in weights) or middle >= _MANY:
        return OfferLevel.HIGH
    return OfferLevel.CAUTION if middle else OfferLevel.NONE


def flag(matches: Iterable[Match], utterance: Utterance) -> Offer:
    """Return the flags of an offer: high for one heavy flag or three of middle weight.

    Light flags never count alone, and a text without words of an offer needs two flags:
    a question about pay is no offer.
    """
    matches = list(matches)
    weights: defaultdict[str, float] = defaultdict(float)
    for match in matches:
        phrase = match.phrase
        if phrase.bank == BANK and not is_taken_back(match, matches, utterance):
            weights[phrase.id] = max(weights[phrase.id], phrase.strength)
    middle = sum(weight >= MEDIUM for weight in weights.values())
    is_offer = any(match.phrase.bank == "offer_context" for match in matches)
    if not middle or (not is_offer and middle < _MANY - 1):
        return Offer()
    return Offer(_level(weights.values()), tuple(sorted(weights)))
