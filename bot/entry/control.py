"""How a command reaches an installation: through its socket while it runs, else by itself.

The socket stands in the data directory, which only its owner can enter.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot import log
from bot.bootstrap import House, open_accounts, open_desk
from bot.entry.errands import ACCOUNT_ERRANDS, ERRANDS, Answer, ErrandError
from bot.service.failures import StoreError
from bot.settings import Settings
from bot.store.file import DataError
from bot.vault import VaultError

NAME = "control"
OWNER_ONLY = 0o600
LONGEST = 65536
LONGEST_PATH = 100
"""A socket's path holds little more; a data directory further down is reached by its number."""
PATIENCE = 600.0
"""Seconds: a purge or a rotation of a large installation takes a while."""

_log = log.logger("safar.control")


async def listen(house: House, data: Path) -> asyncio.Server:
    """Answer errands until closed."""
    path = data / NAME
    path.unlink(missing_ok=True)
    with _reachable(path) as short:
        server = await asyncio.start_unix_server(
            lambda reader, writer: _answer(house, reader, writer), short
        )
    path.chmod(OWNER_ONLY)
    return server


@contextlib.contextmanager
def _reachable(path: Path) -> Any:
    """Yield a path short enough for a socket."""
    if len(os.fsencode(path)) < LONGEST_PATH:
        yield str(path)
        return
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)


async def _answer(house: House, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    asked = json.loads(await reader.readline())
    writer.write(json.dumps(await perform(house, asked["errand"], asked)).encode() + b"\n")
    await writer.drain()
    writer.close()


async def perform(house: House, errand: str, asked: Mapping[str, Any]) -> Answer:
    """Run an errand; what it refuses comes back as `error`, in words for the administrator."""
    try:
        return await ERRANDS[errand](house, asked)
    except (ErrandError, DataError, VaultError, StoreError) as refused:
        return {"error": str(refused)}
    except Exception as error:  # noqa: BLE001 -- an errand must not stop the process it runs in
        _log.exception("errand_failed", exc_info=error)
        return {"error": "the errand failed; the log of the running process says where"}


def run(settings: Settings, errand: str, **asked: Any) -> Answer:
    """Run an errand on an installation, whether it runs or not. Raises `ErrandError`."""
    answer = _ask(settings.data / NAME, {"errand": errand, **asked})
    if answer is None:
        answer = asyncio.run(_alone(settings, errand, asked))
    if "error" in answer:
        raise ErrandError(answer["error"])
    return answer


def _ask(path: Path, asked: Mapping[str, Any]) -> Answer | None:
    """Ask the running process; None when there is none."""
    with socket.socket(socket.AF_UNIX) as wire:
        wire.settimeout(PATIENCE)
        try:
            with _reachable(path) as short:
                wire.connect(short)
        except OSError:
            return None
        wire.sendall(json.dumps(asked).encode() + b"\n")
        with wire.makefile("rb") as replies:
            answer: Answer = json.loads(replies.readline(LONGEST) or b"{}")
    return answer


async def _alone(settings: Settings, errand: str, asked: Mapping[str, Any]) -> Answer:
    if settings.redis_url and errand in ACCOUNT_ERRANDS:
        accounts = await open_accounts(settings.data, settings.key_file)
        try:
            return await ACCOUNT_ERRANDS[errand](accounts, asked)
        finally:
            accounts.file.close()
    house = await open_desk(settings)
    try:
        return await perform(house, errand, asked)
    finally:
        await house.close()
