"""Choices of a screen: each has its own id, digit and words, and its act a known value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.content.draft import Draft
from bot.content.issues import Issue, error, warning
from bot.dialogue.book import Act, Book, Choice, Node
from bot.dialogue.letters import fold
from bot.dialogue.matching import BACK_KEY, COMMANDS, keyed

FIXED = {
    Act.PRIVATE: {"yes", "no"},
    Act.WIPE_AFTER: {"1", "6", "24", "46"},
    Act.COMPLAIN: {"keep", "words"},
    Act.SAFE: {"yes", "no", "unsaid"},
    Act.TODAY: {"yes", "no", "unsaid"},
    Act.AGE: {"minor", "adult", "unsaid"},
    Act.WISH: {"anyone", "woman", "man", "not_from_my_town"},
    Act.REPLY: {"here", "pull"},
}
"""Acts that need one of these values; the acts not named here or below take none."""
DIGITS = 9
"""More choices than this need two digits, which nobody types right on a keypad."""
ANSWERS = ("yes", "no", "skip", "unsaid")
WORD_LISTS = frozenset({*ANSWERS, *COMMANDS})


def find(draft: Draft) -> Iterator[Issue]:
    """Yield clashes within a screen, and acts, values and word lists nobody knows."""
    for node in draft.book.nodes.values():
        yield from _doubled(draft, node)
        yield from _labels(draft, node)
        # The name of a country can be typed, so a list of them may be longer than the keypad.
        if len(node.choices) > DIGITS and Act.COUNTRY not in {c.act for c in node.choices}:
            message = f"{node.id} has {len(node.choices)} choices, {DIGITS} have a digit"
            yield warning(draft.at("node", node.id), "many-choices", message, "Part the screen.")
        for choice in node.choices:
            yield from _meaning(draft, node, choice)
    yield from _clashes(draft)
    for name in sorted(WORD_LISTS - set(draft.book.words)):
        message = f"content/words.yaml has no list {name}"
        yield error(draft.at("words"), "no-word-list", message, "Write the list.")


def _clashes(draft: Draft) -> Iterator[Issue]:
    """Find words that mean two things: two answers, or two commands (the first one wins)."""
    for lists, kind in ((ANSWERS, error), (COMMANDS, warning)):
        seen: dict[str, str] = {}
        for name in lists:
            for word in draft.book.words.get(name, ()):
                other = seen.setdefault(word, name)
                if other != name:
                    message = f"{word!r} stands in the lists {other} and {name}"
                    yield kind(draft.at("words", name), "word-clash", message, "Keep it in one.")


def _doubled(draft: Draft, node: Node) -> Iterator[Issue]:
    ids = Counter(choice.id for choice in node.choices)
    digits = Counter(digit for digit, _ in keyed(node.choices))
    words = Counter(choice.words for choice in node.choices if choice.words)
    for kind, counts in (("id", ids), ("digit", digits), ("words", words)):
        for value, count in counts.items():
            if count > 1 or (kind == "digit" and value == BACK_KEY):
                message = f"{node.id}: the {kind} {value} stands for {count} choices"
                yield error(draft.at("node", node.id), f"double-{kind}", message, "Change one.")


def _labels(draft: Draft, node: Node) -> Iterator[Issue]:
    for locale in draft.locales:
        seen: dict[str, Choice] = {}
        for choice in node.choices:
            for form in (choice.label, f"{choice.label}.short"):
                folded = fold(draft.catalogue.words(form, locale) or "")
                other = seen.setdefault(folded, choice) if folded else choice
                if other is not choice:
                    message = f"{node.id} in {locale}: {other.id} and {choice.id} read alike"
                    place = draft.at("choice", node.id, choice.id)
                    yield error(place, "label-clash", message, "Word one of them differently.")


def _meaning(draft: Draft, node: Node, choice: Choice) -> Iterator[Issue]:
    place = draft.at("choice", node.id, choice.id)
    if choice.words and choice.words not in draft.book.words:
        message = f"{node.id}: {choice.id} names the unknown word list {choice.words}"
        yield error(place, "unknown-words", message, "Name a list of content/words.yaml.")
    if choice.act is Act.ANSWER:
        message = f"{node.id}: answers stand only on screens that the core makes"
        yield error(place, "core-act", message, "Use another act.")
    elif choice.act and not _fits(draft.book, choice.act, choice.value):
        message = (
            f"{node.id}: {choice.id} does {choice.act} with the unknown value {choice.value!r}"
        )
        yield error(place, "unknown-value", message, "Use a value this act knows.")


def _fits(book: Book, act: Act, value: str) -> bool:
    match act:
        case Act.LANGUAGE:
            return value in book.locales
        case Act.COUNTRY:
            return value in (*book.countries, *book.others)
        case Act.ASSESS:
            return True  # `targets` says it
        case _:
            return value in FIXED.get(act, {""})
