"""Reading YAML 1.2: every problem of a file at once, each with its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from bot.content.annotated import bare, line_of
from bot.content.issues import Issue, Place, error
from bot.content.schema import Model, kind_of

SKIPPED = frozenset({"signatures.yaml"})
"""Files beside the content that are not content."""

M_co = TypeVar("M_co", bound=Model, covariant=True)


@dataclass(frozen=True)
class Document(Generic[M_co]):
    """A file that has its shape, and the way from a field back to its line."""

    file: str
    model: M_co
    _tree: Any = field(repr=False)

    def place(self, *path: str | int) -> Place:
        """Return the line of a field; of the nearest field above it where it has none."""
        return Place(self.file, line_of(self._tree, path))


def read(content: Path) -> tuple[tuple[Document[Model], ...], tuple[Issue, ...]]:
    """Read all of `content/`: the files that have their shape, and what is wrong with the rest."""
    documents: list[Document[Model]] = []
    issues: list[Issue] = []
    for file in sorted(content.rglob("*.y*ml")):
        if ".example." in file.name:
            continue  # shows how a file may look; nothing reads it
        path = file.relative_to(content).as_posix()
        if path in SKIPPED:
            continue
        found = read_file(file, path, f"{content.name}/{path}")
        if isinstance(found, Document):
            documents.append(found)
        else:
            issues.extend(found)
    return tuple(documents), tuple(issues)


def read_file(file: Path, path: str, shown: str) -> Document[Model] | list[Issue]:
    """Read one file; `path` decides its kind, `shown` is how issues name it."""
    kind = kind_of(path)
    if kind is None or file.suffix != ".yaml":
        return [error(Place(shown), "unknown-file", "no kind of content has this name", "Move it.")]
    try:
        tree = YAML(typ="rt").load(file.read_text("utf-8"))
    except UnicodeDecodeError:
        return [error(Place(shown), "encoding", "the file is not UTF-8", "Save it as UTF-8.")]
    except YAMLError as fault:
        return [_yaml_issue(shown, fault)]
    try:
        return Document(shown, kind.model_validate(bare(tree)), tree)
    except ValidationError as faults:
        return [_schema_issue(shown, tree, fault) for fault in faults.errors()]


def _yaml_issue(shown: str, fault: YAMLError) -> Issue:
    mark = getattr(fault, "problem_mark", None) if isinstance(fault, MarkedYAMLError) else None
    problem = getattr(fault, "problem", None) or "the file is not YAML"
    place = Place(shown, mark.line + 1 if mark else 1)
    return error(place, "yaml", str(problem), "Correct the YAML; quote what is text.")


def _schema_issue(shown: str, tree: Any, fault: Any) -> Issue:
    path = tuple(fault["loc"])
    where = ".".join(str(step) for step in path) or "the file"
    remedy = "Quote it as text." if fault["type"] == "string_type" else "Correct the field."
    place = Place(shown, line_of(tree, path))
    return error(place, "schema", f"{where}: {fault['msg']}", remedy)
