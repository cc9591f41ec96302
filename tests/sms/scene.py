"""A gateway and the side of Safar it calls, for tests outside of this folder."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from typing import Any

from bot.bootstrap import LOCALES
from bot.l10n.wording import Wording
from tests.sms.conftest import Stage, staged, struck
from tests.sms.peers import PEERS, Peer
from tests.sms.support import Clock, file


@contextlib.asynccontextmanager
async def scene(*names: str, **fields: Any) -> AsyncIterator[tuple[Stage, list[Peer]]]:
    """Open the gateways of these names; `fields` are those of the file."""
    peers = [PEERS[name](name) for name in names]
    for one in peers:
        await one.start()
    settings = file(*(one.settings() for one in peers), **fields)
    stage = await staged(settings, Wording(LOCALES), Clock())
    try:
        yield stage, peers
    finally:
        await struck(stage)
        for one in peers:
            await one.stop()
