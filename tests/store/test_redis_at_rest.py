from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from bot.dialogue.values import ChannelKind
from bot.service.failures import StoreUnavailable
from bot.service.records import Address
from bot.store.redis import RedisStore, open_redis
from bot.store.redis.retention import rewrite
from bot.store.redis.rotation import keep_epoch
from bot.vault import UnreadableError, Vault
from tests.safety.scanner import scan_tree
from tests.store.canaries import ADDRESSES, CANARIES, CODE, WORDS, close_all, talk
from tests.store.redis_server import RedisServer
from tests.store.scene import (
    AISHA,
    NOW,
    drain,
    said,
    take_turn,
)


@dataclass
class Installation:
    """A Redis with its keys apart."""

    home: Path
    server: RedisServer
    vault: Vault
    store: RedisStore

    def files(self) -> bytes:
        """Return everything that stands in the files of Redis."""
        folder = self.server.folder / "appendonlydir"
        return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Installation]:
    """Return an installation with key files and a Redis of its own."""
    server = RedisServer(tmp_path / "r").start()
    read = partial(Vault.open, tmp_path / "keys" / "key", tmp_path / "data")
    vault = read()
    store = await open_redis(
        server.url, vault, record=tmp_path / "keys" / "key.d" / "redis", reread=read
    )
    yield Installation(tmp_path, server, vault, store)
    await store.aclose()
    server.stop()


async def rewritten(store: RedisStore) -> None:
    """Wait until the append-only file has been rewritten."""
    while True:
        if await rewrite(store.engine, at_once=True):
            return
        await asyncio.sleep(0.05)


async def wrapped_keys(store: RedisStore) -> list[bytes]:
    """Return every wrapped key that Redis holds now."""
    call = store.engine.link.call
    names = [*await call("KEYS", "c:*"), *await call("KEYS", "r:*")]
    return [await call("HGET", name, "k") for name in names]


async def test_while_open_nothing_personal_stands_in_any_file(place: Installation) -> None:
    """S-26: neither in values nor in key names, from the first command on."""
    await talk(place.store)
    assert len(place.files()) > 10_000
    assert scan_tree(place.home, (*CANARIES, CODE)) == set()


async def test_the_scan_finds_what_is_not_sealed(place: Installation) -> None:
    """The control: one unsealed word is found in the append-only file."""
    await place.store.count(NOW, "card", WORDS)
    assert scan_tree(place.home, CANARIES) != set()


async def test_after_close_no_key_is_left_in_any_file(place: Installation) -> None:
    """S-25: until the rewrite they stand there, as the control shows; then none does."""
    store = place.store
    began = await talk(store)
    keys = await wrapped_keys(store)
    await close_all(store, began)
    assert await wrapped_keys(store) == []
    assert all(key in place.files() for key in keys)
    await rewritten(store)
    assert not any(key in place.files() for key in keys)
    assert scan_tree(place.home, CANARIES) == set()
    left = await store.engine.link.call("KEYS", "*")
    assert {name.split(b":")[0] for name in left} <= {
        b"safar", b"n", b"w", b"t", b"days", b"seen", b"counts", b"orphans"
    }  # fmt: skip


async def test_the_purge_asks_for_the_rewrite(place: Installation) -> None:
    """It begins at the first purge that destroys something, and not while nothing was."""
    call = place.store.engine.link.call
    await place.store.purge(NOW)
    assert await call("HGET", "safar", "rewrite") is None
    began = await talk(place.store)
    await close_all(place.store, began)
    assert await call("HGET", "safar", "rewrite") is not None


async def test_a_rewrite_that_began_before_a_key_went_is_made_again(place: Installation) -> None:
    """Only one that began after the last key was destroyed counts."""
    store = place.store
    await take_turn(store, said(), forget=True)
    await rewrite(store.engine)
    await take_turn(store, said(), forget=True)
    call = store.engine.link.call
    await rewritten(store)
    assert await call("HGET", "safar", "shred") is None


async def test_an_older_copy_opens_nothing_of_a_day_ago(place: Installation) -> None:
    """A copy of all files and today's keys open no conversation that was closed since."""
    store, read = place.store, store_reader(place)
    began = await talk(store)
    keys = await wrapped_keys(store)
    shutil.copytree(place.server.folder / "appendonlydir", place.home / "copy")
    name = await store.engine.link.call("KEYS", "c:*")
    owner = name[0].decode().removeprefix("c:")
    wrapped = await store.engine.link.call("HGET", name[0], "k")
    assert store.engine.unwrap(wrapped, "conversations", owner)
    await close_all(store, began)
    await keep_epoch(store.engine, NOW.date(), force=True)
    await keep_epoch(store.engine, NOW.date())
    assert keys
    with pytest.raises(UnreadableError):
        read().unwrap(wrapped, f"conversations|{owner}|key|0".encode())


def store_reader(place: Installation) -> partial[Vault]:
    """Return what reads the keys as a thief with today's key files would."""
    return partial(Vault.open, place.home / "keys" / "key", place.home / "data")


async def test_an_epoch_begins_while_several_processes_talk(place: Installation) -> None:
    """Each meets the new epoch by itself, and nobody writes under the old one any more."""
    other = await open_redis(place.server.url, store_reader(place)(), reread=store_reader(place))
    first = await take_turn(place.store, said("1"), said=("1",))
    await other.accept([said("2")])
    await keep_epoch(place.store.engine, NOW.date(), force=True)
    assert [i.body for i in await drain(other, first)] == ["2"]
    assert [line.blocks for line in await other.messages(first)] == [("1",)]
    (stranger,) = await other.accept([said("3", Address(ChannelKind.TELEGRAM, "777"))])
    assert await other.load(stranger) is not None
    current = store_reader(place)()
    assert all(current.current(key) for key in await wrapped_keys(place.store))
    assert await place.store.find(AISHA) == first
    await other.aclose()


async def test_a_process_without_the_new_keys_acknowledges_nothing(place: Installation) -> None:
    """Where the files did not arrive, nothing is written that nobody could open."""
    stale = await open_redis(place.server.url, store_reader(place)())
    await keep_epoch(place.store.engine, NOW.date(), force=True)
    with pytest.raises(StoreUnavailable):
        await stale.accept([said()])
    assert await place.store.find(AISHA) is None
    await stale.aclose()


async def test_the_pepper_rotates_while_several_processes_talk(place: Installation) -> None:
    """Everybody is found again by the new lookups, by address and by code, from every process."""
    other = await open_redis(place.server.url, store_reader(place)(), reread=store_reader(place))
    began = await talk(place.store)
    known = [await other.find(address) for address in ADDRESSES]
    call = place.store.engine.link.call
    before = await call("HKEYS", "a") + await call("HKEYS", "codes")
    await place.store.rotate_keys(NOW)
    after = await call("HKEYS", "a") + await call("HKEYS", "codes")
    assert len(before) == len(after)
    assert not set(before) & set(after)
    with pytest.raises(StoreUnavailable):
        await other.find(ADDRESSES[0])
    assert [await other.find(address) for address in ADDRESSES] == known
    assert set(await other.accept([said("x", address) for address in ADDRESSES])) == set(known)
    assert began == known
    await other.aclose()


async def test_a_rotation_that_was_cut_short_is_set_right(
    place: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody comes in while it is under way; when its process is dead, the next one sets right."""
    began = await take_turn(place.store, said(), said=("hi",))
    run = place.store.engine.run

    async def break_off(script: str, *args: object) -> object:
        if script == "turned":
            raise StoreUnavailable
        return await run(script, *args)

    with monkeypatch.context() as patch:
        patch.setattr(place.store.engine, "run", break_off)
        with pytest.raises(StoreUnavailable):
            await place.store.rotate_keys(NOW)
    with pytest.raises(StoreUnavailable, match="TURNING"):
        await open_redis(place.server.url, store_reader(place)())
    with pytest.raises(StoreUnavailable, match="changed"):
        await place.store.find(AISHA)
    await run("bye")
    following = await open_redis(place.server.url, store_reader(place)())
    assert await following.find(AISHA) == began
    await following.aclose()
