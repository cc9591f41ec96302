"""Cyrillic as Latin and back, for SMS: every letter written stands in GSM-7.

An SMS takes 70 Cyrillic letters or 160 Latin ones. The tables follow what people type on
phones; Uzbek follows its law. The way back is for reading and is not always the same word.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.dialogue.values import Locale
from bot.l10n.gsm import normalise, segments

_COMMON = dict(
    pair.split("=")
    for pair in (
        "а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u"
        " ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya"
    ).split()
)
_SISTERS = dict(
    pair.split("=")
    for pair in (
        "ң=ng ө=ö ү=ü ғ=gh ӣ=i қ=q ӯ=u ҳ=h ҷ=j ў=o' ә=a ұ=u һ=h і=i ї=yi є=ye ґ=g ј=j ћ=c ђ=dj"
        " љ=lj њ=nj џ=dz"
    ).split()
)
"""Letters of the neighbours: a name or place may stand in any text."""
_OWN: Mapping[str, Mapping[str, str]] = {
    "ru": {},
    "ky": {"ж": "j", "х": "h"},
    "tg": {"ж": "zh", "ъ": "'", "х": "kh"},
    "uz": {"ж": "j", "х": "x", "ъ": "'", "ғ": "g'", "ш": "sh", "ч": "ch", "ц": "ts"},
    "kk": {"ж": "j", "ғ": "g'", "х": "h"},
}
_VOWELS = frozenset("аеёиоуыэюяўөүӣӯәұі")
_BACK_EXTRA: Mapping[str, Mapping[str, str]] = {
    "ru": {"j": "ж", "x": "кс", "h": "х", "q": "к", "w": "в", "c": "ц"},
    "ky": {"zh": "ж", "kh": "х", "x": "х", "q": "к", "w": "в", "c": "ц"},
    "tg": {"x": "х", "w": "в", "c": "ц"},
    "uz": {"w": "в", "c": "ц"},
    "kk": {"zh": "ж", "kh": "х", "x": "х", "w": "в", "c": "ц"},
}
"""Other spellings that people type."""
_AMBIGUOUS = {"e": "е", "y": "ы", "i": "и", "u": "у", "a": "а", "h": "ҳ", "j": "ж"}


def language(locale: Locale | None, text: str) -> str:
    """Return the table for a locale; without one, the language whose letters the text has."""
    if locale is not None:
        return locale.partition("-")[0]
    present = set(text.lower())
    for name, letters in (("uz", "ў"), ("tg", "ӣӯҷ"), ("kk", "әұһ"), ("ky", "ңөү"), ("tg", "қҳ")):
        if present & set(letters):
            return name
    return "ru"


def to_latin(text: str, locale: Locale | None = None) -> str:
    """Return the text with every Cyrillic letter written in Latin ones."""
    name = language(locale, text)
    table = {**_COMMON, **_SISTERS, **_OWN.get(name, {})}
    return "".join(_written(text, index, table, name) for index in range(len(text)))


def _written(text: str, index: int, table: Mapping[str, str], name: str) -> str:
    letter = text[index]
    small = letter.lower()
    if small not in table:
        return letter
    before = text[index - 1].lower() if index else ""
    latin = table[small]
    if small == "е" and name == "uz" and (not before.isalpha() or before in _VOWELS | {"ъ", "ь"}):
        latin = "ye"
    return latin if letter == small else _capital(latin, text, index)


def _capital(latin: str, text: str, index: int) -> str:
    """Write SHCH among capitals, and Shch at the beginning of a word."""
    neighbours = text[index + 1 : index + 2] or text[max(index - 1, 0) : index]
    return latin.upper() if neighbours.isupper() else latin[:1].upper() + latin[1:]


def to_cyrillic(text: str, locale: Locale | None = None) -> str:
    """Return the text with Latin spelling read back into Cyrillic, longest spellings first."""
    name = language(locale, text)
    table = _BACK.get(name, _BACK["ru"])
    longest = max(map(len, table))
    plain = normalise(text)
    read, index = "", 0
    while index < len(plain):
        piece = next(
            (
                plain[index : index + length]
                for length in range(longest, 0, -1)
                if plain[index : index + length].lower() in table
            ),
            plain[index],
        )
        read += _cased(table.get(_placed(piece.lower(), read), piece), piece)
        index += len(piece)
    return read


def _placed(spelling: str, read: str) -> str:
    """Two letters depend on where they stand: э begins a word, й follows a vowel."""
    if spelling == "e" and not read[-1:].isalpha():
        return "^e"
    return "^y" if spelling == "y" and read[-1:].lower() in _VOWELS else spelling


def _cased(letters: str, piece: str) -> str:
    if not piece[:1].isupper():
        return letters
    whole = len(piece) > 1 and piece.isupper()
    return letters.upper() if whole else letters[:1].upper() + letters[1:]


def _reversed(name: str) -> dict[str, str]:
    alphabets = {
        "ru": "",
        "ky": "ңөү",
        "tg": "ғӣқӯҳҷ",
        "uz": "ўғқҳ",
        "kk": "әғқңөұүһі",
    }
    forward = {**_COMMON, **{letter: _SISTERS[letter] for letter in alphabets[name]}, **_OWN[name]}
    back = dict(_BACK_EXTRA[name])
    for letter, latin in forward.items():
        if latin and latin not in back:
            back[latin] = letter
    common = {key: value for key, value in _AMBIGUOUS.items() if key not in {"h", "j"}}
    back |= common | {"^e": "э", "^y": "й", "ye": "е", "ya": "я", "yu": "ю", "yo": "ё"}
    if name in {"tg", "uz"}:
        back["h"] = "ҳ"
    if name == "tg":
        back["j"] = "ҷ"
    if name == "uz":
        back["yo'"] = "йў"
    return back


_BACK = {name: _reversed(name) for name in _OWN}


def spoken(text: str, locale: Locale | None = None, *, own: bool = False) -> str:
    """Return the text as it should go out by SMS: in Latin where that saves a segment.

    `own` keeps the visitor's own script whatever it costs.
    """
    native = normalise(text)
    if own:
        return native
    latin = normalise(to_latin(native, locale))
    return latin if segments(latin) < segments(native) else native
