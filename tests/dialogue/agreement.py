"""Print how the questions agree with cases told in public: `python -m tests.dialogue.agreement`.

Each case was read twice by us: as signs of the whole list, and as answers to the questions.
The figures say how much the fourteen questions, and the short door of them, lose against the
list, not how well either finds people (docs/assessment.md).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from bot.content.load import load
from bot.dialogue import assessment
from bot.dialogue.book import Assessment, Book
from bot.dialogue.values import AssessmentId, ItemId

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parent / "vignettes" / "cases.yaml"
SITUATION = AssessmentId("my-situation")
BANDS = ("low", "some", "many")


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it was read: its signs, what follows from them, and its answers."""

    id: str
    source: str
    signs: tuple[str, ...]
    present: frozenset[str]
    band: str
    answers: Mapping[ItemId, str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the answers of a case come to."""

    case: Case
    present: frozenset[str]
    band: str
    danger: bool

    @property
    def off(self) -> int:
        """How many bands higher than the reading of the whole list; below it is negative."""
        return BANDS.index(self.band) - BANDS.index(self.case.band)


@cache
def book() -> Book:
    """Return the content of the repository."""
    return load(ROOT / "content", ROOT / "locales")


def situation() -> Assessment:
    """Return the only assessment that is scored."""
    return book().assessments[SITUATION]


def cases() -> tuple[Case, ...]:
    """Return the cases of the file, in its order."""
    data = YAML(typ="safe", pure=True).load(CASES.read_text("utf-8"))
    return tuple(_case(name, entry) for name, entry in data["cases"].items())


def _case(name: str, entry: dict[str, Any]) -> Case:
    given = [(word, item) for word in ("yes", "no") for item in entry.get(word, ())]
    return Case(
        id=name,
        source=entry["source"],
        signs=tuple(entry["signs"]),
        present=frozenset(entry["present"]),
        band=entry["band"],
        answers={ItemId(item): word for word, item in given},
    )


def scored(signs: Iterable[str]) -> frozenset[str]:
    """Return the dimensions that these signs make present."""
    found = assessment.score(book().indicators, signs).dimensions
    return frozenset(name for name, there in found.items() if there)


def answered(case: Case) -> Outcome:
    """Return what *my situation now* makes of the answers of a case."""
    return _answered(case, case.answers)


def answered_early(case: Case) -> Outcome:
    """Return what it makes of them when the visitor finishes after the short door."""
    short = situation().short
    return _answered(case, {item: word for item, word in case.answers.items() if item in short})


def _answered(case: Case, answers: Mapping[ItemId, str]) -> Outcome:
    present = scored(assessment.found_in(situation(), answers))
    reached = assessment.band(situation(), dict.fromkeys(present, True))
    counting = assessment.counting(situation(), answers)
    return Outcome(case, present, reached.id if reached else "", any(i.danger for i in counting))


def share(outcomes: Sequence[Outcome]) -> float:
    """Return how many of the cases come to the same band."""
    return sum(outcome.off == 0 for outcome in outcomes) / len(outcomes)


def kappa(outcomes: Sequence[Outcome]) -> float:
    """Return Cohen's kappa with linear weights over the three bands."""
    read = [BANDS.index(outcome.case.band) for outcome in outcomes]
    told = [BANDS.index(outcome.band) for outcome in outcomes]
    seen = sum(abs(one - other) for one, other in zip(read, told, strict=True))
    chance = sum(abs(one - other) for one in read for other in told) / len(outcomes)
    return 1 - seen / chance if chance else 1.0


def missed(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """Return the cases that come out low without belonging there, and are shown no help."""
    low = (outcome for outcome in outcomes if outcome.band == BANDS[0] and outcome.off)
    return tuple(outcome for outcome in low if not outcome.danger)


def lines(outcomes: Sequence[Outcome]) -> list[str]:
    """Return the figures, then the cases that come out otherwise."""
    same = sum(outcome.off == 0 for outcome in outcomes)
    below = [outcome for outcome in outcomes if outcome.off < 0]
    above = [outcome for outcome in outcomes if outcome.off > 0]
    figures = [
        f"cases {len(outcomes)}",
        f"same band {same}/{len(outcomes)} {share(outcomes):.2f}",
        f"kappa (linear weights) {kappa(outcomes):.2f}",
        f"lower than the list {len(below)}, higher {len(above)}",
        f"shown help at a question {sum(outcome.danger for outcome in outcomes)}",
        f"low, not there by the list, and shown no help {len(missed(outcomes))}",
        *(_dimension(name, outcomes) for name in assessment.DIMENSIONS),
    ]
    return figures + [
        f"{outcome.case.id}: list {outcome.case.band}, questions {outcome.band}"
        for outcome in (*below, *above)
    ]


def _dimension(name: str, outcomes: Sequence[Outcome]) -> str:
    read = [outcome for outcome in outcomes if name in outcome.case.present]
    found = sum(name in outcome.present for outcome in read)
    extra = sum(name in outcome.present - outcome.case.present for outcome in outcomes)
    return f"{name} found {found} of {len(read)}, besides {extra}"


def main() -> None:
    """Print the figures, of all questions and of the short door."""
    for title, answer in (("all questions", answered), ("short door", answered_early)):
        outcomes = tuple(answer(case) for case in cases())
        sys.stdout.writelines(f"{line}\n" for line in (f"# {title}", *lines(outcomes), ""))


if __name__ == "__main__":
    main()
