"""Flood control: too many messages of one visitor are kept, not answered; danger always is.

It limits only what one conversation is answered in a minute (safety.md 1.6): a cry for help,
a way out and everything while a person listens never meet it.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from bot.dialogue import handoff, matching, nodes
from bot.dialogue.book import Act, Book, Choice
from bot.dialogue.effects import Say, Slot
from bot.dialogue.events import Event, VisitorChose, VisitorSaid, VisitorSent
from bot.dialogue.reading import NOTHING
from bot.dialogue.screens import choices, hashed, screen
from bot.dialogue.session import Session
from bot.dialogue.turn import Scene, Turn
from bot.dialogue.values import Locale, Moment, text
from bot.service.records import ConversationId, Loaded

BURST = 30
"""Answers that one visitor can have at once: the longest assessment, pressed through in haste."""
REFILL = timedelta(minutes=1)
"""After this long without a message all of them are there again."""
REMEMBERED = 10_000
"""Conversations whose count is kept; whoever falls out of memory begins with a full one."""
NOTICE = "flood-notice"

WAYS_OUT = frozenset({"exit", "hide", "delete", "stop", "help"})
"""Typed words that work however much was written before them; "help" may be a cry."""
ACTS = frozenset(
    {Act.HIDE, Act.DELETE, Act.STOP, Act.LEAVE, Act.DANGER, Act.SILENT, Act.POLICE, Act.URGENT}
)
"""The same for what a button or its digit does."""


class Verdict(StrEnum):
    """What one message gets."""

    ANSWER = "answer"
    NOTICE = "notice"
    """One neutral line instead of an answer, once a flood."""
    KEEP = "keep"
    """Kept and shown to the person, without a word to the visitor."""


@dataclass(slots=True)
class _Bucket:
    left: float
    at: datetime
    noticed: bool = False
    inbox: int = -1
    verdict: Verdict = Verdict.ANSWER


class Flood:
    """Counts answers a conversation, in memory only; the clock is given."""

    def __init__(
        self, burst: int = BURST, refill: timedelta = REFILL, remembered: int = REMEMBERED
    ) -> None:
        self._burst = burst
        self._refill = refill
        self._remembered = remembered
        self._buckets: OrderedDict[ConversationId, _Bucket] = OrderedDict()

    def __len__(self) -> int:
        return len(self._buckets)

    def turn(self, book: Book, loaded: Loaded, event: Event, moment: Moment) -> Turn | None:
        """Return the turn of a message that gets no answer; None for the core to decide."""
        if not isinstance(event, VisitorSaid | VisitorChose | VisitorSent):
            return None
        scene = Scene(book, moment, _locale(book, loaded.session, event))
        if spared(scene, loaded.session, event):
            return None
        verdict = self.judge(loaded.conversation, loaded.inbox, moment.now)
        if verdict is Verdict.ANSWER:
            return None
        return kept(scene, loaded.session, event, notice=verdict is Verdict.NOTICE)

    def judge(self, conversation: ConversationId, inbox: int, now: datetime) -> Verdict:
        """Count one message; the same again, after a lost race, has the same verdict."""
        bucket = self._bucket(conversation, now)
        if bucket.inbox == inbox:
            return bucket.verdict
        bucket.inbox = inbox
        if bucket.left >= 1:
            bucket.left -= 1
            bucket.verdict = Verdict.ANSWER
        else:
            bucket.verdict = Verdict.KEEP if bucket.noticed else Verdict.NOTICE
            bucket.noticed = True
        return bucket.verdict

    def _bucket(self, conversation: ConversationId, now: datetime) -> _Bucket:
        bucket = self._buckets.setdefault(conversation, _Bucket(self._burst, now))
        self._buckets.move_to_end(conversation)
        if len(self._buckets) > self._remembered:
            self._buckets.popitem(last=False)
        # A clock that was set back refills nothing and blocks nothing.
        passed = max(now - bucket.at, timedelta()) / self._refill
        bucket.left = min(self._burst, bucket.left + passed * self._burst)
        bucket.at = now
        bucket.noticed = bucket.noticed and bucket.left < self._burst
        return bucket


def _locale(book: Book, session: Session, event: Event) -> Locale:
    """Chosen before hinted; the book's first language when nothing is known."""
    hint = event.hint if isinstance(event, VisitorSaid) else None
    known = (name for name in (session.locale, hint) if name in book.locales)
    return next((name for name in known if name), book.locales[0])


def spared(scene: Scene, session: Session, event: Event) -> bool:
    """Tell whether an event is answered however many came before it."""
    held = session.handoff
    if held and held.joined and not held.quiet:
        return True
    if str(session.node).startswith(nodes.DANGER_PREFIX):
        return True
    return _cry(event) or _way_out(scene, session, event)


def _cry(event: Event) -> bool:
    """Any sign counts, also of being under 18, and a mere concern."""
    return isinstance(event, VisitorSaid) and event.reading.danger != NOTHING.danger


def _way_out(scene: Scene, session: Session, event: Event) -> bool:
    chosen = _choice(scene, session, event)
    if chosen is not None:
        return chosen.act in ACTS
    if not isinstance(event, VisitorSaid):
        return False
    typed = matching.reply(event.text)
    return matching.command(scene.book.words, event.text, typed) in WAYS_OUT


def _choice(scene: Scene, session: Session, event: Event) -> Choice | None:
    """Find what was pressed, on any screen, or typed as a digit or label of the present one."""
    if isinstance(event, VisitorChose):
        stood = hashed(scene.book, event.node)
        offered = stood.choices if stood else ()
        return next((choice for choice in offered if choice.id == event.choice), None)
    present = screen(scene, session, session.node)
    if present is None or not isinstance(event, VisitorSaid):
        return None
    return matching.exact(scene.book, choices(session, present), matching.reply(event.text))


def kept(scene: Scene, session: Session, event: Event, *, notice: bool) -> Turn:
    """Move nothing; show the words to the person who may wait for them, unless hidden."""
    turn = Turn(replace(session, version=session.version + 1, book=scene.book.hash))
    if isinstance(event, VisitorSaid) and not session.hidden:
        turn = handoff.relay(turn)
    if not notice:
        return turn
    return turn.do(
        Say(
            (text(NOTICE),),
            scene.locale,
            form=scene.moment.channel.form,
            slot=Slot.NOTICE,
            quiet=True,
        )
    )
