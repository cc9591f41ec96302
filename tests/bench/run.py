"""Runs every bench, one after another, and prints what each measures.

Run: python tests/bench/run.py [names]. Nothing is asserted: figures are for people.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
APART = frozenset({"__init__", "run", "wire", "desk_house"})
"""Parts of a bench, and this file."""


def benches() -> tuple[str, ...]:
    """Return the names of all benches: none can be forgotten."""
    return tuple(sorted({path.stem for path in HERE.glob("*.py")} - APART))


def main(wanted: list[str]) -> int:
    """Run all, or those named; return how many failed."""
    unknown = set(wanted) - set(benches())
    if unknown:
        sys.stderr.write(f"no such bench: {', '.join(sorted(unknown))}\n")
        return 2
    failed = 0
    for name in wanted or benches():
        sys.stdout.write(f"\n== {name}\n")
        sys.stdout.flush()
        done = subprocess.run(
            (sys.executable, HERE / f"{name}.py"), cwd=HERE.parents[1], check=False
        )
        failed += done.returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
