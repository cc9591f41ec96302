"""Issues: what is wrong with the content, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error must not reach a visitor; a warning should be looked at."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a file; `file` is relative to the folder above `content/` and `locales/`."""

    file: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Issue:
    """One finding. `code` is stable and short, for tests and for looking it up."""

    file: str
    line: int
    severity: Severity
    code: str
    message: str
    remedy: str

    def __str__(self) -> str:
        """Return the finding as one line, the way compilers print theirs."""
        where = f"{self.file}:{self.line}"
        return f"{where}: {self.severity}: {self.message} [{self.code}] {self.remedy}"


def error(place: Place, code: str, message: str, remedy: str) -> Issue:
    """Return an issue that must not reach a visitor."""
    return Issue(place.file, place.line, Severity.ERROR, code, message, remedy)


def warning(place: Place, code: str, message: str, remedy: str) -> Issue:
    """Return an issue somebody should look at."""
    return Issue(place.file, place.line, Severity.WARNING, code, message, remedy)


class ContentError(Exception):
    """The content cannot be served; `issues` say why."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.issues = tuple(issues)
        super().__init__("\n".join(str(issue) for issue in self.issues))
