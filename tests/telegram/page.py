"""The end-state view of a chat as a page, 360 pixels wide: for looking at what is left."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tests.telegram.fake_chats import Shown

STYLE = """
body { margin: 0; width: 360px; min-height: 640px; background: #dfe7ee; font: 15px/1.35 sans-serif }
header { background: #517da2; color: #fff; padding: 10px 14px; font-weight: 600 }
main { padding: 8px }
p { margin: 0 0 8px; padding: 7px 10px; border-radius: 10px; width: fit-content; max-width: 290px;
    white-space: pre-line; overflow-wrap: anywhere; background: #fff }
p.own { margin-left: auto; background: #e3fbc9 }
small { display: block; color: #7a8794 }
i { display: block; margin: 4px 0 0; padding: 6px; border-radius: 6px; background: #d6e4ef;
    text-align: center; font-style: normal; white-space: normal }
footer { color: #64707c; text-align: center; padding: 8px }
"""


def page(name: str, shown: Sequence[Shown]) -> str:
    """Return the chat as HTML: the bot's name, both sides, buttons, and what comes silently."""
    said = "".join(map(_bubble, shown)) or "<footer>No messages here yet</footer>"
    return (
        f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style>'
        f"<header>{escape(name)}</header><main>{said}</main>"
    )


def _bubble(shown: Shown) -> str:
    side = "" if shown.bot else ' class="own"'
    buttons = "".join(f"<i>{escape(label)}</i>" for label, _ in shown.buttons)
    marks = [word for word, on in (("silent", shown.quiet), ("kept in", shown.protected)) if on]
    manner = f"<small>{', '.join(marks)}</small>" if marks else ""
    return f"<p{side}>{manner}{escape(shown.text)}{buttons}</p>"
