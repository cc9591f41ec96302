"""What must hold for everything that a visitor is shown, whoever it is and wherever it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.content.checks.quiet import LOUD, NOWHERE, POLICE
from bot.dialogue import nodes
from bot.dialogue.effects import Alert, Effect, RelayToOperator, RelayToVisitor, Say, Wipe
from bot.dialogue.session import Session
from bot.dialogue.values import ChannelKind
from bot.l10n import gsm
from bot.l10n.translit import spoken
from bot.service.records import Outgoing
from tests.conversations.stage import listened, shown

HOLE = re.compile(r"[{}@]|\bNone\b|(?m:^none\b)|[:.] none\b|\bnone (?:is|-|rescue|not)\b")
"""What Fluent or a forgotten fact leaves behind."""
GAPS = re.compile(r"[ \t]{2,}|[ \t]\n| [.,;:!?](?:\s|\Z)|[ \t]\Z")
"""Where a fact was empty and the sentence was not ready for it."""
EMPTY_LINES = re.compile(r"\n[ \t]*\n[ \t]*\n|\A\s|\n\s*\Z")
VERDICTS = re.compile(
    r"(?i)traffick|exploited migrant|successful migrant|not in the table"
    r"|жертв\w+ торговли|торговл\w+ людьми|адам сатуу|адам соодасы"
)
"""The names of outcomes, in any language: shown to nobody (safety.md 4.2)."""
FAULTS = {
    "a hole": HOLE,
    "a gap": GAPS,
    "empty lines": EMPTY_LINES,
    "a verdict": VERDICTS,
    "a list of nothing": re.compile(
        r"(numbers|номера|номерлер|raqamlar|рақамҳо|рақамлар):\s*(\Z|\d )", re.IGNORECASE
    ),
}
BUTTON_BYTES = 64
EARLY = frozenset({nodes.START, nodes.PRIVACY, nodes.LANGUAGE, nodes.MENU, nodes.ERROR, nodes.ODD})
"""Screens before the visitor chose what it is about."""


def faults_of_words(say: Say, outgoing: Outgoing) -> Iterator[str]:
    """Yield what is wrong with one message; nothing of its words."""
    words = shown(say, outgoing)
    where = f"{say.node} {say.locale} {say.form}"
    for what, pattern in FAULTS.items():
        if pattern.search(words):
            yield f"{where}: {what}"
    if not words.strip():
        yield f"{where}: nothing"
    yield from _of_room(say, outgoing, words, where)
    yield from _of_first_line(say, words, where)


def _of_room(say: Say, outgoing: Outgoing, words: str, where: str) -> Iterator[str]:
    if any(len(button.data.encode()) > BUTTON_BYTES for button in outgoing.outbound.choices):
        yield f"{where}: a button carries too much"
    danger = str(say.node).startswith(nodes.DANGER_PREFIX)
    sent = spoken(words, say.locale)  # a long number may cost the text its own script
    if danger and say.form.value == "short" and gsm.segments(sent) != 1:
        yield f"{where}: {gsm.segments(sent)} segments"


def _of_first_line(say: Say, words: str, where: str) -> Iterator[str]:
    """A first sentence in danger may name what a number is; nothing else says police."""
    first = re.split(r"[.!?:\n]", words)[0]
    lists = [LOUD, NOWHERE]
    if say.node in EARLY or (say.slot.value == "danger" and say.form.value == "long"):
        lists.append(POLICE)
    for words_of in lists:
        if re.search(rf"(?i)\b({words_of[say.locale]})\b", first):
            yield f"{where}: opens loudly"


def answered(
    before: Session, after: Session, effects: tuple[Effect, ...], kind: ChannelKind
) -> bool:
    """Tell whether a visitor's message got an answer, a person's ear, or a silent way out."""
    if any(isinstance(effect, Alert | Say | RelayToVisitor | Wipe) for effect in effects):
        return True
    if kind is ChannelKind.SMS and after.stopped:
        return True
    heard = any(isinstance(effect, RelayToOperator) for effect in effects)
    return heard and (listened(before) or bool(before.handoff and before.handoff.joined))
