"""What stands in memory has no way to the disk where the shipped units run it (S-31)."""

from __future__ import annotations

from configparser import RawConfigParser
from pathlib import Path

import pytest

UNITS = sorted((Path(__file__).parents[2] / "docker" / "systemd").glob("*.service"))


def test_there_are_units() -> None:
    """The control: an empty list would prove nothing."""
    assert UNITS


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_a_unit_leaves_no_core_file_and_no_swap(unit: Path) -> None:
    """Neither a crash nor a full memory writes a visitor's words to the disk."""
    read = RawConfigParser(strict=False)
    read.read_string(unit.read_text(encoding="utf-8"))
    assert read["Service"]["LimitCORE"] == "0"
    assert read["Service"]["MemorySwapMax"] == "0"
