"""Print what the reader makes of the sets: `python -m tests.understanding.figures`.

All sets are written by us and no native speaker has checked them yet. From all but `unseen`
banks or weights were made: they show what has become worse, not how well real cries are heard.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Collection, Iterator
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


NO_WARNING = frozenset({"RF08"})
"""A relative who found the work is never a warning alone."""
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


def unseen(reader: Reader, locale: Locale) -> Iterator[tuple[str, Tally]]:
    """Yield the figures of sentences that nothing was made from: what to expect of real ones.

    "noticed" is danger or a question, "near" says that the topic is among the first three,
    "found" and "right" say how many kinds of danger and flags of an offer are heard, and how
    many of those heard are there.
    """
    data = load(SETS / f"unseen.{locale}.yaml")
    every = (
        *_cries(reader, data),
        *_peace(reader, data["innocent"]),
        ("near", _near(reader, data["topics"])),
        *_offers(reader, data["offers"]),
        ("language", language(reader, data["language"], locale)),
    )
    yield from ((f"unseen: {name}", tally) for name, tally in every)


def load_unseen(locale: Locale) -> Iterator[str]:
    """Yield every text of the set nothing is made from."""
    data = load(SETS / f"unseen.{locale}.yaml")
    for kind in ("danger", "suicide", "child", "offers"):
        yield from (each["text"] for each in data[kind])
    for kind in ("concern", "innocent"):
        yield from data[kind]
    for asked in data["topics"].values():
        yield from asked


def _cries(reader: Reader, data: dict[str, Any]) -> Iterator[tuple[str, Tally]]:
    noticed, level, found, right = Tally(), Tally(), Tally(), Tally()
    for kind in ("danger", "suicide", "child"):
        heard, named = Tally(), Tally()
        for each in data[kind]:
            read = reader.read(each["text"]).danger
            level.add(each["text"], right=read.level is DangerLevel.DANGER)
            for tally in (noticed, heard):
                tally.add(each["text"], right=read.level is not DangerLevel.NONE)
            named.add(each["text"], right=kind in read.signs)
            _compare(each, read.signs, found, right)
        if kind != "danger":
            yield f"{kind} noticed", heard
            yield f"{kind} named", named
    yield from (("noticed", noticed), ("danger", level))
    yield from (("signs found", found), ("signs right", right))


def _compare(each: dict[str, Any], read: Collection[str], found: Tally, right: Tally) -> None:
    """Count the labels found, and what was found that is a label."""
    if "signs" in each:
        for sign in each["signs"]:
            found.add(each["text"], right=sign in read)
        for sign in read:
            right.add(each["text"], right=sign in each["signs"])


def _peace(reader: Reader, innocent: list[str]) -> Iterator[tuple[str, Tally]]:
    alarm, question = Tally(), Tally()
    for text in innocent:
        level = reader.read(text).danger.level
        alarm.add(text, right=level is not DangerLevel.DANGER)
        question.add(text, right=level is DangerLevel.NONE)
    yield from (("no alarm", alarm), ("no question", question))


def _near(reader: Reader, asked: dict[str, list[str]]) -> Tally:
    tally = Tally()
    for topic, texts_ in asked.items():
        for text in texts_:
            found = [one.id.partition(".")[0] for one in reader.read(text).topics]
            tally.add(text, right=topic.partition(".")[0] in found)
    return tally


def _offers(reader: Reader, told: list[dict[str, Any]]) -> Iterator[tuple[str, Tally]]:
    flagged, level, flags, right = Tally(), Tally(), Tally(), Tally()
    for each in told:
        text, offer = each["text"], reader.read(each["text"]).offer
        bad = offer.level is not OfferLevel.NONE
        flagged.add(text, right=bad == (each["level"] != "none"))
        if "flags" in each:
            level.add(text, right=offer.level == each["level"])
            for flag in {*each["flags"]} - NO_WARNING:
                flags.add(text, right=flag in offer.flags)
            for flag in {*offer.flags} - NO_WARNING:
                right.add(text, right=flag in each["flags"])
    named = (("offer", flagged), ("offer level", level), ("offer flags", flags))
    yield from (*named, ("offer flags right", right))


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
    over_all: defaultdict[str, Tally] = defaultdict(Tally)
    for locale in LOCALES:
        for name, tally in measure(reader, locale):
            _print(locale, name, tally)
            over_all[name].total += tally.total
            over_all[name].right += tally.right
            if "-v" in sys.argv:
                sys.stdout.writelines(f"        {text}\n" for text in tally.wrong)
    for name, tally in over_all.items():
        _print("all", name, tally)


def _print(locale: str, name: str, tally: Tally) -> None:
    line = f"{locale}  {name:28} {tally.right:4}/{tally.total:4}  {tally.share:.3f}"
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
