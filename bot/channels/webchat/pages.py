"""The pages, rendered from the log; each works without JavaScript."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import jinja2
from starlette.requests import Request

from bot.channels.webchat import sound
from bot.channels.webchat.phrases import SECTIONS
from bot.channels.webchat.stream import choices_of, own_id
from bot.dialogue.values import Locale, text
from bot.l10n.wording import Wording
from bot.service.records import LogLine

LOCALES = (Locale("ky"), Locale("ru"), Locale("en"))
"""Where nobody says which the Book has; in the order of the buttons on the first screen."""
ERRORS = {"long": "web-error-long", "empty": "web-error-empty", "store": "web-error-store"}
PARAGRAPHS = re.compile(r"\n\s*\n")


class Pages:
    """Renders every page. `demo` puts a plain sentence on top that nobody answers here.

    `locales` are those of the Book, in the order of the buttons on the first screen.
    """

    def __init__(
        self, wording: Wording, *, demo: bool, locales: Sequence[Locale] = LOCALES
    ) -> None:
        self._wording = wording
        self._demo = demo
        self._locales = tuple(locales)
        self._templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def first(self, locale: Locale) -> str:
        """Return the first screen: a greeting and a button in each language, no conversation."""
        return self._render("first.html", locale, id=uuid.uuid4())

    def chat(
        self, locale: Locale, lines: Sequence[LogLine], *, error: str = "", draft: str = ""
    ) -> str:
        """Return the conversation, with the choices of the last line that has any."""
        offered = next((line.choices for line in reversed(lines) if line.choices), ())
        return self._render(
            "chat.html",
            locale,
            lines=[_shown(line) for line in lines],
            choices=choices_of(offered),
            first=lines[0].seq if lines else 0,
            last=lines[-1].seq if lines else 0,
            ids=(uuid.uuid4(), uuid.uuid4()),
            error=self.error(error, locale) if error else "",
            draft=draft,
        )

    def phrases(self, locale: Locale) -> str:
        """Return the neutral page: a phrasebook with no word about us."""
        return self._render("phrases.html", locale)

    def notice(self, locale: Locale, message: str) -> str:
        """Return a page with one sentence."""
        return self._render("notice.html", locale, message=message)

    def error(self, code: str, locale: Locale) -> str:
        """Return the sentence for a refusal's code."""
        return self._wording.render(text(ERRORS.get(code, "web-error-other")), locale)

    def accepted(self, request: Request) -> Locale:
        """Return the best of our languages for a browser's Accept-Language."""
        ranked = _ranked(request.headers.get("accept-language", ""))
        wanted = sorted(ranked, key=lambda pair: -pair[1])
        ours = (self._nearest(tag) for tag, _ in wanted)
        return next((one for one in ours if one is not None), self._locales[0])

    def known(self, locale: str | None) -> Locale | None:
        """Return the locale of a hint if it is one of ours."""
        return next((one for one in self._locales if one == locale), None)

    def _nearest(self, tag: str) -> Locale | None:
        """Return the locale of a tag: its own script if we have it, else the first of ours."""
        base = tag.partition("-")[0]
        alike = [one for one in self._locales if one.lower().partition("-")[0] == base]
        named = (one for one in alike if tag.startswith(one.lower()))
        return next(named, alike[0] if alike else None)

    def _render(self, template: str, locale: Locale, **values: Any) -> str:
        def say(message: str, other: Locale | None = None, **args: str | int) -> str:
            return self._wording.render(text(message, **args), other or locale)

        return self._templates.get_template(template).render(
            say=say,
            locale=locale,
            locales=self._locales,
            sections=SECTIONS,
            demo=self._demo,
            **values,
        )


def _shown(line: LogLine) -> dict[str, object]:
    paragraphs = [part for block in line.blocks for part in PARAGRAPHS.split(block) if part]
    return {
        "seq": line.seq,
        "source": line.source.value,
        "own": own_id(line),
        "paragraphs": paragraphs,
        "sound": sound.address(line.audio),
    }


def _ranked(accepted: str) -> list[tuple[str, float]]:
    """Return language tags with their weights; what cannot be read weighs nothing."""
    ranked = []
    for part in accepted[:500].split(","):
        tag, _, weight = part.partition(";")
        match = re.fullmatch(r"\s*q=([01](?:\.\d{0,3})?)\s*", weight) if weight else None
        heavy = float(match[1]) if match else (0.0 if weight else 1.0)
        ranked.append((tag.strip().lower(), heavy))
    return ranked
