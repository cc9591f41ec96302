"""What was learned from sentences: it is fresh, it hears the unforeseen, it doubts a phrase."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from bot.dialogue.reading import DangerLevel, Sign
from bot.entry.training import FOLDER, digest, sentences
from bot.understanding import Reader, weights
from bot.understanding.evidence import VERSION, evidence
from bot.understanding.learning import Example, chooser, judge
from bot.understanding.topics import PRIVATE
from bot.understanding.utterance import hear
from bot.understanding.weights import Weights

QUIET = "the bus to the market goes at nine"


def test_the_weights_were_made_from_the_sentences_at_hand() -> None:
    """Whoever changes a sentence must learn anew: `make train`."""
    assert weights.read().made_from == digest(FOLDER)


def test_no_sentence_is_taught_as_two_things() -> None:
    """A text that is danger in one list and harmless in another teaches nothing."""
    kinds: dict[str, set[bool]] = {}
    for one in sentences(FOLDER):
        if not one.topic and one.kind != "concern":
            kinds.setdefault(one.text.casefold(), set()).add(one.kind == "innocent")
    assert [text for text, harmless in kinds.items() if len(harmless) > 1] == []


def test_a_judge_learns_what_it_is_shown_and_the_same_each_time() -> None:
    """Words it saw in a yes make a yes, also beside unknown ones."""
    texts = [("locked in a cellar", True), ("beaten in a cellar", True), (QUIET, False)]
    examples = [Example(evidence(hear(text), []), yes) for text, yes in texts]
    first, second = judge(examples), judge(examples)

    assert first == second
    assert first.probability(evidence(hear("we sit in a cellar"), [])) > 0.5
    assert first.probability(evidence(hear("which bus goes to the market"), [])) < 0.5


def test_a_chooser_prefers_what_shares_most() -> None:
    """Best first, and every name once."""
    made = chooser([([1, 2], "visa"), ([3, 4], "wages"), ([3, 5], "wages"), ([6], "-")], 8)
    assert made.best([3], 1, over="-")[0][0] == "wages"
    (best, above), *_ = made.best([1], 3, over="-")
    assert (best, above > 0) == ("visa", True)
    assert "-" not in dict(made.best([6], 3, over="-"))


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
    nothing = {
        name: weights.Judge(-30.0, one.scale, array("b", bytes(len(one.weights))))
        for name, one in kept.judges.items()
    }
    return Weights(kept.made_from, nothing, kept.topics)


@pytest.mark.parametrize(
    "text",
    [
        "сестра пишет ее вторую неделю не выпускают со склада и не кормят",
        "uch kundan beri omborda qamalganmiz, suv ham bermayapti",
        "the foreman burns us with cigarettes when we are slow",
    ],
)
def test_a_phrase_is_a_question_only_where_all_else_speaks_against_it(
    reader: Reader, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both must agree on danger; phrases alone still bring the question (safety.md 1.4)."""
    assert reader.read(text).danger.level is DangerLevel.DANGER
    monkeypatch.setattr(reader, "_weights", silent(weights.read()))
    assert reader.read(text).danger.level is not DangerLevel.DANGER


def test_wanting_to_die_is_heard_without_its_phrase(reader: Reader) -> None:
    """The sign chooses the answer."""
    found = reader.read("the pills are on the table, i wrote the letter to mama, tonight i finish")
    assert found.danger.level is DangerLevel.DANGER
    assert Sign.SUICIDE in found.danger.signs


def test_of_two_words_nothing_is_guessed(reader: Reader) -> None:
    """A menu word must not become an alarm."""
    assert reader.read("blood knife").danger.level is not DangerLevel.DANGER
    assert reader.read("ok").topics == ()


def test_noise_is_no_danger(reader: Reader) -> None:
    """Letters that mean nothing, a number, one letter held down: no alarm, and no guess."""
    noise = [f"xyzzy {number} {'y' * 6000}" for number in range(100)]
    levels = {reader.read(text).danger.level for text in noise}
    assert levels == {DangerLevel.NONE}
