"""A conversation as data: who says and does what, and what came of it when it was last read."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import LiteralScalarString

HERE = Path(__file__).parent
DATA = HERE / "data"
AT = "2026-11-23T10:00"
"""A Monday at 16:00 of the hot line's clock, unless a conversation says otherwise."""
WIDTH = 10_000
"""Sentences are never folded: a changed word must be one changed line."""


@dataclass(frozen=True)
class Script:
    """One file: the head says who and when, each step what happens and what came of it."""

    name: str
    about: str
    rules: tuple[str, ...]
    channel: str
    locale: str | None
    desk: str
    at: str
    seed: str
    wishes: tuple[str, ...]
    wait: int | None
    steps: tuple[Mapping[str, Any], ...] = field(repr=False)

    @property
    def moment(self) -> datetime:
        """When it begins, aware and UTC."""
        return datetime.fromisoformat(self.at).replace(tzinfo=UTC)


def act(step: Mapping[str, Any]) -> tuple[str, Any]:
    """Return what a step does, and with what."""
    return next((name, value) for name, value in step.items() if name != "then")


@cache
def names() -> tuple[str, ...]:
    """Return the name of every conversation."""
    return tuple(sorted(file.stem for file in DATA.glob("*.yaml")))


@cache
def read(name: str) -> Script:
    """Read one conversation."""
    tree = YAML(typ="safe", pure=True).load((DATA / f"{name}.yaml").read_text("utf-8"))
    return Script(
        name,
        tree["about"],
        tuple(tree["rules"]),
        tree["channel"],
        tree["locale"],
        tree.get("desk", "open"),
        tree.get("at", AT),
        tree.get("seed", "00"),
        tuple(tree.get("wishes", ())),
        tree.get("wait"),
        tuple(tree["steps"]),
    )


def rules() -> Mapping[str, str]:
    """Return the rules of safety that the core can show, by number."""
    loaded: dict[str, str] = YAML(typ="safe", pure=True).load((HERE / "rules.yaml").read_text())
    return loaded


def written(script: Script, outcomes: Sequence[Mapping[str, Any]]) -> str:
    """Return the text of the file with these outcomes."""
    head: dict[str, Any] = {
        "about": script.about,
        "rules": list(script.rules),
        "channel": script.channel,
        "locale": script.locale,
        "desk": script.desk,
        "at": script.at,
        "seed": script.seed,
    }
    if script.wishes:
        head["wishes"] = list(script.wishes)
    if script.wait is not None:
        head["wait"] = script.wait
    steps = [
        {**dict([act(step)]), "then": then}
        for step, then in zip(script.steps, outcomes, strict=True)
    ]
    return _text({**head, "steps": _blocks(steps)})


def write(name: str, text: str) -> None:
    """Keep what came of a conversation."""
    (DATA / f"{name}.yaml").write_text(text, "utf-8")


def _text(tree: Mapping[str, Any]) -> str:
    yaml = YAML()
    yaml.width = WIDTH
    yaml.default_flow_style = False
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.add_representer(
        type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "null")
    )
    out = io.StringIO()
    yaml.dump(dict(tree), out)
    return out.getvalue()


def _blocks(value: Any) -> Any:
    """Lines that end in a line end stand one under the other."""
    match value:
        case str() if "\n" in value:
            return LiteralScalarString(value)
        case dict():
            return {key: _blocks(inner) for key, inner in value.items()}
        case list():
            return [_blocks(inner) for inner in value]
        case _:
            return value
