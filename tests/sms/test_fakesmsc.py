"""Kannel's own `fakesmsc` as the network: many SMS at once, and one of us away (F-37, F-41)."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.l10n.wording import Wording
from bot.service.failures import StoreUnavailable
from tests.sms.kannel_box import PATIENCE, Kannel, kannel
from tests.sms.ours import Ours
from tests.sms.support import NUMBER

FOLDER = "/usr/lib/kannel/test"
MANY = 40


@pytest.fixture
async def ours(wording: Wording) -> Ours:
    """Return our side, not open yet."""
    return Ours(wording)


@pytest.fixture
async def box(tmp_path: Path, ours: Ours) -> AsyncIterator[Kannel]:
    """Return a Kannel, with our side not open yet."""
    async with kannel(tmp_path, ours.port) as running:
        yield running
        await running.stop()


async def sent(box: Kannel, count: int, words: str) -> None:
    """Let the network bring so many SMS, each with words of its own."""
    program = shutil.which("fakesmsc", path=FOLDER)
    if program is None:
        pytest.fail("fakesmsc is missing: `make setup` as root, or install kannel-extras")
    before = await received(box)
    network = await asyncio.create_subprocess_exec(
        program,
        *("-H", "127.0.0.1", "-r", str(box.ports["smsc"]), "-i", "0.001", "-m", str(count)),
        *("-z", "4", f"{NUMBER[1:]} 4040 text {words}"),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        async with asyncio.timeout(PATIENCE):
            while await received(box) < before + count:  # noqa: ASYNC110 -- another process's business
                await asyncio.sleep(0.05)
    finally:
        network.terminate()
        await network.wait()


async def received(box: Kannel) -> int:
    """Return how many SMS bearerbox says that the network brought."""
    reader, writer = await asyncio.open_connection("127.0.0.1", box.ports["admin"])
    writer.write(b"GET /status.txt?password=x HTTP/1.0\r\n\r\n")
    said = (await reader.read()).decode("latin-1")
    writer.close()
    return int(said.partition("SMS: received ")[2].partition(" ")[0] or 0)


async def test_all_that_came_while_we_were_away_is_brought_once(box: Kannel, ours: Ours) -> None:
    """A backlog after an outage: nothing is lost, nothing comes twice (F-37)."""
    await sent(box, MANY, "help")
    await ours.open(box)
    await ours.until(MANY)
    await ours.close()

    assert len(ours.door.kept) == MANY
    assert all(words.startswith("help") for words in ours.door.words)


async def test_while_our_store_is_away_all_of_it_waits(box: Kannel, ours: Ours) -> None:
    """503 to each of them at first (F-22, F-41)."""
    ours.door.failures = [StoreUnavailable() for _ in range(MANY)]
    await ours.open(box)
    await sent(box, MANY, "help")
    await ours.until(MANY)
    await ours.close()

    assert len(ours.door.kept) == MANY


@pytest.mark.parametrize("refusing", [False, True], ids=["silent", "refusing"])
async def test_what_smsbox_held_when_it_was_killed_is_counted(
    box: Kannel,
    ours: Ours,
    capsys: pytest.CaptureFixture[str],
    refusing: bool,  # noqa: FBT001 - how our side was away
) -> None:
    """What Kannel itself can lose: printed, and written down in docs/sms.md (F-41)."""
    if refusing:
        ours.door.failures = [StoreUnavailable() for _ in range(10 * MANY)]
        await ours.open(box)
    await sent(box, MANY, "help")
    if refusing:
        async with ours.came, asyncio.timeout(PATIENCE):
            await ours.came.wait_for(lambda: len(ours.door.failures) <= 9 * MANY)
    await box.kill("smsbox")
    ours.door.failures.clear()
    await box.run("smsbox")
    if not refusing:
        await ours.open(box)
    await sent(box, 1, "after")
    async with ours.came, asyncio.timeout(PATIENCE):
        await ours.came.wait_for(lambda: any(w.startswith("after") for w in ours.door.words))
    lost = MANY + 1 - len(ours.door.kept)
    await ours.close()

    assert 0 <= lost <= MANY
    how = "refusing" if refusing else "silent"
    with capsys.disabled():
        print(f"\nsmsbox killed with {MANY} SMS, we were {how}: {lost} lost")  # noqa: T201 - measured
