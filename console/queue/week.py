"""`/monday`: the first screen of the week, with the tasks of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from starlette.responses import Response

from console.access import Right
from console.page import Page, Visit
from console.queue.naming import names_for
from console.queue.rows import Names, table
from console.templates import render_for
from console.working import at_work
from intake.casework.monday import Monday, monday_screen
from intake.casework.news import since
from intake.casework.tasks import Task
from intake.register import SHORT

_TASKS: Final = {
    "call": "Ring the person",
    "write": "Write to the person",
    "limit": "Check a time limit",
    "refer": "Refer it",
    "safeguard": "Safeguarding",
    "withdrawal": "Answer a request to delete",
    "other": "Something else",
}
"""What a task is called; the same words as in the page's script (`report/tasks.js`)."""


@dataclass(frozen=True, slots=True)
class TaskRow:
    """One task in words."""

    report: str
    short: str
    what: str
    due: str
    overdue: bool
    who: str
    queue: str


def monday(visit: Visit) -> Response:
    """Show what cannot wait: unread and urgent, to be looked at, tasks, withdrawals."""
    with at_work(visit) as desk:
        names = names_for(visit, desk)
        screen = monday_screen(desk)
        return render_for(
            visit,
            "queue/monday.html",
            tables=(
                table("Not read yet: urgent, or a time limit is near", screen.unread, names),
                table("To look at this week, or before", screen.due_this_week, names),
                table("To look at next week", screen.due_next_week, names),
                table("Asked to be deleted", screen.withdrawn, names),
            ),
            tasks=tuple(_tasks(screen, names, visit.person.staff_id, desk.today.isoformat())),
            news=since(desk).token,
        )


def _tasks(
    screen: Monday, names: Names, me: str, today: str
) -> Iterator[tuple[str, tuple[TaskRow, ...]]]:
    """Yield hers, nobody's and other people's tasks under a title; what is empty is left out."""
    mine = [one for one in screen.tasks if one.assignee == me]
    free = [one for one in screen.tasks if one.assignee is None]
    others = [one for one in screen.tasks if one.assignee not in {me, None}]
    for title, some in (("Yours", mine), ("With nobody yet", free), ("With others", others)):
        if some:
            yield title, tuple(_rows(some, screen, names, today))


def _rows(some: Iterable[Task], screen: Monday, names: Names, today: str) -> Iterator[TaskRow]:
    for one in some:
        yield TaskRow(
            report=one.report_id,
            short=one.report_id[:SHORT],
            what=_TASKS[one.kind],
            due=one.due.isoformat(),
            overdue=one.due.isoformat() < today,
            who=names.people.get(one.assignee or "", ""),
            queue=names.queues.get(screen.queues[one.report_id], ""),
        )


PAGES: Final = (Page("/monday", monday, Right.TRIAGE, words="decrypted"),)
