"""Is this Redis fit to be the only truth? Looked at before every start, and by `safar doctor`."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.service.failures import StoreUnavailable
from bot.store.redis.engine import REMEDIES
from bot.store.redis.link import Call, Link, ScriptError
from bot.store.redis.server import Server

OLDEST = (7, 0)
FREE_MEMORY = 0.2
"""Share of the memory limit that must be free."""
LEFT = "left"
MOVED_AWAY = (
    "The conversations of this Redis were moved to SQLite: unset SAFAR_REDIS_URL. To use it"
    " again, flush it first."
)
CLOCK = 5.0
"""Seconds that the clocks of Safar and of Redis may differ: leases are counted on both."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, with its remedy. What is not `grave` does not stop a start."""

    name: str
    remedy: str
    grave: bool = True


WANTED = {
    "appendonly": ("yes", "run: redis-cli config set appendonly yes, and put it into redis.conf."),
    "appendfsync": (
        "always",
        "what was acknowledged would be lost with the power; set appendfsync always.",
    ),
    "no-appendfsync-on-rewrite": (
        "no",
        "what is acknowledged during a rewrite would be lost with the power; set it to no.",
    ),
    "maxmemory-policy": (
        "noeviction",
        "conversations would vanish when memory is short; set maxmemory-policy noeviction.",
    ),
}


async def examine(server: Server, record: Path | None = None) -> tuple[Fault, ...]:
    """Return what is wrong with a Redis, also that it is not the one that `record` remembers.

    Raises `StoreUnavailable` when it is out of reach.
    """
    link = Link(server, _nothing)
    try:
        await link.call("PING")
        return (*await faults(link.call), *await _ours(link.call, record))
    finally:
        link.close()


def remembered(record: Path | None) -> str:
    """Return the mark of the installation that was begun, "" when none was."""
    return record.read_text("ascii").strip() if record is not None and record.exists() else ""


async def _ours(call: Call, record: Path | None) -> list[Fault]:
    """An emptied Redis, or another one, must not be begun in: conversations would be gone."""
    known = remembered(record)
    mark, left = await call("HMGET", "safar", "mark", LEFT)
    mark = (mark or b"").decode()
    if left:
        return [Fault("left", MOVED_AWAY)]
    if known and not mark:
        return [Fault("emptied", REMEDIES["EMPTIED"])]
    if known and mark != known:
        return [Fault("foreign", REMEDIES["FOREIGN"])]
    return []


async def _nothing(call: Call) -> None:
    del call


async def faults(call: Call) -> tuple[Fault, ...]:
    """Return what is wrong, over a connection that stands."""
    info = _fields(await call("INFO"))
    found = [*_version(info), *_role(info), *_memory(info), *_writing(info)]
    found += [*await _settings(call), *await _clock(call)]
    return tuple(found)


async def _settings(call: Call) -> list[Fault]:
    found = []
    for name, (wanted, remedy) in WANTED.items():
        try:
            reply = await call("CONFIG", "GET", name)
        except (ScriptError, StoreUnavailable):
            found.append(Fault(name, f"Redis does not tell its {name}: allow CONFIG GET."))
            continue
        value = reply[1].decode() if reply else ""
        if value != wanted:
            found.append(Fault(name, f"Redis has {name} {value or 'unknown'}: {remedy}"))
    return found


def _version(info: Mapping[str, str]) -> list[Fault]:
    version = info.get("redis_version", "0.0")
    if tuple(int(part) for part in version.split(".")[:2]) >= OLDEST:
        return []
    return [Fault("version", f"Redis {version} is too old; 7.0 is needed.")]


def _role(info: Mapping[str, str]) -> list[Fault]:
    if info.get("role") == "master":
        return []
    return [Fault("role", "This Redis is a replica; name the master, or the Sentinels.")]


def _memory(info: Mapping[str, str]) -> list[Fault]:
    limit, used = int(info.get("maxmemory", "0")), int(info.get("used_memory", "0"))
    if not limit:
        remedy = "Redis has no memory limit; set maxmemory to half of the machine's memory."
        return [Fault("maxmemory", remedy, grave=False)]
    if used > limit * (1 - FREE_MEMORY):
        return [Fault("memory", f"Redis has used {used} of {limit} bytes; raise maxmemory.")]
    return []


def _writing(info: Mapping[str, str]) -> list[Fault]:
    if info.get("aof_last_write_status", "ok") != "ok":
        return [Fault("write", "Redis could not write its append-only file; look at its disk.")]
    if info.get("aof_last_bgrewrite_status", "ok") != "ok":
        remedy = "Redis could not rewrite its append-only file; look at disk and memory."
        return [Fault("rewrite", remedy, grave=False)]
    return []


async def _clock(call: Call) -> list[Fault]:
    seconds, micros = await call("TIME")
    ahead = time.time() - (int(seconds) + int(micros) / 1e6)
    if abs(ahead) <= CLOCK:
        return []
    return [Fault("clock", f"The clocks differ by {abs(ahead):.0f} s; run NTP on both machines.")]


def _fields(info: bytes) -> dict[str, str]:
    lines = (line.partition(":") for line in info.decode().splitlines())
    return {name: value for name, _, value in lines if value}
