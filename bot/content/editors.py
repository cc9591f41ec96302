"""JSON Schema of the content, so that an editor completes fields and marks mistakes while typing.

The files are made from the very models that `safar check` reads with, never written by hand.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from bot.content.schema import KINDS, SINGLE, Model

FOLDER = "schema"
"""Stands in `content/`; nothing of it is content."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> Mapping[str, str]:
    """Return the text of each schema by the name of its file."""
    return {f"{kind}.json": _text(kind, model) for kind, model in KINDS.items()}


def write(content: Path) -> tuple[Path, ...]:
    """Write all schemas into `content/schema` and return the files."""
    folder = content / FOLDER
    folder.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, "utf-8")
    return tuple(folder / name for name in schemas())


def stale(content: Path) -> tuple[str, ...]:
    """Return the names of schemas that are missing, or older than the models."""
    folder = content / FOLDER
    files = {file.name: file.read_text("utf-8") for file in folder.glob("*.json")}
    return tuple(name for name, text in schemas().items() if files.get(name) != text)


def _text(kind: str, model: type[Model]) -> str:
    where = f"content/{kind}.yaml" if kind in SINGLE else f"content/{kind}/*.yaml"
    schema = {"$schema": DIALECT, "$comment": f"For {where}; made by `safar schema`."}
    schema |= model.model_json_schema()
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
