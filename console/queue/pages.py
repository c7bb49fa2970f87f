"""`/queue`: the list with its filters, Monday's first screen, and what is new since it was made."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlencode

from starlette.responses import JSONResponse, Response

from console.access import Right
from console.page import Page, Visit
from console.queue.filters import filters_in
from console.queue.languages import languages
from console.queue.rows import Names, Row, row, table
from console.templates import render_for
from console.working import at_work
from intake.casework.arrivals import arrivals
from intake.casework.counts import counts
from intake.casework.desk import Desk
from intake.casework.monday import monday_screen
from intake.casework.news import since
from intake.casework.query import read_cursor, read_query
from intake.casework.statuses import STATUSES
from intake.staff import people


def queue(visit: Visit) -> Response:
    """Show the reports that this person may see, the most urgent first."""
    return _list(visit, filters_in(visit.request.query_params))


def find(visit: Visit) -> Response:
    """Show the reports whose receipt code begins with the six digits that somebody reads out."""
    digits = "".join(sign for sign in visit.fields.get("lookup", "") if sign.isdigit())[:6]
    return _list(visit, {"lookup": digits} if len(digits) == len("123456") else {}, asked=True)


def _list(visit: Visit, given: Mapping[str, str], *, asked: bool = False) -> Response:
    query = read_query(given)
    after = read_cursor(visit.request.query_params.get("after", ""))
    with at_work(visit) as desk:
        names = _names(visit, desk)
        page = arrivals(desk, query, after)
        return render_for(
            visit,
            "queue/queue.html",
            rows=[row(line, names) for line in page.lines],
            empty=Row.empty(),
            filters=given,
            not_found=asked and not page.lines,
            next_page=_address({**given, "after": str(page.after)}) if page.after else "",
            counts=counts(desk),
            news=since(desk).token,
            queues=visit.office.queues,
            statuses=[(one, one.replace("_", " ")) for one in STATUSES],
            labels=[(one, one) for one in visit.office.team.labels],
            languages=languages(),
            people=names.people,
        )


def monday(visit: Visit) -> Response:
    """Show what cannot wait: unread and urgent, due this week, due next, tasks, withdrawals."""
    with at_work(visit) as desk:
        names = _names(visit, desk)
        screen = monday_screen(desk)
        return render_for(
            visit,
            "queue/monday.html",
            tables=(
                table("Not read yet: safety and time limits", screen.unread, names),
                table("Due this week, or before", screen.due_this_week, names),
                table("Due next week", screen.due_next_week, names),
                table("Asked to be deleted", screen.withdrawn, names),
            ),
            tasks=screen.tasks,
            people=names.people,
            news=since(desk).token,
        )


def lines(visit: Visit) -> Response:
    """Tell a page that asks every few seconds whether anything is new, and then the list."""
    given = visit.request.query_params
    with at_work(visit) as desk:
        news = since(desk, given.get("news", ""))
        if not news:
            return JSONResponse({"news": news.token, "rows": None})
        names = _names(visit, desk)
        page = arrivals(desk, read_query(filters_in(given)))
        found = [row(line, names).as_dict() for line in page.lines]
    return JSONResponse({"news": news.token, "arrived": news.arrived, "rows": found})


def _names(visit: Visit, desk: Desk) -> Names:
    found = {person.staff_id: person.name for person in people.people(desk.connection)}
    return Names(found, visit.office.queues)


def _address(given: Mapping[str, str]) -> str:
    return f"/queue?{urlencode(given)}"


PAGES: Final = (
    Page("/queue", queue, Right.TRIAGE, words="decrypted"),
    Page("/queue/find", find, Right.TRIAGE, method="POST", words="decrypted"),
    Page("/queue/lines", lines, Right.TRIAGE, keeps_session=False),
    Page("/monday", monday, Right.TRIAGE, words="decrypted"),
)
