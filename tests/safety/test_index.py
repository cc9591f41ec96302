"""The index of checks is whole: every id has tests, and every test it names exists."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).parents[2]
INDEX: dict[str, dict[str, Any]] = YAML(typ="safe").load(Path(__file__).parent / "index.yaml")
RANGES = ((1, 10), (12, 12), (17, 34), (36, 37), (40, 48), (51, 56), (61, 62))
"""The ids that concern Telegram, the store, the vault, the web chat and the Desk."""
REQUIRED = [f"S-{number:02}" for first, last in RANGES for number in range(first, last + 1)]


@cache
def functions_of(path: str) -> frozenset[str]:
    """Return the names of the test functions of a file; none when there is no such file."""
    file = ROOT / path
    if not file.is_file():
        return frozenset()
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    body = ast.parse(file.read_text(encoding="utf-8")).body
    return frozenset(one.name for one in body if isinstance(one, kinds))


def exists(node: str) -> bool:
    """Tell whether pytest would find this test."""
    path, _, name = node.partition("::")
    collected = Path(path).name.startswith("test_") and name.startswith("test_")
    return collected and name in functions_of(path)


def test_every_id_is_there_once_and_in_order() -> None:
    """None is forgotten, none is invented."""
    assert list(INDEX) == REQUIRED


@pytest.mark.parametrize("name", REQUIRED)
def test_every_test_that_is_named_exists(name: str) -> None:
    """A test that is renamed or taken away leaves no check without proof."""
    entry = INDEX[name]
    assert set(entry) <= {"about", "tests", "limit"}
    assert entry["about"]
    assert entry["tests"]
    assert [node for node in entry["tests"] if not exists(node)] == []


def test_a_missing_test_would_be_seen() -> None:
    """The control: another file, another name, or a function that is no test."""
    assert exists("tests/safety/test_index.py::test_a_missing_test_would_be_seen")
    assert not exists("tests/safety/test_index.py::test_that_is_not_there")
    assert not exists("tests/safety/test_nothing.py::test_a_missing_test_would_be_seen")
    assert not exists("tests/safety/test_index.py::exists")
