"""Effects become one `Commit`: final words, rendered once, and every change of the turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from bot.dialogue import nodes
from bot.dialogue.book import Book, node_hash
from bot.dialogue.effects import (
    Alert,
    CloseTicket,
    Count,
    Forget,
    OpenTicket,
    RaiseTicket,
    RecordAnswers,
    RelayToOperator,
    RelayToVisitor,
    RingOnCall,
    Say,
    SetTimer,
    Slot,
    Wipe,
)
from bot.dialogue.events import Event, VisitorChose, VisitorSaid
from bot.dialogue.screens import choices, screen
from bot.dialogue.turn import Scene, Turn
from bot.dialogue.values import Form, Locale, Moment, Offered
from bot.l10n.wording import Wording
from bot.service import wire
from bot.service.designations import designation
from bot.service.ports import Button, Commit, Loaded, Outbound, Outgoing, Source


def perform(  # noqa: C901, PLR0912 -- one arm an effect
    turn: Turn, loaded: Loaded, moment: Moment, wording: Wording, said: Sequence[str] = ()
) -> Commit:
    """Return all that the turn changes. mypy refuses an effect without an arm."""
    commit = Commit(
        conversation=loaded.conversation,
        inbox=loaded.inbox,
        at=moment.now,
        expected=loaded.session.version,
        session=turn.session,
        said=tuple(said),
        designation=designation(moment.draw("designation")),
    )
    for effect in turn.effects:
        match effect:
            case Say():
                commit = _out(
                    commit, say(effect, turn.session.version - turn.session.since, wording)
                )
            case Alert():
                commit = _out(commit, _alert(effect, wording))
            case RelayToVisitor():
                commit = _out(commit, _relayed(effect))
            case RelayToOperator():
                commit = replace(commit, shown=True)
            case OpenTicket():
                commit = replace(commit, opened=(*commit.opened, effect))
            case RaiseTicket():
                commit = replace(commit, raised=(*commit.raised, effect))
            case CloseTicket():
                commit = replace(commit, closed=(*commit.closed, effect))
            case RingOnCall():
                commit = replace(commit, rings=(*commit.rings, effect))
            case SetTimer():
                commit = replace(commit, timers=(*commit.timers, effect))
            case Count():
                commit = replace(commit, counts=(*commit.counts, effect))
            case RecordAnswers():
                commit = replace(commit, answers=(*commit.answers, effect))
            case Wipe():
                commit = replace(commit, wipe=True)
            case Forget():
                commit = replace(commit, forget=True)
            case _:
                assert_never(effect)
    return commit


def _out(commit: Commit, outgoing: Outgoing) -> Commit:
    if commit.session.own_script:
        outgoing = replace(outgoing, outbound=replace(outgoing.outbound, own_script=True))
    return replace(commit, outgoing=(*commit.outgoing, outgoing))


def say(effect: Say, version: int, wording: Wording) -> Outgoing:
    """Render a `Say` into its final words."""
    blocks = tuple(wording.render(text, effect.locale, effect.form) for text in effect.blocks)
    outbound = Outbound(
        blocks=tuple(block for block in blocks if block),
        choices=_buttons(effect, version, wording),
        form=effect.form,
        slot=effect.slot,
        quiet=effect.quiet,
        protected=effect.protected,
        audio=effect.audio,
    )
    return Outgoing(outbound, Source.BOT, urgent=effect.urgent)


def _buttons(effect: Say, version: int, wording: Wording) -> tuple[Button, ...]:
    """A short form that has its own wording names its digits itself."""
    if effect.form is not Form.LONG and _speaks_for_itself(effect, wording):
        return ()
    node = node_hash(effect.node or nodes.MENU)
    return tuple(
        _button(offered, effect.locale, wording, wire.data(version, node, offered.id))
        for offered in effect.choices
    )


def _speaks_for_itself(effect: Say, wording: Wording) -> bool:
    return any(wording.has(f"{text.id}.{effect.form}", effect.locale) for text in effect.blocks)


def _button(offered: Offered, locale: Locale, wording: Wording, data: str) -> Button:
    return Button(offered.id, offered.key, wording.render(offered.label, locale), data)


def _alert(effect: Alert, wording: Wording) -> Outgoing:
    words = wording.render(effect.block, effect.locale, Form.LINE)
    return Outgoing(Outbound((words,), form=Form.LINE, alert=True), Source.BOT)


def _relayed(effect: RelayToVisitor) -> Outgoing:
    outbound = Outbound((effect.text,), slot=Slot.NOTICE)
    return Outgoing(outbound, Source.OPERATOR, id=effect.id)


def visitors_words(
    book: Book, loaded: Loaded, event: Event, moment: Moment, wording: Wording
) -> tuple[str, ...]:
    """Return what the log keeps of the visitor's side: words, or the label of a button."""
    if isinstance(event, VisitorSaid):
        return () if event.text.startswith("/") or not event.text.strip() else (event.text,)
    if not isinstance(event, VisitorChose):
        return ()
    session = loaded.session
    scene = Scene(book, moment, session.locale or book.locales[0])
    present = screen(scene, session, session.node)
    if present is None or node_hash(present.id) != event.node:
        return ()
    label = next((c.label for c in choices(session, present) if c.id == event.choice), None)
    return (wording.label(label, scene.locale),) if label else ()


def effects_of(turn: Turn) -> tuple[str, ...]:
    """Return the names of the effects of a turn, for logs and golden conversations."""
    return tuple(type(effect).__name__ for effect in turn.effects)
