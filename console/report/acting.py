"""How a report stands: its status, the word its reporter hears, who has it, labels, the check."""

from typing import Final, get_args

from starlette.responses import JSONResponse, Response

from console.access import Right
from console.page import Page, Visit
from console.report.choices import REFERRED
from console.report.fields import chosen, report_id, seen, several, yes_or_no
from console.working import at_work
from intake.boundary import WORDS
from intake.casework.assigning import assign, label
from intake.casework.conflict import record_finding
from intake.casework.refusing import Refused
from intake.casework.standing import Finding
from intake.casework.statuses import STATUSES, mark_word, set_status
from intake.retention.holding import keep_longer

FINDINGS: Final[tuple[Finding, ...]] = get_args(Finding)


def status(visit: Visit) -> Response:
    """Change the status. Referring has an act of its own, because it takes a consent."""
    new = chosen(visit, "status", STATUSES)
    if new == REFERRED:
        raise Refused("referral", "Refer it below: that takes the person's own consent.")
    with at_work(visit) as desk:
        reason = visit.fields.get("reason") or None
        return _version(set_status(desk, report_id(visit), seen(visit), new, reason))


def heard(visit: Visit) -> Response:
    """Set the word that the reporter hears when she asks with her code."""
    with at_work(visit) as desk:
        return _version(
            mark_word(desk, report_id(visit), seen(visit), chosen(visit, "word", WORDS))
        )


def assignee(visit: Visit) -> Response:
    """Give the report to somebody, or to nobody."""
    about = report_id(visit)
    with at_work(visit) as desk:
        return _version(assign(desk, {about: seen(visit)}, visit.fields.get("to") or None)[about])


def labels(visit: Visit) -> Response:
    """Stick labels on and take others off."""
    about = report_id(visit)
    add, remove = several(visit, "add"), several(visit, "remove")
    with at_work(visit) as desk:
        return _version(label(desk, {about: seen(visit)}, add, remove)[about])


def finding(visit: Visit) -> Response:
    """Keep what a conflict checker found."""
    found = chosen(visit, "finding", FINDINGS)
    with at_work(visit) as desk:
        return _version(record_finding(desk, report_id(visit), seen(visit), found))


def longer(visit: Visit) -> Response:
    """Note the reporter's own wish, which the browser read in the consents that it opened."""
    with at_work(visit) as desk:
        news = keep_longer(desk, report_id(visit), wished=yes_or_no(visit, "wished"))
    return JSONResponse({"news": news})


def _version(number: int) -> Response:
    return JSONResponse({"version": number})


PAGES: Final = tuple(
    Page(f"/reports/{{id}}/{name}", endpoint, Right.ACT, "POST", about="report")
    for name, endpoint in (
        ("status", status),
        ("word", heard),
        ("assign", assignee),
        ("labels", labels),
        ("finding", finding),
        ("keep-longer", longer),
    )
)
