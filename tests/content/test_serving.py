from __future__ import annotations

from dataclasses import replace

from bot.bootstrap import CONTENT, LOCALES
from bot.content.load import load
from bot.content.serving import without
from bot.dialogue import nodes
from bot.dialogue.book import Act, Book, Choice, Node
from bot.dialogue.matching import keyed
from bot.dialogue.values import CardId, ChoiceId, NodeId

BOOK = load(CONTENT, LOCALES)
LAW = frozenset(name for name, card in BOOK.cards.items() if card.law)


def digits(node: Node) -> dict[ChoiceId, str]:
    return {choice.id: key for key, choice in keyed(node.choices)}


def ways(book: Book) -> set[NodeId]:
    return {c.goto for node in book.nodes.values() for c in node.choices if c.goto}


def test_what_stays_keeps_the_digit_that_sms_words_name() -> None:
    """The way to a patent goes; what stood below it is not typed otherwise now."""
    served = without(BOOK, LAW)
    lost = [n for n in served.nodes.values() if len(n.choices) < len(BOOK.nodes[n.id].choices)]
    assert lost
    for node in lost:
        before = digits(BOOK.nodes[node.id])
        assert digits(node).items() <= before.items()


def test_a_screen_that_loses_nothing_stays_as_it_is() -> None:
    """Its digits are not fixed: the core puts choices before those of some screens."""
    served = without(BOOK, LAW)
    assert served.nodes[nodes.SUGGEST] is BOOK.nodes[nodes.SUGGEST]
    assert served.nodes[nodes.HARM] is BOOK.nodes[nodes.HARM]


def test_a_screen_without_ways_left_goes_with_its_ways() -> None:
    """No work permit is signed: the list of countries is not offered either."""
    served = without(BOOK, LAW)
    assert NodeId("permits") in BOOK.nodes
    assert NodeId("permits") not in served.nodes
    assert NodeId("permits") not in ways(served)
    assert ways(served) <= {*served.nodes, *map(nodes.intro, served.assessments)}


def test_one_of_the_countries_keeps_the_list() -> None:
    """And its own digit there."""
    served = without(BOOK, LAW - {CardId("work-permit.pl")})
    assert digits(served.nodes[NodeId("permits")]) == {"pl": "5"}
    assert NodeId("permits") in ways(served)


def test_screens_go_one_after_another_until_nothing_changes() -> None:
    """A list of lists goes too; a screen that never had choices, or that the core needs, stays."""
    card = NodeId("card.contract")
    chain = {
        NodeId("inner"): Node(NodeId("inner"), ("inner",), (_to(card),)),
        NodeId("outer"): Node(NodeId("outer"), ("outer",), (_to(NodeId("inner")),)),
        NodeId("plain"): Node(NodeId("plain"), ("plain",)),
        nodes.WHO: Node(nodes.WHO, ("who",), (_to(NodeId("outer")),)),
        nodes.MENU: Node(
            nodes.MENU,
            ("menu",),
            (_to(NodeId("outer")), Choice(ChoiceId("person"), "person-label", act=Act.PERSON)),
        ),
        card: BOOK.nodes[card],
    }
    served = without(replace(BOOK, nodes=chain), {CardId("contract")})
    assert set(served.nodes) == {"plain", nodes.WHO, nodes.MENU}
    assert served.nodes[nodes.WHO].choices == ()
    assert digits(served.nodes[nodes.MENU]) == {"person": "2"}


def _to(target: NodeId) -> Choice:
    return Choice(ChoiceId(target.replace(".", "-")), "menu-label", goto=target)
