"""The composition root: the only file that knows every adapter."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import bot
from bot.content.load import load
from bot.dialogue.values import ChannelKind
from bot.l10n.wording import Wording
from bot.service.clockwork import Clockwork
from bot.service.outbox import Outbox
from bot.service.ports import Channel
from bot.service.receive import Library, Reception
from bot.service.shell import Shell
from bot.service.tickets import Tickets
from bot.service.wakes import Wakes
from bot.settings import Settings
from bot.store.backup import backup, restore
from bot.store.life import Life
from bot.store.rotation import keep_epoch, rotate_pepper
from bot.store.sqlite import SqliteFile, SqliteStore, open_sqlite
from bot.store.staff import SqliteStaff
from bot.store.talks import Means
from bot.understanding import Reader
from bot.vault import Vault

ROOT = Path(bot.__file__).resolve().parent.parent
CONTENT = ROOT / "content"
LOCALES = ROOT / "locales"
CACHE = ROOT / "var" / "cache"


def open_library(
    content: Path = CONTENT, locales: Path = LOCALES, cache: Path | None = CACHE
) -> Library:
    """Load content and wording. Raises `ContentError` when they make no Book."""
    book = load(content, locales, cache if _writable(cache) else None)
    return Library(book, Wording(locales), Reader(book))


def _writable(cache: Path | None) -> bool:
    """A compiled Book is only a saving: where it cannot be kept, it is compiled each time."""
    if cache is None:
        return False
    try:
        cache.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return True


def clock() -> datetime:
    """Return the moment it is."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class House:
    """One running installation on an embedded store, all its parts put together."""

    library: Library
    vault: Vault
    file: SqliteFile
    store: SqliteStore
    records: SqliteStaff
    wakes: Wakes
    reception: Reception
    tickets: Tickets
    shell: Shell
    outbox: Outbox
    clockwork: Clockwork


async def open_house(
    data: Path, key_file: Path, channels: Mapping[ChannelKind, Channel] | None = None
) -> House:
    """Open the data directory and put everything together.

    Raises `VaultError`, `DataError` or `ContentError`; each says what to do.
    """
    library = open_library()
    vault = Vault.open(key_file, data)
    file = open_sqlite(data, vault)
    store = SqliteStore(file, vault)
    records = SqliteStaff(file, vault.staff_key)
    await records.prepare()
    wakes = Wakes()
    reception = Reception(store, library, wakes, seed=vault.seed, clock=clock)
    tickets = Tickets(
        store,
        records,
        wakes,
        accept=reception.accept,
        work=reception.work,
        clock=clock,
        hours=library.book.desk,
    )
    reception.serve(tickets)
    return House(
        library,
        vault,
        file,
        store,
        records,
        wakes,
        reception,
        tickets,
        Shell(store, reception, wakes, clock=clock),
        Outbox(store, channels or {}, wakes, clock=clock, accept=reception.accept),
        Clockwork(store, reception, None, wakes, clock=clock, assign=tickets.assign),
    )


async def rotate(house: House, today: date, *, force: bool = True) -> None:
    """Move every key into a new epoch, and every lookup under a new pepper."""
    means = Means(house.vault, Life())
    await keep_epoch(house.file, means, today, force=force)
    await rotate_pepper(house.file, means)


async def begin_day(house: House) -> None:
    """Begin the epoch of the day if it has not begun; yesterday's copies open nothing then."""
    await keep_epoch(house.file, Means(house.vault, Life()), clock().date())


async def back_up(house: House, target: Path) -> int:
    """Write a backup of a running installation; return how many rows it holds."""
    copied = await asyncio.to_thread(backup, house.file.path.parent, house.vault, target)
    return copied.rows


def bring_back(source: Path, settings: Settings) -> int:
    """Make an empty data directory from a backup; return how many rows came back."""
    vault = Vault.open(settings.key_file, settings.data)
    return restore(source, settings.data, vault).rows
