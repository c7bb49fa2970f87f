"""How many reports one person reads: far more than usual may be somebody else at her keys.

Two counts, because two ways of reading are honest. Opening a report is reading it: thirty in an
hour are more than usual. Unlocking a list gives the same envelopes for one line each: a page is 50
reports, and Monday's first screen is four lists of at most 50. Counted with the others, each honest
Monday would raise an alarm, and an alarm that always rings is heard by nobody. So lines have a
count of their own (patterns have theirs in `intake.casework.pattern_reports`). The price: somebody
at her keys could take that many envelopes in an hour before anybody is told. All are on the chain.
"""

from typing import Final

from sqlalchemy import ColumnElement, and_, distinct, func, select

from intake.audit import Act
from intake.casework.desk import Desk
from intake.casework.query import PAGE
from intake.tables import audit

MOST_READS: Final = 30
"""Reports an hour that one person may open before somebody is told."""

MOST_LINES: Final = 4 * PAGE
"""Reports an hour of which one person may unlock the lines before somebody is told."""

HOUR: Final = 60 * 60

_READS: Final[tuple[Act, ...]] = ("opened", "conflict_viewed", "officer_viewed")
_LINES: Final[tuple[Act, ...]] = ("line_opened", "patterns_viewed")


def many_reads(desk: Desk) -> bool:
    """Tell whether she has opened too many reports in an hour; true once an hour at most.

    Nothing is refused: on a bad day thirty may be right. It goes on the chain, and the caller
    tells a supervisor.
    """
    return _too_many(desk, _READS, MOST_READS)


def many_lines(desk: Desk) -> bool:
    """Tell the same of the lines of lists."""
    return _too_many(desk, _LINES, MOST_LINES)


def _too_many(desk: Desk, acts: tuple[Act, ...], most: int) -> bool:
    read = select(func.count(distinct(audit.c.about))).where(_lately(desk, *acts))
    number = desk.connection.scalar(read) or 0
    if number <= most:
        return False
    told = select(audit.c.number).where(_lately(desk, "many_reads")).limit(1)
    if desk.connection.scalar(told) is not None:
        return False
    desk.record("many_reads", desk.actor.staff_id, reports=number)
    return True


def _lately(desk: Desk, *acts: Act) -> ColumnElement[bool]:
    return and_(
        audit.c.who == desk.actor.staff_id,
        audit.c.at > desk.at - HOUR,
        audit.c.act.in_(acts),
    )
