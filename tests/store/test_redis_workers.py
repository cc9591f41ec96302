from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import timedelta

import pytest

from bot.dialogue.effects import SetTimer
from bot.dialogue.events import TimerKind
from bot.service.failures import Conflict, StoreUnavailable
from bot.service.records import ConversationId, Delivery, Settled
from bot.store.redis import RedisStore, open_redis
from bot.vault import Vault
from tests.store.redis_server import RedisServer
from tests.store.scene import (
    AISHA,
    BAKYT,
    NOW,
    SMS,
    bot,
    drain,
    said,
    send_all,
    take_turn,
    turn,
    waiting,
)

VISITORS = (AISHA, BAKYT, SMS)


@pytest.fixture
async def workers(redis_server: RedisServer) -> AsyncIterator[tuple[RedisStore, RedisStore]]:
    """Return two workers of one installation."""
    redis_server.ask("FLUSHALL")
    vault = Vault.throwaway()
    async with AsyncExitStack() as stack:
        both = [await open_redis(redis_server.url, vault) for _ in range(2)]
        for one in both:
            stack.push_async_callback(one.aclose)
        yield both[0], both[1]


def bury(server: RedisServer, worker: RedisStore) -> None:
    """Let a worker's life run out, as when it was killed or stood still for too long."""
    assert server.ask("DEL", f"w:{worker.engine.worker}") == b":1\r\n"


async def test_one_worker_at_a_time_has_a_visitor(workers: tuple[RedisStore, RedisStore]) -> None:
    """The other one gets nothing until the mailbox is worked off, and then at once."""
    first, second = workers
    loaded = await waiting(first, said("1"))
    await second.accept([said("2")])
    assert await second.load(loaded.conversation) is None
    assert await second.backlog(10) == ()
    assert await first.backlog(10) == (loaded.conversation,)
    await drain(first, loaded.conversation)
    await second.accept([said("3")])
    assert [i.body for i in await drain(second, loaded.conversation)] == ["3"]


async def test_a_dead_workers_mailboxes_are_taken_over(
    workers: tuple[RedisStore, RedisStore], redis_server: RedisServer
) -> None:
    """Its conversations stand in the backlog of the living, in their order."""
    first, second = workers
    loaded = await waiting(first, said("1"))
    await first.accept([said("2")])
    bury(redis_server, first)
    assert await second.backlog(10) == (loaded.conversation,)
    assert [i.body for i in await drain(second, loaded.conversation)] == ["1", "2"]


async def test_a_worker_that_was_given_up_is_fenced(
    workers: tuple[RedisStore, RedisStore], redis_server: RedisServer
) -> None:
    """What it had in hand is refused, whether or not another one has done it meanwhile."""
    first, second = workers
    loaded = await waiting(first, said("1"))
    bury(redis_server, first)
    taken = await second.load(loaded.conversation)
    assert taken is not None
    with pytest.raises(Conflict):
        await first.commit(turn(loaded, outgoing=(bot("first"),)))
    assert await first.load(loaded.conversation) is None
    await second.commit(turn(taken, outgoing=(bot("second"),)))
    with pytest.raises(Conflict):
        await first.commit(turn(loaded, outgoing=(bot("first"),)))
    assert first.engine.fenced == 1
    lines = await second.messages(loaded.conversation)
    assert [line.blocks for line in lines] == [("second",)]


async def test_a_dead_senders_message_is_sent_by_another_as_doubtful(
    workers: tuple[RedisStore, RedisStore], redis_server: RedisServer
) -> None:
    """Long before the lease; the late word of the dead one changes nothing."""
    first, second = workers
    conversation = await take_turn(first, said(), outgoing=(bot("1"), bot("2")))
    (lost,) = await first.claim_sends(NOW, 10)
    await second.engine.run("beat", 10)
    assert await second.claim_sends(NOW, 10) == ()
    bury(redis_server, first)
    await second.engine.run("beat", 10)
    (again,) = await second.claim_sends(NOW, 10)
    assert (again.outbound, again.doubtful, again.attempt) == (lost.outbound, True, 2)
    await first.settle(lost, Settled(Delivery.FAILED))
    await second.settle(again, Settled(Delivery.SENT))
    assert [s.outbound.blocks for s in await send_all(second)] == [("2",)]
    lines = await second.messages(conversation)
    assert [line.delivery for line in lines] == [Delivery.SENT] * 2


async def test_an_orderly_end_frees_what_a_worker_holds(redis_server: RedisServer) -> None:
    """Nobody waits for a lease when a process is restarted in good order."""
    redis_server.ask("FLUSHALL")
    vault = Vault.throwaway()
    first = await open_redis(redis_server.url, vault)
    second = await open_redis(redis_server.url, vault)
    loaded = await waiting(first, said("1"))
    assert await second.load(loaded.conversation) is None
    await first.aclose()
    assert await second.load(loaded.conversation) is not None
    await second.aclose()


async def test_who_only_accepts_leaves_the_work_to_workers(redis_server: RedisServer) -> None:
    """A web process takes no mailbox into its hands."""
    redis_server.ask("FLUSHALL")
    vault = Vault.throwaway()
    web = await open_redis(redis_server.url, vault, works=False)
    worker = await open_redis(redis_server.url, vault)
    (conversation,) = await web.accept([said("1")])
    assert await web.load(conversation) is None
    assert await worker.backlog(10) == (conversation,)
    assert await worker.load(conversation) is not None
    await web.aclose()
    await worker.aclose()


async def _work(store: RedisStore, done: list[str], total: int) -> None:
    """Work off whatever is there, as a process does, until everything is done."""
    while len(done) < total:
        for conversation in await store.backlog(10):
            await _work_off(store, conversation, done)


async def _work_off(store: RedisStore, conversation: ConversationId, done: list[str]) -> None:
    while (loaded := await store.load(conversation)) is not None:
        try:
            await store.commit(turn(loaded, said=(loaded.inbound.body,)))
        except Conflict:
            continue
        done.append(loaded.inbound.body)


async def test_order_holds_with_several_workers(workers: tuple[RedisStore, RedisStore]) -> None:
    """Every message once, and each visitor's in the order they came, while workers die."""
    first, second = workers
    done: list[str] = []
    rounds, total = 30, 30 * len(VISITORS)

    async def arrive() -> None:
        for number in range(rounds):
            for visitor in VISITORS:
                store = first if number % 2 else second
                await store.accept([said(f"{number}", visitor)])
            if number % 10 == 5:
                await first.engine.run("bye")

    await asyncio.gather(arrive(), *(_work(store, done, total) for store in workers))
    for visitor in VISITORS:
        conversation = await first.find(visitor)
        assert conversation is not None
        lines = await first.messages(conversation)
        assert [line.blocks[0] for line in lines] == [f"{n}" for n in range(rounds)]
    assert first.engine.fenced > 0


async def test_a_claim_whose_answer_was_lost_is_asked_for_again(
    workers: tuple[RedisStore, RedisStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same rows come, not as doubtful: nobody has tried to send them."""
    first, _ = workers
    await take_turn(first, said(), outgoing=(bot("1"),))
    call = first.engine.link.call

    async def lose(*command: bytes | str | int) -> object:
        await call(*command)
        raise StoreUnavailable

    with monkeypatch.context() as patch:
        patch.setattr(first.engine.link, "call", lose)
        with pytest.raises(StoreUnavailable):
            await first.claim_sends(NOW, 10)
    (send,) = await first.claim_sends(NOW, 10)
    assert (send.doubtful, send.attempt) == (False, 1)
    assert await first.claim_sends(NOW, 10) == ()


async def test_what_a_turn_took_is_found_when_its_answer_was_lost(
    workers: tuple[RedisStore, RedisStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The turn was written: its message comes with the next claim, and not as doubtful."""
    first, second = workers
    loaded = await waiting(first, said())
    call = first.engine.link.call

    async def lose(*command: bytes | str | int) -> object:
        await call(*command)
        raise StoreUnavailable

    with monkeypatch.context() as patch:
        patch.setattr(first.engine.link, "call", lose)
        with pytest.raises(StoreUnavailable):
            await first.commit(turn(loaded, outgoing=(bot("1"),)), claim=True)
    assert await first.load(loaded.conversation) is None
    assert await second.claim_sends(NOW, 10) == ()
    (send,) = await first.claim_sends(NOW, 10)
    assert (send.outbound.blocks, send.doubtful, send.attempt) == (("1",), False, 1)
    assert await first.claim_sends(NOW, 10) == ()


async def test_an_end_that_could_not_be_told_is_told_later(
    workers: tuple[RedisStore, RedisStore], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The visitor's next message does not wait for the lease."""
    first, _ = workers
    await take_turn(first, said(), outgoing=(bot("1"), bot("2")))
    (send,) = await first.claim_sends(NOW, 10)

    async def refuse(*_: object) -> object:
        raise StoreUnavailable

    with monkeypatch.context() as patch:
        patch.setattr(first.engine.link, "call", refuse)
        with pytest.raises(StoreUnavailable):
            await first.settle(send, Settled(Delivery.SENT, ("9",)))
    (second,) = await first.claim_sends(NOW, 10)
    assert second.outbound.blocks == ("2",)
    assert second.places == ("9",)


async def test_a_timer_fires_once_for_all_workers(
    workers: tuple[RedisStore, RedisStore],
) -> None:
    """All of them look at the clock; one inbound comes of it."""
    at = NOW + timedelta(minutes=1)
    timer = SetTimer(TimerKind.WIPE, "a|b", at)
    conversation = await take_turn(workers[0], said(), timers=(timer,))
    await asyncio.gather(*(store.due(at) for store in workers for _ in range(3)))
    (fired,) = [i for store in workers for i in await drain(store, conversation)]
    assert fired.body == '{"kind": "wipe", "key": "a|b"}'


async def test_one_worker_leads_until_it_dies(
    workers: tuple[RedisStore, RedisStore], redis_server: RedisServer
) -> None:
    """Polling is done by one of them; the other one stands by."""
    first, second = workers
    assert await first.leads("polling")
    assert not await second.leads("polling")
    assert await first.leads("polling")
    bury(redis_server, first)
    assert await second.leads("polling")
    assert not await first.leads("polling")
    assert await first.reachable()


async def test_redis_itself_refuses_a_turn_of_an_older_version(
    workers: tuple[RedisStore, RedisStore],
) -> None:
    """Also when its letter is still there, set aside, and the worker has not looked again."""
    store = workers[0]
    loaded = await waiting(store, said("poison"))
    await store.accept([said("after")])
    conversation = loaded.conversation
    as_it_was = store._mailboxes.read[conversation]
    for _ in range(5):
        await store.set_aside(conversation, loaded.inbox)
    await drain(store, conversation)
    store._mailboxes.read[conversation] = as_it_was
    with pytest.raises(Conflict):
        await store.commit(turn(loaded, outgoing=(bot("sorry"),)))
    assert await store.messages(conversation) == ()


async def test_what_is_accepted_with_a_free_hand_is_taken_at_once(
    workers: tuple[RedisStore, RedisStore], redis_server: RedisServer
) -> None:
    """As many as there are hands; nobody else gets those, and a former life's taking is void."""
    first, second = workers
    first.take_with(lambda: 1)
    aisha, bakyt = await first.accept([said("1"), said("2", BAKYT)])
    assert await second.load(aisha) is None
    assert (await second.backlog(10)) == (bakyt,)
    await first.accept([said("3")])
    assert [i.body for i in await drain(first, aisha)] == ["1", "3"]
    assert [i.body for i in await drain(second, bakyt)] == ["2"]
    await first.accept([said("4")])
    bury(redis_server, first)
    assert [i.body for i in await drain(second, aisha)] == ["4"]
    await first.engine.run("beat", 10)
    assert await first.load(aisha) is None
