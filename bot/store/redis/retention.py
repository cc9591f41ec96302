"""What goes, and when: keys first; then the append-only file, which still holds them."""

from __future__ import annotations

from datetime import datetime

from bot import log
from bot.service.killpoint import killpoint
from bot.service.records import Purged
from bot.store.inbox import SECONDS_A_DAY
from bot.store.redis.engine import Engine
from bot.store.redis.link import ScriptError

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
        (now - life.report).timestamp(),
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
