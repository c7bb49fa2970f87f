"""`/queue/csv`: the list's triage columns as a table for a spreadsheet. No word of a reporter."""

from typing import Final

from sqlalchemy import select
from starlette.responses import Response

from console.access import Right
from console.page import Page, Visit
from console.queue.filters import filters_in, wanted_of
from console.working import at_work
from intake.boundary import Triage
from intake.casework.query import conditions, read_query
from intake.exports.triage import triage_csv
from intake.tables import reports

_COLUMNS: Final = [reports.c[name] for name in Triage.__slots__]
_ORDER: Final = (reports.c.priority, reports.c.received, reports.c.report_id)


def csv(visit: Visit) -> Response:
    """Give every report of the list as a row, not only those of one page; record the copy."""
    query = read_query(wanted_of(filters_in(visit.fields)))
    with at_work(visit) as desk:
        wanted = [*conditions(query, desk.today), desk.readable()]
        if query.priority is not None:
            wanted.append(reports.c.priority == query.priority)
        rows = desk.connection.execute(select(*_COLUMNS).where(*wanted).order_by(*_ORDER)).all()
        desk.record("csv_exported", filters=query.used(), reports=len(rows))
    text = triage_csv(Triage(**row._mapping) for row in rows)  # noqa: SLF001 - SQLAlchemy's own name
    return Response(
        text,
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="candour-triage.csv"'},
    )


PAGES: Final = (Page("/queue/csv", csv, Right.EXPORT, "POST", step_up=True),)
