"""What a choice does: one arm for each act of the content."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue import asking, gates, handoff, leaving, nodes, triage
from bot.dialogue.book import Act, Choice
from bot.dialogue.effects import Count, RaiseTicket, Reply, Urgency
from bot.dialogue.screens import go
from bot.dialogue.session import Age
from bot.dialogue.turn import Scene, Turn
from bot.dialogue.values import ChoiceId, Country, Locale

AGES = {"minor": Age.MINOR, "adult": Age.ADULT}
LONGEST_WIPE = 46
"""Hours: Telegram deletes nothing that is older than 48."""
REPLIES = {"pull": Reply.PULL}

ALWAYS_MEANT = frozenset(
    {
        Act.BACK,
        Act.COUNTRY,
        Act.DANGER,
        Act.EARLIER,
        Act.HIDE,
        Act.LANGUAGE,
        Act.LEAVE,
        Act.MENU,
        Act.PEEK,
        Act.PERSON,
        Act.POLICE,
        Act.REPLY,
        Act.SILENT,
        Act.URGENT,
    }
)
"""Acts that a button of a notice or an older screen still means: they are about the open ticket
or about getting away. Any other shows the present screen."""

BY_NAME = (
    Choice(ChoiceId("hide"), "hide-label", act=Act.HIDE),
    Choice(ChoiceId("person"), "person-label", act=Act.PERSON),
    Choice(ChoiceId("menu"), "menu-label", act=Act.MENU),
)
"""What these buttons mean on a screen that is no more."""
_ANSWERED_FROM = frozenset(
    {nodes.HARM, nodes.CHILD, nodes.OTHER_PERSON, nodes.SUICIDE_NOW, nodes.SUICIDE_LATER}
)
"""Screens with numbers that ask "another country?" and are shown again for it."""


def choose(scene: Scene, turn: Turn, choice: Choice) -> Turn:
    """Carry out a choice: its act, else its way."""
    turn = turn.become(misses=0)
    if choice.act is not None:
        onward = turn.become(then=choice.goto) if choice.goto else turn
        return act(scene, onward, choice.act, choice)
    return gates.enter(scene, turn, choice.goto or nodes.MENU)


def act(scene: Scene, turn: Turn, name: Act, choice: Choice) -> Turn:  # noqa: C901, PLR0912 -- one arm an act
    """Carry out one act. mypy refuses an act without an arm."""
    value = choice.value
    match name:
        case Act.LANGUAGE:
            return language(scene, turn, Locale(value))
        case Act.AGREE:
            return gates.onward(scene, turn.become(told=True))
        case Act.PRIVATE:
            return gates.onward(scene, turn.become(private=value == "yes"))
        case Act.ASSESS:
            return gates.enter(scene, turn, asking.named(scene.book, value))
        case Act.ANSWER:
            return asking.answer(scene, turn, value)
        case Act.WHY:
            return asking.why(scene, turn)
        case Act.PAUSE:
            return asking.pause(scene, turn)
        case Act.RESUME:
            return asking.ask(scene, turn)
        case Act.RECORD:
            return asking.record(scene, turn)
        case Act.COUNTRY:
            return country(scene, turn, Country(value))
        case Act.SAFE:
            return triage.safe(scene, turn, value)
        case Act.TODAY:
            return triage.today(scene, turn, value)
        case Act.PERSON:
            return gates.enter(scene, turn, gates.PERSON)
        case Act.AGE:
            return age(scene, turn, AGES.get(value, Age.UNSAID))
        case Act.WISH:
            return gates.onward(scene, turn.become(wish=value))
        case Act.REPLY:
            return reply(scene, turn, REPLIES.get(value, Reply.HERE))
        case Act.URGENT:
            return go(scene, handoff.raise_to(turn, Urgency.HIGH), nodes.RAISED)
        case Act.EARLIER:
            return earlier(scene, turn)
        case Act.LEAVE:
            return handoff.end(scene, turn)
        case Act.POLICE:
            return go(scene, turn, nodes.POLICE)
        case Act.SILENT:
            return go(scene, turn, nodes.SILENT)
        case Act.DANGER:
            return triage.answer(scene, turn)
        case Act.PEEK:
            return triage.peek(scene, turn)
        case Act.WIPE_AFTER:
            return wipe_after(scene, turn, value)
        case Act.COMPLAIN:
            return handoff.complain(scene, turn, keep=value == "keep")
        case Act.HIDE:
            return leaving.hide(scene, turn)
        case Act.STOP:
            return leaving.stop(scene, turn)
        case Act.DELETE:
            return leaving.delete(scene, turn)
        case Act.BACK:
            return back(scene, turn)
        case Act.MENU:  # pragma: no branch -- mypy holds that this is all
            return gates.enter(scene, turn, nodes.MENU)


def language(scene: Scene, turn: Turn, locale: Locale) -> Turn:
    """Speak another language from now on, and go on to where the visitor was going."""
    if locale not in scene.book.locales:
        return go(scene, turn, nodes.LANGUAGE)
    turn = turn.become(locale=locale).do(Count("locale", locale))
    return gates.onward(replace(scene, locale=locale), turn)


def country(scene: Scene, turn: Turn, code: Country) -> Turn:
    """Remember where the visitor is; in danger the answer for that country comes at once."""
    turn = turn.become(country=code)
    trail = [place for place in turn.session.trail if place != nodes.WHERE]
    asked = turn.session.node == nodes.WHERE or nodes.WHERE in turn.session.trail[-1:]
    if asked and trail and trail[-1] in _ANSWERED_FROM:
        return go(scene, turn, trail[-1])
    if turn.session.spell is not None or turn.session.node == nodes.WHERE:
        return triage.answer(scene, turn)
    return gates.onward(scene, turn)


def age(scene: Scene, turn: Turn, said: Age) -> Turn:
    """Under 18: say what follows from it, and never keep the person waiting for it."""
    if said is not Age.MINOR:
        return gates.onward(scene, turn.become(age=said))
    turn = handoff.tell_minor(turn)
    turn = go(scene, turn, nodes.MINOR)
    return gates.onward(scene, turn) if turn.session.then == gates.PERSON else turn


def wipe_after(scene: Scene, turn: Turn, hours: str) -> Turn:
    """Clear the screen by itself after so many hours without a word."""
    turn = turn.become(
        wipe_hours=min(int(hours), LONGEST_WIPE) if hours.isdecimal() else LONGEST_WIPE,
        wipe_at=None,
    )
    return go(scene, leaving.keep_time(scene, turn), nodes.WIPE_SET)


def reply(scene: Scene, turn: Turn, wish: Reply) -> Turn:
    """Answer here, or only when the visitor writes first (safety.md 7)."""
    held = turn.session.handoff
    if held is None:
        return gates.enter(scene, turn, gates.PERSON)
    turn = turn.become(handoff=replace(held, reply=wish)).do(RaiseTicket(held.ticket, reply=wish))
    return go(scene, turn, nodes.KEPT_WORDS)


def earlier(scene: Scene, turn: Turn) -> Turn:
    """Let the operator read what was said before; only after this very yes."""
    held = turn.session.handoff
    if held is None:
        return gates.enter(scene, turn, gates.PERSON)
    turn = turn.become(handoff=replace(held, earlier=True))
    return handoff.waiting(scene, turn.do(RaiseTicket(held.ticket, earlier=True)))


def back(scene: Scene, turn: Turn) -> Turn:
    """Go to the screen before this one, or to the menu."""
    trail = turn.session.trail
    if not trail:
        return gates.enter(scene, turn, nodes.MENU)
    turn = turn.become(node=None, trail=trail[:-1])
    return gates.enter(scene, turn, trail[-1])
