from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.dialogue.effects import Reply, Urgency
from bot.dialogue.reading import Sign
from bot.dialogue.session import (
    FRESH,
    SCHEMA,
    Age,
    Handoff,
    Held,
    Progress,
    Session,
    Spell,
)
from bot.dialogue.values import (
    AssessmentId,
    CardId,
    Country,
    ItemId,
    Locale,
    NodeId,
    TicketId,
)
from bot.service import sessions
from bot.service.sessions import SessionError, decode, encode

GOLDEN = Path(__file__).parent / "golden"
FULL = Session(
    since=4,
    wipe_hours=6,
    wipe_at=datetime(2026, 11, 21, 15, tzinfo=UTC),
    version=7,
    book="b00c",
    locale=Locale("ky"),
    node=NodeId("menu"),
    trail=(NodeId("start"), NodeId("menu")),
    then=NodeId("ask"),
    told=True,
    private=False,
    country=Country("RU"),
    age=Age.ADULT,
    wish="woman",
    progress=Progress(
        AssessmentId("indicators"),
        1,
        2,
        answers=((ItemId("q1"), "yes"), (ItemId("q2"), "skip")),
        paused=True,
    ),
    handoff=Handoff(
        TicketId("t-1"),
        Urgency.HIGH,
        "123456",
        joined=True,
        quiet=True,
        reply=Reply.PULL,
        awake_until=datetime(2026, 11, 21, 12, 10, tzinfo=UTC),
        earlier=True,
        held=(Held("m-1", "кош"),),
        asked=True,
        locale=Locale("ru"),
    ),
    spell=Spell("k", (Sign.CRY, Sign.MINOR), shown=2),
    suggested=(CardId("passport"),),
    about=CardId("extortion"),
    misses=1,
    hidden=True,
    unread=Handoff(TicketId("t-0"), Urgency.LOW, "654321", asked=True),
    own_script=True,
    stopped=True,
)
"""Every field differs from a fresh session; a new field is added here and in a new golden blob."""


def test_the_full_session_leaves_no_field_out() -> None:
    """Otherwise the golden blob would not tell when a field changes its meaning."""
    same = [name for name in FRESH.__slots__ if getattr(FULL, name) == getattr(FRESH, name)]
    assert same == ["schema"]


@pytest.mark.parametrize("session", [FRESH, FULL])
def test_a_session_comes_back_as_it_was(session: Session) -> None:
    """And its bytes carry the schema."""
    assert decode(encode(session)) == session
    assert json.loads(encode(session))["schema"] == SCHEMA


def test_every_schema_has_a_golden_blob_and_a_way_up() -> None:
    """Whoever raises the schema adds both."""
    blobs = {path.stem for path in GOLDEN.glob("session-*.json")}
    assert blobs == {f"session-{schema}" for schema in range(1, SCHEMA + 1)}
    assert set(sessions.UPCASTERS) == set(range(1, SCHEMA))


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("session-*.json")), ids=lambda path: path.stem)
def test_a_blob_of_any_schema_is_read(path: Path) -> None:
    """What was written then means the same today."""
    assert decode(path.read_bytes()) == FULL


def test_upcasters_are_applied_one_after_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """A blob two schemas old takes both steps."""

    def first(fields: dict[str, Any]) -> dict[str, Any]:
        return {**fields, "steps": ["first"]}

    def second(fields: dict[str, Any]) -> dict[str, Any]:
        return {**fields, "misses": len([*fields["steps"], "second"])}

    monkeypatch.setattr(sessions, "SCHEMA", SCHEMA + 2)
    monkeypatch.setattr(sessions, "UPCASTERS", {SCHEMA: first, SCHEMA + 1: second})
    after = decode(encode(FRESH))
    assert (after.schema, after.misses) == (SCHEMA + 2, 2)


@pytest.mark.parametrize(
    "blob", [b"", b"{}", b"[]", b'{"schema": 999}', b'{"schema": 0}', b'{"schema": "x"}']
)
def test_what_is_damaged_or_newer_is_refused(blob: bytes) -> None:
    """With an error of ours that shows nothing of it."""
    with pytest.raises(SessionError) as refusal:
        decode(blob)
    assert "999" not in str(refusal.value)
