from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.dialogue.effects import Count, RecordAnswers
from bot.dialogue.values import AssessmentId, ItemId, Locale
from bot.service.records import ConversationId
from bot.store.memory import MemoryStore
from bot.store.sqlite import SqliteStore
from tests.store.scene import NOW, said, take_turn, turn, waiting

Engine = MemoryStore | SqliteStore


async def test_counters_grow_by_the_day(store: Engine) -> None:
    """From turns and from outside of them; they outlive every conversation."""
    twice = (Count("card", "x"), Count("card", "x"), Count("start"))
    await take_turn(store, said(), counts=twice)
    await store.count(NOW + timedelta(days=1), "start", "")
    await take_turn(store, said(), forget=True)
    assert await store.counts() == {
        ("2026-11-21", "card", "x"): 2,
        ("2026-11-21", "start", ""): 1,
        ("2026-11-22", "start", ""): 1,
    }


async def test_answers_are_kept_with_their_week_alone(store: Engine) -> None:
    """Nothing leads from them to a conversation."""
    answers = ((ItemId("b"), "yes"), (ItemId("a"), "skip"))
    record = RecordAnswers(AssessmentId("indicators"), 1, answers)
    await take_turn(store, said(), answers=(record,))
    assert list(await store.answers()) == [("2026-W47", record)]


async def test_the_language_of_a_conversation(store: Engine) -> None:
    """None before it was chosen, and for a conversation that is not there."""
    loaded = await waiting(store, said())
    assert await store.locale(loaded.conversation) is None
    await store.commit(turn(loaded, session=replace(loaded.session, locale=Locale("ky"))))
    assert await store.locale(loaded.conversation) == "ky"
    assert await store.locale(ConversationId("0" * 32)) is None
