"""Opening the engine: one call for the composition root."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bot.service.failures import StoreUnavailable
from bot.store.life import Life
from bot.store.redis.checks import examine
from bot.store.redis.engine import Engine, InstallationError
from bot.store.redis.rotation import finish_turn
from bot.store.redis.server import server_of
from bot.store.redis.store import RedisStore
from bot.vault import Vault

AWAY = "Start it, or correct SAFAR_REDIS_URL."


def record_of(key_file: Path) -> Path:
    """Return the file beside the keys that remembers in which Redis an installation was begun."""
    return key_file.expanduser().with_name(key_file.name + ".d") / "redis"


async def open_redis(
    url: str,
    vault: Vault,
    *,
    life: Life | None = None,
    record: Path | None = None,
    works: bool = True,
    reread: Callable[[], Vault] | None = None,
) -> RedisStore:
    """Connect, recognise the installation and begin to live as a worker of it.

    `record` remembers beside the keys that an installation was begun, so that an emptied
    Redis is refused; without one it is begun anew. `works` is False for a process that only
    accepts. `reread` reads the keys again when another process began an epoch.
    Raises `RedisUrlError`, `InstallationError`, `KeyFileError` or `StoreUnavailable`.
    """
    server = server_of(url)
    try:
        found = await examine(server, record)
    except StoreUnavailable as error:
        raise StoreUnavailable(f"{error} {AWAY}") from error
    grave = [fault.remedy for fault in found if fault.grave]
    if grave:
        raise InstallationError("\n".join(grave))
    engine = Engine(server, vault, life=life, record=record, works=works, reread=reread)
    await engine.open()
    try:
        await finish_turn(engine)
    except BaseException:
        await engine.close()
        raise
    return RedisStore(engine)
