"""A message that breaks the turn is set aside after five tries, and the chat goes on."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from bot import metrics
from bot.dialogue.values import Form, Locale, Text
from bot.l10n.wording import Wording
from bot.service.records import Commit, ConversationId, Loaded, Send
from tests.service.stage import AISHA, BAKYT, DANGER, Stage, said, unreadable

DEADLY = "I want to kill myself"


@pytest.fixture
def broken_words(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Break the wording of one screen: whoever is led there gets an error instead."""
    render = Wording.render

    def sometimes(self: Wording, text: Text, locale: Locale, form: Form = Form.LONG) -> str:
        if text.id == "danger-suicide":
            raise RuntimeError(text.id)
        return render(self, text, locale, form)

    monkeypatch.setattr(Wording, "render", sometimes)
    yield
    monkeypatch.undo()


def failed() -> float:
    """Return how many turns have failed so far."""
    value = metrics.REGISTRY.get_sample_value("safar_turns_total", {"outcome": "failed"})
    return value or 0.0


async def test_what_cannot_be_read_is_apologised_for_after_five_tries(stage: Stage) -> None:
    """No silence, no numbers, and what was written before and after is answered."""
    before = failed()
    await stage.accept(said("xyzzy 1"), unreadable(), said("xyzzy 2"))
    await stage.settle()

    assert failed() - before == 5
    first, apology, last = stage.shown()
    assert apology not in (first, last)
    assert "112" not in apology
    assert await stage.store.backlog(10) == ()


@pytest.mark.usefixtures("broken_words")
async def test_danger_in_a_poison_message_brings_numbers(stage: Stage) -> None:
    """The answer itself broke: the apology comes with the emergency answer (safety.md 1.7)."""
    await stage.hears(DEADLY)

    apology, numbers = stage.shown()
    assert "112" not in apology
    assert "112" in numbers


@pytest.mark.usefixtures("broken_words")
async def test_after_a_poison_message_the_chat_goes_on(stage: Stage) -> None:
    """The session moved on by one turn; the next message is answered as always."""
    await stage.hears(DEADLY)
    await stage.hears("xyzzy")

    assert len(stage.shown()) == 3
    loaded = await stage.store.load(await stage.conversation())
    assert loaded is None


@pytest.mark.usefixtures("broken_words")
async def test_poison_of_one_visitor_holds_up_nobody_else(stage: Stage) -> None:
    """Others in the same batch are answered."""
    await stage.accept(said(DEADLY), said("xyzzy", BAKYT))
    await stage.settle()

    assert len(stage.shown(BAKYT)) == 1


async def test_an_apology_that_breaks_too_leaves_the_chat_alive(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even when nothing can be worded, what is written later is taken up."""
    render = Wording.render

    def never(*_: object) -> str:
        raise RuntimeError

    monkeypatch.setattr(Wording, "render", never)
    await stage.accept(said("xyzzy 1"), said("xyzzy 2"))
    await stage.settle()
    monkeypatch.setattr(Wording, "render", render)
    await stage.hears("xyzzy 3")

    assert len(stage.shown(AISHA)) == 1
    assert await stage.store.backlog(10) == ()


async def test_a_commit_that_always_breaks_is_poison_too(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever part of the turn it is: five tries, then the apology and the next message."""
    commit = stage.store.commit

    async def refuses_danger(turn: Commit, *, claim: bool = False) -> tuple[Send, ...]:
        if turn.opened:
            raise ZeroDivisionError
        return await commit(turn, claim=claim)

    monkeypatch.setattr(stage.store, "commit", refuses_danger)
    await stage.accept(said(DANGER), said("xyzzy"))
    await stage.settle()

    apology, numbers, answer = stage.shown()
    assert "112" not in apology
    assert "112" in numbers
    assert answer
    assert await stage.store.backlog(10) == ()


async def test_what_cannot_be_loaded_is_logged_and_ends_nothing(
    stage: Stage, logged: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A damaged record of one visitor: others are answered, and the log says so."""
    load = stage.store.load
    await stage.store.accept([said("xyzzy")])
    damaged = await stage.conversation()

    async def sometimes(conversation: ConversationId) -> Loaded | None:
        if conversation == damaged:
            raise ZeroDivisionError
        return await load(conversation)

    monkeypatch.setattr(stage.store, "load", sometimes)
    await stage.hears("xyzzy")
    await stage.hears("xyzzy", BAKYT)

    assert len(stage.shown(BAKYT)) == 1
    assert "work_failed" in logged.getvalue()
