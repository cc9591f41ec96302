"""F-36: a message that ends the process, or holds it for ever, does so five times and no more."""

from __future__ import annotations

import signal

import pytest

from tests.faults.damage import DEADLY
from tests.faults.lab import Lab
from tests.faults.platform import CHAT

AISHA, BAKYT = CHAT.format(1), CHAT.format(2)
LIVES = 6
"""The first has not counted yet, four more count and end; the sixth gives the message up."""


@pytest.mark.parametrize(("wrong", "code"), [("mortal", -signal.SIGKILL), ("stuck", 1)])
async def test_a_message_that_ends_the_process_is_set_aside(
    site: Lab, wrong: str, code: int
) -> None:
    """The others of the same backlog are answered, and so is what the same person writes next."""
    await site.platform.write(AISHA, f"xyzzy {DEADLY}", "xyzzy")
    await site.platform.write(BAKYT, "plugh")
    lives = 0
    child = await site.start(wrong)
    while await child.heard() == "ready" and lives < LIVES:
        await site.platform.confirmation()
        if await child.ask("idle") == "done":
            break
        assert await child.ended() == code
        lives += 1
        site.kills += 1
        child = await site.start(wrong)

    assert await child.stop() == 0
    kept = await site.kept()
    assert 1 <= lives < LIVES
    assert len(site.platform.of(BAKYT)) >= 1
    assert len(site.platform.of(AISHA)) >= 1
    assert kept.chats[AISHA].heard[-1] == "xyzzy"
