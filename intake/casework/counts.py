"""How many reports there are: by queue, by priority and by status."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from intake.casework.desk import Desk
from intake.tables import cases, reports


@dataclass(frozen=True, slots=True)
class Counts:
    """The reports that one person may see, counted three ways."""

    total: int
    by_queue: Mapping[str, int]
    by_priority: Mapping[int, int]
    by_status: Mapping[str, int]


def counts(desk: Desk) -> Counts:
    """Count the reports that she may see."""
    whole = select(reports.c.queue, reports.c.priority, func.count()).where(desk.readable())
    touched = (
        select(cases.c.status, func.count().label("number"))
        .select_from(cases.join(reports, reports.c.report_id == cases.c.report_id))
        .where(desk.readable())
    )
    by_queue: Counter[str] = Counter()
    by_priority: Counter[int] = Counter()
    for queue, priority, number in desk.connection.execute(
        whole.group_by(reports.c.queue, reports.c.priority)
    ):
        by_queue[queue] += number
        by_priority[priority] += number
    found = desk.connection.execute(touched.group_by(cases.c.status))
    by_status = Counter({row.status: row.number for row in found})
    # A report without a case of its own is new.
    by_status["new"] += by_queue.total() - by_status.total()
    return Counts(by_queue.total(), by_queue, by_priority, by_status)
