"""Signs of danger in an utterance: what is said, about whom, and what takes it back.

A cry must not be missed, and a false alarm harms too (safety.md 1.4, 1.8). So every
phrase found is held against what stands around it: "not", "what if", "I read that".
What was learned from sentences then hears what no phrase foresaw, and doubts a phrase
that stands in a harmless text.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bot.dialogue.reading import Danger, DangerLevel, Sign
from bot.understanding.patterns import Match
from bot.understanding.utterance import Length, Utterance

BANKS = frozenset(
    {"danger", "concern", "safe", "negation", "hypothetical", "news", "past", "self", "other"}
)
"""What each bank of content holds, and its ids:

danger, concern  a sign (or any other word for a kind of worry that is no sign)
safe             the sign it takes back where words overlap, or `all`
negation         `before-N`, `after-N`: takes back what stands at most N words after or before it
hypothetical     `all`: takes back the sentence; `before-N`: like negation, in the same clause;
                 `ask`: takes back a sentence that ends in a question mark
news, past       `all`: told of others; long over
self, other      the writer as the one it happens to; somebody else
"""

_ENOUGH = 1.0
"""Strengths of the phrases found add up to danger, or else to concern."""
_MANY_WORRIES = 3
"""So many different worries at once are treated as danger."""
_NEAR = 2
_UNCONDITIONAL = frozenset({Sign.THREAT.value, Sign.SUICIDE.value})
"""'If I leave they will kill me' threatens now."""

_SURE = 0.0
"""Learned log-odds that are danger; all below are log-odds too."""
_SURE_BESIDE_A_TOPIC = 0.7
"""A question about pay brings its card, unless it is surely more."""
_NEVER = math.inf
"""A phrase of worry or of a topic with little else says all: "they took my passport"."""
_SURE_OF_A_STORY = -4.0
"""Where a phrase of danger stands in so long a text that the weights lose it."""
_WORRYING = -1.4
_WORRYING_BESIDE_A_TOPIC = 0.3
_NOT_AGAINST = -2.0
"""From here on a phrase of danger brings the question, whatever else stands around it."""
_HEARD = {Sign.MINOR: 0.5, Sign.OTHER_PERSON: 0.5}
"""From here on a kind of danger counts as heard; the others from 0 on."""
_DYING_BESIDES = 1.0
"""What suicide takes beside a phrase that names another kind, or in few words: a wrong guess
takes numbers away."""
_HARM = frozenset(Sign) - {
    *(Sign.SUICIDE, Sign.CRY, Sign.OTHER_PERSON, Sign.CHILD, Sign.MINOR),
    *(Sign.IMMEDIATE, Sign.MEDICAL),
}
"""What somebody else does to a person."""
_CIRCUMSTANCES = frozenset({Sign.SUICIDE, Sign.CHILD, Sign.MINOR, Sign.OTHER_PERSON})
"""What changes the answer, and is not guessed from a few words."""

Found = dict[str, list[Match]]


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A phrase of danger or concern that still stands, and how it counts."""

    match: Match
    level: DangerLevel


def judge(
    said: Danger, odds: Mapping[str, float], length: Length, *, topical: bool = False
) -> Danger:
    """Return what phrases and the learned log-odds of "danger" and "concern" make of a text.

    `topical` says that a phrase names a card the text asks about.
    """
    topical = topical and said.level is not DangerLevel.DANGER
    if odds["danger"] >= _sure(said.level, length, topical=topical):
        return Danger(DangerLevel.DANGER, said.signs)
    if odds["concern"] >= _worrying(said.level, length, topical=topical):
        return Danger(DangerLevel.CONCERN, said.signs)
    return Danger(signs=tuple(sign for sign in said.signs if sign is Sign.MINOR))


def _sure(said: DangerLevel, length: Length, *, topical: bool) -> float:
    if length is Length.BRIEF and (topical or said is DangerLevel.CONCERN):
        return _NEVER
    if said is DangerLevel.DANGER and length is Length.LONG:
        return _SURE_OF_A_STORY
    return _SURE_BESIDE_A_TOPIC if topical else _SURE


def _worrying(said: DangerLevel, length: Length, *, topical: bool) -> float:
    """A phrase of danger, or one of worry with little else, brings the question by itself."""
    alone = said is DangerLevel.CONCERN and length is Length.BRIEF
    if said is DangerLevel.DANGER or alone:
        return _NOT_AGAINST
    return _WORRYING_BESIDE_A_TOPIC if topical else _WORRYING


def name(said: Danger, odds: Mapping[str, float], length: Length) -> Danger:
    """Return the danger with the kinds that were heard (log-odds) beside those that were said."""
    guessed = _CIRCUMSTANCES if length is Length.BRIEF else frozenset({Sign.SUICIDE})
    heard = {sign for sign in Sign if odds[sign] >= _HEARD.get(sign, 0.0)} - guessed
    signs = {*said.signs, *heard, *({Sign.CHILD} if Sign.MINOR in said.signs else ())}
    doubtful = length is Length.BRIEF or bool(_HARM & set(said.signs))
    if odds[Sign.SUICIDE] >= (_DYING_BESIDES if doubtful else 0.0):
        signs.add(Sign.SUICIDE)
    if Sign.FORCED_SEX in signs and Sign.FORCED_LABOUR not in heard:
        signs.discard(Sign.FORCED_LABOUR)
    return Danger(said.level, tuple(sorted(signs)))


def weigh(matches: Iterable[Match], utterance: Utterance) -> Danger:
    """Return level and signs of danger of the phrases found in an utterance."""
    banks: Found = defaultdict(list)
    for match in matches:
        if match.phrase.bank in BANKS:
            banks[match.phrase.bank].append(match)
    weighed = list(_weigh_all(banks, utterance))
    minor = any(each.match.phrase.id == Sign.MINOR for each in weighed)
    standing = [each for each in weighed if each.match.phrase.id != Sign.MINOR]
    level = _level(standing, utterance)
    signs = {each.match.phrase.id for each in standing} & set(Sign)
    named = {Sign(sign) for sign in signs} | ({Sign.MINOR} if minor else set())
    if _about_other(standing, banks):
        named.add(Sign.OTHER_PERSON)
    return Danger(level, tuple(sorted(named)))


def _level(standing: list[_Weighed], utterance: Utterance) -> DangerLevel:
    said = {each.match.phrase: each for each in standing if each.level is DangerLevel.DANGER}
    if sum(phrase.strength for phrase in said) >= _ENOUGH:
        return DangerLevel.DANGER
    worries = {each.match.phrase.id for each in standing}
    if len(worries) >= _MANY_WORRIES or (Sign.CRY in worries and utterance.loud):
        return DangerLevel.DANGER
    return DangerLevel.CONCERN if standing else DangerLevel.NONE


def _weigh_all(banks: Found, utterance: Utterance) -> Iterator[_Weighed]:
    for match in (*banks["danger"], *banks["concern"]):
        if _is_safe(match, banks["safe"]) or _is_negated(match, banks["negation"], utterance):
            continue
        level = _in_context(match, banks, utterance)
        if level is not DangerLevel.NONE:
            yield _Weighed(match, level)


def _in_context(match: Match, banks: Found, utterance: Utterance) -> DangerLevel:
    """Return how a phrase counts where it stands: said, supposed, told of others, long over."""
    danger = match.phrase.bank == "danger"
    said = DangerLevel.DANGER if danger else DangerLevel.CONCERN
    softer = DangerLevel.CONCERN if danger else DangerLevel.NONE
    own = _is_own(match, banks["self"])
    if match.phrase.id == Sign.MINOR:
        over = _same_sentence(match, banks["past"], utterance)
        supposed = _is_supposed(match, banks["hypothetical"], utterance)
        return DangerLevel.NONE if over or supposed else said
    if _same_sentence(match, banks["news"], utterance) and not own:
        return DangerLevel.NONE
    if _is_supposed(match, banks["hypothetical"], utterance):
        return softer if own else DangerLevel.NONE
    if _same_sentence(match, banks["past"], utterance):
        return softer
    asked = utterance.words[match.at[0]].sentence in utterance.asking
    if asked and not own and not _same_sentence(match, banks["other"], utterance):
        return softer if danger else DangerLevel.NONE
    return said


def is_taken_back(match: Match, matches: Iterable[Match], utterance: Utterance) -> bool:
    """Tell whether "not" or "what if" takes back a phrase of any bank."""
    matches = list(matches)
    negations = [each for each in matches if each.phrase.bank == "negation"]
    hypotheticals = [each for each in matches if each.phrase.bank == "hypothetical"]
    return _is_negated(match, negations, utterance) or _is_supposed(match, hypotheticals, utterance)


def _is_safe(match: Match, safe: list[Match]) -> bool:
    return any(
        each.phrase.id in {"all", match.phrase.id} and set(each.at) & set(match.at) for each in safe
    )


def _reach(match: Match) -> tuple[str, int]:
    side, _, reach = match.phrase.id.partition("-")
    return side, int(reach) if reach.isdigit() else 0


def _is_negated(match: Match, negations: list[Match], utterance: Utterance) -> bool:
    return any(
        not set(each.at) & set(match.at) and _touches(each, match, utterance) for each in negations
    )


def _touches(turn: Match, match: Match, utterance: Utterance) -> bool:
    """Tell whether a turning word stands within its reach of the match, in its clause."""
    side, reach = _reach(turn)
    first, last = turn.at[0], turn.at[-1]
    words = utterance.words
    for place in match.at:
        if words[place].clause != words[last].clause:
            continue
        distance = place - last if side == "before" else first - place
        if 0 < distance <= reach:
            return True
    return False


def _is_supposed(match: Match, hypotheticals: list[Match], utterance: Utterance) -> bool:
    sentence = utterance.words[match.at[0]].sentence
    for each in hypotheticals:
        if set(each.at) & set(match.at) and each.phrase.id not in {"all", "ask"}:
            continue
        same = utterance.words[each.at[0]].sentence == sentence
        if same and each.phrase.id == "all":
            return True
        if same and each.phrase.id == "ask" and sentence in utterance.asking:
            return True
        if match.phrase.id not in _UNCONDITIONAL and _touches(each, match, utterance):
            return True
    return False


def _same_sentence(match: Match, others: list[Match], utterance: Utterance) -> bool:
    sentence = utterance.words[match.at[0]].sentence
    return any(utterance.words[each.at[0]].sentence == sentence for each in others)


def _is_own(match: Match, selves: list[Match]) -> bool:
    first, last = match.at[0] - _NEAR, match.at[-1] + _NEAR
    return any(first <= place <= last for each in selves for place in each.at)


def _about_other(standing: list[_Weighed], banks: Found) -> bool:
    """Tell whether what stands happens to somebody else."""
    if not banks["other"]:
        return False
    told = [each.match for each in standing if each.match.phrase.id != Sign.CRY]
    cries = [each.match for each in standing if each.match.phrase.id == Sign.CRY]
    return any(not _is_own(match, banks["self"]) for match in told or cries)
