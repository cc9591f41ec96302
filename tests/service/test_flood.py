"""Too much at once is kept and not answered; danger, ways out and a talk with a person are."""

from __future__ import annotations

from datetime import timedelta

from bot.service.flood import BURST, Flood, Verdict
from bot.service.receive import Library
from bot.service.records import ConversationId
from tests.service.stage import AISHA, BAKYT, DANGER, START, Stage, said

TALK = ConversationId("a" * 32)
MANY = 3 * BURST


def verdicts(flood: Flood, count: int, first: int = 0) -> list[Verdict]:
    """Judge so many messages of one moment."""
    return [flood.judge(TALK, first + number, START) for number in range(count)]


def test_over_the_limit_there_is_one_notice_and_then_silence() -> None:
    """As many answers as the limit, one line, nothing more."""
    got = verdicts(Flood(burst=3), 6)
    assert got == [Verdict.ANSWER] * 3 + [Verdict.NOTICE] + [Verdict.KEEP] * 2


def test_answers_come_back_with_time_and_the_notice_with_calm() -> None:
    """A pause earns answers in proportion; only a whole pause earns another notice."""
    flood = Flood(burst=3, refill=timedelta(seconds=60))
    verdicts(flood, 5)
    later = START + timedelta(seconds=20)
    assert flood.judge(TALK, 10, later) is Verdict.ANSWER
    assert flood.judge(TALK, 11, later) is Verdict.KEEP
    calm = later + timedelta(seconds=60)
    got = [flood.judge(TALK, 20 + number, calm) for number in range(4)]
    assert got == [Verdict.ANSWER] * 3 + [Verdict.NOTICE]


def test_a_turn_taken_again_is_counted_once() -> None:
    """A lost race advances the same message again: same verdict, no second count."""
    flood = Flood(burst=1)
    assert [flood.judge(TALK, 7, START) for _ in range(3)] == [Verdict.ANSWER] * 3
    assert [flood.judge(TALK, 8, START) for _ in range(3)] == [Verdict.NOTICE] * 3


def test_a_clock_set_back_blocks_nobody_for_long() -> None:
    """From then on answers come back as fast as ever."""
    flood = Flood(burst=1, refill=timedelta(seconds=60))
    verdicts(flood, 2)
    back = START - timedelta(hours=1)
    assert flood.judge(TALK, 3, back) is Verdict.KEEP
    assert flood.judge(TALK, 4, back + timedelta(seconds=61)) is Verdict.ANSWER


def test_memory_is_bounded() -> None:
    """The conversation seen longest ago is forgotten first."""
    flood = Flood(burst=1, remembered=10)
    for number in range(1000):
        flood.judge(ConversationId(f"{number:032x}"), 1, START)
    assert len(flood) == 10
    assert flood.judge(ConversationId(f"{999:032x}"), 2, START) is Verdict.NOTICE
    assert flood.judge(ConversationId(f"{0:032x}"), 2, START) is Verdict.ANSWER


async def flood(stage: Stage, words: str = "xyzzy") -> None:
    """Let far more arrive at once than is answered."""
    await stage.accept(*(said(f"{words} {number}") for number in range(MANY)))
    await stage.settle()


async def test_a_flood_is_answered_to_the_limit_and_kept_whole(stage: Stage) -> None:
    """Every word stands in the log, nothing waits, and one line says why it is silent."""
    await flood(stage)
    shown = stage.shown()
    assert len(shown) == BURST + 1
    assert shown.count(stage.worded("flood-notice")) == 1
    assert await stage.store.backlog(10) == ()
    lines = await stage.store.messages(await stage.conversation())
    assert sum(line.blocks[0].startswith("xyzzy") for line in lines) == MANY


async def test_danger_is_answered_in_the_middle_of_a_flood(stage: Stage) -> None:
    """With its screen and its ticket, each time."""
    await flood(stage)
    before = len(stage.shown())
    for _ in range(3):
        await stage.hears(DANGER)
        assert stage.worded("flood-notice") not in stage.shown()[-1]
    assert len(stage.shown()) >= before + 3
    (ticket,) = await stage.store.tickets()
    assert ticket.urgency == "emergency"


async def test_on_the_screens_of_danger_everything_is_answered(stage: Stage) -> None:
    """The country is pressed after the cry: its numbers must come."""
    await flood(stage)
    await stage.hears(DANGER)
    await stage.hears("1")
    assert "112" in stage.shown()[-1]


async def test_a_way_out_works_in_a_flood(stage: Stage, library: Library) -> None:
    """Hide wipes both sides however much was written before."""
    await flood(stage)
    await stage.hears("hide")
    locale = library.book.locales[-1]
    assert stage.now_shown()[-1] == library.wording.label("hidden", locale)


async def test_words_of_a_flood_reach_the_person_who_is_asked_for(stage: Stage) -> None:
    """While the visitor waits every word is kept for the operator, answered or not."""
    await stage.hears(DANGER)
    await stage.hears("menu")
    await flood(stage)
    ticket = await stage.takes()
    read = [line.blocks[0] for line in await stage.tickets.log(ticket)]
    assert sum(words.startswith("xyzzy") for words in read) == MANY


async def test_with_a_person_there_is_no_limit(stage: Stage) -> None:
    """A talk is a talk: no notice, every word arrives, danger is watched as always."""
    await stage.hears(DANGER)
    ticket = await stage.takes()
    before = len(stage.shown())
    await flood(stage)
    assert len(stage.shown()) == before
    read = [line.blocks[0] for line in await stage.tickets.log(ticket)]
    assert sum(words.startswith("xyzzy") for words in read) == MANY


async def test_the_flood_of_one_costs_nobody_else_an_answer(stage: Stage) -> None:
    """Another visitor of the same minute is answered as ever."""
    await flood(stage)
    await stage.hears("hello", BAKYT)
    assert stage.worded("flood-notice") not in stage.shown(BAKYT)
    assert stage.shown(BAKYT)


async def test_after_a_pause_the_talk_goes_on(stage: Stage) -> None:
    """Where the visitor stood before, with nothing lost."""
    await flood(stage)
    await stage.pass_time(timedelta(minutes=1))
    before = len(stage.shown(AISHA))
    await stage.hears("menu")
    assert len(stage.shown(AISHA)) == before + 1
