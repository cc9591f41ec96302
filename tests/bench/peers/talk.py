"""The ten messages that every peer walks: the same words, the same buttons, one pure step."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

API = os.environ.get("BENCH_API", "http://127.0.0.1:8081")
TOKEN = "123456:AAbenchbenchbenchbenchbenchbenchbench"
REDIS_PORT = int(os.environ.get("BENCH_REDIS_PORT", "6390"))
HOOK_PORT = int(os.environ.get("BENCH_HOOK_PORT", "8090"))
SECRET = "s3cret-token"
QUESTIONS = 6

_bundle = FluentBundle(["en"], use_isolating=False)
_bundle.add_resource(FluentResource((Path(__file__).parent / "words.ftl").read_text("utf-8")))

Row = tuple[tuple[str, str], ...]
"""Buttons side by side: label and data."""


def say(message: str, **args: object) -> str:
    """Return the words of a message."""
    pattern = _bundle.get_message(message).value
    words, _ = _bundle.format_pattern(pattern, args) if pattern else ("", [])
    return str(words)


LANGUAGES: Row = (("English", "lang:en"), ("Русский", "lang:ru"))


def yes_or_no() -> Row:
    """Return the buttons of a question."""
    return ((say("yes"), "yes"), (say("no"), "no"))


@dataclass(frozen=True, slots=True)
class State:
    """Where a person stands, and how many answers were yes."""

    place: str = "start"
    number: int = 0
    score: int = 0

    def dump(self) -> bytes:
        """Return the state as it is kept."""
        return f"{self.place} {self.number} {self.score}".encode()


def load(kept: bytes | None) -> State:
    """Return a kept state; nothing kept is the beginning."""
    if not kept:
        return State()
    place, number, score = kept.decode().split()
    return State(place, int(number), int(score))


def step(state: State, data: str, name: str) -> tuple[State, str, Row]:
    """Return the next state, the words and the buttons."""
    if data == "/start":
        return State("language"), say("welcome", name=name), LANGUAGES
    if state.place == "language":
        return State("question", 1), say("ask", number=1), yes_or_no()
    if state.place == "question":
        number, score = state.number + 1, state.score + (data == "yes")
        if number > QUESTIONS:
            last = State("result", number, score)
            return last, say("done", name=name), ((say("show"), "result"),)
        return State("question", number, score), say("ask", number=number), yes_or_no()
    if state.place == "result":
        after = State("talk", state.number, state.score)
        return after, say("result", score=state.score), ((say("write"), "talk"),)
    return State("person", state.number, state.score), say("person", minutes=5), ()
