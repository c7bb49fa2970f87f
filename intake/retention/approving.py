"""Whether two people agreed: read from the table in which one asks and another answers."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, select, true

from intake.tables import approvals, staff


@dataclass(frozen=True, slots=True)
class Approval:
    """One thing that one person asked for and another granted."""

    approval_id: str
    asked_by: str
    answered_by: str
    reason: str


def agreed(kind: str, report_id: str, at: int) -> ColumnElement[bool]:
    """Return the condition under which a row of the table counts at second `at`.

    It does not when both are one person, which only somebody who altered it can make it say, when
    either may no longer sign in, or when it expired.
    """
    may_sign_in = select(staff.c.staff_id).where(staff.c.disabled.is_(None))
    return and_(
        approvals.c.kind == kind,
        approvals.c.report_id == report_id,
        approvals.c.granted.is_(True),
        approvals.c.asked_by != approvals.c.answered_by,
        approvals.c.asked_by.in_(may_sign_in),
        approvals.c.answered_by.in_(may_sign_in),
        approvals.c.expires > at,
    )


def granted(
    connection: Connection, kind: str, report_id: str, at: int, by: str = ""
) -> Approval | None:
    """Return what two people agreed on about this report, if it still counts at second `at`.

    `by`, if it is given, is the staff id of one of the two.
    """
    either = (approvals.c.asked_by == by) | (approvals.c.answered_by == by)
    row = connection.execute(
        select(
            approvals.c.approval_id,
            approvals.c.asked_by,
            approvals.c.answered_by,
            approvals.c.reason,
        )
        .where(agreed(kind, report_id, at), either if by else true())
        .order_by(approvals.c.answered.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else Approval(*row)
