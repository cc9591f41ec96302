"""Looks for planted words in bytes and files, in every form they could have been written in."""

from __future__ import annotations

import base64
import contextlib
import gzip
import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote

GZIP = b"\x1f\x8b\x08"


def forms(canary: str) -> Iterator[tuple[str, bytes]]:
    """Yield each way a program could have written `canary`, with its name."""
    raw = canary.encode()
    yield "utf-8", raw
    yield "utf-16-le", canary.encode("utf-16-le")
    yield "utf-16-be", canary.encode("utf-16-be")
    yield "json", json.dumps(canary)[1:-1].encode()
    yield "escaped", "".join(f"\\u{ord(letter):04x}" for letter in canary).encode()
    yield "url", quote(canary, safe="").encode()
    yield "hex", raw.hex().encode()
    yield "HEX", raw.hex().upper().encode()
    for shift in range(3):
        yield f"base64+{shift}", _base64_core(raw, shift)
        yield f"base64url+{shift}", _base64_core(raw, shift).translate(_URL_SAFE)
    for name in ("md5", "sha1", "sha256"):
        digest = hashlib.new(name, raw, usedforsecurity=False).digest()
        yield name, digest
        yield f"{name} hex", digest.hex().encode()
    if canary.startswith("+"):
        yield from _phone_forms(canary.removeprefix("+"))


_URL_SAFE = bytes.maketrans(b"+/", b"-_")


def _base64_core(raw: bytes, shift: int) -> bytes:
    """Return the letters that depend on `raw` alone when it begins `shift` bytes into a group."""
    encoded = base64.b64encode(bytes(shift) + raw)
    first, last = -(-shift * 8 // 6), (shift + len(raw)) * 8 // 6
    return encoded[first:last]


def _phone_forms(digits: str) -> Iterator[tuple[str, bytes]]:
    yield "digits", digits.encode()
    yield "national", digits.removeprefix("996").encode()
    padded = digits + "F" * (len(digits) % 2)
    swapped = "".join(padded[i + 1] + padded[i] for i in range(0, len(padded), 2))
    yield "semi-octets", bytes.fromhex(swapped)
    yield "semi-octets hex", swapped.encode()


def scan(content: bytes, canaries: Iterable[str]) -> set[tuple[str, str]]:
    """Return which canaries stand in `content`, and in which form."""
    layers = [content, *_unpacked(content)]
    return {
        (canary, name)
        for canary in canaries
        for name, form in forms(canary)
        if any(form in layer for layer in layers)
    }


def _unpacked(content: bytes) -> Iterator[bytes]:
    start = content.find(GZIP)
    while start != -1:
        with contextlib.suppress(zlib.error):
            yield zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(content[start:])
        start = content.find(GZIP, start + 1)


def scan_files(folder: Path, canaries: Iterable[str]) -> dict[str, set[tuple[str, str]]]:
    """Return what stands in each file below a folder, and in the names of the files."""
    wanted = tuple(canaries)
    found = {}
    for path in sorted(folder.rglob("*")):
        hits = scan(str(path.relative_to(folder)).encode(), wanted)
        if path.is_file():
            hits |= scan(path.read_bytes(), wanted)
        if hits:
            found[path.name] = hits
    return found


def packed(content: bytes) -> bytes:
    """Return content as a log rotation would leave it."""
    return gzip.compress(content)
