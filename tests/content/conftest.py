from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.content.check import check
from bot.content.checks.messages import MADE, SERVICE_LINE, in_code
from bot.content.issues import Issue
from bot.dialogue import nodes
from bot.dialogue.matching import COMMANDS

TODAY = date(2026, 11, 21)
COUNTRIES = ["KG", "RU", "KZ", "TR", "AE", "KR", "XX"]
LOCALES = ("en", "ru", "ky")
DATED = {"source": "a page", "source_date": "2026-01"}
PERSON = {"id": "person", "label": "person-label", "act": "person"}
HIDE = {"id": "hide", "label": "hide-label", "act": "hide"}
SILENT = {"id": "silent", "label": "choice-silent", "act": "silent"}
ELSEWHERE = {"id": "where", "label": "choice-elsewhere", "goto": nodes.WHERE}
WARNING = {
    "en": "Nobody here may ask for money, sex or to meet.",
    "ru": "Никто здесь не просит денег, секса или встречи.",
    "ky": "Бул жерде эч ким акча, секс же жолугуу сурабайт.",
}


def three(act: str, *labels: str) -> list[dict[str, str]]:
    values = ("yes", "no", "unsaid")
    return [
        {"id": value, "label": label, "act": act, "value": value, "words": value}
        for value, label in zip(values, labels, strict=True)
    ]


ANSWERS = ("answer-yes", "answer-no", "choice-unsaid")


def _screens() -> dict[str, Any]:
    """Return every screen the core needs, each with a way on."""
    found: dict[str, Any] = {
        str(name): {"say": str(name).replace(".", "-"), "choices": [PERSON]}
        for name in sorted(nodes.REQUIRED)
    }
    for name, screen in found.items():
        if name.startswith("danger."):
            screen["choices"] = [PERSON, HIDE, SILENT, ELSEWHERE]
    found["danger.harm"] |= {"neutral": True, "services": ["emergency", "violence"]}
    found["danger.where"]["choices"] = [
        *(
            {
                "id": code.lower(),
                "label": f"country-{code.lower()}",
                "act": "country",
                "value": code,
            }
            for code in COUNTRIES
        ),
        {"id": "leave", "label": "choice-leave", "act": "leave", "key": "9"},
    ]
    found["danger.suicide"]["choices"] = [*three("today", *ANSWERS), PERSON]
    found["danger.safe"]["choices"] = three("safe", *ANSWERS)
    found["menu"]["choices"] = [
        PERSON,
        {"id": "papers", "label": "card-papers.title", "goto": "card.papers"},
        {"id": "check", "label": "assess-check-title", "act": "assess", "value": "check"},
    ]
    return found


def _service(country: str, number: str, need: str, police: str, publish: str = "ok") -> Any:
    row = {"country": country, "number": number, "needs": [need], "police": police}
    return {**row, "publish": publish, **DATED}


def _services() -> dict[str, Any]:
    return {
        **{f"{c.lower()}-112": _service(c, "112", "emergency", "may_come") for c in COUNTRIES},
        "kg-117": _service("KG", "117", "violence", "not_police"),
        "kg-111": _service("KG", "111", "children", "not_police"),
        "kg-102": _service("KG", "102", "police", "police"),
        "kg-held": _service("KG", "0312 555 666", "legal", "not_police", "hold"),
    }


def _assessment() -> dict[str, Any]:
    item = {"id": "locked", "ask": "ask-locked", "why": "why-locked", "indicators": ["D1.01"]}
    return {
        "id": "check",
        "version": 1,
        "kind": "indicators",
        "intro": "intro-check",
        **DATED,
        "items": [
            {**item, "danger": ["confinement"], "hard": True},
            {**item, "id": "paid", "ask": "ask-paid", "opens": ["contract"]},
        ],
        "bands": [
            {"id": "low", "floor": 0, "say": "band-low"},
            {"id": "high", "floor": 2, "say": "band-high"},
        ],
    }


def _files() -> dict[str, Any]:
    card = {**DATED, "review_by": "2027-01-01", "reviewed": None}
    return {
        "book.yaml": {"locales": list(LOCALES), "countries": COUNTRIES},
        "flows/all.yaml": {"version": 1, "nodes": _screens()},
        "cards/all.yaml": {
            "cards": {
                "papers": {**card, "law": True, "next": ["card.contract", "menu"]},
                "contract": {**card, "next": ["assess.check"]},
            }
        },
        "assessments/check.yaml": _assessment(),
        "services/all.yaml": {"services": _services()},
        "indicators.yaml": {
            "source": "a list",
            "indicators": {
                f"D{1 + n % 6}.{n // 6 + 1:02}": {
                    "dimension": f"D{1 + n % 6}",
                    "strength": "medium",
                    "label": "a sign",
                }
                for n in range(67)
            },
        },
        "words.yaml": {
            name: {"en": [name], "ru": [f"слово {name}"]}
            for name in ("yes", "no", "skip", "unsaid")
        }
        | {name: {"en": [name]} for name in COMMANDS},
        "understanding/danger.yaml": {
            "version": 1,
            "bank": "danger",
            "phrases": {
                "threat": {"en": ["they threaten me", {"text": "a knife", "strength": 0.5}]}
            },
        },
    }


def _wording() -> dict[str, str]:
    named = {
        *(choice["label"] for node in _screens().values() for choice in node["choices"]),
        *(node["say"] for node in _screens().values()),
        *(f"country-{code.lower()}" for code in COUNTRIES),
        *(f"service-{name}" for name in _services() if name != "kg-held"),
        *("ask-locked", "why-locked", "ask-paid", "intro-check", "band-low", "band-high"),
        *("assess-check-title", "to-menu", *MADE, *in_code()),
    }
    words = {name: f" {_plain(name)}." for name in named if "." not in name}
    card = "\n    .title = {0}\n    .short = Short {0}.\n    .line = Line {0}."
    return words | {
        "danger-harm": " { $rescue } rescue. { $line } is not police.",
        "card-papers": " In 2025 papers were yours." + card.format("Papers"),
        "card-contract": " Keep a copy." + card.format("Contract"),
        SERVICE_LINE: " { $number } { $name } { $police } { $open } { $checked }",
    }


def _plain(name: str) -> str:
    quiet = name.replace("police", "p").replace("suicide", "s")
    return re.sub(r"\d{3,}", "x", quiet).replace("-", " ")


@dataclass
class World:
    """A small tree of content that is right in every way, to be broken in one."""

    root: Path
    files: dict[str, Any] = field(default_factory=lambda: json.loads(json.dumps(_files())))
    words: dict[str, dict[str, str]] = field(
        default_factory=lambda: {locale: _wording() for locale in LOCALES}
    )
    raw: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for locale, warning in WARNING.items():
            self.words[locale]["handoff-joined"] = f" {warning}"

    @property
    def content(self) -> Path:
        """The folder of what is said."""
        return self.root / "content"

    @property
    def locales(self) -> Path:
        """The folder of how it is worded."""
        return self.root / "locales"

    @property
    def nodes(self) -> dict[str, Any]:
        """The screens, to be broken."""
        found: dict[str, Any] = self.files["flows/all.yaml"]["nodes"]
        return found

    def reword(self, name: str, words: str) -> None:
        """Change a message in all locales."""
        for entries in self.words.values():
            entries[name] = words

    def write(self) -> World:
        """Write all of it; `raw` files last and as they are."""
        for path, data in self.files.items():
            self._put(self.content / path, json.dumps(data, indent=1, ensure_ascii=False))
        for locale, entries in self.words.items():
            lines = (f"{name} ={words}" for name, words in sorted(entries.items()))
            self._put(self.locales / locale / "all.ftl", "\n".join(lines) + "\n")
        for path, text in self.raw.items():
            self._put(self.root / path, text)
        return self

    def issues(self) -> list[Issue]:
        """Check what was written."""
        return check(self.content, self.locales, TODAY)

    def codes(self) -> Mapping[str, Issue]:
        """Check, and keep one issue of each code."""
        return {issue.code: issue for issue in self.issues()}

    @staticmethod
    def _put(file: Path, text: str) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)
