"""`safar doctor` reads the gateway file too."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from ruamel.yaml import YAML

from bot.entry.cli.doctor import command
from tests.sms.peers import FakeTwilio
from tests.sms.support import gateway


def doctor(monkeypatch: pytest.MonkeyPatch, path: Path) -> str:
    """Return what it says of a gateway file."""
    monkeypatch.setenv("SAFAR_SMS_GATEWAYS", str(path))
    monkeypatch.setenv("SAFAR_DATA", str(path.parent / "data"))
    monkeypatch.setenv("SAFAR_KEY_FILE", str(path.parent / "key"))
    return CliRunner().invoke(command, [], catch_exceptions=False).output


def test_it_warns_of_what_a_gateway_does_by_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Twilio's own answers to STOP and HELP, unsigned calls, a file that others can read."""
    path = tmp_path / "gateways.yaml"
    twilio = FakeTwilio("abroad", "http://127.0.0.1:1").settings() | {"stop_and_help": "unknown"}
    with path.open("w", encoding="utf-8") as target:
        YAML().dump({"version": 1, "gateways": [twilio, gateway("box")]}, target)
    path.chmod(0o644)
    said = doctor(monkeypatch, path)

    assert "STOP and HELP" in said
    assert "box: its calls are not signed" in said
    assert "chmod 600" in said


def test_it_tells_what_is_wrong_with_the_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """In the words of the file's own check, without a traceback."""
    path = tmp_path / "gateways.yaml"
    path.write_text("version: 1\ngateways: []\n", "utf-8")

    assert "at least one gateway" in doctor(monkeypatch, path)
