"""A telephone number outlives its owner: who writes from it later is a stranger (S-16)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.bootstrap import open_library
from bot.store.sqlite import SqliteStore, open_sqlite
from bot.store.staff import SqliteStaff
from bot.vault import Vault
from tests.jobs import MemoryJobs
from tests.service.stage import DANGER, OPERATOR, PHONE, Clock, Stage


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    """Return a shell on the engine that is used."""
    vault, jobs = Vault.throwaway(), MemoryJobs()
    records = SqliteStaff(jobs, vault.staff_key)
    await records.prepare()
    file = open_sqlite(tmp_path / "data", vault, reserve_bytes=0)
    yield Stage(SqliteStore(file, vault), records, open_library(), vault, Clock())
    file.close()
    jobs.db.close()


def shown(stage: Stage) -> list[str]:
    """Return what was sent to the phone."""
    return [" ".join(one.blocks) for one in stage.sms.arrived(PHONE)]


async def a_day_later(stage: Stage) -> None:
    """Let a day and a few hours pass, with all that happens by itself."""
    for _ in range(28):
        await stage.pass_time(timedelta(hours=1))
        await stage.store.purge(stage.clock())


async def test_a_number_that_writes_again_after_its_talk_is_over_is_new(stage: Stage) -> None:
    """Another conversation, another designation, and the first screen of all."""
    await stage.on_duty(OPERATOR)
    await stage.hears(DANGER, PHONE)
    former = await stage.conversation(PHONE)
    ticket = await stage.takes()
    await stage.closes(ticket)
    await a_day_later(stage)
    before = len(shown(stage))
    await stage.on_duty(OPERATOR)
    await stage.hears(DANGER, PHONE)
    again = await stage.takes()

    assert await stage.conversation(PHONE) != former
    assert again.designation != ticket.designation
    assert again.first_seq == 1
    assert "112" in shown(stage)[before]


async def test_nothing_of_the_former_talk_is_sent_to_whoever_has_the_number_now(
    stage: Stage,
) -> None:
    """An operator who answers late answers nobody."""
    await stage.on_duty(OPERATOR)
    await stage.hears(DANGER, PHONE)
    ticket = await stage.takes()
    await stage.closes(ticket)
    await a_day_later(stage)
    before = len(shown(stage))
    await stage.says(ticket, "CNRY too late")
    await stage.pass_time(timedelta(hours=1))

    assert len(shown(stage)) == before
