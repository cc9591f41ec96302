"""Messages between the locales: none missing, none left over, the same arguments in each."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.catalogue import VALUE, Entry
from bot.content.draft import Draft
from bot.content.issues import Issue, Place, error, warning
from bot.dialogue.values import Locale

CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
PLURALS = {
    Locale("en"): frozenset({"one"}),
    Locale("ru"): frozenset({"one", "few", "many"}),
    Locale("ky"): frozenset({"one"}),
    Locale("tg"): frozenset({"one"}),
    Locale("uz-Latn"): frozenset({"one"}),
    Locale("uz-Cyrl"): frozenset({"one"}),
}
"""Forms that whole numbers take, besides `other`."""
REFERENCE = Locale("en")
"""What the other locales are compared with, where the Book has it."""
STAFF = "desk.ftl"
"""Words that operators read and no visitor; they need not stand in every locale."""


def find(draft: Draft) -> Iterator[Issue]:
    """Yield what one locale has and another lacks, and references that lead nowhere."""
    entries = draft.catalogue.entries
    for locale in draft.locales:
        if locale not in entries:
            place = draft.at()
            yield error(place, "no-locale", f"{locale} has no folder", "Add it or drop it.")
    reference = REFERENCE if REFERENCE in entries else next(iter(entries), REFERENCE)
    for locale in draft.locales:
        if locale != reference:
            yield from _compared(draft, reference, locale)
        yield from _references(draft, locale)
        yield from _plurals(draft, locale)


def _compared(draft: Draft, reference: Locale, locale: Locale) -> Iterator[Issue]:
    ours = draft.catalogue.entries.get(reference, {})
    theirs = draft.catalogue.entries.get(locale, {})
    staff = any(entry.place.file.endswith(f"/{STAFF}") for entry in theirs.values())
    for name, entry in ours.items():
        if entry.place.file.endswith(f"/{STAFF}") and not staff:
            continue
        if name not in theirs and not name.startswith("-"):
            message = f"{name} is missing in {locale}"
            yield error(Place(f"locales/{locale}"), "missing-message", message, _like(entry))
    for name, entry in theirs.items():
        if name in ours:
            yield from _attributes(ours[name], entry, locale)
            yield from _arguments(draft, ours[name], locale, reference)
        elif not name.startswith("-"):
            message = f"{name} is not in {reference} any more"
            yield error(entry.place, "obsolete-message", message, "Remove it, or add it there.")


def _like(entry: Entry) -> str:
    return f"Word it like {entry.place.file}:{entry.place.line}."


def _attributes(ours: Entry, theirs: Entry, locale: Locale) -> Iterator[Issue]:
    for name in ours.patterns.keys() - theirs.patterns.keys():
        message = f"{ours.id}{_named(name)} is missing in {locale}"
        yield error(theirs.place, "missing-attribute", message, _like(ours))
    for name in theirs.patterns.keys() - ours.patterns.keys():
        message = f"{ours.id}{_named(name)} is only in {locale}"
        yield error(theirs.patterns[name].place, "obsolete-attribute", message, "Remove it.")


def _named(attribute: str) -> str:
    return f".{attribute}" if attribute != VALUE else " (its value)"


def _arguments(draft: Draft, ours: Entry, locale: Locale, reference: Locale) -> Iterator[Issue]:
    for attribute in ours.patterns:
        name = f"{ours.id}.{attribute}" if attribute else ours.id
        if ours.id.startswith("-") or draft.catalogue.pattern(name, locale) is None:
            continue
        needed = draft.catalogue.args(name, reference)
        taken = draft.catalogue.args(name, locale)
        place = draft.catalogue.place(name, locale)
        for arg in sorted(taken - needed):
            message = f"{name} in {locale} takes ${arg}, in {reference} it does not"
            yield error(place, "unknown-argument", message, "Use the arguments of the others.")
        for arg in sorted(needed - taken):
            # A short form may say less where letters take twice the room.
            kind = warning if attribute else error
            message = f"{name} in {locale} leaves out ${arg}"
            yield kind(place, "missing-argument", message, f"Say ${arg} here too.")


def _references(draft: Draft, locale: Locale) -> Iterator[Issue]:
    entries = draft.catalogue.entries.get(locale, {})
    for entry in entries.values():
        for pattern in entry.patterns.values():
            for ref in sorted(pattern.refs):
                found = ref in entries or draft.catalogue.pattern(ref, locale)
                if not found:
                    message = f"{entry.id} names {ref}, which {locale} does not have"
                    yield error(pattern.place, "no-reference", message, "Correct the name.")


def _plurals(draft: Draft, locale: Locale) -> Iterator[Issue]:
    """Find a plural that lacks a form this language counts with; the default is one of them."""
    if locale not in PLURALS:
        return
    for entry in draft.catalogue.entries.get(locale, {}).values():
        for pattern in entry.patterns.values():
            for names in pattern.choices:
                counted = CATEGORIES & set(names)
                missing = sorted(PLURALS[locale] - counted)
                spare = names[-1] == "other"
                if counted - {"other"} and len(missing) > spare:
                    message = f"{entry.id} in {locale} has no form for {', '.join(missing)}"
                    yield error(pattern.place, "plural", message, "Add the forms.")
