"""Errands on an installation: alone, and beside the running process."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

LOOPBACK = "127.0.0.1"
ROOT = Path(__file__).parents[2]


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of an installation of its own."""
    quiet = {name: value for name, value in os.environ.items() if not name.startswith("SAFAR_")}
    return {
        **quiet,
        "SAFAR_DATA": str(folder / "data"),
        "SAFAR_KEY_FILE": str(folder / "key"),
        "HOME": str(folder),
    }


def safar(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command on the installation in `folder`."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=ROOT,
        env={**environment(folder), **more},
        capture_output=True,
        text=True,
        check=False,
    )


@contextmanager
def running(folder: Path, **more: str) -> Iterator[subprocess.Popen[str]]:
    """Run the installation until the block ends, and see it stop in order."""
    process = subprocess.Popen(
        [sys.executable, "-m", "bot", "run", "--port", "0", "--desk-port", "0"],
        cwd=ROOT,
        env={**environment(folder), **more},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout is not None
    with process:
        while "Ctrl-C" not in (line := process.stdout.readline()):
            assert line, "it ended before it was ready"
        yield process
        process.terminate()
        assert process.wait() == 0


def test_an_operator_is_made_listed_reset_and_disabled(tmp_path: Path) -> None:
    """What is printed is printed once; a second one of the same name is refused."""
    made = safar(tmp_path, "operators", "add", "Aigul", "--role", "supervisor")
    assert re.search(r"Password:\s+\S+", made.stdout)
    assert "Aigul\tsupervisor\tactive" in safar(tmp_path, "operators", "list").stdout
    again = safar(tmp_path, "operators", "add", "aigul")
    assert (again.returncode, again.stdout) == (1, "")
    assert "reset" in again.stderr
    assert safar(tmp_path, "operators", "reset", "Aigul").stdout != made.stdout
    assert safar(tmp_path, "operators", "disable", "Aigul").returncode == 0
    assert "disabled" in safar(tmp_path, "operators", "list").stdout
    assert safar(tmp_path, "operators", "disable", "Nobody").returncode == 1


def test_errands_reach_the_running_process(tmp_path: Path) -> None:
    """Accounts, purge, rotation, backup and audit, while visitors are served."""
    backup = tmp_path / "backup"
    with running(tmp_path):
        assert safar(tmp_path, "operators", "add", "Bakyt").returncode == 0
        assert safar(tmp_path, "purge").stdout.startswith("0 conversations")
        assert safar(tmp_path, "keys", "rotate").returncode == 0
        assert safar(tmp_path, "backup", str(backup)).returncode == 0
        assert "whole" in safar(tmp_path, "audit", "verify").stdout
        assert (tmp_path / "data" / "control").stat().st_mode & 0o777 == 0o600
    assert "Bakyt" in safar(tmp_path, "operators", "list").stdout


def test_figures_stand_on_a_port_of_their_own(tmp_path: Path) -> None:
    """On loopback, without a label from people; a taken port keeps nobody from being served."""
    with socket.create_server((LOOPBACK, 0)) as free:
        port = free.getsockname()[1]
        with running(tmp_path / "taken", SAFAR_METRICS_PORT=str(port)):
            pass
    with running(tmp_path / "free", SAFAR_METRICS_PORT=str(port)):
        page = httpx.get(f"http://{LOOPBACK}:{port}/metrics").text
    assert "safar_turn_seconds_count 0.0" in page


def test_a_backup_makes_a_new_data_directory(tmp_path: Path) -> None:
    """Accounts come back; an existing directory is not touched."""
    safar(tmp_path, "operators", "add", "Cholpon")
    backup = tmp_path / "backup"
    assert safar(tmp_path, "backup", str(backup)).returncode == 0
    assert safar(tmp_path, "backup", str(backup)).returncode == 1
    assert safar(tmp_path, "restore", str(backup)).returncode == 1
    elsewhere = {"SAFAR_DATA": str(tmp_path / "new")}
    assert safar(tmp_path, "restore", str(backup), **elsewhere).returncode == 0
    assert "Cholpon" in safar(tmp_path, "operators", "list", **elsewhere).stdout


def test_keys_are_made_once(tmp_path: Path) -> None:
    """An existing key file is never touched."""
    assert safar(tmp_path, "keys", "new").returncode == 0
    key = (tmp_path / "key").read_bytes()
    assert safar(tmp_path, "keys", "new").returncode == 1
    assert (tmp_path / "key").read_bytes() == key


def test_doctor_names_what_a_real_channel_waits_for(tmp_path: Path) -> None:
    """Signatures, numbers, hours, the on-call phone."""
    done = safar(tmp_path, "doctor")
    assert done.returncode == 1
    for word in ("danger in ky is draft", "kg-112 was not rung", "SAFAR_ON_CALL"):
        assert word in done.stdout


@pytest.mark.parametrize("pilot", ["yes", "no"])
def test_a_real_channel_opens_only_when_people_answered_for_it(tmp_path: Path, pilot: str) -> None:
    """Or as a trial that says so."""
    more = {"SAFAR_TELEGRAM_TOKEN": "1:x", "SAFAR_PILOT": pilot, "SAFAR_DATA": "/proc/nowhere"}
    done = safar(tmp_path, "run", "--port", "0", "--desk-port", "0", **more)
    assert done.returncode == 1
    assert ("this is a trial" in done.stderr) is (pilot == "yes")
    assert ("is draft" in done.stderr) is (pilot == "no")


@pytest.mark.parametrize("url", ["unix:///nowhere/redis.sock", "sentinel://nobody"])
def test_a_redis_that_cannot_be_opened_is_refused(tmp_path: Path, url: str) -> None:
    """Never another store in silence than the one that was asked for."""
    done = safar(tmp_path, "run", "--port", "0", "--desk-port", "0", SAFAR_REDIS_URL=url)
    assert done.returncode == 1
    assert done.stderr.startswith("safar: ")
    assert "SAFAR_REDIS_URL" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("role", ["worker", "web", "desk"])
def test_one_of_several_processes_needs_redis(tmp_path: Path, role: str) -> None:
    """One file is for one process: a second one on it would lose what the first one holds."""
    done = safar(tmp_path, "run", "--role", role)
    assert done.returncode == 1
    assert f"--role {role}" in done.stderr
    assert "SAFAR_REDIS_URL" in done.stderr
    assert not (tmp_path / "data").exists()
    assert safar(tmp_path, "run", "--demo", "--role", role).returncode == 1


def test_a_taken_port_and_a_half_set_channel_are_one_clear_line(tmp_path: Path) -> None:
    """With what to do about it."""
    wrong = safar(tmp_path, "run", SAFAR_TELEGRAM_MODE="webhook")
    assert wrong.returncode == 1
    assert "SAFAR_TELEGRAM_TOKEN" in wrong.stderr
    assert "Traceback" not in wrong.stderr
