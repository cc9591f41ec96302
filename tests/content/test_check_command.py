"""`safar check`: what it says and how it exits."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.bootstrap import CONTENT, LOCALES
from bot.entry.cli.check import command


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    """A copy of the wording, to be broken."""
    return Path(shutil.copytree(LOCALES, tmp_path / "locales"))


def run(locales: Path) -> Result:
    """Check the content of the repository with this wording."""
    return CliRunner().invoke(
        command,
        ["--content", str(CONTENT), "--locales", str(locales), "--at", "2026-11-21T09:00"],
        standalone_mode=False,
    )


def test_a_word_corrected_in_one_script_only_is_an_error(locales: Path) -> None:
    """The next run of the conversion would lose it."""
    file = locales / "uz-Cyrl" / "web.ftl"
    lines = file.read_text("utf-8").splitlines()
    at = next(at for at, line in enumerate(lines) if line.startswith("phrase-water ="))
    lines[at] = lines[at].replace("илтимос", "марҳамат")
    file.write_text("\n".join(lines) + "\n", "utf-8")

    result = run(locales)

    assert result.return_value == 1
    assert f"locales/uz-Cyrl/web.ftl:{at + 1}: error:" in result.output
    assert "[not-made]" in result.output


def test_the_wording_of_the_repository_is_clean(locales: Path) -> None:
    """No error in any language."""
    result = run(locales)

    assert (result.return_value, result.output.count(": error:")) == (0, 0)
