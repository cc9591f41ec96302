"""Reading the gateway file: every problem at once, each with its line, none with a secret."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from bot.channels.sms.schema import SmsFile, TwilioFile
from bot.content.annotated import bare, line_of

OTHERS = stat.S_IRWXG | stat.S_IRWXO
KINDS = frozenset({"android", "kannel", "twilio", "template"})
"""Steps of a path that stand in no file: which shape was tried."""


class GatewayFileError(Exception):
    """The gateway file cannot be used; `problems` are sentences, each with a line."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


def read(path: Path) -> SmsFile:
    """Return the file's content. Raises `GatewayFileError`; secrets stand relative to the file."""
    try:
        tree = YAML(typ="rt").load(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        raise GatewayFileError([f"{path.name}: the file cannot be read as UTF-8."]) from None
    except YAMLError as fault:
        raise GatewayFileError([_broken(path.name, fault)]) from None
    try:
        return SmsFile.model_validate(bare(tree), context={"folder": path.parent})
    except ValidationError as faults:
        problems = [_problem(path.name, tree, fault) for fault in faults.errors()]
    raise GatewayFileError(problems)


def warnings(path: Path, file: SmsFile) -> Iterator[str]:
    """Yield what `doctor` says about a file that can be used."""
    if path.stat().st_mode & OTHERS:
        yield f"{path.name} can be read by others; `chmod 600` it, it may hold secrets."
    for one in file.gateways:
        if isinstance(one, TwilioFile) and one.stop_and_help != "off":
            yield (
                f"{one.name}: Twilio answers STOP and HELP itself, with a text that names the"
                " sender, and keeps the cry for help from us. Turn its opt-out handling off"
                " and set stop_and_help: off."
            )
        if one.kind in {"kannel", "template"} and not one.allow:
            yield f"{one.name}: its calls are not signed; name in `allow` who may make them."


def _broken(name: str, fault: YAMLError) -> str:
    mark = getattr(fault, "problem_mark", None) if isinstance(fault, MarkedYAMLError) else None
    return f"{name}:{mark.line + 1 if mark else 1}: this is not YAML; quote what is text."


def _problem(name: str, tree: Any, fault: Any) -> str:
    path = [step for step in fault["loc"] if step not in KINDS]
    where = ".".join(str(step) for step in path) or "the file"
    said = str(fault["msg"]).removeprefix("Value error, ")
    return f"{name}:{line_of(tree, path)}: {where}: {said}."
