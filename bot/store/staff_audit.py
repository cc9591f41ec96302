"""The chain of what operators did, each row bound to the one before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime

from sqlite_utils import Database

from bot.dialogue.values import OperatorId
from bot.service.staff import Act, AuditRow, first_bad, link
from bot.store.staff_rows import StaffFile, one_row


class SqliteAudit(StaffFile):
    """Appends to the audit and looks it over."""

    async def record(
        self, now: datetime, operator: OperatorId, act: Act, subject: str = ""
    ) -> AuditRow:
        """Append to the audit; `subject` is a ticket's or operator's id, never content."""
        at = now.replace(microsecond=0).isoformat()

        def job(db: Database) -> AuditRow:
            head = one_row(db, "select count, digest from staff_audit_head where id = 1")
            seq, previous = (1, "") if head is None else (head["count"] + 1, head["digest"])
            row = AuditRow(seq, at, operator, act.value, subject, "")
            row = replace(row, digest=link(previous, row))
            db.table("staff_audit").insert(asdict(row))
            now_at = {"id": 1, "count": seq, "digest": row.digest}
            db.table("staff_audit_head").upsert(now_at, pk="id")
            return row

        return await self._jobs.write(job)

    async def audit(self, limit: int = 200) -> Sequence[AuditRow]:
        """Return the last rows, newest first."""
        sql = "select * from staff_audit order by seq desc limit ?"
        return await self._jobs.read(
            lambda db: tuple(AuditRow(**row) for row in db.query(sql, [limit]))
        )

    async def verify(self) -> int | None:
        """Return the seq of the first bad row of the audit, or None when it is whole."""

        def job(db: Database) -> int | None:
            head = one_row(db, "select count, digest from staff_audit_head where id = 1")
            count, digest = (0, "") if head is None else (head["count"], head["digest"])
            rows = db.query("select * from staff_audit order by seq")
            return first_bad((AuditRow(**row) for row in rows), count, digest)

        return await self._jobs.read(job)

    async def read_since(self, operator: OperatorId, since: datetime) -> frozenset[str]:
        """Return the tickets this operator has read since then."""
        sql = (
            "select distinct subject from staff_audit"
            " where operator = ? and act = 'read' and at >= ?"
        )
        at = since.replace(microsecond=0).isoformat()
        return await self._jobs.read(
            lambda db: frozenset(row["subject"] for row in db.query(sql, [operator, at]))
        )
