"""The process from start to stop: the jobs that run side by side, and an orderly end."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Coroutine, Sequence

from starlette.applications import Starlette

from bot.bootstrap import Wing
from bot.entry.http import Server
from bot.entry.watchdog import watch

Job = Callable[[], Coroutine[None, None, None]]
DRAIN = 10.0
"""Seconds a stopping process takes to finish what it accepted."""
STOPS = (signal.SIGTERM, signal.SIGINT)


async def work(wing: Wing, more: Sequence[Job] = ()) -> None:
    """Do what this process is for until cancelled: take up what was left, send, ring, purge."""
    async with asyncio.TaskGroup() as group:
        for job in (watch, *wing.jobs, _for_ever, *more):
            group.create_task(job())


async def _for_ever() -> None:
    """Keep a process alive that only serves, as the visitors' web does."""
    await asyncio.Event().wait()


def stop_signal() -> asyncio.Event:
    """Return what SIGTERM and Ctrl-C set from now on, before anybody is told that we run."""
    stopping = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in STOPS:
        loop.add_signal_handler(number, stopping.set)
    return stopping


async def until_stopped(
    stopping: asyncio.Event,
    wing: Wing,
    servers: Sequence[Server],
    apps: Sequence[Starlette],
    more: Sequence[Job] = (),
) -> None:
    """Run until a signal comes; then stop taking, finish what was taken, and close.

    An unexpected end of a job stops the process too: a supervisor starts it again.
    """
    jobs = asyncio.create_task(work(wing, more))
    jobs.add_done_callback(lambda _: stopping.set())
    await stopping.wait()
    for app in apps:
        _end_streams(app)
    for one in servers:
        one.should_exit = True
    await _drain(wing)
    await _ended(jobs)


def _end_streams(app: Starlette) -> None:
    """Both applications hold open streams; each has an event that ends them."""
    desk = getattr(app.state, "desk", None)
    closing: asyncio.Event = desk.stopping if desk is not None else app.state.closing
    closing.set()


async def _drain(wing: Wing) -> None:
    """Turns that began are finished; what is not, is in the inbox and taken up again."""
    try:
        async with asyncio.timeout(DRAIN):
            await wing.reception.idle()
    except TimeoutError:
        return


async def _ended(jobs: asyncio.Task[None]) -> None:
    jobs.cancel()
    try:
        await jobs
    except asyncio.CancelledError:
        return
