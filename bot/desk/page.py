"""Pages: Jinja templates without a sentence of their own, worded by Fluent."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.dialogue.values import Arg, Locale, text
from bot.l10n.wording import Wording

HERE = Path(__file__).parent
LOCALES = (Locale("ru"), Locale("ky"), Locale("en"))
"""Languages of the staff; the first one when the browser asks for none of them."""
CANNED = "canned-"
TITLE = "-title"
FIRST = ("hello", "safe", "listen", "wait", "choice", "number")
"""Ready replies in the order a talk needs them; the rest follows by name."""
OWN = (CANNED, "guidance-")
"""Families of messages named as they are; every other message of the Desk begins with `desk-`."""


class Pages:
    """Renders templates in the language of the operator."""

    def __init__(self, wording: Wording, *, demo: bool) -> None:
        self._wording = wording
        self._jinja = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._jinja.globals.update(demo=demo, locales=LOCALES)

    def render(self, name: str, locale: Locale, context: Mapping[str, object]) -> str:
        """Return a page. `t` words a message in the operator's language."""
        template = self._jinja.get_template(name)
        return template.render(**context, locale=locale, t=partial(self.say, locale))

    def say(self, locale: Locale, message: str, **args: Arg) -> str:
        """Word one message; its name is given without the `desk-` of the files."""
        name = message if message.startswith(OWN) else f"desk-{message}"
        return self._wording.render(text(name, **args), locale)

    def canned(self, visitor: Locale, operator: Locale) -> list[tuple[str, str]]:
        """Return ready replies: a title for the operator, the words in the visitor's language."""
        titles = [name for name in self._wording.ids(LOCALES[-1]) if name.startswith(CANNED)]
        names = [name.removesuffix(TITLE) for name in titles if name.endswith(TITLE)]
        first = [CANNED + name for name in FIRST]
        names.sort(key=lambda name: (first.index(name) if name in first else len(first), name))
        return [(self.say(operator, name + TITLE), self.say(visitor, name)) for name in names]

    @staticmethod
    def choose(asked: str, accepted: str) -> Locale:
        """Return the language asked for, else the browser's first that we have."""
        wanted = [asked, *(part.split(";")[0].strip()[:2] for part in accepted.split(","))]
        return next((Locale(one) for one in wanted if one in LOCALES), LOCALES[0])
