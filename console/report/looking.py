"""Looking at a report: its page, the case beside the envelope, and the envelope itself."""

from typing import Final

from starlette.responses import JSONResponse, Response

from console.access import Right
from console.page import Page, Visit
from console.queue.languages import languages
from console.queue.rows import days, pressing, priority_words
from console.report.alarm import raise_alarm
from console.report.asking import askable_steps
from console.report.case import case_of
from console.report.fields import chosen, report_id, text
from console.report.form import english_form
from console.templates import render_for
from console.working import at_work
from intake.boundary import envelope_hash
from intake.casework.envelopes import Purpose, give
from intake.casework.monday import URGENT
from intake.casework.viewing import look, view
from intake.messages import LONGEST_TEXT
from intake.parts import CONTENT_NOTICE
from intake.register import SHORT

_FOR: Final[dict[str, Purpose]] = {
    "reading": "read",
    "conflict": "check",
    "officer": "officer",
    "passing_on": "pass_on",
}


def page(visit: Visit) -> Response:
    """Show what the store knows without a key; the page's script does the rest."""
    with at_work(visit) as desk:
        found = view(desk, report_id(visit))
    tongues = dict(languages())
    return render_for(
        visit,
        "report/report.html",
        case=found,
        short=found.triage.report_id[:SHORT],
        queue=visit.office.queues.get(found.triage.queue, found.triage.queue),
        language=tongues.get(found.triage.language, found.triage.language),
        waited=days(found.waited),
        priority=priority_words(found.triage.priority),
        urgent=found.triage.priority < URGENT,
        pressing=pressing(found.triage.due_week, visit.office.today(), found.standing.status),
        content_notice=CONTENT_NOTICE,
        longest_message=LONGEST_TEXT,
        form=english_form(),
        askable=askable_steps(),
    )


def case(visit: Visit) -> Response:
    """Give everything beside the envelope; free words in it are sealed."""
    with at_work(visit) as desk:
        return JSONResponse(case_of(visit, desk, report_id(visit)))


def envelope(visit: Visit) -> Response:
    """Give the envelope to whoever may open it now; the store's rules and the chain come first."""
    purpose = _FOR[chosen(visit, "for", tuple(_FOR))]
    with at_work(visit) as desk:
        given = give(desk, report_id(visit), purpose)
        triage = look(desk, given.report_id).triage
        if given.alarm:
            raise_alarm(visit, desk)
    # What a colleague sealed anew is another file: its own hash goes with it.
    handed_on = given.resealed_by is not None
    digest = envelope_hash(given.sealed) if handed_on else given.envelope_hash
    return JSONResponse(
        {
            "part": given.part,
            "envelope": text(given.sealed),
            "sha256": digest.hex(),
            "triage": triage.as_dict(),
            "resealed_by": given.resealed_by,
            "version": given.version,
        }
    )


PAGES: Final = (
    Page("/reports/{id}", page, Right.READ, about="report", words="decrypted"),
    Page("/reports/{id}/case", case, Right.READ, about="report"),
    Page("/reports/{id}/envelope", envelope, Right.READ, "POST", about="report"),
)
