"""F-42: a whole process whose wall clock jumps while people talk to it.

The clock is Debian's libfaketime, preloaded into the nursery; its offset stands in a file that
every life reads anew. Timers that count from a start are not touched by it, as in reality.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.faults.conftest import born
from tests.faults.lab import Child, Lab
from tests.faults.oracle import copies
from tests.faults.platform import CHAT, Platform
from tests.faults.test_kill_points import PERSON

AISHA, BAKYT = CHAT.format(1), CHAT.format(2)
LIBRARIES = sorted(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"))


class Hands:
    """The hands of the clock under test."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.turn("+0")

    def turn(self, offset: str) -> None:
        """Set the clock so much off the true one, in one step."""
        fresh = self.path.with_suffix(".new")
        fresh.write_text(f"{offset}\n")
        fresh.replace(self.path)


@pytest.fixture(scope="module")
def hands(tmp_path_factory: pytest.TempPathFactory) -> Hands:
    """Return the hands of a clock that goes right."""
    return Hands(tmp_path_factory.mktemp("clock") / "offset")


@pytest.fixture(scope="module")
def strange_nursery(
    hands: Hands, tmp_path_factory: pytest.TempPathFactory, root: Path
) -> Iterator[Path]:
    """Return the socket of a nursery whose lives live by that clock."""
    assert LIBRARIES, "please install faketime (make setup does it when root)"
    clock = {
        "LD_PRELOAD": str(LIBRARIES[0]),
        "FAKETIME_TIMESTAMP_FILE": str(hands.path),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
    }
    with born(tmp_path_factory.mktemp("strange"), root, {**os.environ, **clock}) as door:
        yield door


@pytest.fixture
async def strange(tmp_path: Path, strange_nursery: Path, hands: Hands) -> AsyncIterator[Lab]:
    """Return an installation whose clock can be turned."""
    hands.turn("+0")
    async with Platform() as platform:
        lab = Lab(tmp_path, platform, strange_nursery)
        yield lab
        await lab.end()


async def begun(site: Lab) -> Child:
    """Start a life and wait until it hears."""
    child = await site.start()
    assert await child.heard() == "ready"
    return child


async def taken(site: Lab, child: Child) -> str:
    """Bring one person to an operator; return the ticket."""
    site.asked.add(AISHA)
    site.uneven.add(AISHA)
    await site.platform.write(AISHA, *PERSON)
    await site.platform.confirmation()
    await child.ask("idle")
    ticket = await child.ask("take")
    await child.ask("idle")
    return ticket


async def after(site: Lab, child: Child, ticket: str) -> None:
    """Talk both ways after the jump, and let all that the clock asks for happen."""
    await site.platform.write(AISHA, "xyzzy")
    await site.platform.write(BAKYT, "plugh")
    await site.platform.confirmation()
    await child.ask("idle")
    assert await child.ask(f"say {ticket} still-here") == "done"
    await child.ask("idle")


@pytest.mark.parametrize("jump", ["+2h", "-2h", "+2d"])
async def test_an_open_talk_outlives_a_jump_of_the_clock(
    strange: Lab, hands: Hands, jump: str
) -> None:
    """Nobody is purged early, nothing is sent twice, and both sides go on talking."""
    child = await begun(strange)
    ticket = await taken(strange, child)

    hands.turn(jump)
    await after(strange, child, ticket)
    assert await child.stop() == 0
    rest = await strange.check()

    assert rest.chats[AISHA].tickets == 1
    assert "xyzzy" in rest.chats[AISHA].heard
    assert [one.words for one in strange.platform.of(AISHA)].count("still-here") == 1
    assert copies(strange.seen(), rest) == 0


async def test_a_clock_that_comes_back_finds_everything(strange: Lab, hands: Hands) -> None:
    """Two hours ahead, and right again: what was due in between is neither lost nor repeated."""
    child = await begun(strange)
    ticket = await taken(strange, child)

    hands.turn("+2h")
    await strange.platform.write(AISHA, "quux")
    await strange.platform.confirmation()
    await child.ask("idle")
    hands.turn("+0")
    await after(strange, child, ticket)
    assert await child.stop() == 0
    rest = await strange.check()

    assert rest.chats[AISHA].heard[-2:] == ("quux", "xyzzy")
    assert copies(strange.seen(), rest) == 0


async def test_a_send_under_way_is_not_taken_for_lost(strange: Lab, hands: Hands) -> None:
    """The lease of a send does not run out because the clock jumped: it goes once."""
    child = await begun(strange)
    strange.platform.hold = 1
    await strange.platform.write(BAKYT, "xyzzy")
    await strange.platform.held.wait()
    sent = len(strange.platform.sent)

    hands.turn("+2h")
    await strange.platform.write(AISHA, "plugh")
    await strange.platform.confirmation()
    while len(strange.platform.of(AISHA)) == 0:
        await strange.platform.traffic()

    assert len(strange.platform.of(BAKYT)) == sent
    await child.kill()
    strange.kills += 1
    await strange.check()


async def test_the_clock_of_the_process_is_the_one_that_is_turned(
    strange: Lab, hands: Hands
) -> None:
    """The control: without a ticket, two days later the talk is over and gone."""
    child = await begun(strange)
    await strange.platform.write(BAKYT, "xyzzy")
    await strange.platform.confirmation()
    await child.ask("idle")
    assert await child.stop() == 0
    assert await strange.rows("conversations") == 1

    child = await begun(strange)
    left = await child.ask("over")
    assert left == "1"
    for offset in ("+2d", "+4d"):
        hands.turn(offset)
        left = await child.ask("over")
    while left != "0":  # timers that are due are seen to within a second
        left = await child.ask("over")
    assert await child.stop() == 0
