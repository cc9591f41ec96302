"""Print what the reader makes of the sets: `python -m tests.understanding.figures`.

All sets are written by us and no native speaker has checked them yet. From all but `unseen`
banks or weights were made: they show what has become worse, not how well real cries are heard.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.dialogue.reading import DangerLevel, OfferLevel
from bot.dialogue.values import Locale
from bot.understanding import Reader
from tests.understanding.banks import LOCALES, SETS, book, load, texts


@dataclass
class Tally:
    """How many of how many, and which went wrong."""

    right: int = 0
    total: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, text: str, *, right: bool) -> None:
        """Count one text."""
        self.total += 1
        self.right += right
        if not right:
            self.wrong.append(text)

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.right / self.total if self.total else 1.0


NAMES = ("recall", "heard", "concern", "no false alarm", "no question")
"""`heard` counts a cry that brings the question at least."""


def danger(reader: Reader, sets: dict[str, list[str]]) -> dict[str, Tally]:
    """Return recall of danger and of worries, and how often peace is kept.

    `quiet` texts may bring one question, never the emergency answer.
    """
    tallies = {name: Tally() for name in NAMES}
    for wanted, sentences in sets.items():
        for text in sentences:
            level = reader.read(text).danger.level
            if wanted == "danger":
                tallies["recall"].add(text, right=level is DangerLevel.DANGER)
                tallies["heard"].add(text, right=level is not DangerLevel.NONE)
                continue
            tallies["no false alarm"].add(text, right=level is not DangerLevel.DANGER)
            if wanted == "concern":
                tallies["concern"].add(text, right=level is not DangerLevel.NONE)
            if wanted == "none":
                tallies["no question"].add(text, right=level is DangerLevel.NONE)
    return tallies


def language(reader: Reader, sentences: list[str], locale: Locale) -> Tally:
    """Return how many texts are taken for their own language, without a prior."""
    tally = Tally()
    for text in sentences:
        tally.add(text, right=reader.read(text).locale == locale)
    return tally


def topics(reader: Reader, cards: dict[str, list[str]]) -> Tally:
    """Return how often the first topic is the card meant."""
    tally = Tally()
    for card, sentences in cards.items():
        for text in sentences:
            found = reader.read(text).topics
            tally.add(text, right=bool(found) and found[0].id == card)
    return tally


def offers(reader: Reader, adverts: list[dict[str, Any]]) -> tuple[Tally, Tally]:
    """Return how often all expected flags are found, and how often the level is right."""
    flags, levels = Tally(), Tally()
    for each in adverts:
        offer = reader.read(each["text"]).offer
        expected = set() if each["level"] == "none" else set(each["flags"])
        flags.add(each["text"], right=expected <= set(offer.flags))
        levels.add(each["text"], right=offer.level == each["level"])
    return flags, levels


def unseen(reader: Reader, locale: Locale) -> Iterable[tuple[str, Tally]]:
    """Return the figures of sentences that nothing was made from: what to expect of real ones.

    "noticed" is danger or a question, "near" says that the topic is among the first three.
    """
    data = load(SETS / f"unseen.{locale}.yaml")
    names = ("noticed", "danger", "suicide noticed", "child noticed", "no alarm", "no question")
    tallies = {name: Tally() for name in (*names, "near", "offer", "language")}
    for kind in ("danger", "suicide", "child"):
        for text in data[kind]:
            level = reader.read(text).danger.level
            heard = level is not DangerLevel.NONE
            tallies["danger"].add(text, right=level is DangerLevel.DANGER)
            for name in ("noticed", *((f"{kind} noticed",) if kind != "danger" else ())):
                tallies[name].add(text, right=heard)
    for text in data["innocent"]:
        level = reader.read(text).danger.level
        tallies["no alarm"].add(text, right=level is not DangerLevel.DANGER)
        tallies["no question"].add(text, right=level is not DangerLevel.CONCERN)
    for topic, text in data["topics"].items():
        found = [one.id.partition(".")[0] for one in reader.read(text).topics]
        tallies["near"].add(text, right=topic in found)
    for kind, bad in (("bad-offer", True), ("ordinary-offer", False)):
        for text in data[kind]:
            flagged = reader.read(text).offer.level is not OfferLevel.NONE
            tallies["offer"].add(text, right=flagged == bad)
    tallies["language"] = language(reader, data["language"], locale)
    return ((f"unseen: {name}", tally) for name, tally in tallies.items())


def measure(reader: Reader, locale: Locale) -> Iterator[tuple[str, Tally]]:
    """Yield every figure of one locale."""
    for name, tally in danger(reader, texts("danger", locale)).items():
        yield f"danger: {name}", tally
    peaceful = {"none": texts("ordinary", locale)}
    yield "ordinary: no false alarm", danger(reader, peaceful)["no false alarm"]
    yield "language", language(reader, texts("language", locale), locale)
    yield "topic", topics(reader, texts("topics", locale))
    flags, levels = offers(reader, texts("offers", locale))
    yield "offer: flags", flags
    yield "offer: level", levels
    yield from unseen(reader, locale)
    for label, name in (
        ("second", "danger.second"),
        ("third", "danger.third"),
        ("held out", "held-out.danger"),
    ):
        for figure, tally in danger(reader, texts(name, locale)).items():
            if tally.total:
                yield f"{label}: {figure}", tally


def main() -> None:
    """Print all figures; with `-v` also the texts that went wrong."""
    reader = Reader(book())
    for locale in LOCALES:
        for name, tally in measure(reader, locale):
            line = f"{locale}  {name:28} {tally.right:3}/{tally.total:3}  {tally.share:.2f}"
            sys.stdout.write(line + "\n")
            if "-v" in sys.argv:
                sys.stdout.writelines(f"        {text}\n" for text in tally.wrong)


if __name__ == "__main__":
    main()
