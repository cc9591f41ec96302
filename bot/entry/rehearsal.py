"""A conversation with the core alone: no network, no stored data. For `say`, `chat`, goldens."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.dialogue.book import node_hash
from bot.dialogue.effects import Effect, Forget, RelayToVisitor, Say, SetTimer
from bot.dialogue.engine import Turn, advance
from bot.dialogue.events import (
    Departure,
    Event,
    OperatorJoined,
    OperatorLeft,
    OperatorSaid,
    TimerFired,
    VisitorChose,
    VisitorSaid,
)
from bot.dialogue.mishap import apologise
from bot.dialogue.nodes import MENU
from bot.dialogue.reading import DangerLevel
from bot.dialogue.session import FRESH, Session
from bot.dialogue.values import (
    CAPABILITIES,
    ChannelKind,
    ChoiceId,
    DeskFacts,
    Form,
    Locale,
    Moment,
    Offered,
    TicketId,
)
from bot.service.desk_hours import next_opening
from bot.service.perform import say
from bot.service.receive import Library
from bot.service.records import Outgoing


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
    wishes: tuple[str, ...] = ()
    """What the operators on duty can offer besides "anyone"."""
    wait: timedelta | None = None
    """The honest expected wait, if there is a figure."""
    _timers: dict[tuple[str, str], SetTimer] = field(default_factory=dict, repr=False)
    _shown: list[tuple[int, Say]] = field(default_factory=list, repr=False)
    _ticket: TicketId | None = field(default=None, repr=False)

    def choose_language(self, locale: Locale) -> None:
        """Begin as someone who has chosen a language already."""
        self.session = replace(self.session, locale=locale)

    def hear(self, words: str) -> tuple[Effect, ...]:
        """Let the visitor type a line."""
        reading = self.library.reader.read(words, self.session.locale)
        return self.take(VisitorSaid(words, reading))

    def press(self, choice: str) -> tuple[Effect, ...]:
        """Press a button: of the last screen that has it. Raises LookupError if none has."""
        return self.take(self.button(choice))

    def button(self, choice: str) -> VisitorChose:
        """Return the event of that button. Raises LookupError if no screen has it."""
        for version, said in reversed(self._shown):
            if any(offered.id == choice for offered in said.choices):
                return VisitorChose(ChoiceId(choice), node_hash(said.node or MENU), version)
        raise LookupError(f"no screen so far has the choice {choice}")

    def offered(self) -> tuple[Offered, ...]:
        """Return the choices of the last message that has any."""
        last = next((said for _, said in reversed(self._shown) if said.choices), None)
        return last.choices if last else ()

    def join(self) -> tuple[Effect, ...]:
        """Let an operator take the ticket. Raises LookupError while there is none."""
        return self.take(OperatorJoined(self.ticket))

    def answer(self, words: str) -> tuple[Effect, ...]:
        """Let the operator write. Raises LookupError while there is no ticket."""
        return self.take(OperatorSaid(self.ticket, f"words-{self.turns}", words))

    def leave(self, why: Departure) -> tuple[Effect, ...]:
        """Let the operator leave. Raises LookupError while there is no ticket."""
        return self.take(OperatorLeft(self.ticket, why))

    @property
    def ticket(self) -> TicketId:
        """The visitor's ticket, also one that ended. Raises LookupError if there was none."""
        if self._ticket is None:
            raise LookupError("there is no ticket")
        return self._ticket

    def take(self, event: Event) -> tuple[Effect, ...]:
        """Advance by any event; return its effects."""
        return self._turn(advance(self.library.book, self.session, event, self._next()))

    def stumble(self, words: str) -> tuple[Effect, ...]:
        """Let the visitor type a line that an internal error keeps from being understood."""
        reading = self.library.reader.read(words, self.session.locale)
        danger = reading.danger.level is DangerLevel.DANGER
        book = self.library.book
        return self._turn(apologise(book, self.session, self._next(), danger=danger))

    def pass_time(self, by: timedelta) -> tuple[Effect, ...]:
        """Move the clock; fire what comes due on the way, in order, and return its effects."""
        until = self.at + by
        effects: tuple[Effect, ...] = ()
        while (due := self._due(until)) is not None:
            self.at = max(self.at, due.at)
            effects += self.take(TimerFired(due.kind, due.key))
        self.at = until
        return effects

    def _due(self, until: datetime) -> SetTimer | None:
        first = min(self._timers.values(), key=lambda timer: timer.at, default=None)
        if first is None or first.at > until:
            return None
        return self._timers.pop((first.kind, first.key))

    def _next(self) -> Moment:
        self.turns += 1
        return self.moment()

    def _turn(self, turn: Turn) -> tuple[Effect, ...]:
        self.session = turn.session
        if turn.session.handoff is not None:
            self._ticket = turn.session.handoff.ticket
        for effect in turn.effects:
            self._note(effect)
        return turn.effects

    def _note(self, effect: Effect) -> None:
        """Remember what buttons and timers there are; whoever is forgotten has no timer."""
        match effect:
            case Say():
                self._shown.append((self.session.version, effect))
            case SetTimer():
                self._timers[effect.kind, effect.key] = effect
            case Forget():
                self._timers.clear()
            case _:
                pass

    def moment(self) -> Moment:
        """Return the moment of the present turn."""
        drawn = hmac.digest(self.seed, str(self.turns).encode(), hashlib.sha256)
        return Moment(self.at, CAPABILITIES[self.channel], drawn, self._desk())

    def _desk(self) -> DeskFacts:
        if self.desk_open:
            held = self.session.handoff
            place = None if held is not None and held.joined else 1
            return DeskFacts(
                1, open_now=True, place=place, expected_wait=self.wait, wishes=self.wishes
            )
        return DeskFacts(next_open=next_opening(self.library.book.desk, self.at))

    def spoken(self, effects: tuple[Effect, ...]) -> tuple[tuple[Say, Outgoing], ...]:
        """Return what the visitor sees of these effects, rendered."""
        return tuple(self._spoken(effects))

    def _spoken(self, effects: tuple[Effect, ...]) -> Iterator[tuple[Say, Outgoing]]:
        for effect in effects:
            if isinstance(effect, Say):
                yield effect, say(effect, self.session.version, self.library.wording)

    @staticmethod
    def relayed(effects: tuple[Effect, ...]) -> tuple[str, ...]:
        """Return the operator's words among these effects."""
        return tuple(e.text for e in effects if isinstance(e, RelayToVisitor))

    @property
    def form(self) -> Form:
        """How much room this channel gives."""
        return CAPABILITIES[self.channel].form
