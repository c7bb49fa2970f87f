"""Monday's first screen: what nobody has read, what is due, what was withdrawn."""

from dataclasses import dataclass
from datetime import timedelta

from intake.casework.arrivals import listed
from intake.casework.desk import Desk
from intake.casework.lines import Line
from intake.casework.query import Query, conditions, due, monday, still_open
from intake.casework.tasks import Task, tasks_due
from intake.tables import reports

FIRST_QUEUES = ("Q0_SAFETY", "Q1_DEADLINE")
"""Safety, and a time limit that is near: what a person has to see the same or the next day."""


@dataclass(frozen=True, slots=True)
class Monday:
    """The lists of the screen, each at most one page long and the most urgent first."""

    unread: tuple[Line, ...]
    """Of the first queues, the ones that nobody has read."""
    due_this_week: tuple[Line, ...]
    """And what was due before and is not closed."""
    due_next_week: tuple[Line, ...]
    tasks: tuple[Task, ...]
    """Not done, and due by the Sunday of this week."""
    withdrawn: tuple[Line, ...]
    """Their reporters asked for deletion."""


def monday_screen(desk: Desk) -> Monday:
    """Return the screen for the reports that she may see, and put "listed" on the chain."""
    unread = conditions(Query(unread=True), desk.today)
    screen = Monday(
        unread=listed(desk, [*unread, reports.c.queue.in_(FIRST_QUEUES)]).lines,
        due_this_week=listed(desk, due("this_week", desk.today)).lines,
        due_next_week=listed(desk, due("next_week", desk.today)).lines,
        tasks=tasks_due(desk, monday(desk.today) + timedelta(days=6)),
        withdrawn=listed(desk, [reports.c.withdrawn.is_not(None), still_open()]).lines,
    )
    desk.record("listed", filters=["monday"], reports=len(screen.unread))
    return screen
