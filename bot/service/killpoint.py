"""Named places where a test may end the process for good: `SAFAR_KILL_AT=name:count`."""

from __future__ import annotations

import os
import signal

VARIABLE = "SAFAR_KILL_AT"


class _Countdown:
    """Ends the process when its place has been passed `count` times."""

    def __init__(self, setting: str) -> None:
        name, _, count = setting.partition(":")
        self.name = name
        self.left = int(count or 1)

    def __call__(self, name: str) -> None:
        """Pass the place `name`."""
        if name == self.name:
            self.left -= 1
            if self.left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


def _never(name: str) -> None:
    """Do nothing: what a killpoint is in every real run."""


killpoint = _Countdown(os.environ[VARIABLE]) if VARIABLE in os.environ else _never
