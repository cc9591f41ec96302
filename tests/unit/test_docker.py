"""The image and its composition, checked as data: what they must and must not hold."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.settings import PLAIN, SECRETS


@pytest.fixture
def service(root: Path) -> dict[str, Any]:
    """Return the one service of the composition."""
    composition = YAML(typ="safe").load(root / "docker/compose.yaml")
    found: dict[str, Any] = composition["services"]["safar"]
    return found


@pytest.fixture
def steps(root: Path) -> list[str]:
    """Return the steps of the image, continued lines joined."""
    text = (root / "docker/Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def test_the_image_runs_as_nobody_in_particular(steps: list[str]) -> None:
    """The last user of the image is not root."""
    users = [step.split()[1] for step in steps if step.startswith("USER ")]

    assert users
    assert users[-1] not in {"root", "0", "0:0"}


def test_the_image_installs_only_what_is_locked(steps: list[str]) -> None:
    """Every package by hash, our own without looking for more."""
    installs = [step for step in steps if "pip install" in step]

    assert installs
    assert all("--require-hashes" in step or "--no-deps" in step for step in installs)


def test_the_image_carries_no_secret(steps: list[str]) -> None:
    """Layers of an image can be read by anybody who has it (S-39)."""
    assert [step for step in steps if re.match("(ENV|ARG) ", step) and _names_secret(step)] == []


def _names_secret(step: str) -> bool:
    return any(name in step for name in SECRETS)


def test_the_image_starts_from_a_fixed_version(steps: list[str]) -> None:
    """What was tested is what runs."""
    bases = [step.split()[1] for step in steps if step.startswith("FROM ")]

    assert bases
    assert all(re.search(r":3\.1[123]", base) for base in bases if "/" in base or ":" in base)
    assert not [base for base in bases if base.endswith("latest")]


def test_the_container_can_do_no_more_than_it_must(service: dict[str, Any]) -> None:
    """Read only, no capabilities, no new privileges, no core files with words in them."""
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["ulimits"]["core"] == 0
    assert service["mem_swappiness"] == 0
    assert "privileged" not in service


def test_secrets_reach_the_container_as_files(service: dict[str, Any]) -> None:
    """Never as variables, which any process list may show."""
    environment = service["environment"]

    assert [name for name in SECRETS if name in environment] == []
    assert [value for name, value in environment.items() if name.endswith("_FILE")]


def test_every_variable_of_the_composition_is_one_that_is_read(service: dict[str, Any]) -> None:
    """A misspelt setting would be ignored in silence."""
    known = {*PLAIN, *SECRETS, *(f"{name}_FILE" for name in SECRETS)}

    assert set(service["environment"]) <= known


def test_the_key_is_not_kept_with_the_data(service: dict[str, Any]) -> None:
    """A copy of the data volume does not open itself."""
    environment = service["environment"]

    assert not Path(environment["SAFAR_KEY_FILE"]).is_relative_to(environment["SAFAR_DATA"])


def test_what_git_ignores_never_enters_the_image(root: Path) -> None:
    """Environments and throw-away data stay outside."""
    ignored = (root / "docker/Dockerfile.dockerignore").read_text(encoding="utf-8").split()

    assert {".git", ".venv", "var", "tests"} <= set(ignored)
