"""The course of an assessment: begin, answer, pause, resume, reasons, result (safety.md 4)."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue import nodes, triage
from bot.dialogue.assessment import answered, current, find, reasons
from bot.dialogue.book import Assessment, AssessmentKind, Book, Item
from bot.dialogue.effects import Count, RecordAnswers, Say, Slot
from bot.dialogue.screens import go, show
from bot.dialogue.session import Age, Progress, Session
from bot.dialogue.turn import Scene, Turn
from bot.dialogue.values import Form, NodeId, Text, text


def introduced(book: Book, node: NodeId) -> bool:
    """Tell whether a node is the introduction of an assessment or its beginning."""
    return begun(book, node) is not None or any(nodes.intro(a) == node for a in book.assessments)


def begun(book: Book, node: NodeId) -> Assessment | None:
    """Return the assessment that a "begin" place stands for."""
    return next((a for a in book.assessments.values() if nodes.begin(a.id) == node), None)


def begin(scene: Scene, turn: Turn, target: NodeId) -> Turn:
    """Ask the first question; nobody under 18 is asked about sex work (safety.md 3)."""
    assessment = begun(scene.book, target)
    if assessment is None:
        return go(scene, turn, nodes.MENU)
    if assessment.kind is AssessmentKind.RIGHTS and turn.session.age is Age.MINOR:
        return go(scene, turn, nodes.MINOR)
    if _unfinished(scene.book, turn.session, assessment):
        return go(scene, turn, nodes.PAUSED)
    progress = Progress(assessment.id, assessment.version)
    return ask(scene, turn.become(progress=progress).do(Count("assessment", assessment.id)))


def _unfinished(book: Book, session: Session, assessment: Assessment) -> bool:
    under_way = current(book, session)
    return under_way is not None and under_way[0] == assessment and _open(under_way)


def _open(under_way: tuple[Assessment, int]) -> bool:
    return 0 < under_way[1] < len(under_way[0].items)


def ask(scene: Scene, turn: Turn, *, first: tuple[Text, ...] = ()) -> Turn:
    """Ask the next question; after the short door whether to go on, after the last the result."""
    under_way = current(scene.book, turn.session)
    if under_way is None:
        return go(scene, turn.become(progress=None), nodes.MENU, before=first)
    assessment, at = under_way
    if at >= len(assessment.items):
        return go(scene, turn, nodes.result(assessment.id), before=first)
    if assessment.short and at == len(assessment.short):
        return go(scene, turn, nodes.more(assessment.id), before=first)
    return go(scene, turn, nodes.item(assessment.id, assessment.items[at].id), before=first)


def answer(scene: Scene, turn: Turn, value: str) -> Turn:
    """Keep the answer to the question on the screen and do what it asks for first."""
    under_way = current(scene.book, turn.session)
    item = _on_screen(under_way, turn.session.node)
    if under_way is None or item is None:
        return ask(scene, turn)
    turn = _keep(turn, under_way[0], item, value)
    if value != item.on:
        return ask(scene, turn)
    if item.danger:
        return triage.danger(scene, turn, item.danger)
    if item.hard:
        return go(scene, turn, nodes.HARD)
    return ask(scene, turn, first=_right(under_way[0], item))


def _on_screen(under_way: tuple[Assessment, int] | None, node: NodeId | None) -> Item | None:
    """Back leads to earlier questions too, so the screen decides, not the count."""
    if under_way is None:
        return None
    assessment = under_way[0]
    return next((i for i in assessment.items if nodes.item(assessment.id, i.id) == node), None)


def _keep(turn: Turn, assessment: Assessment, item: Item, value: str) -> Turn:
    progress = turn.session.progress
    if progress is None:
        return turn
    kept = answered(progress.answers, item.id, value)
    return turn.become(
        progress=replace(progress, at=assessment.items.index(item) + 1, answers=kept)
    )


def _right(assessment: Assessment, item: Item) -> tuple[Text, ...]:
    """For rights each answer opens its own right at once; there is no score."""
    opens = assessment.kind is AssessmentKind.RIGHTS and item.check
    return (text(item.check),) if opens and item.check else ()


def why(scene: Scene, turn: Turn) -> Turn:
    """Show reasons, never by SMS; they go with the screen."""
    under_way = current(scene.book, turn.session)
    progress = turn.session.progress
    if under_way is None or progress is None or scene.moment.channel.form is not Form.LONG:
        return again(scene, turn)
    found = reasons(under_way[0], dict(progress.answers))
    blocks = (text("assess-reasons"), *(text(reason) for reason in found))
    return go(scene, turn, nodes.result(under_way[0].id), before=blocks)


def again(scene: Scene, turn: Turn) -> Turn:
    """Show the question or result under way once more; who finished early stays finished."""
    under_way, node = current(scene.book, turn.session), turn.session.node
    if under_way and node == nodes.result(under_way[0].id):
        return go(scene, turn, node)
    return ask(scene, turn)


def pause(scene: Scene, turn: Turn) -> Turn:
    """Keep the answers and rest."""
    return go(scene, turn, nodes.PAUSED)


def hint(scene: Scene, turn: Turn, node: NodeId) -> Turn:
    """Say how to answer, and ask the same question again; no answer is lost."""
    return show(scene, turn, node, before=(text("answer-hint"),))


def record(scene: Scene, turn: Turn) -> Turn:
    """Count the answers without the conversation, because the visitor asked for it."""
    under_way = current(scene.book, turn.session)
    progress = turn.session.progress
    if under_way is None or progress is None or turn.session.age is Age.MINOR:
        return again(scene, turn)
    assessment = under_way[0]
    kept = RecordAnswers(assessment.id, assessment.version, progress.answers)
    thanks = Say((text("record-thanks"),), scene.locale, slot=Slot.NOTICE)
    return again(scene, turn.do(kept, thanks))


def named(book: Book, name: str) -> NodeId:
    """Return the beginning of the assessment that a choice names; the menu if there is none."""
    assessment = find(book, name)
    return nodes.begin(assessment.id) if assessment else nodes.MENU
