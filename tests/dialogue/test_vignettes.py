"""Cases told in public: the rule on their signs, and the questions on their answers."""

from __future__ import annotations

from itertools import product

import pytest

from bot.dialogue import assessment
from tests.dialogue import agreement
from tests.dialogue.agreement import Case, Outcome

CASES = agreement.cases()
OUTCOMES = tuple(agreement.answered(case) for case in CASES)
EARLY = tuple(agreement.answered_early(case) for case in CASES)
SAME = 0.85
KAPPA = 0.75
EARLY_SAME = 0.6
EARLY_MISSED = 4
"""What the questions reach; less means that a change of them loses people."""


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_the_rule_finds_what_was_counted_by_hand(case: Case) -> None:
    """Published vectors: signs of the whole list, the dimensions they make, and the band."""
    assert agreement.scored(case.signs) == case.present
    floors = {band.id: band.floor for band in agreement.situation().bands}
    reached = [name for name in agreement.BANDS if floors[name] <= len(case.present)]
    assert reached[-1] == case.band


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_answers_name_questions_that_are_asked(case: Case) -> None:
    """And each case says where it was told."""
    asked = {item.id for item in agreement.situation().items}
    assert set(case.answers) <= asked
    assert any(digit.isdigit() for digit in case.source) or "undated" in case.source


def test_questions_and_list_mostly_come_to_the_same_band() -> None:
    """At least twenty cases, and every band among them."""
    assert len(CASES) >= 20
    assert {case.band for case in CASES} == set(agreement.BANDS)
    assert agreement.share(OUTCOMES) >= SAME, agreement.lines(OUTCOMES)
    assert agreement.kappa(OUTCOMES) >= KAPPA, agreement.lines(OUTCOMES)


@pytest.mark.parametrize("outcome", OUTCOMES, ids=[outcome.case.id for outcome in OUTCOMES])
def test_no_case_is_off_by_more_than_one_band_and_none_is_called_worse(outcome: Outcome) -> None:
    """Fourteen questions know less than the list; they must not make more of it."""
    assert outcome.off in (-1, 0)


@pytest.mark.parametrize("outcome", OUTCOMES, ids=[outcome.case.id for outcome in OUTCOMES])
def test_who_is_locked_in_threatened_or_hurt_is_shown_help_whatever_the_band(
    outcome: Outcome,
) -> None:
    """Safety.md 4.1: the score never withholds it."""
    hard = {"locked", "threats", "violence"}
    said = {name for name, word in outcome.case.answers.items() if word == "yes"}
    assert outcome.danger is bool(hard & said)


def test_the_short_door_shows_help_to_the_same_people() -> None:
    """Who is locked in, threatened or hurt is asked there; nobody comes out higher."""
    assert [outcome.danger for outcome in EARLY] == [outcome.danger for outcome in OUTCOMES]
    assert all(outcome.off <= 0 for outcome in EARLY)
    assert agreement.share(EARLY) >= EARLY_SAME, agreement.lines(EARLY)
    assert len(agreement.missed(EARLY)) <= EARLY_MISSED, agreement.lines(EARLY)


def test_the_table_has_a_row_for_twenty_four_of_sixty_four_patterns() -> None:
    """The others are ours to read: by bands, never by a name."""
    named = [
        pattern
        for pattern in product((False, True), repeat=6)
        if assessment.outcome(dict(zip(assessment.DIMENSIONS, pattern, strict=True)))
        != "not in the table"
    ]
    assert len(named) == 24


def test_kappa_of_readings_that_are_all_alike_is_one() -> None:
    """Nothing to disagree about."""
    assert agreement.kappa(OUTCOMES[:1]) == 1.0
