"""The ports that one role serves: the visitors', the operators', both, or none."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import dataclass

from starlette.applications import Starlette

from bot.bootstrap import Doors, House, Wing
from bot.channels.webchat import sound
from bot.channels.webchat.app import visitor_app
from bot.desk.app import desk_app
from bot.entry import http
from bot.entry.recordings import open_shelf
from bot.settings import ProcessRole, Settings

VISITORS, DESK = "visitors", "desk"
"""What systemd calls the ports that it opens for us."""


@dataclass(frozen=True, slots=True)
class Gates:
    """The listening sockets of a process; None for a port that is another process's."""

    visitors: socket.socket | None
    operators: socket.socket | None
    works: bool

    @classmethod
    def open(cls, settings: Settings, role: ProcessRole) -> Gates:
        """Open the ports of a role. Raises `PortTakenError`."""
        every = role is ProcessRole.ALL
        visitors = operators = None
        if every or role is ProcessRole.WEB:
            visitors = http.bind(settings.port, settings.host, VISITORS)
        if every or role is ProcessRole.DESK:
            operators = http.bind(settings.desk_port, settings.host, DESK)
        return cls(visitors, operators, works=every or role is ProcessRole.WORKER)

    def serve(
        self, wing: Wing, settings: Settings, doors: Doors, *, demo: bool
    ) -> Iterator[tuple[Starlette, socket.socket]]:
        """Yield each application with its port."""
        wording = wing.library.wording
        if self.visitors is not None:
            app = visitor_app(
                wing.shell,
                wording,
                public_url=settings.public_url or http.address(self.visitors),
                demo=demo,
                extra_routes=(*doors.routes, sound.route(open_shelf(settings.data))),
                locales=wing.library.book.locales,
                ready=wing.ready,
            )
            yield app, self.visitors
        if self.operators is not None and isinstance(wing, House):
            url = settings.desk_url or http.address(self.operators, http.DESK_HOST)
            app = desk_app(wing.tickets, wing.records, wording, public_url=url, demo=demo)
            yield app, self.operators
