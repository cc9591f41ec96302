"""Figures of a day that must hold after a restart, and states that nobody reports on."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.dialogue.effects import Reply
from bot.dialogue.values import ChannelKind
from bot.service.ports import Store
from bot.service.records import Delivery, Settled
from bot.store.sqlite import SqliteStore, open_sqlite
from bot.vault import Vault
from tests.store.scene import AISHA, NOW, SMS, bot, opening, said, take_turn

TWO_DAYS = timedelta(hours=48)


async def test_a_figure_grows_for_its_address_and_its_day(store: Store) -> None:
    """Another address, another figure and another day begin at nothing."""
    assert await store.tally(NOW, "sms", SMS, 2) == 2
    assert await store.tally(NOW, "sms", SMS, 3) == 5
    assert await store.tally(NOW, "sms", SMS) == 5
    assert await store.tally(NOW, "sms", AISHA) == 0
    assert await store.tally(NOW, "sms") == 0
    assert await store.tally(NOW, "alert", SMS) == 0
    assert await store.tally(NOW + timedelta(days=1), "sms", SMS) == 0


async def test_a_purge_forgets_figures_of_days_that_are_over(store: Store) -> None:
    """Those of today stay."""
    await store.tally(NOW, "sms", SMS, 2)
    await store.purge(NOW)

    assert await store.tally(NOW, "sms", SMS) == 2


async def test_figures_hold_after_a_restart_and_name_nobody(tmp_path: Path) -> None:
    """In the file stands a digest that changes with the day, and later nothing (S-43)."""
    vault = Vault.throwaway()
    file = open_sqlite(tmp_path / "data", vault, reserve_bytes=0)
    await SqliteStore(file, vault).tally(NOW, "sms", SMS, 7)
    file.close()
    file = open_sqlite(tmp_path / "data", vault, reserve_bytes=0)
    store = SqliteStore(file, vault)
    kept = await store.tally(NOW, "sms", SMS)
    rows = await file.read(lambda db: db.execute("SELECT * FROM tallies").fetchall())
    await store.purge(NOW + timedelta(days=2))
    left = await file.read(lambda db: db.execute("SELECT * FROM tallies").fetchall())
    file.close()

    assert kept == 7
    assert SMS.value[1:] not in repr(rows)
    assert left == []


@pytest.mark.parametrize("state", [Delivery.SENT, Delivery.UNKNOWN])
async def test_what_no_gateway_reports_expires_after_two_days(
    store: Store, state: Delivery
) -> None:
    """The operator sees it, nothing is sent again, and a late report changes nothing (F-39)."""
    conversation = await take_turn(
        store, said(address=SMS), outgoing=(bot(),), opened=(opening(reply=Reply.PULL),)
    )
    (send,) = await store.claim_sends(NOW, 10)
    await store.settle(send, Settled(state, ("gateway-1",)))
    await store.purge(NOW + TWO_DAYS - timedelta(minutes=1))
    (before,) = await store.messages(conversation)
    await store.purge(NOW + TWO_DAYS + timedelta(minutes=1))
    await store.report(ChannelKind.SMS, "gateway-1", Delivery.DELIVERED)
    (after,) = await store.messages(conversation)

    assert (before.delivery, after.delivery) == (state, Delivery.EXPIRED)
    assert await store.claim_sends(NOW + TWO_DAYS + timedelta(hours=1), 10) == ()


async def test_what_was_delivered_does_not_expire(store: Store) -> None:
    """States go forward only (F-39)."""
    conversation = await take_turn(
        store, said(address=SMS), outgoing=(bot(),), opened=(opening(reply=Reply.PULL),)
    )
    (send,) = await store.claim_sends(NOW, 10)
    await store.settle(send, Settled(Delivery.SENT, ("gateway-1",)))
    await store.report(ChannelKind.SMS, "gateway-1", Delivery.DELIVERED)
    await store.purge(NOW + TWO_DAYS + timedelta(minutes=1))

    assert (await store.messages(conversation))[0].delivery is Delivery.DELIVERED
