from __future__ import annotations

import base64
from pathlib import Path

import pytest

from tests.store.scanner import forms, packed, scan, scan_files

WORDS, PHONE = "CNRY-саламат-7f3a", "+996555000123"


@pytest.mark.parametrize("canary", [WORDS, PHONE])
def test_each_form_is_found_between_other_bytes(canary: str) -> None:
    """Whatever stands before and after it."""
    for name, form in forms(canary):
        assert (canary, name) in scan(b"\x00noise" + form + b"noise\xff", [canary])


def test_base64_is_found_at_each_alignment() -> None:
    """Wherever in the encoded text the words began."""
    for before in range(6):
        content = base64.b64encode(b"x" * before + WORDS.encode() + b"yz")
        assert scan(content, [WORDS])


def test_files_names_and_packed_logs_are_searched(tmp_path: Path) -> None:
    """Clean files are not named."""
    (tmp_path / "log.gz").write_bytes(b"head" + packed(b"a " + WORDS.encode()))
    (tmp_path / f"{PHONE}.txt").write_bytes(b"")
    (tmp_path / "clean").write_bytes(b"nothing here")
    assert set(scan_files(tmp_path, [WORDS, PHONE])) == {"log.gz", f"{PHONE}.txt"}
