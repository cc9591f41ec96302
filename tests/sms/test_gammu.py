"""A modem's own software, with its dummy phone, takes as many parts as we count and pay for."""

from __future__ import annotations

import asyncio
import re
import shutil
from pathlib import Path

import pytest

from bot.l10n import gsm

NUMBER = "+996700111222"
PATIENCE = 20.0
PART = re.compile(rb"\[SMSBackup\d+\]")
FOLDERS = ("inbox", "outbox", "sent", "error")
TEXTS = [
    "Hello",
    ("word " * 40).strip(),
    ("word " * 62).strip(),
    "Вы в безопасности?",
    ("слово " * 15).strip(),
    ("өңү " * 40).strip(),
]
CONFIG = """[gammu]
connection = none
model = dummy
device = {folder}/phone
[smsd]
service = files
logfile = {folder}/log
inboxpath = {folder}/inbox/
outboxpath = {folder}/outbox/
sentsmspath = {folder}/sent/
errorsmspath = {folder}/error/
commtimeout = 1
loopsleep = 1
"""


def program(name: str) -> str:
    """Return where a program of gammu is; its absence fails."""
    found = shutil.which(name, path="/usr/bin:/usr/local/bin")
    if found is None:
        pytest.fail("gammu-smsd is missing: `make setup` as root, or install the package")
    return found


async def run(*arguments: str) -> asyncio.subprocess.Process:
    """Start a program without what it prints."""
    silent = asyncio.subprocess.DEVNULL
    return await asyncio.create_subprocess_exec(*arguments, stdout=silent, stderr=silent)


async def inject(config: Path, text: str) -> None:
    """Put a text in the modem's line, in the alphabet we would choose."""
    wide = ("-unicode",) if gsm.coding(text) is gsm.Coding.UCS2 else ()
    size = str(max(len(text), 2))
    handed = await run(
        program("gammu-smsd-inject"),
        *("-c", str(config), "TEXT", NUMBER, *wide, "-autolen", size, "-text", text),
    )
    assert await asyncio.wait_for(handed.wait(), PATIENCE) == 0


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: f"{len(text)}-{gsm.coding(text)}")
async def test_a_modem_sends_as_many_parts_as_we_count(tmp_path: Path, text: str) -> None:
    """Its daemon hands each of them to the phone."""
    for name in FOLDERS:
        (tmp_path / name).mkdir()
    for number in range(1, 6):
        (tmp_path / "phone" / "sms" / str(number)).mkdir(parents=True)
    config = tmp_path / "conf"
    config.write_text(CONFIG.format(folder=tmp_path), "utf-8")
    await inject(config, text)
    daemon = await run(program("gammu-smsd"), "-c", str(config))
    try:
        async with asyncio.timeout(PATIENCE):
            while not (sent := list((tmp_path / "sent").iterdir())):  # noqa: ASYNC110 -- another process's business
                await asyncio.sleep(0.1)
    finally:
        daemon.terminate()
        await daemon.wait()

    # A sent file holds each part twice: as it was written, and as it went.
    parts = set(PART.findall(sent[0].read_bytes()))
    assert len(parts) == gsm.segments(text)
