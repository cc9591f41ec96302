"""Print how long reading takes: `python -m tests.bench.understanding`. Nothing is asserted."""

from __future__ import annotations

import sys
from time import perf_counter

from bot.understanding import Reader
from tests.understanding.banks import LOCALES, SETS, book, load

ROUNDS = 5
LONG = {
    "4,000 letters of one word": "а" * 4_000,
    "800 words of danger": "меня не бьют если " * 220,
    "100,000 letters": "kyz ber " * 12_500,
}


def _milliseconds(reader: Reader, texts: list[str]) -> float:
    started = perf_counter()
    for _ in range(ROUNDS):
        for text in texts:
            reader.read(text)
    return (perf_counter() - started) * 1_000 / ROUNDS / len(texts)


def main() -> None:
    """Print milliseconds a message per locale, and for texts made to be slow."""
    content = book()
    started = perf_counter()
    reader = Reader(content)
    built = (perf_counter() - started) * 1_000
    sys.stdout.write(f"{len(content.phrases)} phrases, indexes built in {built:.0f} ms\n")
    for locale in LOCALES:
        sets = load(SETS / f"danger.{locale}.yaml")
        texts = [text for sentences in sets.values() for text in sentences]
        sys.stdout.write(f"{locale}: {_milliseconds(reader, texts):.3f} ms a message\n")
    for name, text in LONG.items():
        sys.stdout.write(f"{name}: {_milliseconds(reader, [text]):.1f} ms\n")


if __name__ == "__main__":
    main()
