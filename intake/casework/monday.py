"""Monday's first screen: what nobody has read, what is due, what was withdrawn."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import or_, select

from intake.casework.arrivals import listed
from intake.casework.desk import Desk
from intake.casework.lines import Line
from intake.casework.query import Query, conditions, due, monday, still_open
from intake.casework.tasks import Task, tasks_due
from intake.tables import reports

URGENT = 2
"""Priorities below this one are to be seen at once or the same day, in whatever queue they are."""

DEADLINE = "Q1_DEADLINE"
"""A time limit that is near is to be seen whatever its priority: many have no day yet."""


@dataclass(frozen=True, slots=True)
class Monday:
    """The lists of the screen, each at most one page long and the most urgent first."""

    unread: tuple[Line, ...]
    """Urgent, or with a time limit that is near, and read by nobody."""
    due_this_week: tuple[Line, ...]
    """And what was due before and is not closed."""
    due_next_week: tuple[Line, ...]
    tasks: tuple[Task, ...]
    """Not done, and due by the Sunday of this week."""
    queues: Mapping[str, str]
    """By report id, the queue of each of these tasks' reports."""
    withdrawn: tuple[Line, ...]
    """Their reporters asked for deletion."""


def monday_screen(desk: Desk) -> Monday:
    """Return the screen for the reports that she may see, and put "listed" on the chain."""
    unread = conditions(Query(unread=True), desk.today)
    first = or_(reports.c.priority < URGENT, reports.c.queue == DEADLINE)
    tasks = tasks_due(desk, monday(desk.today) + timedelta(days=6))
    screen = Monday(
        unread=listed(desk, [*unread, first]).lines,
        due_this_week=listed(desk, due("this_week", desk.today)).lines,
        due_next_week=listed(desk, due("next_week", desk.today)).lines,
        tasks=tasks,
        queues=_queues(desk, {task.report_id for task in tasks}),
        withdrawn=listed(desk, [reports.c.withdrawn.is_not(None), still_open()]).lines,
    )
    desk.record("listed", filters=["monday"], reports=len(screen.unread))
    return screen


def _queues(desk: Desk, ids: Collection[str]) -> Mapping[str, str]:
    asked = select(reports.c.report_id, reports.c.queue).where(reports.c.report_id.in_(ids))
    return {row.report_id: row.queue for row in desk.connection.execute(asked)}
