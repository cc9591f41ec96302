"""What was learned from sentences: it is fresh, it hears the unforeseen, it doubts a phrase."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.reading import (
    NOTHING,
    Danger,
    DangerLevel,
    Offer,
    OfferLevel,
    Reading,
    Sign,
    Topic,
)
from bot.dialogue.values import CardId, Locale
from bot.understanding import Reader, weights
from bot.understanding.evidence import VERSION, evidence, spelled
from bot.understanding.topics import PRIVATE
from bot.understanding.utterance import hear
from bot.understanding.weights import Scores, Weights
from tests.understanding.banks import LOCALES, texts
from tests.understanding.figures import load_unseen
from training.learn import Evidence, labels, scores, table
from training.sentences import DANGER, INNOCENT, TROUBLES, Sentence, digest, sentences

QUIET = "the bus to the market goes at nine"
EN = Locale("en")


def test_the_weights_were_made_from_the_sentences_at_hand() -> None:
    """Whoever changes a sentence must learn anew: `make train`."""
    assert weights.read().made_from == digest()


def test_no_sentence_is_taught_as_two_things() -> None:
    """A text that is danger in one list and harmless in another teaches nothing."""
    kinds: dict[str, set[bool]] = {}
    for one in sentences():
        if one.kind in {DANGER, INNOCENT}:
            kinds.setdefault(one.text.casefold(), set()).add(one.kind == INNOCENT)
    assert [text for text, harmless in kinds.items() if len(harmless) > 1] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_what_measures_the_reader_did_not_teach_it(locale: Locale) -> None:
    """Figures from sentences that were learned by heart would say nothing."""
    learned = {" ".join(one.text.casefold().split()) for one in sentences()}
    kept_apart = {" ".join(text.casefold().split()) for text in load_unseen(locale)}
    assert len(kept_apart) > 100
    assert kept_apart & learned == set()


def taught(*lessons: tuple[str, set[str]]) -> Scores:
    """Return what sentences with these signs teach of each sign."""
    known = [Sentence(text, DANGER, EN, frozenset(signs)) for text, signs in lessons]
    shown = shown_of([text for text, _ in lessons])
    names = {sign for _, signs in lessons for sign in signs}
    return scores(known, shown, labels(names, TROUBLES), firm=20.0, balanced=True)


def shown_of(every: list[str]) -> Evidence:
    return table([evidence(hear(text), []) for text in every], 1 << 12)


def test_a_sign_is_learned_from_what_is_shown_and_the_same_each_time() -> None:
    """Words it saw with a sign speak for it, also beside unknown ones."""
    lessons = (
        ("locked in a cellar", {"confinement"}),
        ("he beat me in a cellar", {"confinement", "violence"}),
        ("she beat me with a stick", {"violence"}),
        (QUIET, set[str]()),
    )
    first, second = taught(*lessons), taught(*lessons)
    heard = first.of(evidence(hear("we sit locked in some cellar"), []))

    assert first == second
    assert heard["confinement"] > 0 > heard["violence"]


def test_evidence_is_scaled_as_it_will_be_when_it_is_heard() -> None:
    """What scikit-learn decides on the table, `Scores` decides on the evidence, to a byte."""
    every = ["locked in a cellar", "beaten in a cellar", QUIET, "which bus goes to the market"]
    made = taught(*[(text, {"held"} if "cellar" in text else set[str]()) for text in every])
    odds = [made.of(evidence(hear(text), []))["held"] for text in every]
    assert [each > 0 for each in odds] == [True, True, False, False]


def test_what_phrases_say_is_evidence_beside_the_words() -> None:
    """Each kind, flag and topic of theirs, and how grave they find it."""
    said = Reading(
        danger=Danger(DangerLevel.CONCERN, (Sign.DEBT,)),
        topics=(Topic(CardId("wages"), 0.8),),
        offer=Offer(OfferLevel.CAUTION, ("RF11",)),
    )
    heard = hear(QUIET)
    plain, more = (set(evidence(heard, [], each)) for each in (NOTHING, said))
    # Level and kind of danger, both together, level and flag of the offer, topic and its place.
    assert (len(plain - more), len(more - plain)) == (2, 7)


def test_numbers_are_in_no_language() -> None:
    """A pay or a telephone number stands in texts of all of them."""
    assert spelled(hear("3000 112")) == []
    assert spelled(hear("market 3000")) == spelled(hear("market"))


def test_of_a_long_story_both_ends_are_evidence() -> None:
    """What lies between is left: the work has a bound."""
    start, end = "market " * 60, "bread " * 60
    river, stone = (evidence(hear(f"{start}{word * 60}{end}"), []) for word in ("river ", "stone "))
    assert river == stone
    assert river != evidence(hear(f"{start}river river"), [])


def test_private_topics_are_not_guessed(reader: Reader) -> None:
    """Who asks where to buy a thing is not asked about sex work on a phone that others read."""
    assert not PRIVATE & {one.id for one in reader.read("где купить симку").topics}


def test_weights_come_back_as_they_were_kept(tmp_path: Path) -> None:
    """A byte a weight."""
    kept = weights.read()
    kept.write(tmp_path / "learned")
    assert weights.read(tmp_path / "learned") == kept


def test_weights_of_other_evidence_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """They would be noise, and nobody would notice."""
    monkeypatch.setattr(weights, "VERSION", VERSION + 1)
    with pytest.raises(ValueError, match="make train"):
        weights.read()


def silent(kept: Weights) -> Weights:
    """Return weights that say no to everything."""
    parts = {name: _silent(getattr(kept, name)) for name in weights.PARTS}
    return Weights(kept.made_from, **parts)


def _silent(kept: Scores) -> Scores:
    nothing = bytes(len(kept.weights))
    return Scores.laid_out(kept.names, (-30.0,) * len(kept.names), kept.scale, nothing)


@given(st.lists(st.integers(0, 3), max_size=1200))
def test_rows_that_are_added_at_once_are_each_counted(found: list[int]) -> None:
    """However many there are, and however large."""
    rows = [(127, -127), (-127, 127), (1, 0), (-3, 5)]
    kept = b"".join(each.to_bytes(1, signed=True) for row in rows for each in row)
    scores = Scores.laid_out(("a", "b"), (0.0, 0.0), (1.0, 1.0), kept)
    wanted = [sum(rows[piece][name] for piece in found) for name in (0, 1)]
    share = max(1, len(found)) ** 0.5
    assert list(scores.of(found).values()) == pytest.approx([each / share for each in wanted])


@pytest.mark.parametrize(
    "text",
    [
        "сестра пишет ее вторую неделю не выпускают со склада и не кормят",
        "uch kundan beri omborda qamalganmiz, suv ham bermayapti",
        "the foreman burns us with cigarettes when we are slow",
    ],
)
def test_a_phrase_counts_only_where_not_all_else_speaks_against_it(
    reader: Reader, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both are weighed together (safety.md 1.4)."""
    assert reader.read(text).danger.level is DangerLevel.DANGER
    monkeypatch.setattr(reader, "_weights", silent(weights.read()))
    assert reader.read(text).danger.level is not DangerLevel.DANGER


def test_wanting_to_die_is_heard_without_its_phrase(reader: Reader) -> None:
    """The sign chooses the answer."""
    found = reader.read("the pills are on the table, i wrote the letter to mama, tonight i finish")
    assert found.danger.level is DangerLevel.DANGER
    assert Sign.SUICIDE in found.danger.signs


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("the lady says dont tell your mother, ticket is for tomorrow morning, just come", "RF19"),
        ("они говорят лети по туристической визе а на месте оформим рабочую", "RF14"),
        ("паспортуңузду агентке бересиз, ал жакта кайтарып беребиз дейт", "RF13"),
    ],
)
def test_an_offer_is_flagged_as_it_is_told(reader: Reader, text: str, flag: str) -> None:
    """In words that no phrase foresaw."""
    offer = reader.read(text).offer
    assert offer.level is OfferLevel.HIGH
    assert flag in offer.flags


def test_of_two_words_nothing_is_guessed(reader: Reader) -> None:
    """A menu word must not become an alarm."""
    assert reader.read("blood knife").danger.level is not DangerLevel.DANGER
    assert reader.read("ok").topics == ()


def test_noise_is_no_danger(reader: Reader) -> None:
    """Letters that mean nothing, a number, one letter held down: no alarm, and no guess."""
    noise = [f"xyzzy {number} {'y' * 6000}" for number in range(100)]
    levels = {reader.read(text).danger.level for text in noise}
    assert levels == {DangerLevel.NONE}


def test_ordinary_talk_of_every_locale_rarely_rings(reader: Reader) -> None:
    """Two in a hundred at most, over all (safety.md 1.8)."""
    every = [text for locale in LOCALES for text in texts("ordinary", locale)]
    loud = [text for text in every if reader.read(text).danger.level is DangerLevel.DANGER]
    assert len(loud) <= len(every) // 50
