"""A conversation with the core alone: no network, no stored data. For `say`, `chat`, goldens."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.dialogue.effects import Effect, RelayToVisitor, Say
from bot.dialogue.engine import Turn, advance
from bot.dialogue.events import Event, VisitorSaid
from bot.dialogue.session import FRESH, Session
from bot.dialogue.values import CAPABILITIES, ChannelKind, DeskFacts, Form, Locale, Moment
from bot.service.desk_hours import next_opening
from bot.service.perform import say
from bot.service.ports import Outgoing
from bot.service.receive import Library


@dataclass
class Rehearsal:
    """One visitor of the core. `at` and `seed` make a run repeat exactly."""

    library: Library
    channel: ChannelKind
    at: datetime
    seed: bytes = field(repr=False)
    desk_open: bool = True
    session: Session = FRESH
    turns: int = 0

    def choose_language(self, locale: Locale) -> None:
        """Begin as someone who has chosen a language already."""
        self.session = replace(self.session, locale=locale)

    def hear(self, words: str) -> tuple[Effect, ...]:
        """Let the visitor type a line."""
        reading = self.library.reader.read(words, self.session.locale)
        return self.take(VisitorSaid(words, reading))

    def take(self, event: Event) -> tuple[Effect, ...]:
        """Advance by any event; return its effects."""
        self.turns += 1
        turn: Turn = advance(self.library.book, self.session, event, self.moment())
        self.session = turn.session
        return turn.effects

    def moment(self) -> Moment:
        """Return the moment of the present turn."""
        drawn = hmac.digest(self.seed, str(self.turns).encode(), hashlib.sha256)
        return Moment(self.at, CAPABILITIES[self.channel], drawn, self._desk())

    def _desk(self) -> DeskFacts:
        if self.desk_open:
            waiting = self.session.handoff is not None and not self.session.handoff.joined
            return DeskFacts(on_duty=1, open_now=True, place=1 if waiting else None)
        return DeskFacts(next_open=next_opening(self.library.book.desk, self.at))

    def pass_time(self, by: timedelta) -> None:
        """Move the clock."""
        self.at += by

    def spoken(self, effects: tuple[Effect, ...]) -> tuple[tuple[Say, Outgoing], ...]:
        """Return what the visitor sees of these effects, rendered."""
        version = self.session.version
        words = self.library.wording
        return tuple((e, say(e, version, words)) for e in effects if isinstance(e, Say))

    @staticmethod
    def relayed(effects: tuple[Effect, ...]) -> tuple[str, ...]:
        """Return the operator's words among these effects."""
        return tuple(e.text for e in effects if isinstance(e, RelayToVisitor))

    @property
    def form(self) -> Form:
        """How much room this channel gives."""
        return CAPABILITIES[self.channel].form
