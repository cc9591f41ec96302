"""The worker under test: `safar run --role worker` on Redis, behind a platform on loopback.

It is brought forth as `tests.faults.child` is, by the word `shared` and a word `url:...`.
"""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

from bot import bootstrap, log
from bot.bootstrap.shared import open_shared
from bot.entry import worker
from bot.service import outbox, share
from bot.settings import ProcessRole, Settings
from bot.store.redis import engine, link
from tests.faults.child import data_of, key_of, tell
from tests.faults.wire import Line, Poller, WireChannel

WORD, URL = "shared", "url:"


def shorten() -> None:
    """Let a test wait for a take-over as long as it must, and not as long as in earnest."""
    engine.LIVES, engine.BEAT = 2, 0.4
    link.REPLY_TIMEOUT = 1.0
    share.TERM = 0.2
    outbox.SETTLE_TRIES = 60


def settings_of(home: Path, url: str) -> Settings:
    """Return the settings of an installation under test."""
    return Settings(data=data_of(home), key_file=key_of(home), redis_url=url)


async def greet() -> None:
    """Say that signals are heard from now on."""
    tell("ready")


async def run(home: Path, port: int, url: str) -> None:
    """Open a worker and work until a signal comes."""
    line = Line(port)
    channel = WireChannel(line)
    wing = await open_shared(
        settings_of(home, url),
        ProcessRole.WORKER,
        {channel.kind: channel},
        library=bootstrap.open_library(),
    )
    assert wing.leader is not None
    polling = partial(share.while_leading, wing.leader, "polling")
    fetch = partial(polling, Poller(line, wing.reception).run)
    try:
        await worker.until_stopped(worker.stop_signal(), wing, [], [], [greet, fetch])
    finally:
        await wing.close()


def main(home: Path, port: int, wrong: list[str]) -> int:
    """Live one life; return the exit code."""
    log.configure()
    shorten()
    (url,) = (word.removeprefix(URL) for word in wrong if word.startswith(URL))
    asyncio.run(run(home, port, url))
    return 0
