"""Looks for planted words wherever a program could have left them, in whatever form.

`forms` lists the forms; `scan` looks for them in bytes, also inside what is packed;
`scan_tree` in every file below a folder and in its names; `scan_process` in what a
running process holds open, deleted files included.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, quote_plus

COUNTRY = "996"
GZIP = b"\x1f\x8b\x08"
SHORTEST = 4
"""Shorter forms would be found anywhere by chance."""
NOTHING = bytes(4096)
"""Reserved room on a disk is megabytes of it."""
DIGESTS = ("md5", "sha1", "sha256")
URL_SAFE = bytes.maketrans(b"+/", b"-_")


@dataclass(frozen=True, slots=True, order=True)
class Hit:
    """A canary that was found: where, and in which form."""

    canary: str
    form: str
    place: str = ""


@lru_cache(maxsize=1000)
def forms(canary: str) -> dict[str, bytes]:
    """Return every form in which a program could have written `canary`."""
    found = dict(_text_forms("", canary))
    if canary.removeprefix("+").isdigit():
        found |= _number_forms(canary.removeprefix("+"))
    return {name: form for name, form in found.items() if len(form) >= SHORTEST}


def _text_forms(prefix: str, words: str) -> Iterator[tuple[str, bytes]]:
    raw = words.encode()
    escapes = [f"\\u{unit:04x}" for unit in _units(words)]
    yield f"{prefix}utf-8", raw
    yield f"{prefix}utf-16-le", words.encode("utf-16-le")
    yield f"{prefix}utf-16-be", words.encode("utf-16-be")
    yield f"{prefix}json", json.dumps(words)[1:-1].encode()
    yield f"{prefix}escaped", "".join(escapes).encode()
    yield f"{prefix}escaped upper", "".join(escapes).upper().replace("\\U", "\\u").encode()
    yield f"{prefix}url", quote(words, safe="").encode()
    yield f"{prefix}url lower", quote(words, safe="").lower().encode()
    yield f"{prefix}url form", quote_plus(words).encode()
    yield f"{prefix}url whole", "".join(f"%{byte:02X}" for byte in raw).encode()
    yield f"{prefix}hex", raw.hex().encode()
    yield f"{prefix}hex upper", raw.hex().upper().encode()
    for shift in range(3):
        core = _base64_core(raw, shift)
        yield f"{prefix}base64+{shift}", core
        yield f"{prefix}base64url+{shift}", core.translate(URL_SAFE)
    for name in DIGESTS:
        digest = hashlib.new(name, raw, usedforsecurity=False).digest()
        yield f"{prefix}{name}", digest
        yield f"{prefix}{name} hex", digest.hex().encode()
        yield f"{prefix}{name} hex upper", digest.hex().upper().encode()
        yield f"{prefix}{name} base64", base64.b64encode(digest).rstrip(b"=")


def _units(words: str) -> Iterator[int]:
    """Yield UTF-16 code units: JSON escapes a letter outside the first plane as two."""
    raw = words.encode("utf-16-be")
    yield from (int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2))


def _base64_core(raw: bytes, shift: int) -> bytes:
    """Return the letters that depend on `raw` alone when it stands `shift` bytes into a group."""
    encoded = base64.b64encode(bytes(shift) + raw)
    return encoded[-(-shift * 8 // 6) : (shift + len(raw)) * 8 // 6]


def _number_forms(digits: str) -> dict[str, bytes]:
    """A number is also itself without `+`, without its country, as bytes, and as SMS packs it."""
    found = dict(_text_forms("digits ", digits))
    if digits.startswith(COUNTRY):
        national = digits.removeprefix(COUNTRY)
        found |= dict(_text_forms("national ", national))
        found |= dict(_text_forms("trunk ", f"0{national}"))
    swapped = _semi_octets(digits)
    packed = int(digits).to_bytes(8, "big")
    return found | {
        "semi-octets": bytes.fromhex(swapped),
        "semi-octets hex": swapped.encode(),
        "semi-octets hex lower": swapped.lower().encode(),
        "integer": packed.lstrip(b"\x00"),
        "integer reversed": packed.lstrip(b"\x00")[::-1],
    }


def _semi_octets(digits: str) -> str:
    padded = digits + "F" * (len(digits) % 2)
    return "".join(padded[at + 1] + padded[at] for at in range(0, len(padded), 2))


def scan(content: bytes, canaries: Iterable[str], place: str = "") -> set[Hit]:
    """Return which canaries stand in `content`, also inside what is packed there."""
    content = content.replace(NOTHING, b"")
    layers = [content, *_unpacked(content)]
    return {
        Hit(canary, name, place)
        for canary in canaries
        for name, form in forms(canary).items()
        if any(form in layer for layer in layers)
    }


def _unpacked(content: bytes) -> Iterator[bytes]:
    """Yield what each gzip inside holds; one that is cut short as far as it goes."""
    start = content.find(GZIP)
    while start != -1:
        with contextlib.suppress(zlib.error):
            yield zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(content[start:])
        start = content.find(GZIP, start + 1)


def scan_tree(folder: Path, canaries: Iterable[str], *, since: float = 0.0) -> set[Hit]:
    """Return what stands in every file below a folder changed after `since`, and in its name."""
    wanted = tuple(canaries)
    hits: set[Hit] = set()
    for path in sorted(folder.rglob("*")):
        with contextlib.suppress(FileNotFoundError, PermissionError):
            if path.lstat().st_mtime < since:
                continue
            hits |= scan(path.name.encode(), wanted, f"name of {path.parent.name}/")
            if path.is_file():
                hits |= scan(path.read_bytes(), wanted, path.name)
    return hits


def scan_process(pid: int, canaries: Iterable[str]) -> set[Hit]:
    """Return what stands in files that a process holds open, also deleted ones."""
    wanted = tuple(canaries)
    hits: set[Hit] = set()
    for handle in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(OSError):
            if handle.is_file():
                hits |= scan(handle.read_bytes(), wanted, f"open {handle.readlink().name}")
    return hits
