from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from bot.dialogue import assessment, nodes
from bot.dialogue.effects import RecordAnswers, Say
from bot.dialogue.session import Age, Progress
from bot.dialogue.values import SMS, AssessmentId, ItemId, NodeId
from tests.dialogue.world import INDICATORS, SITUATION, Visitor, newcomer


def begun(name: str = "situation") -> Visitor:
    """Return someone at the first question."""
    visitor = newcomer()
    visitor.session = replace(visitor.session, age=Age.ADULT, private=True, node=NodeId("doors"))
    if name == "situation":
        visitor.session = replace(visitor.session, node=nodes.MENU)
    return visitor.press(name).say("1")


@pytest.mark.parametrize(("strong", "medium", "weak"), list(product(range(3), range(4), range(3))))
def test_the_rule_of_one_dimension(strong: int, medium: int, weak: int) -> None:
    """2 strong; 1 strong and 1 other; 3 medium; 2 medium and 1 weak."""
    table = ((2, 0, 0), (1, 1, 0), (1, 0, 1), (0, 3, 0), (0, 2, 1))
    expected = any(strong >= s and medium >= m and weak >= w for s, m, w in table)
    signs = ["strong"] * strong + ["medium"] * medium + ["weak"] * weak
    assert assessment.present(signs) is expected


@pytest.mark.parametrize(
    ("present", "outcome"),
    [
        ("", "successful migrant"),
        ("D4", "exploited migrant"),
        ("D1 D4", "deceived and exploited"),
        ("D1 D4 D5", "trafficked for forced labour"),
        ("D2 D4 D5", "trafficked for forced labour"),
        ("D4 D5", "not in the table"),
        ("D2 D4", "not in the table"),
        ("D3", "successful migrant"),
        ("D5", "not in the table"),
    ],
)
def test_the_table_of_outcomes(present: str, outcome: str) -> None:
    """Patterns without a row are said to have none."""
    dimensions = {name: name in present.split() for name in assessment.DIMENSIONS}
    assert assessment.outcome(dimensions) == outcome


def test_a_sign_counts_once_and_an_unknown_one_is_refused() -> None:
    """Two questions may point to the same sign."""
    twice = assessment.score(INDICATORS, ["D2.01", "D2.01"])
    assert twice.dimensions["D2"] is False
    with pytest.raises(KeyError):
        assessment.score(INDICATORS, ["D9.99"])


def test_no_band_reaches_down_to_nothing() -> None:
    """An assessment without bands has none."""
    assert assessment.band(replace(SITUATION, bands=()), {"D1": True}) is None


def test_before_the_first_question_come_age_and_who_may_read() -> None:
    """And then the question itself."""
    visitor = newcomer().press("situation")
    assert visitor.said() == ("assess-situation",)
    assert visitor.press("start").said() == ("say-handoff.age",)
    assert visitor.press("adult").said() == ("say-private",)
    assert visitor.press("no").said() == ("ask-lied",)
    assert visitor.session.private is False


def test_under_18_sees_what_follows_instead_of_questions() -> None:
    """And may still answer, except about sex work."""
    visitor = newcomer().press("situation").press("start").press("minor")
    assert visitor.said() == ("say-minor",)
    visitor.session = replace(visitor.session, node=NodeId("assess.rights"), private=True)
    assert visitor.press("start").said() == ("say-minor",)


def test_answers_lead_on_by_digit_word_or_button() -> None:
    """1 yes, 2 no, 3 skip, in any language."""
    visitor = begun()
    assert visitor.say("да").said() == ("ask-locked",)
    assert visitor.say("2").said() == ("ask-hours",)
    assert visitor.press("skip").said() == ("ask-papers",)
    assert visitor.say("3").said() == ("band-some",)


def test_a_dangerous_yes_is_answered_at_that_question() -> None:
    """Whatever the score says; the answers stay."""
    visitor = begun().say("2").say("yes")
    assert visitor.said() == ("say-danger.where",)
    assert visitor.session.progress is not None
    assert len(visitor.session.progress.answers) == 2


def test_after_a_hard_yes_the_visitor_may_rest_or_go_on() -> None:
    """Pausing keeps every answer."""
    visitor = begun().say("2").say("2").say("1")
    assert visitor.said() == ("say-assess.hard",)
    assert visitor.press("pause").said() == ("say-assess.paused",)
    assert visitor.press("resume").said() == ("ask-papers",)


def test_coming_back_offers_to_go_on() -> None:
    """The introduction of an unfinished assessment leads to the pause, not to the start."""
    visitor = begun().say("2").say("menu").press("situation").press("start")
    assert visitor.said() == ("say-assess.paused",)


def test_what_is_no_answer_gets_a_hint_and_the_question_again() -> None:
    """No answer is lost."""
    visitor = begun().say("2").say("может быть, не знаю")
    assert visitor.said() == ("answer-hint", "ask-locked")
    assert visitor.session.progress is not None
    assert visitor.session.progress.at == 1


def test_back_changes_an_earlier_answer() -> None:
    """The screen decides which question is answered."""
    visitor = begun().say("1").say("0")
    assert visitor.said() == ("ask-lied",)
    visitor.say("2")
    assert visitor.session.progress is not None
    assert visitor.session.progress.answers == (("lied", "no"),)


def test_the_highest_band_that_is_reached_speaks_and_reasons_come_on_why() -> None:
    """The name of the outcome is shown to nobody."""
    visitor = begun().say("1").say("2").say("2").say("2")
    assert visitor.said() == ("band-some",)
    assert visitor.press("why").said() == (
        "assess-reasons",
        "why-lied",
        "why-papers",
        "band-some",
    )


def test_reasons_never_travel_by_sms() -> None:
    """The result is shown again instead."""
    visitor = begun().say("1").say("2").say("2").say("2")
    visitor.channel = SMS
    assert visitor.press("why").said() == ("band-some",)


def test_a_counted_answer_opens_its_card() -> None:
    """Next steps are what the answers ask for."""
    visitor = begun().say("2").say("2").say("1").press("resume").say("1")
    assert visitor.press("card-wages").said() == ("card-wages",)
    assert visitor.say("0").said() == ("band-low",)


def test_reasons_go_with_the_screen() -> None:
    """After another assessment began, the old result is its introduction again."""
    visitor = begun().say("2").say("2").say("2").say("1")
    visitor.session = replace(
        visitor.session, progress=None, node=nodes.MENU, trail=(NodeId("assess.situation.result"),)
    )
    assert visitor.say("0").said() == ("assess-situation",)


def test_answers_are_kept_only_when_the_visitor_says_so() -> None:
    """Without the conversation, and never those of somebody under 18."""
    visitor = begun().say("2").say("2").say("2").say("1")
    kept = visitor.press("record").only(RecordAnswers)
    assert kept.answers[0] == (ItemId("lied"), "no")
    visitor.session = replace(visitor.session, age=Age.MINOR)
    assert "RecordAnswers" not in visitor.press("record").did()


def test_each_flag_brings_its_own_check_and_none_never_means_safe() -> None:
    """Before I go."""
    visitor = begun("going").say("1").say("2")
    assert visitor.said() == ("assess-going-result", "check-fee")
    visitor = begun("going").say("2").say("2")
    assert visitor.said() == ("assess-none-checked",)


def test_a_check_says_why_unless_its_line_does() -> None:
    """Whoever asks why reads the reasons there are; without any, nothing is to be pressed."""
    visitor = begun("going").say("1").say("1")
    result = visitor.said()
    assert visitor.press("why").said() == ("assess-reasons", "why-fee", *result)
    plain = begun("going").say("2").say("1")
    assert plain.said() == ("assess-going-result", "check-visa")
    assert "why" not in [one.id for one in plain.only(Say).choices]


def test_rights_open_at_once_without_a_score() -> None:
    """Sex work: no score, no band, nothing counted."""
    visitor = begun("rights").say("2")
    assert visitor.said() == ("check-refuse", "ask-pay")
    ended = [one.id for one in visitor.say("1").only(Say).choices]
    assert not {"record", "why"} & {*ended}


def test_an_assessment_of_an_older_book_ends_in_the_menu() -> None:
    """Its answers cannot be asked on; nothing raises."""
    visitor = begun()
    gone = Progress(AssessmentId("gone"), 1)
    visitor.session = replace(visitor.session, progress=gone, node=NodeId("assess.gone.first"))
    assert visitor.say("1").said() == ("say-menu",)
    visitor.session = replace(visitor.session, progress=gone, node=nodes.PAUSED)
    assert visitor.press("resume").said() == ("say-menu",)


@pytest.mark.parametrize("name", ["why", "record", "answer"])
def test_acts_of_an_assessment_without_one_are_the_menu(name: str) -> None:
    """Old buttons of old screens."""
    assert newcomer().say("who are you").press(name).said() == ("say-menu",)


def test_a_choice_that_names_no_assessment_is_the_menu() -> None:
    """`safar check` refuses such content; a talk survives it."""
    assert newcomer().say("who are you").press("nowhere").said() == ("say-menu",)


def test_a_country_chosen_without_danger_goes_on() -> None:
    """To where the visitor was, or the menu."""
    visitor = newcomer().say("who are you").press("country")
    assert visitor.said() == ("say-menu",)
    assert visitor.session.country == "KG"


def test_by_sms_a_question_says_how_far_it_is_and_how_to_get_away() -> None:
    """There are no buttons to see it by; an introduction has none of it."""
    visitor = newcomer()
    visitor.channel = SMS
    visitor.session = replace(visitor.session, age=Age.ADULT, private=True)
    assert visitor.say("3").said() == ("assess-situation",)
    asked = visitor.say("1").said()
    assert (asked[0], asked[-1]) == ("question-place", "question-ways")
    assert len(asked) == 3
