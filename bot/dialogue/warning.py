"""What the signs of a false offer mean: quoted back, with why each matters and what to ask."""

from __future__ import annotations

from bot.dialogue.turn import Scene, Turn
from bot.dialogue.values import Form, Text, text

FLAGS = tuple(f"RF{number:02}" for number in range(1, 27) if number != 8)  # noqa: PLR2004
"""RF08, a relative who found the work, is how most people find it: never a warning."""
MIDDLE = frozenset({"RF01", "RF02", "RF03", "RF04", "RF09", "RF10", "RF11", "RF20"})
"""Signs of middle weight, named after the heavy ones."""
PRIVATE = frozenset({"RF25"})
"""About clients: not on a phone that somebody else may read, and never by SMS."""
MOST = {Form.LONG: 4, Form.SHORT: 2}
"""More would not be read, and an SMS costs; the card on checking an offer has all."""
INTRO = "flags-intro"


def message(flag: str) -> str:
    """Return the message that explains a flag."""
    return f"flag-{flag.lower()}"


def explained(scene: Scene, turn: Turn, flags: tuple[str, ...]) -> tuple[Text, ...]:
    """Return what to say about the flags found, the heaviest first."""
    form = scene.moment.channel.form
    hidden = frozenset[str]() if turn.session.private and form is Form.LONG else PRIVATE
    known = sorted(set(flags) & set(FLAGS) - hidden, key=lambda flag: (flag in MIDDLE, flag))
    said = tuple(text(message(flag)) for flag in known[: MOST.get(form, 0)])
    return (text(INTRO), *said) if said else ()
