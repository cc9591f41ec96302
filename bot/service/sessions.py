"""Sessions as bytes: JSON that carries its schema, with one upcaster for each older schema."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from bot.dialogue.session import SCHEMA, Session

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]

UPCASTERS: dict[int, Upcaster] = {}
"""From a schema to the next one. Every number below `SCHEMA` has one, and a golden blob."""

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Session)


class _Head(msgspec.Struct):
    schema: int


_head = msgspec.json.Decoder(_Head)


class SessionError(Exception):
    """A session blob is damaged, or newer than this program."""


def encode(session: Session) -> bytes:
    """Return a session as JSON."""
    return _encoder.encode(session)


def decode(blob: bytes) -> Session:
    """Return the session of a blob of this or any older schema. Raises `SessionError`."""
    try:
        schema = _head.decode(blob).schema
        if schema == SCHEMA:
            return _decoder.decode(blob)
        return msgspec.convert(_raise(msgspec.json.decode(blob), schema), Session)
    except (msgspec.MsgspecError, KeyError, TypeError) as error:
        raise SessionError("A session cannot be read.") from error


def _raise(fields: dict[str, Any], schema: int) -> dict[str, Any]:
    """Apply upcasters one by one until the fields are of today's schema."""
    if schema > SCHEMA:
        raise SessionError("A session was written by a newer safar; do not go back.")
    for step in range(schema, SCHEMA):
        fields = {**UPCASTERS[step](fields), "schema": step + 1}
    return fields
