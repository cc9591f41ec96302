"""Uzbek in Latin letters written in Cyrillic ones, by the rules of its two alphabets.

What the rules cannot know (soft signs, ц, names that stay Latin) stands as data in
`locales/uz-Cyrl/exceptions.txt`. `locales/uz-Cyrl` is made from `locales/uz-Latn` by `convert`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Transformer

LATIN, CYRILLIC = "uz-Latn", "uz-Cyrl"
EXCEPTIONS = "exceptions.txt"
MADE = (
    "Made from {LATIN} by `make uzbek`: correct the words there, "
    "or the list of exceptions beside this file."
).replace("{LATIN}", LATIN)
"""Stands on top of each file that is made."""

_APOSTROPHES = str.maketrans(dict.fromkeys("ʻʼʽˈ‘’‚‛′´`ʹ", "'"))
_WORD = re.compile(r"[A-Za-z](?:[A-Za-z]|['ʻʼʽˈ‘’‚‛′´`ʹ](?=[A-Za-z])|(?<=[OoGg])['ʻʼʽˈ‘’‚‛′´`ʹ])*")
"""An apostrophe belongs to a word between its letters, and after o or g at its end."""
_PAIRS = {
    "o'": "ў",
    "g'": "ғ",
    "sh": "ш",
    "ch": "ч",
    "yo": "ё",
    "yu": "ю",
    "ya": "я",
    "ye": "е",
}
_LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz'", "абцдефгҳижклмнопқрстуввхйзъ", strict=True))
_VOWELS = frozenset("aeiou")
_ENDS = re.compile(r"[ \t]+$", re.MULTILINE)
"""Spaces that nobody sees: the serializer leaves them on empty lines."""


@dataclass(frozen=True, slots=True)
class Exceptions:
    """Words, and beginnings of words, that are not written by rule; all in small letters.

    Where the Cyrillic side is empty the letters stay Latin, as in "SMS".
    """

    words: Mapping[str, str]
    stems: Mapping[str, str]

    @classmethod
    def read(cls, file: Path) -> Exceptions:
        """Return the list in a file: `latin cyrillic` a line, `latin*` for a stem, `#` notes."""
        words: dict[str, str] = {}
        stems: dict[str, str] = {}
        for line in file.read_text("utf-8").splitlines():
            latin, _, cyrillic = line.partition("#")[0].strip().partition(" ")
            if latin:
                known = stems if latin.endswith("*") else words
                known[latin.rstrip("*")] = cyrillic.strip()
        return cls(words, stems)

    def begin(self, word: str) -> tuple[int, str] | None:
        """Return how much of `word` an exception covers and what it is; the longest counts."""
        if word in self.words:
            return len(word), self.words[word]
        for length in range(len(word), 0, -1):
            if word[:length] in self.stems:
                return length, self.stems[word[:length]]
        return None


NONE = Exceptions({}, {})


def cyrillic(text: str, exceptions: Exceptions = NONE) -> str:
    """Return `text` with its Latin words in Cyrillic; total, and a second time changes nothing."""
    return _WORD.sub(lambda found: _word(found[0], exceptions), text)


def _word(word: str, exceptions: Exceptions) -> str:
    plain = word.translate(_APOSTROPHES)
    done, begun = exceptions.begin(plain.lower()) or (0, "")
    start = _cased(begun, word[:done], word) if begun else word[:done]
    return start + "".join(_by_rule(plain, done, word))


def _by_rule(plain: str, index: int, word: str) -> Iterator[str]:
    """Yield the letters from `index` on."""
    small = plain.lower()
    while index < len(small):
        size, letters = _letters(small, index)
        yield _cased(letters, word[index : index + size], word)
        index += size


def _letters(small: str, index: int) -> tuple[int, str]:
    """Return how many Latin letters are read at `index`, and the Cyrillic for them."""
    rest = small[index:]
    pair = rest[:2]
    if pair == "yo" and rest[2:3] == "'":
        return 1, "й"
    if pair in _PAIRS:
        return 2, _PAIRS[pair]
    if pair == "ts" and re.match("tsi(?:ya|on|y)", rest):
        return 2, "ц"
    if rest[0] == "'" and small[index - 1] == "s" and rest[1:2] == "h":
        return 1, ""
    if rest[0] == "e" and (index == 0 or small[index - 1] in _VOWELS or _after_o(small, index)):
        return 1, "э"
    return 1, _LETTERS[rest[0]]


def _after_o(small: str, index: int) -> bool:
    return small[index - 2 : index] == "o'"


def _cased(letters: str, piece: str, word: str) -> str:
    """Write as many capitals as the Latin piece asks for."""
    if not piece[:1].isupper():
        return letters
    whole = len(word) > 1 and word.isupper()
    return letters.upper() if whole else letters[:1].upper() + letters[1:]


class _Words(Transformer):
    """Puts every run of words of a Fluent file into Cyrillic; names and placeables stay."""

    def __init__(self, exceptions: Exceptions) -> None:
        self._exceptions = exceptions

    def visit_TextElement(self, node: Any) -> Any:  # noqa: N802 -- the visitor's name
        node.value = cyrillic(node.value, self._exceptions)
        return node


def convert(source: str, exceptions: Exceptions) -> str:
    """Return a Fluent file of uz-Latn as it must stand in uz-Cyrl."""
    resource = FluentParser(with_spans=False).parse(source)
    _Words(exceptions).visit(resource)
    resource.body.insert(0, ast.ResourceComment(MADE))
    return _ENDS.sub("", FluentSerializer(with_junk=True).serialize(resource))


def made(locales: Path) -> dict[str, str]:
    """Return the files that `locales/uz-Cyrl` must hold, by name; none without uz-Latn."""
    latin = sorted((locales / LATIN).glob("*.ftl"))
    if not latin:
        return {}
    exceptions = Exceptions.read(locales / CYRILLIC / EXCEPTIONS)
    return {file.name: convert(file.read_text("utf-8"), exceptions) for file in latin}


def differences(locales: Path) -> Iterator[tuple[str, int]]:
    """Yield file and line where `locales/uz-Cyrl` is not what is made from `locales/uz-Latn`."""
    wanted = made(locales)
    folder = locales / CYRILLIC
    for name in sorted({file.name for file in folder.glob("*.ftl")} | wanted.keys()):
        file = folder / name
        stands = file.read_text("utf-8").splitlines() if file.exists() else []
        line = _first_difference(stands, wanted.get(name, "").splitlines())
        if line:
            yield f"locales/{CYRILLIC}/{name}", line


def _first_difference(stands: list[str], wanted: list[str]) -> int:
    if stands == wanted:
        return 0
    pairs = zip(stands, wanted, strict=False)
    alike = next((at for at, (one, other) in enumerate(pairs) if one != other), None)
    return (min(len(stands), len(wanted)) if alike is None else alike) + 1


def write(locales: Path) -> None:
    """Make `locales/uz-Cyrl` anew; files that uz-Latn no longer has go."""
    wanted = made(locales)
    for file in (locales / CYRILLIC).glob("*.ftl"):
        if file.name not in wanted:
            file.unlink()
    for name, text in wanted.items():
        (locales / CYRILLIC / name).write_text(text, "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
