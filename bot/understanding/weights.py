"""What was learned from `training/`: how much each piece of evidence speaks for a danger or topic.

The files are made by `make train` from our own sentences alone; nothing is downloaded.
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

FOLDER = Path(__file__).with_name("learned")
_INDEX = "index.json"
_TOPICS = "topics"


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

    def best(self, found: Sequence[int], most: int, over: str) -> tuple[tuple[str, float], ...]:
        """Return the likeliest names, best first, and how far each is above the name `over`."""
        count = len(self.names)
        rows = [self.weights[piece * count : (piece + 1) * count] for piece in found]
        totals = map(sum, zip(*rows, strict=True)) if rows else (0 for _ in self.names)
        scores = [bias + self.scale * total for bias, total in zip(self.bias, totals, strict=True)]
        ground = scores[self.names.index(over)]
        ranked = sorted(zip(self.names, scores, strict=True), key=lambda one: (-one[1], one[0]))
        return tuple((name, score - ground) for name, score in ranked[:most] if name != over)

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

    def write(self, folder: Path) -> None:
        """Keep it in a folder, a file for each judge."""
        folder.mkdir(exist_ok=True)
        index = {"evidence": VERSION, "made_from": self.made_from, "judges": sorted(self.judges)}
        _write(folder / _INDEX, index)
        _write(folder / f"{_TOPICS}.json", self.topics.packed())
        for name, judge in self.judges.items():
            _write(folder / f"{name}.json", judge.packed())


def _write(path: Path, data: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def read(folder: Path = FOLDER) -> Weights:
    """Return what a folder holds. Raises `ValueError` when it was learned from other evidence."""
    index = _read(folder / _INDEX)
    if index["evidence"] != VERSION:
        message = "the weights were made for other evidence; please run: make train"
        raise ValueError(message)
    judges = {name: _judge(_read(folder / f"{name}.json")) for name in index["judges"]}
    return Weights(index["made_from"], judges, _chooser(_read(folder / f"{_TOPICS}.json")))


def _read(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return data


def _judge(data: Mapping[str, Any]) -> Judge:
    return Judge(data["bias"], data["scale"], _unpacked(data["weights"]))


def _chooser(data: Mapping[str, Any]) -> Chooser:
    weights = _unpacked(data["weights"])
    return Chooser(tuple(data["names"]), data["scale"], tuple(data["bias"]), weights)


def _packed(weights: array[int]) -> str:
    return base64.b85encode(zlib.compress(weights.tobytes(), 9)).decode()


def _unpacked(packed: str) -> array[int]:
    return array("b", zlib.decompress(base64.b85decode(packed)))
