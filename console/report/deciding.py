"""What takes two people, and what keeps a report from its end."""

from typing import Final, Literal

from starlette.responses import JSONResponse, Response

from console.access import Right
from console.page import Page, Visit
from console.report.fields import chosen, data, fresh, report_id, seen, word, yes_or_no
from console.report.rows import copied
from console.working import at_work
from intake.casework.approvals import answer, approvals_of, ask
from intake.casework.notes import add_note
from intake.casework.refusing import Changed, no_such_report
from intake.casework.standing import changes, standing
from intake.removal import empty_log
from intake.retention.deleting import delete
from intake.retention.holding import hold, release

KINDS: Final[tuple[Literal["officer", "delete"], ...]] = ("officer", "delete")


def asking(visit: Visit) -> Response:
    """Ask a second person: to see the officer's details, or to delete the report."""
    kind, reason = chosen(visit, "kind", KINDS), word(visit, "reason")
    with at_work(visit) as desk:
        return JSONResponse({"id": ask(desk, kind, reason, report_id(visit))})


def answering(visit: Visit) -> Response:
    """Answer what somebody else asked; a yes to deleting takes a fresh passkey."""
    wanted, granted = word(visit, "approval"), yes_or_no(visit, "granted")
    with at_work(visit) as desk:
        asked = {one.approval_id: one.kind for one in approvals_of(desk, report_id(visit))}
        if wanted not in asked:
            raise no_such_report()
        if granted and asked[wanted] == "delete":
            fresh(visit)
        answer(desk, wanted, granted=granted)
    return JSONResponse({"id": wanted})


def holding(visit: Visit) -> Response:
    """Put the report on legal hold; the reason is a sealed note."""
    about, version = report_id(visit), seen(visit)
    with at_work(visit) as desk:
        old = standing(desk, about, to_change=True)
        if version != old.version:
            raise Changed(about, old.version, changes(desk, about, version))
        made = add_note(desk, about, "hold", data(visit, "sealed"))
        return JSONResponse({"version": hold(desk, about, None, made)})


def releasing(visit: Visit) -> Response:
    """End the legal hold."""
    with at_work(visit) as desk:
        return JSONResponse({"version": release(desk, report_id(visit), seen(visit))})


def deleting(visit: Visit) -> Response:
    """Delete the report, once two people agreed; tell which copies lie elsewhere."""
    with at_work(visit) as desk:
        made = delete(desk, report_id(visit))
    empty_log(visit.office.engine)
    return JSONResponse({"copies": copied(made)})


PAGES: Final = (
    Page("/reports/{id}/ask", asking, Right.ACT, "POST", about="report"),
    # A conflict checker answers too, and may be no supervisor: the store knows who is one.
    Page("/reports/{id}/answer", answering, Right.ACT, "POST", about="report"),
    Page("/reports/{id}/hold", holding, Right.KEEP, "POST", about="report"),
    Page("/reports/{id}/release", releasing, Right.KEEP, "POST", about="report"),
    Page("/reports/{id}/delete", deleting, Right.KEEP, "POST", about="report", step_up=True),
)
