"""What is planted where a visitor or an operator controls it, and the talks that carry it."""

from __future__ import annotations

import contextlib
from pathlib import Path

from tests.faults.lab import Child, Lab
from tests.faults.platform import SENT_ID
from tests.faults.wire import OWN_ID
from tests.safety.scanner import Hit, scan, scan_process, scan_tree

TELEGRAM, PHONE, QUIET = "7770004217", "+996555004217", "7770004299"
WORDS = "CNRY-жардам-1a2b3c4d"
LATER = "CNRY-later-5e6f7a8b"
REPLY, NOTE = "CNRY-reply-90a1b2c3", "CNRY-note-d4e5f6a7"
VISITORS = (TELEGRAM, PHONE, QUIET)
SAID = (WORDS, LATER, REPLY, NOTE)
IDS = (SENT_ID.format(1), OWN_ID.format(1))
CANARIES = (*VISITORS, *SAID, *IDS)
PERSON = ("start", "3", "1", "person", "2")


async def plant(site: Lab, *wrong: str) -> tuple[Child, tuple[str, str]]:
    """Let two people talk with an operator, one of them hidden since; return their tickets."""
    child = await site.start(*wrong)
    assert await child.heard() == "ready"
    await site.platform.write(TELEGRAM, *PERSON, WORDS)
    await site.platform.confirmation()
    await child.ask("idle")
    ticket = await child.ask("take")
    await child.ask(f"say {ticket} {REPLY}")
    await child.ask(f"note {ticket} {NOTE}")
    await site.platform.write(PHONE, *PERSON, WORDS)
    await site.platform.confirmation()
    await child.ask("idle")
    hidden = await child.ask("take")
    await child.ask("idle")
    await site.platform.write(PHONE, "hide")
    await site.platform.write(TELEGRAM, LATER)
    await site.platform.confirmation()
    await child.ask("idle")
    await child.ask(f"say {hidden} {REPLY}")
    await child.ask("idle")
    return child, (ticket, hidden)


async def leave_unhandled(site: Lab, *wrong: str) -> None:
    """Let words arrive that a killed process has kept and not handled, and answers unsent."""
    await site.platform.write(QUIET, f"{WORDS} {LATER}")
    await site.killed_at("before-turn-commit:1", *wrong)


def found(site: Lab, *pids: int, since: float = 0.0) -> set[Hit]:
    """Look at every file of the installation, of the places for temporary files, of processes."""
    hits = scan_tree(site.home, CANARIES)
    for place in (Path("/tmp"), Path("/var/tmp")):  # noqa: S108 -- that is where leaks would be
        hits |= _top(place, since)
    for pid in pids:
        hits |= scan_process(pid, CANARIES)
    return hits


def _top(folder: Path, since: float) -> set[Hit]:
    """Look at new files of a shared folder; the tests' own folders are looked at by themselves."""
    hits: set[Hit] = set()
    for path in folder.glob("*"):
        with contextlib.suppress(OSError):
            if path.is_file() and path.lstat().st_mtime > since:
                hits |= scan(path.name.encode() + path.read_bytes(), CANARIES, path.name)
    return hits
