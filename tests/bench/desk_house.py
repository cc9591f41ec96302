"""The process that `desk_web` measures: the whole of Safar with operators signed in.

    python -m tests.bench.desk_house FOLDER OPERATORS

Prints one JSON line (addresses, cookies and form tokens) when it serves. A line on stdin
begins a profile, a second one prints it; the end of stdin ends the process.
"""

from __future__ import annotations

import asyncio
import cProfile
import gc
import json
import os
import pstats
import sys
from pathlib import Path

from bot import log
from bot.bootstrap import House, clock, open_house
from bot.channels.webchat.app import visitor_app
from bot.desk.app import desk_app
from bot.desk.credentials import digest, form_token, new_token
from bot.desk.enrol import enrol
from bot.dialogue.values import Locale
from bot.entry import http, worker
from bot.service.staff import DUTY, StaffSession

SHOWN = 45


async def main(folder: Path, operators: int) -> None:
    """Serve until stdin ends."""
    log.configure(Path(os.devnull).open("w"))  # noqa: ASYNC230, SIM115 -- once, before serving
    house = await open_house(folder / "data", folder / "key")
    gc.collect()
    gc.freeze()  # as `safar run` does
    sockets = http.bind(0), http.bind(0)
    visitors, desk = (http.address(one) for one in sockets)
    wording = house.library.wording
    apps = [
        visitor_app(house.shell, wording, public_url=visitors, demo=False),
        desk_app(house.tickets, house.records, wording, public_url=desk, demo=True),
    ]
    servers = [http.server(app) for app in apps]
    serving = asyncio.create_task(http.serve(list(zip(servers, sockets, strict=True))))
    jobs = asyncio.create_task(worker.work(house))
    staff = [await sign_in(house, number) for number in range(operators)]
    ready = {"visitors": visitors, "desk": desk, "staff": staff, "pid": os.getpid()}
    sys.stdout.write(json.dumps(ready) + "\n")
    sys.stdout.flush()
    await until_told()
    for app in apps:
        app.state.closing.set()
    for server in servers:
        server.should_exit = True
    await serving
    jobs.cancel()
    await asyncio.gather(jobs, return_exceptions=True)
    house.file.close()


async def sign_in(house: House, number: int) -> tuple[str, str]:
    """Make an operator on duty with a session; return cookie and form token."""
    made = await enrol(house.records, f"operator-{number}", now=clock(), locale=Locale("en"))
    assert made is not None
    cookie, now = new_token(), clock()
    session = StaffSession(digest(cookie), made.operator.id, now, now, digest("bench"))
    await house.records.open_session(session)
    await house.tickets.on_duty(made.operator.id, now + DUTY)
    return cookie, form_token(cookie)


async def until_told() -> None:
    """Profile between two lines of stdin; return at its end."""
    profile = cProfile.Profile()
    while await asyncio.to_thread(sys.stdin.readline):
        profile.enable()
        if not await asyncio.to_thread(sys.stdin.readline):
            return
        profile.disable()
        pstats.Stats(profile, stream=sys.stderr).sort_stats("tottime").print_stats(SHOWN)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
