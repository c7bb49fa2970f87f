"""`/patterns`: what the browser needs to look for the same officer, and to count."""

import re
from http import HTTPStatus
from typing import Final

from starlette.responses import JSONResponse, Response

from console.access import Right
from console.faults import Refused
from console.page import Page, Visit
from console.patterns.terms import terms
from console.report.alarm import raise_alarm
from console.report.fields import text, word
from console.report.rows import Json, approval
from console.templates import render_for
from console.working import at_work
from intake.casework.approvals import APPROVAL_REASONS, ask, may_answer, waiting
from intake.casework.desk import Desk
from intake.casework.differing import maybe_same, not_same, said_not_same
from intake.casework.pattern_reports import HOURS_TO_COMPARE, PatternReport, agreement, give_page
from intake.casework.people import names

_ID: Final = re.compile(r"[0-9a-f]{32}")


def page(visit: Visit) -> Response:
    """Show the page without any report: what is asked for later is recorded, this is not."""
    return render_for(visit, "patterns/patterns.html", hours=HOURS_TO_COMPARE)


def standing(visit: Visit) -> Response:
    """Tell whether officers may be compared, who asked, and the words for what is counted."""
    with at_work(visit) as desk:
        people = names(desk)
        given = agreement(desk)
        asked = [one for one in waiting(desk) if one.kind == "patterns"]
        answers = may_answer(desk)
        return JSONResponse(
            {
                "checks": desk.checks_conflicts,
                "agreement": approval(given, people) | {"until": _until(given.answered)}
                if given and given.answered
                else None,
                "mine": [approval(one, people) for one in asked if _is_hers(one.asked_by, desk)],
                "others": [
                    approval(one, people)
                    for one in asked
                    if answers and not _is_hers(one.asked_by, desk)
                ],
                "reasons": APPROVAL_REASONS["patterns"],
                "terms": {**terms(), "thisYear": desk.today.year},
            }
        )


def envelopes(visit: Visit) -> Response:
    """Give the next reports after an id; the store's rules and the chain come first."""
    after = visit.fields.get("after", "")
    if after and not _ID.fullmatch(after):
        raise Refused(HTTPStatus.BAD_REQUEST, "body", visit.visitor)
    with at_work(visit) as desk:
        given = give_page(desk, after)
        if given.alarm:
            raise_alarm(visit, desk)
    rows = [_row(one) for one in given.reports]
    return JSONResponse({"reports": rows, "after": given.after, "officers": given.officers})


def remembered(visit: Visit) -> Response:
    """Return the pairs of which staff said: not the same."""
    with at_work(visit) as desk:
        return JSONResponse({"pairs": sorted(said_not_same(desk))})


def differ(visit: Visit) -> Response:
    """Remember that two reports are not about the same officer, or take it `back`."""
    first, second = word(visit, "first"), word(visit, "second")
    say = maybe_same if visit.fields.get("back") == "true" else not_same
    with at_work(visit) as desk:
        say(desk, first, second)
    return JSONResponse({})


def asking(visit: Visit) -> Response:
    """Ask a second person to agree that officers are compared; `/approvals/{id}` answers."""
    with at_work(visit) as desk:
        return JSONResponse({"id": ask(desk, "patterns", word(visit, "reason"))})


def _row(one: PatternReport) -> Json:
    return {
        "id": one.triage.report_id,
        "triage": one.triage.as_dict(),
        "status": one.status,
        "adds_to": one.adds_to,
        "envelope": text(one.sealed),
        "hash": one.envelope_hash,
    }


def _until(answered: int) -> int:
    return answered + HOURS_TO_COMPARE * 60 * 60


def _is_hers(asked_by: str, desk: Desk) -> bool:
    return asked_by == desk.actor.staff_id


PAGES: Final = (
    Page("/patterns", page, Right.PATTERNS, words="decrypted"),
    Page("/patterns/standing", standing, Right.PATTERNS),
    Page("/patterns/envelopes", envelopes, Right.PATTERNS, "POST"),
    Page("/patterns/not-same", remembered, Right.PATTERNS),
    Page("/patterns/not-same", differ, Right.PATTERNS, "POST"),
    Page("/patterns/ask", asking, Right.PATTERNS, "POST"),
)
