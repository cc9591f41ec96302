"""The channels that reach beyond this machine, and the doors that messages come in by."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import httpx
from starlette.routing import BaseRoute

from bot.bootstrap.parts import Job, Wing, clock
from bot.channels.telegram_chat import TelegramChannel
from bot.channels.telegram_doors import open_channel, open_poller, open_webhook
from bot.channels.telegram_voice import Find
from bot.desk.oncall_webhook import WebhookRinger
from bot.dialogue.values import ChannelKind, Locale, text
from bot.l10n.wording import Wording
from bot.service.oncall import AllRingers, ChannelRinger, Ringer
from bot.service.ports import Channel
from bot.service.records import Address
from bot.service.share import while_leading
from bot.settings import Mode, Settings, SettingsError

if TYPE_CHECKING:
    from bot.channels.sms.opening import SmsSide

ON_CALL_LOCALE = Locale("ru")
"""The language of the one neutral line that rings the on-call phone."""
POLLING = "polling"
"""The lease of what one worker does for all: fetching from Telegram."""


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


def open_lines(settings: Settings, wording: Wording, find: Find = lambda _: None) -> Lines:
    """Prepare the channels that are set; nothing is connected before it is used.

    `find` returns the file of a recording by its name.
    """
    telegram = open_channel(settings.telegram, find) if settings.telegram else None
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
        side = open_sms(
            settings.sms_gateways,
            wording,
            public_url=settings.public_url,
            clock=clock,
            paged=not settings.redis_url,
        )
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
    jobs: tuple[Job, ...] = ()
    stops: tuple[Callable[[], Awaitable[None]], ...] = ()


def open_doors(settings: Settings, lines: Lines, wing: Wing) -> Doors:
    """Open the doors of the channels that are set.

    The routes are for who serves the visitors' port, the jobs for who works.
    """
    accept = wing.reception.accept
    telegram = _telegram_doors(settings, lines, wing)
    if lines.sms is None:
        return telegram
    routes = (*telegram.routes, *lines.sms.serve(wing.store, accept))
    return Doors(routes, telegram.jobs, telegram.stops)


def _telegram_doors(settings: Settings, lines: Lines, wing: Wing) -> Doors:
    if settings.telegram is None or lines.telegram is None:
        return Doors()
    accept = wing.reception.accept
    if settings.telegram.mode is Mode.WEBHOOK:
        route, intake = open_webhook(settings.telegram, lines.telegram, accept, clock)
        return Doors(routes=(route,), stops=(intake.stop,))
    poller, intake = open_poller(lines.telegram, accept, clock)
    return Doors(jobs=(_led(wing, POLLING, poller.run),), stops=(intake.stop,))


def _led(wing: Wing, name: str, job: Job) -> Job:
    """Return an endless job as one process of several does it: while it leads in that."""
    return job if wing.leader is None else partial(while_leading, wing.leader, name, job)
