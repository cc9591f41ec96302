"""Folding of letters: one spelling for what people type in either script, with plain letters."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        # Cyrillic letters that a plain keyboard lacks; й, ё, ў, ӣ and ӯ lose their mark instead.
        "ң": "н",
        "ө": "о",
        "ү": "у",
        "ұ": "у",
        "қ": "к",
        "ғ": "г",
        "ҳ": "х",
        "ҷ": "ч",
        "ә": "а",
        "һ": "х",
        "і": "и",
        # Latin letters whose plain form says another sound.
        "ş": "sh",
        "ç": "ch",
        "ı": "i",
        "ə": "a",
        # Marks that join or silence letters: apostrophes of oʻ and can't, soft hyphen, joiners.
        **dict.fromkeys("'`´ʹʻʼʽˈ‘’‛′＇\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
    }
)
_MARKS = re.compile("[\u0300-\u036f]+")
_BETWEEN = re.compile(r"[\W_]+")
_REPEATED = re.compile(r"([^\W\d_])\1+")

_LATIN = str.maketrans(
    dict(zip("абвгдежзиклмнопрстуфхцы", "abvgdejziklmnoprstufhci", strict=True))
    | {"ч": "ch", "ш": "sh", "щ": "sh", "э": "e", "ю": "iu", "я": "ia", "ъ": "", "ь": ""}
)
_DIGITS = re.compile(r"(?<=[a-z])(?<!\d)[46](?!\d)|(?<!\d)[46](?=[a-z])")
_DIGIT_LETTERS = {"4": "ch", "6": "sh"}
_SPELLINGS = str.maketrans({"y": "i", "x": "h", "q": "k"})
_PAIRS = re.compile("shch|sch|zh|kh|ts")
_PAIR_LETTERS = {"shch": "sh", "sch": "sh", "zh": "j", "kh": "h", "ts": "c"}


def fold(text: str) -> str:
    """Return `text` in small plain letters, words parted by one space.

    Accents, apostrophes, punctuation, control characters and repeated letters go;
    digits stay as they are. Total on any string, and folding twice changes nothing.
    """
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", plain).casefold()
    plain = _MARKS.sub("", plain).translate(_LETTERS)
    return _REPEATED.sub(r"\1", _BETWEEN.sub(" ", plain)).strip()


def latinise(folded: str) -> str:
    """Return the romanised twin of a folded text: both scripts and most spellings meet in it.

    "жардам", "jardam" and "zhardam" become one; so do "хочу", "xochu" and "ho4u".
    It is a key to compare, not a text to show.
    """
    twin = _DIGITS.sub(lambda found: _DIGIT_LETTERS[found[0]], folded.translate(_LATIN))
    twin = _PAIRS.sub(lambda found: _PAIR_LETTERS[found[0]], twin.translate(_SPELLINGS))
    return _REPEATED.sub(r"\1", twin)
