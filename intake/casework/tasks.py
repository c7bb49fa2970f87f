"""What is to be done about a report, and by which day."""

import secrets
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, get_args

from sqlalchemy import Row, insert, select, update

from intake.casework.assigning import check_assignee
from intake.casework.desk import Desk
from intake.casework.query import PAGE
from intake.casework.refusing import Refused, no_such_report
from intake.casework.sealed import check_sealed
from intake.casework.standing import change, standing
from intake.tables import reports, tasks

TaskKind = Literal["call", "write", "limit", "refer", "safeguard", "withdrawal", "other"]
TASK_KINDS: tuple[TaskKind, ...] = get_args(TaskKind)


@dataclass(frozen=True, slots=True)
class Task:
    """One task; the words beside it are sealed, or there are none."""

    task_id: str
    report_id: str
    kind: TaskKind
    due: date
    assignee: str | None
    made_by: str
    made: int
    done_by: str | None
    done: int | None
    sealed: bytes | None = field(repr=False)


def add_task(  # noqa: PLR0913 - a task is that much
    desk: Desk,
    report_id: str,
    kind: TaskKind,
    due: date,
    sealed: bytes | None = None,
    *,
    assignee: str | None = None,
) -> str:
    """Set a task and return its id. Raises NoSuchReport, Refused."""
    old = standing(desk, report_id, to_change=True)
    if kind not in TASK_KINDS:
        raise Refused("kind", f"A task is one of: {', '.join(TASK_KINDS)}.")
    if sealed is not None:
        check_sealed(sealed)
    if assignee is not None:
        check_assignee(desk, report_id, assignee)
    task_id = secrets.token_hex(16)
    desk.connection.execute(
        insert(tasks).values(
            task_id=task_id,
            report_id=report_id,
            kind=kind,
            sealed=sealed,
            due=due,
            assignee=assignee,
            made_by=desk.actor.staff_id,
            made=desk.at,
        )
    )
    detail = {"task": task_id, "kind": kind, "due": due.isoformat(), "for": assignee}
    change(desk, old, None, "task_added", detail)
    return task_id


def finish_task(desk: Desk, task_id: str) -> None:
    """Note that a task is done; done twice is done once. Raises NoSuchReport."""
    asked = select(tasks).where(tasks.c.task_id == task_id)
    report_id = desk.connection.scalar(asked.with_only_columns(tasks.c.report_id))
    if report_id is None:
        raise no_such_report()
    old = standing(desk, report_id, to_change=True)
    done = (
        update(tasks)
        .where(tasks.c.task_id == task_id, tasks.c.done.is_(None))
        .values(done=desk.at, done_by=desk.actor.staff_id)
    )
    if desk.connection.execute(done).rowcount:
        change(desk, old, None, "task_done", {"task": task_id})


def tasks_of(desk: Desk, report_id: str) -> tuple[Task, ...]:
    """Return a report's tasks: what is open first, then by day. Raises NoSuchReport."""
    standing(desk, report_id)
    asked = select(tasks).where(tasks.c.report_id == report_id)
    order = (tasks.c.done.is_not(None), tasks.c.due, tasks.c.task_id)
    return tuple(map(_task, desk.connection.execute(asked.order_by(*order))))


def tasks_due(desk: Desk, until: date) -> tuple[Task, ...]:
    """Return what is open and due by that day, of the reports she may see, a page at most."""
    asked = (
        select(tasks)
        .select_from(tasks.join(reports, reports.c.report_id == tasks.c.report_id))
        .where(tasks.c.done.is_(None), tasks.c.due <= until, desk.readable())
        .order_by(tasks.c.due, tasks.c.task_id)
        .limit(PAGE)
    )
    return tuple(map(_task, desk.connection.execute(asked)))


def _task(row: Row[Any]) -> Task:
    return Task(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping
