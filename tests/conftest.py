"""What every folder of tests shares."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `make faults` repeat each fault many times."""
    parser.addoption("--rounds", type=int, default=1, help="how often each fault is repeated")


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> int:
    """Return how often a fault is to be repeated."""
    return int(request.config.getoption("--rounds"))


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the top of the repository."""
    return ROOT
