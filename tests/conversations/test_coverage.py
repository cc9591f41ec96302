from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import get_args

from bot.dialogue import nodes
from bot.dialogue.book import Act
from bot.dialogue.effects import Effect
from tests.conversations.script import names, read, rules
from tests.conversations.stage import Beat, library, play

LEAST = 48


@cache
def beats() -> tuple[Beat, ...]:
    return tuple(beat for name in names() for beat in play(read(name)))


def places() -> frozenset[str]:
    stood = {str(beat.after.node) for beat in beats()}
    return frozenset(stood | {str(say.node) for beat in beats() for say, _ in beat.spoken})


def acts() -> Iterator[Act]:
    yield from (beat.choice.act for beat in beats() if beat.choice and beat.choice.act)


def test_there_are_conversations_in_every_language_and_on_every_channel() -> None:
    """Each of the nine pairs has some."""
    scripts = [read(name) for name in names()]
    assert len(scripts) >= LEAST
    spoken = {
        (say.locale, one.channel) for one in scripts for b in play(one) for say, _ in b.spoken
    }
    wanted = {(la, ch) for la in library().book.locales for ch in ("web", "telegram", "sms")}
    assert not wanted - spoken


def test_every_rule_of_safety_is_shown_by_a_conversation() -> None:
    """And no conversation names a rule that is none."""
    named = {rule for name in names() for rule in read(name).rules}
    assert named == set(rules())


def test_every_act_of_the_content_is_chosen_in_a_conversation() -> None:
    """By its digit, its word or its button."""
    assert set(Act) - set(acts()) == set()


def test_every_effect_of_the_core_comes_of_a_conversation() -> None:
    """Whatever the shell must carry out is seen at least once."""
    seen = {type(effect) for beat in beats() for effect in beat.effects}
    assert set(get_args(Effect)) == seen


def test_every_screen_the_core_needs_is_walked() -> None:
    """Stood on, or said."""
    assert nodes.REQUIRED - places() == set()


def test_every_screen_besides_the_cards_is_walked() -> None:
    """Introductions and results too; cards are shown in every form by `test_invariants`."""
    book = library().book
    wanted = {str(name) for name in book.nodes if not name.startswith("card.")}
    wanted |= {str(place(a)) for a in book.assessments for place in (nodes.intro, nodes.result)}
    wanted |= {str(nodes.more(a.id)) for a in book.assessments.values() if a.short}
    assert wanted - places() == set()
