"""Deletion by two people: one asked, another agreed, and either of them does it."""

from intake.audit import record
from intake.casework.desk import Desk
from intake.casework.refusing import Link, Refused
from intake.casework.standing import standing
from intake.removal import NotDeleted, read_reason, remove
from intake.retention.approving import granted
from intake.retention.copies import Copy, copies

KIND = "delete"
"""Of the approval that a deletion needs (`intake.tables.approvals`)."""


def delete(desk: Desk, report_id: str) -> tuple[Copy, ...]:
    """Delete a report; return the copies of it that lie elsewhere and have to go too.

    The reason is that of the approval. Raises NoSuchReport for what is not hers to see, and
    Refused (`approval`, `held`), which stands on the audit chain. Call
    `intake.removal.empty_log(engine)` once the transaction has ended.
    """
    standing(desk, report_id, to_change=True)
    approval = granted(desk.connection, KIND, report_id, desk.at, by=desk.actor.staff_id)
    if approval is None:
        raise _refused(
            report_id,
            "approval",
            "Deleting takes two people: one asks, another agrees, and one of the two does it.",
        )
    reason = read_reason(approval.reason)
    made = copies(desk.connection, report_id)
    try:
        remove(desk.connection, report_id, reason, desk.today)
    except NotDeleted as kept:
        raise _refused(report_id, kept.code, str(kept)) from None
    record(
        desk.connection,
        desk.at,
        desk.actor.staff_id,
        "deleted",
        report_id,
        reason=reason,
        approval=approval.approval_id,
        asked_by=approval.asked_by,
        answered_by=approval.answered_by,
        copies=len(made),
    )
    return made


def _refused(report_id: str, code: str, sentence: str) -> Refused:
    return Refused(code, sentence, Link("refused", report_id, {"what": KIND, "rule": code}))
