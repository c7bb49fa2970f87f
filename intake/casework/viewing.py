"""The page of one report, without its content: how it stands, who works on it, what was done."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from intake.boundary import Triage
from intake.casework.actor import READING_ROLES, Actor, readable
from intake.casework.additions import Filed, filed
from intake.casework.desk import Desk
from intake.casework.lines import labels_of
from intake.casework.people import people
from intake.casework.refusing import Change
from intake.casework.standing import Standing, Status, changes, standing
from intake.casework.statuses import may_follow
from intake.tables import cases, reports


@dataclass(frozen=True, slots=True)
class Case:
    """One report as staff see it before they open it."""

    triage: Triage
    standing: Standing
    waited: int
    """Days since it was received."""
    labels: tuple[str, ...]
    family: Filed
    may_follow: tuple[Status, ...]
    clock_from: date
    """The day from which its retention is counted."""
    held_by: str | None
    keep_longer: bool


@dataclass(frozen=True, slots=True)
class Colleague:
    """A person who works on reports, and whether she may see this one."""

    person: Actor
    sees: bool


def view(desk: Desk, report_id: str) -> Case:
    """Return the page's content, and put "viewed" on the chain. Raises NoSuchReport."""
    found = look(desk, report_id)
    desk.record("viewed", report_id)
    return found


def look(desk: Desk, report_id: str) -> Case:
    """Return the same for a page that was recorded already. Raises NoSuchReport."""
    stood = standing(desk, report_id)
    row = desk.connection.execute(select(*_TRIAGE).where(reports.c.report_id == report_id)).one()
    kept = desk.connection.execute(
        select(cases.c.clock_from, cases.c.held_by, cases.c.keep_longer).where(
            cases.c.report_id == report_id
        )
    ).one_or_none()
    return Case(
        Triage(*row),
        stood,
        (desk.today - row.received).days,
        labels_of(desk, [report_id]).get(report_id, ()),
        filed(desk, [report_id]).get(report_id, Filed()),
        may_follow(stood),
        *(kept or (row.received, None, False)),
    )


def history(desk: Desk, report_id: str) -> tuple[Change, ...]:
    """Return every change to a report, the oldest first, and by whom. Raises NoSuchReport."""
    standing(desk, report_id)
    return changes(desk, report_id, 0)


def colleagues(desk: Desk, report_id: str) -> tuple[Colleague, ...]:
    """Return who works on reports, by name: to assign this one to, to re-seal it to."""
    standing(desk, report_id)
    return tuple(
        Colleague(one, _sees(desk, report_id, one))
        for one in people(desk)
        if one.role in READING_ROLES
    )


def _sees(desk: Desk, report_id: str, person: Actor) -> bool:
    asked = select(reports.c.report_id).where(
        reports.c.report_id == report_id, readable(desk.team, person)
    )
    return desk.connection.scalar(asked) is not None


# In the order of `intake.boundary.Triage`.
_TRIAGE = (
    reports.c.report_id,
    reports.c.received,
    reports.c.queue,
    reports.c.priority,
    reports.c.due_week,
    reports.c.language,
    reports.c.consent_version,
)
