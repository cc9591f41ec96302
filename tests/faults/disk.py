"""Stands between SQLite and the disk: remembers what was really synced, and refuses on demand.

SQLite lives in an extension module, so its calls of `fsync` and `pwrite` go through that
module's own table of addresses. `Hooks` puts Python functions there: no compiler, no tracer,
no privilege. `Shadow` keeps of each file what it held when it was last synced, and of each
folder the names it held; `Shadow.cut` then leaves exactly that, as a power failure would.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import json
import mmap
import os
import shutil
import stat
import struct
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

IMPORTED = {(62, 7), (62, 6), (62, 1), (183, 1026), (183, 1025), (183, 257)}
"""(machine, relocation type) of an imported function on x86-64 and on 64-bit ARM."""
DYNAMIC, STRINGS, SYMBOLS = 2, 5, 6
TABLES = {23: 2, 7: 8}
"""DT_JMPREL with DT_PLTRELSZ, DT_RELA with DT_RELASZ."""
READ_WRITE = mmap.PROT_READ | mmap.PROT_WRITE

SYNC = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, use_errno=True)
WRITE = ctypes.CFUNCTYPE(
    ctypes.c_ssize_t,
    ctypes.c_int,
    ctypes.c_void_p,
    ctypes.c_size_t,
    ctypes.c_int64,
    use_errno=True,
)


class HookError(Exception):
    """SQLite's calls cannot be reached on this machine."""


class Hooks:
    """Replaces functions that one loaded module imports."""

    def __init__(self, module: str) -> None:
        self._slots: defaultdict[str, list[int]] = defaultdict(list)
        for name, slot in _slots(Path(module)):
            self._slots[name].append(slot)
        self._kept: list[Any] = []
        """What C code may still call must not be collected."""

    def put(self, name: str, kind: Any, function: Callable[..., int]) -> None:
        """Let the module call `function` instead. Raises `HookError` if it never imports it."""
        if name not in self._slots:
            raise HookError(f"{name} is not imported by SQLite's module.")
        callback = kind(function)
        self._kept.append(callback)
        address = ctypes.cast(callback, ctypes.c_void_p).value
        for slot in self._slots[name]:
            _unprotect(slot)
            ctypes.c_void_p.from_address(slot).value = address


def _unprotect(slot: int) -> None:
    page = slot & ~(mmap.PAGESIZE - 1)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.mprotect(ctypes.c_void_p(page), ctypes.c_size_t(mmap.PAGESIZE), READ_WRITE):
        raise HookError(f"The table of addresses cannot be written: {ctypes.get_errno()}.")


def _slots(module: Path) -> Iterator[tuple[str, int]]:
    """Yield each imported function and where in memory its address stands."""
    base = _loaded_at(module)
    machine, headers = _program_headers(base)
    dynamic = next(header for header in headers if header[0] == DYNAMIC)
    table = dict(_dynamic(base + dynamic[3]))
    strings, symbols = _at(base, table[STRINGS]), _at(base, table[SYMBOLS])
    for start, size in TABLES.items():
        if start not in table:
            continue
        first = _at(base, table[start])
        for entry in range(first, first + table[size], 24):
            offset, info, _ = struct.unpack("<QQq", ctypes.string_at(entry, 24))
            if (machine, info & 0xFFFFFFFF) in IMPORTED:
                (name,) = struct.unpack("<I", ctypes.string_at(symbols + 24 * (info >> 32), 4))
                yield ctypes.string_at(strings + name).decode(), base + offset


def _loaded_at(module: Path) -> int:
    for line in Path("/proc/self/maps").read_text().splitlines():
        parts = line.split()
        if len(parts) > 5 and parts[5] == str(module.resolve()) and int(parts[2], 16) == 0:
            return int(parts[0].split("-")[0], 16)
    raise HookError("SQLite's module is not loaded.")


def _program_headers(base: int) -> tuple[int, list[tuple[int, ...]]]:
    head = ctypes.string_at(base, 64)
    (machine,) = struct.unpack_from("<H", head, 18)
    (start,) = struct.unpack_from("<Q", head, 32)
    size, count = struct.unpack_from("<HH", head, 54)
    places = range(base + start, base + start + size * count, size)
    return machine, [struct.unpack("<IIQQQQQQ", ctypes.string_at(place, 56)) for place in places]


def _dynamic(place: int) -> Iterator[tuple[int, int]]:
    while True:
        tag, value = struct.unpack("<qQ", ctypes.string_at(place, 16))
        if tag == 0:
            return
        yield tag, value
        place += 16


def _at(base: int, value: int) -> int:
    """The loader of some systems has made these addresses absolute, that of others has not."""
    return value if value >= base else base + value


class Shadow:
    """What of a folder would be there after a power failure at this moment."""

    def __init__(self, watched: Path, kept: Path) -> None:
        self._watched, self._kept = watched.resolve(), kept
        kept.mkdir(parents=True, exist_ok=True)

    def synced(self, descriptor: int) -> None:
        """Remember what is on disk for certain after a good fsync."""
        path = Path(f"/proc/self/fd/{descriptor}").readlink()
        if not path.is_relative_to(self._watched):
            return
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            names = {item.name: item.stat().st_ino for item in path.iterdir() if item.is_file()}
            where = str(path.relative_to(self._watched))
            self._put(f"names-{path.stat().st_ino}", json.dumps([where, names]).encode())
        else:
            self._put(f"file-{status.st_ino}", Path(f"/proc/self/fd/{descriptor}").read_bytes())

    def _put(self, name: str, content: bytes) -> None:
        draft = self._kept / f"{name}.draft"
        draft.write_bytes(content)
        draft.replace(self._kept / name)

    def cut(self) -> None:
        """Leave in the folder only what was synced; nothing may run in it any more."""
        shutil.rmtree(self._watched)
        self._watched.mkdir()
        for record in self._kept.glob("names-*[0-9]"):
            where, names = json.loads(record.read_bytes())
            folder = self._watched / where
            folder.mkdir(parents=True, exist_ok=True)
            for name, inode in names.items():
                held = self._kept / f"file-{inode}"
                (folder / name).write_bytes(held.read_bytes() if held.exists() else b"")
                (folder / name).chmod(0o600)


def watch(module: str, shadow: Shadow) -> Hooks:
    """Let `shadow` see every fsync of SQLite and of Python in this process."""
    real = os.fsync

    def synced(descriptor: int) -> int:
        real(descriptor)
        shadow.synced(descriptor)
        return 0

    def synced_by_python(descriptor: int) -> None:
        synced(descriptor)

    hooks = Hooks(module)
    hooks.put("fsync", SYNC, synced)
    vars(os)["fsync"] = synced_by_python
    return hooks


def refuse_sync(module: str, after: int) -> Hooks:
    """Let SQLite's fsync fail as a dying disk does, once `after` of them went well."""
    done = 0

    def sync(descriptor: int) -> int:
        nonlocal done
        done += 1
        if done > after:
            ctypes.set_errno(errno.EIO)
            return -1
        os.fsync(descriptor)
        return 0

    hooks = Hooks(module)
    hooks.put("fsync", SYNC, sync)
    return hooks


def fill(module: str, folder: Path, capacity: int) -> Hooks:
    """Let SQLite's writes fail as on a disk that has room for so many bytes in `folder`."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.pwrite64.restype = ctypes.c_ssize_t
    libc.pwrite64.argtypes = (ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int64)

    def write(descriptor: int, words: int, length: int, offset: int) -> int:
        growth = offset + length - os.fstat(descriptor).st_size
        if growth > 0 and used(folder) + growth > capacity:
            ctypes.set_errno(errno.ENOSPC)
            return -1
        return int(libc.pwrite64(descriptor, words, length, offset))

    hooks = Hooks(module)
    hooks.put("pwrite64", WRITE, write)
    return hooks


def used(folder: Path) -> int:
    """Return how many bytes the files of a folder take."""
    total = 0
    for path in folder.iterdir():
        with contextlib.suppress(FileNotFoundError):
            total += path.stat().st_size
    return total
