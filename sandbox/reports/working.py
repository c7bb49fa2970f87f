"""What the invented staff have done with the invented reports, so that no page of theirs is empty.

Done through `intake.casework` like all work: each step stands on the audit chain. A report that
anybody has touched, or that is younger than two days, stays as it is.
"""

import itertools
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import Engine, Select, select

from intake.casework import Actor, Casework, Desk
from intake.casework.approvals import answer, ask
from intake.casework.assigning import assign, label
from intake.casework.conflict import record_finding
from intake.casework.envelopes import give
from intake.casework.standing import Finding, Status, standing
from intake.casework.statuses import mark_word, set_status
from intake.casework.tasks import TaskKind, add_task
from intake.staff import people
from intake.tables import cases, reports
from intake.team import Team
from sandbox.console.people import COLLEAGUE, LAWYER, SECOND, prepare_staff
from sandbox.reports.people import read_people

_YOUNG_DAYS: Final = 2


@dataclass(frozen=True, slots=True)
class Course:
    """How far one report has come."""

    finding: Finding | None = None
    status: Status | None = None
    label: str = ""
    task: TaskKind | None = None
    tried: bool = False


COURSES: Final = (
    Course("clear", "contacting", tried=True, task="call"),
    Course("clear"),
    Course("clear", "opened", label="second-opinion"),
    Course(),
    Course("clear", "in_contact", label="call-first", task="write"),
    Course("clear"),
    Course("clear", "taken_on", label="waiting-for-papers", task="limit"),
    Course("conflict"),
    Course("clear", "closed"),
    Course("clear", "contacting", label="interpreter"),
)
"""First reports take these in turn."""


def work(engine: Engine, team: Team, data_dir: Path, today: date) -> int:
    """Do the work once; return how many reports were worked on."""
    with engine.begin() as connection:
        ids = prepare_staff(connection, data_dir)
        actors = {name: _actor(people.person(connection, ids[name])) for name in ids}
        old = connection.scalars(_old_and_untouched(today)).all()
        taken_back = connection.scalar(
            select(reports.c.report_id)
            .where(reports.c.withdrawn.is_not(None))
            .order_by(reports.c.report_id)
            .limit(1)
        )
    lawyer, colleague = actors[LAWYER.name], actors[COLLEAGUE.name]
    casework, at = Casework(engine, team), int(time.time())
    for report_id, course in _courses(old):
        with casework.begin(lawyer, at, today) as desk:
            _check(desk, report_id, course, colleague)
        with casework.begin(colleague, at, today) as desk:
            _go_on(desk, report_id, course)
    if old:
        with casework.begin(lawyer, at, today) as desk:
            asked = ask(desk, "patterns", "tracing")
        with casework.begin(actors[SECOND.name], at, today) as desk:
            answer(desk, asked, granted=True)
    if old and taken_back:
        with casework.begin(colleague, at, today) as desk:
            ask(desk, "delete", "withdrawn", taken_back)
    return len(old)


def _courses(old: Sequence[str]) -> Iterator[tuple[str, Course]]:
    """Yield each report with its course; what was added has the finding of its report."""
    ids = {person.id: person.report_id for person in read_people()}
    adds_to = {one.report_id: ids[one.adds_to] for one in read_people() if one.adds_to}
    firsts = [one for one in old if one not in adds_to]
    course = dict(zip(firsts, itertools.cycle(COURSES), strict=False))
    yield from course.items()
    for one in old:
        if first := adds_to.get(one):
            yield one, Course(course[first].finding if first in course else None)


def _old_and_untouched(today: date) -> Select[str]:
    return (
        select(reports.c.report_id)
        .where(reports.c.received <= today - timedelta(days=_YOUNG_DAYS))
        .where(reports.c.withdrawn.is_(None))
        .where(reports.c.report_id.not_in(select(cases.c.report_id)))
        .order_by(reports.c.report_id)
    )


def _check(desk: Desk, report_id: str, course: Course, colleague: Actor) -> None:
    """Do what the lawyer does: the conflict check, and whose report it is."""
    if course.finding:
        record_finding(desk, report_id, 0, course.finding)
    if course.status:
        assign(desk, {report_id: _version(desk, report_id)}, colleague.staff_id)


def _go_on(desk: Desk, report_id: str, course: Course) -> None:
    """Do what her colleague does: open it, and write down how far it has come."""
    if not course.status:
        return
    give(desk, report_id, "read")
    if course.label:
        label(desk, {report_id: _version(desk, report_id)}, add=[course.label])
    if course.task:
        add_task(desk, report_id, course.task, desk.today + timedelta(days=1))
    if course.tried:
        mark_word(desk, report_id, _version(desk, report_id), "tried")
    if course.status != "opened":
        reason = "finished" if course.status == "closed" else None
        set_status(desk, report_id, _version(desk, report_id), course.status, reason)


def _version(desk: Desk, report_id: str) -> int:
    return standing(desk, report_id).version


def _actor(person: people.Person) -> Actor:
    return Actor(person.staff_id, person.name, person.role, person.reader_key, person.conflict_key)
