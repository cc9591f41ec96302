"""Which language a text is in, also when it is short, romanised or lacks special letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import pycld2

from bot.dialogue.values import Locale
from bot.understanding.patterns import Match
from bot.understanding.utterance import Utterance

LETTERS = {
    "ky": "ңөү",
    "tg": "ӣӯҷҳқғ",
    "uz-Cyrl": "ўқғҳ",
}
"""Letters that Russian lacks; the more of a text's own letters a language has, the likelier."""
NEIGHBOURS = {
    "kk": "ky",
    "tt": "ky",
    "ba": "ky",
    "tk": "uz",
    "uk": "ru",
    "be": "ru",
    "bg": "ru",
    "sr": "ru",
    "mk": "ru",
    "fa": "tg",
}
"""What the identifier takes a short text for, and what it is if that is no locale of ours."""

_READ = 400
_CODES = 60
_CYRILLIC = str.maketrans(
    dict(zip("abcdefghijklmnopqrstuvwxyz", "абцдефгхижклмнопкрстувшхыз", strict=True))
)
_PAIRS = (
    *(("shch", "щ"), ("yo", "ё"), ("yu", "ю"), ("ya", "я"), ("zh", "ж"), ("kh", "х")),
    *(("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("4", "ч"), ("ng", "ң")),
)
_SPELLED = 2.0
_FEW_WORDS = 3
_SURE = 0.6
_CLEAR = 0.5
_ASIDE = 0.5
"""What a phrase of any other bank says about the language it is written in."""
_ASIDE_MOST = 1.5
_SWITCH = 2.5
"""What it takes to leave the language a visitor already has."""


def recognise(
    text: str,
    utterance: Utterance,
    matches: Iterable[Match],
    locales: Sequence[Locale],
    prior: Locale | None,
) -> Locale | None:
    """Return the language of `text`, `prior` when in doubt, None without either."""
    matches = list(matches)
    latin = 2 * sum(word.latin for word in utterance.words) > len(utterance.words)
    scores: defaultdict[Locale, float] = defaultdict(float)
    for found, score in (
        *_by_letters(text, locales),
        *_by_words(matches, utterance),
        *_by_phrases(matches, utterance),
        *_by_identifier(text, utterance, locales),
    ):
        locale = _in_script(found, latin=latin)
        if locale in locales:
            scores[locale] += score
    if not scores:
        return prior
    (best, score), *rest = sorted(scores.items(), key=lambda each: (-each[1], each[0]))
    margin = score - max((other for _, other in rest), default=0.0)
    if prior is None or prior not in locales:
        return best if score >= _SURE and margin >= _CLEAR else prior
    if len(utterance.words) < _FEW_WORDS or score < _SWITCH or margin < 2 * _CLEAR:
        return prior
    return best


def _in_script(locale: Locale, *, latin: bool) -> Locale:
    """Return the locale of the same language in the script of the text, where it has two."""
    base, _, written = locale.partition("-")
    return Locale(f"{base}-{'Latn' if latin else 'Cyrl'}") if written else locale


def _by_letters(text: str, locales: Sequence[Locale]) -> Iterator[tuple[Locale, float]]:
    letters = set(text[:_READ].lower())
    for locale in locales:
        own = letters & set(LETTERS.get(locale, ""))
        if own:
            yield locale, _SPELLED + len(own) / 2


def _by_words(matches: Iterable[Match], utterance: Utterance) -> Iterator[tuple[Locale, float]]:
    """Count the everyday words of each language, once each, more in its own script."""
    seen: set[tuple[str, int]] = set()
    for match in matches:
        place = match.at[0]
        locale = Locale(match.phrase.id)
        base, _, two_scripts = locale.partition("-")
        if match.phrase.bank != "language" or (base, place) in seen:
            continue
        seen.add((base, place))
        own = two_scripts or utterance.words[place].latin == match.phrase.text.isascii()
        yield locale, match.phrase.strength * (1.0 if own else 0.7)


def _by_phrases(matches: Iterable[Match], utterance: Utterance) -> Iterator[tuple[Locale, float]]:
    places: defaultdict[Locale, set[int]] = defaultdict(set)
    for match in matches:
        if match.phrase.bank != "language":
            places[match.phrase.locale].update(match.at)
    for locale, found in places.items():
        spoken = {place for place in found if not utterance.words[place].key.isdigit()}
        yield locale, min(_ASIDE_MOST, _ASIDE * len(spoken))


def _by_identifier(
    text: str, utterance: Utterance, locales: Sequence[Locale]
) -> Iterator[tuple[Locale, float]]:
    """Ask the identifier; Latin text twice, as it is and as if it were romanised."""
    plain = "".join(each if each.isprintable() else " " for each in text[:_READ])
    if not any(word.latin or word.cyrillic for word in utterance.words):
        return
    guesses = list(_identify(plain, locales, latin=True))
    if all(word.latin for word in utterance.words if word.latin or word.cyrillic):
        guesses += _identify(_cyrillic(plain), locales, latin=False)
    else:
        guesses = list(_identify(plain, locales, latin=False))
    weight = min(1.5, len(utterance.words) / 2)
    if guesses:
        locale, score = max(guesses, key=lambda each: each[1])
        yield locale, weight * min(1.0, score / 1000)


def _identify(
    text: str, locales: Sequence[Locale], *, latin: bool
) -> Iterator[tuple[Locale, float]]:
    data = text.encode("utf-8", "ignore")
    try:
        _, _, details = pycld2.detect(data, isPlainText=True, bestEffort=True)
    except pycld2.error:
        return
    for _, code, _, score in details:
        locale = _locale(code, locales, latin=latin)
        if locale is not None:
            yield locale, float(score)
        return


def _locale(code: str, locales: Sequence[Locale], *, latin: bool) -> Locale | None:
    """Return the locale of ours for a code of the identifier, in the script of the text."""
    script = "Latn" if latin else "Cyrl"
    for name in (code, NEIGHBOURS.get(code, "")):
        for locale in locales:
            base, _, written = locale.partition("-")
            fits = written == script if written else latin == (base == "en")
            if name == base and fits:
                return locale
    return None


def _cyrillic(text: str) -> str:
    plain = text.lower()
    for pair, letter in _PAIRS:
        plain = plain.replace(pair, letter)
    return plain.translate(_CYRILLIC)
