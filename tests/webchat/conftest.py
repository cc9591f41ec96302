from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from bot.channels.webchat.app import visitor_app
from bot.l10n.wording import Wording
from tests.webchat.shell import MemoryShell

HERE = "http://127.0.0.1:8090"
LOCALES = Path(__file__).parents[2] / "locales"


@pytest.fixture(scope="session")
def wording() -> Wording:
    return Wording(LOCALES, strict=True)


@pytest.fixture
def shell() -> MemoryShell:
    return MemoryShell()


@pytest.fixture
def app(shell: MemoryShell, wording: Wording) -> Starlette:
    return visitor_app(shell, wording, public_url=HERE, demo=False)


def browser(app: Starlette, base: str = HERE) -> httpx.AsyncClient:
    """Return a client that sends what browsers send with our own pages."""
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app),
        base_url=base,
        headers={"origin": base, "sec-fetch-site": "same-origin", "accept-language": "en"},
    )


@pytest.fixture
async def client(app: Starlette) -> AsyncIterator[httpx.AsyncClient]:
    async with browser(app) as client:
        yield client
