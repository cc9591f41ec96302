"""Keys that change while several processes run: epochs of wrapped keys, the pepper of lookups."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from datetime import date
from typing import Any

from bot.dialogue.values import ChannelKind
from bot.service import sessions
from bot.store.redis.engine import Engine
from bot.store.redis.turns import code_lookup
from bot.store.talks import ADDRESS
from bot.vault import LABEL_BYTES, mark_of, new_key, place, unseal

EPOCH_SECONDS = 600
SCANNED = 500


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
        async for keys in _scan(engine, pattern):
            await _rewrap(engine, table, keys)


async def _scan(engine: Engine, pattern: str) -> AsyncIterator[Sequence[bytes]]:
    cursor = b"0"
    while True:
        cursor, keys = await engine.link.call("SCAN", cursor, "MATCH", pattern, "COUNT", SCANNED)
        yield keys
        if cursor == b"0":
            return


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


async def rotate_pepper(engine: Engine) -> None:
    """Rewrite every lookup with another pepper.

    Everybody else is put out meanwhile, acknowledges nothing, and comes in again with the new
    one. Cut short, it is undone or finished by `finish_turn` of whoever comes in next.
    """
    vault = engine.vault
    pepper = vault.next_pepper()
    await engine.run("turn")
    engine.turning = True
    former = vault.use(pepper)
    try:
        await _rewrite(engine)
        await engine.run("turned", mark_of(pepper))
    except BaseException:
        vault.use(former)
        raise
    # Whoever came in since then may have put it in its place already, and uses it as we do.
    with suppress(FileNotFoundError):
        vault.adopt(pepper)
    engine.turning = False


async def finish_turn(engine: Engine) -> None:
    """Make all lookups with the pepper that is known to be the right one, and let all in again."""
    if engine.turning:
        await _rewrite(engine)
        await engine.run("turned", engine.vault.pepper_mark())
        engine.turning = False


async def _rewrite(engine: Engine) -> None:
    async for keys in _scan(engine, "r:*"):
        rows = [await _address(engine, key) for key in keys]
        await engine.run("relook", [row for row in rows if row], [])
    async for keys in _scan(engine, "c:*"):
        rows = [await _code(engine, key) for key in keys]
        await engine.run("relook", [], [row for row in rows if row])


async def _address(engine: Engine, key: bytes) -> tuple[str, bytes] | None:
    fields = await engine.link.call("HMGET", key, "ch", "k", "s", "lk")
    channel, wrapped, sealed, lookup = fields
    if lookup is None:
        return None
    reach = key.partition(b":")[2].decode()
    plain = engine.unwrap(wrapped, "addresses", reach)
    value = ADDRESS.unseal(plain, reach, "value", 0, sealed)
    return reach, engine.vault.lookup(ChannelKind(channel.decode()), value)


async def _code(engine: Engine, key: bytes) -> tuple[str, bytes] | None:
    wrapped, sealed, version, code = await engine.link.call("HMGET", key, "k", "s", "v", "code")
    if code is None:
        return None
    owner = key.partition(b":")[2].decode()
    plain = engine.unwrap(wrapped, "conversations", owner)
    where = place("conversations", owner, "session", int(version))
    held = sessions.decode(unseal(plain, where, sealed)).handoff
    return (owner, code_lookup(engine, held.code)) if held else None
