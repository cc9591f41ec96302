"""The self-assessment: questions one by one, a score that chooses help and never labels.

The rule for a dimension and the table of outcomes are those of the ILO / European
Commission operational indicators (Delphi, 2009), second hand: `content/indicators.yaml`
names the source and its limits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from bot.dialogue import nodes
from bot.dialogue.book import (
    Act,
    Assessment,
    AssessmentKind,
    Band,
    Book,
    Choice,
    Indicator,
    Item,
    Node,
)
from bot.dialogue.memo import PerBook
from bot.dialogue.session import Session
from bot.dialogue.values import Arg, AssessmentId, CardId, ChoiceId, ItemId, NodeId

DIMENSIONS = ("D1", "D2", "D3", "D4", "D5", "D6")
SECONDS_A_QUESTION = 20
"""What the introduction promises; rounded up to minutes."""
CARDS_SHOWN = 4
"""More next steps than this are not read on a small screen."""

ANSWERS = tuple(
    Choice(ChoiceId(word), f"answer-{word}", act=Act.ANSWER, value=word, words=word)
    for word in ("yes", "no", "skip")
)


@dataclass(frozen=True, slots=True)
class Score:
    """Which dimensions are present, what the table calls it (never shown), and why."""

    dimensions: Mapping[str, bool]
    outcome: str
    reasons: tuple[str, ...]


def present(strengths: Iterable[str]) -> bool:
    """Apply the rule for one dimension to the strengths (strong, medium, weak) of its signs.

    Present with 2 strong; 1 strong and 1 other; 3 medium; or 2 medium and 1 weak.
    """
    counts = {"strong": 0, "medium": 0, "weak": 0}
    for strength in strengths:
        counts[strength] += 1
    strong, medium, weak = counts["strong"], counts["medium"], counts["weak"]
    alone = strong > 1 or medium > 2  # noqa: PLR2004 -- the rule's own figures
    return alone or (strong == 1 and medium + weak > 0) or (medium == 2 and weak > 0)  # noqa: PLR2004


def score(indicators: Mapping[str, Indicator], found: Iterable[str]) -> Score:
    """Score a set of indicator ids; unknown ids raise KeyError."""
    signs = tuple(dict.fromkeys(found))
    dimensions = {
        dimension: present(
            indicators[sign].strength for sign in signs if indicators[sign].dimension == dimension
        )
        for dimension in DIMENSIONS
    }
    return Score(dimensions, outcome(dimensions), signs)


def outcome(dimensions: Mapping[str, bool]) -> str:
    """Return the row of the brochure's worked example; other patterns have no row there."""
    deceived, coerced = dimensions["D1"], dimensions["D2"]
    exploited, held = dimensions["D4"], dimensions["D5"]
    if exploited and held and (deceived or coerced):
        return "trafficked for forced labour"
    if exploited and not held and not coerced:
        return "deceived and exploited" if deceived else "exploited migrant"
    if not any((deceived, coerced, exploited, held)):
        return "successful migrant"
    return "not in the table"


def counting(assessment: Assessment, answers: Mapping[ItemId, str]) -> tuple[Item, ...]:
    """Return the items whose answer counts. Skipped is unknown, not no."""
    return tuple(item for item in assessment.items if answers.get(item.id) == item.on)


def found_in(assessment: Assessment, answers: Mapping[ItemId, str]) -> tuple[str, ...]:
    """Return the indicators that the answers speak for."""
    items = counting(assessment, answers)
    return tuple(dict.fromkeys(sign for item in items for sign in item.indicators))


def band(assessment: Assessment, dimensions: Mapping[str, bool]) -> Band | None:
    """Return the highest band whose floor the number of dimensions reaches."""
    reached = sum(dimensions.values())
    fitting = [band for band in assessment.bands if band.floor <= reached]
    return max(fitting, key=lambda band: band.floor, default=None)


def current(book: Book, session: Session) -> tuple[Assessment, int] | None:
    """Return the assessment under way and the index of its next question, if still the same."""
    progress = session.progress
    found = book.assessments.get(progress.assessment) if progress else None
    if progress is None or found is None or found.version != progress.version:
        return None
    return found, progress.at


def facts(book: Book, session: Session) -> dict[str, Arg]:
    """Return `count`, `index` and `minutes` of the assessment on this screen.

    The questions of the short door are counted for themselves; before the others `count`
    says how many they are.
    """
    introduced = _introduced(book, session.node)
    under_way = current(book, session)
    count = index = 0
    if introduced:
        count = len(introduced.short or introduced.items)
    elif under_way:
        count, index = _place(*under_way, session.node)
    return {"count": count, "index": index, "minutes": -(-count * SECONDS_A_QUESTION // 60)}


def _place(assessment: Assessment, at: int, node: NodeId | None) -> tuple[int, int]:
    """Return how many questions there are, and which is asked; "back" shows earlier ones too."""
    names = [nodes.item(assessment.id, item.id) for item in assessment.items]
    short, whole = len(assessment.short), len(names)
    if short and node == nodes.more(assessment.id):
        return whole - short, 0
    index = names.index(node) + 1 if node in names else min(at + 1, whole)
    return (short if index <= short else whole), index


def _introduced(book: Book, node: NodeId | None) -> Assessment | None:
    return _INTROS.of(book).get(node) if node else None


def screen(book: Book, session: Session, node: NodeId) -> Node | None:
    """Make the screen of an introduction, a question or a result; None for any other node."""
    finished = _RESULTS.of(book).get(node)
    return _result(book, session, finished) if finished else _MADE.of(book).get(node)


def _made(book: Book) -> dict[NodeId, Node]:
    """Make the introductions and questions, which are the same for everybody."""
    made = {}
    for assessment in book.assessments.values():
        for item in assessment.items:
            name = nodes.item(assessment.id, item.id)
            made[name] = Node(name, (item.ask,), ANSWERS)
        made[nodes.intro(assessment.id)] = _intro(assessment)
        if assessment.short:
            made[nodes.more(assessment.id)] = _more(assessment)
    return made


_MADE = PerBook(_made)
_RESULTS = PerBook(lambda book: {nodes.result(one.id): one for one in book.assessments.values()})
_INTROS = PerBook(lambda book: {nodes.intro(one.id): one for one in book.assessments.values()})


def _intro(assessment: Assessment) -> Node:
    start = Choice(
        ChoiceId("start"), "assess-start", act=Act.ASSESS, value=assessment.id, words="yes"
    )
    return Node(nodes.intro(assessment.id), (assessment.intro,), (start,), door=True)


def _more(assessment: Assessment) -> Node:
    """After the short door nobody is led on: more, finish, or a person."""
    finish = Choice(
        ChoiceId("finish"), "choice-finish-here", goto=nodes.result(assessment.id), words="no"
    )
    person = Choice(ChoiceId("person"), "person-label", act=Act.PERSON)
    on = replace(_onward(assessment, assessment.items[len(assessment.short)]), words="yes")
    return Node(nodes.more(assessment.id), ("assess-more",), (on, finish, person))


def _onward(assessment: Assessment, item: Item) -> Choice:
    """Go past the short door."""
    return Choice(
        ChoiceId("more"), "choice-more-questions", goto=nodes.item(assessment.id, item.id)
    )


def left_out(assessment: Assessment, answers: Mapping[ItemId, str]) -> tuple[Item, ...]:
    """Return the questions behind the short door that were neither answered nor skipped."""
    behind = assessment.items[len(assessment.short) :] if assessment.short else ()
    return tuple(item for item in behind if item.id not in answers)


def _result(book: Book, session: Session, assessment: Assessment) -> Node:
    """Answers go with their screen: whoever comes back to it later finds the introduction."""
    if session.progress is None or session.progress.assessment != assessment.id:
        return _intro(assessment)
    answers = dict(session.progress.answers)
    items = counting(assessment, answers)
    return Node(
        nodes.result(assessment.id),
        _findings(book, assessment, items, answers),
        _next_steps(book, assessment, items, answers),
    )


def _findings(
    book: Book, assessment: Assessment, items: tuple[Item, ...], answers: Mapping[ItemId, str]
) -> tuple[str, ...]:
    if assessment.kind is AssessmentKind.INDICATORS:
        reached = band(assessment, score(book.indicators, found_in(assessment, answers)).dimensions)
        if reached is None:
            return ("assess-none-flagged",)
        said = reached.early if left_out(assessment, answers) else None
        return (said or reached.say,)
    checks = tuple(item.check for item in items if item.check)
    if checks:
        return (f"assess-{assessment.id}-result", *checks)
    checked = assessment.kind is AssessmentKind.CHECKS
    return ("assess-none-checked" if checked else "assess-none-flagged",)


def _next_steps(
    book: Book, assessment: Assessment, items: tuple[Item, ...], answers: Mapping[ItemId, str]
) -> tuple[Choice, ...]:
    """Every band ends alike: a person, next steps, hide (safety.md 4.4)."""
    more = tuple(_onward(assessment, item) for item in left_out(assessment, answers)[:1])
    person = Choice(ChoiceId("person"), "person-label", act=Act.PERSON)
    opened = tuple(dict.fromkeys(card for item in items for card in item.opens))
    room = CARDS_SHOWN - len(more)
    cards = tuple(_card(card) for card in opened[:room] if card in book.cards)
    reasoned = assessment.kind is not AssessmentKind.RIGHTS and any(item.why for item in items)
    why = (Choice(ChoiceId("why"), "why-label", act=Act.WHY),) * reasoned
    rest = (
        Choice(ChoiceId("hide"), "hide-label", act=Act.HIDE),
        Choice(ChoiceId("menu"), "menu-label", act=Act.MENU),
    )
    return (person, *more, *cards, *why, *_record(assessment), *rest)


def _card(card: CardId) -> Choice:
    return Choice(
        ChoiceId(f"card-{card}"), f"{nodes.card_message(card)}.title", goto=nodes.card(card)
    )


def _record(assessment: Assessment) -> tuple[Choice, ...]:
    """Nothing from the door for sex workers is counted unless a person asks (safety.md 8)."""
    if assessment.kind is AssessmentKind.RIGHTS:
        return ()
    return (Choice(ChoiceId("record"), "record-label", act=Act.RECORD),)


def reasons(assessment: Assessment, answers: Mapping[ItemId, str]) -> tuple[str, ...]:
    """Return the message ids that answer "why?"."""
    return tuple(item.why for item in counting(assessment, answers) if item.why)


def answered(
    answers: tuple[tuple[ItemId, str], ...], item: ItemId, value: str
) -> tuple[tuple[ItemId, str], ...]:
    """Add or replace an answer; a second tap changes nothing else."""
    return (*((name, old) for name, old in answers if name != item), (item, value))


def find(book: Book, name: str) -> Assessment | None:
    """Return the assessment with this id."""
    return book.assessments.get(AssessmentId(name))
