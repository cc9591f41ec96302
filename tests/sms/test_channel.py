"""The channel: which gateway, which script, how many pages, and what is never sent."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.channels.sms.pages import paged
from bot.dialogue.effects import Slot
from bot.dialogue.values import ChannelKind, Form
from bot.l10n import gsm
from bot.l10n.translit import to_latin
from bot.l10n.wording import Wording
from bot.service.failures import NotSent, Refused, Unknown
from bot.service.records import Address, Button, Outbound, Receipt
from tests.sms.conftest import Stage, staged, struck
from tests.sms.peers import RESET, FakeKannel, FakePhone, FakeProvider, Peer
from tests.sms.support import NUMBER, Clock, file
from tests.telegram.fake_http import Reply

ADDRESS = Address(ChannelKind.SMS, NUMBER)
LONG = "Пока не платите. Найдите агентство в официальном списке. 3 вопросы 4 человек"
STORY = " ".join(f"Это предложение номер {number} для проверки." for number in range(30))


@pytest.fixture
async def peers() -> AsyncIterator[list[Peer]]:
    """Return three gateways that serve."""
    built: list[Peer] = [FakeKannel("first"), FakePhone("second"), FakeProvider("third")]
    for one in built:
        await one.start()
    yield built
    for one in built:
        await one.stop()


@pytest.fixture
async def three(peers: list[Peer], wording: Wording, clock: Clock) -> AsyncIterator[Stage]:
    """Return a side with all three, dearer one after the other."""
    prices = ({"KG": 1}, {"KG": 2, "+99655": 0.5}, {"*": 3})
    settings = [
        one.settings() | {"prices": price} for one, price in zip(peers, prices, strict=True)
    ]
    built = await staged(file(*settings), wording, clock)
    yield built
    await struck(built)


def words(*blocks: str, slot: Slot = Slot.SCREEN, choices: tuple[Button, ...] = ()) -> Outbound:
    """Return an outbound."""
    return Outbound(blocks, choices=choices, form=Form.SHORT, slot=slot)


async def test_the_cheapest_gateway_that_reaches_a_number_is_taken(
    three: Stage, peers: list[Peer]
) -> None:
    """By the longest prefix, then the country, then the star."""
    receipts = [
        await three.channel.send(Address(ChannelKind.SMS, number), words("hi"), ())
        for number in (NUMBER, "+996555111222")
    ]

    assert [len(one.sent) for one in peers] == [1, 1, 0]
    assert [receipt.platform_ids[0].partition(":")[0] for receipt in receipts] == [
        "first",
        "second",
    ]


async def test_the_next_gateway_is_tried_when_the_first_certainly_sent_nothing(
    three: Stage, peers: list[Peer]
) -> None:
    """The message goes out once (F-38)."""
    peers[0].faults = [Reply(503)]

    receipt = await three.channel.send(ADDRESS, words("hi"), ())

    assert [len(one.sent) for one in peers] == [0, 1, 0]
    assert receipt.platform_ids[0].startswith("second:")


@pytest.mark.parametrize("fault", [RESET, Reply(500), Reply(400)])
async def test_no_other_gateway_is_tried_when_the_first_may_have_sent_or_refused(
    three: Stage, peers: list[Peer], fault: Reply
) -> None:
    """A second copy costs, and may show what was hidden."""
    peers[0].faults = [fault]

    with pytest.raises((Unknown, Refused)):
        await three.channel.send(ADDRESS, words("hi"), ())

    assert [len(one.asked) for one in peers] == [1, 0, 0]


async def test_a_gateway_that_can_tell_is_asked_before_the_next_is_tried(
    three: Stage, peers: list[Peer]
) -> None:
    """It did take the message: no second copy. It did not: the next one may."""
    number = Address(ChannelKind.SMS, "+996555111222")
    peers[1].faults, peers[1].takes = [RESET], True
    await three.channel.send(number, words("taken"), ())
    peers[1].faults, peers[1].takes = [RESET], False
    await three.channel.send(number, words("lost"), ())

    assert [text for one in peers for _, text in one.sent] == ["lost", "taken"]


async def test_nothing_is_sent_when_no_gateway_can(three: Stage, peers: list[Peer]) -> None:
    """The soonest time that one of them named counts."""
    for one, seconds in zip(peers, ("90", "40", "50"), strict=True):
        one.faults = [Reply(503, headers={"retry-after": seconds})]

    with pytest.raises(NotSent) as raised:
        await three.channel.send(ADDRESS, words("hi"), ())

    assert raised.value.retry_after == 40


async def test_a_gateway_that_failed_is_tried_last_for_a_while(
    three: Stage, peers: list[Peer], clock: Clock
) -> None:
    """A phone that is off costs seconds each time."""
    peers[0].faults = [Reply(503, headers={"retry-after": "60"})]
    await three.channel.send(ADDRESS, words("a"), ())
    await three.channel.send(ADDRESS, words("b"), ())
    clock.move(seconds=61)
    await three.channel.send(ADDRESS, words("c"), ())

    assert [[text for _, text in one.sent] for one in peers] == [["c"], ["a", "b"], []]


async def test_a_doubtful_message_is_asked_about_first(three: Stage, peers: list[Peer]) -> None:
    """After a crash nothing is sent twice; where nobody can tell, nothing is sent."""
    number = Address(ChannelKind.SMS, "+996555111222")
    three.channel.carrier._separate = frozenset()
    await three.channel.send(number, words("hi"), (), key="a" * 32)
    three.channel.carrier._tariffs = (("second", {"*": 1}), ("third", {"*": 2}))

    again = await three.channel.send(number, words("hi"), (), key="a" * 32, doubtful=True)
    fresh = await three.channel.send(number, words("new"), (), key="b" * 32, doubtful=True)
    three.channel.carrier._tariffs = (("first", {"*": 1}),)
    with pytest.raises(Unknown):
        await three.channel.send(number, words("who knows"), (), key="c" * 32, doubtful=True)

    assert again.platform_ids == ("second:" + "a" * 32,)
    assert fresh.platform_ids == ("second:" + "b" * 32,)
    assert [text for one in peers for _, text in one.sent] == ["hi", "new"]


async def test_blocks_and_choices_stand_on_lines_of_their_own(
    three: Stage, peers: list[Peer]
) -> None:
    """The digit to type stands before each choice."""
    button = Button("yes", "1", "ооба", "")

    await three.channel.send(ADDRESS, words("Салам", "Коопсузсузбу?", choices=(button,)), ())

    assert peers[0].sent[0][1] == "Салам\nКоопсузсузбу?\n1 ооба"


async def test_latin_letters_are_used_where_they_save_a_segment(
    three: Stage, peers: list[Peer]
) -> None:
    """A short text keeps its script, a long one becomes one segment instead of two."""
    await three.channel.send(ADDRESS, words("Вы в безопасности?"), ())
    await three.channel.send(ADDRESS, words(LONG), ())

    assert [text for _, text in peers[0].sent] == [
        "Вы в безопасности?",
        "Poka ne platite. Naydite agentstvo v ofitsialnom spiske. 3 voprosy 4 chelovek",
    ]
    assert [detail for _, detail in three.states.counted] == ["first.ru", "first.ru"]


async def test_who_chose_their_own_letters_gets_them_whatever_they_cost(
    three: Stage, peers: list[Peer]
) -> None:
    """In two segments at once: a page to ask for would cost the visitor an SMS."""
    await three.channel.send(ADDRESS, replace(words(LONG), own_script=True), ())

    assert [text for _, text in peers[0].sent] == [LONG]
    assert gsm.segments(LONG) == 2


@pytest.mark.parametrize(
    "outbound",
    [
        Outbound(("Удалено.",), alert=True),
        Outbound((), wipe=True),
        Outbound(("…",), wipe=True),
        Outbound(()),
    ],
)
async def test_what_cannot_be_taken_back_is_not_sent(
    three: Stage, peers: list[Peer], outbound: Outbound
) -> None:
    """An alert would stay in the phone, and a wipe deletes nothing there."""
    assert await three.channel.send(ADDRESS, outbound, ()) == Receipt()
    assert [len(one.asked) for one in peers] == [0, 0, 0]


async def test_a_long_message_comes_in_pages_that_the_visitor_asks_for(
    three: Stage, peers: list[Peer]
) -> None:
    """Each page is one segment; the word for more is in the visitor's language."""
    await three.channel.send(ADDRESS, words(STORY), ())
    first = len(peers[0].sent)
    for number in range(40):
        await three.knock(peers[0].arrival(NUMBER, "1", f"p-{number}", three.clock()))
        if three.door.words:
            break

    pages = [text for _, text in peers[0].sent]
    assert first == 1
    assert three.door.words == ["1"]
    assert all(gsm.segments(page) == 1 for page in pages)
    assert all(page.endswith("\n1 eshchyo") for page in pages[:-1])
    assert " ".join(page.removesuffix("\n1 eshchyo") for page in pages) == to_latin(STORY)


async def test_a_newer_message_ends_the_pages(three: Stage, peers: list[Peer]) -> None:
    """On what stands last on the screen, "1" is what that says."""
    await three.channel.send(ADDRESS, words(STORY), ())
    await three.channel.send(ADDRESS, words("112", slot=Slot.DANGER), ())
    await three.knock(peers[0].arrival(NUMBER, "1", "a", three.clock()))

    assert three.door.words == ["1"]


async def test_any_other_word_ends_the_pages(three: Stage, peers: list[Peer]) -> None:
    """After it, "1" is a choice again."""
    await three.channel.send(ADDRESS, words(STORY), ())
    await three.knock(peers[0].arrival(NUMBER, "help", "a", three.clock()))
    await three.knock(peers[0].arrival(NUMBER, "1", "b", three.clock()))

    assert three.door.words == ["help", "1"]
    assert len(peers[0].sent) == 1


async def test_a_repeated_call_turns_one_page(three: Stage, peers: list[Peer]) -> None:
    """The gateway repeats itself; the visitor pressed once."""
    await three.channel.send(ADDRESS, words(STORY), ())
    knock = peers[0].arrival(NUMBER, "1", "a", three.clock())
    for _ in range(3):
        await three.knock(knock)

    assert len(peers[0].sent) == 2
    assert three.door.words == []


async def test_a_repeated_call_for_the_last_page_chooses_nothing(
    three: Stage, peers: list[Peer]
) -> None:
    """It would be taken for the first choice of the screen."""
    await three.channel.send(ADDRESS, words("word " * 40), ())
    knock = peers[0].arrival(NUMBER, "1", "a", three.clock())
    for _ in range(2):
        await three.knock(knock)

    assert len(peers[0].sent) == 2
    assert three.door.words == []


async def test_a_page_that_was_not_sent_is_asked_for_again(three: Stage, peers: list[Peer]) -> None:
    """The gateway is told to come again, and then the page goes out."""
    await three.channel.send(ADDRESS, words(STORY), ())
    for one in peers:
        one.faults = [Reply(503)]
    knock = peers[0].arrival(NUMBER, "1", "a", three.clock())

    answers = [(await three.knock(knock)).status_code for _ in range(2)]

    assert answers == [503, 200]
    assert sum(len(one.sent) for one in peers) == 2


async def test_pages_end_with_the_hour_and_with_a_wipe(
    three: Stage, peers: list[Peer], clock: Clock
) -> None:
    """Nothing of before is shown to whoever holds the phone now."""
    await three.channel.send(ADDRESS, words(STORY), ())
    clock.move(minutes=61)
    await three.knock(peers[0].arrival(NUMBER, "1", "a", three.clock()))
    await three.channel.send(ADDRESS, words(STORY), ())
    await three.channel.send(ADDRESS, Outbound((), wipe=True), ())
    await three.knock(peers[0].arrival(NUMBER, "1", "b", three.clock()))

    assert three.door.words == ["1", "1"]
    assert len(peers[0].sent) == 2


@pytest.mark.parametrize("slot", [Slot.DANGER, Slot.NOTICE])
async def test_danger_and_a_persons_words_are_never_paged(
    three: Stage, peers: list[Peer], slot: Slot
) -> None:
    """Nobody is made to ask for the rest of a number, and no reply is lost to the next one."""
    await three.channel.send(ADDRESS, words(STORY, slot=slot), ())

    assert "nomer 29" in peers[0].sent[0][1]


async def test_parts_go_one_by_one_where_the_network_does_not_join_them(
    peers: list[Peer], wording: Wording, clock: Clock
) -> None:
    """Each is an SMS of its own; together they are one message for the reports (F-39)."""
    stage = await staged(
        file(peers[1].settings() | {"long": "separate"}, most_segments=2), wording, clock
    )
    text = "word " * 50
    receipt = await stage.channel.send(ADDRESS, words(text), ())
    stage.states.states = dict.fromkeys(receipt.platform_ids, stage.states.RANK[0])
    names = [one.partition(":")[2] for one in receipt.platform_ids]
    await stage.knock(peers[1].report(names[0], "delivered", clock()))
    half = set(stage.states.states.values())
    await stage.knock(peers[1].report(names[1], "delivered", clock()))
    await struck(stage)

    assert [gsm.segments(sent) for _, sent in peers[1].sent] == [1, 1]
    assert half == {"sent"}
    assert stage.states.states[receipt.platform_ids[1]] == "delivered"


async def test_half_a_message_is_not_sent_again(
    peers: list[Peer], wording: Wording, clock: Clock
) -> None:
    """Neither by another gateway nor by another try."""
    settings = [
        peers[0].settings() | {"long": "separate"},
        peers[1].settings() | {"prices": {"*": 9}},
    ]
    stage = await staged(file(*settings, most_segments=2), wording, clock)
    peers[0].faults, peers[0].takes = [Reply(202)], True
    peers[0].faults.append(Reply(503))
    with pytest.raises(Unknown):
        await stage.channel.send(ADDRESS, words("word " * 50), ())
    await struck(stage)

    assert peers[1].sent == []


@pytest.mark.parametrize("most", [1, 2])
@pytest.mark.parametrize("text", [STORY, "x" * 900, "ж" * 400, "😀" * 200, "е\u0308" * 300])
def test_pages_hold_the_whole_text(text: str, most: int) -> None:
    """Whatever the script; a page never ends inside a letter."""
    pages = paged(text, "1 more", most)

    assert all(gsm.segments(page) == 1 for page in pages)
    assert "".join("".join(page.removesuffix("\n1 more") for page in pages).split()) == "".join(
        text.split()
    )


def test_a_text_of_two_segments_is_one_page() -> None:
    """Two cost less than asking."""
    assert paged("x" * 306, "1 more", 2) == ("x" * 306,)


def test_a_page_ends_with_a_line_or_a_sentence_where_that_costs_no_page_more() -> None:
    """A choice that is torn apart reads like another one."""
    lines = f"{'a' * 60}\n{'b' * 60}\nEnd of it. {'c' * 20} 1 yes 2 no"
    assert paged(lines, "1 more", 1)[0].splitlines()[-2:] == ["b" * 60, "1 more"]
    sentences = f"{'a' * 60}. {'b' * 60}. {'c ' * 40}1 yes 2 no"
    assert paged(sentences, "1 more", 1)[0].endswith(f"{'b' * 60}.\n1 more")
    full = f"{'a' * 100}\n{'b ' * 100}"
    assert len(paged(full, "1 more", 1)) == 2
