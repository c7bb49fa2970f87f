"""One line of a list of reports: its triage columns and what staff have made of it so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, select

from intake.boundary import Word
from intake.casework.additions import Filed, filed
from intake.casework.desk import Desk
from intake.casework.standing import Finding, Status
from intake.tables import cases, labels


@dataclass(frozen=True, slots=True)
class Line:
    """One report in a list."""

    report_id: str
    received: date
    queue: str
    priority: int
    due_week: date | None
    language: str
    word: Word
    withdrawn: date | None
    waited: int
    """Days since it was received."""
    status: Status
    conflict: Finding
    assignee: str | None
    version: int
    labels: tuple[str, ...]
    adds_to: str | None
    """The first report under the same receipt code, if this is an addition to it."""
    additions: tuple[str, ...]
    """What was added to this report, the oldest first."""


@dataclass(frozen=True, slots=True)
class _Case:
    status: Status = "new"
    conflict: Finding = "unchecked"
    assignee: str | None = None
    version: int = 0


def lines(desk: Desk, rows: Sequence[Row[Any]]) -> tuple[Line, ...]:
    """Return the lines for rows of triage columns, in their order."""
    ids = [row.report_id for row in rows]
    standing = _cases(desk, ids)
    borne = labels_of(desk, ids)
    families = filed(desk, ids)
    return tuple(
        _line(
            row,
            (desk.today - row.received).days,
            standing.get(row.report_id, _Case()),
            borne.get(row.report_id, ()),
            families.get(row.report_id, Filed()),
        )
        for row in rows
    )


def labels_of(desk: Desk, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Return the labels of each of these reports that bears any, in alphabetical order."""
    asked = select(labels.c.report_id, labels.c.label).where(labels.c.report_id.in_(ids))
    found: dict[str, tuple[str, ...]] = {}
    for row in desk.connection.execute(asked.order_by(labels.c.report_id, labels.c.label)):
        found[row.report_id] = (*found.get(row.report_id, ()), row.label)
    return found


def _cases(desk: Desk, ids: Sequence[str]) -> dict[str, _Case]:
    asked = select(
        cases.c.report_id, cases.c.status, cases.c.conflict, cases.c.assignee, cases.c.version
    ).where(cases.c.report_id.in_(ids))
    return {
        row.report_id: _Case(row.status, row.conflict, row.assignee, row.version)
        for row in desk.connection.execute(asked)
    }


def _line(row: Row[Any], waited: int, case: _Case, borne: tuple[str, ...], family: Filed) -> Line:
    return Line(
        report_id=row.report_id,
        received=row.received,
        queue=row.queue,
        priority=row.priority,
        due_week=row.due_week,
        language=row.language,
        word=row.word,
        withdrawn=row.withdrawn,
        waited=waited,
        status=case.status,
        conflict=case.conflict,
        assignee=case.assignee,
        version=case.version,
        labels=borne,
        adds_to=family.adds_to,
        additions=family.additions,
    )
