from __future__ import annotations

import json
import uuid

import httpx
import pytest
from starlette.requests import Request

from bot.channels.webchat.pages import Pages
from bot.channels.webchat.requests import LONGEST_TEXT, clean
from bot.dialogue.values import Locale
from bot.l10n.wording import Wording
from bot.service.records import InboundKind, Source
from tests.webchat.shell import MemoryShell

FORM = {"content-type": "application/x-www-form-urlencoded", "origin": "null"}


def new_id() -> str:
    return str(uuid.uuid4())


async def start(client: httpx.AsyncClient, hint: str = "en") -> None:
    answer = await client.post(
        "/chat/messages", json={"id": new_id(), "text": "/start", "hint": hint}
    )
    assert answer.status_code == 202


async def test_looking_at_the_page_starts_no_conversation(
    client: httpx.AsyncClient, shell: MemoryShell
) -> None:
    """A crawler that loads the first screen leaves nothing behind and gets no cookie."""
    answer = await client.get("/")
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers
    assert not shell.talks
    for word in ("Баштоо", "Начать", "Start", 'value="ky"', 'value="ru"', 'value="en"'):
        assert word in answer.text


@pytest.mark.parametrize(
    ("accepted", "locale"),
    [("uz", "uz-Latn"), ("uz-Cyrl-UZ,ru;q=0.5", "uz-Cyrl"), ("tg,ru;q=0.5", "ru"), ("de", "ky")],
)
async def test_a_browser_is_greeted_in_the_nearest_locale_of_the_book(
    wording: Wording, accepted: str, locale: str
) -> None:
    """The Book says which languages there are; one of two scripts is enough for a greeting."""
    names = ("ky", "ru", "uz-Latn", "uz-Cyrl")
    pages = Pages(wording, demo=False, locales=[Locale(name) for name in names])
    header = (b"accept-language", accepted.encode())
    assert pages.accepted(Request({"type": "http", "headers": [header]})) == locale
    assert pages.known("en") is None


async def test_the_first_message_brings_the_cookie_and_the_hint(
    client: httpx.AsyncClient, shell: MemoryShell
) -> None:
    """The button of a language says /start with that language."""
    await start(client, "ky")
    assert shell.bodies() == [{"text": "/start", "hint": "ky"}]
    (cookie,) = client.cookies.jar
    assert len(cookie.value or "") == 43
    page = await client.get("/")
    assert '<html lang="ky">' in page.text
    assert "Heard: /start" in page.text


async def test_the_cookie_is_hidden_from_scripts_and_other_sites(
    client: httpx.AsyncClient,
) -> None:
    """It lives until the browser closes and is never sent from elsewhere."""
    answer = await client.post("/chat/messages", json={"id": new_id(), "text": "hello"})
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "max-age" not in cookie
    assert "expires" not in cookie


async def test_the_same_id_is_kept_once(client: httpx.AsyncClient, shell: MemoryShell) -> None:
    """A page that heard no answer may send again."""
    await start(client)
    message = {"id": new_id(), "text": "help"}
    for _ in range(3):
        assert (await client.post("/chat/messages", json=message)).status_code == 202
    assert [body["text"] for body in shell.bodies()] == ["/start", "help"]


async def test_the_same_id_of_two_visitors_is_two_messages(
    client: httpx.AsyncClient, shell: MemoryShell
) -> None:
    """Nobody can swallow another visitor's message by guessing its id."""
    message = {"id": new_id(), "text": "help"}
    await client.post("/chat/messages", json=message)
    client.cookies.clear()
    await client.post("/chat/messages", json=message)
    assert len(shell.talks) == 2


async def test_a_button_becomes_a_choice_with_its_screen(
    client: httpx.AsyncClient, shell: MemoryShell
) -> None:
    """The value of a button carries screen and version; a bare id means the newest such button."""
    await start(client)
    for choice in ("1:0:ab12:papers", "papers"):
        await client.post("/chat/messages", json={"id": new_id(), "choice": choice})
    _, *chosen = (inbound for inbound, _ in shell.inbound.values())
    assert {inbound.kind for inbound in chosen} == {InboundKind.CHOSE}
    assert shell.bodies()[1:] == [{"choice": "papers", "node": "ab12", "version": 0}] * 2


async def test_an_unknown_button_goes_to_the_core(
    client: httpx.AsyncClient, shell: MemoryShell
) -> None:
    """Old buttons are answered by the conversation, not by an error page."""
    await start(client)
    answer = await client.post("/chat/messages", json={"id": new_id(), "choice": "gone"})
    assert answer.status_code == 202
    assert shell.bodies()[-1] == {"choice": "gone", "node": "", "version": 0}


async def test_a_form_answers_with_a_page_that_shows_the_reply(
    client: httpx.AsyncClient, shell: MemoryShell
) -> None:
    """Without JavaScript: 303 to the page, which waits for the turn."""
    shell.lazy = True
    answer = await client.post(
        "/chat/messages", data={"id": new_id(), "text": "/start", "hint": "en"}, headers=FORM
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert "Heard: /start" in (await client.get("/")).text
    answer = await client.post(
        "/chat/messages", data={"id": new_id(), "choice": "1:0:ab12:work"}, headers=FORM
    )
    assert answer.status_code == 303
    assert "Heard: Work abroad" in (await client.get("/")).text


@pytest.mark.parametrize("text", ["x" * (LONGEST_TEXT + 1), "ы" * 100_000])
async def test_too_long_is_one_clear_error_and_loses_nothing(
    client: httpx.AsyncClient, shell: MemoryShell, text: str
) -> None:
    """The form comes back with the words in the field; the script keeps them itself."""
    answer = await client.post("/chat/messages", json={"id": new_id(), "text": text})
    assert answer.status_code == 422
    assert "too long" in answer.json()["text"]
    page = await client.post("/chat/messages", data={"id": new_id(), "text": text}, headers=FORM)
    assert page.status_code == 422
    assert text in page.text
    assert page.text.count("This is too long") == 1
    assert not shell.talks


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x1b[0m", "ab[0m"),
        ("half \ud800 sign", "half \ufffd sign"),
        ("two\r\nlines\tand \U0001f600", "two\nlines\tand \U0001f600"),
        ("\u202eright to left\u0301", "\u202eright to left\u0301"),
        ("'; DROP TABLE inbox; -- %s {0} \\", "'; DROP TABLE inbox; -- %s {0} \\"),
    ],
)
def test_stray_characters_never_cost_the_message(typed: str, kept: str) -> None:
    """What no channel can carry is left out; everything else stays as typed."""
    assert clean(typed) == kept


async def test_half_a_character_in_json_is_accepted(
    client: httpx.AsyncClient, shell: MemoryShell
) -> None:
    """Scripts can send lone surrogates; the message arrives all the same."""
    body = json.dumps({"id": new_id(), "text": "help \ud83d\x00 me"})
    answer = await client.post(
        "/chat/messages", content=body, headers={"content-type": "application/json"}
    )
    assert answer.status_code == 202
    assert shell.bodies() == [{"text": "help \ufffd me"}]


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        ("{", "application/json", 400),
        ("[]", "application/json", 400),
        ("[" * 100_000, "application/json", 400),
        ('{"id": "no", "text": "a"}', "application/json", 400),
        ('{"id": 5, "text": "a"}', "application/json", 400),
        ("id=" + "&a=1" * 50, "application/x-www-form-urlencoded", 400),
        ("text=a", "text/plain", 415),
        ("text=a", "multipart/form-data", 415),
        ("x" * 1_000_001, "application/json", 413),
    ],
    ids=["half", "list", "deep", "no-uuid", "number", "fields", "plain", "multipart", "large"],
)
async def test_what_is_no_message_is_refused(
    client: httpx.AsyncClient, shell: MemoryShell, content: str, kind: str, status: int
) -> None:
    """Odd bodies change nothing and are answered in one sentence."""
    answer = await client.post("/chat/messages", content=content, headers={"content-type": kind})
    assert answer.status_code == status
    assert not shell.inbound


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example", "sec-fetch-site": "cross-site"},
        {"origin": "https://evil.example", "sec-fetch-site": "same-origin"},
        {"origin": "http://127.0.0.1:8091", "sec-fetch-site": "same-site"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"origin": "null"},
        {},
    ],
)
@pytest.mark.parametrize("path", ["/chat/messages", "/chat/leave"])
async def test_only_our_own_pages_may_post(
    client: httpx.AsyncClient, shell: MemoryShell, headers: dict[str, str], path: str
) -> None:
    """A foreign page, or a sender that does not say who it is, changes nothing."""
    await start(client)
    for name in ("origin", "sec-fetch-site"):
        del client.headers[name]
    answer = await client.post(path, json={"id": new_id(), "text": "a"}, headers=headers)
    assert answer.status_code == 403
    assert len(shell.inbound) == 1
    assert "set-cookie" not in answer.headers
    assert "clear-site-data" not in answer.headers
    assert (await client.get(path)).status_code in {404, 405}


async def test_an_old_browser_that_only_names_its_origin_may_post(
    client: httpx.AsyncClient,
) -> None:
    """Sec-Fetch-Site is newer than many phones."""
    del client.headers["sec-fetch-site"]
    client.headers["origin"] = "http://localhost:8090"
    await start(client)


async def test_a_full_disk_loses_nothing_typed(
    client: httpx.AsyncClient, shell: MemoryShell
) -> None:
    """503 tells the script to try again; the form comes back with the words."""
    shell.broken = True
    answer = await client.post("/chat/messages", json={"id": new_id(), "text": "help me"})
    assert answer.status_code == 503
    page = await client.post(
        "/chat/messages", data={"id": new_id(), "text": "help me"}, headers=FORM
    )
    assert page.status_code == 503
    assert "help me</textarea>" in page.text


async def test_the_page_tells_what_it_has(client: httpx.AsyncClient, shell: MemoryShell) -> None:
    """`seen` marks lines as delivered, with a message or alone."""
    await start(client)
    conversation = shell.only()
    shell.say(conversation, Source.OPERATOR, "I am here")
    answer = await client.post("/chat/messages", json={"id": new_id(), "seen": 2})
    assert answer.status_code == 202
    assert shell.talks[conversation].seen == 2
    assert len(shell.inbound) == 1
