"""What was learned from `training/`: how much each piece of evidence speaks for what.

The files are made by `make train` from our own sentences alone; nothing is downloaded.
"""

from __future__ import annotations

import json
import math
import sys
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
_LANE = 2
_ZERO = 128
_AT_ONCE = 256
"""So many numbers up to 255 fit into a lane together."""
_LOW = 0 if sys.byteorder == "little" else 1
_RAISED = bytes((each + _ZERO) % 256 for each in range(256))
_LOWERED = _RAISED


@dataclass(frozen=True, slots=True)
class Scores:
    """Several questions with a yes or no each, asked of the same evidence.

    `weights` holds a byte a name for each bucket, in units of that name's `scale`.
    """

    names: tuple[str, ...]
    bias: tuple[float, ...]
    scale: tuple[float, ...]
    lanes: bytes
    """Each weight raised to 0..255 in two bytes, so that whole rows add up at once."""

    @classmethod
    def laid_out(
        cls,
        names: Sequence[str],
        bias: Sequence[float],
        scale: Sequence[float],
        weights: bytes,
    ) -> Scores:
        """Make it of signed bytes: a row of a byte a name for each bucket."""
        lanes = bytearray(_LANE * len(weights))
        lanes[_LOW::_LANE] = weights.translate(_RAISED)
        return cls(tuple(names), tuple(bias), tuple(scale), bytes(lanes))

    @property
    def weights(self) -> bytes:
        """The signed bytes it was made of."""
        return self.lanes[_LOW::_LANE].translate(_LOWERED)

    @property
    def buckets(self) -> int:
        """Evidence is a number below this."""
        return len(self.lanes) // _LANE // len(self.names)

    def of(self, found: Sequence[int]) -> dict[str, float]:
        """Return the log-odds of each name: 0 is as likely as not, 3 is 19 in 20."""
        share = 1 / math.sqrt(max(1, len(found)))
        every = zip(self.names, self.bias, self.scale, self._totals(found), strict=True)
        return {name: bias + scale * share * total for name, bias, scale, total in every}

    def _totals(self, found: Sequence[int]) -> list[int]:
        """Return the sum of each name's weights: rows are added as one long number each."""
        width, last, lanes = _LANE * len(self.names), self.buckets - 1, self.lanes
        totals = [-_ZERO * len(found)] * len(self.names)
        for start in range(0, len(found), _AT_ONCE):
            places = [(piece & last) * width for piece in found[start : start + _AT_ONCE]]
            row = sum([int.from_bytes(lanes[at : at + width], sys.byteorder) for at in places])
            part = array("H", row.to_bytes(width, sys.byteorder))
            totals = [total + each for total, each in zip(totals, part, strict=True)]
        return totals


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
        """Keep it in a folder, two files for each part."""
        folder.mkdir(exist_ok=True)
        _write(folder, _INDEX, {"evidence": VERSION, "made_from": self.made_from})
        for name in PARTS:
            _write_scores(folder, name, getattr(self, name))


PARTS = tuple(part.name for part in fields(Weights) if part.name != "made_from")


def _write(folder: Path, name: str, data: Mapping[str, Any]) -> None:
    (folder / f"{name}.json").write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def read(folder: Path = FOLDER) -> Weights:
    """Return what a folder holds. Raises `ValueError` when it was learned from other evidence."""
    index = _read(folder, _INDEX)
    if index["evidence"] != VERSION:
        message = "the weights were made for other evidence; please run: make train"
        raise ValueError(message)
    parts = {name: _scores(folder, name) for name in PARTS}
    return Weights(made_from=index["made_from"], **parts)


def _read(folder: Path, name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / f"{name}.json").read_text("utf-8"))
    return data


def _write_scores(folder: Path, name: str, scores: Scores) -> None:
    kept = {"names": scores.names, "bias": scores.bias, "scale": scores.scale}
    _write(folder, name, {key: list(value) for key, value in kept.items()})
    (folder / f"{name}.bin").write_bytes(zlib.compress(scores.weights, 9))


def _scores(folder: Path, name: str) -> Scores:
    data, weights = _read(folder, name), (folder / f"{name}.bin").read_bytes()
    return Scores.laid_out(data["names"], data["bias"], data["scale"], zlib.decompress(weights))
