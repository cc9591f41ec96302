"""From the gateway file to a channel and its doors: what the composition root calls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from starlette.routing import BaseRoute

from bot.channels.sms.android import Android
from bot.channels.sms.carrier import Carrier
from bot.channels.sms.channel import SmsChannel
from bot.channels.sms.file import GatewayFileError, read
from bot.channels.sms.kannel import Kannel
from bot.channels.sms.port import Gateway
from bot.channels.sms.routes import Accept, Doors
from bot.channels.sms.schema import (
    AndroidFile,
    GatewayFile,
    KannelFile,
    SmsFile,
    TemplateFile,
    TwilioFile,
)
from bot.channels.sms.template import Template, unknown_places
from bot.channels.sms.twilio import Twilio
from bot.l10n.wording import Wording
from bot.service.ports import Store

ALL_SEGMENTS = 255
"""More than one message can have."""

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class SmsSide:
    """The channel of a file, before the store is open and the shell answers."""

    file: SmsFile
    channel: SmsChannel
    clock: Clock

    def serve(self, store: Store, accept: Accept) -> list[BaseRoute]:
        """Connect store and shell; return the routes for the visitor's port."""
        self.channel.serve(store)
        return Doors(self.file, self.channel, accept, self.clock).routes()

    async def close(self) -> None:
        """Close every connection."""
        await self.channel.close()


def open_sms(
    path: Path, wording: Wording, *, public_url: str, clock: Clock, paged: bool = True
) -> SmsSide:
    """Return the channel of a gateway file. Raises `GatewayFileError`; each line has its remedy.

    Not `paged` where one process sends and another one hears "1 more": that one would take the
    1 for a choice, so that long messages go out whole.
    """
    file = read(path)
    if not paged:
        file = file.model_copy(update={"most_segments": ALL_SEGMENTS})
    problems = [problem for one in file.gateways for problem in _problems(path.name, one)]
    if not public_url and any(_needs_public(one) for one in file.gateways):
        problems.append(f"{path.name}: set SAFAR_PUBLIC_URL, or `callback` for each gateway.")
    if problems:
        raise GatewayFileError(problems)
    gateways = {one.name: _gateway(one, public_url, clock) for one in file.gateways}
    carrier = Carrier(file, gateways, clock)
    return SmsSide(file, SmsChannel(file, carrier, wording, clock), clock)


def _problems(name: str, one: GatewayFile) -> list[str]:
    if not isinstance(one, TemplateFile):
        return []
    return [
        f"{name}: {one.name}: nothing fills {{{place}}}; name it in `values`."
        for place in sorted(unknown_places(one))
    ]


def _needs_public(one: GatewayFile) -> bool:
    return one.kind in {"kannel", "twilio"} and one.callback is None


def _gateway(one: GatewayFile, public_url: str, clock: Clock) -> Gateway:
    base = (one.callback or public_url).rstrip("/")
    reports = f"{base}/sms/{one.name}/{one.secret}/report"
    match one:
        case AndroidFile():
            return Android(one, clock)
        case KannelFile():
            return Kannel(one, reports)
        case TwilioFile():
            return Twilio(one, base, reports)
        case TemplateFile():
            return Template(one, clock)
