from __future__ import annotations

import difflib

import pytest

from tests.conversations.script import names, read, write, written
from tests.conversations.stage import outcome, play


@pytest.mark.parametrize("name", names())
def test_a_conversation_goes_as_it_was_read_last(name: str, *, update: bool) -> None:
    """Every word, choice and effect is as its file says; `--update` keeps the new ones."""
    script = read(name)
    outcomes = [outcome(beat) for beat in play(script)]
    if update:
        write(name, written(script, outcomes))
        return
    kept = [step.get("then") for step in script.steps]
    assert outcomes == kept, _difference(
        written(script, [then or {} for then in kept]), written(script, outcomes)
    )


def _difference(kept: str, now: str) -> str:
    lines = difflib.unified_diff(kept.splitlines(), now.splitlines(), "kept", "now", lineterm="")
    return "\n".join(("keep it with --update if it reads well:", *lines))
