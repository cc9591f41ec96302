"""One process of an installation on Redis: a worker, the visitors' web, the Desk, or all of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path

from bot.bootstrap.parts import (
    Accounts,
    House,
    Job,
    Wing,
    clock,
    open_accounts,
    refuse_left_behind,
    tickets_of,
)
from bot.dialogue.values import ChannelKind
from bot.service.clockwork import Clockwork, every
from bot.service.oncall import Ringer
from bot.service.outbox import Outbox
from bot.service.ports import Channel
from bot.service.receive import Library, Reception
from bot.service.roster import Announcer, DistantDesk
from bot.service.share import Counter, Worker, leads, say_typing, show_typing
from bot.service.shell import Shell
from bot.settings import ProcessRole, Settings
from bot.store.file import DataError
from bot.store.redis import RedisStore, open_redis, record_of
from bot.store.redis.desk_line import DESK, RedisDeskLine
from bot.store.redis.server import server_of
from bot.store.redis_wakes import RedisWakes
from bot.vault import KeyFileError, Vault

DESKS = frozenset({ProcessRole.ALL, ProcessRole.DESK})
WORKERS = frozenset({ProcessRole.ALL, ProcessRole.WORKER})
DESK_PATIENCE = 15
"""Seconds until a desk that was killed counts as gone, so that it can be started again."""
KEYS_EVERY = 60.0


async def open_shared(
    settings: Settings,
    role: ProcessRole,
    channels: Mapping[ChannelKind, Channel] | None = None,
    ringer: Ringer | None = None,
    *,
    library: Library,
) -> Wing:
    """Open one process of an installation on Redis; with the Desk in it, it is a `House`.

    Raises `RedisUrlError`, `StoreError`, `VaultError` or `DataError`; each says what to do.
    """
    async with AsyncExitStack() as stack:
        accounts = None
        if role in DESKS:
            accounts = await open_accounts(settings.data, settings.key_file)
            stack.callback(accounts.file.close)
            await refuse_left_behind(accounts)
        store = await _store(settings, role, accounts)
        stack.push_async_callback(store.aclose)
        if accounts is not None:
            await _be_the_desk(store)
        wakes = RedisWakes(server_of(settings.redis_url))
        await wakes.open()
        stack.push_async_callback(wakes.aclose)
        built = _Built(store, wakes, library, channels or {}, ringer)
        return built.wing(stack) if accounts is None else await built.house(stack, accounts)


async def _store(settings: Settings, role: ProcessRole, accounts: Accounts | None) -> RedisStore:
    record = record_of(settings.key_file)
    if accounts is None:
        _refuse_unbegun(settings.key_file.expanduser(), record)
    reread = partial(Vault.open, settings.key_file, settings.data)
    return await open_redis(
        settings.redis_url,
        accounts.vault if accounts else reread(),
        record=record,
        works=role in WORKERS,
        reread=reread,
    )


def _refuse_unbegun(key_file: Path, record: Path) -> None:
    """Only the Desk begins an installation: keys made elsewhere would open nothing of it."""
    for path in (key_file, record):
        if not path.exists():
            raise KeyFileError(
                f"{path} is not there. Start the desk first, once; it makes the keys and"
                " their folder, which every process shares."
            )


async def _be_the_desk(store: RedisStore) -> None:
    """Take the lease of the one Desk. Raises `DataError` when another one lives."""
    for _ in range(DESK_PATIENCE):
        if await leads(store, DESK):
            return
        await asyncio.sleep(1)
    raise DataError("Another desk runs on this Redis; there is exactly one. Stop it first.")


class _Built:
    """The parts that every role has, and what each makes of them."""

    def __init__(
        self,
        store: RedisStore,
        wakes: RedisWakes,
        library: Library,
        channels: Mapping[ChannelKind, Channel],
        ringer: Ringer | None,
    ) -> None:
        self._store, self._wakes, self._library = store, wakes, library
        self._ringer = ringer
        kind = Worker if store.engine.works else Counter
        self._line = RedisDeskLine(store.engine)
        self._reception: Reception = kind(
            store, library, wakes, seed=store.engine.vault.seed, clock=clock
        )
        self._outbox = Outbox(store, channels, wakes, clock=clock, accept=self._reception.accept)
        self._reception.send_through(self._outbox)

    def wing(self, stack: AsyncExitStack) -> Wing:
        """Return a process that knows the Desk from afar."""
        hours = self._library.book.desk
        distant = DistantDesk(self._line, self._store, self._wakes, clock=clock, hours=hours)
        self._reception.serve(distant)
        return self._wing(stack, nobody)

    async def house(self, stack: AsyncExitStack, accounts: Accounts) -> House:
        """Return the process with the Desk in it, once everybody was told who is there."""
        tickets = tickets_of(accounts, self._store, self._wakes, self._reception, self._library)
        self._reception.serve(tickets)
        tickets.show_typing(partial(say_typing, self._wakes))
        announcer = Announcer(self._line, self._wakes, tickets.roster, tickets.heard)
        stack.push_async_callback(announcer.leave)
        await announcer.once()
        wing = self._wing(stack, tickets.assign)
        return House.of(
            wing, accounts, tickets, (wing.clockwork.assigning, announcer.run, self._keys)
        )

    def _wing(self, stack: AsyncExitStack, assign: Callable[[], Awaitable[None]]) -> Wing:
        store, wakes, reception = self._store, self._wakes, self._reception
        clockwork = Clockwork(store, reception, self._ringer, wakes, clock=clock, assign=assign)
        return Wing(
            library=self._library,
            vault=store.engine.vault,
            store=store,
            wakes=wakes,
            reception=reception,
            shell=Shell(store, reception, wakes, clock=clock),
            outbox=self._outbox,
            clockwork=clockwork,
            jobs=self._work(clockwork),
            close=stack.pop_all().aclose,
            leader=store,
            ready=store.reachable,
        )

    def _work(self, clockwork: Clockwork) -> tuple[Job, ...]:
        """Return what a worker does all the time; a process that only accepts does nothing."""
        if not isinstance(self._reception, Worker):
            return ()
        self._store.take_with(self._reception.free)
        show_typing(self._wakes, self._outbox.hints.show)
        alone = partial(clockwork.one_of_many, self._store)
        return (self._reception.share, self._outbox.run, clockwork.ringing, alone)

    async def _keys(self) -> None:
        await every(KEYS_EVERY, lambda: self._store.keep_keys(clock()), "keys")


async def nobody() -> None:
    """Assign nothing: that is for the process with the Desk in it."""
