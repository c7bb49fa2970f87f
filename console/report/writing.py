"""Words of staff, sealed in their browser: notes, tasks, translations, messages to the reporter."""

from typing import Final, get_args

from starlette.responses import JSONResponse, Response

from console.access import Right
from console.page import Page, Visit
from console.report.fields import chosen, data, day, report_id, word
from console.working import at_work
from intake import mailbox
from intake.casework.conflict import may_open
from intake.casework.desk import Desk
from intake.casework.notes import MadeBy, add_note, add_translation
from intake.casework.refusing import Refused, no_such_report
from intake.casework.standing import Standing, change, standing
from intake.casework.tasks import TASK_KINDS, add_task, finish_task, tasks_of
from intake.messages import BadMessage

MADE_BY: Final[tuple[MadeBy, ...]] = get_args(MadeBy)


def note(visit: Visit) -> Response:
    """Keep a private note."""
    with at_work(visit) as desk:
        return JSONResponse({"id": add_note(desk, report_id(visit), "note", data(visit, "sealed"))})


def translation(visit: Visit) -> Response:
    """Put a translation beside an answer."""
    step, language = word(visit, "step"), word(visit, "language")
    made_by = chosen(visit, "made_by", MADE_BY)
    with at_work(visit) as desk:
        made = add_translation(
            desk,
            report_id(visit),
            step,
            language=language,
            made_by=made_by,
            sealed=data(visit, "sealed"),
        )
    return JSONResponse({"id": made})


def task(visit: Visit) -> Response:
    """Set a task; the words beside it are sealed, or there are none."""
    words = data(visit, "sealed") if visit.fields.get("sealed") else None
    with at_work(visit) as desk:
        made = add_task(
            desk,
            report_id(visit),
            chosen(visit, "kind", TASK_KINDS),
            day(visit, "due"),
            words,
            assignee=visit.fields.get("to") or None,
        )
    return JSONResponse({"id": made})


def done(visit: Visit) -> Response:
    """Note that a task of this report is done."""
    wanted = word(visit, "task")
    with at_work(visit) as desk:
        if wanted not in {one.task_id for one in tasks_of(desk, report_id(visit))}:
            raise no_such_report()
        finish_task(desk, wanted)
    return JSONResponse({"id": wanted})


def message(visit: Visit) -> Response:
    """Leave a message for the reporter's chat: sealed to the bot, for an address that she gave.

    The chain says that one was left, and not which: the store cannot tell whose a message is.
    """
    address, sealed = data(visit, "address"), data(visit, "sealed")
    with at_work(visit) as desk:
        old = _opened(desk, report_id(visit))
        try:
            mailbox.post(desk.connection, address, sealed, desk.today)
        except BadMessage as fault:
            raise Refused("message", str(fault)) from None
        version = change(desk, old, None, "message_posted")
        waiting = mailbox.waiting(desk.connection, address)
    return JSONResponse({"version": version, "waiting": [one.isoformat() for one in waiting]})


def waiting(visit: Visit) -> Response:
    """Tell on which days messages were left that the reporter has not had yet."""
    address = data(visit, "address")
    with at_work(visit) as desk:
        _opened(desk, report_id(visit))
        found = mailbox.waiting(desk.connection, address)
    return JSONResponse({"waiting": [one.isoformat() for one in found]})


def _opened(desk: Desk, about: str) -> Standing:
    old = standing(desk, about, to_change=True)
    if not may_open(old):
        raise Refused("conflict", "The check for a conflict of interest comes first.")
    return old


PAGES: Final = tuple(
    Page(f"/reports/{{id}}/{name}", endpoint, Right.ACT, "POST", about="report")
    for name, endpoint in (
        ("notes", note),
        ("translations", translation),
        ("tasks", task),
        ("tasks/done", done),
        ("message", message),
        ("waiting", waiting),
    )
)
