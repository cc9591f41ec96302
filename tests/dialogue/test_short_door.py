"""A short door: a few questions first, then more of them only by choice (safety.md 4)."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue import assessment, nodes
from bot.dialogue.book import Band, Book
from bot.dialogue.effects import RecordAnswers, Say
from bot.dialogue.screens import facts
from bot.dialogue.session import Age, Progress
from bot.dialogue.turn import Scene
from bot.dialogue.values import SMS, CardId, ItemId, Moment
from tests.dialogue.world import BOOK, EN, NOON, OPEN, SITUATION, Visitor, newcomer

SHORT = replace(
    SITUATION,
    items=(SITUATION.items[1], SITUATION.items[0], *SITUATION.items[2:]),
    short=(ItemId("locked"), ItemId("lied")),
    bands=(Band("low", 0, "band-low", "band-low-early"), Band("some", 1, "band-some")),
)
SMALL: Book = replace(BOOK, assessments={**BOOK.assessments, SHORT.id: SHORT})
MORE = nodes.more(SHORT.id)
RESULT = nodes.result(SHORT.id)


def begun() -> Visitor:
    """Return someone at the first of two questions; two more are behind the door."""
    visitor = newcomer()
    visitor.book = SMALL
    visitor.session = replace(visitor.session, age=Age.ADULT, private=True)
    return visitor.press("situation").press("start")


def after(*answers: str) -> Visitor:
    visitor = begun()
    for answer in answers:
        visitor.say(answer)
    return visitor


def known(visitor: Visitor) -> tuple[object, object]:
    """Return the number of questions and of this one, as the screen tells them."""
    scene = Scene(SMALL, Moment(NOON, visitor.channel, b"0", OPEN), EN)
    told = facts(scene, visitor.session)
    return told["count"], told["index"]


def choices(visitor: Visitor) -> list[str]:
    return [str(choice.id) for choice in visitor.only(Say).choices]


def test_the_questions_of_the_short_door_are_counted_for_themselves() -> None:
    """The introduction and these questions tell of two, the next ones of all."""
    visitor = newcomer()
    visitor.book = SMALL
    assert known(visitor.press("situation")) == (2, 0)
    assert known(after()) == (2, 1)
    assert known(after("no")) == (2, 2)
    assert known(after("no", "no")) == (2, 0)
    assert known(after("no", "no", "yes")) == (4, 3)
    assert known(after("no", "no", "yes").say("0").say("0")) == (2, 2)


def test_behind_the_short_door_the_visitor_chooses() -> None:
    """More, finish, or a person; nobody is led on."""
    visitor = after("no", "no")
    assert visitor.session.node == MORE
    assert visitor.said() == ("assess-more",)
    assert choices(visitor) == ["more", "finish", "person", "back"]


def test_more_asks_the_other_questions_to_the_end() -> None:
    """Then the whole list has been answered, and is told as such."""
    visitor = after("no", "no", "yes")
    assert visitor.session.node == nodes.item(SHORT.id, ItemId("hours"))
    visitor.say("no").say("yes")
    assert visitor.session.node == RESULT
    assert visitor.said() == ("band-low",)
    assert "more" not in choices(visitor)


def test_who_finishes_low_is_told_that_more_questions_would_tell_more() -> None:
    """Never that they are safe; a person comes first, then the other questions."""
    visitor = after("no", "skip", "no")
    assert visitor.session.node == RESULT
    assert visitor.said() == ("band-low-early",)
    assert choices(visitor)[:2] == ["person", "more"]
    visitor.press("more")
    assert visitor.session.node == nodes.item(SHORT.id, ItemId("hours"))


def test_who_steps_back_from_the_others_is_told_the_same() -> None:
    """One more answer is not all of them; the next question left is one press away."""
    visitor = after("no", "no", "no").press("more").say("no").say("0").say("0")
    assert visitor.session.node == RESULT
    assert visitor.said() == ("band-low-early",)
    visitor.press("more")
    assert visitor.session.node == nodes.item(SHORT.id, ItemId("papers"))


def test_a_higher_band_says_the_same_after_few_questions_as_after_all() -> None:
    """What was found does not become less; the way to the other questions stays."""
    visitor = after("no", "yes", "2")
    assert visitor.said() == ("band-some",)
    assert "more" in choices(visitor)


def test_steps_after_the_result_do_not_lead_back_to_the_questions() -> None:
    """Reasons and a count of the answers belong to the result, by SMS too."""
    visitor = after("no", "yes", "2").press("why")
    assert visitor.session.node == RESULT
    assert visitor.said() == ("assess-reasons", "why-lied", "band-some")
    visitor.press("record")
    assert visitor.session.node == RESULT
    assert any(isinstance(effect, RecordAnswers) for effect in visitor.effects)
    visitor.channel = SMS
    assert visitor.press("why").session.node == RESULT


def test_a_yes_to_danger_is_answered_at_that_question() -> None:
    """The short door never stands before it."""
    visitor = after("yes")
    assert visitor.session.node == nodes.WHERE
    assert "OpenTicket" in visitor.did()


def test_a_pause_at_the_short_door_comes_back_to_it() -> None:
    """No answer is lost, and the choice is offered again."""
    visitor = after("no", "yes")
    visitor.say("menu").press("situation").press("start")
    assert visitor.session.node == nodes.PAUSED
    visitor.press("resume")
    assert visitor.session.node == MORE


def test_the_next_steps_fit_the_digits_of_a_keypad() -> None:
    """The way to more questions takes the room of a card."""
    cards = tuple(CardId(f"card-{number}") for number in range(6))
    one = SMALL.cards[CardId("wages")]
    opened = replace(SHORT.items[1], opens=cards)
    open_to = replace(SHORT, items=(SHORT.items[0], opened, *SHORT.items[2:]))
    book = replace(SMALL, cards=dict.fromkeys(cards, one), assessments={open_to.id: open_to})
    behind = tuple((item.id, "no") for item in SHORT.items[2:])
    for answers in ((), behind):
        progress = Progress(SHORT.id, 1, 2, ((ItemId("lied"), "yes"), *answers))
        session = replace(newcomer().session, progress=progress, node=RESULT)
        shown = assessment.screen(book, session, RESULT)
        assert shown is not None
        assert len(shown.choices) == 9


def test_an_assessment_without_a_short_door_has_no_such_screen() -> None:
    """Its questions follow one another."""
    assert assessment.screen(BOOK, newcomer().session, MORE) is None
    assert assessment.left_out(SITUATION, {}) == ()


def test_a_result_that_reaches_no_band_still_never_says_safe() -> None:
    """The check refuses such content; the core stands it."""
    bare = replace(SHORT, bands=())
    book = replace(SMALL, assessments={bare.id: bare})
    progress = Progress(bare.id, 1, 2, ((ItemId("lied"), "no"),))
    session = replace(newcomer().session, progress=progress, node=RESULT)
    shown = assessment.screen(book, session, RESULT)
    assert shown is not None
    assert shown.say == ("assess-none-flagged",)
