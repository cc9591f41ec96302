"""The gateway file: what is read, and what is said of each mistake."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from bot.channels.sms.file import GatewayFileError, read, warnings
from bot.channels.sms.opening import open_sms
from bot.l10n.wording import Wording
from tests.sms.support import Clock, gateway

TEMPLATE = gateway("web", kind="template", send={"url": "https://example.org", "body": "{text}"})
for name in ("url", "user", "password", "sender", "callback"):
    TEMPLATE.pop(name)


def written(folder: Path, *gateways: dict[str, Any], **fields: Any) -> Path:
    """Write a file and return where."""
    path = folder / "gateways.yaml"
    with path.open("w", encoding="utf-8") as target:
        YAML().dump({"version": 1, **fields, "gateways": list(gateways)}, target)
    path.chmod(0o600)
    return path


def problems(path: Path) -> str:
    """Return what is said of a file that cannot be used."""
    with pytest.raises(GatewayFileError) as raised:
        read(path)
    return str(raised.value)


def test_secrets_may_stand_in_files_beside_it(tmp_path: Path) -> None:
    """So that the file itself holds none."""
    (tmp_path / "word").write_text("from-a-file\n")

    found = read(written(tmp_path, gateway(password={"file": "word"})))

    assert found.gateways[0].password == "from-a-file"  # type: ignore[union-attr]
    assert "from-a-file" not in repr(found)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"secret": ""}, "an empty secret lets everybody in"),
        ({"secret": "   "}, "an empty secret lets everybody in"),
        ({"secret": "short"}, "16 to 128 letters"),
        ({"secret": "with/slash-0123456789"}, "16 to 128 letters"),
        ({"password": {"file": "missing"}}, "cannot be read"),
        ({"password": ["x"]}, "write a text, or {file: path}"),
        ({"url": "http://example.org/send"}, "must begin with https://"),
        ({"url": "https://name:word@example.org"}, "without name and password"),
        ({"prices": {}}, "at least one price"),
        ({"prices": {"kg": 1}}, "keys are"),
        ({"prices": {"KG": -1}}, "greater than or equal to 0"),
        ({"name": "Not A Name"}, "match pattern"),
        ({"colour": "red"}, "Extra inputs"),
        ({"kind": "pigeon"}, "pigeon"),
        ({"long": "torn"}, "joined"),
    ],
)
def test_each_mistake_is_named_with_its_line_and_without_a_secret(
    tmp_path: Path, fields: dict[str, Any], said: str
) -> None:
    """An empty secret refuses to start (S-46)."""
    found = problems(written(tmp_path, gateway(**fields)))

    assert said in found
    assert found.startswith("gateways.yaml:")
    assert "kannel-password" not in found


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    """Nobody should start ten times to learn of ten mistakes."""
    found = problems(written(tmp_path, gateway(secret=""), gateway("two", prices={}), home="x"))

    assert len(found.splitlines()) == 3


@pytest.mark.parametrize(
    ("gateways", "said"),
    [
        ([gateway(), gateway()], "same name"),
        ([gateway(), gateway("two", secret=gateway()["secret"])], "same secret"),
        ([], "at least one gateway"),
    ],
)
def test_gateways_must_differ(tmp_path: Path, gateways: list[dict[str, Any]], said: str) -> None:
    """One could speak for the other."""
    assert said in problems(written(tmp_path, *gateways))


@pytest.mark.parametrize("content", [b"a: [", b"\xff\xfe", b"a: 1\na: 2"])
def test_what_is_no_yaml_is_told_in_one_line(tmp_path: Path, content: bytes) -> None:
    """Doubled keys too."""
    path = tmp_path / "gateways.yaml"
    path.write_bytes(content)

    assert len(problems(path).splitlines()) == 1


def test_a_phone_may_be_reached_by_http_inside_a_vpn_only(tmp_path: Path) -> None:
    """Its own server speaks nothing else (S-60)."""
    phone = gateway(kind="android", url="http://10.8.0.2:8080", signing_key="x")
    del phone["sender"]

    assert "https" in problems(written(tmp_path, phone))
    assert read(written(tmp_path, phone | {"inside_vpn": True})).gateways[0].kind == "android"
    outside = phone | {"inside_vpn": True, "url": "http://8.8.8.8"}
    assert "https" in problems(written(tmp_path, outside))


def test_doctor_speaks_of_twilio_of_unsigned_calls_and_of_who_can_read(tmp_path: Path) -> None:
    """Its own answer to HELP would keep a cry for help from us."""
    twilio = {
        **{key: gateway("t")[key] for key in ("name", "secret", "prices")},
        "kind": "twilio",
        "account": "AC1",
        "token": "x",
        "sender": "+15550100000",
    }
    path = written(tmp_path, gateway(), twilio)
    path.chmod(0o644)

    said = list(warnings(path, read(path)))

    assert [line.split(":")[0].split(" ")[0] for line in said] == ["gateways.yaml", "one", "t"]
    quiet = written(tmp_path, gateway(allow=["127.0.0.1"]), twilio | {"stop_and_help": "off"})
    assert list(warnings(quiet, read(quiet))) == []


def test_a_place_that_nothing_fills_refuses_to_start(tmp_path: Path, wording: Wording) -> None:
    """A provider would be sent an empty password for ever."""
    send = {"url": "https://example.org", "body": "{text} {passwort}"}
    path = written(tmp_path, TEMPLATE | {"send": send})

    with pytest.raises(GatewayFileError, match="passwort"):
        open_sms(path, wording, public_url="https://safar.example.org", clock=Clock())


def test_without_an_address_of_our_own_no_reports_can_come(
    tmp_path: Path, wording: Wording
) -> None:
    """Half a setting refuses to start."""
    one = gateway()
    del one["callback"]

    with pytest.raises(GatewayFileError, match="SAFAR_PUBLIC_URL"):
        open_sms(written(tmp_path, one), wording, public_url="", clock=Clock())


async def test_the_example_file_is_complete(root: Path, tmp_path: Path, wording: Wording) -> None:
    """All its gateways can be opened once the secrets are there."""
    example = (root / "docker/gateways.example.yaml").read_text("utf-8")
    (tmp_path / "secrets").mkdir()
    named = [part.split("}")[0] for part in example.split("{file: ")[1:]]
    for index, one in enumerate(named):
        (tmp_path / one).write_text(f"made-up-secret-{index:04}")
    path = tmp_path / "gateways.yaml"
    path.write_text(example, "utf-8")

    side = open_sms(path, wording, public_url="https://safar.example.org", clock=Clock())
    names = list(side.channel.carrier.gateways)
    await side.close()

    assert names == ["phone", "kannel", "abroad", "nikita", "sayqal", "oson"]
