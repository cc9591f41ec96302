from __future__ import annotations

from uuid import uuid4

import pytest

from bot.desk.queue_page import MOST_AN_HOUR
from bot.dialogue.effects import Reply, Urgency
from bot.dialogue.values import TicketId
from bot.service.records import Source, TicketState
from bot.service.staff import Act, Outcome, Role, WrapUp
from tests.desk.conftest import Browser, House
from tests.desk.support import SIGNS, said, ticket

POPLAR = TicketId("poplar")


async def holding(house: House, **more: object) -> Browser:
    """Return a browser whose operator holds the ticket `poplar`."""
    browser, made = await house.signed_in()
    mine = ticket("poplar", state=TicketState.TAKEN, operator=made.operator.id, **more)
    house.shell.add(mine, said(1, "they locked me in"))
    return browser


async def acts(house: House) -> list[str]:
    """Return the acts in the audit, oldest first."""
    return [row.act for row in reversed(await house.records.audit())]


def words(house: House) -> list[str]:
    return [line.blocks[0] for line in house.shell.logs[POPLAR]]


async def test_take_next_answer_and_close(house: House) -> None:
    """The whole shift of one conversation, by forms alone."""
    house.shell.add(ticket("poplar"), said(1, "help"))
    browser, _ = await house.signed_in()
    taken = await browser.post("/next")
    assert taken.headers["location"] == "/tickets/poplar"
    assert "help" in (await browser.get("/tickets/poplar")).text
    answer = await browser.post("/tickets/poplar/say", id=str(uuid4()), words="I am here")
    assert answer.headers["location"] == "/tickets/poplar#end"
    assert words(house) == ["help", "I am here"]
    closed = await browser.post("/tickets/poplar/close", outcome="informed", danger="no")
    assert closed.headers["location"] == "/?notice=closed"
    assert house.shell.wrapped == {POPLAR: WrapUp(Outcome.INFORMED, danger=False)}
    assert (await browser.get("/tickets/poplar")).status_code == 404


async def test_there_is_no_picking(house: House) -> None:
    """The waiting are shown without a way in, and their address is missing."""
    house.shell.add(ticket("poplar"), said(1, "help"))
    browser, _ = await house.signed_in()
    page = (await browser.get("/")).text
    assert "quiet poplar" in page
    assert "/tickets/poplar" not in page
    assert (await browser.get("/tickets/poplar")).status_code == 404


async def test_taking_needs_duty_and_duty_runs_out(house: House) -> None:
    """Two hours after the tap the Desk asks again."""
    house.shell.add(ticket("poplar"))
    browser, made = await house.signed_in(duty=False)
    assert (await browser.post("/next")).headers["location"] == "/?notice=off"
    await browser.post("/duty")
    assert made.operator.id in house.shell.present
    for _ in range(12):
        house.clock.forward(minutes=10)
        await browser.get("/")
    assert (await browser.post("/next")).headers["location"] == "/?notice=off"
    await browser.post("/duty")
    assert (await browser.post("/next")).headers["location"] == "/tickets/poplar"


async def test_an_empty_queue_says_so(house: House) -> None:
    """Nobody waits."""
    browser, _ = await house.signed_in()
    assert (await browser.post("/next")).headers["location"] == "/?notice=nothing"
    assert "Nobody is waiting now." in (await browser.get("/?notice=nothing")).text


async def test_the_queue_shows_the_order_and_what_rings(house: House) -> None:
    """Emergencies first; an offer to this operator stands out."""
    house.shell.add(ticket("later"))
    house.shell.add(ticket("first", urgency=Urgency.EMERGENCY, signs=SIGNS))
    browser, made = await house.signed_in()
    house.shell.add(ticket("rings", state=TicketState.OFFERED, operator=made.operator.id))
    page = (await browser.get("/")).text
    assert page.index("quiet first") < page.index("quiet later")
    assert "For you:" in page


async def test_a_double_click_says_once(house: House) -> None:
    """The same message id twice is one message."""
    browser, message = await holding(house), str(uuid4())
    for _ in range(2):
        answer = await browser.post("/tickets/poplar/say", id=message, words="only once")
        assert answer.status_code == 303
    assert words(house).count("only once") == 1


@pytest.mark.parametrize(
    ("message", "said_words"),
    [("not a uuid", "x"), ("", "x"), (str(uuid4()), "  \r\n "), (str(uuid4()), "x" * 2001)],
)
async def test_malformed_replies_say_nothing(house: House, message: str, said_words: str) -> None:
    """No id, no words, too many words."""
    browser = await holding(house)
    headers = {"Origin": "http://127.0.0.1:8081", "Accept": "application/json"}
    data = {"csrf": browser.token, "id": message, "words": said_words}
    answer = await browser.client.post("/tickets/poplar/say", data=data, headers=headers)
    assert answer.status_code == 422
    assert len(words(house)) == 1


async def test_nobody_writes_to_a_hidden_visitor(house: House) -> None:
    """The composer is locked, a reply on its way is refused and kept as a draft."""
    browser = await holding(house)
    house.shell.change("poplar", quiet=True)
    page = (await browser.get("/tickets/poplar")).text
    assert "Do not write." in page
    assert 'data-locked="yes"' in page
    headers = {"Origin": "http://127.0.0.1:8081", "Accept": "application/json"}
    data = {"csrf": browser.token, "id": str(uuid4()), "words": "too late"}
    answer = await browser.client.post("/tickets/poplar/say", data=data, headers=headers)
    assert answer.status_code == 409
    assert words(house) == ["they locked me in"]
    assert "too late" in (await browser.get("/tickets/poplar")).text


async def test_notes_stay_and_may_be_written_about_hidden_visitors(house: House) -> None:
    """A note is never said to the visitor."""
    browser = await holding(house, quiet=True)
    await browser.post("/tickets/poplar/note", id=str(uuid4()), words="call back tomorrow")
    assert house.shell.logs[POPLAR][-1].source is Source.NOTE


async def test_a_draft_survives_reload_and_ends_with_sending(house: House) -> None:
    """Kept by the server for this operator and ticket, and only there."""
    browser = await holding(house)
    assert (await browser.post("/tickets/poplar/draft", words="half a sen")).status_code == 204
    assert len(house.shell.typed) == 1
    assert "half a sen" in (await browser.get("/tickets/poplar")).text
    await browser.post("/tickets/poplar/say", id=str(uuid4()), words="half a sentence")
    page = (await browser.get("/tickets/poplar")).text
    assert "required>half a sen" not in page
    assert "half a sentence" in page


async def test_passing_on_gives_the_visitor_back(house: House) -> None:
    """No reason is asked, and the page is gone at once."""
    browser = await holding(house)
    answer = await browser.post("/tickets/poplar/release")
    assert answer.headers["location"] == "/?notice=released"
    assert house.shell.held[POPLAR].operator is None
    assert (await browser.get("/tickets/poplar")).status_code == 404


@pytest.mark.parametrize("verb", ["release", "close"])
async def test_an_act_that_came_too_late_says_so(house: House, verb: str) -> None:
    """The shell has the last word."""
    browser = await holding(house)
    house.shell.refuses = True
    answer = await browser.post(f"/tickets/poplar/{verb}", outcome="informed")
    assert answer.headers["location"] == "/?notice=lost"


async def test_closing_needs_a_choice(house: House) -> None:
    """No outcome or an invented one closes nothing."""
    browser = await holding(house)
    for outcome in ("", "Aigul went home"):
        await browser.post("/tickets/poplar/close", outcome=outcome)
    assert house.shell.held[POPLAR].state is TicketState.TAKEN


async def test_guidance_and_ready_replies_fit_the_ticket(house: House) -> None:
    """Advice by sign in the operator's language, replies in the visitor's."""
    browser = await holding(
        house, signs=SIGNS, minor=True, reply=Reply.PULL, urgency=Urgency.EMERGENCY
    )
    page = (await browser.get("/tickets/poplar")).text
    assert "Do not ask to be called." in page
    assert "Never tell a child to ask a parent" in page
    assert "only after writing first" in page
    assert "Саламатсызбы" in page


@pytest.mark.parametrize(
    "path", ["", "/facts", "/events", "/say", "/note", "/draft", "/release", "/close"]
)
async def test_s18_what_others_hold_is_missing(house: House, path: str) -> None:
    """The same answer as for a ticket that does not exist, on every address."""
    await holding(house)
    other, _ = await house.signed_in("Bek")
    answers = []
    for name in ("poplar", "no-such-ticket"):
        url = f"/tickets/{name}{path}"
        fields = {"id": str(uuid4()), "words": "x", "outcome": "informed"}
        reads = path in {"", "/facts", "/events"}
        answer = await (other.get(url) if reads else other.post(url, **fields))
        answers.append((answer.status_code, answer.text))
    assert answers[0] == answers[1]
    assert answers[0][0] == 404
    assert words(house) == ["they locked me in"]


async def test_a_supervisor_reads_but_does_not_write(house: House) -> None:
    """Row 18: what is taken is open to a supervisor, and each reading is recorded."""
    await holding(house)
    chief, made = await house.signed_in("Chief", Role.SUPERVISOR)
    page = (await chief.get("/tickets/poplar")).text
    assert "they locked me in" in page
    assert 'id="composer"' not in page
    assert (await house.records.audit(1))[0].operator == made.operator.id
    for verb in ("say", "note", "draft", "release", "close"):
        answer = await chief.post(f"/tickets/poplar/{verb}", id=str(uuid4()), words="x")
        assert answer.status_code == 404


async def test_s19_each_read_and_act_is_one_row_without_content(house: House) -> None:
    """Who, which ticket, when; never a word."""
    house.shell.add(ticket("poplar"), said(1, "they locked me in"))
    browser, made = await house.signed_in()
    await browser.post("/next")
    await browser.get("/tickets/poplar")
    await browser.get("/tickets/poplar/facts")
    await browser.get("/tickets/poplar")
    await browser.post("/tickets/poplar/say", id=str(uuid4()), words="I am here")
    await browser.post("/tickets/poplar/close", outcome="informed")
    expected = [Act.TOOK, Act.READ, Act.READ, Act.SAID, Act.CLOSED]
    assert (await acts(house))[-5:] == expected
    rows = await house.records.audit(5)
    assert {(row.operator, row.subject) for row in rows} == {(made.operator.id, "poplar")}
    assert "locked" not in repr(rows)


async def test_s20_an_operator_opens_only_so_many_conversations_an_hour(house: House) -> None:
    """The limit holds for taking; an hour later there is room again."""
    browser, _ = await house.signed_in()
    for number in range(MOST_AN_HOUR):
        house.shell.add(ticket(f"t{number}"), said(1, "hi"))
        await browser.get((await browser.post("/next")).headers["location"])
    house.shell.add(ticket("one-more"))
    taken = await browser.post("/next")
    assert taken.headers["location"] == "/?notice=enough"
    for _ in range(5):
        house.clock.forward(minutes=13)
        await browser.get("/")
    assert (await browser.post("/next")).headers["location"].startswith("/tickets/")


async def test_s20_a_supervisor_reads_only_so_many_too(house: House) -> None:
    """Reading others' conversations counts the same."""
    await holding(house)
    chief, made = await house.signed_in("Chief", Role.SUPERVISOR)
    for number in range(MOST_AN_HOUR):
        await house.records.record(house.clock(), made.operator.id, Act.READ, f"t{number}")
    assert (await chief.get("/tickets/poplar")).headers["location"] == "/?notice=enough"


async def test_s17_s21_no_page_takes_or_shows_an_address(house: House) -> None:
    """Queries for a phone, an id or a word change nothing; no conversation id is shown."""
    browser = await holding(house)
    house.shell.add(ticket("other"), said(1, "+996555001122"))
    plain = (await browser.get("/")).text
    for name in ("q", "search", "phone", "id", "text", "filter", "notice"):
        page = await browser.get(f"/?{name}=%2B996555001122")
        assert page.text == plain
    for path in ("/", "/tickets/poplar", "/account", "/tickets/poplar/facts"):
        page = await browser.get(path)
        assert house.shell.held[POPLAR].conversation not in page.text
        assert "996555001122" not in page.text


async def test_s52_what_visitors_write_stays_text(house: House) -> None:
    """No markup, no link, in the page and in attributes."""
    browser = await holding(house)
    nasty = "<script>alert(1)</script><img src=x onerror=alert(1)> https://evil.example \"'{{7*7}}"
    house.shell.append("poplar", nasty, Source.VISITOR)
    await browser.post("/tickets/poplar/draft", words="</textarea><script>x</script>")
    page = (await browser.get("/tickets/poplar")).text
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "</textarea><script>" not in page
    assert 'href="https://evil' not in page
    assert "{{7*7}}" in page


async def test_only_a_supervisor_reads_the_audit(house: House) -> None:
    """For others it is not there; reading it is a row too."""
    browser, _ = await house.signed_in()
    assert (await browser.get("/audit")).status_code == 404
    chief, _ = await house.signed_in("Chief", Role.SUPERVISOR)
    assert "The record is whole" in (await chief.get("/audit")).text
    assert (await house.records.audit(1))[0].act == Act.READ_AUDIT


@pytest.mark.parametrize(("locale", "heading"), [("ru", "Очередь"), ("ky", "Кезек")])
async def test_the_desk_speaks_the_operators_language(
    house: House, locale: str, heading: str
) -> None:
    """Every page is whole in each language: the words are strict here."""
    browser = await holding(house, signs=SIGNS, quiet=True, reply=Reply.PULL, minor=True)
    await browser.post("/account/language", locale=locale)
    assert heading in (await browser.get("/")).text
    for path in ("/tickets/poplar", "/account", "/tickets/none"):
        assert f'lang="{locale}"' in (await browser.get(path)).text
    await browser.post("/account/language", locale="xx")
    assert heading in (await browser.get("/")).text
