"""The directory as a chore: which numbers to ring, and what came of a call.

A call is written into the file of the row, comments and order untouched.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.representer import RoundTripRepresenter

from bot.dialogue.services import Service

FRESH = timedelta(days=90)
"""A number rung longer ago than this is to be rung again (safety.md 9)."""
EMERGENCY = "emergency"
WIDTH = 4096
"""Wider than any line, so that nothing is wrapped anew."""


class Result(StrEnum):
    """What came of a call."""

    ANSWERED = "answered"
    NO_ANSWER = "no_answer"
    WRONG = "wrong"
    CLOSED = "closed"


HELD = frozenset({Result.WRONG, Result.CLOSED})
"""A row with such a result is shown to nobody any more."""


class UnknownServiceError(ValueError):
    """No file of the directory has a row with this id."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call: when it was made, what came of it, and a remark for colleagues."""

    day: date
    result: Result
    note: str = ""


def stale(services: Iterable[Service], today: date) -> tuple[Service, ...]:
    """Return what to ring: never rung or too long ago; emergency numbers first, oldest first."""
    due = (row for row in services if row.rung is None or today - row.rung > FRESH)
    return tuple(
        sorted(due, key=lambda row: (EMERGENCY not in row.needs, row.rung or date.min, row.id))
    )


def record(content: Path, service: str, call: Call) -> Path:
    """Write a call into the row `service` and return the file that holds it.

    Raises `UnknownServiceError` when no file has the row, OSError when it cannot be written.
    """
    yaml = _yaml()
    for file in sorted((content / "services").rglob("*.yaml")):
        tree = yaml.load(file.read_text("utf-8"))
        rows = tree.get("services", {}) if isinstance(tree, CommentedMap) else {}
        if service in rows:
            _enter(rows[service], call)
            words = StringIO()
            yaml.dump(tree, words)
            _replace(file, words.getvalue())
            return file
    raise UnknownServiceError(f"no service {service!r} stands in {content.name}/services")


def _enter(row: CommentedMap, call: Call) -> None:
    """Set the fields of a call; the comment above the next row stays below this one."""
    below = row.ca.items.pop(next(reversed(row)), None)
    if call.result is Result.ANSWERED:
        row["rung"] = call.day
    if call.result in HELD:
        row["publish"] = "hold"
    row["tried"] = call.day.replace()  # another object, or YAML would write a reference
    row["result"] = call.result.value
    row.pop("note", None)
    if call.note.strip():
        row["note"] = call.note.strip()
    if below is not None:
        row.ca.items[next(reversed(row))] = below


class _Plain(RoundTripRepresenter):
    """Writes null as the files have it; ruamel would leave the field empty."""


def _null(representer: Any, _: None) -> Any:
    return representer.represent_scalar("tag:yaml.org,2002:null", "null")


_Plain.add_representer(type(None), _null)


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.Representer = _Plain
    yaml.preserve_quotes = True
    yaml.width = WIDTH
    return yaml


def _replace(file: Path, words: str) -> None:
    """Write beside it first: a broken write must not cost the directory a file."""
    draft = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    draft.write_text(words, "utf-8")
    os.replace(draft, file)  # noqa: PTH105 -- as in bot.content.signatures
