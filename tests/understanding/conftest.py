"""The banks of `content/understanding` as a Book that holds nothing else."""

from __future__ import annotations

import pytest

from bot.understanding import Reader
from tests.understanding.banks import book


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A reader of the banks as they are in the repository."""
    return Reader(book())
