"""Run the parts of `make test` one after the other and say how many minutes each took.

Stops at the first part that fails. The last line is always "N passed, N failed".
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
REPORTS = ROOT / "var" / "tests"

FIRST = ("unit", "dialogue", "content", "l10n", "understanding", "service", "store")
"""Quick and telling parts go first; every other folder of tests follows by name."""
TOGETHER = {"dialogue": ("dialogue", "conversations")}
"""The core is covered by its unit tests and its golden conversations in one run."""
APART = frozenset({"bench", "payloads", "conversations"})
"""Folders without a part of their own."""

Command = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One step: its commands in order, and where pytest leaves its figures, if it is one."""

    name: str
    commands: tuple[Command, ...]
    report: Path | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one part came to."""

    name: str
    minutes: float
    passed: int
    failed: int


def tool(name: str, *arguments: str) -> Command:
    """Return the command line of a tool of our own environment."""
    return (str(BIN / name), *arguments)


def checks() -> tuple[Part, ...]:
    """Return the parts that run no test."""
    return (
        Part("lint", (tool("ruff", "check", "."), tool("ruff", "format", "--check", "."))),
        Part("types", (tool("mypy"),)),
        Part("floors", (tool("lint-imports", "--no-cache"),)),
    )


def folders() -> tuple[str, ...]:
    """Return the folders of tests in the order they run: none can be forgotten."""
    found = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    names = {path.relative_to(ROOT / "tests").parts[0] for path in found} - APART
    return tuple(sorted(names, key=lambda name: (_place(name), name)))


def _place(name: str) -> int:
    return FIRST.index(name) if name in FIRST else len(FIRST)


def suite(name: str) -> Part:
    """Return the part of one folder of tests; the core's also demands full coverage."""
    report = REPORTS / f"{name}.xml"
    paths = [f"tests/{folder}" for folder in TOGETHER.get(name, (name,))]
    paths = [path for path in paths if (ROOT / path).is_dir()]
    pytest = ("-m", "pytest", "-q", f"--junitxml={report}", *paths)
    if name != "dialogue":
        return Part(name, (tool("python", *pytest),), report)
    measured = tool("python", "-m", "coverage", "run", *pytest)
    figures = tool("python", "-m", "coverage", "report", "--skip-covered", "--fail-under=100")
    return Part(name, (measured, figures), report)


def run(part: Part) -> Outcome:
    """Run one part to its end or its first failing command."""
    if part.report:
        part.report.parent.mkdir(parents=True, exist_ok=True)
        part.report.unlink(missing_ok=True)
    print(f"== {part.name}", flush=True)
    start = time.monotonic()
    good = all(_succeeds(command) for command in part.commands)
    passed, failed = _figures(part.report)
    return Outcome(part.name, (time.monotonic() - start) / 60, passed, failed or int(not good))


def _succeeds(command: Command) -> bool:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(  # noqa: S603 - our own table of commands
        command, cwd=ROOT, stdin=subprocess.DEVNULL, env=environment, check=False
    )
    return done.returncode == 0


def _figures(report: Path | None) -> tuple[int, int]:
    if report is None or not report.exists():
        return 0, 0
    total = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
    for node in ET.parse(report).iter("testsuite"):  # noqa: S314 - written by pytest just now
        total = {key: value + int(node.get(key, 0)) for key, value in total.items()}
    failed = total["failures"] + total["errors"]
    return total["tests"] - failed - total["skipped"], failed


def main(wanted: list[str]) -> int:
    """Run all parts, or those named; return the exit code."""
    parts = (*checks(), *(suite(name) for name in folders()))
    unknown = set(wanted) - {part.name for part in parts}
    if unknown:
        print(f"no such part: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    outcomes: list[Outcome] = []
    for part in parts:
        if wanted and part.name not in wanted:
            continue
        outcomes.append(run(part))
        if outcomes[-1].failed:
            break
    return _close(outcomes)


def _close(outcomes: list[Outcome]) -> int:
    print("\nminutes")
    for outcome in outcomes:
        mark = "  failed" if outcome.failed else ""
        print(f"{outcome.minutes:7.2f}  {outcome.name}{mark}")
    passed = sum(outcome.passed for outcome in outcomes)
    failed = sum(outcome.failed for outcome in outcomes)
    print(f"{sum(outcome.minutes for outcome in outcomes):7.2f}  in all\n")
    print(f"{passed} passed, {failed} failed")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
