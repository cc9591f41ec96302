"""The wording as it stands in `locales/`: each message with its line, arguments and words.

Fluent itself says nothing about broken or doubled entries; here both are issues.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from bot.content.issues import Issue, Place, error
from bot.dialogue.values import Locale

VALUE = ""
"""The name under which a message keeps its value beside its attributes."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One wording: the arguments it takes, the messages it names, and its runs of words.

    `choices` are the names of the variants of each selector in it, the default last.
    """

    place: Place
    args: frozenset[str]
    refs: frozenset[str]
    runs: tuple[str, ...]
    choices: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A message (or a term, its id with a dash before) in one locale."""

    id: str
    place: Place
    patterns: Mapping[str, Pattern]
    node: Any = field(repr=False, compare=False)
    """Its syntax tree, for what needs the words as they were written."""


@dataclass(frozen=True)
class Catalogue:
    """All entries of all locales, and what is wrong with the files."""

    entries: Mapping[Locale, Mapping[str, Entry]]
    issues: tuple[Issue, ...]
    _bundles: Mapping[Locale, Any] = field(repr=False)

    def pattern(self, message: str, locale: Locale) -> Pattern | None:
        """Return the wording of `message` or `message.attribute` in exactly this locale."""
        name, _, attribute = message.partition(".")
        entry = self.entries.get(locale, {}).get(name)
        return entry.patterns.get(attribute) if entry else None

    def args(self, message: str, locale: Locale) -> frozenset[str]:
        """Return the arguments a wording needs, also through the messages it names."""
        found: set[str] = set()
        seen: set[str] = set()
        waiting = [message]
        while waiting:
            name = waiting.pop()
            pattern = self.pattern(name, locale)
            if pattern and name not in seen:
                seen.add(name)
                found |= pattern.args
                waiting.extend(ref for ref in pattern.refs if not ref.startswith("-"))
        return frozenset(found)

    def words(
        self, message: str, locale: Locale, args: Mapping[str, object] | None = None
    ) -> str | None:
        """Return the words of exactly this locale; None where missing or not to be made."""
        if self.pattern(message, locale) is None:
            return None
        name, _, attribute = message.partition(".")
        entry = self._bundles[locale].get_message(name)
        pattern = entry.attributes[attribute] if attribute else entry.value
        words, errors = self._bundles[locale].format_pattern(pattern, dict(args or {}))
        return None if errors else str(words)

    def short(self, message: str) -> str:
        """Return the name of the short form where any locale has one, else of the value."""
        name = f"{message}.short"
        return name if any(self.pattern(name, locale) for locale in self.entries) else message

    def place(self, message: str, locale: Locale) -> Place:
        """Return where a message stands; its folder where it is missing."""
        entry = self.entries.get(locale, {}).get(message.partition(".")[0])
        pattern = self.pattern(message, locale)
        found = pattern or entry
        return found.place if found else Place(f"locales/{locale}")


def read(locales: Path) -> Catalogue:
    """Read every `.ftl` file below `locales/`, one folder a locale."""
    entries: dict[Locale, Mapping[str, Entry]] = {}
    bundles: dict[Locale, Any] = {}
    issues: list[Issue] = []
    for folder in sorted(path for path in locales.iterdir() if path.is_dir()):
        locale = Locale(folder.name)
        bundles[locale] = FluentBundle([folder.name], use_isolating=False)
        found: dict[str, Entry] = {}
        for file in sorted(folder.rglob("*.ftl")):
            shown = f"{locales.name}/{file.relative_to(locales).as_posix()}"
            try:
                source = file.read_text("utf-8")
            except UnicodeDecodeError:
                place = Place(shown)
                issues.append(error(place, "encoding", "this is not UTF-8", "Save it as UTF-8."))
                continue
            resource = _parsed(source)
            bundles[locale].add_resource(resource)
            issues.extend(_take(found, _Source(shown, source), resource))
        entries[locale] = found
    return Catalogue(entries, tuple(issues), bundles)


@lru_cache(maxsize=256)
def _parsed(source: str) -> Any:
    return FluentResource(source)


@dataclass(frozen=True, slots=True)
class _Source:
    file: str
    text: str

    def place(self, node: Any) -> Place:
        return Place(self.file, self.text.count("\n", 0, node.span.start) + 1)


def _take(found: dict[str, Entry], source: _Source, resource: Any) -> Iterator[Issue]:
    for node in resource.body:
        place = source.place(node) if node.span else Place(source.file)
        if isinstance(node, ast.Junk):
            yield error(place, "junk", "this is not Fluent and would be skipped", "Correct it.")
        elif isinstance(node, ast.Message | ast.Term):
            entry = _entry(node, source)
            if entry.id in found:
                first = found[entry.id].place
                message = f"{entry.id} is defined before, in {first.file}:{first.line}"
                yield error(place, "duplicate-message", message, "Keep one of the two.")
            found.setdefault(entry.id, entry)


def _entry(node: Any, source: _Source) -> Entry:
    dash = "-" if isinstance(node, ast.Term) else ""
    patterns = {VALUE: _pattern(node.value, source, node)} if node.value else {}
    patterns |= {a.id.name: _pattern(a.value, source, a) for a in node.attributes}
    return Entry(dash + node.id.name, source.place(node), patterns, node)


def _pattern(pattern: Any, source: _Source, owner: Any) -> Pattern:
    reader = _Reader()
    reader.visit(pattern)
    return Pattern(
        place=source.place(owner),
        args=frozenset(reader.args),
        refs=frozenset(reader.refs),
        runs=tuple(reader.runs),
        choices=tuple(reader.choices),
    )


class _Reader(Visitor):
    def __init__(self) -> None:
        self.args: list[str] = []
        self.refs: list[str] = []
        self.runs: list[str] = []
        self.choices: list[tuple[str, ...]] = []

    def visit_VariableReference(self, node: Any) -> None:  # noqa: N802 -- the visitor's name
        self.args.append(node.id.name)

    def visit_MessageReference(self, node: Any) -> None:  # noqa: N802
        attribute = f".{node.attribute.name}" if node.attribute else ""
        self.refs.append(node.id.name + attribute)

    def visit_TermReference(self, node: Any) -> None:  # noqa: N802
        self.refs.append(f"-{node.id.name}")
        self.generic_visit(node)

    def visit_SelectExpression(self, node: Any) -> None:  # noqa: N802
        variants = sorted(node.variants, key=lambda variant: bool(variant.default))
        names = (getattr(v.key, "name", None) or str(v.key.value) for v in variants)
        self.choices.append(tuple(names))
        self.generic_visit(node)

    def visit_TextElement(self, node: Any) -> None:  # noqa: N802
        self.runs.append(node.value)

    def visit_StringLiteral(self, node: Any) -> None:  # noqa: N802
        self.runs.append(node.parse()["value"])
