"""Ways that lead nowhere: the screens the core needs, and where choices go."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.draft import Draft
from bot.content.issues import Issue, Place, error
from bot.dialogue import nodes
from bot.dialogue.book import Act, Book


def find(draft: Draft) -> Iterator[Issue]:
    """Yield missing required screens, and choices whose target does not exist."""
    for name in sorted(nodes.REQUIRED - set(draft.book.nodes)):
        place = Place("content/flows")
        yield error(place, "missing-node", f"the core needs the node {name}", "Write it.")
    known = known_nodes(draft.book)
    for node in draft.book.nodes.values():
        for choice in node.choices:
            if choice.goto is not None and choice.goto not in known:
                place = draft.at("choice", node.id, choice.id)
                message = f"{node.id}: {choice.id} goes to {choice.goto}, which does not exist"
                yield error(place, "no-target", message, "Write the node, or go elsewhere.")
            if choice.act is Act.ASSESS and choice.value not in draft.book.assessments:
                place = draft.at("choice", node.id, choice.id)
                message = f"{node.id}: {choice.id} starts {choice.value}, which does not exist"
                yield error(place, "no-target", message, "Name an assessment.")


def known_nodes(book: Book) -> frozenset[str]:
    """Return every node a choice may go to, those of assessments included."""
    return frozenset(book.nodes) | {nodes.intro(name) for name in book.assessments}
