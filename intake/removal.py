"""Remove a report from the store for good: every row about it but a tombstone and the audit chain.

Who may is decided before: `intake.retention.deleting` for two people, `intake.register` for a
terminal.
"""

from datetime import date
from typing import Literal, get_args

from sqlalchemy import Connection, Engine, and_, delete, exists, insert, select, text

from intake.tables import (
    approvals,
    cases,
    differing,
    labels,
    notes,
    reports,
    resealed,
    tasks,
    tombstones,
    translations,
)

Reason = Literal["withdrawn", "retention", "mistake", "other"]
"""What a tombstone may say."""

REASONS: tuple[Reason, ...] = get_args(Reason)

BESIDE = (cases, labels, notes, tasks, translations, resealed, approvals)
"""What staff made of the report: each has its id in `report_id`."""


def read_reason(text: str) -> Reason:
    """Return the reason that a tombstone may say; "other" stands for any other one."""
    return next((reason for reason in REASONS if reason == text), "other")


class NotDeleted(Exception):  # noqa: N818 - told to staff as it stands
    """Why the report stays; `code` names the rule."""

    def __init__(self, code: Literal["held", "approval"], sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


def is_held(connection: Connection, report_id: str) -> bool:
    """Tell whether a legal hold lies on the report, or on another one under its receipt code."""
    this = reports.alias("this")
    same_code = and_(reports.c.lookup == this.c.lookup, reports.c.lock == this.c.lock)
    held = (
        select(cases.c.report_id)
        .join(reports, reports.c.report_id == cases.c.report_id)
        .join(this, same_code)
        .where(this.c.report_id == report_id, cases.c.held_by.is_not(None))
    )
    return bool(connection.scalar(select(exists(held))))


def remove(connection: Connection, report_id: str, reason: Reason, today: date) -> None:
    """Remove the report and what staff made of it; leave id, day and reason. Raises NotDeleted.

    Call `empty_log` once the transaction has ended.
    """
    if is_held(connection, report_id):
        raise NotDeleted(
            "held", "A legal hold lies on this report, or on another one under its code."
        )
    if connection.dialect.name == "sqlite":
        # Overwrite what is removed, here and then in the write-ahead log.
        connection.execute(text("PRAGMA secure_delete=ON"))
    connection.execute(insert(tombstones).values(report_id=report_id, deleted=today, reason=reason))
    for table in BESIDE:
        connection.execute(delete(table).where(table.c.report_id == report_id))
    pair = (differing.c.first == report_id) | (differing.c.second == report_id)
    connection.execute(delete(differing).where(pair))
    connection.execute(delete(reports).where(reports.c.report_id == report_id))


def empty_log(engine: Engine) -> None:
    """Write SQLite's log back into its file, so that nothing removed is left in it."""
    if engine.dialect.name == "sqlite":
        connection = engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()
