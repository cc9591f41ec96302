from __future__ import annotations

import asyncio
from datetime import timedelta

import pyotp
import pytest

from bot.desk.context import origin
from bot.desk.credentials import Passwords, totp_counter
from bot.desk.enrol import Enrolment, disable, enrol, renew, sign_in_link
from bot.service.staff import ABSOLUTE, IDLE
from tests.desk.conftest import URL, Browser, House, MakeHouse


def code(made: Enrolment, house: House, steps: int = 0) -> str:
    totp = pyotp.TOTP(made.totp)
    return totp.generate_otp(int(house.clock.now.timestamp()) // 30 + steps)


async def sign_in(browser: Browser, made: Enrolment, given: str, password: str = "") -> int:
    answer = await browser.post(
        "/sign-in", name=made.operator.name, password=password or made.password, code=given
    )
    return answer.status_code


async def test_name_password_and_code_open_the_queue(house: House) -> None:
    """Upper and lower case of the name are alike; the code may be typed with a space."""
    made, browser = await house.staff(), house.browser()
    answer = await browser.post(
        "/sign-in", name=" aIDA ", password=made.password, code=f" {code(made, house)} "
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert (await browser.get("/")).status_code == 200


async def test_each_factor_alone_is_refused(house: House) -> None:
    """A wrong password, a wrong code and an empty code do not open anything."""
    made = await house.staff()
    assert await sign_in(house.browser(), made, code(made, house), "wrong") == 403
    assert await sign_in(house.browser(), made, "000000") == 403
    assert await sign_in(house.browser(), made, "") == 403


async def test_s61_a_code_works_once_also_in_parallel(house: House) -> None:
    """Of two sign-ins with one code exactly one gets in, and later tries never."""
    made = await house.staff()
    given = code(made, house)
    both = await asyncio.gather(*(sign_in(house.browser(), made, given) for _ in range(2)))
    assert sorted(both) == [303, 403]
    assert await sign_in(house.browser(), made, given) == 403
    assert await sign_in(house.browser(), made, code(made, house, -1)) == 403


async def test_s61_an_old_code_is_refused(house: House) -> None:
    """One step late is a slow typist, two is somebody else."""
    made = await house.staff()
    assert await sign_in(house.browser(), made, code(made, house, -2)) == 403
    assert await sign_in(house.browser(), made, code(made, house, 2)) == 403
    assert await sign_in(house.browser(), made, code(made, house, -1)) == 303
    assert totp_counter(made.totp, "", house.clock.now) is None


async def test_a_recovery_code_works_once(house: House) -> None:
    """Each printed code is good for one sign-in, however it is typed."""
    made = await house.staff()
    typed = made.recovery[3].upper().replace("-", " ")
    assert await sign_in(house.browser(), made, typed) == 303
    assert await sign_in(house.browser(), made, typed) == 403
    assert await sign_in(house.browser(), made, made.recovery[4]) == 303


async def test_s62_no_account_exists_after_installation(house: House) -> None:
    """Nothing to guess: accounts are made by the command only."""
    assert list(await house.records.operators()) == []


async def test_s62_an_unknown_name_gets_the_same_answer(house: House) -> None:
    """Same status, same words."""
    made, browser = await house.staff(), house.browser()
    known = await browser.post("/sign-in", name="Aida", password="wrong", code="000000")
    unknown = await browser.post("/sign-in", name="Nobody", password="wrong", code="000000")
    assert (known.status_code, known.text) == (unknown.status_code, unknown.text)
    assert made.operator.name not in known.text


async def test_s62_an_unknown_name_costs_the_same_work(
    monkeypatch: pytest.MonkeyPatch, house: House
) -> None:
    """Both ask the hasher exactly once: the time is the hashing."""
    await house.staff()
    hashed: list[bool] = []
    verify = Passwords._matches

    def counted(self: Passwords, known: str, password: str) -> bool:
        hashed.append(True)
        return verify(self, known, password)

    monkeypatch.setattr(Passwords, "_matches", counted)
    for name in ("Aida", "Nobody"):
        await house.browser().post("/sign-in", name=name, password="x", code="1")
    assert len(hashed) == 2


async def test_s62_guessing_slows_only_that_source(house: House) -> None:
    """Five wrong tries make this account wait for this source; the owner elsewhere gets in."""
    made, guesser = await house.staff(), house.browser("198.51.100.7")
    for _ in range(5):
        assert await sign_in(guesser, made, "000000", "guess") == 403
    assert await sign_in(guesser, made, code(made, house)) == 429
    assert await sign_in(house.browser("203.0.113.9"), made, code(made, house)) == 303
    house.clock.forward(seconds=16)
    assert await sign_in(guesser, made, code(made, house, 1)) == 303


async def test_s62_an_unknown_name_is_slowed_alike(house: House) -> None:
    """The waiting tells nothing about whether a name exists."""
    guesser = house.browser()
    for expected in (403, 403, 403, 403, 403, 429):
        answer = await guesser.post("/sign-in", name="Nobody", password="x", code="1")
        assert answer.status_code == expected


async def test_a_link_signs_in_once_and_looking_at_it_burns_nothing(house: House) -> None:
    """A preview fetches the page; only the button takes the token."""
    made, browser = await house.staff(), house.browser()
    link = await sign_in_link(house.records, made.operator.id, URL, now=house.clock())
    path, _, token = link.removeprefix(URL).partition("#")
    assert (await browser.get(path)).status_code == 200
    assert (await browser.get(f"{path}?token={token}")).status_code == 200
    assert (await browser.post(path, token=token)).status_code == 303
    assert (await house.browser().post(path, token=token)).status_code == 403


async def test_a_link_is_good_for_ten_minutes(house: House) -> None:
    """Then it opens nothing."""
    made = await house.staff()
    link = await sign_in_link(house.records, made.operator.id, URL, now=house.clock())
    house.clock.forward(minutes=10)
    answer = await house.browser().post("/sign-in/link", token=link.partition("#")[2])
    assert answer.status_code == 403


async def test_of_two_parallel_uses_of_a_link_one_gets_in(house: House) -> None:
    """One time means one time."""
    made = await house.staff()
    link = await sign_in_link(house.records, made.operator.id, URL, now=house.clock())
    token = link.partition("#")[2]
    answers = await asyncio.gather(
        *(house.browser().post("/sign-in/link", token=token) for _ in range(3))
    )
    assert sorted(answer.status_code for answer in answers) == [303, 403, 403]


async def test_signing_in_starts_a_new_session_and_ends_the_old(house: House) -> None:
    """The identifier changes at each sign-in, and the old one is dead."""
    browser, made = await house.signed_in()
    before = dict(browser.client.cookies)
    await house.by_link(browser, made)
    assert dict(browser.client.cookies) != before
    assert len(await house.records.sessions(made.operator.id)) == 1


async def test_only_a_digest_of_the_cookie_is_kept(house: House) -> None:
    """Who reads the database cannot sign in with it."""
    browser, made = await house.signed_in()
    (session,) = await house.records.sessions(made.operator.id)
    cookie = browser.client.cookies["desk"]
    assert len(cookie) >= 43
    assert cookie not in repr(session)
    assert session.key != cookie
    assert session.key not in repr(session)


async def test_an_idle_session_locks(house: House) -> None:
    """Fifteen minutes without an act; an act in between keeps it."""
    browser, _ = await house.signed_in()
    for _ in range(3):
        house.clock.forward(minutes=14)
        assert (await browser.get("/")).status_code == 200
    house.clock.now += IDLE
    assert (await browser.get("/")).headers["location"] == "/sign-in"


async def test_what_a_page_asks_by_itself_keeps_no_session_alive(house: House) -> None:
    """An open tab is not a person."""
    browser, _ = await house.signed_in()
    house.clock.forward(minutes=14)
    await browser.get("/tickets/nothing/facts")
    house.clock.forward(minutes=2)
    assert (await browser.get("/")).status_code == 303


async def test_no_session_outlives_twelve_hours(house: House) -> None:
    """However busy."""
    browser, _ = await house.signed_in()
    end = house.clock.now + ABSOLUTE
    while house.clock.now + timedelta(minutes=10) < end:
        house.clock.forward(minutes=10)
        assert (await browser.get("/")).status_code == 200
    house.clock.now = end
    assert (await browser.get("/")).status_code == 303


async def test_a_stolen_cookie_in_another_browser_ends_the_session(house: House) -> None:
    """Row 50: the thief gets nothing, and the owner has to prove who they are."""
    browser, _ = await house.signed_in()
    thief = house.browser(agent="another")
    thief.client.cookies = browser.client.cookies
    assert (await thief.get("/")).status_code == 303
    assert (await browser.get("/")).status_code == 303


async def test_s24_disabling_ends_every_session_and_link_at_once(house: House) -> None:
    """The next request of any session is refused, and so is a link made before."""
    browser, made = await house.signed_in()
    other = house.browser()
    await house.by_link(other, made)
    link = await sign_in_link(house.records, made.operator.id, URL, now=house.clock())
    assert await disable(house.records, made.operator.id, now=house.clock())
    assert (await browser.get("/")).status_code == 303
    assert (await other.post("/next")).status_code == 401
    late = await house.browser().post("/sign-in/link", token=link.partition("#")[2])
    assert late.status_code == 403
    assert await sign_in(house.browser(), made, code(made, house)) == 403
    assert await house.records.duty(house.clock()) == {}


async def test_s24_reset_ends_the_sessions_and_the_old_credentials(house: House) -> None:
    """New password, new secret, new recovery codes."""
    browser, made = await house.signed_in()
    fresh = await renew(house.records, made.operator, now=house.clock())
    assert (await browser.get("/")).status_code == 303
    assert await sign_in(house.browser(), made, made.recovery[0]) == 403
    assert await sign_in(house.browser(), fresh, fresh.recovery[0]) == 303


async def test_an_operator_lists_and_ends_sessions(house: House) -> None:
    """Any other session can be ended at once, by a handle that opens nothing."""
    browser, made = await house.signed_in()
    other = house.browser()
    await house.by_link(other, made)
    page = (await browser.get("/account")).text
    (theirs,) = [
        one for one in await house.records.sessions(made.operator.id) if one.handle in page
    ]
    await browser.post("/account/sessions", session=theirs.handle)
    assert (await other.get("/")).status_code == 303
    assert (await browser.get("/")).status_code == 200


async def test_signing_out_ends_session_and_duty(house: House) -> None:
    """The cookie is taken back and would no longer work."""
    browser, made = await house.signed_in()
    kept = browser.client.cookies["desk"]
    answer = await browser.post("/sign-out")
    assert answer.headers["clear-site-data"]
    thief = house.browser()
    thief.client.cookies.set("desk", kept)
    assert (await thief.get("/")).status_code == 303
    assert house.shell.present == {}
    assert made.operator.id not in await house.records.duty(house.clock())


async def test_changing_the_password_ends_the_other_sessions(house: House) -> None:
    """The old password is asked for; a short new one is refused."""
    browser, made = await house.signed_in()
    other = house.browser()
    await house.by_link(other, made)
    short = await browser.post("/account/password", old=made.password, new="short")
    assert short.headers["location"].endswith("short")
    wrong = await browser.post("/account/password", old="wrong", new="four plain words here")
    assert wrong.headers["location"].endswith("wrong")
    done = await browser.post("/account/password", old=made.password, new="four plain words here")
    assert done.headers["location"].endswith("changed")
    assert (await other.get("/")).status_code == 303
    again = await sign_in(house.browser(), made, code(made, house), "four plain words here")
    assert again == 303


async def test_a_name_is_taken_once(house: House) -> None:
    """Also with other letters' case or more spaces."""
    await house.staff("Aida Bek")
    assert await enrol(house.records, " aida  BEK", now=house.clock()) is None


async def test_secrets_of_an_enrolment_hide_in_repr(house: House) -> None:
    """Nothing that is printed by accident opens an account."""
    made = await house.staff()
    shown = repr(made) + repr(await house.records.credentials(made.operator.id))
    for secret in (made.password, made.totp, *made.recovery):
        assert secret not in shown


def test_the_desk_is_served_in_plain_only_on_this_machine() -> None:
    """Plain http over a network is refused at start."""
    with pytest.raises(ValueError, match="this machine"):
        origin("http://desk.example.org")
    with pytest.raises(ValueError, match="URL"):
        origin("desk.example.org")


async def test_over_https_the_cookie_is_bound_to_the_host(make_house: MakeHouse) -> None:
    """`__Host-`, Secure, HttpOnly, SameSite=Strict, no Domain."""
    url = "https://desk.example.org"
    house = await make_house(url=url)
    made = await house.staff()
    link = await sign_in_link(house.records, made.operator.id, url, now=house.clock())
    browser = house.browser()
    answer = await browser.client.post(
        url + "/sign-in/link",
        data={"token": link.partition("#")[2]},
        headers={"Origin": url},
    )
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-desk=")
    for part in ("HttpOnly", "Secure", "SameSite=strict", "Path=/"):
        assert part in cookie
    assert "Domain" not in cookie
    assert "max-age" in answer.headers["strict-transport-security"]
