"""`safar assess`: score answers, or a list of indicators, without a conversation."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

import click

from bot.dialogue.assessment import Score, band, counting, find, found_in, score
from bot.dialogue.book import Assessment, AssessmentKind, Book
from bot.dialogue.values import ItemId
from bot.entry.cli import options

INDICATORS = "indicators"


@click.command("assess")
@click.option("--tool", required=True, help="An assessment, or `indicators`.")
def command(tool: str) -> None:
    """Read {"answers": {...}} or {"indicators": [...]} and print what it comes to."""
    book = options.library().book
    given = _read()
    result = _indicators(book, given) if tool == INDICATORS else _answers(book, tool, given)
    click.echo(json.dumps(result, ensure_ascii=False))


def _read() -> Mapping[str, Any]:
    try:
        given = json.loads(sys.stdin.buffer.read())
    except ValueError:
        raise click.UsageError('standard input is no JSON; write {"answers": {...}}') from None
    if not isinstance(given, dict):
        raise click.UsageError('standard input must be an object; write {"answers": {...}}')
    return given


def _indicators(book: Book, given: Mapping[str, Any]) -> dict[str, Any]:
    listed = given.get("indicators")
    if not isinstance(listed, list):
        raise click.UsageError('write {"indicators": ["D1.01", ...]}')
    unknown = [str(name) for name in listed if name not in book.indicators]
    if unknown:
        raise click.UsageError(f"no indicator {', '.join(unknown)} in the adult labour list")
    return _result(score(book.indicators, listed), None)


def _answers(book: Book, tool: str, given: Mapping[str, Any]) -> dict[str, Any]:
    assessment = find(book, tool)
    if assessment is None:
        names = ", ".join([INDICATORS, *book.assessments])
        raise click.UsageError(f"no tool {tool!r}; there are {names}")
    answers = _checked(assessment, given.get("answers"))
    scored = score(book.indicators, found_in(assessment, answers))
    if assessment.kind is not AssessmentKind.INDICATORS:
        return _flagged(assessment, answers)
    reached = band(assessment, scored.dimensions)
    return _result(scored, reached.id if reached else None)


def _checked(assessment: Assessment, answers: Any) -> dict[ItemId, str]:
    if not isinstance(answers, dict):
        raise click.UsageError('write {"answers": {"ITEM": "yes|no|skip"}}')
    items = {item.id for item in assessment.items}
    unknown = [name for name in answers if name not in items]
    if unknown:
        raise click.UsageError(
            f"no item {', '.join(unknown)}; there are {', '.join(sorted(items))}"
        )
    wrong = [f"{n}: {v}" for n, v in answers.items() if v not in ("yes", "no", "skip")]
    if wrong:
        raise click.UsageError(f"answers are yes, no or skip, not {', '.join(wrong)}")
    return {ItemId(name): value for name, value in answers.items()}


def _result(scored: Score, reached: str | None) -> dict[str, Any]:
    return {
        "dimensions": dict(scored.dimensions),
        "band": reached,
        "outcome": scored.outcome,
        "reasons": list(scored.reasons),
    }


def _flagged(assessment: Assessment, answers: Mapping[ItemId, str]) -> dict[str, Any]:
    """No score and no band: what counts is which checks and rights the answers open."""
    items = counting(assessment, answers)
    flags = [flag for item in items for flag in (item.flags or (item.id,))]
    return {"dimensions": {}, "band": None, "outcome": None, "reasons": flags}
