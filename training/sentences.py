"""The sentences of `training/texts/<locale>.yaml`, each with what it teaches."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.bootstrap import CONTENT, LOCALES
from bot.dialogue.values import Locale
from bot.l10n.uzbek import Exceptions, cyrillic

FOLDER = Path(__file__).with_name("texts")
CONCEPTS = CONTENT / "understanding" / "concepts.yaml"

DANGER, CONCERN = "danger", "concern"
QUIET = "quiet"
"""No danger, and a question does no harm: nothing is learned of worries."""
INNOCENT = "innocent"
HIGH, CAUTION, ORDINARY = "high-offer", "caution-offer", "ordinary-offer"
LANGUAGE = "language"
"""Short words of every day, of which only the language is learned."""
TOPIC = "topic"
TROUBLES = frozenset({DANGER, CONCERN})
ADVERTS = frozenset({HIGH, CAUTION, ORDINARY})
_LABELS = {
    **dict.fromkeys((DANGER, CONCERN), "signs"),
    **dict.fromkeys((HIGH, CAUTION, ORDINARY), "flags"),
}
_PLAIN = (QUIET, INNOCENT, LANGUAGE)
_RUSSIAN_KEYS = str.maketrans("ўқғҳЎҚҒҲ", "укгхУКГХ")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text, the list it stands in, and its labels: signs of danger, flags, or its topic."""

    text: str
    kind: str
    locale: Locale
    labels: frozenset[str] = frozenset()

    @property
    def language(self) -> str:
        """The locale without its script."""
        return self.locale.partition("-")[0]


def sentences(folder: Path = FOLDER) -> Iterator[Sentence]:
    """Yield every sentence; those in Uzbek Latin also in Cyrillic, with the letters at hand."""
    exceptions = Exceptions.read(LOCALES / "uz-Cyrl" / "exceptions.txt")
    for path in sorted(folder.glob("*.yaml")):
        for one in _of(path):
            yield one
            if path.stem == "uz-Latn":
                written = cyrillic(one.text, exceptions)
                yield replace(one, text=written)
                yield replace(one, text=written.translate(_RUSSIAN_KEYS))


def _of(path: Path) -> Iterator[Sentence]:
    data = YAML(typ="safe", pure=True).load(path.read_text("utf-8"))
    locale = Locale(path.stem)
    for kind, label in _LABELS.items():
        yield from (_labelled(each, kind, locale, label) for each in data[kind])
    for kind in _PLAIN:
        yield from (Sentence(text, kind, locale) for text in data[kind])
    for topic, texts in data["topics"].items():
        yield from (Sentence(text, TOPIC, locale, frozenset({topic})) for text in texts)


def _labelled(each: Mapping[str, Any], kind: str, locale: Locale, label: str) -> Sentence:
    return Sentence(each["text"], kind, locale, frozenset(each[label]))


def digest(folder: Path = FOLDER) -> str:
    """Return what names these sentences and concepts; the weights remember it."""
    paths = (*sorted(folder.glob("*.yaml")), CONCEPTS)
    every = b"".join(path.read_bytes() for path in paths)
    return hashlib.sha256(every).hexdigest()[:32]
