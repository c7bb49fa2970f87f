"""Envelopes for the lines of a list: a person's own browser opens them, to show a line of each."""

import base64
import hashlib
from collections.abc import Iterator
from typing import Final

from sqlalchemy import select
from starlette.responses import JSONResponse, Response

from console.access import Right
from console.page import Page, Visit
from console.report.alarm import raise_alarm
from console.working import at_work
from intake.boundary import Triage
from intake.casework.desk import Desk
from intake.casework.many_envelopes import Several, give_lines
from intake.tables import reports

_COLUMNS: Final = [reports.c[name] for name in Triage.__slots__]


def envelopes(visit: Visit) -> Response:
    """Give the envelopes of the reports on the page that she may open; the others are left out."""
    with at_work(visit) as desk:
        given = give_lines(desk, visit.lists.get("ids", ()))
        if given.alarm:
            raise_alarm(visit, desk)
        found = list(_sealed(desk, given))
    return JSONResponse({"reports": found})


def _sealed(desk: Desk, given: Several) -> Iterator[dict[str, object]]:
    ids = [one.report_id for one in given.sealed]
    rows = desk.connection.execute(select(*_COLUMNS).where(reports.c.report_id.in_(ids)))
    triage = {row.report_id: Triage(**row._mapping) for row in rows}  # noqa: SLF001 - SQLAlchemy's own name
    for one in given.sealed:
        yield {
            "id": one.report_id,
            "envelope": base64.b64encode(one.sealed).decode("ascii"),
            "hash": hashlib.sha256(one.sealed).hexdigest(),
            "triage": triage[one.report_id].as_dict(),
        }


PAGES: Final = (Page("/queue/envelopes", envelopes, Right.READ, "POST"),)
