"""Plays a script on the real content and notes what the visitor sees and what else happens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

from bot.bootstrap import CONTENT, LOCALES
from bot.content.load import load
from bot.dialogue import matching
from bot.dialogue.book import Choice, node_hash
from bot.dialogue.effects import Effect, Say, Slot
from bot.dialogue.events import (
    Departure,
    Oddity,
    SendFailed,
    TimerFired,
    TimerKind,
    VisitorChose,
    VisitorSent,
)
from bot.dialogue.hearing import LISTENING
from bot.dialogue.screens import BACK, choices, screen
from bot.dialogue.session import Session
from bot.dialogue.turn import Scene
from bot.dialogue.values import ChannelKind, Locale
from bot.entry.rehearsal import Rehearsal
from bot.l10n import gsm
from bot.l10n.translit import spoken
from bot.l10n.wording import Wording
from bot.service.plain import plain
from bot.service.receive import Library
from bot.service.records import Outgoing
from bot.understanding import Reader
from tests.conversations.script import Script, act


@dataclass(frozen=True)
class Beat:
    """What one step came to; `choice` is what it chose on its screen, if anything."""

    step: Mapping[str, Any]
    before: Session = field(repr=False)
    after: Session = field(repr=False)
    effects: tuple[Effect, ...] = field(repr=False)
    spoken: tuple[tuple[Say, Outgoing], ...] = field(repr=False)
    relayed: tuple[str, ...] = field(repr=False)
    choice: Choice | None = None


@cache
def library(content: Path = CONTENT, locales: Path = LOCALES) -> Library:
    """Return the real content; a fault in its wording raises."""
    book = load(content, locales)
    return Library(book, Wording(locales, strict=True), Reader(book))


def rehearsal(script: Script) -> Rehearsal:
    """Return the visitor with whom a script begins."""
    begun = Rehearsal(
        library(),
        ChannelKind(script.channel),
        script.moment,
        bytes.fromhex(script.seed),
        script.desk == "open",
        wishes=script.wishes,
        wait=timedelta(minutes=script.wait) if script.wait is not None else None,
    )
    if script.locale is not None:
        begun.choose_language(Locale(script.locale))
    return begun


def play(script: Script) -> Iterator[Beat]:
    """Play every step."""
    talk = rehearsal(script)
    for step in script.steps:
        before, choice = talk.session, chosen(talk, *act(step))
        effects = take(talk, *act(step))
        spoken, relayed = talk.spoken(effects), talk.relayed(effects)
        yield Beat(step, before, talk.session, effects, spoken, relayed, choice)


def take(talk: Rehearsal, name: str, value: Any) -> tuple[Effect, ...]:  # noqa: C901, PLR0912 -- one arm a kind
    """Carry out one step. Raises ValueError for one that there is not."""
    match name, value:
        case "say", str():
            return talk.hear(value)
        case "code", "typed" if talk.session.handoff is not None:
            return talk.hear(talk.session.handoff.code)
        case "press", str() if talk.channel is not ChannelKind.SMS:
            return talk.press(value)
        case "send", str():
            return talk.take(VisitorSent(Oddity(value)))
        case "operator", "joined":
            return talk.join()
        case "operator", "closed" | "returned":
            return talk.leave(Departure(value))
        case "operator", str():
            return talk.answer(value)
        case "wait", int():
            return talk.pass_time(timedelta(minutes=value))
        case "timer", str():
            return talk.take(TimerFired(TimerKind(value), ""))
        case "stumble", str():
            return talk.stumble(value)
        case "fail", "gone" | "refused":
            return talk.take(SendFailed(gone=value == "gone"))
        case "desk", "open" | "closed":
            talk.desk_open = value == "open"
            return ()
        case _:
            raise ValueError(f"no step {name}: {value!r} on {talk.channel}")


def chosen(talk: Rehearsal, name: str, value: Any) -> Choice | None:
    """Return the choice that a step takes on its screen, if it takes one."""
    scene = Scene(talk.library.book, talk.moment(), talk.session.locale or Locale("ky"))
    if name == "press" and talk.channel is not ChannelKind.SMS:
        return _pressed(scene, talk.session, talk.button(value))
    present = screen(scene, talk.session, talk.session.node)
    if name != "say" or present is None or listened(talk.session):
        return None
    offered = (*choices(talk.session, present), *_back(talk.session, present.choices))
    return matching.exact(scene.book, offered, matching.reply(value))


def _back(session: Session, offered: tuple[Choice, ...]) -> tuple[Choice, ...]:
    return () if session.trail or BACK in offered else (BACK,)


def _pressed(scene: Scene, session: Session, event: VisitorChose) -> Choice | None:
    stood = next((n for n in scene.book.nodes.values() if node_hash(n.id) == event.node), None)
    shown = screen(scene, session, session.node)
    nodes = [node for node in (shown, stood) if node and node_hash(node.id) == event.node]
    found = (c for node in nodes for c in choices(session, node) if c.id == event.choice)
    return next(found, None)


def listened(session: Session) -> bool:
    """Tell whether a person reads every word of this visitor now."""
    held = session.handoff
    return bool(held and held.joined and not held.quiet and session.node in LISTENING)


def outcome(beat: Beat) -> dict[str, Any]:
    """Return what a file keeps of a beat."""
    kept: dict[str, Any] = {"node": str(beat.after.node) if beat.after.node else None}
    if beat.spoken:
        kept["said"] = [_said(say, outgoing) for say, outgoing in beat.spoken]
    if beat.relayed:
        kept["person"] = list(beat.relayed)
    if beat.effects:
        kept["effects"] = [type(effect).__name__ for effect in beat.effects]
    return kept


def _said(say: Say, outgoing: Outgoing) -> dict[str, Any]:
    how = [] if say.slot is Slot.SCREEN else [say.slot.value]
    how += [word for word in ("urgent", "quiet", "protected") if getattr(say, word)]
    kept: dict[str, Any] = {"how": ", ".join(how)} if how else {}
    if say.form.value == "short":
        words = shown(say, outgoing)
        sent = spoken(words, say.locale)
        return {**kept, "text": words, "segments": gsm.segments(sent)}
    kept["text"] = "\n\n".join(outgoing.outbound.blocks)
    if outgoing.outbound.choices:
        kept["choices"] = [f"{button.key} {button.label}" for button in outgoing.outbound.choices]
    return kept


def shown(say: Say, outgoing: Outgoing) -> str:
    """Return the words as they leave: one text, coded plainly for SMS."""
    if say.form.value == "short":
        return gsm.normalise(plain(outgoing.outbound, separator="\n"))
    return plain(outgoing.outbound)
