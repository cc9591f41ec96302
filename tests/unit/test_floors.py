"""The wall around the core: the standard library only, and of that nothing that can surprise."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SURPRISING = frozenset(
    """asyncio concurrent contextvars ctypes getpass glob http importlib io locale logging
    multiprocessing os pathlib pickle platform queue random secrets select selectors shutil signal
    socket sqlite3 ssl subprocess sys tempfile threading time urllib uuid warnings""".split()
)
"""Standard modules with a clock, chance, files, network, processes or a log behind them."""

READS_A_CLOCK = frozenset({"now", "utcnow", "today", "fromtimestamp"})
REACHES_OUT = frozenset({"open", "print", "input", "eval", "exec", "compile", "__import__", "id"})


def faults(source: str) -> Iterator[str]:
    """Yield what a file of the core may not do."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if not _allowed(alias.name))
        if isinstance(node, ast.ImportFrom):
            name = node.module or ""
            if node.level or not _allowed(name):
                yield f"from {'.' * node.level}{name}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield from {f"{node.func.id}()"} if node.func.id in REACHES_OUT else ()
        if isinstance(node, ast.Attribute) and node.attr in READS_A_CLOCK and _of_a_class(node):
            yield f".{node.attr}"
        if isinstance(node, ast.AsyncFunctionDef | ast.Await | ast.Global):
            yield type(node).__name__


def _allowed(module: str) -> bool:
    top = module.split(".", 1)[0]
    if top == "bot":
        return module.startswith("bot.dialogue")
    return top in sys.stdlib_module_names and top not in SURPRISING


def _of_a_class(node: ast.Attribute) -> bool:
    """Return whether this is `datetime.now` and not `moment.now`, the time that was handed in."""
    owner = node.value
    name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
    return name in {"datetime", "date"}


def test_the_core_uses_the_standard_library_only_and_nothing_that_can_surprise(root: Path) -> None:
    """Same arguments, same turn: no clock, chance, file, network or log inside the core."""
    files = sorted((root / "bot/dialogue").rglob("*.py"))

    found = {path.name: list(faults(path.read_text(encoding="utf-8"))) for path in files}

    assert files
    assert {name: list_ for name, list_ in found.items() if list_} == {}


@pytest.mark.parametrize(
    "source",
    [
        "import time",
        "import random, re",
        "from os import path",
        "from pathlib import Path",
        "import msgspec",
        "from bot.log import logger",
        "from bot.service import ports",
        "from . import values",
        "def f():\n    import uuid",
        "from datetime import datetime\nx = datetime.now()",
        "import datetime\nx = datetime.datetime.now()",
        "print('x')",
        "async def f() -> None: ...",
    ],
)
def test_the_wall_sees_each_way_around_it(source: str) -> None:
    """A checker that finds nothing proves nothing."""
    assert list(faults(source))


def test_the_wall_lets_pure_code_through() -> None:
    """What the core really uses is allowed."""
    source = """
from __future__ import annotations
import hashlib, re, unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta
from bot.dialogue.values import Moment
def due(moment: Moment) -> datetime:
    return moment.now + timedelta(minutes=10)
"""

    assert list(faults(source)) == []
