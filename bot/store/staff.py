"""Operators, sessions and audit in tables of sqlite-utils: `bot.service.staff.StaffRecords`."""

from __future__ import annotations

from sqlite_utils import Database

from bot.store.staff_accounts import SqliteAccounts
from bot.store.staff_audit import SqliteAudit

_TABLES: dict[str, tuple[dict[str, type], str | tuple[str, ...]]] = {
    "staff": (
        {
            "id": str,
            "name": str,
            "folded": str,
            "role": str,
            "locale": str,
            "added": str,
            "disabled": str,
            "password": str,
            "totp": bytes,
            "counter": int,
        },
        "id",
    ),
    "staff_recovery": ({"operator": str, "digest": str}, ("operator", "digest")),
    "staff_links": ({"digest": str, "operator": str, "until": str}, "digest"),
    "staff_sessions": (
        {"key": str, "operator": str, "opened": str, "seen": str, "agent": str},
        "key",
    ),
    "staff_duty": ({"operator": str, "until": str}, "operator"),
    "staff_audit": (
        {"seq": int, "at": str, "operator": str, "act": str, "subject": str, "digest": str},
        "seq",
    ),
    "staff_audit_head": ({"id": int, "count": int, "digest": str}, "id"),
}


def make_tables(db: Database) -> None:
    """Create what is missing; harmless when run again."""
    for name, (columns, key) in _TABLES.items():
        db.table(name).create(columns, pk=key, if_not_exists=True)
    db.table("staff").create_index(["folded"], unique=True, if_not_exists=True)
    db.table("staff_audit").create_index(["operator", "act", "at"], if_not_exists=True)


class SqliteStaff(SqliteAccounts, SqliteAudit):
    """`StaffRecords` on a SQLite file; TOTP secrets are sealed, codes and cookies only digests."""

    async def prepare(self) -> None:
        """Create the tables."""
        await self._jobs.write(make_tables)
