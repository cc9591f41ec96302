"""What a real channel serves: law only where a lawyer signed it (safety.md 9)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from bot.dialogue import nodes
from bot.dialogue.book import Book, Choice, Node
from bot.dialogue.matching import keyed
from bot.dialogue.values import CardId, NodeId


def without(book: Book, cards: Collection[CardId]) -> Book:
    """Return the Book without these cards and without every way that leads to them.

    A screen that only led there goes with them, and the ways to it. What stays keeps its
    digit, for SMS words name digits.
    """
    left = {name: card for name, card in book.cards.items() if name not in cards}
    return replace(book, cards=left, nodes=_without(book.nodes, frozenset(map(nodes.card, cards))))


def _without(screens: Mapping[NodeId, Node], gone: frozenset[NodeId]) -> dict[NodeId, Node]:
    """Take screens out until none is left that lost its last way on."""
    kept = {name: _less(node, gone) for name, node in screens.items() if name not in gone}
    emptied = frozenset(
        name
        for name, node in kept.items()
        if screens[name].choices and not node.choices and name not in nodes.REQUIRED
    )
    return _without(kept, emptied) if emptied else kept


def _less(node: Node, gone: Collection[NodeId]) -> Node:
    stay = tuple(
        _fixed(choice, key) for key, choice in keyed(node.choices) if choice.goto not in gone
    )
    return node if len(stay) == len(node.choices) else replace(node, choices=stay)


def _fixed(choice: Choice, key: str) -> Choice:
    return replace(choice, key=key)
