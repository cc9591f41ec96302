"""The oracle itself: it is silent about a good run and names each kind of bad one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.service.records import Delivery
from tests.faults.oracle import Kept, Rest, Seen, Spoken, copies, found, lost
from tests.faults.platform import Sent, Update

CHAT = "7770000001"
UPDATES = tuple(Update(number, CHAT, f"w{number}") for number in (1, 2, 3))
SENT = tuple(Sent(CHAT, "answer", str(number), wipe=False) for number in (1, 2, 3))
SPOKEN = tuple(Spoken("answer", str(number), Delivery.SENT) for number in (1, 2, 3))
KEPT = Kept(("w1", "w2", "w3"), SPOKEN, 3)
SEEN = Seen(UPDATES, SENT)
REST = Rest({CHAT: KEPT})


def kept(**change: object) -> Rest:
    """Return a store that holds something else of the chat."""
    return replace(REST, chats={CHAT: replace(KEPT, **change)})  # type: ignore[arg-type]


def test_a_good_run_has_nothing_wrong() -> None:
    """Everything once and in order."""
    assert found(SEEN, REST) == []
    assert (lost(SEEN, REST), copies(SEEN, REST)) == (0, 0)


def test_copies_within_the_bound_are_allowed() -> None:
    """One kill may double one message of each chat."""
    assert found(replace(SEEN, sent=(*SENT, SENT[2]), kills=1), REST) == []
    assert copies(replace(SEEN, sent=(*SENT, SENT[2])), REST) == 1


def test_what_was_superseded_need_not_arrive() -> None:
    """A danger answer dropped it."""
    spoken = (replace(SPOKEN[0], delivery=Delivery.SUPERSEDED), *SPOKEN[1:])
    assert found(replace(SEEN, sent=SENT[1:]), kept(spoken=spoken)) == []


@pytest.mark.parametrize(
    ("rule", "seen", "rest"),
    [
        ("A1", SEEN, kept(heard=("w1", "w2"), turns=2)),
        ("A1", SEEN, Rest({})),
        ("A2", SEEN, replace(REST, waiting=1)),
        ("A3", SEEN, kept(heard=("w1", "w2", "w2", "w3"))),
        ("A3", SEEN, kept(turns=4)),
        ("A4", replace(SEEN, sent=SENT[:2]), REST),
        ("A4", replace(SEEN, sent=(*SENT, SENT[2])), REST),
        ("A4", replace(SEEN, sent=(*SENT, SENT[2], SENT[2]), kills=1), REST),
        ("A4", SEEN, kept(spoken=(*SPOKEN[:2], replace(SPOKEN[2], delivery=Delivery.QUEUED)))),
        ("A5", SEEN, kept(heard=("w2", "w1", "w3"))),
        ("A5", replace(SEEN, sent=(SENT[1], SENT[0], SENT[2])), REST),
        ("A7", replace(SEEN, asked=frozenset({CHAT})), REST),
        ("A7", SEEN, kept(tickets=1)),
        ("A8", SEEN, replace(REST, audit=1)),
        ("A9", SEEN, replace(REST, integrity=("row 1 missing",))),
    ],
)
def test_each_violation_is_named(rule: str, seen: Seen, rest: Rest) -> None:
    """One thing wrong, that rule named."""
    assert any(fault.startswith(rule) for fault in found(seen, rest))
