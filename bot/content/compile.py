"""From files to the Book: shapes become frozen values, labels and words are folded.

Slow and heavy on imports; the running bot decodes what `load` has kept instead.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from bot.content import catalogue as wording
from bot.content import shaping
from bot.content.catalogue import Catalogue
from bot.content.draft import Draft
from bot.content.issues import Issue, Place, error
from bot.content.reader import Document, read
from bot.content.schema import (
    AssessmentFile,
    BankFile,
    BookFile,
    CardFile,
    DeskEntry,
    FlowFile,
    IndicatorFile,
    Model,
    ServiceFile,
    WordFile,
)
from bot.dialogue.book import (
    Assessment,
    Book,
    Card,
    Indicator,
    Node,
    Phrase,
)
from bot.dialogue.letters import fold, latinise
from bot.dialogue.nodes import card_message
from bot.dialogue.services import Service
from bot.dialogue.values import (
    AssessmentId,
    CardId,
    Country,
    Locale,
    NodeId,
    ServiceId,
)

HOLD = "hold"
LABELS = ("answer-", "choice-", "country-", "to-", "assess-")
"""Messages that begin so may label a choice that the core makes itself."""
LABEL_ENDS = ("-label", "-title")

T = TypeVar("T")


@dataclass
class _Gathered:
    """What the files hold, while they are gone through."""

    locales: tuple[Locale, ...] = ()
    countries: tuple[Country, ...] = ()
    others: tuple[Country, ...] = ()
    desk: DeskEntry | None = None
    nodes: dict[NodeId, Node] = field(default_factory=dict)
    cards: dict[CardId, Card] = field(default_factory=dict)
    assessments: dict[AssessmentId, Assessment] = field(default_factory=dict)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    services: dict[ServiceId, Service] = field(default_factory=dict)
    held: dict[str, str] = field(default_factory=dict)
    words: dict[str, list[str]] = field(default_factory=dict)
    phrases: list[Phrase] = field(default_factory=list)
    places: dict[tuple[str, ...], Place] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)

    def once(self, into: dict[Any, T], kind: str, name: str, value: T, place: Place) -> None:
        """Keep the first of each id; a second one is an issue."""
        if (kind, name) in self.places:
            first = self.places[kind, name]
            message = f"{kind} {name} stands already in {first.file}:{first.line}"
            self.issues.append(error(place, "duplicate-id", message, "Rename one of the two."))
            return
        self.places[kind, name] = place
        into[name] = value


def compile_book(content: Path, locales: Path) -> Draft:
    """Compile all that has its shape; `issues` say what is wrong with the rest."""
    documents, issues = read(content)
    found = wording.read(locales)
    gathered = _Gathered(issues=[*issues, *found.issues])
    for document in documents:
        _gather(gathered, document)
    if not gathered.locales and not any(i.file.endswith("book.yaml") for i in issues):
        place = Place(f"{content.name}/book.yaml")
        gathered.issues.append(error(place, "no-book", "the file is missing", "Write it."))
    return Draft(
        book=_bound(gathered, found),
        catalogue=found,
        held=gathered.held,
        places=gathered.places,
        issues=tuple(gathered.issues),
    )


def _bound(gathered: _Gathered, found: Catalogue) -> Book:
    book = Book(
        hash="",
        locales=gathered.locales,
        countries=gathered.countries,
        others=gathered.others,
        nodes=gathered.nodes,
        cards=gathered.cards,
        assessments=gathered.assessments,
        indicators=gathered.indicators,
        services=tuple(gathered.services.values()),
        words={name: _folded(words) for name, words in gathered.words.items()},
        labels=_labels(gathered, found),
        phrases=tuple(gathered.phrases),
        desk=shaping.hours(gathered.desk) if gathered.desk else None,
        desk_confirmed=bool(gathered.desk and gathered.desk.confirmed),
    )
    canonical = msgspec.json.encode(book, order="sorted")
    return replace(book, hash=hashlib.blake2b(canonical, digest_size=16).hexdigest())


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    """Return each word folded and its romanised twin, without repetition."""
    folded = [fold(word) for word in words]
    twins = [form for word in folded for form in (word, latinise(word))]
    return tuple(dict.fromkeys(form for form in twins if form))


def _labels(gathered: _Gathered, found: Catalogue) -> dict[str, tuple[str, ...]]:
    used = [choice.label for node in gathered.nodes.values() for choice in node.choices]
    titles = [f"{card_message(name)}.title" for name in gathered.cards]
    kept = [name for names in found.entries.values() for name in names if _is_label(name)]
    return {
        name: _folded(_wordings(found, name))
        for name in sorted(dict.fromkeys((*used, *titles, *kept)))
    }


def _is_label(name: str) -> bool:
    return name.startswith(LABELS) or name.endswith(LABEL_ENDS)


def _wordings(found: Catalogue, label: str) -> Iterator[str]:
    names = (label,) if "." in label else (label, f"{label}.short", f"{label}.line")
    for locale in found.entries:
        for name in names:
            yield found.words(name, locale) or ""


def _gather(gathered: _Gathered, document: Document[Model]) -> None:
    match document.model:
        case BookFile() as model:
            gathered.locales = tuple(Locale(name) for name in model.locales)
            gathered.countries = tuple(Country(code) for code in model.countries)
            gathered.others = tuple(Country(code) for code in model.others)
            gathered.desk = model.desk
        case FlowFile() as model:
            _flow(gathered, document, model)
        case CardFile() as model:
            _cards(gathered, document, model)
        case AssessmentFile() as model:
            _assessment(gathered, document, model)
        case ServiceFile() as model:
            _services(gathered, document, model)
        case IndicatorFile() as model:
            _indicators(gathered, document, model)
        case WordFile() as model:
            _words(gathered, document, model)
        case BankFile() as model:
            _bank(gathered, document, model)
        case _:
            raise AssertionError(document.file)


def _flow(gathered: _Gathered, document: Document[Model], model: FlowFile) -> None:
    for name, entry in model.nodes.items():
        place = document.place("nodes", name)
        if name.startswith(shaping.CARD):
            message = f"{name}: screens of cards are made from content/cards"
            gathered.issues.append(error(place, "reserved-id", message, "Rename the node."))
            continue
        gathered.once(gathered.nodes, "node", name, shaping.node(name, entry), place)
        for index, choice in enumerate(entry.choices):
            where = document.place("nodes", name, "choices", index)
            gathered.places.setdefault(("choice", name, choice.id), where)


def _cards(gathered: _Gathered, document: Document[Model], model: CardFile) -> None:
    for name, entry in model.cards.items():
        place = document.place("cards", name)
        gathered.once(gathered.cards, "card", name, shaping.card(name, entry), place)
        screen = shaping.card_screen(name, entry)
        gathered.once(gathered.nodes, "node", screen.id, screen, place)
        for index, choice in enumerate(screen.choices):
            where = document.place("cards", name, "next", index)
            gathered.places.setdefault(("choice", screen.id, choice.id), where)


def _assessment(gathered: _Gathered, document: Document[Model], model: AssessmentFile) -> None:
    assessment = shaping.assessment(model)
    place = document.place("id")
    gathered.once(gathered.assessments, "assessment", model.id, assessment, place)
    for index, item in enumerate(model.items):
        gathered.places.setdefault(("item", model.id, item.id), document.place("items", index))


def _services(gathered: _Gathered, document: Document[Model], model: ServiceFile) -> None:
    for name, entry in model.services.items():
        place = document.place("services", name)
        if entry.publish == HOLD:
            gathered.once(gathered.held, "service", name, entry.number, place)
        else:
            gathered.once(gathered.services, "service", name, shaping.service(name, entry), place)


def _indicators(gathered: _Gathered, document: Document[Model], model: IndicatorFile) -> None:
    for name, entry in model.indicators.items():
        indicator = Indicator(name, entry.dimension, entry.strength)
        place = document.place("indicators", name)
        gathered.once(gathered.indicators, "indicator", name, indicator, place)


def _words(gathered: _Gathered, document: Document[Model], model: WordFile) -> None:
    for name, by_locale in model.lists.items():
        gathered.places.setdefault(("words", name), document.place(name))
        every = (word for words in by_locale.values() for word in words)
        gathered.words.setdefault(name, []).extend(every)


def _bank(gathered: _Gathered, document: Document[Model], model: BankFile) -> None:
    for name, by_locale in model.phrases.items():
        gathered.places.setdefault(("phrase", model.bank, name), document.place("phrases", name))
        gathered.phrases.extend(
            Phrase(model.bank, name, Locale(locale), phrase.text, phrase.strength)
            for locale, phrases in by_locale.items()
            for phrase in phrases
        )
