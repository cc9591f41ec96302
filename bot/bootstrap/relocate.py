"""Moving an installation between its two engines: which side is which, and what is left after."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial

from bot.bootstrap.parts import MOVED, Accounts, open_accounts, refuse_moved
from bot.settings import Settings, SettingsError
from bot.store.backup import LEFT_OUT, PEPPER
from bot.store.driver import Database
from bot.store.life import Life
from bot.store.moving import End, Moved, MoveError, move, tally
from bot.store.moving_into_sqlite import MARK
from bot.store.moving_redis import RedisEnd
from bot.store.moving_sqlite import SqliteEnd
from bot.store.redis import RedisStore, open_redis, record_of
from bot.store.redis.checks import LEFT
from bot.store.sqlite import SqliteStore
from bot.store.talks import Means
from bot.vault import PRIVATE_FILE, Vault, sync_folder

HOLDS_BOTH = (
    "Both sides hold conversations, and not the same: nothing was moved. Empty the one that is"
    " given up: flush that Redis, or begin with another data directory."
)

PATIENCE = 15
Told = Callable[[int], None]


async def to_redis(settings: Settings, told: Told) -> Moved:
    """Carry everything into Redis. Raises `MoveError`, or what stands in the way of opening."""
    refuse_moved(settings.data)
    async with _both(settings) as (accounts, end, store, redis):
        begun = bool(await store.engine.link.call("EXISTS", "moved"))
        moved = await _carry(end, redis, told, begun=begun)
        data = accounts.file.path.parent
        (data / MOVED).touch(mode=PRIVATE_FILE)
        sync_folder(data)
        return moved


async def to_sqlite(settings: Settings, told: Told) -> Moved:
    """Carry everything into the file. Raises `MoveError`, or what stands in the way of opening."""
    async with _both(settings) as (accounts, end, store, redis):
        begun = await accounts.file.read(_begun)
        moved = await _carry(redis, end, told, begun=begun)
        # In this order: whatever comes between, one side can be started and says so.
        (accounts.file.path.parent / MOVED).unlink(missing_ok=True)
        await store.engine.link.call("HSET", "safar", LEFT, 1)
        record_of(settings.key_file).unlink(missing_ok=True)
        return moved


async def _carry(source: End, target: End, told: Told, *, begun: bool) -> Moved:
    if begun or not await _any(target):
        return await move(source, target, told)
    # Killed after the last step, or something else lives there.
    before, after = await tally(source), await tally(target)
    if before != after:
        raise MoveError(HOLDS_BOTH)
    return after


@asynccontextmanager
async def _both(
    settings: Settings,
) -> AsyncIterator[tuple[Accounts, SqliteEnd, RedisStore, RedisEnd]]:
    """Open both sides; no other process of Safar may run."""
    if not settings.redis_url:
        raise SettingsError(("Set SAFAR_REDIS_URL: it names the one side of the move.",))
    accounts = await open_accounts(settings.data, settings.key_file)
    try:
        await accounts.file.write(partial(_clear, moved=(settings.data / MOVED).exists()))
        SqliteStore(accounts.file, accounts.vault)
        end = SqliteEnd(accounts.file, Means(accounts.vault, Life()))
        async with _redis(settings, accounts.vault) as (store, redis):
            yield accounts, end, store, redis
    finally:
        accounts.file.close()


@asynccontextmanager
async def _redis(settings: Settings, vault: Vault) -> AsyncIterator[tuple[RedisStore, RedisEnd]]:
    store = await open_redis(
        settings.redis_url,
        vault,
        record=record_of(settings.key_file),
        works=False,
        reread=partial(Vault.open, settings.key_file, settings.data),
    )
    try:
        redis = RedisEnd(store)
        await _rest(redis)
        yield store, redis
    finally:
        await store.aclose()


async def _rest(redis: RedisEnd) -> None:
    """Wait until those that were killed just now, a move too, count as gone."""
    for _ in range(PATIENCE):
        try:
            return await redis.at_rest()
        except MoveError:
            await asyncio.sleep(1)
    return await redis.at_rest()


def _clear(db: Database, *, moved: bool) -> None:
    """Empty what a move to Redis left behind, unless a move back has begun."""
    if not moved or "marks" not in db.table_names() or _begun(db):
        return
    for table in LEFT_OUT & set(db.table_names()):
        db.table(table).delete_where()
    db.execute(PEPPER)


def _begun(db: Database) -> bool:
    found = db.execute("SELECT 1 FROM marks WHERE name LIKE ?", [MARK + "%"]).fetchone()
    return found is not None


async def _any(end: End) -> bool:
    async for _ in end.visitors():
        return True
    return False
