"""A YAML tree as ruamel reads it: each part of it knows its line in the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq


def line_of(tree: Any, path: Sequence[str | int]) -> int:
    """Return the line of what stands at `path`, or of the nearest above it that has one."""
    line = tree.lc.line if isinstance(tree, CommentedMap | CommentedSeq) else 0
    for step in path:
        if isinstance(tree, CommentedMap) and step in tree:
            line, tree = tree.lc.key(step)[0], tree[step]
        elif isinstance(tree, CommentedSeq) and isinstance(step, int) and step < len(tree):
            line, tree = tree.lc.item(step)[0], tree[step]
    return int(line) + 1


def bare(tree: Any) -> Any:
    """Return plain dicts and lists: the annotated ones carry comments along."""
    if isinstance(tree, Mapping):
        return {key: bare(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [bare(value) for value in tree]
    return tree
