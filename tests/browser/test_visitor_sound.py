from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.async_api import expect

from bot.channels.webchat import sound
from bot.content import audio, robot
from bot.content.audio import Shelf
from bot.dialogue.book import Voice
from bot.dialogue.values import CardId, Locale
from bot.service.records import Source
from tests.browser.conftest import Open, Site, begin

pytestmark = pytest.mark.asyncio(loop_scope="session")

HEARD = "one => one.currentTime || new Promise(done => one.addEventListener('timeupdate', done))"


async def test_a_recording_waits_for_a_press_and_is_then_heard(
    visit: Open, site: Site, tmp_path: Path
) -> None:
    """Live and after a reload; nothing of it is fetched before, and a key is enough to play it."""
    english = Locale("en")
    spoken = robot.speak("One two three four five six seven.", english)
    kept = audio.add(
        tmp_path,
        card=CardId("wages"),
        locale=english,
        voice=Voice.ROBOT,
        words="x",
        sound=spoken,
    )
    site.app.router.routes.append(sound.route(Shelf.open(tmp_path)))
    page = await visit()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await begin(page)
    talk = site.shell.talks[site.shell.only()]
    site.shell.say(site.shell.only(), Source.BOT, "Listen here.")
    talk.lines[-1] = replace(talk.lines[-1], audio=kept.name)

    player = page.locator(".line.bot audio")
    await expect(player).to_have_count(1)
    await page.reload()
    await expect(player).to_have_attribute("preload", "none")
    await expect(player).to_have_attribute("aria-label", "Listen")
    assert await player.evaluate("one => one.paused && !one.autoplay")
    assert not [url for url in asked if "/sound/" in url]

    await player.focus()
    await page.keyboard.press("Space")
    await player.evaluate(HEARD)
    assert [url for url in asked if url.endswith(sound.address(kept.name))]
