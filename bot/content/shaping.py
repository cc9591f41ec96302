"""From the shape of a file's entries to the frozen values of the Book."""

from __future__ import annotations

from bot.content.schema import (
    AssessmentFile,
    CardEntry,
    ChoiceEntry,
    HoursEntry,
    NodeEntry,
    ServiceEntry,
)
from bot.dialogue import nodes
from bot.dialogue.book import (
    Act,
    Assessment,
    Band,
    Card,
    Choice,
    Item,
    Node,
)
from bot.dialogue.services import Hours, Publish, Service
from bot.dialogue.values import (
    AssessmentId,
    CardId,
    ChoiceId,
    Country,
    ItemId,
    NodeId,
    ServiceId,
)

CARD, ASSESS = "card.", "assess."


def node(name: str, entry: NodeEntry) -> Node:
    """Return a screen."""
    return Node(
        id=NodeId(name),
        say=entry.say,
        choices=tuple(choice(way) for way in entry.choices),
        services=entry.services,
        door=entry.door,
        neutral=entry.neutral,
    )


def choice(entry: ChoiceEntry) -> Choice:
    """Return a way on."""
    return Choice(
        id=ChoiceId(entry.id),
        label=entry.label,
        goto=NodeId(entry.goto) if entry.goto else None,
        act=entry.act,
        value=entry.value,
        words=entry.words,
        key=entry.key,
    )


def card(name: str, entry: CardEntry) -> Card:
    """Return a piece of knowledge with its source."""
    return Card(
        id=CardId(name),
        source=entry.source,
        source_date=entry.source_date,
        reviewed=entry.reviewed,
        review_by=entry.review_by,
        audience=entry.audience,
        country=Country(entry.country) if entry.country else None,
        law=entry.law,
    )


def card_screen(name: str, entry: CardEntry) -> Node:
    """Return the screen of a card: its ways on, then a person."""
    onward = tuple(
        Choice(ChoiceId(target.replace(".", "-")), label_of(target), goto=NodeId(target))
        for target in entry.next
    )
    person = Choice(ChoiceId("person"), "person-label", act=Act.PERSON)
    return Node(nodes.card(CardId(name)), (nodes.card_message(name),), (*onward, person))


def label_of(target: str) -> str:
    """Return the message that labels a way to `target`."""
    if target.startswith(CARD):
        return f"{nodes.card_message(target.removeprefix(CARD))}.title"
    slug = target.replace(".", "-")
    return f"{slug}-title" if target.startswith(ASSESS) else f"to-{slug}"


def assessment(model: AssessmentFile) -> Assessment:
    """Return a self-assessment; its screens are made by the core."""
    return Assessment(
        id=AssessmentId(model.id),
        version=model.version,
        kind=model.kind,
        intro=model.intro,
        items=tuple(
            Item(
                id=ItemId(item.id),
                ask=item.ask,
                why=item.why,
                on=item.on,
                indicators=item.indicators,
                flags=item.flags,
                danger=item.danger,
                opens=tuple(CardId(name) for name in item.opens),
                check=item.check,
                hard=item.hard,
            )
            for item in model.items
        ),
        bands=tuple(Band(band.id, band.floor, band.say, band.early) for band in model.bands),
        source=model.source,
        source_date=model.source_date,
        short=tuple(ItemId(item) for item in model.short),
    )


def service(name: str, entry: ServiceEntry) -> Service:
    """Return a row of the directory; one on hold has none."""
    return Service(
        id=ServiceId(name),
        country=Country(entry.country),
        number=entry.number,
        needs=entry.needs,
        police=entry.police,
        publish=Publish(entry.publish),
        source=entry.source,
        source_date=entry.source_date,
        always=entry.always,
        hours=hours(entry.hours) if entry.hours else None,
        languages=entry.languages,
        abroad=entry.abroad,
        rung=entry.rung,
        cost=entry.cost,
        languages_confirmed=entry.languages_confirmed,
        texts=entry.texts,
    )


def hours(entry: HoursEntry) -> Hours:
    """Return opening hours."""
    return Hours(entry.days, entry.opens, entry.closes, entry.offset_minutes)
