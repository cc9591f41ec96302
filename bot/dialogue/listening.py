"""Listening to a card instead of reading it: a way on the card's screen, and a screen to play it.

Somebody else may hear it: nothing is ever played before it is asked for, twice.
"""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue import nodes
from bot.dialogue.book import Act, Choice, Node, Recording
from bot.dialogue.memo import PerBook
from bot.dialogue.turn import Scene
from bot.dialogue.values import CardId, ChoiceId, Form, Locale, NodeId

_KNOWN = PerBook[dict[tuple[CardId, Locale], Recording]](
    lambda book: {(one.card, one.locale): one for one in book.recordings}
)


def offered(scene: Scene, node: Node) -> Node:
    """Return a screen, with a way to listen where it is a card that was recorded."""
    name = CardId(node.id.removeprefix(nodes.CARD_PREFIX))
    if not node.id.startswith(nodes.CARD_PREFIX) or _recording(scene, name) is None:
        return node
    way = Choice(ChoiceId("listen"), "listen-label", goto=nodes.listen(name))
    return replace(node, choices=(*node.choices, way))


def screen(scene: Scene, node: NodeId) -> Node | None:
    """Return the screen that plays a card; None for any other, or where nothing can be played."""
    name = CardId(node.removeprefix(nodes.LISTEN_PREFIX))
    found = _recording(scene, name)
    if not node.startswith(nodes.LISTEN_PREFIX) or found is None:
        return None
    read = Choice(ChoiceId("read"), "listen-read-label", goto=nodes.card(name))
    person = Choice(ChoiceId("person"), "person-label", act=Act.PERSON)
    said = (f"{nodes.card_message(name)}.title", "listen", f"listen-{found.voice.value}")
    return Node(node, said, (read, person), audio=found.name)


def _recording(scene: Scene, card: CardId) -> Recording | None:
    """An SMS plays nothing."""
    if scene.moment.channel.form is not Form.LONG:
        return None
    return _KNOWN.of(scene.book).get((card, scene.locale))
