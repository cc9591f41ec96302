from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.dialogue.effects import Count, RecordAnswers, RingOnCall, SetTimer, Slot
from bot.dialogue.events import TimerKind
from bot.dialogue.values import AssessmentId, ItemId, TicketId
from bot.service.killpoint import VARIABLE
from bot.service.ports import Store
from bot.service.records import Delivery, Settled
from bot.store.life import Life
from bot.store.moving import Moved, MoveError, Visitor, move, tally
from bot.store.moving_redis import RedisEnd
from bot.store.moving_sqlite import SqliteEnd
from bot.store.redis import RedisStore, open_redis
from bot.store.sqlite import SqliteStore, open_sqlite
from bot.store.talks import Means
from bot.vault import Vault
from tests.store.redis_server import RedisServer
from tests.store.scene import (
    AISHA,
    BAKYT,
    NOW,
    OP1,
    SMS,
    WEB,
    bot,
    drain,
    handoff,
    opening,
    said,
    send_all,
    take_turn,
    turn,
    waiting,
)

ROOT = Path(__file__).resolve().parent.parent.parent
DAY = timedelta(days=1)
GONE = replace(AISHA, value="7770000009")
KEPT = replace(said(key="repeat"), body="once")


async def live(store: Store) -> None:
    """Let everything happen that leaves something behind."""
    answers = RecordAnswers(AssessmentId("a"), 1, ((ItemId("i"), "yes"),))
    await take_turn(store, said("x", GONE, platform_id="7"), outgoing=(bot("y"),))
    await send_all(store, first_id=70)
    await take_turn(
        store,
        said("hi", platform_id="1"),
        said=("hi",),
        outgoing=(bot("1"), bot("2", slot=Slot.NOTICE)),
        counts=(Count("card", "x"), Count("card", "x")),
        answers=(answers,),
        timers=(SetTimer(TimerKind.TAKE_BACK, "k|1", NOW + DAY),),
        rings=(RingOnCall(TicketId("t"), 1),),
    )
    await send_all(store, first_id=10)
    await take_turn(store, said(platform_id="2"), outgoing=(bot("3"), bot("4"), bot("5")))
    (under_way,) = await store.claim_sends(NOW, 1)
    assert under_way.places == ("11",)
    loaded = await waiting(store, said("a person", BAKYT))
    hidden = replace(loaded.session, hidden=True, handoff=handoff("424242"))
    fields = {"opened": (opening(),), "designation": "elm", "said": ("a person",)}
    await store.commit(turn(loaded, session=hidden, shown=True, **fields))
    await store.leave(BAKYT)
    await take_turn(store, said(address=BAKYT), outgoing=(bot("new"),))
    await take_turn(store, said(address=SMS), outgoing=(bot("numbers", urgent=True),))
    (sms, *_) = await store.claim_sends(NOW, 1)
    await store.settle(sms, Settled(Delivery.SENT, ("gateway-1",)))
    await take_turn(store, said(address=SMS), outgoing=(bot("more", urgent=True), bot("less")))
    poison = await waiting(store, said("poison", WEB))
    for _ in range(5):
        await store.set_aside(poison.conversation, poison.inbox)
    await store.accept([said("waits", WEB), said("too", WEB), KEPT])
    waits = await store.load(poison.conversation)
    assert waits is not None
    await store.set_aside(waits.conversation, waits.inbox)
    await take_turn(store, said("delete", GONE), wipe=True, forget=True, outgoing=(bot("bye"),))


async def same_life(store: Store) -> None:
    """What was begun on the other engine goes on here."""
    assert await store.accept([KEPT]) == ()
    assert await store.report(SMS.channel, "gateway-1", Delivery.DELIVERED)
    web = await store.find(WEB)
    assert web is not None
    assert [inbound.body for inbound in await drain(store, web)] == ["waits", "too"]
    assert await store.rejoin("424242", WEB) is not None
    (ticket,) = await store.tickets()
    assert await store.claim_ticket(ticket.id, OP1, NOW)
    later = NOW + timedelta(minutes=6)
    sent = await send_all(store, at=later, first_id=90)
    words = [send.outbound.blocks for send in sent if send.address == AISHA]
    assert words == [("3",), ("4",), ("5",)]
    urgent, less = (send for send in sent if send.address == SMS)
    assert (urgent.outbound.blocks, less.outbound.blocks) == (("more",), ("less",))
    wipe, bye = (send for send in sent if send.address == GONE)
    assert set(wipe.places) == {"7", "71"}
    assert bye.outbound.blocks == ("bye",)
    (one,) = await store.claim_rings(NOW)
    assert one.ticket == "t"
    assert len(await store.due(NOW + DAY)) == 1
    await take_turn(store, said(), outgoing=(bot("next"),))
    (last,) = [s for s in await send_all(store, at=later) if s.address == AISHA]
    assert len(last.places) == 1


@asynccontextmanager
async def sqlite(home: Path, vault: Vault) -> AsyncIterator[tuple[SqliteStore, SqliteEnd]]:
    """Open a file as a store and as a side of a move."""
    file = open_sqlite(home, vault, reserve_bytes=0)
    try:
        yield SqliteStore(file, vault), SqliteEnd(file, Means(vault, Life()))
    finally:
        file.close()


@asynccontextmanager
async def redis(server: RedisServer, vault: Vault) -> AsyncIterator[tuple[RedisStore, RedisEnd]]:
    """Open a Redis as both."""
    store = await open_redis(server.url, vault)
    try:
        yield store, RedisEnd(store)
    finally:
        await store.aclose()


@pytest.mark.parametrize("way", ["to redis", "to sqlite"])
async def test_an_installation_moves_and_lives_on(
    way: str, redis_server: RedisServer, tmp_path: Path
) -> None:
    """Everything that waited goes on: letters, sends, wipes, tickets, timers, codes, rings."""
    redis_server.ask("FLUSHALL")
    vault = Vault.throwaway()
    async with sqlite(tmp_path, vault) as file, redis(redis_server, vault) as server:
        source, target = (file, server) if way == "to redis" else (server, file)
        await live(source[0])
        moved = await move(source[1], target[1])
        assert (moved.visitors, moved.conversations) == (6, 5)
        assert (moved.letters, moved.sends, moved.tickets) == (4, 8, 1)
        assert await tally(target[1]) == moved
        await same_life(target[0])


async def test_there_and_back_is_the_same(redis_server: RedisServer, tmp_path: Path) -> None:
    """Neither way loses or invents anything."""
    redis_server.ask("FLUSHALL")
    vault = Vault.throwaway()
    async with redis(redis_server, vault) as server:
        async with sqlite(tmp_path / "a", vault) as (store, end):
            await live(store)
            there = await move(end, server[1])
        async with sqlite(tmp_path / "b", vault) as (_, end):
            assert await move(server[1], end) == there


async def test_a_difference_is_found(redis_server: RedisServer, tmp_path: Path) -> None:
    """The control: one letter, one counter or one delivery more, and the move is refused."""
    redis_server.ask("FLUSHALL")
    vault = Vault.throwaway()
    async with sqlite(tmp_path, vault) as (store, end), redis(redis_server, vault) as server:
        await live(store)
        before = await tally(end)
        await server[1].put(Visitor("other", WEB, found=False))
        with pytest.raises(MoveError, match="differ"):
            await move(end, server[1])
        await store.count(NOW, "card", "x")
        after = await tally(end)
        assert after.digest != before.digest
        assert replace(after, digest=before.digest) == before


async def test_nothing_moves_while_others_work(redis_server: RedisServer) -> None:
    """A worker that lives would go on writing on the side that is left."""
    redis_server.ask("FLUSHALL")
    vault = Vault.throwaway()
    async with redis(redis_server, vault) as (store, end):
        await end.at_rest()
        other = await open_redis(redis_server.url, vault)
        with pytest.raises(MoveError, match="still run"):
            await end.at_rest()
        await other.aclose()
        await end.at_rest()
        del store


def _mover(home: Path, url: str, kill_at: str) -> int:
    code = f"from tests.store.test_moving import main; main({str(home)!r}, {url!r})"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"PATH": "/usr/bin", **({VARIABLE: kill_at} if kill_at else {})},
        capture_output=True,
        check=False,
    )
    return done.returncode


def main(home: str, url: str) -> None:
    """Move in a process of its own, that can be killed."""

    async def run() -> Moved:
        vault = Vault.open(Path(home) / "key", Path(home) / "data")
        async with sqlite(Path(home) / "data", vault) as (_, end):
            server = await open_redis(url, vault)
            return await move(end, RedisEnd(server))

    asyncio.run(run())


async def test_a_move_that_was_killed_goes_on(redis_server: RedisServer, tmp_path: Path) -> None:
    """Killed again and again in the middle; in the end nobody is missing and nobody is twice."""
    redis_server.ask("FLUSHALL")
    vault = Vault.open(tmp_path / "key", tmp_path / "data")
    async with sqlite(tmp_path / "data", vault) as (store, _):
        await live(store)
    for _ in range(2):
        killed = await asyncio.to_thread(_mover, tmp_path, redis_server.url, "in-move:2")
        assert killed == -signal.SIGKILL
    async with sqlite(tmp_path / "data", vault) as (_, end), redis(redis_server, vault) as server:
        partly = await tally(server[1])
        assert partly.visitors == 4
        assert (await tally(end)).visitors > partly.visitors
    assert await asyncio.to_thread(_mover, tmp_path, redis_server.url, "") == 0
    async with sqlite(tmp_path / "data", vault) as (_, end), redis(redis_server, vault) as server:
        assert await tally(server[1]) == await tally(end)
        await same_life(server[0])
