"""Room: what is sent as SMS fits one segment, menu labels fit a button."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bot.content.checks.facts import moments, say
from bot.content.draft import Draft
from bot.content.issues import Issue, error
from bot.dialogue.nodes import card_message
from bot.dialogue.values import Arg, Locale

DANGER = "danger."
GSM_SINGLE, GSM_PART, UCS_SINGLE, UCS_PART = 160, 153, 70, 67
ESCAPED = frozenset("^{}\\[]~|")
TITLE, LINE = 30, 60
LONG_SHARE = 5
"""At most one card in so many may take two segments."""
SENT_AS = {Locale("uz-Cyrl"): Locale("uz-Latn")}
"""Sent in the letters of another locale where that saves a segment.

What is made from the Latin wording letter by letter always exceeds 70 Cyrillic letters where
that fills 160 Latin ones; the sender then writes it in Latin again, so Latin is measured.
"""
TYPED = str.maketrans(
    {**dict.fromkeys("‘’ʻʼ`", "'"), **dict.fromkeys("«»“”„", '"'), "–": "-", "—": "-", "…": "..."}
)
"""Marks that the sender writes plainly anyway."""


def cost(text: str) -> int:
    """Return how many SMS a text takes, on the safe side: what is not ASCII is UCS-2."""
    plain = text.translate(TYPED)
    if plain.isascii() and "`" not in plain:
        length = len(plain) + sum(character in ESCAPED for character in plain)
        return 1 if length <= GSM_SINGLE else -(-length // GSM_PART)
    length = len(plain.encode("utf-16-be")) // 2
    return 1 if length <= UCS_SINGLE else -(-length // UCS_PART)


def find(draft: Draft, today: date) -> Iterator[Issue]:
    """Yield what is too long for where it is shown."""
    for locale in draft.locales:
        yield from _danger(draft, locale, today)
        yield from _cards(draft, locale, today)


def _sent(draft: Draft, locale: Locale) -> Locale:
    latin = SENT_AS.get(locale, locale)
    return latin if latin in draft.catalogue.entries else locale


def _danger(draft: Draft, locale: Locale, today: date) -> Iterator[Issue]:
    """Each answer to danger is one SMS, in any country and at any time (safety.md 1.3)."""
    facts = tuple(moments(draft.book, today))
    for node in draft.book.nodes.values():
        if not node.id.startswith(DANGER):
            continue
        names = [draft.catalogue.short(message) for message in node.say]
        varied = any(draft.catalogue.args(name, locale) for name in names)
        tried = [
            (known, _said(draft, names, _sent(draft, locale), known))
            for known in (facts if varied else facts[:1])
        ]
        known, longest = max(tried, key=lambda pair: len(pair[1]), default=({}, ""))
        if names and cost(longest) > 1:
            place = draft.catalogue.place(names[0], locale)
            where = str(known.get("country", "")).removeprefix("@country-").upper()
            message = f"{node.id} in {locale} takes {len(longest)} characters as SMS, in {where}"
            yield error(place, "sms-danger", message, "Shorten it to one segment.")


def _said(draft: Draft, names: Sequence[str], locale: Locale, known: Mapping[str, Arg]) -> str:
    return "\n".join(say(draft.catalogue, name, locale, known) for name in names)


def _cards(draft: Draft, locale: Locale, today: date) -> Iterator[Issue]:
    doubles = []
    for card in draft.book.cards:
        name = card_message(card)
        if draft.catalogue.pattern(name, locale) is None:
            continue
        if draft.catalogue.pattern(f"{name}.short", locale) is None:
            place = draft.catalogue.place(name, locale)
            yield error(place, "no-short", f"{name} in {locale} has no .short", "Word it.")
        elif cost(short := _longest(draft, f"{name}.short", _sent(draft, locale), today)) > 1:
            doubles.append(name)
            yield from _triple(draft, locale, name, short)
        yield from _room(draft, locale, f"{name}.title", TITLE)
        yield from _room(draft, locale, f"{name}.line", LINE)
    if len(doubles) * LONG_SHARE > len(draft.book.cards):
        place = draft.catalogue.place(f"{doubles[-1]}.short", locale)
        message = f"{len(doubles)} cards take two SMS in {locale}: {', '.join(doubles)}"
        yield error(place, "sms-share", message, "At most one card in five may; shorten some.")


def _longest(draft: Draft, name: str, locale: Locale, today: date) -> str:
    fixed = draft.catalogue.words(name, locale)
    if fixed is not None:
        return fixed
    tried = (say(draft.catalogue, name, locale, known) for known in moments(draft.book, today))
    return max(tried, key=len, default="")


def _triple(draft: Draft, locale: Locale, name: str, short: str) -> Iterator[Issue]:
    if cost(short) > 2:  # noqa: PLR2004 -- two are allowed to some
        place = draft.catalogue.place(f"{name}.short", locale)
        message = f"{name} in {locale} takes {cost(short)} SMS"
        yield error(place, "sms-card", message, "Shorten it to one segment.")


def _room(draft: Draft, locale: Locale, name: str, limit: int) -> Iterator[Issue]:
    words = draft.catalogue.words(name, locale)
    if words is not None and len(words) > limit:
        message = f"{name} in {locale} has {len(words)} characters, {limit} fit"
        yield error(draft.catalogue.place(name, locale), "too-long", message, "Shorten it.")
