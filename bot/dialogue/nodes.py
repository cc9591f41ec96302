"""The screens the core itself goes to: content must have each of them (`safar check` holds it).

Content may add any other node; these are the contract between engine and content.
"""

from __future__ import annotations

from bot.dialogue.values import AssessmentId, CardId, ItemId, NodeId

START = NodeId("start")
PRIVACY = NodeId("privacy")
MENU = NodeId("menu")
LANGUAGE = NodeId("language")
WHO = NodeId("who")
PRIVATE = NodeId("private")
SUGGEST = NodeId("suggest")
MISSED = NodeId("missed")
MISSED_AGAIN = NodeId("missed-again")
ODD = NodeId("odd")
ERROR = NodeId("error")
OFFER_CAUTION = NodeId("offer.caution")
OFFER_HIGH = NodeId("offer.high")

WHERE = NodeId("danger.where")
HARM = NodeId("danger.harm")
SUICIDE = NodeId("danger.suicide")
SUICIDE_NOW = NodeId("danger.suicide.now")
SUICIDE_LATER = NodeId("danger.suicide.later")
CHILD = NodeId("danger.child")
OTHER_PERSON = NodeId("danger.other")
SAFE = NodeId("danger.safe")
SAFE_YES = NodeId("danger.safe.yes")
SAFE_TOPIC = NodeId("danger.safe.topic")
SILENT = NodeId("danger.silent")
POLICE = NodeId("danger.police")
DISCREET = NodeId("danger.discreet")
TAKEN_BACK = NodeId("danger.taken-back")
MINOR = NodeId("minor")

AGE = NodeId("handoff.age")
WISH = NodeId("handoff.wish")
WAITING = NodeId("handoff.waiting")
KEPT_WORDS = NodeId("handoff.kept")
NOBODY_HERE = NodeId("handoff.nobody-here")
NOBODY_CAME = NodeId("handoff.nobody-came")
RELAYED = NodeId("handoff.relayed")
RAISED = NodeId("handoff.raised")
JOINED = NodeId("handoff.joined")
WITH_PERSON = NodeId("handoff.with-person")
LEFT = NodeId("handoff.left")
RETURNED = NodeId("handoff.returned")
NO_PERSON = NodeId("handoff.no-person")
CAME_BACK = NodeId("handoff.came-back")
SAFE_TO_TEXT = NodeId("handoff.safe-to-text")
SAFE_CODE = NodeId("handoff.safe-code")
LATER = NodeId("handoff.later")
NOTHING_NEW = NodeId("handoff.nothing-new")

COMPLAIN = NodeId("complain")
COMPLAINED = NodeId("complained")
COMPLAINT_KEPT = NodeId("complained.kept")

HARD = NodeId("assess.hard")
PAUSED = NodeId("assess.paused")

WIPE_WHEN = NodeId("wipe.when")
WIPE_SET = NodeId("wipe.set")
HIDDEN = NodeId("hidden")
STOPPED = NodeId("stopped")
DELETED = NodeId("deleted")

DANGER_PREFIX = "danger."
"""Screens of danger: no gate ever stands before them."""

REQUIRED: frozenset[NodeId] = frozenset(
    NodeId(value)
    for name, value in globals().items()
    if name.isupper() and isinstance(value, str) and not value.endswith(".")
)


def card(name: CardId) -> NodeId:
    """Return the screen of a card."""
    return NodeId(f"card.{name}")


CARD_PREFIX = "card."
LISTEN_PREFIX = "listen."


def listen(name: CardId) -> NodeId:
    """Return the screen on which a card can be listened to."""
    return NodeId(f"{LISTEN_PREFIX}{name}")


def card_message(name: str) -> str:
    """Return the message of a card: to Fluent a dot would begin an attribute."""
    return f"card-{name.replace('.', '-')}"


def intro(assessment: AssessmentId) -> NodeId:
    """Return the first screen of an assessment."""
    return NodeId(f"assess.{assessment}")


def item(assessment: AssessmentId, name: ItemId) -> NodeId:
    """Return the screen of a question."""
    return NodeId(f"assess.{assessment}.{name}")


def begin(assessment: AssessmentId) -> NodeId:
    """Return the place that stands for "the first question", behind every gate."""
    return NodeId(f"assess.{assessment}.begin")


def more(assessment: AssessmentId) -> NodeId:
    """Return the screen after the short door: more questions, or finish."""
    return NodeId(f"assess.{assessment}.more")


def result(assessment: AssessmentId) -> NodeId:
    """Return the last screen of an assessment."""
    return NodeId(f"assess.{assessment}.result")


FACTS = frozenset(
    {
        "place",  # place in the queue, from 1; 0 when unknown
        "wait",  # minutes of honest expected wait; 0 when unknown
        "day",  # when the desk opens next: @day-today|tomorrow|unknown, @weekday-0..6
        "time",  # "09:00", empty when unknown
        "duty",  # yes | no: is a person on duty now
        "country",  # @country-kg ...
        "rescue",  # number for rescue and ambulance in that country, or "none"
        "rescue-name",  # @service-...
        "police",  # police-only number, or "none"
        "line",  # number of the best line that is not police, or "none"
        "line-name",  # @service-...
        "line-open",  # yes | no | unknown
        "line-opens",  # "09:00", empty when unknown
        "child",  # number of a child line, or "none"
        "code",  # six digits that bring a hidden visitor back, or "none"
        "count",  # number of questions
        "index",  # number of this question, from 1
        "minutes",  # how long the questions take
    }
)
"""Arguments that every message of a screen may use; an unknown one is an issue."""
