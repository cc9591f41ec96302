from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Page, async_playwright

from bot.bootstrap import LOCALES
from bot.dialogue.values import Locale
from bot.l10n.wording import Wording
from tests.telegram.conftest import httpx_alone
from tests.telegram.fake_api import FakeTelegram
from tests.telegram.page import page
from tests.telegram.talk import Talk, open_talk

AIDA = 777000111
WIDTH = 360


@pytest.fixture
async def talk(tmp_path: Path, telegram: FakeTelegram) -> AsyncIterator[Talk]:
    """Return a Safar on the fallback."""
    client = httpx_alone(telegram.url)
    opened = await open_talk(tmp_path, client, telegram)
    yield opened
    await opened.close()
    await client.stop()


@pytest.fixture
async def sheet() -> AsyncIterator[Page]:
    """Return a page as narrow as a small phone."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        yield await browser.new_page(viewport={"width": WIDTH, "height": 640})
        await browser.close()


async def picture(sheet: Page, talk: Talk, path: Path) -> str:
    """Take a picture of the chat as it stands; return its words."""
    name = Wording(LOCALES).label("telegram-name", Locale("ru"))
    await sheet.set_content(page(name, talk.telegram.chats.seen(AIDA)))
    await sheet.screenshot(path=path, full_page=True)
    assert await sheet.evaluate("document.documentElement.scrollWidth") == WIDTH
    return await sheet.inner_text("main")


async def test_a_look_at_the_chat_before_and_after_hide(
    talk: Talk, sheet: Page, tmp_path: Path
) -> None:
    """Whoever holds the phone afterwards sees one line that anybody could get (S-01, S-06)."""
    await talk.write(AIDA, "/start")
    await talk.press_first(AIDA)
    await talk.press_first(AIDA)
    await talk.write(AIDA, "он меня бьёт и запер")
    before = await picture(sheet, talk, tmp_path / "before.png")

    await talk.write(AIDA, "спрятать")
    after = await picture(sheet, talk, tmp_path / "after.png")

    assert "бьёт" in before
    hidden = {Wording(LOCALES).label("hidden", Locale(name)) for name in ("ru", "ky", "en")}
    assert after.removeprefix("silent").strip() in hidden
