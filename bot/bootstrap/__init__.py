"""The composition root: the only folder that knows every adapter.

Here stands the embedded store's one process; `shared` has those on Redis, `lines` the channels.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path

import bot
from bot.bootstrap.lines import Doors as Doors
from bot.bootstrap.lines import Lines as Lines
from bot.bootstrap.lines import open_doors as open_doors
from bot.bootstrap.lines import open_lines as open_lines
from bot.bootstrap.parts import Accounts as Accounts
from bot.bootstrap.parts import House as House
from bot.bootstrap.parts import Wing as Wing
from bot.bootstrap.parts import clock as clock
from bot.bootstrap.parts import open_accounts as open_accounts
from bot.bootstrap.parts import refuse_moved, tickets_of
from bot.channels.telegram_setup import Profile
from bot.content.load import load
from bot.dialogue.values import ChannelKind, Locale
from bot.l10n.wording import Wording
from bot.service.clockwork import Clockwork
from bot.service.oncall import Ringer
from bot.service.outbox import Outbox
from bot.service.ports import Channel
from bot.service.receive import Library, Reception
from bot.service.shell import Shell
from bot.service.wakes import Wakes
from bot.settings import ProcessRole, Settings
from bot.store.backup import backup, restore
from bot.store.sqlite import SqliteStore
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


async def open_house(
    data: Path,
    key_file: Path,
    channels: Mapping[ChannelKind, Channel] | None = None,
    ringer: Ringer | None = None,
    *,
    library: Library | None = None,
) -> House:
    """Open the data directory and put everything together.

    Raises `VaultError`, `DataError` or `ContentError`; each says what to do.
    """
    refuse_moved(data)
    library = library or open_library()
    accounts = await open_accounts(data, key_file)
    store, wakes = SqliteStore(accounts.file, accounts.vault), Wakes()
    reception = Reception(store, library, wakes, seed=accounts.vault.seed, clock=clock)
    tickets = tickets_of(accounts, store, wakes, reception, library)
    reception.serve(tickets)
    outbox = Outbox(store, channels or {}, wakes, clock=clock, accept=reception.accept)
    reception.send_through(outbox)
    tickets.show_typing(outbox.hints.show)
    clockwork = Clockwork(store, reception, ringer, wakes, clock=clock, assign=tickets.assign)

    async def close() -> None:
        accounts.file.close()

    return House(
        library=library,
        vault=accounts.vault,
        file=accounts.file,
        store=store,
        records=accounts.records,
        wakes=wakes,
        reception=reception,
        tickets=tickets,
        shell=Shell(store, reception, wakes, clock=clock),
        outbox=outbox,
        clockwork=clockwork,
        jobs=(reception.resume, outbox.run, *clockwork.jobs()),
        close=close,
    )


async def open_wing(settings: Settings, role: ProcessRole, lines: Lines, library: Library) -> Wing:
    """Open one process as it is set: all of it on SQLite, or a role on Redis.

    Raises what `open_house` and `bot.bootstrap.shared.open_shared` do.
    """
    if not settings.redis_url:
        return await open_house(
            settings.data, settings.key_file, lines.channels, lines.ringer, library=library
        )
    # Imported here: one process without Redis pays for none of it.
    from bot.bootstrap.shared import open_shared  # noqa: PLC0415

    return await open_shared(settings, role, lines.channels, lines.ringer, library=library)


async def open_desk(settings: Settings) -> House:
    """Open the process with the Desk in it, to do one errand and end."""
    if not settings.redis_url:
        return await open_house(settings.data, settings.key_file)
    from bot.bootstrap.shared import open_shared  # noqa: PLC0415

    house = await open_shared(settings, ProcessRole.DESK, library=open_library())
    assert isinstance(house, House)  # noqa: S101 -- the role of the Desk
    return house


def profiles(library: Library) -> tuple[Profile, ...]:
    """Return how the bot shows itself on Telegram in each language."""
    return tuple(_profile(library.wording, locale) for locale in library.book.locales)


def _profile(wording: Wording, locale: Locale) -> Profile:
    names = ("start", "menu", "language", "person", "who", "hide", "stop")
    commands = tuple((one, wording.label(f"telegram-command-{one}", locale)) for one in names)
    name, short, description = (
        wording.label(f"telegram-{part}", locale) for part in ("name", "short", "description")
    )
    return Profile(locale, name, short, description, commands)


async def rotate(house: House) -> None:
    """Move every key into a new epoch, and every lookup under a new pepper."""
    await house.store.rotate_keys(clock())


async def back_up(house: House | Accounts, target: Path) -> int:
    """Write a backup of a running installation; return how many rows it holds."""
    copied = await asyncio.to_thread(backup, house.file.path.parent, house.vault, target)
    return copied.rows


def bring_back(source: Path, settings: Settings) -> int:
    """Make an empty data directory from a backup; return how many rows came back."""
    vault = Vault.open(settings.key_file, settings.data)
    return restore(source, settings.data, vault).rows
