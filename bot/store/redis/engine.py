"""One worker of this engine: its connection, its number, its keys, and how it calls scripts."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from bot import log
from bot.service.failures import Conflict, StoreError, StoreUnavailable
from bot.store.life import Life
from bot.store.redis.link import Call, Link, ScriptError
from bot.store.redis.scripts import DIGESTS, SCRIPTS
from bot.store.redis.server import Server
from bot.vault import UnreadableError, Vault, place

BEAT = 3.0
LIVES = 10
"""Seconds after the last beat until a worker counts as dead and its share is taken over."""
KEYS_KEPT = 4096

TURNING = frozenset({"beat", "bye", "relook", "turn", "turned"})
"""All that runs while lookups are being changed."""

_log = log.logger("safar.store")
_encode = msgspec.msgpack.Encoder().encode
_HEADS = (b"\xd9", b"\xda", b"\xdb")
_SIZES = (1, 2, 4)


def _pack(values: tuple[Any, ...]) -> bytes:
    """Return msgpack as the scripts' own reader wants it: it knows strings, not binaries."""
    return _encode([_stringed(value) for value in values])


def _stringed(value: Any) -> Any:
    kind = type(value)
    if kind is bytes:
        size = len(value)
        step = (size > 0xFF) + (size > 0xFFFF)  # noqa: PLR2004 -- what one and two bytes can say
        return msgspec.Raw(_HEADS[step] + size.to_bytes(_SIZES[step], "big") + value)
    if kind is tuple or kind is list:
        return [_stringed(one) for one in value]
    if kind is dict:
        return {name: _stringed(one) for name, one in value.items()}
    return value


class InstallationError(StoreError):
    """This Redis is not the one of this installation; the message says what to do."""


REMEDIES = {
    "EMPTIED": "This Redis is empty, but an installation was begun in it. Put its append-only"
    " files back and start it again. Only if all conversations are given up for lost:"
    " delete the file `redis` beside the keys, then start.",
    "FOREIGN": "This Redis belongs to something else. Give Safar a database of its own.",
    "NEWER": "This Redis was written by a newer Safar; do not go back.",
}


class Engine:
    """Calls scripts; registers anew when this worker was given up or its connection broke."""

    def __init__(
        self,
        server: Server,
        vault: Vault,
        *,
        life: Life | None = None,
        record: Path | None = None,
        works: bool = True,
        reread: Callable[[], Vault] | None = None,
    ) -> None:
        self.vault = vault
        self.life = life or Life()
        self.link = Link(server, self._greet)
        self.worker = 0
        self.fenced = 0
        """How often this worker found that it had been given up."""
        self.turning = False
        """True while this worker changes all lookups, or has to finish it for one that died."""
        self.works = works
        self._record = record
        self._reread = reread
        self._keys: dict[bytes, bytes] = {}
        self._beating: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Connect, and live from now on. Raises `InstallationError` or `StoreUnavailable`."""
        await self.link.call("PING")
        self._beating = asyncio.create_task(self._beat())

    async def close(self) -> None:
        """Give back what this worker holds."""
        if self._beating is not None:
            self._beating.cancel()
            await asyncio.gather(self._beating, return_exceptions=True)
        try:
            await self.run("bye")
        except StoreError:
            _log.warning("store_unavailable", kind="bye")
        self.link.close()

    async def run(self, script: str, *args: Any) -> Any:
        """Run a script for this worker. Raises `StoreUnavailable`, `StaleKeys`, `ScriptError`.

        One that was given up meanwhile must not go on with what it read before: a commit
        raises `Conflict`, everything else is tried once more under its new number.
        """
        try:
            return await self._run(script, args)
        except ScriptError as error:
            if error.word == "EPOCH":
                self.read_keys_again()
                raise StaleKeys from error
            if error.word != "FENCED":
                raise
        self.fenced += 1
        _log.warning("worker_fenced", count=self.fenced)
        before = self.vault.pepper_mark()
        await self._register(self.link.call)
        if script in {"commit", "forget"}:
            raise Conflict
        if self.vault.pepper_mark() != before:
            raise StaleKeys("The lookups have changed.")
        return await self._run(script, args)

    async def _run(self, script: str, args: tuple[Any, ...]) -> Any:
        if self.turning and script not in TURNING:
            raise StoreUnavailable("The lookups are being changed.")
        packed = _pack((self.worker, self.works, *args))
        try:
            return await self.link.call("EVALSHA", DIGESTS[script], 0, packed)
        except ScriptError as error:
            if error.word != "NOSCRIPT":
                raise
        await _load(self.link.call)
        return await self.link.call("EVALSHA", DIGESTS[script], 0, packed)

    async def _greet(self, call: Call) -> None:
        await _load(call)
        await self._register(call)

    async def _register(self, call: Call) -> None:
        known = self._known()
        mark = known or secrets.token_hex(16)
        packed = _pack((known or False, mark, self.vault.pepper_mark(), LIVES, self.worker))
        try:
            reply = await call("EVALSHA", DIGESTS["register"], 0, packed)
        except ScriptError as error:
            if error.word in REMEDIES:
                raise Elsewhere(REMEDIES[error.word]) from error
            raise
        self.worker = reply[0]
        self._remember(reply[1].decode())
        self._match(reply[2])
        self.turning = bool(reply[3])

    def _match(self, mark: bytes) -> None:
        """Use the pepper of the lookups. Raises `StoreUnavailable` where keys are only read.

        There a change of the lookups that was cut short waits for a process that may write.
        """
        if mark != self.vault.pepper_mark():
            self.read_keys_again()
        try:
            self.vault.match_pepper(mark)
        except OSError as error:
            raise StoreUnavailable("The keys cannot be written here.") from error

    def _known(self) -> str:
        if self._record is None:
            return ""
        return self._record.read_text("ascii").strip() if self._record.exists() else ""

    def _remember(self, mark: str) -> None:
        if self._record is not None and not self._record.exists():
            self._record.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._record.write_text(mark + "\n", "ascii")

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(BEAT)
            try:
                await self.run("beat", LIVES)
            except StoreError:
                _log.warning("store_unavailable", kind="beat")

    # Keys

    def unwrap(self, wrapped: bytes, table: str, owner: str) -> bytes:
        """Return a key of a conversation or an address; the last ones are remembered for a while.

        A key under an epoch that another process began is opened after reading the keys again.
        """
        key = self._keys.get(wrapped)
        if key is None:
            key = self._unwrap(wrapped, place(table, owner, "key", 0))
            if len(self._keys) >= KEYS_KEPT:
                self.forget_keys()
            self._keys[wrapped] = key
        return key

    def _unwrap(self, wrapped: bytes, where: bytes) -> bytes:
        try:
            return self.vault.unwrap(wrapped, where)
        except UnreadableError:
            if self._reread is None:
                raise
        self.read_keys_again()
        return self.vault.unwrap(wrapped, where)

    def read_keys_again(self) -> None:
        """Take in an epoch that another process of the installation began."""
        if self._reread is not None:
            self.vault = self._reread()

    def wrap(self, key: bytes, table: str, owner: str) -> bytes:
        """Wrap a key under the newest epoch."""
        return self.vault.wrap(key, place(table, owner, "key", 0))

    def forget_keys(self) -> None:
        """Let no key of a destroyed conversation stay in memory."""
        self._keys.clear()


class StaleKeys(StoreUnavailable):
    """A key was wrapped under an epoch that is being left behind: seal again."""


class Elsewhere(InstallationError, StoreUnavailable):
    """The same, met by a running worker: it writes nothing and acknowledges nothing."""


async def _load(call: Call) -> None:
    await asyncio.gather(*(call("SCRIPT", "LOAD", text) for text in SCRIPTS.values()))
