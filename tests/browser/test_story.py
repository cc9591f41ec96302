from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.browser.story_support import OperatorPage, VisitorPage, demonstration, page

pytestmark = pytest.mark.asyncio(loop_scope="session")

PRIVACY = "Адегенде муну билиңиз"
AGREE = "Түшүндүм. Улантуу"
CRY = "мени бөлмөгө камап койду, чыга албайм"
HELLO = "Саламатсызбы. Мен уктум. Азыр жалгызсызбы?"
STILL_HERE = "Мен ушул жердемин."
ALONE = "ооба, бир аз убактым бар"


async def test_the_whole_story_in_two_browsers(chromium: Browser, tmp_path: Path) -> None:
    """Kyrgyz, the screen before, a card, questions, danger, a person, an answer, hide, return."""
    async with demonstration(tmp_path) as running:
        desk = OperatorPage(await page(chromium, 1280, 800), running.operator)
        await desk.arrive()
        visitor = VisitorPage(await page(chromium), running.visitors)

        await visitor.arrive("Кыргызча")
        await visitor.reads(PRIVACY)
        await visitor.choose(AGREE)
        await visitor.choose("Ар бир иштеги укуктарым")
        await visitor.choose("Айлык")
        await visitor.write("меню")
        await visitor.choose("Менин абалымды текшерүү")
        await visitor.choose("Баштоо")
        await visitor.write("2")
        await visitor.write("2")
        await visitor.reads("1/")
        await visitor.write("2")
        await visitor.reads("2/")

        await visitor.write(CRY)
        await visitor.reads("112")
        await visitor.choose("Кыргызстан")
        await visitor.reads("117")
        await visitor.write("1")

        code = await visitor.code()
        await desk.take()
        await desk.reads(CRY)
        assert "айлык" not in (await desk.log()).casefold()
        await desk.write(HELLO)
        await visitor.reads(HELLO)
        await visitor.write(ALONE)
        await desk.reads(ALONE)
        await visitor.page.reload()
        await visitor.reads(HELLO)

        await visitor.page.get_by_role("button", name="Чыгуу").first.click()
        await visitor.page.wait_for_url("**/phrases**")
        await expect(desk.page.get_by_role("textbox").first).to_be_disabled()
        await visitor.page.goto(running.visitors)
        await expect(visitor.page.get_by_text(HELLO)).to_have_count(0)

        await visitor.arrive("Кыргызча")
        await visitor.write(code)
        await expect(desk.page.get_by_role("textbox").first).to_be_enabled()
        await expect(visitor.page.get_by_text(HELLO)).to_have_count(0)
        await desk.write(STILL_HERE)
        await visitor.reads(STILL_HERE)

        await desk.close()
        await expect(desk.page.get_by_role("button", name="Take next")).to_be_visible()
