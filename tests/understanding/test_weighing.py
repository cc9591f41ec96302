"""What phrases say and what was learned are weighed together, by rules of their own.

Log-odds are given by hand here: which way a text tips is told by `make eval`, what follows
from it by these.
"""

from __future__ import annotations

import pytest

from bot.dialogue.book import Phrase
from bot.dialogue.reading import Danger, DangerLevel, Offer, OfferLevel, Sign
from bot.dialogue.values import CardId, Locale
from bot.understanding import danger, offers, topics
from bot.understanding.language import recognise
from bot.understanding.patterns import Match
from bot.understanding.utterance import Length, hear

NONE, CONCERN, DANGER = DangerLevel.NONE, DangerLevel.CONCERN, DangerLevel.DANGER
BRIEF, PLAIN, LONG = Length.BRIEF, Length.PLAIN, Length.LONG
NEVER, SURELY = -9.0, 9.0
EN, RU, KY = Locale("en"), Locale("ru"), Locale("ky")
LATIN, CYRILLIC = Locale("uz-Latn"), Locale("uz-Cyrl")


@pytest.mark.parametrize(
    ("said", "length", "topical", "odds", "level"),
    [
        (NONE, PLAIN, False, (0.1, NEVER), DANGER),
        (NONE, PLAIN, False, (-0.1, NEVER), NONE),
        (NONE, PLAIN, True, (0.6, NEVER), NONE),
        (NONE, PLAIN, True, (0.8, NEVER), DANGER),
        (DANGER, PLAIN, True, (0.1, NEVER), DANGER),
        (NONE, BRIEF, False, (0.1, NEVER), DANGER),
        (NONE, BRIEF, True, (SURELY, NEVER), NONE),
        (CONCERN, BRIEF, False, (SURELY, -1.9), CONCERN),
        (CONCERN, PLAIN, False, (NEVER, -1.9), NONE),
        (DANGER, LONG, False, (-3.9, NEVER), DANGER),
        (DANGER, PLAIN, False, (-3.9, -1.9), CONCERN),
        (DANGER, PLAIN, False, (-3.9, -2.1), NONE),
        (NONE, LONG, False, (-3.9, NEVER), NONE),
        (NONE, PLAIN, False, (NEVER, -1.3), CONCERN),
        (NONE, PLAIN, False, (NEVER, -1.5), NONE),
        (NONE, PLAIN, True, (NEVER, 0.2), NONE),
        (NONE, PLAIN, True, (NEVER, 0.4), CONCERN),
    ],
)
def test_the_level_follows_from_what_is_said_and_how_sure_one_is(
    said: DangerLevel,
    length: Length,
    topical: bool,  # noqa: FBT001 -- a column of the table
    odds: tuple[float, float],
    level: DangerLevel,
) -> None:
    """A story may hide a cry, a question has its card, and a few words tell little."""
    learned = dict(zip(("danger", "concern"), odds, strict=True))
    assert danger.judge(Danger(said), learned, length, topical=topical).level is level


def test_where_no_danger_is_left_only_the_age_is_kept() -> None:
    """Somebody under 18 is so in quiet talk too (safety.md 3)."""
    said = Danger(DANGER, (Sign.MINOR, Sign.VIOLENCE))
    learned = {"danger": NEVER, "concern": NEVER}
    assert danger.judge(said, learned, PLAIN) == Danger(NONE, (Sign.MINOR,))


def named(said: tuple[Sign, ...], length: Length = PLAIN, **odds: float) -> tuple[Sign, ...]:
    learned: dict[str, float] = {sign: odds.get(sign.replace("-", "_"), NEVER) for sign in Sign}
    return danger.name(Danger(DANGER, said), learned, length).signs


def test_a_kind_is_heard_beside_what_is_said() -> None:
    """Who it happens to takes more than what happens."""
    assert named((Sign.VIOLENCE,), debt=0.1, child=0.1) == (Sign.CHILD, Sign.DEBT, Sign.VIOLENCE)
    assert named((), minor=0.4) == ()
    assert named((), minor=0.6) == (Sign.MINOR,)


def test_of_a_few_words_no_circumstance_is_guessed() -> None:
    """What changes the answer must be said."""
    assert named((Sign.VIOLENCE,), BRIEF, child=SURELY, debt=SURELY) == (Sign.DEBT, Sign.VIOLENCE)
    assert named((Sign.VIOLENCE, Sign.CHILD), BRIEF) == (Sign.CHILD, Sign.VIOLENCE)


def test_who_is_under_18_is_a_child() -> None:
    """The line for children is theirs."""
    assert Sign.CHILD in named((Sign.MINOR,))


@pytest.mark.parametrize(
    ("said", "length", "sure", "heard"),
    [
        ((), PLAIN, 0.1, True),
        ((), BRIEF, 0.9, False),
        ((), BRIEF, 1.1, True),
        ((Sign.VIOLENCE,), PLAIN, 0.9, False),
        ((Sign.VIOLENCE,), PLAIN, 1.1, True),
        ((Sign.MEDICAL,), PLAIN, 0.1, True),
    ],
)
def test_dying_takes_more_where_something_else_is_said(
    said: tuple[Sign, ...],
    length: Length,
    sure: float,
    heard: bool,  # noqa: FBT001 -- a column of the table
) -> None:
    """A wrong guess takes the numbers of the rescuers away (safety.md 1.4)."""
    assert (Sign.SUICIDE in named(said, length, suicide=sure)) is heard


def test_forced_sex_is_forced_labour_only_where_both_are_heard() -> None:
    """A phrase of one is often a phrase of the other."""
    both = (Sign.FORCED_LABOUR, Sign.FORCED_SEX)
    assert named(both) == (Sign.FORCED_SEX,)
    assert named(both, forced_labour=0.1) == both


@pytest.mark.parametrize(
    ("level", "advert", "offer", "wanted"),
    [
        (OfferLevel.NONE, 0.0, 0.1, True),
        (OfferLevel.NONE, 0.0, -0.1, False),
        (OfferLevel.CAUTION, 0.0, -0.9, True),
        (OfferLevel.CAUTION, 0.0, -1.1, False),
        (OfferLevel.HIGH, -3.1, SURELY, False),
    ],
)
def test_only_an_advert_is_warned_of(
    level: OfferLevel,
    advert: float,
    offer: float,
    wanted: bool,  # noqa: FBT001 -- a column of the table
) -> None:
    """Talk about a job one has is no offer, however bad it sounds."""
    assert offers.is_false(Offer(level), {"advert": advert, "offer": offer}) is wanted


WEIGHTS = {"RF01": 0.6, "RF08": 0.2, "RF11": 0.6, "RF13": 0.9, "RF16": 0.6}


def weighed(
    grave: float, *said: str, heard: dict[str, float] | None = None
) -> tuple[OfferLevel, tuple[str, ...]]:
    offer = offers.judge(Offer(OfferLevel.CAUTION, said), {"grave": grave}, heard or {}, WEIGHTS)
    return offer.level, offer.flags


def test_flags_said_and_heard_weigh_together() -> None:
    """One heavy flag or three of middle weight; a light one never counts alone."""
    assert weighed(NEVER, "RF01") == (OfferLevel.CAUTION, ("RF01",))
    assert weighed(NEVER, "RF01", heard={"RF13": -0.4, "RF16": -0.6}) == (
        OfferLevel.HIGH,
        ("RF01", "RF13"),
    )
    assert weighed(NEVER, "RF01", "RF11", heard={"RF16": 0.0})[0] is OfferLevel.HIGH
    assert weighed(NEVER, heard={"RF99": SURELY}) == (OfferLevel.CAUTION, ())
    assert weighed(NEVER, "RF08")[0] is OfferLevel.CAUTION


def test_a_flag_is_quoted_back_unless_all_else_speaks_against_it() -> None:
    """Somebody is told what their text shows; a wrong line costs trust in the right ones."""
    believed = {"RF11": -1.9, "RF16": -1.9}
    assert weighed(NEVER, "RF01", "RF11", heard=believed)[1] == ("RF01", "RF11")
    assert weighed(NEVER, "RF01", "RF11", heard={"RF11": -2.1})[1] == ("RF01",)


def test_a_swindle_without_flags_is_grave_by_itself() -> None:
    """Beside flags it must be surely so."""
    assert weighed(0.1)[0] is OfferLevel.HIGH
    assert weighed(0.1, "RF01")[0] is OfferLevel.CAUTION
    assert weighed(2.1, "RF01")[0] is OfferLevel.HIGH


def matched(card: str, strength: float = 0.8) -> Match:
    return Match(Phrase("topic", card, EN, "x", strength), (0,))


def ranked(*phrases: str, cards: tuple[str, ...] = (), **learned: float) -> tuple[str, ...]:
    odds = {name.replace("_", "-"): value for name, value in learned.items()}
    found = topics.rank(map(matched, phrases), [CardId(card) for card in cards], odds)
    return tuple(topic.id for topic in found)


def test_what_was_learned_orders_what_phrases_name() -> None:
    """What only a phrase names comes after; three in all, none twice."""
    assert ranked("wages", "debt", debt=1.0) == ("debt", "wages")
    assert ranked("wages", debt=1.0, contract=0.5) == ("debt", "contract", "wages")
    assert ranked("wages", debt=-2.1) == ("wages",)
    assert ranked("wages", debt=1.0, contract=0.5, visa=0.0) == ("debt", "contract", "visa")


def test_the_narrower_card_comes_first() -> None:
    """Work in Poland before work abroad."""
    assert ranked("visa.pl", visa=1.0, debt=0.5) == ("visa.pl", "visa", "debt")


def test_no_private_topic_is_guessed_and_no_unknown_card() -> None:
    """Others may read along."""
    assert ranked("wages", hiv_and_sti=0.9, debt=0.1) == ("debt", "wages")
    assert ranked("wages", hiv_and_sti=1.1) == ("hiv-and-sti", "wages")
    assert ranked("wages", cards=("wages",), debt=1.0) == ("wages",)


def recognised(text: str, prior: Locale | None, **odds: float) -> Locale | None:
    return recognise(hear(text), odds, (EN, RU, KY, LATIN, CYRILLIC), prior)


def test_a_language_is_guessed_where_one_is_ahead() -> None:
    """One word takes more, and a word of two languages tells nothing."""
    assert recognised("one two", None, en=0.1, ru=-0.5) == EN
    assert recognised("one two", None, en=-0.1, ru=NEVER) is None
    assert recognised("one two", None, en=0.1, ru=-0.3) is None
    assert recognised("one", None, en=1.9, ru=NEVER) is None
    assert recognised("one", None, en=2.1, ru=NEVER) == EN


def test_a_visitor_keeps_their_language_unless_another_is_clear() -> None:
    """Three words, sure of it and far ahead."""
    assert recognised("one two three", RU, en=1.1, ru=-2.0) == EN
    assert recognised("one two three", RU, en=0.9, ru=-3.0) == RU
    assert recognised("one two three", RU, en=1.1, ru=-1.8) == RU
    assert recognised("one two", RU, en=SURELY, ru=NEVER) == RU


def test_numbers_and_signs_are_in_no_language() -> None:
    """Whatever the weights make of nothing."""
    assert recognised("112 +++", None, en=SURELY, ru=NEVER) is None


def test_the_script_of_the_text_decides_between_two_of_a_language() -> None:
    """Both have the same letters' odds."""
    assert recognised("men ishlayman", None, uz=SURELY, en=NEVER) == LATIN
    assert recognised("мен ишлайман", None, uz=SURELY, en=NEVER) == CYRILLIC
