"""What a real channel serves: law only where a lawyer signed it (safety.md 9)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from bot.dialogue import nodes
from bot.dialogue.book import Book, Choice, Node
from bot.dialogue.values import CardId


def without(book: Book, cards: Collection[CardId]) -> Book:
    """Return the Book without these cards and without every way that leads to them."""
    gone = {nodes.card(name) for name in cards}
    return replace(
        book,
        cards={name: card for name, card in book.cards.items() if name not in cards},
        nodes={
            name: replace(node, choices=_choices(node, gone))
            for name, node in book.nodes.items()
            if name not in gone
        },
    )


def _choices(node: Node, gone: Collection[str]) -> tuple[Choice, ...]:
    return tuple(choice for choice in node.choices if choice.goto not in gone)
