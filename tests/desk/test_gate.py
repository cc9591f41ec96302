from __future__ import annotations

import pytest
from starlette.routing import Route

from bot.service.records import TicketState
from tests.desk.conftest import URL, House
from tests.desk.support import said, ticket

PAGES = ["/", "/events", "/account", "/audit", "/tickets/poplar", "/tickets/poplar/events"]
PAGES += ["/tickets/poplar/facts", "/nothing"]
ACTS = ["/next", "/duty", "/duty/off", "/sign-out", "/account/language", "/account/password"]
ACTS += ["/account/sessions", "/alive"]
ACTS += [f"/tickets/poplar/{verb}" for verb in ("say", "note", "draft", "release", "close")]


def test_every_route_is_named_in_these_tests(house: House) -> None:
    """A new route has to be thought about here."""
    routes = {one.path for one in house.app.routes if isinstance(one, Route)}
    known = {path.replace("poplar", "{ticket}") for path in (*PAGES, *ACTS)}
    assert routes == known - {"/nothing"} | {"/sign-in", "/sign-in/link"}


@pytest.mark.parametrize("path", PAGES)
async def test_nothing_but_sign_in_answers_a_stranger(house: House, path: str) -> None:
    """Pages lead to sign-in, also for what does not exist; streams are refused."""
    answer = await house.browser().get(path)
    assert answer.status_code in {303, 401}
    assert answer.headers.get("location", "/sign-in") == "/sign-in"
    assert answer.text == ""


@pytest.mark.parametrize("path", ACTS)
async def test_no_act_without_a_session(house: House, path: str) -> None:
    """A well-formed form of a stranger is refused."""
    assert (await house.browser().post(path)).status_code == 401


@pytest.mark.parametrize("path", ["/sign-in", "/sign-in/link", *ACTS])
async def test_s53_foreign_or_missing_origin_is_refused(house: House, path: str) -> None:
    """Also with the right token; a browser cannot leave Origin out."""
    browser, _ = await house.signed_in()
    data = {"csrf": browser.token}
    for headers in (
        {},
        {"Origin": "null"},
        {"Origin": "https://evil.example"},
        {"Origin": URL + ".evil.example"},
        {"Origin": URL, "Sec-Fetch-Site": "cross-site"},
        {"Origin": URL, "Sec-Fetch-Site": "same-site"},
    ):
        answer = await browser.client.post(path, data=data, headers=headers)
        assert answer.status_code == 403


@pytest.mark.parametrize("path", ACTS)
async def test_s53_acts_need_post_and_the_token_of_this_session(house: House, path: str) -> None:
    """GET changes nothing; no token, a wrong one and another session's are refused."""
    browser, _ = await house.signed_in()
    other, _ = await house.signed_in("Bek")
    assert (await browser.get(path)).status_code == 405
    mine = browser.token
    for token in ("", "0" * 64, "я", other.token):
        browser.token = token
        assert (await browser.post(path)).status_code == 403
    browser.token = mine


async def test_other_hosts_are_not_answered(house: House) -> None:
    """A name that someone else points here (DNS rebinding) gets nothing."""
    answer = await house.browser().client.get("/sign-in", headers={"Host": "evil.example"})
    assert (answer.status_code, answer.text) == (421, "")


@pytest.mark.parametrize(
    ("content", "kind", "expected"),
    [
        (b"{}", "application/json", 415),
        (b"--x\r\n", "multipart/form-data; boundary=x", 415),
        (b"words=" + b"a" * 70_000, "application/x-www-form-urlencoded", 413),
    ],
)
async def test_only_small_forms_are_read(
    house: House, content: bytes, kind: str, expected: int
) -> None:
    """Bodies of other kinds or sizes are refused before they are read."""
    browser, _ = await house.signed_in()
    headers = {"Origin": URL, "Content-Type": kind}
    answer = await browser.client.post("/duty", content=content, headers=headers)
    assert answer.status_code == expected


@pytest.mark.parametrize("path", ["/sign-in", "/", "/static/desk.css", "/tickets/none"])
async def test_every_answer_carries_the_headers(house: House, path: str) -> None:
    """No store, no frame, no inline script, no referrer to others."""
    browser, _ = await house.signed_in()
    headers = (await browser.get(path)).headers
    policy = headers["content-security-policy"]
    for part in ("default-src 'none'", "frame-ancestors 'none'", "trusted-types 'none'"):
        assert part in policy
    assert "unsafe" not in policy
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-opener-policy"] == "same-origin"


async def test_a_fault_says_nothing(house: House) -> None:
    """An error inside shows no words of anybody and keeps the headers."""
    browser, made = await house.signed_in()
    house.shell.add(
        ticket("poplar", state=TicketState.TAKEN, operator=made.operator.id), said(1, "secret")
    )
    del house.shell.logs[house.shell.held[next(iter(house.shell.held))].id]
    answer = await browser.get("/tickets/poplar")
    assert (answer.status_code, answer.text) == (500, "")
    assert "default-src 'none'" in answer.headers["content-security-policy"]


async def test_s54_there_is_no_websocket(house: House) -> None:
    """Nothing to hijack: the door is closed for everyone."""
    sent: list[dict[str, object]] = []

    async def receive() -> dict[str, object]:
        return {"type": "websocket.connect"}

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    scope = {"type": "websocket", "path": "/events", "headers": [], "app": house.app}
    await house.app(scope, receive, send)  # type: ignore[arg-type]
    assert [message["type"] for message in sent] == ["websocket.close"]
