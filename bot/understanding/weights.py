"""What was learned from `training/`: how much each piece of evidence speaks for what.

The files are made by `make train` from our own sentences alone; nothing is downloaded.
"""

from __future__ import annotations

import base64
import json
import math
import zlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from bot.understanding.evidence import VERSION

FOLDER = Path(__file__).with_name("learned")
_INDEX = "index"
_STEEPEST = 30.0


@dataclass(frozen=True, slots=True)
class Scores:
    """Several questions with a yes or no each, asked of the same evidence.

    `weights` holds a byte a name for each bucket, in units of that name's `scale`.
    """

    names: tuple[str, ...]
    bias: tuple[float, ...]
    scale: tuple[float, ...]
    weights: array[int]

    @property
    def buckets(self) -> int:
        """Evidence is a number below this."""
        return len(self.weights) // len(self.names)

    def of(self, found: Sequence[int]) -> dict[str, float]:
        """Return the log-odds of each name: 0 is as likely as not, 3 is 19 in 20."""
        count, last = len(self.names), self.buckets - 1
        places = [(piece & last) * count for piece in found]
        rows = [self.weights[place : place + count] for place in places]
        totals = map(sum, zip(*rows, strict=True)) if rows else (0 for _ in self.names)
        share = 1 / math.sqrt(max(1, len(found)))
        every = zip(self.names, self.bias, self.scale, totals, strict=True)
        return {name: bias + scale * share * total for name, bias, scale, total in every}

    def packed(self) -> dict[str, Any]:
        """Return it as plain data."""
        packed = base64.b85encode(zlib.compress(self.weights.tobytes(), 9)).decode()
        kept = {"names": self.names, "bias": self.bias, "scale": self.scale}
        return {**{key: list(value) for key, value in kept.items()}, "weights": packed}


def probability(odds: float) -> float:
    """Return log-odds as a number from 0 to 1."""
    return 1 / (1 + math.exp(-max(-_STEEPEST, min(_STEEPEST, odds))))


@dataclass(frozen=True, slots=True)
class Weights:
    """All that was learned; `made_from` names the sentences.

    `levels` know danger and worry, `signs` the kinds of danger; `offers` whether a text is about
    an offer, a false one, a grave one, `flags` the signs of that; `topics` what is asked, and
    `languages` by letters in what language.
    """

    made_from: str
    levels: Scores
    signs: Scores
    offers: Scores
    flags: Scores
    topics: Scores
    languages: Scores

    def write(self, folder: Path) -> None:
        """Keep it in a folder, a file for each part."""
        folder.mkdir(exist_ok=True)
        _write(folder, _INDEX, {"evidence": VERSION, "made_from": self.made_from})
        for name in PARTS:
            _write(folder, name, getattr(self, name).packed())


PARTS = tuple(field.name for field in fields(Weights) if field.name != "made_from")


def _write(folder: Path, name: str, data: Mapping[str, Any]) -> None:
    (folder / f"{name}.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def read(folder: Path = FOLDER) -> Weights:
    """Return what a folder holds. Raises `ValueError` when it was learned from other evidence."""
    index = _read(folder, _INDEX)
    if index["evidence"] != VERSION:
        message = "the weights were made for other evidence; please run: make train"
        raise ValueError(message)
    parts = {name: _scores(_read(folder, name)) for name in PARTS}
    return Weights(made_from=index["made_from"], **parts)


def _read(folder: Path, name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / f"{name}.json").read_text("utf-8"))
    return data


def _scores(data: Mapping[str, Any]) -> Scores:
    weights = array("b", zlib.decompress(base64.b85decode(data["weights"])))
    names, bias, scale = (tuple(data[key]) for key in ("names", "bias", "scale"))
    return Scores(names, bias, scale, weights)
