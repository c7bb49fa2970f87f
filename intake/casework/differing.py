"""Two reports that looked alike: staff said "not the same officer", and that is remembered."""

from sqlalchemy import delete, insert, select

from intake.casework.desk import Desk
from intake.casework.refusing import Refused
from intake.casework.standing import standing
from intake.tables import differing, reports


def not_same(desk: Desk, one: str, other: str) -> None:
    """Remember that these two are not about the same officer; said twice is said once.

    Raises NoSuchReport, Refused.
    """
    first, second = _pair(desk, one, other)
    here = (differing.c.first == first, differing.c.second == second)
    if desk.connection.scalar(select(differing.c.said).where(*here)) is None:
        values = {"first": first, "second": second, "said_by": desk.actor.staff_id}
        desk.connection.execute(insert(differing).values(**values, said=desk.at))
        desk.record("not_same", first, other=second)


def maybe_same(desk: Desk, one: str, other: str) -> None:
    """Take "not the same" back, whoever said it; nothing if nobody did.

    Raises NoSuchReport, Refused.
    """
    first, second = _pair(desk, one, other)
    here = (differing.c.first == first, differing.c.second == second)
    if desk.connection.execute(delete(differing).where(*here)).rowcount:
        desk.record("maybe_same", first, other=second)


def said_not_same(desk: Desk) -> frozenset[tuple[str, str]]:
    """Return the pairs of reports that she may see, the smaller id first."""
    hers = select(reports.c.report_id).where(desk.readable())
    asked = select(differing.c.first, differing.c.second).where(
        differing.c.first.in_(hers), differing.c.second.in_(hers)
    )
    return frozenset((row.first, row.second) for row in desk.connection.execute(asked))


def _pair(desk: Desk, one: str, other: str) -> tuple[str, str]:
    """Return two reports that are hers to see, the smaller id first."""
    first, second = sorted((one, other))
    if first == second:
        raise Refused("same", "These are two reports, not one.")
    for report_id in (first, second):
        standing(desk, report_id, to_change=True)
    return first, second
