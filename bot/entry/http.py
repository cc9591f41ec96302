"""The two web applications on two ports, served side by side in one loop."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Iterator, Sequence
from types import FrameType

import uvicorn
from starlette.applications import Starlette

from bot.entry.inherited import take

LOOPBACK = "127.0.0.1"
DESK_HOST = "localhost"
"""Another name than the visitors': browsers keep cookies by name, whatever the port, and quick
exit clears all of the name it was pressed on."""
BACKLOG = 512
GRACE = 5
"""Seconds that open streams get to end."""


class PortTakenError(Exception):
    """Another process listens there."""

    def __init__(self, port: int) -> None:
        super().__init__(f"port {port} is taken; choose another one")
        self.port = port


def bind(port: int, host: str = LOOPBACK, name: str = "") -> socket.socket:
    """Return a listening socket; 0 takes any free port. Raises `PortTakenError`.

    One that systemd opened under this `name` comes first.
    """
    if name and (handed := take(name)) is not None:
        return handed
    # Named in full: only then does asyncio switch off Nagle's delay, which costs 40 ms an answer.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise PortTakenError(port) from error
    listening.listen(BACKLOG)
    return listening


def address(listening: socket.socket, host: str = LOOPBACK) -> str:
    """Return the address of a socket as a browser writes it."""
    return f"http://{host}:{listening.getsockname()[1]}"


class Server(uvicorn.Server):
    """uvicorn without hands on the signals: one place stops the whole process."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to `bot.entry.worker`."""
        yield

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Never called: see `capture_signals`."""


def server(app: Starlette) -> Server:
    """Return a server for one application; nothing of a request is logged."""
    return Server(
        uvicorn.Config(
            app,
            http="httptools",
            ws="none",
            loop="asyncio",
            lifespan="auto",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=GRACE,
        )
    )


async def serve(pairs: Sequence[tuple[Server, socket.socket]]) -> None:
    """Serve until every server was told to stop."""
    await asyncio.gather(*(one.serve(sockets=[at]) for one, at in pairs))
