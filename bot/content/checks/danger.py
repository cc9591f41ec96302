"""The answers to danger hold what safety.md 1 and 7 promise; nothing here may be softened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.content.draft import Draft
from bot.content.issues import Issue, error, warning
from bot.dialogue import nodes
from bot.dialogue.book import Act, Choice, Node
from bot.dialogue.matching import keyed
from bot.dialogue.values import ELSEWHERE, Country, Locale, NodeId

DANGER = "danger."
WHICH = NodeId("danger.which")
"""Which other country: the screen behind the seventh digit."""
QUESTIONS = frozenset({nodes.SAFE, nodes.WHERE, WHICH, nodes.TAKEN_BACK, nodes.SUICIDE})
"""One question or one line: what an answer must offer comes with the screen after it."""
FIRST = frozenset({nodes.HARM, nodes.CHILD, nodes.SUICIDE_NOW})
"""Emergency answers that may be all that somebody ever reads of us."""
THREE = ("yes", "no", "unsaid")
POLICE_NEEDS = frozenset({"police"})
PROMISE = {
    "en": ("money", "sex", "meet"),
    "ru": ("ден", "секс|интим|близост", "встре"),
    "ky": ("акча", "секс|жыныс|төшөк", "жолуг|жолук|көрүш|кезде"),
    "uz-Latn": ("pul", "seks|jinsiy", "uchrash|ko'rish"),
    "uz-Cyrl": ("пул", "секс|жинсий", "учраш|кўриш"),
    "tg": ("пул", "ҷинс", "вохӯр"),
}
"""Stems of "nobody here may ask you for money, sex or a private meeting"."""


def find(draft: Draft) -> Iterator[Issue]:
    """Yield what an answer to danger lacks."""
    for node in draft.book.nodes.values():
        if node.id.startswith(DANGER):
            yield from _offered(draft, node)
            yield from _not_only_police(draft, node)
    for check in (_harm, _suicide, _where, _which, _safe, _private, _joined):
        yield from check(draft)


def _acts(node: Node) -> frozenset[Act]:
    return frozenset(choice.act for choice in node.choices if choice.act)


def _goes(node: Node) -> frozenset[str]:
    return frozenset(choice.goto for choice in node.choices if choice.goto)


def _lacks(draft: Draft, node: str, what: str, *, hard: bool = True) -> Issue:
    kind = error if hard else warning
    message = f"{node} does not offer {what}"
    return kind(draft.at("node", node), "danger-lacks", message, "Add the choice (safety.md 1).")


def _offered(draft: Draft, node: Node) -> Iterator[Issue]:
    acts = _acts(node)
    if not acts & {Act.PERSON, Act.LEAVE} and node.id not in {nodes.SAFE, nodes.TAKEN_BACK}:
        yield _lacks(draft, node.id, "a person, or no person")
    if node.id in QUESTIONS or node.id in {nodes.SAFE_YES, nodes.SAFE_TOPIC}:
        return
    first = node.id in FIRST
    if Act.HIDE not in acts:
        yield _lacks(draft, node.id, "to hide")
    if node.id != nodes.SILENT and not (Act.SILENT in acts or nodes.SILENT in _goes(node)):
        yield _lacks(draft, node.id, '"I cannot talk"', hard=first)
    if first and nodes.WHERE not in _goes(node):
        yield _lacks(draft, node.id, '"I am in another country"')


def _not_only_police(draft: Draft, node: Node) -> Iterator[Issue]:
    """Police numbers come when asked for, and never alone (safety.md 1.1)."""
    needs = frozenset(node.services)
    if node.id != nodes.POLICE and needs & POLICE_NEEDS:
        message = f"{node.id} lists police numbers that nobody asked for"
        yield error(
            draft.at("node", node.id), "police-unasked", message, "Leave police to ask for."
        )


def _harm(draft: Draft) -> Iterator[Issue]:
    node = draft.book.nodes.get(nodes.HARM)
    if node is None:
        return
    place = draft.at("node", node.id)
    if not node.neutral:
        message = f"{node.id} does not open with a neutral line"
        yield error(place, "not-neutral", message, "Set neutral: true (safety.md 1.3).")
    for name in (message for say in node.say for message in (say, draft.catalogue.short(say))):
        for locale in draft.locales:
            args = draft.catalogue.args(name, locale)
            if draft.catalogue.pattern(name, locale) and not {"rescue", "line"} <= args:
                message = f"{name} in {locale} names no line that is not police, or no rescue"
                where = draft.catalogue.place(name, locale)
                yield error(where, "only-police", message, "Say $rescue and $line.")


def _suicide(draft: Draft) -> Iterator[Issue]:
    node = draft.book.nodes.get(nodes.SUICIDE)
    if node is None:
        return
    asked = {choice.value for choice in node.choices if choice.act is Act.TODAY}
    if asked != set(THREE):
        yield _lacks(draft, node.id, "the one question: today? yes, no, do not want to say")
    if frozenset(node.services) - {"suicide"}:
        message = f"{node.id} lists services before the question is answered"
        remedy = "Only a line for this very need may stand here."
        yield error(draft.at("node", node.id), "services-before", message, remedy)


def _where(draft: Draft) -> Iterator[Issue]:
    node = draft.book.nodes.get(nodes.WHERE)
    if node is None:
        return
    asked = tuple((k, code) for k, c in keyed(node.choices) if (code := _country(c)))
    wanted = tuple((str(n), code) for n, code in enumerate(draft.book.countries, 1))
    if asked != wanted:
        message = (
            f"{node.id} does not ask for the countries of the Book by digits 1 to {len(wanted)}"
        )
        yield error(draft.at("node", node.id), "countries", message, "Use their order.")


def _country(choice: Choice) -> Country | None:
    """Return the country that a choice stands for; asking which other one stands for any other."""
    if choice.goto == WHICH:
        return ELSEWHERE
    return Country(choice.value) if choice.act is Act.COUNTRY else None


def _which(draft: Draft) -> Iterator[Issue]:
    """Whoever is in one of the other countries can say so in danger too."""
    node = draft.book.nodes.get(WHICH)
    asked = {code for choice in node.choices if (code := _country(choice))} if node else set()
    missing = sorted({*draft.book.others, ELSEWHERE} - asked) if draft.book.others else []
    if missing:
        message = f"{WHICH} does not ask for {', '.join(missing)}"
        yield error(draft.at("node", WHICH), "countries", message, "Add the choices.")


def _safe(draft: Draft) -> Iterator[Issue]:
    node = draft.book.nodes.get(nodes.SAFE)
    if node is None:
        return
    if tuple((choice.act, choice.value) for choice in node.choices) != tuple(
        (Act.SAFE, value) for value in THREE
    ):
        message = f"{node.id} must ask exactly: yes, no, cannot say"
        yield error(draft.at("node", node.id), "safe-three", message, "Use these three, in order.")


def _private(draft: Draft) -> Iterator[Issue]:
    """Value `yes` takes the neutral line away for good: doubt must never do that."""
    node = draft.book.nodes.get(nodes.PRIVATE)
    for choice in node.choices if node else ():
        if choice.act is Act.PRIVATE and choice.words == "unsaid" and choice.value != "no":
            message = f"{nodes.PRIVATE}: {choice.id} takes a doubt for a private phone"
            place = draft.at("choice", nodes.PRIVATE, choice.id)
            yield error(place, "doubt-private", message, "Set value: no (safety.md 1.3).")


def _joined(draft: Draft) -> Iterator[Issue]:
    """Before the first operator: what nobody here may ask for (safety.md 7)."""
    node = draft.book.nodes.get(nodes.JOINED)
    for locale in draft.locales if node else ():
        names = node.say if node else ()
        for forms in (names, tuple(draft.catalogue.short(name) for name in names)):
            if not _promised(draft, forms, locale):
                message = f"{nodes.JOINED} in {locale} does not warn of money, sex, meetings"
                place = draft.catalogue.place(forms[0], locale)
                yield error(place, "no-warning", message, "Say it before the first operator.")


def _promised(draft: Draft, names: tuple[str, ...], locale: Locale) -> bool:
    patterns = [draft.catalogue.pattern(name, locale) for name in names]
    words = " ".join(run for pattern in patterns if pattern for run in pattern.runs)
    stems = PROMISE.get(locale, ())
    return not words or all(re.search(stem, words, re.IGNORECASE) for stem in stems)
