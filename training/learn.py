"""`make train`: learn the weights of the reader anew from the sentences, with scikit-learn.

Every question is a logistic regression over hashed evidence in which rare pieces weigh more
(inverse document frequency). The same sentences and versions give the same weights.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from bot.bootstrap import CONTENT, LOCALES
from bot.content.load import load
from bot.dialogue.reading import Sign
from bot.understanding import weights
from bot.understanding.evidence import BUCKETS, spelled
from bot.understanding.sayings import Sayings
from bot.understanding.weights import Scores, Weights
from training import sentences as lists
from training.sentences import Sentence

OFFER_BUCKETS = 1 << 17
KIND_BUCKETS = 1 << 15
TOPIC_BUCKETS = 1 << 14
_LARGEST = 127
_KEPT = 0.999
"""Of the weights so many are kept as they are."""
_COMMON = 6.0
"""What makes the worth of a piece about 1: it stands in one of 150 sentences."""
_LOOSE, _FIRM = 100.0, 20.0
"""How closely weights may follow the sentences: where there are many, where there are few."""
_ROUNDS = 300
_WORRY = 0.05
"""What a worry counts when danger is learned: to hear too much in it does little harm."""


Lesson = Callable[[Sentence], tuple[bool, float]]
"""Whether a sentence is a yes, and how much it counts; 0 leaves it out."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence of all sentences as a table: a row each, scaled as `Scores` will be."""

    table: sparse.csr_array
    worth: np.ndarray[Any, np.dtype[np.float64]]


def table(found: Sequence[Sequence[int]], buckets: int) -> Evidence:
    """Return the table of evidence; a row is as long however many pieces it has."""
    ends = np.cumsum([0, *map(len, found)], dtype=np.int32)
    pieces = np.fromiter(chain.from_iterable(found), dtype=np.int32) & (buckets - 1)
    shares = np.repeat([1 / math.sqrt(max(1, len(row))) for row in found], np.diff(ends))
    plain = sparse.csr_array((shares, pieces, ends), shape=(len(found), buckets))
    plain.sum_duplicates()
    seen = np.bincount(plain.indices, minlength=buckets)
    worth = ((np.log((1 + len(found)) / (1 + seen)) + 1) / _COMMON) ** 2
    return Evidence(plain.multiply(worth).tocsr(), worth)


def scores(
    known: Sequence[Sentence],
    shown: Evidence,
    lessons: Mapping[str, Lesson],
    *,
    firm: float,
    balanced: bool,
) -> Scores:
    """Return what these lessons teach, a name each."""
    columns, biases = [], []
    for lesson in lessons.values():
        told = [lesson(one) for one in known]
        yes = np.array([each for each, _ in told])
        counts = np.array([count for _, count in told])
        weight, bias = _regression(shown, yes, counts, firm=firm, balanced=balanced)
        columns.append(weight)
        biases.append(bias)
    return _rounded(tuple(lessons), biases, columns)


def _regression(
    shown: Evidence,
    yes: np.ndarray[Any, Any],
    counts: np.ndarray[Any, Any],
    *,
    firm: float,
    balanced: bool,
) -> tuple[np.ndarray[Any, Any], float]:
    rows = np.flatnonzero(counts)
    model = LogisticRegression(
        C=firm,
        solver="liblinear",
        max_iter=_ROUNDS,
        class_weight="balanced" if balanced else None,
        random_state=0,
    )
    model.fit(shown.table[rows], yes[rows], sample_weight=counts[rows])
    return model.coef_[0] * shown.worth, float(model.intercept_[0])


def _rounded(
    names: tuple[str, ...], biases: Sequence[float], columns: Sequence[np.ndarray[Any, Any]]
) -> Scores:
    """Keep a byte a weight: the few largest are cut, so that the many small ones stay fine."""
    scales = [_largest(column) / _LARGEST for column in columns]
    every = [np.round(column / scale) for column, scale in zip(columns, scales, strict=True)]
    rows = np.stack(every, axis=1).clip(-_LARGEST, _LARGEST)
    return Scores.laid_out(names, biases, scales, rows.astype(np.int8).tobytes())


def _largest(column: np.ndarray[Any, Any]) -> float:
    known = np.abs(column[column != 0])
    return float(np.quantile(known, _KEPT)) if known.size else 1.0


def _danger(one: Sentence) -> tuple[bool, float]:
    counts = {lists.CONCERN: _WORRY, lists.LANGUAGE: 0.0}
    return one.kind == lists.DANGER, counts.get(one.kind, 1.0)


def _concern(one: Sentence) -> tuple[bool, float]:
    counts = {lists.QUIET: 0.0, lists.LANGUAGE: 0.0}
    return one.kind in lists.TROUBLES, counts.get(one.kind, 1.0)


def _advert(one: Sentence) -> tuple[bool, float]:
    return one.kind in lists.ADVERTS, float(one.kind != lists.LANGUAGE)


def _offer(one: Sentence) -> tuple[bool, float]:
    """Of adverts only: is it false at all."""
    return one.kind != lists.ORDINARY, float(one.kind in lists.ADVERTS)


def _grave(one: Sentence) -> tuple[bool, float]:
    return one.kind == lists.HIGH, float(one.kind in lists.ADVERTS)


LEVELS: dict[str, Lesson] = {"danger": _danger, "concern": _concern}
OFFERS: dict[str, Lesson] = {"advert": _advert, "offer": _offer, "grave": _grave}


def labels(names: Iterable[str], among: frozenset[str]) -> dict[str, Lesson]:
    """Return a lesson for each label, taught by the sentences of these lists."""

    def lesson(name: str) -> Lesson:
        return lambda one: (name in one.labels, float(one.kind in among))

    return {name: lesson(name) for name in sorted(names)}


def _languages(names: Iterable[str]) -> dict[str, Lesson]:
    def lesson(name: str) -> Lesson:
        return lambda one: (one.language == name, 1.0)

    return {name: lesson(name) for name in sorted(names)}


def learn(known: Sequence[Sentence], made_from: str, sayings: Sayings) -> Weights:
    """Return the weights that these sentences teach."""
    heard = [sayings.of(one.text) for one in known]
    found = [each.evidence() for each in heard]
    kinds = table(found, KIND_BUCKETS)

    def many(lessons: Mapping[str, Lesson], buckets: int) -> Scores:
        shown = table(found, buckets)
        return scores(known, shown, lessons, firm=_LOOSE, balanced=False)

    def few(lessons: Mapping[str, Lesson], shown: Evidence) -> Scores:
        return scores(known, shown, lessons, firm=_FIRM, balanced=True)

    flags = {flag for one in known if one.kind in lists.ADVERTS for flag in one.labels}
    topics = {topic for one in known if one.kind == lists.TOPIC for topic in one.labels}
    asked = frozenset({lists.TOPIC, lists.INNOCENT})
    letters = table([spelled(each.utterance) for each in heard], KIND_BUCKETS)
    return Weights(
        made_from=made_from,
        levels=many(LEVELS, BUCKETS),
        offers=many(OFFERS, OFFER_BUCKETS),
        signs=few(labels(Sign, lists.TROUBLES), kinds),
        flags=few(labels(flags, lists.ADVERTS), kinds),
        topics=few(labels(topics, asked), table(found, TOPIC_BUCKETS)),
        languages=few(_languages({one.language for one in known}), letters),
    )


def main(folder: Path = lists.FOLDER, target: Path = weights.FOLDER) -> None:
    """Learn and write."""
    known = list(lists.sentences(folder))
    sayings = Sayings(load(CONTENT, LOCALES, None))
    learn(known, lists.digest(folder), sayings).write(target)
    sys.stdout.write(f"{len(known)} sentences\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
