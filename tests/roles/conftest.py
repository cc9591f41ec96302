"""One installation on Redis for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.roles.installation import Installation
from tests.store.redis_server import RedisServer


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Installation]:
    """Return an installation with nothing but its Redis running."""
    found = Installation(tmp_path, RedisServer(tmp_path / "redis").start())
    yield found
    await found.end()
