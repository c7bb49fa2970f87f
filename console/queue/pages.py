"""`/queue`: the list with its filters, finding one report, and what is new since it was made."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

from starlette.responses import JSONResponse, Response

from console.access import Right
from console.page import Page, Visit
from console.queue.filters import filters_in, wanted_of
from console.queue.finding import LONGEST, NOT_FOUND, UNREADABLE, meant
from console.queue.languages import languages
from console.queue.naming import names_for
from console.queue.rows import Row, row
from console.templates import render_for
from console.working import at_work
from intake.casework.arrivals import arrivals
from intake.casework.counts import counts
from intake.casework.news import since
from intake.casework.people import readers
from intake.casework.query import Cursor, read_cursor, read_query
from intake.casework.statuses import STATUSES


def queue(visit: Visit) -> Response:
    """Show the reports that this person may see, the most urgent first."""
    given = filters_in(visit.request.query_params)
    return _list(visit, wanted_of(given), given)


def find(visit: Visit) -> Response:
    """Show the reports that six digits of a code, or the beginning of an id, can mean."""
    asked = visit.fields.get("lookup", "").strip()[:LONGEST]
    wanted = meant(asked)
    told = "" if wanted else UNREADABLE
    return _list(visit, wanted, {}, asked=asked, told=told)


def _list(
    visit: Visit,
    wanted: Mapping[str, str],
    given: Mapping[str, str],
    *,
    asked: str = "",
    told: str = "",
) -> Response:
    query = read_query(wanted)
    after = read_cursor(visit.request.query_params.get("after", ""))
    with at_work(visit) as desk:
        names = names_for(visit, desk)
        page = arrivals(desk, query, after)
        return render_for(
            visit,
            "queue/queue.html",
            rows=[row(line, names) for line in page.lines],
            empty=Row.empty(),
            filters=given,
            asked=asked,
            told=told or (NOT_FOUND if asked and not page.lines else ""),
            # What was looked for stands in no address: its first page is all there is.
            next_page="" if asked else _next(given, page.after),
            counts=counts(desk),
            news=since(desk).token,
            queues=visit.office.queues,
            statuses=[(one, one.replace("_", " ")) for one in STATUSES],
            labels=[(one, one) for one in visit.office.team.labels],
            languages=languages(),
            people={one.staff_id: one.name for one in readers(desk)},
        )


def lines(visit: Visit) -> Response:
    """Tell a page that asks every few seconds whether anything is new, and then the list."""
    given = visit.request.query_params
    with at_work(visit) as desk:
        news = since(desk, given.get("news", ""))
        if not news:
            return JSONResponse({"news": news.token, "rows": None})
        names = names_for(visit, desk)
        page = arrivals(desk, read_query(wanted_of(filters_in(given))))
        found = [row(line, names).as_dict() for line in page.lines]
    return JSONResponse({"news": news.token, "arrived": news.arrived, "rows": found})


def _next(given: Mapping[str, str], after: Cursor | None) -> str:
    return f"/queue?{urlencode({**given, 'after': str(after)})}" if after else ""


PAGES: Final = (
    Page("/queue", queue, Right.TRIAGE, words="decrypted"),
    Page("/queue/find", find, Right.TRIAGE, method="POST", words="decrypted"),
    Page("/queue/lines", lines, Right.TRIAGE, keeps_session=False),
)
