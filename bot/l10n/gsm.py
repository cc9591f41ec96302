"""What a text costs as SMS: its coding, its segments, and where it may be cut.

A single wrong apostrophe turns 160 characters into 70, so `normalise` before counting.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = frozenset("\f^{}\\[~]|€")
"""Each of these travels as an escape pair: two septets that must stay together."""


class Coding(StrEnum):
    """The two alphabets of SMS."""

    GSM7 = "gsm7"
    UCS2 = "ucs2"


SINGLE = {Coding.GSM7: 160, Coding.UCS2: 70}
PART = {Coding.GSM7: 153, Coding.UCS2: 67}
"""Room in one part of a long message: its header takes six octets."""

_BMP = 0xFFFF
"""Above it a character is a surrogate pair: two units."""
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("ʻʼʽˈ‘’‚‛′´`ʹ", "'"),
        **dict.fromkeys("«»“”„‟″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
        "№": "No",
        "•": "-",
        "\t": " ",
    }
)
_TURKIC = str.maketrans("çşŞğĞıİõÕŏŎ", "csSgGiIoOoO")
"""Latin letters of Turkish and new Uzbek spelling that GSM-7 lacks."""


def normalise(text: str) -> str:
    """Return the text with what only costs room taken out or written plainly.

    Bidirectional marks, isolates, zero-width characters and controls go; rare spaces
    become spaces; typographic marks become their keyboard twins. Turkic Latin letters
    lose their marks only where that brings the whole text into GSM-7.
    """
    plain = "".join(_kept(unicodedata.normalize("NFC", text).translate(_PLAIN)))
    unmarked = plain.translate(_TURKIC)
    return unmarked if coding(unmarked) is Coding.GSM7 else plain


def _kept(text: str) -> Iterator[str]:
    for character in text:
        match unicodedata.category(character):
            case "Zs" | "Zl" | "Zp":
                yield " "
            case "Cf" | "Cc" | "Cn" | "Cs" if character != "\n":
                continue
            case _:
                yield character


def coding(text: str) -> Coding:
    """Return GSM-7 where every character has a place in it, otherwise UCS-2."""
    fits = all(character in BASIC or character in EXTENSION for character in text)
    return Coding.GSM7 if fits else Coding.UCS2


def units(text: str, coding: Coding) -> int:
    """Return the septets (GSM-7) or UTF-16 units (UCS-2) the text takes."""
    if coding is Coding.GSM7:
        return len(text) + sum(character in EXTENSION for character in text)
    return len(text) + sum(ord(character) > _BMP for character in text)


def segments(text: str) -> int:
    """Return how many SMS the text takes; an empty one still takes one."""
    return len(split(text))


def split(text: str) -> tuple[str, ...]:
    """Cut the text into parts that fit one SMS each; joined they are the text again.

    No escape pair, surrogate pair or combining sequence is cut. Parts end at word ends
    where that costs no further part.
    """
    chosen = coding(text)
    if units(text, chosen) <= SINGLE[chosen]:
        return (text,)
    packed = tuple(_pack(_clusters(text, chosen), chosen))
    by_word = tuple(_pack(_words(text, chosen), chosen))
    return by_word if len(by_word) <= len(packed) else packed


def _pack(pieces: Iterable[str], chosen: Coding) -> Iterator[str]:
    part, room = "", PART[chosen]
    for piece in pieces:
        if units(part + piece, chosen) > room:
            yield part
            part = ""
        part += piece
    yield part


def _clusters(text: str, chosen: Coding) -> Iterator[str]:
    """Yield base characters with their combining marks; endless stacks are cut after all."""
    cluster = ""
    for character in text:
        fits = _joins(character) and units(cluster + character, chosen) <= PART[chosen]
        if cluster and not fits:
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _joins(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Me", "Mc"}


def _words(text: str, chosen: Coding) -> Iterator[str]:
    """Yield words with the spaces after them; a word that fits nowhere comes in clusters."""
    word = ""
    for character in text:
        if word[-1:].isspace() and not (character.isspace() or _joins(character)):
            yield from _whole(word, chosen)
            word = ""
        word += character
    yield from _whole(word, chosen)


def _whole(word: str, chosen: Coding) -> Iterator[str]:
    if units(word, chosen) <= PART[chosen]:
        yield word
    else:
        yield from _clusters(word, chosen)
