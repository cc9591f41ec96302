"""A flood takes nobody's place and holds up no open crisis talk (S-41, S-42)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.bootstrap import open_library
from bot.dialogue.values import ChannelKind
from bot.service.ports import Store
from bot.service.records import Address, Inbound
from bot.store.memory import MemoryStore
from bot.store.sqlite import SqliteStore, open_sqlite
from bot.store.staff import SqliteStaff
from bot.vault import Vault
from tests.jobs import MemoryJobs
from tests.service.stage import AISHA, DANGER, OPERATOR, Clock, Stage, said

CROWD = 1000
VISITORS, EACH = 60, 10
STEPS = 200_000
"""Turns of the loop after which a test gives up; nothing is measured by it."""


async def staged(store: Store, vault: Vault) -> AsyncIterator[Stage]:
    jobs = MemoryJobs()
    records = SqliteStaff(jobs, vault.staff_key)
    await records.prepare()
    yield Stage(store, records, open_library(), vault, Clock())
    jobs.db.close()


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    """Return a shell in memory: the order of the queue is the same on every engine."""
    async for made in staged(MemoryStore(), Vault.throwaway()):
        yield made


@pytest.fixture
async def on_disk(tmp_path: Path) -> AsyncIterator[Stage]:
    """Return a shell on the engine that is used, with one writer for everybody."""
    vault = Vault.throwaway()
    file = open_sqlite(tmp_path / "data", vault, reserve_bytes=0)
    async for made in staged(SqliteStore(file, vault), vault):
        yield made
    file.close()


def stranger(number: int) -> Address:
    return Address(ChannelKind.WEB, f"{number:043}")


def asks(address: Address) -> list[Inbound]:
    """Return all that it takes to ask for a person: language, door, age unsaid."""
    return [said(words, address) for words in ("English", "person", "1", "3")]


async def test_a_thousand_who_ask_take_nobodys_place(stage: Stage) -> None:
    """S-42: who waits already stays first and is answered next; the crowd waits behind."""
    await stage.on_duty(OPERATOR)
    await stage.accept(*asks(AISHA))
    await stage.settle()
    (mine,) = await stage.store.tickets()
    stage.clock.now += timedelta(seconds=1)
    before = await stage.tickets.facts(mine)
    for number in range(CROWD):
        await stage.accept(*asks(stranger(number)))
    await stage.reception.idle()

    assert len(await stage.store.tickets()) == CROWD + 1
    after = await stage.tickets.facts(mine)
    assert (before.place, after.place) == (1, 1)
    assert after.expected_wait == before.expected_wait
    assert (await stage.takes()).id == mine.id


async def test_one_who_asks_a_thousand_times_waits_once(stage: Stage) -> None:
    """S-42: a place in the queue belongs to a talk, however often it asks."""
    await stage.on_duty(OPERATOR)
    await stage.accept(*asks(AISHA), *(said("person") for _ in range(CROWD)))
    await stage.settle()
    assert len(await stage.store.tickets()) == 1


async def test_an_open_crisis_talk_goes_on_in_a_flood(on_disk: Stage) -> None:
    """S-41: its words are with the operator while most of the flood still waits."""
    stage = on_disk
    await stage.on_duty(OPERATOR)
    await stage.hears(DANGER)
    ticket = await stage.takes()
    flood = [
        said(f"xyzzy {number}", stranger(one)) for number in range(EACH) for one in range(VISITORS)
    ]
    await stage.accept(*flood)
    await stage.accept(said("he is at the door now"))
    for _ in range(STEPS):
        read = [line.blocks[0] for line in await stage.tickets.log(ticket)]
        if "he is at the door now" in read:
            break
        await asyncio.sleep(0)
    else:
        pytest.fail("the words never reached the operator")
    assert len(await stage.store.backlog(VISITORS)) > VISITORS // 2
    await stage.reception.idle()


async def test_the_first_cry_of_a_stranger_is_answered_in_a_flood(on_disk: Stage) -> None:
    """S-41: nobody must have been here before to be heard."""
    stage, crying = on_disk, replace(AISHA, value="7770009999")
    flood = [
        said(f"xyzzy {number}", stranger(one)) for number in range(EACH) for one in range(VISITORS)
    ]
    await stage.accept(*flood)
    await stage.accept(said(DANGER, crying))
    for _ in range(STEPS):
        if await stage.store.tickets():
            break
        await asyncio.sleep(0)
    else:
        pytest.fail("no ticket was opened")
    assert len(await stage.store.backlog(VISITORS)) > VISITORS // 2
    await stage.settle()
    assert "112" in stage.shown(crying)[0]
