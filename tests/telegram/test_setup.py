"""What is set at Telegram once, through both clients."""

from __future__ import annotations

import pytest

from bot.channels.telegram_client import Client
from bot.channels.telegram_setup import (
    Profile,
    address,
    delete_hook,
    dress,
    set_hook,
    show_hook,
)
from bot.channels.telegram_wire import WANTED
from bot.dialogue.values import Locale
from tests.telegram.fake_api import FakeTelegram

KYRGYZ = Profile(Locale("ky"), "Жол", "Жолго", "Саякатчыга", (("start", "Башынан"),))
UZBEK = Profile(Locale("uz-Latn"), "Yo'l", "Yo'lga", "Sayohatchiga", (("start", "Boshidan"),))
URL = "https://example.org/telegram/path-secret"


async def test_each_language_gets_its_words_and_the_first_is_for_all_others(
    client: Client, telegram: FakeTelegram
) -> None:
    """Name, two descriptions and the menu, in private chats only."""
    await dress(client, [KYRGYZ, UZBEK])

    names = {key: given["name"] for key, given in telegram.settings.items() if "Name" in key}
    assert names == {"setMyName/ky/": "Жол", "setMyName//": "Жол", "setMyName/uz/": "Yo'l"}
    menus = telegram.called("setMyCommands")
    assert [menu["scope"] for menu in menus] == [{"type": "all_private_chats"}] * 3
    assert menus[0]["commands"] == [{"command": "start", "description": "Башынан"}]
    assert telegram.settings["setMyDescription/ky/"]["description"] == "Саякатчыга"
    assert telegram.settings["setMyShortDescription/ky/"]["short_description"] == "Жолго"


async def test_of_a_language_with_two_scripts_the_first_is_shown(
    client: Client, telegram: FakeTelegram
) -> None:
    """Telegram knows languages by two letters; a second script must not replace the first."""
    other = Profile(Locale("uz-Cyrl"), "Йўл", "Йўлга", "Саёҳатчига", (("start", "Бошидан"),))
    await dress(client, [KYRGYZ, UZBEK, other])

    names = {key: given["name"] for key, given in telegram.settings.items() if "Name" in key}
    assert names["setMyName/uz/"] == "Yo'l"
    assert names["setMyName//"] == "Жол"


@pytest.mark.parametrize(
    ("profile", "problems"),
    [
        (KYRGYZ, ()),
        (
            Profile(Locale("ky"), "a" * 65, "b" * 121, "c" * 513),
            ("name", "short description", "description"),
        ),
        (Profile(Locale("ky"), "", "b", "c", (("Start", "d"),)), ("name", "/Start")),
        (Profile(Locale("ky"), "a", "b", "c", (("start", ""),)), ("/start",)),
    ],
)
def test_what_telegram_would_refuse_is_known_before(
    profile: Profile, problems: tuple[str, ...]
) -> None:
    """Too long, empty, or no command."""
    assert profile.problems() == problems


async def test_a_webhook_is_set_with_its_secret_and_drops_nothing(
    client: Client, telegram: FakeTelegram
) -> None:
    """What people wrote while we were away is still answered."""
    assert address("https://example.org", "path-secret") == URL

    await set_hook(client, URL, "header-secret")

    assert telegram.webhook["url"] == URL
    assert telegram.webhook["secret_token"] == "header-secret"
    assert telegram.webhook["allowed_updates"] == list(WANTED)
    assert not telegram.webhook["drop_pending_updates"]
    await delete_hook(client)
    assert telegram.webhook == {}


async def test_the_webhook_is_shown_without_its_address(client: Client) -> None:
    """The address holds a secret."""
    before = await show_hook(client, URL)
    await set_hook(client, URL, "header-secret")
    after = await show_hook(client, URL)

    assert (before.set, before.ours) == (False, False)
    assert (after.set, after.ours) == (True, True)
    assert not (await show_hook(client, URL + "x")).ours
    assert "path-secret" not in repr(after)
