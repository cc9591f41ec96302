"""The option that keeps what conversations came to."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let a changed conversation be read as a diff of its file."""
    parser.addoption("--update", action="store_true", help="keep what conversations came to")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Tell whether conversations are to be written anew."""
    return bool(request.config.getoption("--update", default=False))
