"""The kinds of field that files of content are made of."""

from __future__ import annotations

from datetime import date, time
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema


def listed(value: object) -> object:
    """Let one message stand for a list of one."""
    return [value] if isinstance(value, str) else value


def _dated(value: object) -> object:
    """A full date in YAML arrives as a date, a bare year as a number; both are text here."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, int) else value


def digit(value: object) -> object:
    """Let a digit stand without quotes where that loses nothing."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def days(value: object) -> object:
    """Read `0-4`, `5` or `0,2,4`, where 0 is Monday, as a list of days."""
    if isinstance(value, int):
        return [value]
    if not isinstance(value, str):
        return value
    found: list[int] = []
    for part in value.split(","):
        first, _, last = part.strip().partition("-")
        found.extend(range(int(first), int(last or first) + 1))
    return found


MessageId = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z]+)?$", max_length=80)
]
NodeName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([.-][a-z0-9]+)*$", max_length=60)]
Target = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$", max_length=60)
]
Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$")]
ChoiceName = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$", max_length=40)
]
"""Short: a button carries it together with version and screen in 64 bytes."""
Messages = Annotated[
    tuple[MessageId, ...],
    BeforeValidator(listed, json_schema_input_type=MessageId | list[MessageId]),
]
Dated = Annotated[
    str,
    BeforeValidator(_dated, json_schema_input_type=str | int),
    StringConstraints(pattern=r"^((19|20)\d\d(-\d\d(-\d\d)?)?|undated)$"),
]
Filled = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Version = Annotated[int, Field(ge=1)]


Need = Literal[
    "emergency",
    "police",
    "violence",
    "children",
    "suicide",
    "trafficking",
    "migrants",
    "labour",
    "consulate",
    "shelter",
    "legal",
    "medical",
    "psychological",
]
Words = Annotated[
    str,
    BeforeValidator(digit, json_schema_input_type=str | int),
    StringConstraints(min_length=1),
]
Needs = Annotated[
    tuple[Need, ...], BeforeValidator(listed, json_schema_input_type=Need | list[Need])
]
Digits = Annotated[
    str,
    BeforeValidator(digit, json_schema_input_type=str | int),
    StringConstraints(pattern=r"^[1-9]\d?$"),
]
"""What is typed to choose something."""
Clock = Annotated[time, WithJsonSchema({"type": "string", "pattern": r"^[0-2]\d:[0-5]\d$"})]
"""Written as 09:00; the format "time" of editors would ask for seconds."""
