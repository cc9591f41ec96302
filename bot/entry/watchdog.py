"""Ends a process whose event loop is held: nobody is answered until a supervisor starts it anew."""

from __future__ import annotations

import asyncio
import faulthandler

LIMIT = 30.0
"""Seconds without a turn of the loop; a message that holds it is counted at the next start."""


async def watch() -> None:
    """Keep the end away for as long as the loop turns. What it writes names code, no words."""
    try:
        while True:
            faulthandler.dump_traceback_later(LIMIT, exit=True)
            await asyncio.sleep(LIMIT / 6)
    finally:
        faulthandler.cancel_dump_traceback_later()
