"""Effects become one `Commit`: final words, rendered once, and every change of the turn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import assert_never

from bot.dialogue import nodes
from bot.dialogue.book import Book, node_hash
from bot.dialogue.effects import (
    Alert,
    CloseTicket,
    Count,
    Effect,
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
from bot.service.records import Button, Commit, Loaded, Outbound, Outgoing, Source


@dataclass(slots=True)
class _Changes:
    """What effects add up to, until the one `Commit` is made of it."""

    outgoing: list[Outgoing] = field(default_factory=list)
    opened: list[OpenTicket] = field(default_factory=list)
    raised: list[RaiseTicket] = field(default_factory=list)
    closed: list[CloseTicket] = field(default_factory=list)
    timers: list[SetTimer] = field(default_factory=list)
    rings: list[RingOnCall] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    answers: list[RecordAnswers] = field(default_factory=list)
    shown: bool = False
    wipe: bool = False
    forget: bool = False


def perform(
    turn: Turn, loaded: Loaded, moment: Moment, wording: Wording, said: Sequence[str] = ()
) -> Commit:
    """Return all that the turn changes."""
    changes = _Changes()
    for effect in turn.effects:
        _add(changes, effect, turn.session.version - turn.session.since, wording)
    return Commit(
        conversation=loaded.conversation,
        inbox=loaded.inbox,
        at=moment.now,
        expected=loaded.session.version,
        session=turn.session,
        said=tuple(said),
        shown=changes.shown,
        outgoing=tuple(changes.outgoing),
        opened=tuple(changes.opened),
        raised=tuple(changes.raised),
        closed=tuple(changes.closed),
        timers=tuple(changes.timers),
        rings=tuple(changes.rings),
        counts=tuple(changes.counts),
        answers=tuple(changes.answers),
        designation=designation(moment.draw("designation")) if changes.opened else "",
        wipe=changes.wipe,
        forget=changes.forget,
    )


def _add(  # noqa: C901, PLR0912 -- one arm an effect
    changes: _Changes, effect: Effect, version: int, wording: Wording
) -> None:
    """Add one effect. mypy refuses an effect without an arm."""
    match effect:
        case Say():
            changes.outgoing.append(say(effect, version, wording))
        case Alert():
            changes.outgoing.append(_alert(effect, wording))
        case RelayToVisitor():
            changes.outgoing.append(_relayed(effect))
        case RelayToOperator():
            changes.shown = True
        case OpenTicket():
            changes.opened.append(effect)
        case RaiseTicket():
            changes.raised.append(effect)
        case CloseTicket():
            changes.closed.append(effect)
        case SetTimer():
            changes.timers.append(effect)
        case RingOnCall():
            changes.rings.append(effect)
        case Count():
            changes.counts.append(effect)
        case RecordAnswers():
            changes.answers.append(effect)
        case Wipe():
            changes.wipe = True
        case Forget():
            changes.forget = True
        case _:
            assert_never(effect)


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
