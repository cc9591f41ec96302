"""Learns weights from examples: logistic regression for a yes or no, naive Bayes for one of many.

Small, exact to repeat, and without a library: it runs once, when sentences change.
"""

from __future__ import annotations

import math
import random
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.understanding.evidence import BUCKETS
from bot.understanding.weights import Chooser, Judge

ROUNDS = 10
_STEP = 0.7
_SEED = 20261121
_LARGEST = 127
_SMOOTHING = 0.3
_NOTHING = 1e-9


@dataclass(frozen=True, slots=True)
class Example:
    """The evidence of one sentence, whether it is a yes, and how much it counts."""

    found: Sequence[int]
    yes: bool
    weight: float = 1.0


def judge(examples: Sequence[Example], buckets: int = BUCKETS) -> Judge:
    """Return a judge of these examples, by stochastic gradient descent with AdaGrad's steps."""
    weights, seen = array("d", bytes(8 * buckets)), array("d", [1e-6]) * buckets
    bias, bias_seen = 0.0, 1e-6
    order = [example for example in examples if example.weight]
    shuffle = random.Random(_SEED).shuffle  # noqa: S311 -- the same order each time
    for _ in range(ROUNDS):
        shuffle(order)
        for example in order:
            share = 1 / math.sqrt(max(1, len(example.found)))
            score = bias + share * sum([weights[piece] for piece in example.found])
            wrong = example.weight * (_sigmoid(score) - example.yes)
            bias_seen += wrong * wrong
            bias -= _STEP * wrong / math.sqrt(bias_seen)
            slope = wrong * share
            square = slope * slope
            if square < _NOTHING:
                continue
            for piece in example.found:
                seen[piece] += square
                weights[piece] -= _STEP * slope / math.sqrt(seen[piece])
    return _rounded(bias, weights)


def _sigmoid(score: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def _rounded(bias: float, weights: array[float]) -> Judge:
    """Keep a byte a weight."""
    scale = max(_NOTHING, *map(abs, weights)) / _LARGEST
    return Judge(bias, scale, array("b", [round(weight / scale) for weight in weights]))


def chooser(examples: Sequence[tuple[Sequence[int], str]], buckets: int) -> Chooser:
    """Return a chooser among the names of these examples, by multinomial naive Bayes."""
    names = tuple(sorted({name for _, name in examples}))
    counts = [[_SMOOTHING] * buckets for _ in names]
    at = {name: index for index, name in enumerate(names)}
    for found, name in examples:
        row = counts[at[name]]
        for piece in found:
            row[piece] += 1
    logs = [[math.log(count) - math.log(sum(row)) for count in row] for row in counts]
    # Only differences between names count: without what is common a byte is fine enough.
    common = [sum(column) / len(names) for column in zip(*logs, strict=True)]
    apart = [[value - mean for value, mean in zip(row, common, strict=True)] for row in logs]
    scale = max(max(map(abs, row)) for row in apart) / _LARGEST
    weights = array(
        "b", [round(value / scale) for column in zip(*apart, strict=True) for value in column]
    )
    often = Counter(name for _, name in examples)
    bias = tuple(math.log(often[name] / len(examples)) for name in names)
    return Chooser(names, scale, bias, weights)
