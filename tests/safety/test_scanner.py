"""The scanner itself: it finds each form, and nothing where nothing is."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from base64 import b64encode
from pathlib import Path

import pytest

from tests.safety.scanner import Hit, forms, scan, scan_process, scan_tree

WORDS = "CNRY-жардам 1a2b🙂"
PHONE = "+996555004217"
TELEGRAM = "7770004217"
NOISE = bytes(range(256)) * 64


@pytest.mark.parametrize("canary", [WORDS, PHONE, TELEGRAM])
def test_each_form_is_found_between_other_bytes(canary: str) -> None:
    """Planted alone in noise, every form is found by its own name."""
    for name, form in forms(canary).items():
        assert Hit(canary, name) in scan(NOISE + form + NOISE, [canary]), name


@pytest.mark.parametrize("canary", [WORDS, PHONE, TELEGRAM])
def test_nothing_is_found_in_noise(canary: str) -> None:
    """A finding is never an accident."""
    assert scan(NOISE + os.urandom(1_000_000), [canary]) == set()


@pytest.mark.parametrize("shift", [0, 1, 2])
def test_base64_is_found_at_every_alignment(shift: int) -> None:
    """Whatever stands before it in what was encoded."""
    encoded = b64encode(b"xyz"[:shift] + WORDS.encode() + b" and more")
    assert any(hit.form.startswith("base64") for hit in scan(encoded, [WORDS]))


def test_packed_content_is_opened() -> None:
    """A rotated log, whole or cut short, behind other bytes."""
    packed = gzip.compress(b"before " + WORDS.encode() + os.urandom(2000))
    assert Hit(WORDS, "utf-8") in scan(NOISE + packed, [WORDS])
    assert Hit(WORDS, "utf-8") in scan(packed[: len(packed) // 2], [WORDS])


def test_the_number_of_a_phone_is_found_as_a_gateway_writes_it() -> None:
    """Swapped digits of an SMS, a national number, a number in a column of numbers."""
    swapped = bytes.fromhex("995655002471")
    assert Hit(PHONE, "semi-octets") in scan(b"\x0c\x91" + swapped + NOISE, [PHONE])
    assert Hit(PHONE, "national utf-8") in scan(b"to 555004217.", [PHONE])
    assert Hit(PHONE, "integer") in scan((996555004217).to_bytes(6, "big"), [PHONE])


def test_files_and_their_names_are_looked_at(tmp_path: Path) -> None:
    """In folders below, too."""
    (tmp_path / "a" / TELEGRAM).mkdir(parents=True)
    (tmp_path / "a" / "log.1").write_bytes(WORDS.encode("utf-16-le"))
    hits = scan_tree(tmp_path, [WORDS, TELEGRAM])
    assert {(hit.canary, hit.form) for hit in hits} >= {(WORDS, "utf-16-le"), (TELEGRAM, "utf-8")}


def test_clean_files_are_not_named(tmp_path: Path) -> None:
    """A packed log is by its own name, a file whose name tells by the folder it stands in."""
    (tmp_path / "log.gz").write_bytes(b"head" + gzip.compress(b"a " + WORDS.encode()))
    (tmp_path / f"{PHONE}.txt").write_bytes(b"")
    (tmp_path / "clean").write_bytes(b"nothing here")
    hits = scan_tree(tmp_path, [WORDS, PHONE])
    assert {(hit.canary, hit.place) for hit in hits} == {
        (WORDS, "log.gz"),
        (PHONE, f"name of {tmp_path.name}/"),
    }


def test_a_deleted_file_that_is_still_open_is_looked_at(tmp_path: Path) -> None:
    """It has no name any more, and is on the disk."""
    code = (
        "import os, sys; f = open(sys.argv[1], 'w'); f.write(sys.argv[2]); f.flush();"
        " os.unlink(sys.argv[1]); print('ready', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "gone"), WORDS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        process.stdout.readline()
        hits = scan_process(process.pid, [WORDS])
        process.stdin.close()
    assert any(hit.form == "utf-8" for hit in hits)
