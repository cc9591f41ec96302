"""The composition root: the only file that knows every adapter."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
from starlette.routing import BaseRoute

import bot
from bot.channels.telegram_chat import TelegramChannel
from bot.channels.telegram_doors import open_channel, open_poller, open_webhook
from bot.channels.telegram_setup import Profile
from bot.content.load import load
from bot.desk.oncall_webhook import WebhookRinger
from bot.dialogue.values import ChannelKind, Locale, text
from bot.l10n.wording import Wording
from bot.service.clockwork import Clockwork
from bot.service.oncall import AllRingers, ChannelRinger, Ringer
from bot.service.outbox import Outbox
from bot.service.ports import Address, Channel
from bot.service.receive import Library, Reception
from bot.service.shell import Shell
from bot.service.tickets import Tickets
from bot.service.wakes import Wakes
from bot.settings import Mode, Settings, SettingsError
from bot.store.backup import backup, restore
from bot.store.sqlite import SqliteFile, SqliteStore, open_sqlite
from bot.store.staff import SqliteStaff
from bot.understanding import Reader
from bot.vault import Vault

if TYPE_CHECKING:
    from bot.channels.sms.opening import SmsSide

ROOT = Path(bot.__file__).resolve().parent.parent
CONTENT = ROOT / "content"
LOCALES = ROOT / "locales"
CACHE = ROOT / "var" / "cache"
ON_CALL_LOCALE = Locale("ru")
"""The language of the one neutral line that rings the on-call phone."""


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
    library = library or open_library()
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
    outbox = Outbox(store, channels or {}, wakes, clock=clock, accept=reception.accept)
    tickets.show_typing(outbox.hints.show)
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
        outbox,
        Clockwork(store, reception, ringer, wakes, clock=clock, assign=tickets.assign),
    )


@dataclass(frozen=True, slots=True)
class Lines:
    """The channels that reach beyond this machine, and the on-call phone."""

    channels: Mapping[ChannelKind, Channel]
    telegram: TelegramChannel | None
    sms: SmsSide | None
    ringer: Ringer | None
    http: httpx.AsyncClient

    async def close(self) -> None:
        """Close every connection."""
        if self.telegram is not None:
            await self.telegram.client.stop()
        if self.sms is not None:
            await self.sms.close()
        await self.http.aclose()


def open_lines(settings: Settings, wording: Wording) -> Lines:
    """Prepare the channels that are set; nothing is connected before it is used."""
    telegram = open_channel(settings.telegram) if settings.telegram else None
    channels: dict[ChannelKind, Channel] = {telegram.kind: telegram} if telegram else {}
    sms = _open_sms(settings, wording)
    if sms is not None:
        channels[sms.channel.kind] = sms.channel
    client = httpx.AsyncClient()
    ringers = [_ringer(place, channels, client, wording) for place in settings.on_call]
    return Lines(channels, telegram, sms, AllRingers(*ringers) if ringers else None, client)


def _open_sms(settings: Settings, wording: Wording) -> SmsSide | None:
    """Read the gateway file, if there is one. Raises `SettingsError` with all its problems."""
    if settings.sms_gateways is None:
        return None
    # Imported here: a start without SMS pays for no YAML.
    from bot.channels.sms.file import GatewayFileError  # noqa: PLC0415
    from bot.channels.sms.opening import open_sms  # noqa: PLC0415

    try:
        side = open_sms(settings.sms_gateways, wording, public_url=settings.public_url, clock=clock)
    except GatewayFileError as error:
        raise SettingsError(error.problems) from None
    for place in settings.on_call:
        if place.startswith("sms:"):
            side.channel.purse.trust(place.removeprefix("sms:"))
    return side


def _ringer(
    place: str, channels: Mapping[ChannelKind, Channel], http: httpx.AsyncClient, wording: Wording
) -> Ringer:
    """Make the ringer of one place. The webhook signs with what follows `#` in its address."""
    kind, _, rest = place.partition(":")
    if kind.startswith("http"):
        url, _, secret = place.partition("#")
        return WebhookRinger(url, secret, http, clock)
    named = ChannelKind(kind)
    if named not in channels:
        raise SettingsError((f"SAFAR_ON_CALL names {kind}, which is not set up.",))
    ring = lambda number: wording.render(text("oncall-ring", round=number), ON_CALL_LOCALE)  # noqa: E731
    return ChannelRinger(channels[named], Address(named, rest), ring)


@dataclass(frozen=True, slots=True)
class Doors:
    """How messages of other channels come in: routes to serve, jobs to run, what to stop."""

    routes: tuple[BaseRoute, ...] = ()
    jobs: tuple[Callable[[], Coroutine[None, None, None]], ...] = ()
    stops: tuple[Callable[[], Awaitable[None]], ...] = ()


def open_doors(settings: Settings, lines: Lines, house: House) -> Doors:
    """Open the doors of the channels that are set."""
    accept = house.reception.accept
    telegram = _telegram_doors(settings, lines, house)
    if lines.sms is None:
        return telegram
    routes = lines.sms.serve(house.store, accept)
    return replace(
        telegram, routes=(*telegram.routes, *routes), jobs=(*telegram.jobs, lines.sms.run)
    )


def _telegram_doors(settings: Settings, lines: Lines, house: House) -> Doors:
    if settings.telegram is None or lines.telegram is None:
        return Doors()
    accept = house.reception.accept
    if settings.telegram.mode is Mode.WEBHOOK:
        route, intake = open_webhook(settings.telegram, lines.telegram, accept, clock)
        return Doors(routes=(route,), stops=(intake.stop,))
    poller, intake = open_poller(lines.telegram, accept, clock)
    return Doors(jobs=(poller.run,), stops=(intake.stop,))


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


async def back_up(house: House, target: Path) -> int:
    """Write a backup of a running installation; return how many rows it holds."""
    copied = await asyncio.to_thread(backup, house.file.path.parent, house.vault, target)
    return copied.rows


def bring_back(source: Path, settings: Settings) -> int:
    """Make an empty data directory from a backup; return how many rows came back."""
    vault = Vault.open(settings.key_file, settings.data)
    return restore(source, settings.data, vault).rows
