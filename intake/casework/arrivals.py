"""The list of reports, a page at a time: the most urgent first, then the soonest due, the oldest.

Each page is read from an index, however many reports there are: a priority at a time, those with
a due week before those without, because databases differ in where they sort what is not there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select, tuple_

from intake.casework.desk import Desk
from intake.casework.lines import Line, lines
from intake.casework.query import PAGE, Cursor, Query, conditions
from intake.tables import reports

_PRIORITIES = range(5)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the list."""

    lines: tuple[Line, ...]
    after: Cursor | None
    """Where the next page begins; None on the last one."""


def arrivals(desk: Desk, query: Query, after: Cursor | None = None) -> Page:
    """Return the page of the reports that she may see, and put "listed" on the chain."""
    page = listed(desk, conditions(query, desk.today), query.priority, after)
    # The names of the filters alone: the digits of a code are nobody else's.
    desk.record(
        "found_by_code" if query.lookup or query.beginning else "listed",
        filters=query.used(),
        reports=len(page.lines),
    )
    return page


def listed(
    desk: Desk,
    wanted: list[ColumnElement[bool]],
    priority: int | None = None,
    after: Cursor | None = None,
) -> Page:
    """Return a page of the reports that meet the conditions, and put nothing on the chain."""
    rows: list[Row[Any]] = []
    for segment in segments([*wanted, desk.readable()], priority, after):
        rows += desk.connection.execute(segment.limit(PAGE + 1 - len(rows)))
        if len(rows) > PAGE:
            last = rows[PAGE - 1]
            place = Cursor(last.priority, last.due_week, last.received, last.report_id)
            return Page(lines(desk, rows[:PAGE]), place)
    return Page(lines(desk, rows), None)


def segments(
    wanted: list[ColumnElement[bool]], priority: int | None, after: Cursor | None
) -> Iterator[Select[Any]]:
    """Yield the queries whose rows, one after the other, are the list from `after` on."""
    for urgency in _PRIORITIES if priority is None else [priority]:
        if after is not None and urgency < after.priority:
            continue
        here = after if after is not None and urgency == after.priority else None
        this = [reports.c.priority == urgency, *wanted]
        if here is None or here.due_week is not None:
            yield _with_a_week(this, here)
        yield _without_one(this, here if here is not None and here.due_week is None else None)


def _with_a_week(wanted: list[ColumnElement[bool]], after: Cursor | None) -> Select[Any]:
    order = (reports.c.due_week, reports.c.received, reports.c.report_id)
    asked = _asked(reports.c.due_week.is_not(None), *wanted)
    if after is not None:
        asked = asked.where(tuple_(*order) > (after.due_week, after.received, after.report_id))
    return asked.order_by(*order)


def _without_one(wanted: list[ColumnElement[bool]], after: Cursor | None) -> Select[Any]:
    order = (reports.c.received, reports.c.report_id)
    asked = _asked(reports.c.due_week.is_(None), *wanted)
    if after is not None:
        asked = asked.where(tuple_(*order) > (after.received, after.report_id))
    # All are alike in the week: named here for PostgreSQL, which else would sort them.
    return asked.order_by(reports.c.due_week, *order)


def _asked(*wanted: ColumnElement[bool]) -> Select[Any]:
    # Columns of the index alone: behind the envelope a row is slow to read.
    columns = ("report_id", "received", "queue", "priority", "due_week", "language")
    return select(*(reports.c[name] for name in (*columns, "word", "withdrawn"))).where(*wanted)
