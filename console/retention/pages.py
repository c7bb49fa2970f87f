"""`/retention`: what is due to go, the soonest first; withdrawals as tasks; who else has to agree.

Deleting itself is done on a report's own page, where whoever does it sees what she deletes.
"""

from http import HTTPStatus
from typing import Final

from starlette.responses import RedirectResponse, Response

from console.access import Right, may
from console.faults import Refused
from console.page import Page, Visit
from console.retention.rows import ending, question
from console.templates import render_for
from console.working import at_work
from intake.casework.approvals import answer, waiting
from intake.casework.refusing import no_such_report
from intake.retention.clock import due
from intake.staff import people

PATH: Final = "/retention"

_MOST: Final = 200
"""Lines of a list at most: more than one person works through in a day."""

_GRANTED: Final = {"yes": True, "no": False}


def retention(visit: Visit) -> Response:
    """Show the lists of the reports that this person may see; the last one in pieces."""
    given = visit.request.query_params.get("from", "")
    first = int(given[:6]) if given.isascii() and given.isdecimal() else 0
    terms = visit.office.team.retention
    with at_work(visit) as desk:
        names = {person.staff_id: person.name for person in people.people(desk.connection)}
        found = due(desk.connection, terms, desk.today, desk.readable())
        desk.record("due_viewed", count=len(found))
        withdrawn = [one for one in found if one.withdrawn]
        others = [one for one in found if not one.withdrawn]
        return render_for(
            visit,
            "retention/retention.html",
            part="endings",
            withdrawn=[ending(visit, desk, one) for one in withdrawn[:_MOST]],
            endings=[ending(visit, desk, one) for one in others[first : first + _MOST]],
            numbers=(len(withdrawn), len(others)),
            first=first,
            later=first + _MOST if len(others) > first + _MOST else 0,
            questions=[question(desk, one, names) for one in waiting(desk)],
            warn_days=terms.warn_days,
        )


def answering(visit: Visit) -> Response:
    """Answer a question that is about no single report; the others are answered beside theirs."""
    granted = _GRANTED.get(visit.fields.get("granted", ""))
    if granted is None:
        raise Refused(HTTPStatus.BAD_REQUEST, "granted", visit.person)
    wanted = str(visit.request.path_params["id"])
    with at_work(visit) as desk:
        if wanted not in {one.approval_id for one in waiting(desk) if not one.report_id}:
            raise no_such_report()
        answer(desk, wanted, granted=granted)
    back = PATH if may(visit.person.role, Right.KEEP) else "/patterns"
    return RedirectResponse(back, HTTPStatus.SEE_OTHER)


PAGES: Final = (
    Page(PATH, retention, Right.KEEP),
    # A conflict checker answers too, and may be no supervisor: the store decides.
    Page("/approvals/{id}", answering, Right.PATTERNS, "POST", about="approval"),
)
