"""How many reports one person reads: far more than usual may be somebody else at her keys."""

from sqlalchemy import ColumnElement, and_, distinct, func, select

from intake.audit import Act
from intake.casework.desk import Desk
from intake.tables import audit

MOST_READS = 30
"""Reports an hour that one person may read before somebody is told."""

HOUR = 60 * 60

_READS: tuple[Act, ...] = ("opened", "conflict_viewed", "officer_viewed", "patterns_viewed")


def many_reads(desk: Desk) -> bool:
    """Tell whether she has read too many reports in an hour; true once an hour at most.

    Nothing is refused: on a bad day thirty may be right. It goes on the chain, and the caller
    tells a supervisor.
    """
    read = select(func.count(distinct(audit.c.about))).where(_lately(desk, *_READS))
    number = desk.connection.scalar(read) or 0
    told = select(audit.c.number).where(_lately(desk, "many_reads")).limit(1)
    if number <= MOST_READS or desk.connection.scalar(told) is not None:
        return False
    desk.record("many_reads", desk.actor.staff_id, reports=number)
    return True


def _lately(desk: Desk, *acts: Act) -> ColumnElement[bool]:
    return and_(
        audit.c.who == desk.actor.staff_id,
        audit.c.at > desk.at - HOUR,
        audit.c.act.in_(acts),
    )
