from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.store.sqlite import SqliteFile, SqliteStore, open_sqlite
from bot.vault import Vault
from tests.store.scene import (
    AISHA,
    BAKYT,
    NOW,
    SMS,
    WEB,
    bot,
    handoff,
    opening,
    said,
    send_all,
    take_turn,
    turn,
    waiting,
)

Open = tuple[SqliteFile, SqliteStore]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a place for data and keys."""
    return tmp_path


def start(home: Path) -> Open:
    """Open an installation."""
    vault = Vault.open(home / "keys" / "key", home / "data")
    file = open_sqlite(home / "data", vault, reserve_bytes=0)
    return file, SqliteStore(file, vault)


@pytest.fixture
def running(home: Path) -> Iterator[Open]:
    """Return a running installation."""
    file, store = start(home)
    yield file, store
    file.close()


async def test_visitors_are_found_after_a_rotation(home: Path) -> None:
    """Addresses, return codes, sealed words and unsent messages are what they were."""
    file, store = start(home)
    found = {
        address: await take_turn(store, said("hi", address), said=("hi",), outgoing=(bot("b"),))
        for address in (AISHA, WEB, SMS)
    }
    loaded = await waiting(store, said("hide", BAKYT))
    hidden = replace(loaded.session, hidden=True, handoff=handoff("424242"))
    await store.commit(turn(loaded, session=hidden, opened=(opening(),), designation="elm"))
    await store.leave(BAKYT)
    lookups = file.read_now(lambda db: set(db.execute("SELECT lookup FROM addresses").fetchall()))
    await store.rotate_keys(NOW)
    after = file.read_now(lambda db: set(db.execute("SELECT lookup FROM addresses").fetchall()))
    assert lookups & after <= {(None,)}
    file.close()
    file, store = start(home)
    for address, conversation in found.items():
        assert await store.find(address) == conversation
        assert (await store.messages(conversation))[0].blocks == ("hi",)
    assert await store.rejoin("424242", BAKYT) == loaded.conversation
    assert len(await send_all(store)) == 2
    file.close()


async def test_messages_keep_coming_while_keys_rotate(running: Open) -> None:
    """Nobody is taken for a stranger, nothing is lost or kept twice."""
    _, store = running
    began = [await take_turn(store, said(address=replace(SMS, value=f"+99{n}"))) for n in range(20)]

    async def talk(number: int) -> None:
        address = replace(SMS, value=f"+99{number}")
        for word in range(15):
            assert await store.accept([said(f"{word}", address)]) == (began[number],)
            await asyncio.sleep(0)

    async def rotate() -> None:
        for _ in range(3):
            await store.rotate_keys(NOW)

    await asyncio.gather(rotate(), *(talk(number) for number in range(20)))
    for conversation in began:
        words = []
        while (loaded := await store.load(conversation)) is not None:
            words.append(loaded.inbound.body)
            await store.commit(turn(loaded))
        assert words == [f"{word}" for word in range(15)]


async def test_purge_rotates_when_it_was_asked_for(home: Path, running: Open) -> None:
    """The command only asks: the running process holds the database."""
    _, store = running
    await take_turn(store, said())
    vault = Vault.open(home / "keys" / "key", home / "data")
    pepper = (home / "keys" / "key.d" / "pepper").read_text()
    vault.ask_rotation()
    await store.purge(NOW)
    assert (home / "keys" / "key.d" / "pepper").read_text() != pepper
    assert not vault.rotation_asked()
    assert await store.find(AISHA) is not None


async def test_each_day_has_an_epoch_and_only_todays_is_kept(home: Path, running: Open) -> None:
    """Open conversations move along; the epoch before is destroyed."""
    _, store = running
    conversation = await take_turn(store, said(), said=("hi",))
    folder = home / "keys" / "key.d"
    names = set()
    for day in range(1, 4):
        await store.accept([said(at=NOW + timedelta(days=day))])
        await store.purge(NOW + timedelta(days=day))
        (epoch,) = folder.glob("epoch-*")
        names.add(epoch.name)
    assert names == {"epoch-2026112200", "epoch-2026112300", "epoch-2026112400"}
    assert (await store.messages(conversation))[0].blocks == ("hi",)


async def test_a_pepper_that_could_not_be_written_is_taken_back(
    running: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The visitors are still found, now and after a restart."""
    file, store = running
    conversation = await take_turn(store, said())

    def fail(*_: object) -> None:
        raise KeyError

    with monkeypatch.context() as broken:
        broken.setattr("bot.store.rotation._rewrite", fail)
        with pytest.raises(KeyError):
            await store.rotate_keys(NOW)
    assert await store.find(AISHA) == conversation
    assert file.path.exists()
