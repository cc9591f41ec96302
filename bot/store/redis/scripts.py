"""The scripts: one for each verb, all beginning with what they share."""

from __future__ import annotations

import hashlib
from pathlib import Path

FOLDER = Path(__file__).parent / "lua"
COMMON = "common"
ALONE = frozenset({"register"})
FREEING = frozenset(
    """beat bye claim collect destroy idle lease leave old relook rewrap rewriting rewritten rung
    settle tell ticket turn turned""".split()
)
"""What sends, ends or deletes goes on when memory is full: only accepting stops."""


def _read() -> dict[str, bytes]:
    common = (FOLDER / f"{COMMON}.lua").read_text("utf-8")
    found = {}
    for path in sorted(FOLDER.glob("*.lua")):
        if path.stem == COMMON:
            continue
        own = path.read_text("utf-8")
        found[path.stem] = _text(path.stem, own if path.stem in ALONE else common + own)
    found["forget"] = _text("destroy", common + (FOLDER / "commit.lua").read_text("utf-8"))
    return found


def _text(name: str, body: str) -> bytes:
    flags = "#!lua flags=allow-oom\n" if name in FREEING else ""
    return (flags + body).encode()


SCRIPTS = _read()
DIGESTS = {
    name: hashlib.sha1(text, usedforsecurity=False).hexdigest().encode()
    for name, text in SCRIPTS.items()
}
"""Redis names scripts by their SHA-1."""
