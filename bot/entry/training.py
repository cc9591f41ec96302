"""`make train`: learn the weights of the reader anew from the sentences in `training/`."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

from bot.bootstrap import CONTENT, LOCALES, ROOT
from bot.content.load import load
from bot.dialogue.book import Book
from bot.l10n.uzbek import Exceptions, cyrillic
from bot.understanding import weights
from bot.understanding.concepts import Concepts
from bot.understanding.evidence import FEW_BUCKETS, evidence, topical
from bot.understanding.learning import Example, chooser, judge
from bot.understanding.topics import NOTHING_ASKED
from bot.understanding.utterance import hear

FOLDER = ROOT / "training"
CONCEPTS = CONTENT / "understanding" / "concepts.yaml"
GRAVE = ("danger", "suicide", "child")
WORRY = "concern"
DOUBTFUL = "quiet"
"""No danger, and a question does no harm: nothing is learned of worries."""
HARMLESS = "innocent"
ADVERTS = ("bad-offer", "ordinary-offer")
_DOUBTFUL = 0.05
"""What a worry counts when danger is learned: to hear too much in it does little harm."""
_CALM = 0.3
"""What a question about a topic counts when worries are learned: some worry too."""
_RARE = 6.0
"""What a text about dying counts: among cries it is one in seven."""
_ELSE = 0.02
"""What everything counts, when adverts are learned, that is none."""
_RUSSIAN_KEYS = str.maketrans("ўқғҳЎҚҒҲ", "укгхУКГХ")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A text, what kind of danger it tells of, and the topic it asks about."""

    text: str
    kind: str
    topic: str = ""


def sentences(folder: Path) -> Iterator[Sentence]:
    """Yield every sentence; those in Uzbek Latin also in Cyrillic, with the letters at hand."""
    exceptions = Exceptions.read(LOCALES / "uz-Cyrl" / "exceptions.txt")
    for path in sorted(folder.glob("*.yaml")):
        for one in _of(path):
            yield one
            if path.stem == "uz-Latn":
                written = cyrillic(one.text, exceptions)
                yield Sentence(written, one.kind, one.topic)
                yield Sentence(written.translate(_RUSSIAN_KEYS), one.kind, one.topic)


def _of(path: Path) -> Iterator[Sentence]:
    data = YAML(typ="safe", pure=True).load(path.read_text("utf-8"))
    for kind in (*GRAVE, WORRY, DOUBTFUL, HARMLESS, *ADVERTS):
        yield from (Sentence(text, kind) for text in data[kind])
    for topic, texts in data["topics"].items():
        yield from (Sentence(text, "", topic) for text in texts)


def digest(folder: Path) -> str:
    """Return what names these sentences and concepts; the weights remember it."""
    paths = (*sorted(folder.glob("*.yaml")), CONCEPTS)
    every = b"".join(path.read_bytes() for path in paths)
    return hashlib.sha256(every).hexdigest()[:32]


def learn(book: Book, known: Sequence[Sentence], made_from: str) -> weights.Weights:
    """Return the weights that these sentences teach."""
    concepts = Concepts(book.phrases)
    heard = [hear(one.text) for one in known]
    meanings = [concepts.of(utterance) for utterance in heard]
    found = [evidence(*both) for both in zip(heard, meanings, strict=True)]
    rough = [topical(*both) for both in zip(heard, meanings, strict=True)]
    judges = {
        name: judge([Example(all_, *lesson(one)) for one, all_ in zip(known, found, strict=True)])
        for name, lesson in LESSONS.items()
    }
    asked = [
        (some, one.topic or NOTHING_ASKED)
        for one, some in zip(known, rough, strict=True)
        if one.topic or one.kind == HARMLESS
    ]
    return weights.Weights(made_from, judges, chooser(asked, FEW_BUCKETS))


def _danger(one: Sentence) -> tuple[bool, float]:
    return one.kind in GRAVE, _DOUBTFUL if one.kind == WORRY else 1.0


def _concern(one: Sentence) -> tuple[bool, float]:
    if one.kind == DOUBTFUL:
        return False, 0.0
    return one.kind in (*GRAVE, WORRY), _CALM if one.topic else 1.0


def _suicide(one: Sentence) -> tuple[bool, float]:
    """Asked only of a text that is danger or worry."""
    dying = one.kind == "suicide"
    return dying, _RARE if dying else float(one.kind in (*GRAVE, WORRY))


def _offer(one: Sentence) -> tuple[bool, float]:
    return one.kind == ADVERTS[0], 1.0 if one.kind in ADVERTS else _ELSE


LESSONS: dict[str, Callable[[Sentence], tuple[bool, float]]] = {
    "danger": _danger,
    "concern": _concern,
    "suicide": _suicide,
    "offer": _offer,
}
"""What each judge is told of a sentence: whether it is a yes, and how much it counts."""


def main(folder: Path = FOLDER, target: Path = weights.FOLDER) -> None:
    """Learn and write."""
    known = list(sentences(folder))
    learn(load(CONTENT, LOCALES, None), known, digest(folder)).write(target)
    sys.stdout.write(f"{len(known)} sentences\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
