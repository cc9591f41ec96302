"""`safar run`: the whole of it in one process, or one role of it."""

from __future__ import annotations

import asyncio
import gc
import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click

from bot import log
from bot.bootstrap import (
    House,
    Lines,
    Wing,
    clock,
    open_doors,
    open_library,
    open_lines,
    open_wing,
)
from bot.content.issues import ContentError
from bot.desk.enrol import enrol, sign_in_link
from bot.entry import control, http, worker
from bot.entry.figures import figures_app
from bot.entry.gates import Gates
from bot.entry.readiness import NotReadyError, fit_to_serve, refuse_unready
from bot.entry.recordings import audible, open_shelf
from bot.service.failures import StoreError
from bot.settings import ProcessRole, Settings, SettingsError, read
from bot.store.file import DataError
from bot.vault import VaultError

YOUNG = 20_000
"""Objects after which the collector looks for circles; a turn makes some hundreds."""
FAULTS = (
    SettingsError,
    ContentError,
    DataError,
    VaultError,
    StoreError,
    http.PortTakenError,
    NotReadyError,
)
"""What may stand in the way of a start; each says what to do."""
ALONE = "--role {} is one of several processes, which share Redis: set SAFAR_REDIS_URL."
DEMO = "--demo is one process with throw-away data: it has no roles."
ROLES = [role.value for role in ProcessRole]


@click.command("run")
@click.option("--data", type=click.Path(path_type=Path), help="Data directory (SAFAR_DATA).")
@click.option("--port", type=int, help="Visitors' port (SAFAR_PORT).")
@click.option("--desk-port", type=int, help="Operators' port (SAFAR_DESK_PORT).")
@click.option("--demo", is_flag=True, help="Throw-away data, an operator, links printed.")
@click.option(
    "--role",
    type=click.Choice(ROLES),
    default=ProcessRole.ALL.value,
    show_default=True,
    help="On Redis: which part of the installation this process is.",
)
def command(
    data: Path | None, port: int | None, desk_port: int | None, *, demo: bool, role: str
) -> None:
    """Start Safar. Stop it with Ctrl-C; what was accepted is finished first."""
    try:
        settings = _settings(data, port, desk_port)
        part = _role(role, settings, demo=demo)
        log.configure()
        log.hook()
        with _place(settings, demo=demo) as placed:
            asyncio.run(_run(placed, part, demo=demo))
    except FAULTS as error:
        raise click.ClickException(str(error)) from None


def _settings(data: Path | None, port: int | None, desk_port: int | None) -> Settings:
    given = {"SAFAR_DATA": data, "SAFAR_PORT": port, "SAFAR_DESK_PORT": desk_port}
    said = {name: str(value) for name, value in given.items() if value is not None}
    return read({**os.environ, **said})


def _role(role: str, settings: Settings, *, demo: bool) -> ProcessRole:
    part = ProcessRole(role)
    if part is not ProcessRole.ALL and demo:
        raise SettingsError((DEMO,))
    if part is not ProcessRole.ALL and not settings.redis_url:
        raise SettingsError((ALONE.format(role),))
    return part


@contextmanager
def _place(settings: Settings, *, demo: bool) -> Iterator[Settings]:
    """A demonstration has its own data and keys, gone when it ends."""
    if not demo:
        yield settings
        return
    folder = Path(tempfile.mkdtemp(prefix="safar-demo-"))
    try:
        apart = replace(settings, data=folder / "data", key_file=folder / "key", redis_url="")
        yield replace(apart, telegram=None, sms_gateways=None, on_call=(), public_url="")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


async def _run(settings: Settings, role: ProcessRole, *, demo: bool) -> None:
    gates = Gates.open(settings, role)
    library = open_library()
    refuse_unready(settings, library.book, clock().date())
    if settings.pilot:
        click.echo("SAFAR_PILOT=yes: this is a trial. Tell everybody who works with it.", err=True)
    shelf = open_shelf(settings.data)
    lines = open_lines(settings, library.wording, shelf.file)
    try:
        served = audible(fit_to_serve(library, settings), shelf)
        wing = await open_wing(settings, role, lines, served)
        try:
            await _answer(wing, lines, settings, gates, demo=demo)
        finally:
            await wing.close()
    finally:
        await lines.close()


async def _answer(
    wing: Wing, lines: Lines, settings: Settings, gates: Gates, *, demo: bool
) -> None:
    """Serve; where the Desk is, answer what an administrator asks too."""
    if not isinstance(wing, House):
        await _serve(wing, lines, settings, gates, demo=demo)
        return
    control_server = await control.listen(wing, settings.data)
    try:
        await _serve(wing, lines, settings, gates, demo=demo)
    finally:
        control_server.close()


async def _serve(wing: Wing, lines: Lines, settings: Settings, gates: Gates, *, demo: bool) -> None:
    doors = open_doors(settings, lines, wing)
    served = [*gates.serve(wing, settings, doors, demo=demo)]
    apps = [app for app, _ in served]
    pairs = [(http.server(app), at) for app, at in served]
    stopping = worker.stop_signal()
    if not demo:
        pairs += _figures(wing, settings.metrics_port)
    await _announce(wing, gates, demo=demo)
    _settle()
    serving = asyncio.create_task(http.serve(pairs))
    jobs = doors.jobs if gates.works else ()
    await worker.until_stopped(stopping, wing, [one for one, _ in pairs], apps, jobs)
    for stop in doors.stops:
        await stop()
    await serving


def _figures(wing: Wing, port: int) -> list[tuple[http.Server, socket.socket]]:
    """Serve the figures on loopback; people are served also where that port is taken."""
    try:
        listening = http.bind(port)
    except http.PortTakenError:
        log.logger("safar.run").warning("metrics_port_taken", metrics_port=port)
        return []
    return [(http.server(figures_app(wing.ready)), listening)]


def _settle() -> None:
    """Let the collector pass over what was made at the start: it stays until the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG)


async def _announce(wing: Wing, gates: Gates, *, demo: bool) -> None:
    """Print where people reach us; a demonstration gets an operator who signs in by a link."""
    if demo:
        click.echo("This is a demonstration: throw-away data, this machine only, nobody on call.")
    if gates.visitors is not None:
        click.echo(f"Visitor:   {http.address(gates.visitors)}/")
    if gates.operators is not None and isinstance(wing, House):
        operators = http.address(gates.operators, http.DESK_HOST)
        click.echo(f"Operator:  {await _demo_link(wing, operators) if demo else operators + '/'}")
    if demo:
        click.echo("The operator's link works once, for ten minutes.")
    if gates.visitors is None and gates.operators is None:
        click.echo("Working.")
    click.echo("Stop with Ctrl-C.")


async def _demo_link(house: House, operators: str) -> str:
    made = await enrol(house.records, "demo", now=clock())
    if made is None:
        raise click.ClickException("the demonstration could not make its operator")
    return await sign_in_link(house.records, made.operator.id, now=clock(), public_url=operators)
