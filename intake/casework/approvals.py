"""What takes two people: one asks, another answers, and after a while it counts for nothing."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Row, Select, and_, insert, or_, select, update

from intake.casework.actor import READING_ROLES
from intake.casework.desk import Desk
from intake.casework.refusing import Refused, no_such_report
from intake.casework.standing import standing
from intake.retention.approving import agreed
from intake.tables import approvals, reports

ApprovalKind = Literal["officer", "patterns", "delete"]
"""See an officer's details; look for the same officer over several reports; delete a report."""

APPROVAL_REASONS: Mapping[ApprovalKind, tuple[str, ...]] = {
    "officer": ("tracing", "safety", "court", "finding_wrong", "other"),
    "patterns": ("tracing", "safety", "court", "other"),
    # As a tombstone may say: `intake.register.Reason`.
    "delete": ("withdrawn", "retention", "mistake", "other"),
}

_DAY = 24 * 60 * 60
TO_ANSWER = 7 * _DAY
"""Seconds in which somebody may answer."""
TO_USE: Mapping[ApprovalKind, int] = {"officer": _DAY // 2, "patterns": _DAY // 2, "delete": _DAY}
"""Seconds for which a yes counts: a working day, or until the next one."""


@dataclass(frozen=True, slots=True)
class Approval:
    """One question to a second person, and the answer if there is one."""

    approval_id: str
    kind: ApprovalKind
    report_id: str
    """Empty for what is about no single report."""
    asked_by: str
    asked: int
    reason: str
    answered_by: str | None
    answered: int | None
    granted: bool | None
    expires: int


def ask(desk: Desk, kind: ApprovalKind, reason: str, report_id: str = "") -> str:
    """Ask a second person; return the approval's id. Asking again while it is open is the same."""
    if kind not in get_args(ApprovalKind) or reason not in APPROVAL_REASONS[kind]:
        raise Refused("reason", "Asking takes one of the reasons of the list.")
    if (kind == "patterns") != (not report_id):
        raise Refused("kind", "This is asked about one report, or about patterns as a whole.")
    _check_reach(desk, report_id)
    mine = and_(_about(kind, report_id), approvals.c.asked_by == desk.actor.staff_id, _open(desk))
    if there := desk.connection.scalar(select(approvals.c.approval_id).where(mine).limit(1)):
        return str(there)
    approval_id = secrets.token_hex(16)
    desk.connection.execute(
        insert(approvals).values(
            approval_id=approval_id,
            kind=kind,
            report_id=report_id,
            asked_by=desk.actor.staff_id,
            asked=desk.at,
            reason=reason,
            expires=desk.at + TO_ANSWER,
        )
    )
    desk.record("approval_asked", report_id, approval=approval_id, kind=kind, reason=reason)
    return approval_id


def answer(desk: Desk, approval_id: str, *, granted: bool) -> None:
    """Answer as the second person. Raises NoSuchReport for what is not hers to see, and Refused.

    The second person is another one than asked: a supervisor, or a conflict checker.
    """
    asked = select(approvals).where(approvals.c.approval_id == approval_id)
    row = desk.connection.execute(asked.with_for_update()).one_or_none()
    if row is None:
        raise no_such_report()
    _check_reach(desk, row.report_id)
    if row.asked_by == desk.actor.staff_id:
        raise Refused("two_people", "You asked for this yourself: another person answers.")
    if not may_answer(desk):
        raise Refused("role", "A supervisor or a conflict checker answers this.")
    if row.answered is not None or row.expires <= desk.at:
        raise Refused("over", "This was answered already, or nobody answered in time.")
    desk.connection.execute(
        update(approvals)
        .where(approvals.c.approval_id == approval_id)
        .values(
            answered_by=desk.actor.staff_id,
            answered=desk.at,
            granted=granted,
            expires=desk.at + TO_USE[row.kind],
        )
    )
    detail = {"approval": approval_id, "kind": row.kind, "asked_by": row.asked_by}
    desk.record("approval_answered", row.report_id, granted=granted, **detail)


def may_answer(desk: Desk) -> bool:
    """Tell whether she may be the second person for what others ask."""
    return desk.actor.role == "supervisor" or desk.checks_conflicts


def in_force(desk: Desk, kind: ApprovalKind, report_id: str = "") -> Approval | None:
    """Return the yes that counts now for her; of a deletion, for either of the two.

    Nothing counts that was agreed with somebody who may no longer sign in.
    """
    me = desk.actor.staff_id
    hers = approvals.c.asked_by == me
    if kind == "delete":
        hers = or_(hers, approvals.c.answered_by == me)
    given = and_(agreed(kind, report_id, desk.at), hers)
    row = desk.connection.execute(_newest(given).limit(1)).one_or_none()
    return None if row is None else _approval(row)


def waiting(desk: Desk) -> tuple[Approval, ...]:
    """Return what waits for an answer and is hers to see: her own questions, and others'."""
    there = or_(
        approvals.c.report_id == "",
        approvals.c.report_id.in_(select(reports.c.report_id).where(desk.readable())),
    )
    if desk.actor.role not in READING_ROLES:
        return ()
    return tuple(map(_approval, desk.connection.execute(_newest(and_(_open(desk), there)))))


def approvals_of(desk: Desk, report_id: str) -> tuple[Approval, ...]:
    """Return everything that was asked about a report, the newest first. Raises NoSuchReport."""
    standing(desk, report_id)
    about = approvals.c.report_id == report_id
    return tuple(map(_approval, desk.connection.execute(_newest(about))))


def _check_reach(desk: Desk, report_id: str) -> None:
    if report_id:
        standing(desk, report_id)
    elif desk.actor.role not in READING_ROLES:
        raise no_such_report()


def _about(kind: ApprovalKind, report_id: str) -> ColumnElement[bool]:
    return and_(approvals.c.kind == kind, approvals.c.report_id == report_id)


def _open(desk: Desk) -> ColumnElement[bool]:
    return and_(approvals.c.answered.is_(None), approvals.c.expires > desk.at)


def _newest(wanted: ColumnElement[bool]) -> Select[Any]:
    order = (approvals.c.asked.desc(), approvals.c.approval_id)
    return select(approvals).where(wanted).order_by(*order)


def _approval(row: Row[Any]) -> Approval:
    return Approval(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping
