"""What goes, and when: keys first; then the append-only file, which still holds them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from bot import log
from bot.service.killpoint import killpoint
from bot.service.ports import Purged
from bot.store.inbox import SECONDS_A_DAY
from bot.store.redis.engine import Engine
from bot.store.redis.link import ScriptError
from bot.vault import LABEL_BYTES, new_key

STEP = 20
"""Conversations destroyed in one script, so that messages do not wait."""
REWRITE_EVERY = 300
"""Seconds between rewrites at least; with a purge a minute no key stays for 15 minutes."""
EPOCH_SECONDS = 600
SCANNED = 500

_log = log.logger("safar.store")


async def purge(engine: Engine, now: datetime) -> Purged:
    """Close what is idle, destroy what is over, drop what is old. Several workers may at once."""
    life = engine.life
    await _close_idle(engine, now)
    total = await _destroy(engine, int((now - life.closing).timestamp()))
    mail = await engine.run(
        "old",
        (now - life.wipe).timestamp(),
        (now - life.closing).timestamp(),
        (now - life.wipe).timestamp(),
        int((now - life.seen).timestamp()) // SECONDS_A_DAY,
    )
    engine.forget_keys()
    return Purged(total.conversations, total.inbox, total.outbox + mail)


async def _destroy(engine: Engine, before: int) -> Purged:
    conversations = inbox = mail = kept = 0
    while True:
        seen, gone, letters, sends = await engine.run("destroy", before, STEP, kept)
        killpoint("in-purge")
        kept += seen - gone
        conversations, inbox, mail = conversations + gone, inbox + letters, mail + sends
        if not seen:
            return Purged(conversations, inbox, mail)


async def _close_idle(engine: Engine, now: datetime) -> None:
    limit = int((now - engine.life.idle).timestamp())
    kept = 0
    while True:
        seen, left = await engine.run("idle", int(now.timestamp()), limit, kept)
        kept += left
        if not seen:
            return


async def rewrite(engine: Engine, *, at_once: bool = False) -> bool:
    """Rewrite the append-only file when destroyed keys stand in it; True when none does.

    A rewrite that failed, or that began before the last key was destroyed, is made again.
    """
    call = engine.link.call
    wanted, began = (_int(v) for v in await call("HMGET", "safar", "shred", "rewrite"))
    if not wanted:
        return True
    state = _fields(await call("INFO", "persistence"))
    if state.get("aof_rewrite_in_progress") != "0" or state.get("aof_rewrite_scheduled") != "0":
        return False
    if began > wanted and state.get("aof_last_bgrewrite_status") == "ok":
        await engine.run("rewritten", str(wanted))
        return True
    clock = int((await call("TIME"))[0])
    if began and clock - began < REWRITE_EVERY and not at_once:
        return False
    await engine.run("rewriting", clock)
    try:
        await call("BGREWRITEAOF")
    except ScriptError as error:
        _log.warning("rewrite_refused", reason=error.word)
    return False


def _int(value: bytes | None) -> int:
    return int(value) if value else 0


def _fields(info: bytes) -> dict[str, str]:
    lines = (line.partition(":") for line in info.decode().splitlines())
    return {name: value for name, _, value in lines}


async def keep_epoch(engine: Engine, today: date, *, force: bool = False) -> None:
    """Begin the day's epoch, move every key into it, and destroy the epochs before.

    Older copies of the append-only file hold keys that nobody can unwrap any more. Cut short
    at any point it goes on at the next call. One process at a time does it; others read the
    key files again when they meet the new epoch, and write nothing under an old one.
    """
    mine = await engine.link.call("SET", "epoch:lock", engine.worker, "NX", "EX", EPOCH_SECONDS)
    if mine is None:
        return
    try:
        engine.read_keys_again()
        if engine.vault.begin_epoch(today, force=force):
            await engine.run("epoch", _newest(engine))
            await _wrap_anew(engine)
            engine.vault.end_epochs()
    finally:
        await engine.link.call("DEL", "epoch:lock")


def _newest(engine: Engine) -> int:
    """Return the number that every newly wrapped key carries in front."""
    return int.from_bytes(engine.vault.wrap(new_key(), b"")[:LABEL_BYTES], "big")


async def _wrap_anew(engine: Engine) -> None:
    """Wrap every key under the newest epoch; one that is made meanwhile stands there already."""
    for pattern, table in (("c:*", "conversations"), ("r:*", "addresses")):
        cursor = b"0"
        while True:
            cursor, keys = await engine.link.call(
                "SCAN", cursor, "MATCH", pattern, "COUNT", SCANNED
            )
            await _rewrap(engine, table, keys)
            if cursor == b"0":
                break


async def _rewrap(engine: Engine, table: str, keys: Sequence[bytes]) -> None:
    rows: list[tuple[bytes, bytes, bytes]] = []
    for key in keys:
        wrapped: Any = await engine.link.call("HGET", key, "k")
        if wrapped and not engine.vault.current(wrapped):
            owner = key.partition(b":")[2].decode()
            plain = engine.unwrap(wrapped, table, owner)
            rows.append((key, wrapped, engine.wrap(plain, table, owner)))
    if rows:
        await engine.run("rewrap", rows)
