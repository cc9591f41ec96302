from __future__ import annotations

import re

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.webchat.app import visitor_app
from bot.channels.webchat.headers import HEADERS
from bot.l10n.wording import Wording
from bot.service.records import Source
from tests.webchat.conftest import HERE, browser
from tests.webchat.shell import MemoryShell
from tests.webchat.test_messages import FORM, new_id, start

TELLING = re.compile(
    r"safar|traffick|victim|police|hot ?line|торговл|жертв|полици|горяч|милици|жабырлануучу",
    re.IGNORECASE,
)


async def test_quick_exit_erases_and_cuts_off(
    client: httpx.AsyncClient, shell: MemoryShell
) -> None:
    """204, everything of this site cleared, and nothing leads back to the conversation."""
    await start(client)
    answer = await client.post("/chat/leave", json={})
    assert answer.status_code == 204
    assert answer.headers["clear-site-data"] == '"cache", "cookies", "storage"'
    assert "max-age=0" in answer.headers["set-cookie"].lower()
    assert not shell.places
    assert "Heard" not in (await client.get("/")).text


async def test_the_exit_form_leads_to_the_neutral_page(client: httpx.AsyncClient) -> None:
    """Without JavaScript the button does the same and lands on the phrasebook."""
    await start(client)
    answer = await client.post("/chat/leave", data={}, headers=FORM)
    assert (answer.status_code, answer.headers["location"]) == (303, "/phrases")
    assert "clear-site-data" in answer.headers


@pytest.mark.parametrize("cookie", ["", "t" * 43, "not ours"])
async def test_leaving_works_without_a_living_cookie(
    client: httpx.AsyncClient, cookie: str
) -> None:
    """An expired visit is erased like a living one."""
    headers = {"cookie": f"view={cookie}"} if cookie else {}
    answer = await client.post("/chat/leave", json={}, headers=headers)
    assert answer.status_code == 204
    assert "clear-site-data" in answer.headers


async def test_leaving_works_while_the_store_does_not(
    client: httpx.AsyncClient, shell: MemoryShell
) -> None:
    """The phone comes first."""
    await start(client)
    shell.broken = True
    answer = await client.post("/chat/leave", json={})
    assert answer.status_code == 204
    assert "clear-site-data" in answer.headers


async def test_the_neutral_page_is_a_phrasebook_and_ends_the_visit(
    client: httpx.AsyncClient,
) -> None:
    """It has a use of its own, in each language, and removes the cookie if leaving failed."""
    await start(client)
    for locale, word in {"ky": "Рахмат", "ru": "Спасибо", "en": "Thank you"}.items():
        page = await client.get(f"/phrases?in={locale}")
        assert f'<html lang="{locale}">' in page.text
        assert f"<dt>{word}</dt>" in page.text
        assert "<script" not in page.text
    assert "Heard" not in (await client.get("/")).text


@pytest.mark.parametrize("locale", ["ky", "ru", "en"])
async def test_nothing_names_the_service(client: httpx.AsyncClient, locale: str) -> None:
    """Title, address, source, style and script are neutral, whoever looks at them."""
    client.headers["accept-language"] = locale
    pages = [(await client.get(path)).text for path in ("/", "/phrases", "/nowhere")]
    await start(client, locale)
    pages.append((await client.get("/")).text)
    files = ("page.css", "page.js", "exit.js", "send.js", "log.js", "start.js", "icon.svg")
    pages += [(await client.get(f"/static/{name}")).text for name in files]
    for page in pages:
        assert not TELLING.search(page)
    titles = {title for page in pages for title in re.findall("<title>(.*)</title>", page)}
    assert titles <= {"Phrasebook", "Разговорник", "Сүйлөшмө"}


async def every_answer(client: httpx.AsyncClient) -> list[httpx.Response]:
    await start(client)
    gets = ["/", "/phrases", "/static/page.js", "/static/none", "/healthz", "/readyz"]
    gets += ["/nowhere", "/docs", "/.git", "/metrics", "/chat/messages", "/failing"]
    answers = [await client.get(path) for path in gets]
    client.cookies.clear()
    answers.append(await client.get("/chat/events"))
    answers.append(await client.post("/chat/messages", json={"id": new_id(), "text": " "}))
    answers.append(await client.post("/chat/messages", content="{", headers={"origin": "x"}))
    answers.append(await client.request("TRACE", "/"))
    answers.append(await client.post("/chat/leave", json={}))
    return answers


async def fail(_request: Request) -> Response:
    raise ValueError("words of a visitor")


@pytest.mark.parametrize("base", [HERE, "https://phrases.example"])
async def test_every_answer_carries_every_header(
    shell: MemoryShell, wording: Wording, base: str
) -> None:
    """Errors included; over https also that it stays https, with a cookie bound to the host."""
    app = visitor_app(
        shell, wording, public_url=base, demo=False, extra_routes=[Route("/failing", fail)]
    )
    async with browser(app, base) as client:
        answers = await every_answer(client)
    for answer in answers:
        for name, value in HEADERS.items():
            assert answer.headers.get_list(name) == [value], (name, answer.request.url.path)
        assert ("strict-transport-security" in answer.headers) is base.startswith("https")
        cookie = answer.headers.get("set-cookie", "__Host-view; Secure")
        assert ("__Host-view" in cookie and "Secure" in cookie) or base == HERE


def test_the_policy_allows_nothing_foreign_and_nothing_inline() -> None:
    """`default-src 'none'`, only our own files, no frame around us, no text turned into code."""
    policy = HEADERS["content-security-policy"]
    assert policy.startswith("default-src 'none';")
    for part in ("frame-ancestors 'none'", "base-uri 'none'", "require-trusted-types-for 'script'"):
        assert part in policy
    for part in ("unsafe", "http", "*", "data:", "blob:"):
        assert part not in policy


async def test_a_failure_says_nothing(
    shell: MemoryShell, wording: Wording, capfd: pytest.CaptureFixture[str]
) -> None:
    """What went wrong inside reaches neither the page nor any output."""
    app = visitor_app(
        shell, wording, public_url=HERE, demo=False, extra_routes=[Route("/failing", fail)]
    )
    async with browser(app) as client:
        answer = await client.get("/failing")
    assert (answer.status_code, answer.text) == (500, "500\n")
    written = capfd.readouterr()
    assert "words" not in written.out + written.err


@pytest.mark.parametrize(
    ("path", "status"),
    [("/nowhere", 404), ("/docs", 404), ("/openapi.json", 404), ("/chat/messages/", 404)],
)
async def test_unknown_pages_are_plain(client: httpx.AsyncClient, path: str, status: int) -> None:
    """No redirect built from what the sender claims, no list of routes."""
    answer = await client.get(path, headers={"host": "evil.example"})
    assert answer.status_code == status
    assert "evil" not in answer.text


async def test_ready_means_that_the_store_answers(
    client: httpx.AsyncClient, app: Starlette, shell: MemoryShell
) -> None:
    """Alive is not ready: a lost store or a stop sends visitors elsewhere."""
    assert (await client.get("/readyz")).status_code == 200
    shell.broken = True
    assert (await client.get("/healthz")).status_code == 200
    assert (await client.get("/readyz")).status_code == 503
    shell.broken = False
    app.state.closing.set()
    assert (await client.get("/readyz")).status_code == 503


async def test_nothing_typed_is_kept_by_the_browser(client: httpx.AsyncClient) -> None:
    """Every form and the field for writing say so."""
    await start(client)
    page = (await client.get("/")).text
    forms = re.findall("<form[^>]*>", page)
    assert len(forms) == 3
    assert all('autocomplete="off"' in form for form in forms)
    field = re.search("<textarea[^>]*>", page)
    assert field is not None
    for part in ('autocomplete="off"', 'autocorrect="off"', 'spellcheck="false"'):
        assert part in field[0]


async def test_a_demonstration_says_so(shell: MemoryShell, wording: Wording) -> None:
    """On the first screen and in the conversation."""
    app = visitor_app(shell, wording, public_url=HERE, demo=True)
    async with browser(app) as client:
        assert "demonstration" in (await client.get("/")).text
        await start(client)
        assert "demonstration" in (await client.get("/")).text


async def test_words_are_text_in_the_page(client: httpx.AsyncClient, shell: MemoryShell) -> None:
    """Markup of a visitor or operator is shown, never obeyed; blank lines make paragraphs."""
    await start(client)
    shell.say(shell.only(), Source.OPERATOR, "<script>x</script>\n\nsecond & last")
    page = (await client.get("/")).text
    assert "<p>&lt;script&gt;x&lt;/script&gt;</p>\n<p>second &amp; last</p>" in page
