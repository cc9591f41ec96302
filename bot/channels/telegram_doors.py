"""Telegram put together from its settings: first the channel, then the door updates come in by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from starlette.routing import Route

from bot.channels.telegram_auto import build
from bot.channels.telegram_chat import TelegramChannel
from bot.channels.telegram_intake import Accept, Intake
from bot.channels.telegram_poll import Poller
from bot.channels.telegram_voice import Find, Voices
from bot.channels.telegram_webhook import TelegramWebhook
from bot.settings import Telegram

PATH = "/telegram/{secret}"

Clock = Callable[[], datetime]


def open_channel(settings: Telegram, find: Find = lambda _: None) -> TelegramChannel:
    """Return the channel that sends; nothing is connected before it is used.

    `find` returns the file of a recording by its name.
    """
    voices = Voices(settings.token, settings.api, find)
    return TelegramChannel(build(settings.client, settings.token, settings.api), voices)


def open_poller(channel: TelegramChannel, accept: Accept, clock: Clock) -> tuple[Poller, Intake]:
    """Return what fetches updates (`run` for ever), and what to `stop` after it."""
    intake = Intake(channel, accept)
    return Poller(channel.client, intake, clock=clock), intake


def open_webhook(
    settings: Telegram, channel: TelegramChannel, accept: Accept, clock: Clock
) -> tuple[Route, Intake]:
    """Return the route of the visitors' application, and what to `stop` at the end."""
    intake = Intake(channel, accept)
    endpoint = TelegramWebhook(
        intake,
        path_secret=settings.path_secret,
        header_secret=settings.header_secret,
        clock=clock,
    )
    return Route(PATH, endpoint), intake
