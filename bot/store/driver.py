"""The SQLite that Safar runs on: sqlcipher3, put where sqlite-utils looks for its driver.

Import `sqlite_utils` only after this module. Otherwise it falls back to the standard
library's SQLite, catches another module's errors, and `alter=True` or `ignore=True` break.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import sqlcipher3
from sqlcipher3 import dbapi2

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)

import sqlite_utils.utils  # noqa: E402  (the driver had to be registered first)
from sqlite_utils import Database, Migrations  # noqa: E402

if TYPE_CHECKING:
    from sqlite3 import Connection
else:
    Connection = dbapi2.Connection

Error: type[Exception] = dbapi2.Error
VERSION: tuple[int, ...] = dbapi2.sqlite_version_info

FIXED = (3, 51, 3)
BACKPORTED = {(3, 44): (3, 44, 6), (3, 50): (3, 50, 7)}
"""Releases from which the WAL-reset bug is gone: it silently dropped committed pages."""

__all__ = ["Connection", "Database", "Error", "Migrations", "connect", "refuse_unfit"]


class WrongDriverError(Exception):
    """This SQLite loses data, or sqlite-utils was imported before the driver was registered."""


def refuse_unfit(version: tuple[int, ...] = VERSION) -> None:
    """Raise `WrongDriverError` for an SQLite with the WAL-reset bug, or a bypassed one."""
    if version < BACKPORTED.get((version[0], version[1]), FIXED):
        shown = ".".join(str(part) for part in version)
        raise WrongDriverError(f"SQLite {shown} can lose committed data; 3.51.3 is needed.")
    chosen: Any = getattr(sqlite_utils.utils, "sqlite3")  # noqa: B009  (not exported for types)
    if chosen.connect is not sqlcipher3.connect:
        raise WrongDriverError("sqlite_utils was imported before bot.store.driver.")


def connect(path: str, key: bytes, *, timeout: float) -> Connection:
    """Open an encrypted database with a raw 256-bit key, without implicit transactions."""
    connection: Connection = dbapi2.connect(
        path, isolation_level=None, timeout=timeout, cached_statements=256, check_same_thread=False
    )
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def code_of(error: BaseException) -> int:
    """Return SQLite's primary result code of a driver error, 1 when it has none."""
    return int(getattr(error, "sqlite_errorcode", None) or 1) & 0xFF
