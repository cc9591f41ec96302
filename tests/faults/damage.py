"""What a process under test does wrong when asked to, so that a check can be seen to fail."""

from __future__ import annotations

import logging
import os
import signal
import sys
import time
from collections.abc import Callable

from sqlcipher3 import dbapi2

from bot import vault
from bot.dialogue.reading import Reading
from bot.dialogue.values import Locale
from bot.entry import watchdog
from bot.store import driver
from bot.understanding import Reader
from bot.vault import Vault

DEADLY = "grue"
HOURS = 3 * 3600


def unseal_everything() -> None:
    """Write everything as it is: no sealing, no keyed lookups, no encrypted file."""
    for name in ("seal", "unseal"):
        original = getattr(vault, name)
        for module in [one for key, one in sys.modules.items() if key.startswith("bot.")]:
            if vars(module).get(name) is original:
                vars(module)[name] = _as_it_is
    for name in ("lookup", "digest"):
        setattr(Vault, name, _plain)
    vars(driver)["connect"] = _without_key


def _as_it_is(key: bytes, where: bytes, words: bytes) -> bytes:
    del key, where
    return words


def _plain(self: Vault, *words: str) -> bytes:
    del self
    return "|".join(words).encode()


def _without_key(path: str, key: bytes, *, timeout: float) -> driver.Connection:
    del key
    connection: driver.Connection = dbapi2.connect(
        path, isolation_level=None, timeout=timeout, check_same_thread=False
    )
    return connection


def log_everything() -> None:
    """Log as a program does that has no rules: whatever libraries say, with its arguments."""
    root = logging.getLogger()
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s"))
    root.handlers[:] = [handler]
    root.setLevel(logging.DEBUG)


def raise_on_words() -> None:
    """Let every turn raise an error that quotes what the visitor wrote."""

    def read(self: Reader, words: str, locale: Locale | None) -> Reading:
        del self, locale
        raise ValueError(words)

    vars(sys.modules[Reader.__module__])["Reader"].read = read


def die_of_words() -> None:
    """Let a message end the process, as a broken library in C would."""
    _read_first(DEADLY, lambda: os.kill(os.getpid(), signal.SIGKILL))


def hang_on_words() -> None:
    """Let a message keep the process busy for ever; its watchdog is made quick for the test."""
    vars(watchdog)["LIMIT"] = 2.0
    _read_first(DEADLY, lambda: time.sleep(HOURS))


def _read_first(deadly: str, harm: Callable[[], object]) -> None:
    read = Reader.read

    def reading(self: Reader, words: str, locale: Locale | None) -> Reading:
        if deadly in words:
            harm()
        return read(self, words, locale)

    vars(sys.modules[Reader.__module__])["Reader"].read = reading


DAMAGES: dict[str, Callable[[], None]] = {
    "naked": unseal_everything,
    "talkative": log_everything,
    "raising": raise_on_words,
    "mortal": die_of_words,
    "stuck": hang_on_words,
}
