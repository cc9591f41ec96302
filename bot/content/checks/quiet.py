"""Words that betray: none in a first line, a title or a preview, and one of them nowhere.

Whoever glances at the phone must not read what this is about (design.md, promise 9).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.content.draft import Draft
from bot.content.issues import Issue, error
from bot.dialogue.nodes import card_message
from bot.dialogue.values import Locale

POLICE = {
    "en": r"police\w*",
    "ru": r"полици\w*|милици\w*",
    "ky": r"полиция\w*|милиция\w*",
    "uz-Latn": r"politsiya\w*|militsiya\w*",
    "uz-Cyrl": r"полиция\w*|милиция\w*",
    "tg": r"полис\w*|милитси\w*|пулис\w*",
}
"""May stand beside a number: what it is must be said there (safety.md 1.1)."""
LOUD = {
    "en": r"traffick\w*|slave\w*|hot ?lines?|help ?lines?|crisis|crim\w+|rap(e|ed|ist)"
    r"|prostitut\w*|suicid\w*|abus(e|ed|er|ive)|exploit\w*|shelter\w*",
    "ru": r"торговл\w+ людьми|трафик\w*|траффик\w*|рабств\w*|раб(ы|ом|ов)|горяч\w+ лини\w+"
    r"|телефон\w* довери\w+|кризис\w*|преступ\w*|изнасил\w*|проститу\w*"
    r"|самоубий\w*|суицид\w*|насили\w*|эксплуат\w*|убежищ\w*",
    "ky": r"адам сат\w+|адам соод\w+|кулчулук\w*|ишеним телефон\w*|кризис\w*|кылмыш\w*"
    r"|зордук\w*|сойку\w*|өзүн өзү өлтүр\w*|эксплуатация\w*",
    "uz-Latn": r"odam savdo\w*|qullik\w*|qul(lar)?|ishonch telefon\w*|qaynoq liniya\w*|inqiroz\w*"
    r"|krizis\w*|jinoyat\w*|zo'rla(sh|n|d)\w*|zo'ravon\w*|fohisha\w*|o'z joniga\w*|suitsid\w*"
    r"|ekspluatatsiya\w*|boshpana\w*",
    "uz-Cyrl": r"одам савдо\w*|қуллик\w*|қул(лар)?|ишонч телефон\w*|қайноқ линия\w*|инқироз\w*"
    r"|кризис\w*|жиноят\w*|зўрла(ш|н|д)\w*|зўравон\w*|фоҳиша\w*|ўз жонига\w*|суицид\w*"
    r"|эксплуатация\w*|бошпана\w*",
    "tg": r"савдои одам\w*|одамфурӯш\w*|ғулом\w*|хатти боварӣ|бӯҳрон\w*|ҷиноят\w*"
    r"|таҷовуз\w*|фоҳиша\w*|худкушӣ\w*|зӯровар\w*|истисмор\w*|паноҳгоҳ\w*",
}
"""The crime and the kind of help: not on a lock screen."""
NOWHERE = {
    "en": r"victim\w*",
    "ru": r"жертв\w+",
    "ky": r"курмандык\w*|жабырлануучу\w*",
    "uz-Latn": r"qurbon\w*|jabrlanuvchi\w*",
    "uz-Cyrl": r"қурбон\w*|жабрланувчи\w*",
    "tg": r"қурбон\w*|ҷабрдида\w*",
}
"""Nobody who writes to us is called that."""
NEUTRAL = "danger-neutral"
NUMBERS = frozenset({"rescue", "police", "line", "child"})
_SENTENCE = re.compile(r"[.!?:\n]")


def find(draft: Draft) -> Iterator[Issue]:
    """Yield loud words in what is seen first, and forbidden ones anywhere."""
    for locale in draft.locales:
        for name in seen_first(draft):
            yield from _loud(draft, name, locale)
        yield from _forbidden(draft, locale)


def seen_first(draft: Draft) -> tuple[str, ...]:
    """Return the messages whose first line a stranger may see: openings, titles, lines."""
    screens = [node for node in draft.book.nodes.values() if node.say]
    # A neutral screen opens with a line of its own wherever there is room for it.
    openings = [NEUTRAL, *(node.say[0] for node in screens if not node.neutral)]
    shorts = [f"{node.say[0]}.short" for node in screens]
    lines = [f"{node.say[0]}.line" for node in screens]
    cards = [f"{card_message(card)}.title" for card in draft.book.cards]
    titles = [f"assess-{name}-title" for name in draft.book.assessments]
    intros = [assessment.intro for assessment in draft.book.assessments.values()]
    return tuple(dict.fromkeys((*openings, *shorts, *lines, *cards, *titles, *intros)))


def _loud(draft: Draft, name: str, locale: Locale) -> Iterator[Issue]:
    pattern = draft.catalogue.pattern(name, locale)
    if pattern is None:
        return
    first = _SENTENCE.split("".join(pattern.runs).lstrip())[0]
    labels = pattern.args & NUMBERS or pattern.refs
    found = _search(LOUD, locale, first) or (not labels and _search(POLICE, locale, first))
    if found:
        message = f"{name} in {locale} opens with {found!r}"
        yield error(pattern.place, "loud", message, "Open with something anybody could get.")


def _forbidden(draft: Draft, locale: Locale) -> Iterator[Issue]:
    for entry in draft.catalogue.entries.get(locale, {}).values():
        for pattern in entry.patterns.values():
            if found := _search(NOWHERE, locale, " ".join(pattern.runs)):
                message = f"{entry.id} in {locale} says {found!r}"
                yield error(pattern.place, "victim", message, "Say person, or you.")


def _search(lists: dict[str, str], locale: Locale, text: str) -> str | None:
    found = re.search(rf"(?i)\b({lists[locale]})\b", text) if locale in lists else None
    return found[0] if found else None
