"""A real process that polls: `python -m tests.telegram.process FOLDER URL CLIENT`."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from bot import log
from bot.bootstrap import clock, open_house
from bot.channels.telegram_auto import build
from bot.channels.telegram_chat import TelegramChannel
from bot.channels.telegram_doors import open_poller
from bot.dialogue.values import ChannelKind
from bot.entry import worker
from tests.telegram.fake_api import TOKEN


async def main(folder: Path, url: str, client: str) -> None:
    """Run until something ends the process, or asks it to stop."""
    log.configure()
    channel = TelegramChannel(build(client, TOKEN, url))
    house = await open_house(
        folder / "data", folder / "keys" / "key", {ChannelKind.TELEGRAM: channel}
    )
    poller, _ = open_poller(channel, house.reception.accept, clock)
    await worker.until_stopped(worker.stop_signal(), house, [], [], [poller.run])


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
