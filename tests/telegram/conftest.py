"""A Telegram of our own, and both clients that speak to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

import pytest
from telegram.request import HTTPXRequest

from bot.channels.telegram import PtbClient
from bot.channels.telegram_client import Client
from bot.channels.telegram_httpx import HttpxClient
from tests.telegram.fake_api import TOKEN, FakeTelegram

PATIENCE = 0.3
"""Seconds: for answers that never come."""

Build = Callable[[str], Client]


def ptb(url: str) -> Client:
    """Return python-telegram-bot over our own request."""
    return PtbClient(TOKEN, url, PATIENCE)


def ptb_alone(url: str) -> Client:
    """Return python-telegram-bot as it comes: it holds the fake to what the library expects."""
    request = HTTPXRequest(
        read_timeout=PATIENCE, httpx_kwargs={"trust_env": False, "verify": False}
    )
    return PtbClient(TOKEN, url, PATIENCE, request)


def httpx_alone(url: str) -> Client:
    """Return the fallback."""
    return HttpxClient(TOKEN, url, PATIENCE)


BUILDS = {"ptb": ptb, "ptb-alone": ptb_alone, "httpx": httpx_alone}


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    """Return a Telegram that serves on loopback."""
    fake = FakeTelegram()
    await fake.start()
    yield fake
    await fake.stop()


@pytest.fixture(params=sorted(BUILDS))
async def client(request: pytest.FixtureRequest, telegram: FakeTelegram) -> AsyncIterator[Client]:
    """Return each client in turn, started."""
    built = BUILDS[request.param](telegram.url)
    await built.start()
    yield built
    await built.stop()
