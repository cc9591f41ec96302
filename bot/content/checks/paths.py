"""Paths: every screen can be reached, and from every screen a way leads on."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.draft import Draft
from bot.content.issues import Issue, error
from bot.dialogue import nodes
from bot.dialogue.book import Act, Book, Node
from bot.dialogue.values import NodeId

ENDS = frozenset(
    {nodes.HIDDEN, nodes.STOPPED, nodes.DELETED, nodes.JOINED, nodes.WITH_PERSON, nodes.RELAYED}
)
"""Screens after which nothing needs to come: the visitor left, or a person is there."""


def find(draft: Draft) -> Iterator[Issue]:
    """Yield screens nobody can reach, and screens no choice leads away from."""
    reached = reachable(draft.book)
    for node in draft.book.nodes.values():
        if node.id not in reached:
            message = f"no way leads to {node.id}"
            yield error(draft.at("node", node.id), "unreachable", message, "Link it or remove it.")
        if node.id not in ENDS and not _leads_on(node):
            message = f"{node.id} has no choice that leads on"
            yield error(draft.at("node", node.id), "dead-end", message, "Add a way on.")


def _leads_on(node: Node) -> bool:
    return any(choice.act or choice.goto not in (None, node.id) for choice in node.choices)


def reachable(book: Book) -> frozenset[str]:
    """Return the screens a visitor can come to: from the core, a topic, a link or a question."""
    topics = {phrase.id for phrase in book.phrases if phrase.bank == "topic"}
    waiting = [*nodes.REQUIRED, *(f"card.{topic}" for topic in topics)]
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        waiting.extend(_onward(book, name))
    return frozenset(seen)


def _onward(book: Book, name: str) -> Iterator[str]:
    node = book.nodes.get(NodeId(name))
    for choice in node.choices if node else ():
        if choice.goto:
            yield choice.goto
        if choice.act is Act.ASSESS:
            yield f"assess.{choice.value}"
    for assessment in book.assessments.values():
        if nodes.intro(assessment.id) == name:
            yield from (nodes.card(card) for item in assessment.items for card in item.opens)
