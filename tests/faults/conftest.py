"""One installation and one platform for each test of faults."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.service.killpoint import VARIABLE
from tests.faults.lab import Lab
from tests.faults.platform import Platform


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each fault as often as `--rounds` says; the kill loop runs longer instead."""
    rounds = int(metafunc.config.getoption("--rounds"))
    names = metafunc.fixturenames
    if rounds > 1 and "site" in names and "rounds" not in names:
        names.append("again")
        metafunc.parametrize("again", range(rounds))


@contextmanager
def born(folder: Path, root: Path, environment: Mapping[str, str]) -> Iterator[Path]:
    """Give the socket of what brings forth processes; they end with it."""
    path = folder / "door"
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.nursery", str(path)],
        cwd=root,
        env={**environment, VARIABLE: "nowhere:1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert process.stdout.readline() == b"ready\n"
        yield path
        process.stdin.close()


@pytest.fixture(scope="session")
def nursery(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Iterator[Path]:
    """Return the socket of a nursery whose clock goes right."""
    with born(tmp_path_factory.mktemp("nursery"), root, os.environ) as door:
        yield door


@pytest.fixture
async def site(tmp_path: Path, nursery: Path) -> AsyncIterator[Lab]:
    """Return a fresh installation behind a platform that outlives it."""
    async with Platform() as platform:
        lab = Lab(tmp_path, platform, nursery)
        yield lab
        await lab.end()
