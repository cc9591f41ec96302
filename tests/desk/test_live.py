from __future__ import annotations

from bot.desk.enrol import disable
from bot.service.records import Delivery, Source, TicketState
from bot.service.staff import IDLE, Act
from tests.desk.conftest import Browser, House
from tests.desk.streams import follow
from tests.desk.support import said, ticket


async def holding(house: House) -> Browser:
    """Return a browser whose operator holds the ticket `poplar`."""
    browser, made = await house.signed_in()
    mine = ticket("poplar", state=TicketState.TAKEN, operator=made.operator.id)
    house.shell.add(mine, said(1, "one"), said(2, "two"))
    return browser


async def test_a_line_arrives_live_with_its_seq(house: House) -> None:
    """The page has shown two; the third comes by the stream."""
    browser = await holding(house)
    async with follow(house, browser, "/tickets/poplar/events?after=2") as stream:
        await stream.next("queue")
        house.shell.append("poplar", "<b>three</b>", Source.VISITOR)
        _, line, seq = await stream.next("line")
    assert (line["blocks"], line["from"], seq) == (["<b>three</b>"], "visitor", "3")


async def test_a_reconnect_loses_nothing_and_repeats_nothing(house: House) -> None:
    """The browser's own Last-Event-ID counts more than the address of the stream."""
    browser = await holding(house)
    house.shell.append("poplar", "three", Source.VISITOR)
    house.shell.append("poplar", "four", Source.VISITOR)
    path = "/tickets/poplar/events?after=0"
    async with follow(house, browser, path, last_event_id="2") as stream:
        seqs = [(await stream.next("line"))[2] for _ in range(2)]
    assert seqs == ["3", "4"]


async def test_nonsense_as_last_event_id_starts_anew(house: House) -> None:
    """Nothing a browser sends breaks the stream."""
    browser = await holding(house)
    for given in ("x", "-1", "9" * 40):
        async with follow(house, browser, "/tickets/poplar/events", last_event_id=given) as stream:
            assert (await stream.next("line"))[2] == "1"


async def test_the_delivery_state_of_a_reply_moves_live(house: House) -> None:
    """Without an id, so that it never moves the place to resume from."""
    browser = await holding(house)
    house.shell.append("poplar", "answer", Source.OPERATOR)
    async with follow(house, browser, "/tickets/poplar/events?after=3") as stream:
        _, first, _ = await stream.next("delivery")
        house.shell.deliver("poplar", 3, Delivery.DELIVERED)
        _, then, seq = await stream.next("delivery")
    assert first["3"]["delivery"] == "sent"
    assert (then["3"]["delivery"], seq) == ("delivered", "")


async def test_a_visitor_who_hides_is_told_live(house: House) -> None:
    """Facts changed: the page asks for them and locks the composer."""
    browser = await holding(house)
    async with follow(house, browser, "/tickets/poplar/events?after=2") as stream:
        await stream.next("facts")
        house.shell.change("poplar", quiet=True)
        assert (await stream.next("facts"))[1] == {"mine": True}
    assert 'data-locked="yes"' in (await browser.get("/tickets/poplar/facts")).text


async def test_facts_that_changed_before_the_stream_began_are_told(house: House) -> None:
    """The page says which facts it shows; only others are news."""
    browser = await holding(house)
    shown = (await browser.get("/tickets/poplar")).text.partition('data-facts="')[2][:16]
    path = f"/tickets/poplar/events?after=2&facts={shown}"
    async with follow(house, browser, path) as stream:
        assert (await stream.next("facts", "queue"))[0] == "queue"
    house.shell.change("poplar", quiet=True)
    async with follow(house, browser, path) as stream:
        assert (await stream.next("facts", "queue"))[0] == "facts"


async def test_a_ticket_that_is_taken_away_ends_the_stream(house: House) -> None:
    """Returned to the queue: not a word more."""
    browser = await holding(house)
    async with follow(house, browser, "/tickets/poplar/events?after=2") as stream:
        await stream.next("queue")
        house.shell.change("poplar", state=TicketState.WAITING, operator=None)
        await stream.next("ended")
        await stream.ended()


async def test_s24_s54_a_disabled_operator_is_cut_off_in_the_stream(house: House) -> None:
    """The stream looks at its session all the time."""
    browser, made = await house.signed_in()
    async with follow(house, browser, "/events") as stream:
        await stream.next("queue")
        await disable(house.records, made.operator.id, now=house.clock())
        await stream.next("gone")
        await stream.ended()


async def test_s54_an_idle_session_ends_its_stream(house: House) -> None:
    """An open tab does not keep the session, and closes with it."""
    browser = await holding(house)
    async with follow(house, browser, "/tickets/poplar/events") as stream:
        await stream.next("queue")
        house.clock.now += IDLE
        await stream.next("gone")
        await stream.ended()


async def test_streams_end_when_the_server_stops(house: House) -> None:
    """So that a restart waits for nobody."""
    browser, _ = await house.signed_in()
    async with follow(house, browser, "/events") as stream:
        await stream.next("queue")
        house.app.state.desk.stopping.set()
        await stream.ended()


async def test_the_queue_stream_tells_figures_only(house: House) -> None:
    """No designation, no sign, no word."""
    browser, _ = await house.signed_in()
    async with follow(house, browser, "/events") as stream:
        await stream.next("queue")
        house.shell.add(ticket("poplar"), said(1, "help"))
        _, figures, _ = await stream.next("queue")
    assert len(figures.pop("mark")) == 16
    assert figures == {"waiting": 1, "emergencies": 0, "offered": 0, "mine": 0}


async def test_s18_s19_a_stream_is_checked_and_recorded_like_a_page(house: House) -> None:
    """Someone else's ticket is missing; one's own is one row each time."""
    browser = await holding(house)
    other, _ = await house.signed_in("Bek")
    async with follow(house, other, "/tickets/poplar/events") as refused:
        await refused.ended()
    assert refused.status == 404
    before = await house.records.audit()
    async with follow(house, browser, "/tickets/poplar/events") as stream:
        await stream.next("line")
    added = len(await house.records.audit()) - len(before)
    assert (added, (await house.records.audit(1))[0].act) == (1, Act.READ)
