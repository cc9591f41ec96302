from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.faults.redis_trio import Trio, failover


@pytest.fixture
async def trio(tmp_path: Path) -> AsyncIterator[Trio]:
    """Return a master with its replica and a Sentinel."""
    trio = Trio(tmp_path)
    await trio.start()
    yield trio
    trio.end()


async def test_a_fail_over_is_followed_and_keeps_what_the_replica_had(trio: Trio) -> None:
    """F-20: Safar finds the new master by itself and goes on there."""
    assert await failover(trio, 30, 0) == (30, 0)


async def test_a_fail_over_loses_what_the_replica_had_not(trio: Trio) -> None:
    """The control, and the limit that docs/operating.md states: replication is not awaited."""
    acknowledged, lost = await failover(trio, 30, 7)
    assert (acknowledged, lost) == (37, 7)


async def test_a_master_that_waits_for_its_replica_loses_nothing(trio: Trio) -> None:
    """With min-replicas-to-write it takes nothing while the replica is gone."""
    await trio.ask(0, "CONFIG", "SET", "min-replicas-to-write", "1")
    assert await failover(trio, 30, 7) == (30, 0)
