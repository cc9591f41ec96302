"""The disk under the whole house: power goes, it is full, it dies, it is somebody else's."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.store import driver
from bot.store.file import NAME
from bot.store.writer import EXIT_IO
from bot.vault import Vault
from tests.faults.child import key_of
from tests.faults.disk import Shadow
from tests.faults.lab import Child, Lab
from tests.faults.oracle import found
from tests.faults.platform import CHAT
from tests.faults.test_kill_points import PERSON

AISHA, BAKYT = CHAT.format(1), CHAT.format(2)
MEGABYTE = 1024 * 1024
RESERVE = 16 * MEGABYTE


async def begun(site: Lab, *wrong: str) -> Child:
    """Begin a life and wait until it is up."""
    child = await site.start(*wrong)
    assert await child.heard() == "ready"
    return child


async def power_cut(site: Lab, *wrong: str) -> None:
    """Write until enough was confirmed, then let the power go."""
    child = await begun(site, "watch", *wrong)
    for number in range(40):
        await site.platform.write(CHAT.format(number % 7), f"xyzzy {number}")
        await site.platform.confirmation()
    await child.kill()
    site.kills += 1
    Shadow(site.data, site.home / "synced").cut()


async def test_a_power_cut_loses_nothing_that_was_confirmed(site: Lab) -> None:
    """F-21: every file falls back to what was synced, every folder to the names it had then."""
    await power_cut(site)

    await site.check()

    assert len(site.platform.confirmed) == 40


async def test_a_weaker_sync_would_be_seen(site: Lab) -> None:
    """The control: `synchronous=NORMAL` survives a kill and loses all of it to a power cut."""
    await power_cut(site, "weak")

    faults = found(site.seen(), await site.rest())

    assert any(fault.startswith("A1") for fault in faults)


@pytest.mark.parametrize("after", [12, 25])
async def test_a_refused_sync_ends_the_process_and_loses_nothing(site: Lab, after: int) -> None:
    """F-24: after a refused fsync nobody can know what is on disk; only a restart tells."""
    child = await begun(site, f"eio:{after}")
    for number in range(40):
        await site.platform.write(CHAT.format(number % 7), f"xyzzy {number}")
    assert await child.ended() == EXIT_IO
    site.kills += 1

    await site.check()

    assert b"the disk refused" in site.log.read_bytes()


async def test_on_a_full_disk_nothing_is_confirmed_and_closing_still_works(site: Lab) -> None:
    """F-23: new messages wait at the platform, closing works, and then all goes on."""
    await site.platform.write(AISHA, *PERSON)
    site.asked.add(AISHA)
    site.uneven.add(AISHA)
    child = await begun(site, f"room:{RESERVE + 3 * MEGABYTE}")
    await site.platform.confirmation()
    await child.ask("idle")
    ticket = await child.ask("take")
    await child.ask("idle")
    filler = [f"xyzzy {number} {'y' * 6000}" for number in range(400)]
    await site.platform.write(BAKYT, *filler)
    for _ in range(5):
        site.platform.refused.clear()
        await site.platform.refused.wait()

    assert len(site.platform.confirmed) < len(site.platform.updates)
    assert await child.ask(f"close {ticket}") == "True"
    await child.kill()
    site.kills += 1

    await site.check()


async def test_a_second_process_on_the_same_data_stays_out(site: Lab) -> None:
    """One installation, one process: the second says so and the first goes on."""
    first = await begun(site)
    second = await site.start()

    assert await second.ended() == 1
    assert b"Another safar is running" in site.log.read_bytes()
    await site.platform.write(AISHA, "xyzzy")
    await site.platform.confirmation()
    assert await first.stop() == 0
    await site.check()


async def test_the_data_is_free_again_after_a_kill(site: Lab) -> None:
    """The lock ends with the process, however it ends."""
    child = await begun(site)
    await child.kill()

    assert await (await begun(site)).stop() == 0


async def test_a_database_held_by_somebody_else_confirms_nothing(site: Lab) -> None:
    """F-22: the messages stay at the platform until it is free."""
    child = await begun(site)
    vault = Vault.open(key_of(site.home), site.data)
    other = driver.connect(str(site.data / NAME), vault.database_key, timeout=5)
    other.execute("BEGIN EXCLUSIVE")
    await site.platform.write(AISHA, "xyzzy")
    await site.platform.refused.wait()
    assert site.platform.confirmed == []
    other.execute("ROLLBACK")
    other.close()
    await site.platform.confirmation()
    assert await child.stop() == 0

    await site.check()


def _spoil(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(os.urandom(4096))


@pytest.mark.parametrize("what", [_spoil, Path.unlink])
async def test_a_damaged_or_missing_database_refuses_to_start(site: Lab, what: object) -> None:
    """F-25: never a silent new beginning."""
    assert callable(what)
    await site.platform.write(AISHA, "xyzzy")
    await site.rest()
    what(site.data / NAME)

    child = await site.start()

    assert await child.ended() == 1
    assert b"DataError" in site.log.read_bytes()


async def test_a_missing_key_file_refuses_to_start(site: Lab) -> None:
    """Nor are new keys made for a database that has others."""
    await site.platform.write(AISHA, "xyzzy")
    await site.rest()
    key_of(site.home).unlink()

    child = await site.start()

    assert await child.ended() == 1
    assert b"put it back" in site.log.read_bytes()
    assert not key_of(site.home).exists()
