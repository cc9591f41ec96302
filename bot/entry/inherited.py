"""Ports that systemd opened for us, so that a restart refuses nobody."""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping

FIRST = 3
"""The first descriptor that systemd hands over, after input, output and errors."""


def inherited(environ: Mapping[str, str] = os.environ, pid: int | None = None) -> dict[str, int]:
    """Return the descriptors handed to this process by name; {} when there are none."""
    if environ.get("LISTEN_PID") != str(pid or os.getpid()):
        return {}
    count = int(environ.get("LISTEN_FDS", "0"))
    names = environ.get("LISTEN_FDNAMES", "").split(":")
    return dict(zip(names, range(FIRST, FIRST + count), strict=False))


def take(name: str) -> socket.socket | None:
    """Return the listening socket of a name (`visitors`, `desk`); None when we must bind."""
    descriptor = inherited().get(name)
    if descriptor is None:
        return None
    listening = socket.socket(fileno=descriptor)
    listening.setblocking(False)
    return listening
