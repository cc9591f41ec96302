from __future__ import annotations

import random
import subprocess
from pathlib import Path

import pytest

from tests.faults.powercut_lab import HERE, Lab, cut
from tests.faults.powercut_worker import VISITORS

KILL_POINTS = [
    f"{place}:{count}"
    for place in (
        "before-accept-commit",
        "after-accept-commit",
        "before-turn-commit",
        "after-turn-commit",
        "before-settle",
        "after-settle",
        "in-claim",
        "in-close",
    )
    for count in (1, 4)
]


@pytest.fixture
def lab(tmp_path: Path) -> Lab:
    """Return a fresh installation."""
    return Lab(tmp_path)


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile the library that notes every sync."""
    target = tmp_path_factory.mktemp("shim") / "powercut.so"
    source = HERE / "powercut.c"
    subprocess.run(["cc", "-shared", "-fPIC", "-o", target, source, "-ldl"], check=True)
    return target


@pytest.mark.parametrize("place", KILL_POINTS)
def test_a_kill_at_any_point_loses_and_doubles_nothing(lab: Lab, place: str) -> None:
    """F-01 to F-07, F-09: the next process finishes what this one began."""
    lab.killed_at(place)
    assert lab.acknowledged <= lab.kept()
    assert lab.run() == 0
    lab.check()


def test_a_kill_during_the_purge_is_finished_at_the_next_one(lab: Lab) -> None:
    """F-10, S-29: nothing is half destroyed."""
    lab.killed_at("in-purge:3", "close")
    assert lab.rows("conversations") == VISITORS
    assert lab.run("close") == 0
    for table in ("conversations", "addresses", "messages", "inbox", "outbox", "places"):
        assert lab.rows(table) == 0


def test_kills_at_random_moments_under_load(lab: Lab, rounds: int) -> None:
    """F-11: acknowledged is kept, every effect happens once, whatever the moment."""
    seed = random.randrange(10**6)
    print("seed", seed)  # noqa: T201
    draw = random.Random(seed)
    for _ in range(4 * rounds):
        lab.run_until(draw.randrange(1, 60))
        assert lab.acknowledged <= lab.kept()
    assert lab.run() == 0
    lab.check()


def power_cut(lab: Lab, shim: Path, *options: str) -> int:
    """Run under the shim, kill, and cut the files back; return the bytes lost."""
    log = lab.home / "synced"
    environment = {"LD_PRELOAD": str(shim), "POWERCUT_LOG": str(log)}
    lab.run_until(40, "plain", *options, **environment)
    return cut(log, lab.home / "data")


def test_a_power_cut_loses_nothing_that_was_acknowledged(lab: Lab, shim: Path) -> None:
    """F-21: an acknowledgement comes after the sync of its commit."""
    power_cut(lab, shim)
    assert len(lab.acknowledged) >= 40
    assert lab.acknowledged <= lab.kept()
    assert lab.run() == 0
    lab.check()


def test_a_weaker_sync_would_lose_them(lab: Lab, shim: Path) -> None:
    """The control: the same cut shows a loss where there is one."""
    assert power_cut(lab, shim, "normal") > 0
    assert not lab.acknowledged <= lab.kept()


def test_a_refused_sync_ends_the_process(lab: Lab, shim: Path) -> None:
    """F-24: what was not on disk was not acknowledged, and a restart goes on."""
    lab.run_until(10)
    environment = {"LD_PRELOAD": str(shim), "POWERCUT_FAIL_AFTER": "12"}
    assert lab.run(**environment) == 74
    assert lab.acknowledged <= lab.kept()
    assert lab.run() == 0
    lab.check()
