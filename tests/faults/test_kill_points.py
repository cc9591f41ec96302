"""A real process, killed at named places: nothing is lost and nothing happens twice."""

from __future__ import annotations

import asyncio
import os
import signal
import sys

import pytest

from bot.service.killpoint import VARIABLE
from tests.conftest import ROOT
from tests.faults.lab import Lab
from tests.faults.oracle import copies, found
from tests.faults.platform import CHAT

AISHA, BAKYT = CHAT.format(1), CHAT.format(2)
PERSON = ("start", "3", "1", "person", "2")
"""What leads through every gate to the queue; with a slash the log would leave it out."""
ARRIVING = {"fetched", "before-accept-commit", "after-accept-commit", "kept", "accepted"}
"""All arrives in one batch: there is no third time. Nothing was sent before these."""


async def write(site: Lab) -> None:
    """Let two people write five messages each, by turns."""
    for number in range(5):
        for chat in (AISHA, BAKYT):
            await site.platform.write(chat, f"{chat} xyzzy {number}")


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    "place",
    [
        "fetched",
        "before-accept-commit",
        "after-accept-commit",
        "kept",
        "accepted",
        "turned",
        "before-turn-commit",
        "after-turn-commit",
        "sending",
        "sent",
        "before-settle",
        "after-settle",
    ],
)
async def test_a_kill_at_any_place_loses_and_doubles_nothing(
    site: Lab, place: str, count: int
) -> None:
    """F-01 to F-05 and F-07: the next life finishes what this one began."""
    await write(site)
    await site.killed_at(f"{place}:{1 if place in ARRIVING else count}")

    rest = await site.check()

    twice = copies(site.seen(), rest)
    assert twice >= 1 if place in {"sent", "before-settle"} else True
    assert twice == 0 if place in ARRIVING else True


async def test_a_kill_while_the_platform_keeps_silent_doubles_one_message_at_most(
    site: Lab,
) -> None:
    """F-06: the request was taken, the answer never came, the process died waiting."""
    site.platform.hold = 2
    await write(site)
    child = await site.start()
    await site.platform.held.wait()
    await child.kill()
    site.kills += 1
    site.platform.hold = 0

    rest = await site.check()

    assert 1 <= copies(site.seen(), rest) <= 2


async def ask_for_a_person(site: Lab) -> None:
    """Let one person go through every gate to the queue, and another one just write."""
    await site.platform.write(AISHA, *PERSON)
    await site.platform.write(BAKYT, "xyzzy")
    site.asked.add(AISHA)
    site.uneven.add(AISHA)
    child = await site.start()
    assert await child.heard() == "ready"
    await site.platform.confirmation()
    await child.ask("idle")
    await child.stop()


@pytest.mark.parametrize("count", [1, 2])
async def test_a_kill_during_the_take_over_leaves_one_owner(site: Lab, count: int) -> None:
    """F-09: the claim is whole or not there; taking again is the same as never interrupted."""
    await ask_for_a_person(site)
    place = "in-claim:1" if count == 1 else "before-accept-commit:1"
    await site.killed_at(place, words=["take"])

    child = await site.start()
    assert await child.heard() == "ready"
    await child.ask("take")
    await child.ask("idle")
    await child.stop()
    rest = await site.check()

    joined = [one.words for one in site.platform.of(AISHA)]
    assert rest.chats[AISHA].tickets == 1
    assert joined.count("I am here.") == (1 if count == 1 else 0)


async def test_a_kill_during_the_close_is_finished(site: Lab) -> None:
    """F-09: after the next life the ticket is closed once and the visitor was told once."""
    await ask_for_a_person(site)
    child = await site.start()
    await child.heard()
    ticket = await child.ask("take")
    await child.ask("idle")
    await child.stop()
    told = len(site.platform.of(AISHA))
    await site.killed_at("in-close:1", words=[f"close {ticket}"])

    child = await site.start()
    await child.heard()
    assert await child.ask(f"close {ticket}") == "True"
    assert await child.ask(f"close {ticket}") == "False"
    await child.ask("idle")
    await child.stop()
    await site.check()

    assert len(site.platform.of(AISHA)) == told + 1


async def test_a_kill_during_the_purge_is_finished(site: Lab) -> None:
    """F-10, S-29: half of them destroyed is none destroyed, and the next purge ends it."""
    await write(site)
    await site.check()
    await site.killed_at("in-purge:2", words=["purge"])
    assert await site.rows("conversations") == 2

    child = await site.start()
    await child.heard()
    assert await child.ask("purge") == "2"
    await child.stop()

    for table in ("conversations", "addresses", "messages", "inbox", "outbox", "places"):
        assert await site.rows(table) == 0
    assert (await site.kept()).integrity == []


@pytest.mark.parametrize("place", ["before-turn-commit", "after-turn-commit", "sent"])
async def test_after_delete_nothing_is_sent_whatever_dies(site: Lab, place: str) -> None:
    """A6: what was under way for a conversation that is gone stays unsent."""
    await site.platform.write(AISHA, *PERSON, "delete")
    await site.killed_at(f"{place}:5")

    await site.rest()
    told = [one.words for one in site.platform.of(AISHA)]
    child = await site.start()
    await child.heard()
    await child.ask("take")
    await child.ask("idle")
    await child.stop()

    assert [one.words for one in site.platform.of(AISHA)] == told


async def test_an_orderly_stop_under_load_leaves_nothing_in_doubt(site: Lab) -> None:
    """F-12: SIGTERM while messages come and go: exit 0, and no copy of anything."""
    for chat in range(10):
        await site.platform.write(CHAT.format(chat), *(f"{chat} xyzzy {n}" for n in range(10)))
    for _ in range(3):
        child = await site.start()
        await child.heard()
        sent = len(site.platform.sent)
        while len(site.platform.sent) < min(sent + 20, 100):
            await site.platform.traffic()
        assert await child.stop() == 0

    rest = await site.check()

    assert copies(site.seen(), rest) == 0


async def test_a_genuine_start_is_killed_and_taken_up(site: Lab) -> None:
    """The same without the nursery: a whole interpreter of its own."""
    await write(site)
    command = [sys.executable, "-m", "tests.faults.child", str(site.home), str(site.platform.port)]
    with site.log.open("ab") as log:
        process = await asyncio.create_subprocess_exec(
            *command,
            cwd=ROOT,
            env={**os.environ, VARIABLE: "after-turn-commit:2"},
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=log,
        )
        await process.communicate()
    assert process.returncode == -signal.SIGKILL
    site.kills += 1

    await site.check()


# The controls: a process that is wrong on purpose must be seen to be wrong.


async def test_acknowledging_before_the_commit_would_be_seen(site: Lab) -> None:
    """What python-telegram-bot's own updater does: messages are gone for good."""
    await write(site)
    await site.killed_at("before-accept-commit:1", "hasty")

    faults = found(site.seen(), await site.rest())

    assert any(fault.startswith("A1") for fault in faults)


async def test_forgetting_event_keys_would_be_seen(site: Lab) -> None:
    """A repetition handled as another message."""
    await write(site)
    await site.killed_at("after-accept-commit:1", "nameless")

    faults = found(site.seen(), await site.rest())

    assert any(fault.startswith("A3") for fault in faults)


async def test_settling_before_sending_would_be_seen(site: Lab) -> None:
    """An answer that was called sent and never was."""
    await write(site)
    await site.killed_at("after-settle:3", "forgetful")

    faults = found(site.seen(), await site.rest())

    assert any(fault.startswith("A4") and "never sent" in fault for fault in faults)
