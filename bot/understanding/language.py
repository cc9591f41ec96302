"""Which language a text is in, also when it is short, romanised or lacks special letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.dialogue.values import Locale
from bot.understanding.utterance import Utterance

_LIKELY = 0.0
"""Learned log-odds below which a language is not even guessed."""
_LIKELY_OF_ONE_WORD = 2.0
"""What the platform tells of the phone is worth more than "ok"."""
_AHEAD = 0.5
"""How far the best must be ahead of the next: a word that two languages share tells nothing."""
_FEW_WORDS = 3
_SWITCH = 1.0
_SWITCH_AHEAD = 3.0
"""What it takes to leave the language a visitor already has."""


def recognise(
    utterance: Utterance,
    odds: Mapping[str, float],
    locales: Sequence[Locale],
    prior: Locale | None,
) -> Locale | None:
    """Return the language of a text, `prior` when in doubt, None without either.

    `odds` are the learned log-odds of each language.
    """
    latin = 2 * sum(word.latin for word in utterance.words) > len(utterance.words)
    spoken = any(word.latin or word.cyrillic for word in utterance.words)
    known = {_written(locale, locales, latin=latin): odd for locale, odd in _of(odds, locales)}
    if not spoken or not known:
        return prior
    (best, likely), *rest = sorted(known.items(), key=lambda each: (-each[1], each[0]))
    ahead = likely - max((other for _, other in rest), default=-_SWITCH_AHEAD)
    if prior is None or prior not in locales:
        least = _LIKELY if len(utterance.words) > 1 else _LIKELY_OF_ONE_WORD
        return best if likely >= least and ahead >= _AHEAD else prior
    clear = likely >= _SWITCH and ahead >= _SWITCH_AHEAD
    return best if clear and len(utterance.words) >= _FEW_WORDS else prior


def _of(odds: Mapping[str, float], locales: Sequence[Locale]) -> list[tuple[Locale, float]]:
    every = ((locale, locale.partition("-")[0]) for locale in locales)
    return [(locale, odds[language]) for locale, language in every if language in odds]


def _written(locale: Locale, locales: Sequence[Locale], *, latin: bool) -> Locale:
    """Return the locale of the same language in the script of the text, where it has two."""
    base, _, script = locale.partition("-")
    twin = Locale(f"{base}-{'Latn' if latin else 'Cyrl'}")
    return twin if script and twin in locales else locale
