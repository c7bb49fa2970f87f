"""How many reports there are: those not closed by priority, all of them by status."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select

from intake.casework.desk import Desk
from intake.casework.query import still_open
from intake.tables import cases, reports


@dataclass(frozen=True, slots=True)
class Counts:
    """The reports that one person may see."""

    still_open: int
    by_priority: Mapping[int, int]
    """Those that are not closed: what is closed is not to be read now."""
    by_status: Mapping[str, int]


def counts(desk: Desk) -> Counts:
    """Count the reports that she may see."""
    waiting = select(reports.c.priority, func.count()).where(desk.readable(), still_open())
    touched = (
        select(cases.c.status, func.count())
        .select_from(cases.join(reports, reports.c.report_id == cases.c.report_id))
        .where(desk.readable())
    )
    by_priority = _counted(desk, waiting.group_by(reports.c.priority))
    by_status = _counted(desk, touched.group_by(cases.c.status))
    # A report without a case of its own is new.
    cased = by_status.total() - by_status["closed"]
    by_status["new"] += by_priority.total() - cased
    return Counts(by_priority.total(), by_priority, by_status)


def _counted(desk: Desk, wanted: Select[tuple[Any, int]]) -> Counter[Any]:
    return Counter(dict(tuple(row) for row in desk.connection.execute(wanted)))
