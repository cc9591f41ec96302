"""Wording: from a message id to the words of a locale, by Fluent.

Fluent keeps silent about faults; here they raise (strict) or are counted, and a
visitor sees the next language of the chain instead of an id or a hole.
"""

from __future__ import annotations

import re
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle
from fluent.runtime.types import fluent_number
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.dialogue.values import Arg, Form, Locale, Text

LAST = (Locale("ru"), Locale("en"))
"""Tried in this order when the visitor's own language lacks a message."""
NEAR: Mapping[str, Locale] = {"uz-Cyrl": Locale("uz-Latn"), "uz-Latn": Locale("uz-Cyrl")}
_HOLE = re.compile(r"\{-?[A-Za-z][\w.-]*\}|\{\?\?\?\}")
"""What Fluent prints for a reference that leads nowhere."""
_UNGIVEN = re.compile(r"Unknown external: ([\w-]+)")
"""How Fluent reports an argument it was not given; it prints the argument's name."""


REMEMBERED = 4096
"""Rendered wordings that are kept; a locale has about as many without arguments."""
PERSONAL = frozenset({"code"})
"""Arguments of one visitor: words with them are forgotten at once."""

_Key = tuple[str, Locale, Form, tuple[tuple[str, Arg], ...]]


class WordingError(Exception):
    """A message is missing, broken or was given the wrong arguments."""


@lru_cache(maxsize=512)
def _parsed(source: str) -> ast.Resource:
    # Where each word stands in its file is half of the work and of the memory.
    return FluentParser(with_spans=False).parse(source)


def _names(arg: Arg) -> bool:
    return isinstance(arg, str) and arg.startswith("@")


class _Needs(Visitor):
    """Finds the arguments of a wording, also through the messages it names."""

    def __init__(self, find: Callable[[str], Any]) -> None:
        self.args: set[str] = set()
        self._find = find
        self._seen: set[str] = set()

    def visit_VariableReference(self, node: Any) -> None:  # noqa: N802 -- the visitor's name
        self.args.add(node.id.name)

    def visit_MessageReference(self, node: Any) -> None:  # noqa: N802
        name = node.id.name + (f".{node.attribute.name}" if node.attribute else "")
        if name not in self._seen:
            self._seen.add(name)
            self.visit(self._find(name))


class Wording:
    """All of `locales/`: one folder a locale, any number of `.ftl` files in it.

    With `strict`, faults raise `WordingError`; otherwise `faults` counts them by
    `locale:message` and the chain locale, Russian, English is followed.
    """

    def __init__(self, locales: Path, strict: bool = False) -> None:  # noqa: FBT001, FBT002
        self.strict = strict
        self.faults: Counter[str] = Counter()
        self._needed: dict[tuple[str, Locale, Form], frozenset[str]] = {}
        self._rendered: OrderedDict[_Key, str] = OrderedDict()
        folders = (folder for folder in sorted(locales.iterdir()) if folder.is_dir())
        self._folders = {Locale(folder.name): folder for folder in folders}
        self._bundles: dict[Locale, Any] = {}
        self.locales = tuple(self._folders)
        if strict:
            for locale in self.locales:
                self._bundle(locale)

    def render(self, text: Text, locale: Locale, form: Form = Form.LONG) -> str:
        """Return the words of `text`; "" only where no language has them (never the id)."""
        return self._render(text.id, dict(text.args), locale, form)

    def label(self, message: str, locale: Locale, form: Form = Form.LONG) -> str:
        """Return the words of a message without arguments, as `render` would."""
        return self._render(message, {}, locale, form)

    def plain(self, message: str, locale: Locale) -> str:
        """Return the words in exactly this locale, "" where missing or in need of arguments.

        `message` may name an attribute: `card-passport.title`.
        """
        words, faults = self._format(message, {}, locale, Form.LONG)
        return "" if faults else words

    def has(self, message: str, locale: Locale) -> bool:
        """Tell whether this very locale has the message (or `message.attribute`)."""
        return self._pattern(message, locale, Form.LONG) is not None

    def ids(self, locale: Locale) -> frozenset[str]:
        """Return the ids of all messages of a locale, without attributes and terms."""
        bundle = self._bundle(locale)
        return frozenset(bundle._messages) if bundle else frozenset()  # noqa: SLF001

    def _bundle(self, locale: Locale) -> Any:
        """Return a locale, read when it is first spoken; None if there is none."""
        if locale not in self._bundles and locale in self._folders:
            self._bundles[locale] = self._read(self._folders[locale])
        return self._bundles.get(locale)

    def _read(self, folder: Path) -> Any:
        bundle = FluentBundle([folder.name], use_isolating=False)
        for file in sorted(folder.rglob("*.ftl")):
            resource = _parsed(file.read_text("utf-8"))
            if any(isinstance(entry, ast.Junk) for entry in resource.body):
                self._fault(f"{folder.name}:{file.name}", "an entry that is not Fluent")
            bundle.add_resource(resource)
        return bundle

    def _render(self, message: str, args: Mapping[str, Arg], locale: Locale, form: Form) -> str:
        key = self._key(message, args, locale, form)
        if key is None:
            return self._worded(message, args, locale, form)
        words = self._rendered.get(key)
        if words is None:
            before = self.faults.total()
            words = self._worded(message, args, locale, form)
            if self.faults.total() == before:
                self._remember(key, words)
        return words

    def _key(
        self, message: str, args: Mapping[str, Arg], locale: Locale, form: Form
    ) -> _Key | None:
        """Return what decides the words; None if they are one visitor's own, or not simple."""
        needed = self._needs(message, locale, form)
        if not needed:
            return message, locale, form, ()
        if needed & PERSONAL:
            return None
        given = tuple((name, args[name]) for name in needed if name in args)
        return None if any(_names(arg) for _, arg in given) else (message, locale, form, given)

    def _remember(self, key: _Key, words: str) -> None:
        self._rendered[key] = words
        if len(self._rendered) > REMEMBERED:
            self._rendered.popitem(last=False)

    def _worded(self, message: str, args: Mapping[str, Arg], locale: Locale, form: Form) -> str:
        last = ""
        for candidate in self._chain(locale):
            known = self._known(message, args, candidate, form)
            words, faults = self._format(message, known, candidate, form)
            if not faults:
                return words
            self._fault(f"{candidate}:{message}", "; ".join(faults))
            last = last or self._mended(message, known, candidate, form, faults)
        return last

    def _known(
        self, message: str, args: Mapping[str, Arg], locale: Locale, form: Form
    ) -> dict[str, object]:
        """Return what the message needs of the arguments; a screen is given twenty."""
        plain = {name: arg for name, arg in args.items() if not _names(arg)}
        return {
            name: self._value(args[name], plain, locale, form)
            for name in self._needs(message, locale, form)
            if name in args
        }

    def _needs(self, message: str, locale: Locale, form: Form) -> frozenset[str]:
        key = (message, locale, form)
        if key not in self._needed:
            reader = _Needs(lambda name: self._pattern(name, locale, Form.LONG))
            reader.visit(self._pattern(message, locale, form))
            self._needed[key] = frozenset(reader.args)
        return self._needed[key]

    def _mended(
        self,
        message: str,
        known: Mapping[str, object],
        locale: Locale,
        form: Form,
        faults: Iterable[str],
    ) -> str:
        """Return the words with nothing where an argument or reference is missing."""
        ungiven = dict.fromkeys(_UNGIVEN.findall("; ".join(faults)), "")
        words, _ = self._format(message, {**known, **ungiven}, locale, form)
        return _HOLE.sub("", words)

    def _chain(self, locale: Locale) -> Iterator[Locale]:
        near = NEAR.get(locale)
        yield from dict.fromkeys((locale, *((near,) if near else ()), *LAST))

    def _format(
        self, message: str, args: Mapping[str, object], locale: Locale, form: Form
    ) -> tuple[str, list[str]]:
        pattern = self._pattern(message, locale, form)
        if pattern is None:
            return "", ["missing"]
        words, errors = self._bundle(locale).format_pattern(pattern, args)
        return str(words), [str(error) for error in errors]

    def _pattern(self, message: str, locale: Locale, form: Form) -> Any:
        bundle = self._bundle(locale)
        name, _, attribute = message.partition(".")
        if bundle is None or not bundle.has_message(name):
            return None
        entry = bundle.get_message(name)
        if attribute:
            return entry.attributes.get(attribute)
        return entry.attributes.get(form.value, entry.value)

    def _value(self, arg: Arg, plain: Mapping[str, Arg], locale: Locale, form: Form) -> object:
        match arg:
            case None:
                return ""
            case bool() | int():
                # Without grouping: Russian groups thousands with a no-break space.
                return fluent_number(int(arg), useGrouping=False)
            case str() if _names(arg):
                # The named message may use the plain arguments ("opens at { $opens }"),
                # but names nothing further: there is no circle.
                return self._render(arg[1:], plain, locale, form)
            case str():
                return arg
            case _:
                self._fault(f"{locale}:{type(arg).__name__}", "times are worded by the core")
                return ""

    def _fault(self, where: str, what: str) -> None:
        if self.strict:
            raise WordingError(f"{where}: {what}")
        self.faults[where] += 1
