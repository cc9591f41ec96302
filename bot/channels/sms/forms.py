"""Forms and JSON of callers, read strictly: what is odd is refused, never guessed."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl
from xml.etree import ElementTree as ET

from bot.channels.sms.port import Call, CallError

MOST_FIELDS = 100
FORM = "application/x-www-form-urlencoded"
DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
"""An XML answer with these could grow without end, or read files."""


def media(call: Call) -> str:
    """Return the media type of a call."""
    return call.headers.get("content-type", "").split(";")[0].strip().lower()


def pairs(text: str) -> list[tuple[str, str]]:
    """Return the fields of a form or query in order, empty ones too. Raises `CallError`."""
    try:
        return parse_qsl(
            text, keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="surrogateescape"
        )
    except ValueError:
        raise CallError(400) from None


def form(call: Call) -> list[tuple[str, str]]:
    """Return the fields of a posted form. Raises `CallError`."""
    if media(call) != FORM:
        raise CallError(415)
    return pairs(_text(call.body))


def decoded(call: Call) -> dict[str, Any]:
    """Return the object of a JSON call. Raises `CallError`."""
    if media(call) != "application/json":
        raise CallError(415)
    found = loads(call.body)
    if not isinstance(found, dict):
        raise CallError(400)
    return found


def loads(body: bytes) -> Any:
    """Return what a JSON text holds, None for what is none."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def at(tree: Any, path: str) -> str:
    """Return the text at a dotted path of decoded JSON (`items.0.id`), "" where none stands."""
    for step in path.split("."):
        if isinstance(tree, dict):
            tree = tree.get(step)
        elif isinstance(tree, list) and step.isdecimal() and int(step) < len(tree):
            tree = tree[int(step)]
        else:
            return ""
    if isinstance(tree, bool):
        return "true" if tree else "false"
    return str(tree) if isinstance(tree, str | int) else ""


def at_xml(body: bytes, path: str) -> str:
    """Return the text of an element (`phone.number`), whatever its namespace; "" if none."""
    if any(mark in body for mark in DECLARATIONS):
        return ""
    try:
        element: ET.Element | None = ET.fromstring(body)  # noqa: S314 - see DECLARATIONS
    except ET.ParseError:
        return ""
    for step in path.split("."):
        children = () if element is None else tuple(element)
        element = next((one for one in children if one.tag.rpartition("}")[2] == step), None)
    return (element.text or "").strip() if element is not None else ""


def _text(body: bytes) -> str:
    try:
        return body.decode("ascii")
    except UnicodeDecodeError:
        # Some gateways forget to escape: still one text, and never an error that quotes it.
        return body.decode("utf-8", "surrogateescape")
