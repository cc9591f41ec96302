"""What was learned from `training/`: how much each piece of evidence speaks for a danger or topic.

The file is made by `make train` from our own sentences alone; nothing is downloaded.
"""

from __future__ import annotations

import base64
import json
import math
import zlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.understanding.evidence import VERSION

FILE = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Judge:
    """One yes or no: is this danger, is this about dying. Weights are in units of `scale`."""

    bias: float
    scale: float
    weights: array[int]

    def probability(self, found: Sequence[int]) -> float:
        """Return from 0 to 1 how likely it is yes."""
        weights = self.weights
        total = sum([weights[piece] for piece in found])
        score = self.bias + self.scale * total / math.sqrt(max(1, len(found)))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))

    def packed(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {"bias": self.bias, "scale": self.scale, "weights": _packed(self.weights)}


@dataclass(frozen=True, slots=True)
class Chooser:
    """One of several: `weights` holds for each bucket one number a name."""

    names: tuple[str, ...]
    scale: float
    bias: tuple[float, ...]
    weights: array[int]

    def best(self, found: Sequence[int], most: int) -> tuple[str, ...]:
        """Return the likeliest names, best first."""
        count = len(self.names)
        rows = [self.weights[piece * count : (piece + 1) * count] for piece in found]
        totals = map(sum, zip(*rows, strict=True)) if rows else (0 for _ in self.names)
        scores = [bias + self.scale * total for bias, total in zip(self.bias, totals, strict=True)]
        order = sorted(range(count), key=lambda index: (-scores[index], self.names[index]))
        return tuple(self.names[index] for index in order[:most])

    def packed(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "names": list(self.names),
            "scale": self.scale,
            "bias": list(self.bias),
            "weights": _packed(self.weights),
        }


@dataclass(frozen=True, slots=True)
class Weights:
    """All that was learned; `made_from` names the sentences."""

    made_from: str
    judges: Mapping[str, Judge]
    topics: Chooser

    def write(self, path: Path) -> None:
        """Keep it in a file."""
        judges = {name: judge.packed() for name, judge in self.judges.items()}
        data = {"evidence": VERSION, "made_from": self.made_from, "judges": judges}
        path.write_text(json.dumps({**data, "topics": self.topics.packed()}, indent=1) + "\n")


def read(path: Path = FILE) -> Weights:
    """Return what a file holds. Raises `ValueError` when it was learned from other evidence."""
    data = json.loads(path.read_text("utf-8"))
    if data["evidence"] != VERSION:
        message = f"{path.name} was made for other evidence; please run: make train"
        raise ValueError(message)
    topics = data["topics"]
    return Weights(
        data["made_from"],
        {
            name: Judge(one["bias"], one["scale"], _unpacked(one["weights"]))
            for name, one in data["judges"].items()
        },
        Chooser(
            tuple(topics["names"]),
            topics["scale"],
            tuple(topics["bias"]),
            _unpacked(topics["weights"]),
        ),
    )


def _packed(weights: array[int]) -> str:
    return base64.b85encode(zlib.compress(weights.tobytes(), 9)).decode()


def _unpacked(packed: str) -> array[int]:
    return array("b", zlib.decompress(base64.b85decode(packed)))
