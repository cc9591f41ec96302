from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot import bootstrap
from bot.content import editors
from bot.content.schema import KINDS, SINGLE
from bot.entry.cli import main

KINDS_OF_VALUE: Mapping[str, tuple[type, ...]] = {
    "string": (str, date),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}


def faults(schema: Any, value: Any, whole: Any, path: str = "") -> Iterator[str]:
    """Yield where a value breaks a schema: the part of the language that our schemas use."""
    if schema is True:
        return
    if "$ref" in schema:
        yield from faults(whole["$defs"][schema["$ref"].rpartition("/")[2]], value, whole, path)
        return
    if "anyOf" in schema:
        found = [list(faults(one, value, whole, path)) for one in schema["anyOf"]]
        yield from [] if [] in found else [f"{path}: fits nothing"]
        return
    kind = schema.get("type")
    if kind and not isinstance(value, KINDS_OF_VALUE[kind]):
        yield f"{path}: no {kind}"
        return
    if "enum" in schema and value not in schema["enum"]:
        yield f"{path}: {value} is none of {schema['enum']}"
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        yield f"{path}: {value} has not the form"
    if isinstance(value, dict):
        yield from _of_object(schema, value, whole, path)
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from faults(schema.get("items", True), item, whole, f"{path}[{index}]")


def _of_object(schema: Any, value: Any, whole: Any, path: str) -> Iterator[str]:
    yield from (f"{path}: no {name}" for name in schema.get("required", ()) if name not in value)
    for name, item in value.items():
        known = schema.get("properties", {}).get(name)
        forms = schema.get("patternProperties", {}).items()
        formed = next((one for form, one in forms if re.search(form, str(name))), None)
        rule = known or formed or schema.get("additionalProperties", True)
        if rule is False:
            yield f"{path}: unknown {name}"
            continue
        yield from faults(rule, item, whole, f"{path}.{name}")


def files(kind: str) -> list[Path]:
    if kind in SINGLE:
        return [bootstrap.CONTENT / f"{kind}.yaml"]
    return sorted((bootstrap.CONTENT / kind).rglob("*.yaml"))


def test_the_schemas_in_the_repository_are_those_of_the_models() -> None:
    """Whoever changes a model runs `safar schema`."""
    assert editors.stale(bootstrap.CONTENT) == ()


@pytest.mark.parametrize("kind", KINDS)
def test_all_content_fits_its_schema(kind: str) -> None:
    """An editor must not mark what `safar check` accepts."""
    schema = json.loads(editors.schemas()[f"{kind}.json"])
    found = files(kind)
    assert found
    for file in found:
        tree = YAML(typ="safe").load(file.read_text("utf-8"))
        assert list(faults(schema, tree, schema)) == [], file.name


@pytest.mark.parametrize(
    ("kind", "tree"),
    [
        ("cards", {"cards": {"x": {"source": "a", "source_date": "2026"}}}),
        ("cards", {"cards": {}, "card": {}}),
        ("services", {"services": {"x": {"needs": ["money"]}}}),
        ("flows", {"version": 2, "nodes": {"x": {"say": 5}}}),
        ("words", {"yes": {"en": "yes"}}),
    ],
)
def test_a_mistake_is_marked(kind: str, tree: Any) -> None:
    """A missing field, an unknown one, a value nobody knows."""
    schema = json.loads(editors.schemas()[f"{kind}.json"])
    assert list(faults(schema, tree, schema))


def test_the_command_writes_them_and_tells_when_they_are_old(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 1 is for scripts."""
    told = ["schema", "--content", str(tmp_path)]
    for extra, code in (["--check"], 1), ([], 0), (["--check"], 0):
        with pytest.raises(SystemExit) as left:
            main([*told, *extra])
        assert left.value.code == code
    assert "cards.json is not up to date" in capsys.readouterr().out
