"""Whether two people agreed: read from the table in which one asks and another answers."""

from dataclasses import dataclass

from sqlalchemy import Connection, select, true

from intake.tables import approvals, staff


@dataclass(frozen=True, slots=True)
class Approval:
    """One thing that one person asked for and another granted."""

    approval_id: str
    asked_by: str
    answered_by: str
    reason: str


def granted(
    connection: Connection, kind: str, report_id: str, at: int, by: str = ""
) -> Approval | None:
    """Return what two people agreed on about this report, if it still counts at second `at`.

    `by`, if it is given, is the staff id of one of the two. It does not count when both are one
    person, when either may no longer sign in, or when it expired.
    """
    asker, answerer = staff.alias("asker"), staff.alias("answerer")
    either = (approvals.c.asked_by == by) | (approvals.c.answered_by == by)
    row = connection.execute(
        select(
            approvals.c.approval_id,
            approvals.c.asked_by,
            approvals.c.answered_by,
            approvals.c.reason,
        )
        .join(asker, asker.c.staff_id == approvals.c.asked_by)
        .join(answerer, answerer.c.staff_id == approvals.c.answered_by)
        .where(
            approvals.c.kind == kind,
            approvals.c.report_id == report_id,
            approvals.c.granted.is_(True),
            approvals.c.asked_by != approvals.c.answered_by,
            approvals.c.expires > at,
            asker.c.disabled.is_(None),
            answerer.c.disabled.is_(None),
            either if by else true(),
        )
        .order_by(approvals.c.answered.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else Approval(*row)
