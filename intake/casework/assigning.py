"""Who works on a report, and which labels it bears; of several reports at once too."""

from collections.abc import Collection, Mapping

from sqlalchemy import ColumnElement, delete, insert, select

from intake.casework.actor import Actor, readable
from intake.casework.desk import Desk
from intake.casework.lines import labels_of
from intake.casework.people import person_of
from intake.casework.refusing import Refused
from intake.casework.standing import change, standing
from intake.tables import labels, reports

MOST_AT_ONCE = 200
"""Reports that one step may change."""


def assign(desk: Desk, seen: Mapping[str, int], assignee: str | None) -> dict[str, int]:
    """Give reports to a person, or to nobody; all of them or none. Return the new versions.

    `seen` is report id -> the version seen. Whoever works on reports takes them herself, and gives
    back her own; only a supervisor decides for others. Raises NoSuchReport, Changed, Refused.
    """
    _check_number(seen)
    mine = desk.actor.staff_id
    found = [standing(desk, report_id, to_change=True) for report_id in sorted(seen)]
    for old in found:
        others = assignee not in (None, mine) or (assignee is None and old.assignee != mine)
        if others and desk.actor.role != "supervisor":
            raise Refused("supervisor", "Only a supervisor gives reports to others.")
        if assignee is not None:
            check_assignee(desk, old.report_id, assignee)
    return {
        old.report_id: change(
            desk,
            old,
            seen[old.report_id],
            "assigned",
            {"from": old.assignee, "to": assignee},
            assignee=assignee,
        )
        for old in found
    }


def label(
    desk: Desk,
    seen: Mapping[str, int],
    add: Collection[str] = (),
    remove: Collection[str] = (),
) -> dict[str, int]:
    """Stick labels on reports and take others off; all of it or nothing. Return the new versions.

    Labels are those of the team file; one that is no longer there can still be taken off. Raises
    NoSuchReport, Changed, Refused.
    """
    _check_number(seen)
    if not set(add) <= set(desk.team.labels):
        raise Refused("label", "This is not one of the labels in the team file.")
    found = [standing(desk, report_id, to_change=True) for report_id in sorted(seen)]
    borne = labels_of(desk, sorted(seen))
    versions = {}
    for old in found:
        has = set(borne.get(old.report_id, ()))
        more, fewer = sorted(set(add) - has), sorted(has & set(remove) - set(add))
        detail = {"added": more, "removed": fewer}
        versions[old.report_id] = change(desk, old, seen[old.report_id], "labelled", detail)
        for one in more:
            desk.connection.execute(insert(labels).values(report_id=old.report_id, label=one))
        here = labels.c.report_id == old.report_id
        desk.connection.execute(delete(labels).where(here, labels.c.label.in_(fewer)))
    return versions


def check_assignee(desk: Desk, report_id: str, staff_id: str) -> None:
    """Raise Refused unless this person may see the report, and may sign in."""
    person = person_of(desk, staff_id)
    there = reports.c.report_id == report_id
    asked = select(reports.c.report_id).where(there, _readable_to(desk, person))
    if person is None or desk.connection.scalar(asked) is None:
        raise Refused("assignee", "This person could not open the report: re-seal it first.")


def _readable_to(desk: Desk, person: Actor | None) -> ColumnElement[bool]:
    nobody = Actor("", "", "auditor")
    return readable(desk.team, person or nobody)


def _check_number(seen: Mapping[str, int]) -> None:
    if len(seen) > MOST_AT_ONCE:
        raise Refused("too_many", f"At most {MOST_AT_ONCE} reports at once.")
