"""What stands in the repository, and what must not."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from bot.settings import PLAIN, SECRETS

UNWANTED = re.compile(
    "|".join(
        (
            r"/(?:home|root|Users)/[A-Za-z0-9._-]",
            r"(?<![\w.])/wo" + r"rk/",
            r"/tm" + r"p/[A-Za-z]",
            "index" + "-url[ =]",
            "://[^ ]*/sim" + "ple/",
            r"files\.python" + r"hosted\.org",
            r"pypi\.o" + "rg",
            r"registry\.npm" + r"js\.org",
            r"\bTO" + r"DO\b",
            r"\bFIX" + r"ME\b",
            "-----BEGIN [A-Z ]*PRIVATE",
            r"\b\d{8,10}:AA[A-Za-z0-9_-]{33}\b",
        )
    )
)
"""Paths of one machine, hosts of registries, work left undone, keys and bot tokens."""

LARGEST = 400_000
MADE_HERE = ("bot/understanding/learned/", "training/texts/")
"""Our own sentences, a line each, and what was learned from them: a test holds that nothing else
was (`tests/understanding/test_learned.py`). They are larger than what a person reads at once."""
LARGEST_MADE_HERE = 2_000_000


def tracked(root: Path) -> list[Path]:
    """Return the files that git holds and that are still there."""
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True, text=True
    )
    paths = [root / name for name in listing.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


def lines(path: Path) -> list[str]:
    """Return a text file's lines; none of a picture or a font."""
    content = path.read_bytes()
    return [] if b"\0" in content else content.decode("utf-8").splitlines()


def test_no_file_holds_what_belongs_to_a_machine_or_is_left_undone(root: Path) -> None:
    """A clone must make sense anywhere, to anybody."""
    found = [
        f"{path.relative_to(root)}:{number}"
        for path in tracked(root)
        for number, line in enumerate(lines(path), 1)
        if UNWANTED.search(line)
    ]

    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "data: /ho" + "me/somebody/safar",
        "see /wo" + "rk/main",
        "--index" + "-url https://example.org",
        "# TO" + "DO: later",
        "https://pypi" + ".org/project",
    ],
)
def test_the_search_finds_each_kind(line: str) -> None:
    """A search that finds nothing proves nothing."""
    assert UNWANTED.search(line)


def test_no_file_is_larger_than_a_person_would_read(root: Path) -> None:
    """Nothing is vendored: no bundles, no recordings, no models but what we taught ourselves."""
    sizes = {str(path.relative_to(root)): path.stat().st_size for path in tracked(root)}
    assert [name for name, size in sizes.items() if size > _most(name)] == []


def _most(name: str) -> int:
    return LARGEST_MADE_HERE if name.startswith(MADE_HERE) else LARGEST


LOCKS = ("requirements.lock", "requirements-dev.lock")


@pytest.mark.parametrize("name", LOCKS)
def test_the_lock_has_a_hash_for_each_package_and_names_no_address(root: Path, name: str) -> None:
    """What is installed is what was locked, from wherever it is fetched."""
    text = (root / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())

    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash)", text, re.MULTILINE)
    assert [entry.split(" ")[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert [entry for entry in entries if "==" not in entry.splitlines()[0]] == []


def test_each_lock_holds_every_package_that_is_asked_for(root: Path) -> None:
    """A dependency without a line in the lock would be fetched unchecked."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    served, tools = map(_names, (project["project"]["dependencies"], _tools(project)))
    lock, whole = (_names((root / name).read_text("utf-8").splitlines()) for name in LOCKS)

    assert served - lock == set()
    assert (served | tools) - whole == set()


def test_what_runs_for_visitors_holds_no_tool_of_ours(root: Path) -> None:
    """Less to attack; and what was tested is what runs, version by version."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    lock, whole = (set(_pins((root / name).read_text("utf-8"))) for name in LOCKS)

    assert _tools(project)
    assert _names(_tools(project)) & _names(lock) == set()
    assert lock - whole == set()


def _tools(project: dict[str, Any]) -> list[str]:
    tools: list[str] = project["dependency-groups"]["dev"]
    return tools


def _names(lines: Iterable[str]) -> set[str]:
    return {re.split(r"[\[<>=~ ]", line)[0].lower().replace(".", "-") for line in lines}


def _pins(lock: str) -> list[str]:
    return re.findall(r"^(\S+==\S+)", lock, re.MULTILINE)


def test_every_make_target_that_is_written_about_exists(root: Path) -> None:
    """A command in the documentation can be typed."""
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    pages = [root / "README.md", root / "CHANGELOG.md", *(root / "docs").rglob("*.md")]
    commands = re.compile(r"`make ([a-z]+)|^make ([a-z]+)", re.MULTILINE)
    named = {
        first or second
        for page in pages
        for first, second in commands.findall(page.read_text(encoding="utf-8"))
    }

    assert {"run", "test"} <= named
    assert named <= targets


def test_every_setting_that_is_documented_is_read_and_every_one_read_is_documented(
    root: Path,
) -> None:
    """The page of settings and the code name the same variables."""
    page = (root / "docs/settings.md").read_text(encoding="utf-8")

    assert set(re.findall(r"`(SAFAR_[A-Z_]+)`", page)) == {*PLAIN, *SECRETS}


def test_every_folder_of_tests_is_part_of_make_test(root: Path) -> None:
    """A test that never runs is a promise nobody keeps."""
    listed = subprocess.run(
        [sys.executable, "-c", LISTING],
        cwd=root / ".ci",
        capture_output=True,
        check=True,
        text=True,
    ).stdout.split()
    folders = {path.parent for path in (root / "tests").rglob("test_*.py")}
    tops = {folder.relative_to(root / "tests").parts[0] for folder in folders}

    assert tops - set(listed) == set()


LISTING = """
import parts
parts_ = [part for part in (parts.suite(name) for name in parts.folders())]
words = " ".join(word for part in parts_ for command in part.commands for word in command)
print(*(word.removeprefix("tests/") for word in words.split() if word.startswith("tests/")))
"""


def test_changes_are_listed_security_first(root: Path) -> None:
    """Who runs Safar must see first what concerns the safety of visitors."""
    order = ["Security", "Removed", "Deprecated", "Added", "Changed", "Fixed"]
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")

    for version in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        headings = re.findall(r"^### (.+)$", version, re.MULTILINE)
        assert headings == [name for name in order if name in headings]
