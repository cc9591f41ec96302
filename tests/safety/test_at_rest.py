"""What the disk holds of a visitor: nothing readable while a talk is open, nothing at all after."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.store import talks
from bot.store.backup import backup, restore
from bot.store.driver import Database
from bot.store.sqlite import open_sqlite
from bot.vault import UnreadableError, Vault, place
from tests.faults.child import key_of
from tests.faults.lab import Child, Lab
from tests.safety.planted import (
    CANARIES,
    IDS,
    PHONE,
    SAID,
    TELEGRAM,
    VISITORS,
    found,
    leave_unhandled,
    plant,
)
from tests.safety.scanner import forms, scan

LASTING = ("staff", "staff_audit")
"""Tables about operators: there times are exact, and no visitor is in them."""
DAY = 86_400


def values(db: Database, *, but: tuple[str, ...] = ()) -> Iterator[object]:
    """Yield every stored value, as whoever has the database key reads it."""
    for name in db.table_names():
        if not name.startswith(but or ("\0",)):
            for row in db.execute(f'SELECT * FROM "{name}"').fetchall():  # noqa: S608
                yield from row


def as_bytes(db: Database) -> bytes:
    """Return every stored value in one piece."""
    written = (one if isinstance(one, bytes) else str(one).encode() for one in values(db))
    return b"\n".join(written)


async def dump(site: Lab) -> bytes:
    """Open the database with today's key and return what stands in it."""
    async with site.opened() as (file, _, _):
        return await file.read(as_bytes)


async def close_all(child: Child, tickets: tuple[str, str]) -> None:
    """End every talk."""
    for ticket in tickets:
        assert await child.ask(f"close {ticket}") == "True"
        await child.ask("idle")


async def test_an_open_talk_is_readable_in_no_file(site: Lab) -> None:
    """S-26, S-30, S-33: while it runs, after a kill, and after an orderly end; logs at DEBUG."""
    began = time.time()
    child, _ = await plant(site)
    assert found(site, child.pid, since=began) == set()
    await child.kill()
    assert found(site, since=began) == set()
    await leave_unhandled(site)

    assert found(site, since=began) == set()
    assert scan(await dump(site), CANARIES) == set()
    assert await site.rows("inbox") > 0


async def test_after_close_nothing_is_left(site: Lab) -> None:
    """S-25, S-30, S-37: the same, and who opens the file with its key finds no row and no time."""
    began = time.time()
    child, tickets = await plant(site)
    await close_all(child, tickets)
    await child.ask("purge")
    assert found(site, child.pid, since=began) == set()
    assert await child.stop() == 0

    assert found(site, since=began) == set()
    assert scan(await dump(site), CANARIES) == set()
    for table in ("conversations", "addresses", "places", "messages", "inbox", "outbox", "tickets"):
        assert await site.rows(table) == 0


async def test_of_closed_talks_no_time_finer_than_an_hour_stays(site: Lab) -> None:
    """S-37: nothing that could be laid beside an operator's call records."""
    child, tickets = await plant(site)
    await close_all(child, tickets)
    await child.ask("purge")
    await child.stop()

    async with site.opened() as (file, _, _):
        kept = await file.read(lambda db: list(values(db, but=LASTING)))

    assert [one for one in kept if fine(one)] == []


def fine(value: object) -> bool:
    """Tell whether a value is a moment of these days, to less than an hour."""
    if isinstance(value, int | float):
        return abs(value - time.time()) < 3 * DAY and value % 3600 != 0
    return isinstance(value, str) and f"{datetime.now(UTC):%Y-%m-%dT}" in value


def test_a_fine_time_would_be_seen() -> None:
    """The control of S-37."""
    now = datetime.now(UTC)
    assert fine(now.timestamp())
    assert fine(now.isoformat())
    assert not fine(now.replace(minute=0, second=0, microsecond=0).timestamp())
    assert not fine(f"{now:%Y-%m-%d}")


async def test_a_kill_in_the_middle_of_closing_leaves_nothing(site: Lab) -> None:
    """S-29: the next life finishes it."""
    child, tickets = await plant(site)
    await close_all(child, tickets)
    assert await child.stop() == 0
    await site.killed_at("in-purge:1", words=["purge"])
    child = await site.start()
    assert await child.heard() == "ready"
    await child.ask("purge")

    assert found(site, child.pid) == set()
    await child.stop()
    assert await site.rows("conversations") == 0


def opened_by(vault: Vault, data: Path) -> tuple[int, int]:
    """Return how many conversations of a stolen disk these keys open, and how many they do not."""
    file = open_sqlite(data, vault, reserve_bytes=0)
    try:
        rows = file.read_now(
            lambda db: db.execute("SELECT n, id, key FROM conversations").fetchall()
        )
    finally:
        file.close()
    able = 0
    for n, id_, wrapped in rows:
        try:
            vault.unwrap(wrapped, place("conversations", id_, "key", n))
        except UnreadableError:
            continue
        able += 1
    return able, len(rows) - able


async def test_todays_keys_open_only_what_is_open(site: Lab, tmp_path: Path) -> None:
    """S-27, S-32: a whole copy with all keys holds open talks only, and an old one nothing."""
    child, tickets = await plant(site)
    await child.kill()
    shutil.copytree(site.data, tmp_path / "yesterday")
    shutil.copytree(key_of(site.home).parent, tmp_path / "yesterdays keys")
    before = Vault.open(tmp_path / "yesterdays keys" / "key", tmp_path / "yesterday")
    assert opened_by(before, tmp_path / "yesterday")[0] > 0
    child = await site.start()
    await child.heard()
    await close_all(child, tickets)
    await child.ask("purge")
    await site.platform.write(TELEGRAM, "CNRY-open-again")
    await site.platform.confirmation()
    await child.ask("idle")
    await child.stop()
    shutil.copytree(site.data, tmp_path / "today")
    shutil.copytree(key_of(site.home).parent, tmp_path / "todays keys")
    today = Vault.open(tmp_path / "todays keys" / "key", tmp_path / "today")

    assert opened_by(today, tmp_path / "today") == (1, 0)
    able, unable = opened_by(today, tmp_path / "yesterday")
    assert able == 0
    assert unable > 0


async def test_a_backup_brings_no_talk_back(site: Lab, tmp_path: Path) -> None:
    """S-32: made while talks are open, restored on a clean machine with today's keys."""
    child, _ = await plant(site)
    vault = Vault.open(key_of(site.home), site.data)
    backup(site.data, vault, tmp_path / "backup")
    await child.kill()
    restore(tmp_path / "backup", tmp_path / "clean", vault)

    file = open_sqlite(tmp_path / "clean", vault, reserve_bytes=0)
    kept = file.read_now(as_bytes)
    file.close()

    assert scan(kept, CANARIES) == set()
    assert scan((tmp_path / "backup").read_bytes(), CANARIES) == set()
    assert opened_by(vault, tmp_path / "clean") == (0, 0)


async def test_no_number_plan_matches_what_is_stored(site: Lab) -> None:
    """S-28: digests of all numbers around, without the pepper, are not in the database."""
    child, _ = await plant(site)
    await child.kill()
    stored = await dump(site)
    plan = [f"+99655500{number:04}" for number in range(4200, 4230)] + [TELEGRAM]
    assert PHONE in plan

    assert scan(stored, plan) == set()
    assert scan(stored + forms(PHONE)["sha256"], plan) != set()


async def test_without_sealing_every_canary_is_found(site: Lab) -> None:
    """The control: the same scan of a build that seals nothing finds all of them."""
    child, _ = await plant(site, "naked")
    await child.kill()
    await leave_unhandled(site, "naked")

    raw = {hit.canary for hit in found(site) if hit.form == "utf-8"}

    assert raw >= set(VISITORS) | set(SAID) | set(IDS)


async def test_without_redaction_the_log_would_tell(site: Lab) -> None:
    """The control of S-33: the same process with a log of the usual kind."""
    child, _ = await plant(site, "talkative")
    await child.kill()

    told = {hit.canary for hit in found(site) if hit.place == site.log.name}

    assert told >= {TELEGRAM, PHONE, *SAID[:2]}


async def test_errors_that_quote_a_visitor_leave_nothing(site: Lab) -> None:
    """S-34: every turn raises an error with the visitor's words in it; the log says where only."""
    child = await site.start("raising")
    assert await child.heard() == "ready"
    await site.platform.write(TELEGRAM, *SAID)
    await site.platform.confirmation()
    await child.ask("idle")
    await child.stop()

    lines = [json.loads(line) for line in site.log.read_text().splitlines()]

    assert sum(line["event"] == "turn_failed" for line in lines) == 5 * len(SAID)
    assert found(site) == set()
    assert not any("Traceback" in str(line) or "SELECT" in str(line) for line in lines)


NASTY = ("a\nb", "\x1b[31mred", "%s %d %(x)s", "{} {0.__class__}", '","event":"x', "\r\n\u2028")


@pytest.mark.parametrize("words", ["plain", "nasty"])
async def test_no_text_makes_or_breaks_a_line_of_the_log(site: Lab, words: str) -> None:
    """S-36: as many lines as for plain words, all of them JSON of one line."""
    written = NASTY if words == "nasty" else tuple(f"xyzzy {n}" for n in range(len(NASTY)))
    child = await site.start()
    assert await child.heard() == "ready"
    await site.platform.write(TELEGRAM, *written)
    await site.platform.confirmation()
    await child.ask("idle")
    await child.stop()

    lines = [json.loads(line) for line in site.log.read_text().split("\n") if line]

    assert sum(line["event"] == "turn" for line in lines) == len(NASTY)
    assert all(isinstance(line, dict) for line in lines)


async def test_the_scan_of_a_house_takes_a_day_of_purges_into_account(site: Lab) -> None:
    """The purge of these checks is the real one: before its time it destroys nothing."""
    child, _ = await plant(site)
    await child.stop()
    async with site.opened() as (file, store, _):
        await store.purge(datetime.now(UTC) + timedelta(hours=1))
        means = store._means
        rows = await file.read(lambda db: db.execute("SELECT id FROM conversations").fetchall())
        kept = await file.read(lambda db: [talks.by_id(db.conn, means, row[0]) for row in rows])
    assert len(kept) == 2
