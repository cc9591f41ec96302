from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import timedelta

import pytest

from bot.service.records import ConversationId
from bot.service.roster import Announcer, DistantDesk, Roster
from bot.service.wakes import Wakes
from bot.store.redis import RedisStore, open_redis
from bot.store.redis.desk_line import RedisDeskLine
from bot.vault import Vault
from tests.store.redis_server import RedisServer
from tests.store.scene import NOW, said

HOUR = timedelta(hours=1)
LONG = timedelta(seconds=60)
THERE = Roster((NOW + HOUR, NOW + 2 * HOUR), timedelta(minutes=4))


@pytest.fixture
async def both(redis_server: RedisServer) -> AsyncIterator[tuple[RedisStore, RedisStore]]:
    """Return the desk's store and a worker's."""
    redis_server.ask("FLUSHALL")
    vault = Vault.throwaway()
    async with AsyncExitStack() as stack:
        desk = await open_redis(redis_server.url, vault, works=False)
        stack.push_async_callback(desk.aclose)
        worker = await open_redis(redis_server.url, vault)
        stack.push_async_callback(worker.aclose)
        yield desk, worker


def distant(worker: RedisStore, wakes: Wakes, later: timedelta = timedelta()) -> DistantDesk:
    """Return the desk as a worker sees it, after a while."""
    line = RedisDeskLine(worker.engine)
    return DistantDesk(line, worker, wakes, clock=lambda: NOW + later, hours=None)


async def test_a_worker_knows_who_is_there_as_long_as_the_desk_tells(
    both: tuple[RedisStore, RedisStore], redis_server: RedisServer
) -> None:
    """A desk that fell silent has nobody in it, and says so without being asked again."""
    desk, worker = both
    wakes = Wakes()
    seen = distant(worker, wakes)
    assert (await seen.facts(None)).on_duty == 0
    assert await RedisDeskLine(desk.engine).tell(THERE, LONG)
    wakes.wake("queue")
    facts = await seen.facts(None)
    assert (facts.on_duty, facts.open_now, facts.place) == (2, True, 1)
    assert facts.expected_wait == timedelta(minutes=4)
    redis_server.ask("PEXPIRE", "desk", "1")
    while redis_server.ask("EXISTS", "desk") == b":1\r\n":
        pass
    wakes.wake("queue")
    facts = await seen.facts(None)
    assert (facts.on_duty, facts.open_now, facts.expected_wait) == (0, False, None)


async def test_a_duty_that_ended_does_not_count(both: tuple[RedisStore, RedisStore]) -> None:
    """Also when the desk has told nothing new since."""
    desk, worker = both
    await RedisDeskLine(desk.engine).tell(THERE, LONG)
    assert (await distant(worker, Wakes(), 1.5 * HOUR).facts(None)).on_duty == 1
    assert (await distant(worker, Wakes(), 2.5 * HOUR).facts(None)).on_duty == 0


async def test_one_desk_has_the_line(
    both: tuple[RedisStore, RedisStore], redis_server: RedisServer
) -> None:
    """A second one is refused until the first one is gone."""
    first, second = (RedisDeskLine(one.engine) for one in both)
    assert await first.tell(THERE, LONG)
    assert not await second.tell(Roster(), LONG)
    assert await second.told() == THERE
    redis_server.ask("DEL", f"w:{both[0].engine.worker}")
    assert await second.tell(Roster(), LONG)


async def test_words_that_wait_reach_the_desk_once(both: tuple[RedisStore, RedisStore]) -> None:
    """The first moment counts; what no conversation has is not kept."""
    desk, worker = both
    (conversation,) = await worker.accept([said("1")])
    line = RedisDeskLine(worker.engine)
    await line.heard(conversation, NOW)
    await line.heard(conversation, NOW + HOUR)
    await line.heard(ConversationId("f" * 32), NOW)
    told: list[object] = []

    async def roster() -> Roster:
        return THERE

    announcer = Announcer(
        RedisDeskLine(desk.engine), Wakes(), roster, lambda *one: told.append(one)
    )
    await announcer.once()
    await announcer.once()
    assert told == [(conversation, NOW)]
    await announcer.leave()
    assert await line.told() == Roster()
