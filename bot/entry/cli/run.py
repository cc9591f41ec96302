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
from starlette.applications import Starlette

from bot import log
from bot.bootstrap import (
    Doors,
    House,
    Lines,
    clock,
    open_doors,
    open_house,
    open_library,
    open_lines,
)
from bot.channels.webchat.app import visitor_app
from bot.content.issues import ContentError
from bot.desk.app import desk_app
from bot.desk.enrol import enrol, sign_in_link
from bot.entry import control, http, worker
from bot.entry.figures import figures_app
from bot.entry.readiness import NotReadyError, fit_to_serve, refuse_unready
from bot.settings import Settings, SettingsError, read
from bot.store.file import DataError
from bot.vault import VaultError

YOUNG = 20_000
"""Objects after which the collector looks for circles; a turn makes some hundreds."""
FAULTS = (SettingsError, ContentError, DataError, VaultError, http.PortTakenError, NotReadyError)
"""What may stand in the way of a start; each says what to do."""


REDIS_LATER = "SAFAR_REDIS_URL is set, but `safar run` opens the SQLite store only; unset it."


@click.command("run")
@click.option("--data", type=click.Path(path_type=Path), help="Data directory (SAFAR_DATA).")
@click.option("--port", type=int, help="Visitors' port (SAFAR_PORT).")
@click.option("--desk-port", type=int, help="Operators' port (SAFAR_DESK_PORT).")
@click.option("--demo", is_flag=True, help="Throw-away data, an operator, links printed.")
def command(data: Path | None, port: int | None, desk_port: int | None, *, demo: bool) -> None:
    """Start Safar. Stop it with Ctrl-C; what was accepted is finished first."""
    try:
        settings = _settings(data, port, desk_port)
        log.configure()
        log.hook()
        with _place(settings, demo=demo) as placed:
            asyncio.run(_run(placed, demo=demo))
    except FAULTS as error:
        raise click.ClickException(str(error)) from None


def _settings(data: Path | None, port: int | None, desk_port: int | None) -> Settings:
    given = {"SAFAR_DATA": data, "SAFAR_PORT": port, "SAFAR_DESK_PORT": desk_port}
    said = {name: str(value) for name, value in given.items() if value is not None}
    settings = read({**os.environ, **said})
    if settings.redis_url:
        raise SettingsError((REDIS_LATER,))
    return settings


@contextmanager
def _place(settings: Settings, *, demo: bool) -> Iterator[Settings]:
    """A demonstration has its own data and keys, gone when it ends."""
    if not demo:
        yield settings
        return
    folder = Path(tempfile.mkdtemp(prefix="safar-demo-"))
    try:
        apart = replace(settings, data=folder / "data", key_file=folder / "key")
        yield replace(apart, telegram=None, sms_gateways=None, on_call=(), public_url="")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


async def _run(settings: Settings, *, demo: bool) -> None:
    visitors = http.bind(settings.port, settings.host)
    operators = http.bind(settings.desk_port, settings.host)
    library = open_library()
    refuse_unready(settings, library.book, clock().date())
    if settings.pilot:
        click.echo("SAFAR_PILOT=yes: this is a trial. Tell everybody who works with it.", err=True)
    lines = open_lines(settings, library.wording)
    house = await open_house(
        settings.data,
        settings.key_file,
        lines.channels,
        lines.ringer,
        library=fit_to_serve(library, settings),
    )
    control_server = await control.listen(house, settings.data)
    try:
        await _serve(house, lines, settings, (visitors, operators), demo=demo)
    finally:
        control_server.close()
        await lines.close()
        house.file.close()


async def _serve(
    house: House,
    lines: Lines,
    settings: Settings,
    sockets: tuple[socket.socket, socket.socket],
    *,
    demo: bool,
) -> None:
    if lines.sms is not None:
        lines.sms.remember(await house.store.counts())
    doors = open_doors(settings, lines, house)
    apps = _apps(house, settings, sockets, doors, demo=demo)
    servers = [http.server(app) for app in apps]
    stopping = worker.stop_signal()
    beside = () if demo else _figures(settings.metrics_port)
    await _announce(house, sockets, demo=demo)
    _settle()
    pairs = [*zip(servers, sockets, strict=True), *beside]
    serving = asyncio.create_task(http.serve(pairs))
    await worker.until_stopped(stopping, house, [one for one, _ in pairs], apps, doors.jobs)
    for stop in doors.stops:
        await stop()
    await serving


def _figures(port: int) -> tuple[tuple[http.Server, socket.socket], ...]:
    """Serve the figures on loopback; people are served also where that port is taken."""
    try:
        listening = http.bind(port)
    except http.PortTakenError:
        log.logger("safar.run").warning("metrics_port_taken", metrics_port=port)
        return ()
    return ((http.server(figures_app()), listening),)


def _settle() -> None:
    """Let the collector pass over what was made at the start: it stays until the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG)


def _apps(
    house: House,
    settings: Settings,
    sockets: tuple[socket.socket, socket.socket],
    doors: Doors,
    *,
    demo: bool,
) -> list[Starlette]:
    wording = house.library.wording
    public = settings.public_url or http.address(sockets[0])
    desk_url = settings.desk_url or http.address(sockets[1], http.DESK_HOST)
    return [
        visitor_app(
            house.shell,
            wording,
            public_url=public,
            demo=demo,
            extra_routes=doors.routes,
            locales=house.library.book.locales,
        ),
        desk_app(house.tickets, house.records, wording, public_url=desk_url, demo=demo),
    ]


async def _announce(
    house: House, sockets: tuple[socket.socket, socket.socket], *, demo: bool
) -> None:
    """Print where people reach us; a demonstration gets an operator who signs in by a link."""
    operators = http.address(sockets[1], http.DESK_HOST)
    if demo:
        click.echo("This is a demonstration: throw-away data, this machine only, nobody on call.")
    click.echo(f"Visitor:   {http.address(sockets[0])}/")
    click.echo(f"Operator:  {await _demo_link(house, operators) if demo else operators + '/'}")
    if demo:
        click.echo("The operator's link works once, for ten minutes.")
    click.echo("Stop with Ctrl-C.")


async def _demo_link(house: House, operators: str) -> str:
    made = await enrol(house.records, "demo", now=clock())
    if made is None:
        raise click.ClickException("the demonstration could not make its operator")
    return await sign_in_link(house.records, made.operator.id, now=clock(), public_url=operators)
