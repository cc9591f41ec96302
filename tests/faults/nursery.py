"""Brings forth lives of the process under test without reading the Book anew for each.

    python -m tests.faults.nursery SOCKET

A connection asks for one life with one JSON line. The connection becomes its stdin and
stdout; the first line back is its process id, the last one `exit CODE` however it ended.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import selectors
import signal
import socket
import sys
import traceback
from pathlib import Path
from typing import Any

from bot import bootstrap
from bot.service import killpoint
from tests.faults import child, shared_child


class Nursery:
    """Forks; it has one thread and opens nothing that a fork must not share."""

    def __init__(self, path: Path) -> None:
        self._door = socket.socket(socket.AF_UNIX)
        self._door.bind(str(path))
        self._door.listen(64)
        self._lives: dict[int, socket.socket] = {}
        self._awake, waker = socket.socketpair()
        waker.setblocking(False)
        self._waker = waker
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(waker.fileno())

    def run(self) -> None:
        """Serve until stdin is closed."""
        with selectors.DefaultSelector() as selector:
            for source in (self._door, self._awake, sys.stdin):
                selector.register(source, selectors.EVENT_READ)
            while True:
                ready = [key.fileobj for key, _ in selector.select()]
                if sys.stdin in ready:
                    return
                if self._awake in ready:
                    self._awake.recv(512)
                    self._bury()
                if self._door in ready:
                    self._bear(self._door.accept()[0])

    def _bear(self, talk: socket.socket) -> None:
        with talk.makefile("rb", buffering=0) as lines:
            wish = json.loads(lines.readline())
        pid = os.fork()
        if pid == 0:
            self._live(talk, wish)
        self._lives[pid] = talk
        talk.sendall(f"{pid}\n".encode())

    def _live(self, talk: socket.socket, wish: dict[str, Any]) -> None:
        """Be the process under test; never returns."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        log = os.open(wish["log"], os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        for descriptor, place in ((talk.fileno(), 0), (talk.fileno(), 1), (log, 2)):
            os.dup2(descriptor, place)
        for other in (self._door, self._awake, self._waker, talk, *self._lives.values()):
            other.close()
        code = 1
        with contextlib.suppress(KeyboardInterrupt):
            try:
                arm(wish["kill_at"])
                life = shared_child if shared_child.WORD in wish["wrong"] else child
                code = life.main(Path(wish["home"]), wish["port"], wish["wrong"])
            except BaseException:  # noqa: BLE001 -- the tests read the log of a life that failed
                os.write(2, traceback.format_exc().encode())
        os._exit(code)

    def _bury(self) -> None:
        while self._lives:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return
            talk = self._lives.pop(pid)
            with contextlib.suppress(OSError):
                talk.sendall(f"exit {os.waitstatus_to_exitcode(status)}\n".encode())
            talk.close()


def arm(place: str) -> None:
    """Set the kill point of this life; the nursery was started with one that nobody passes."""
    countdown = killpoint.killpoint
    assert isinstance(countdown, killpoint._Countdown)
    name, _, count = place.partition(":")
    countdown.name, countdown.left = name, int(count or 1)


def main(path: Path) -> None:
    """Read the Book once and serve."""
    library = bootstrap.open_library()
    vars(bootstrap)["open_library"] = lambda: library
    gc.freeze()
    nursery = Nursery(path)
    os.write(1, b"ready\n")
    nursery.run()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
