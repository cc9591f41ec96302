"""From free text to a `Reading`: pure, without I/O, built once from the phrases of a Book."""

from bot.understanding.reader import Reader

__all__ = ["Reader"]
